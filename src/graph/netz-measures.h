/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures of a network and of each institution in it.
 */
#pragma once

#include "graph/netz-graph.h"

G_BEGIN_DECLS

/**
 * NetzMeasures:
 * @n_components: islands: institutions that reach each other, isolated ones included
 * @n_isolated: institutions without a partner
 * @density: pairs that are partners, of all pairs there could be, 0 to 1; 0 below two institutions
 * @mean_degree: partners of an institution on average
 */
typedef struct
{
  guint n_components;
  guint n_isolated;
  double density;
  double mean_degree;
} NetzMeasures;

/**
 * NetzCentrality:
 * @degree: how many partners it has
 * @betweenness: of all pairs of others, the share whose shortest ways lead through it, 0 to 1
 * @closeness: how near it is to those that it reaches, in proportion to how many those are, 0 to 1
 */
typedef struct
{
  guint degree;
  double betweenness;
  double closeness;
} NetzCentrality;

gboolean netz_measures_compute (const NetzGraph *graph, NetzMeasures *measures, GError **error);
NetzCentrality *netz_measures_compute_betweenness (const NetzGraph *graph, GError **error);
NetzCentrality *netz_measures_compute_centrality (const NetzGraph *graph, GError **error);

G_END_DECLS
