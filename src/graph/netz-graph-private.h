/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The gate to igraph, for the files of this folder. Whatever calls igraph does
 * so in a NetzGraphWork that is run by netz_graph_run(); there an error of
 * igraph, which would else end the program, becomes a GError, and what igraph
 * had reserved meanwhile is released.
 */
#pragma once

#include "graph/netz-graph.h"

#include <igraph.h>

G_BEGIN_DECLS

typedef igraph_error_t (*NetzGraphWork) (gpointer data);

gboolean netz_graph_run (NetzGraphWork work, gpointer data, GError **error);
const igraph_t *netz_graph_get_igraph (const NetzGraph *self);

G_END_DECLS
