/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLayoutTree: points with masses, ordered along a Z-shaped curve (Morton
 * 1966), sixteen to a leaf and four cells to the cell above, so that the push
 * of all of them on a leaf is computed at once, far cells as one point each
 * (Barnes and Hut 1986; for leaves of points Barnes 1990). Owned by whoever
 * made it; single precision.
 */
#pragma once

#include "layout/netz-layout-job.h"

G_BEGIN_DECLS

typedef struct _NetzLayoutTree NetzLayoutTree;

NetzLayoutTree *netz_layout_tree_new (guint n);
void netz_layout_tree_free (NetzLayoutTree *self);
void netz_layout_tree_build (NetzLayoutTree *self, const float *x, const float *y, const float *mass, gboolean reorder);
void netz_layout_tree_push (NetzLayoutTree *self, const NetzLayoutJob *job, float theta, float *push_x, float *push_y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzLayoutTree, netz_layout_tree_free)

G_END_DECLS
