/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzGraphWalk: a depth-first walk over a graph. Vertices are numbered in the
 * order in which it comes to them, so that an island, and what hangs below a
 * vertex in the tree of the walk, is a range of numbers. All arrays are by
 * number and hold numbers, but for `vertices`.
 */
#pragma once

#include "graph/netz-graph.h"

G_BEGIN_DECLS

/**
 * NetzGraphWalk:
 * @n: how many vertices
 * @vertices: the vertex of the graph
 * @parents: where the walk came from; the number itself at the beginning of an island
 * @roots: the beginning of its island
 * @sizes: how many hang below, with itself
 * @lows: the lowest number that an edge of it or of what hangs below leads to, the one that it came by excepted
 */
typedef struct
{
  guint n;
  guint *vertices;
  guint *parents;
  guint *roots;
  guint *sizes;
  guint *lows;
} NetzGraphWalk;

NetzGraphWalk *netz_graph_walk_new (const NetzGraph *graph, GError **error);
void netz_graph_walk_free (NetzGraphWalk *self);

G_END_DECLS
