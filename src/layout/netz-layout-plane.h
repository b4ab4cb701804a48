/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLayoutPlane: the nodes that an engine moves, as boxes by their middles:
 * half sizes with half the room between two of them added, and who is joined
 * to whom, each pair once. A part of a plane (a component, a group) is a plane
 * of its own. Owned by whoever made it.
 */
#pragma once

#include "layout/netz-layout-job.h"

G_BEGIN_DECLS

/* Room between two boxes as it is wished for, and how much of it may be missing. */
#define NETZ_LAYOUT_GAP 10.0
#define NETZ_LAYOUT_SLACK 6.0

/**
 * NetzLayoutPlane:
 * @n: how many nodes
 * @x: middles of their boxes
 * @y: the same
 * @half_width: half of what each box takes, room around it included
 * @half_height: the same
 * @fixed: which do not move
 * @nodes: what each is in the plane, or graph, that this one is a part of
 * @first: where the neighbours of each begin in @to; one more than there are nodes
 * @to: neighbours
 * @weight: how much each counts
 * @length: how long the way to each should be, in proportion: 1 is usual
 */
typedef struct
{
  guint n;
  double *x;
  double *y;
  double *half_width;
  double *half_height;
  guint8 *fixed;
  guint *nodes;
  guint *first;
  guint *to;
  float *weight;
  float *length;
} NetzLayoutPlane;

NetzLayoutPlane *netz_layout_plane_new (const NetzLayoutGraph *graph);
NetzLayoutPlane *netz_layout_plane_new_part (const NetzLayoutPlane *whole, const guint *nodes, guint n);
NetzLayoutPlane *netz_layout_plane_new_free (const NetzLayoutPlane *whole);
void netz_layout_plane_free (NetzLayoutPlane *self);
void netz_layout_plane_write (const NetzLayoutPlane *self, NetzLayoutGraph *graph);
void netz_layout_plane_write_part (const NetzLayoutPlane *self, NetzLayoutPlane *whole);
void netz_layout_plane_put_back (NetzLayoutPlane *self, NetzLayoutPlane *whole);

guint netz_layout_plane_get_n_edges (const NetzLayoutPlane *self);
gboolean netz_layout_plane_has_fixed (const NetzLayoutPlane *self);
double netz_layout_plane_get_mean_side (const NetzLayoutPlane *self);
NetzLayoutBox netz_layout_plane_get_bounds (const NetzLayoutPlane *self);
void netz_layout_plane_shift (NetzLayoutPlane *self, double dx, double dy);
void netz_layout_plane_measure_from (const NetzLayoutPlane *self, guint source, guint *distances, guint *queue);
guint *netz_layout_plane_find_components (const NetzLayoutPlane *self, guint *n_components);

static inline guint
netz_layout_plane_get_degree (const NetzLayoutPlane *self, guint node)
{
  return self->first[node + 1] - self->first[node];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzLayoutPlane, netz_layout_plane_free)

G_END_DECLS
