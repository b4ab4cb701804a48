/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The shortest way from one institution to another, over as few partnerships as
 * can be.
 */
#pragma once

#include "graph/netz-graph.h"

G_BEGIN_DECLS

GPtrArray *netz_graph_find_path (const NetzGraph *graph, const char *from, const char *to, GError **error);

G_END_DECLS
