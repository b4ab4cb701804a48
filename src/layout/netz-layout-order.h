/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Orders the nodes of rows, rings or a circle so that few edges cross: nodes
 * go where their neighbours are on average, again and again, and the best of
 * all orders is kept (barycentre method: Sugiyama, Tagawa and Toda 1981).
 */
#pragma once

#include "layout/netz-layout-plane.h"

G_BEGIN_DECLS

/**
 * NetzLayoutRows:
 * @n: how many rows
 * @first: where each row begins in @nodes; one more than there are rows
 * @nodes: row by row, in their order
 * @row: of each node
 * @round: whether the end of a row meets its beginning
 */
typedef struct
{
  guint n;
  guint *first;
  guint *nodes;
  guint *row;
  gboolean round;
} NetzLayoutRows;

NetzLayoutRows *netz_layout_rows_new (const guint *row, guint n_nodes, guint n_rows, gboolean round);
void netz_layout_rows_free (NetzLayoutRows *self);
void netz_layout_rows_order (NetzLayoutRows *self, const NetzLayoutPlane *plane, const NetzLayoutJob *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzLayoutRows, netz_layout_rows_free)

G_END_DECLS
