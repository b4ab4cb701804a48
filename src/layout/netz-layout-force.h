/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLayoutForces: nodes that push each other away, edges that pull. The push
 * is that of ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian 2014): mass ×
 * mass / distance, with a mass of one more than the degree, which gives hubs
 * room and makes the drawing evenly dense; the pull is the length of the edge.
 * Added is a weak pull to the right distance from each pivot, for the whole to
 * have its shape (a sparse stress model: Ortmann, Klimenta and Brandes 2017).
 */
#pragma once

#include "layout/netz-layout-pivots.h"

G_BEGIN_DECLS

/**
 * NetzLayoutForces:
 * @rounds: how often all are moved
 * @heat: how far they may move in the first round, as a share of the radius of the whole; nothing in the last
 * @push: how strong the push is: the drawing takes about this times the sum of all masses
 * @pivots: how strong the pull to the right distance from the pivots is, 0 for none
 */
typedef struct
{
  guint rounds;
  double heat;
  double push;
  double pivots;
} NetzLayoutForces;

void netz_layout_forces_run (const NetzLayoutForces *self, NetzLayoutPlane *plane, const NetzLayoutPivots *pivots,
                             const NetzLayoutJob *job);
double netz_layout_forces_sum_masses (const NetzLayoutPlane *plane);

G_END_DECLS
