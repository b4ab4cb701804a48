/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLayoutPivots: how far each node of a connected plane is from a few
 * others that are far from each other, and the picture that follows from it
 * (pivot MDS: Brandes and Pich, Eigensolver methods for progressive
 * multidimensional scaling of large data, GD 2006).
 */
#pragma once

#include "layout/netz-layout-plane.h"

G_BEGIN_DECLS

/**
 * NetzLayoutPivots:
 * @n: how many pivots
 * @n_nodes: how many nodes
 * @nodes: the pivots
 * @distances: edges to each: those of the first node to all pivots, then those of the second …
 */
typedef struct
{
  guint n;
  guint n_nodes;
  guint *nodes;
  float *distances;
} NetzLayoutPivots;

NetzLayoutPivots *netz_layout_pivots_new (const NetzLayoutPlane *plane, const NetzLayoutJob *job, guint n);
void netz_layout_pivots_free (NetzLayoutPivots *self);
void netz_layout_pivots_place (const NetzLayoutPivots *self, const NetzLayoutJob *job, float *x, float *y);
double netz_layout_pivots_measure_stress (const NetzLayoutPivots *self, const float *x, const float *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzLayoutPivots, netz_layout_pivots_free)

G_END_DECLS
