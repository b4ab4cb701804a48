/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The gate to igraph, for the files of this folder. Whatever calls igraph does
 * so in a NetzGraphWork that is run by netz_graph_run(); there an error of
 * igraph, which would else end the program, becomes a GError, and what igraph
 * had reserved meanwhile is released. In the thread of a NetzGraphJob that is
 * cancelled, igraph stops and the error is %G_IO_ERROR_CANCELLED.
 */
#pragma once

#include "graph/netz-graph.h"

#include <igraph.h>

G_BEGIN_DECLS

typedef igraph_error_t (*NetzGraphWork) (gpointer data);

gboolean netz_graph_run (NetzGraphWork work, gpointer data, GError **error);
const igraph_t *netz_graph_get_igraph (const NetzGraph *self);

/* netz-graph-job.c, for the gate */
igraph_error_t netz_graph_job_on_interruption (void *data);
igraph_error_t netz_graph_job_on_progress (const char *message, igraph_real_t percent, void *data);
gboolean netz_graph_job_current_is_cancelled (void);

G_END_DECLS
