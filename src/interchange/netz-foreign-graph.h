/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzForeignGraph: what a file of another graph program says, before it
 * becomes institutions and partnerships: nodes, edges, groups, where they lie,
 * and fields by name. Readers fill it; netz_foreign_graph_apply() writes it into a
 * draft, in the same way for all formats.
 */
#pragma once

#include "interchange/netz-exchange-note.h"
#include "model/netz-draft.h"

G_BEGIN_DECLS

#define NETZ_FOREIGN_ERROR (netz_foreign_error_quark ())

/**
 * NetzForeignError:
 * @NETZ_FOREIGN_ERROR_FORMAT: it is not of the format; the message says line and what was expected
 * @NETZ_FOREIGN_ERROR_EMPTY: it holds no node
 */
typedef enum
{
  NETZ_FOREIGN_ERROR_FORMAT,
  NETZ_FOREIGN_ERROR_EMPTY,
} NetzForeignError;

/**
 * NetzForeignNode:
 * @id: as the file has it
 * @label: (nullable): what people read
 * @group: (nullable): id of the group that it is in
 * @is_group: whether it is one
 * @x: centre; NAN = nowhere. The unit is the file's
 * @y: downwards
 * @width: of a group; NAN = unknown
 * @height: of a group
 * @data: (element-type NetzPart): fields by name, of type `netz_data_part`
 * @line: where it stands
 */
typedef struct
{
  char *id;
  char *label;
  char *group;
  gboolean is_group;
  double x;
  double y;
  double width;
  double height;
  GPtrArray *data;
  guint line;
} NetzForeignNode;

typedef struct
{
  char *from;
  char *to;
  char *label;
  GPtrArray *data;
  guint line;
} NetzForeignEdge;

typedef struct
{
  char *title;
  GPtrArray *nodes;
  GPtrArray *edges;
  GHashTable *by_id; /* id -> NetzForeignNode */
  GPtrArray *notes;  /* NetzExchangeNote */
} NetzForeignGraph;

GQuark netz_foreign_error_quark (void);
NetzForeignGraph *netz_foreign_graph_new (void);
void netz_foreign_graph_free (NetzForeignGraph *self);
NetzForeignNode *netz_foreign_graph_add_node (NetzForeignGraph *self, const char *id, guint line);
NetzForeignNode *netz_foreign_graph_find (NetzForeignGraph *self, const char *id);
NetzForeignEdge *netz_foreign_graph_add_edge (NetzForeignGraph *self, const char *from, const char *to, guint line);
void netz_foreign_set_text (char **place, const char *text);
void netz_foreign_data_add (GPtrArray *data, const char *name, const char *value);
const char *netz_foreign_data_get (GPtrArray *data, const char *name);
gboolean netz_foreign_graph_apply (NetzForeignGraph *self, NetzDraft *draft, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzForeignGraph, netz_foreign_graph_free)

G_END_DECLS
