/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzGraph: a network as igraph sees it: its institutions as vertices, and an
 * edge for each two that have a partnership, whatever its programme, status and
 * dates, and however many. What has not got two different ends is left out.
 *
 * It does not change with the network, and belongs to one thread at a time.
 * igraph keeps its state in the process: all calls of it, in any thread, pass
 * one gate, so a long one makes others wait.
 */
#pragma once

#include "model/netz-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NetzGraph NetzGraph;

#define NETZ_GRAPH_ERROR (netz_graph_error_quark ())

/**
 * NetzGraphError:
 * @NETZ_GRAPH_ERROR_FAILED: igraph could not do it; the message says why
 * @NETZ_GRAPH_ERROR_NO_MEMORY: there was not enough memory
 */
typedef enum
{
  NETZ_GRAPH_ERROR_FAILED,
  NETZ_GRAPH_ERROR_NO_MEMORY,
} NetzGraphError;

GQuark netz_graph_error_quark (void);

NetzGraph *netz_graph_new (const NetzSnapshot *snapshot, GError **error);
void netz_graph_free (NetzGraph *self);
guint netz_graph_get_n_vertices (const NetzGraph *self);
guint netz_graph_get_n_edges (const NetzGraph *self);
const char *netz_graph_get_id (const NetzGraph *self, guint vertex);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzGraph, netz_graph_free)

G_END_DECLS
