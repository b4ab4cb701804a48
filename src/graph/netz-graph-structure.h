/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzGraphStructure: what holds a network together: its islands, the
 * institutions without which an island falls into parts (cut vertices), and the
 * pairs of partners that alone join two parts (bridges). It is made once from a
 * graph and stays as it is; lists of ids are made when they are asked for.
 */
#pragma once

#include "graph/netz-graph.h"

G_BEGIN_DECLS

typedef struct _NetzGraphStructure NetzGraphStructure;

/**
 * NetzGraphCut:
 * @id: the institution
 * @n_parts: into how many parts its island falls without it, two or more
 * @n_split: how many institutions are then outside the largest of them
 */
typedef struct
{
  const char *id;
  guint n_parts;
  guint n_split;
} NetzGraphCut;

/**
 * NetzGraphBridge:
 * @near: the institution on the larger side
 * @far: its partner on the smaller side
 * @n_split: how many institutions the smaller side has, @far included
 */
typedef struct
{
  const char *near;
  const char *far;
  guint n_split;
} NetzGraphBridge;

NetzGraphStructure *netz_graph_structure_new (const NetzGraph *graph, GError **error);
void netz_graph_structure_free (NetzGraphStructure *self);

guint netz_graph_structure_get_n_components (const NetzGraphStructure *self);
GPtrArray *netz_graph_structure_list_component (const NetzGraphStructure *self, guint index);
guint netz_graph_structure_get_n_cuts (const NetzGraphStructure *self);
const NetzGraphCut *netz_graph_structure_get_cut (const NetzGraphStructure *self, guint index);
GPtrArray *netz_graph_structure_list_part (const NetzGraphStructure *self, guint cut, guint part);
guint netz_graph_structure_get_n_bridges (const NetzGraphStructure *self);
const NetzGraphBridge *netz_graph_structure_get_bridge (const NetzGraphStructure *self, guint index);
GPtrArray *netz_graph_structure_list_far_side (const NetzGraphStructure *self, guint bridge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzGraphStructure, netz_graph_structure_free)

G_END_DECLS
