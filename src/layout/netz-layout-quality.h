/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLayoutQuality: how good a layout is, in figures that mean the same for
 * every program's: sizes are compared after the best scaling, several edges of
 * a pair are one, and lines are straight from node to node.
 */
#pragma once

#include "layout/netz-layout-graph.h"

G_BEGIN_DECLS

/**
 * NetzLayoutQuality:
 * @stress: how far distances are from the shortest ways, as a share of these, squared, on average over pairs of nodes
 *   that reach each other; 0 is perfect
 * @crossings: pairs of edges that cross; those with a common end do not
 * @crossings_per_edge: the same for each edge
 * @overlaps: pairs of nodes whose boxes cover each other
 * @area: of the rectangle that holds all boxes
 * @fill: how much of it is covered by boxes, 0 to 1
 * @length_deviation: of the lengths of the edges, as a share of their mean
 * @passes: how many boxes of third nodes edges pass through, for each edge
 */
typedef struct
{
  double stress;
  double crossings;
  double crossings_per_edge;
  double overlaps;
  double area;
  double fill;
  double length_deviation;
  double passes;
} NetzLayoutQuality;

void netz_layout_quality_measure (const NetzLayoutGraph *graph, guint n_sources, NetzLayoutQuality *quality);
double netz_layout_quality_measure_stress (const NetzLayoutGraph *graph, guint n_sources);
guint64 netz_layout_quality_count_overlaps (const NetzLayoutGraph *graph);

G_END_DECLS
