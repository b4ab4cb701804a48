/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLayoutGraph: what a layout works on: nodes with boxes, edges between
 * them, and nothing of what they stand for. It is owned by whoever made it and
 * belongs to one thread at a time. Lengths are scene units, y downwards.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NETZ_LAYOUT_NOWHERE G_MAXUINT

/**
 * NetzLayoutBox:
 * @left: of the box, seen from the point where the node is; usually negative
 * @top: the same for its upper edge
 * @right: the same for its right edge
 * @bottom: the same for its lower edge
 */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} NetzLayoutBox;

/**
 * NetzLayoutEdge:
 * @from: a node
 * @to: another node; an edge with one end twice is passed over
 * @length: how long it should be, in proportion to the others: 1 is usual
 * @weight: how much it counts: 1 is usual
 */
typedef struct
{
  guint from;
  guint to;
  float length;
  float weight;
} NetzLayoutEdge;

/**
 * NetzLayoutGraph:
 * @n_nodes: how many nodes there are
 * @x: where they are; NAN where a node has no place yet
 * @y: the same
 * @boxes: what each covers, its name included, seen from (x, y)
 * @fixed: which of them stay where they are; such a node has a place
 * @groups: the group of each, below @n_groups
 * @n_groups: how many groups there are
 * @map_x: where each is on the map, in any unit, to the right; NAN where that is not known
 * @map_y: the same, downwards
 * @n_edges: how many edges there are
 * @edges: the edges
 * @frames: a frame for each group, relative like a node at (0, 0), if the engine makes frames
 * @frame_head: room for a title above what is in a frame
 */
typedef struct
{
  guint n_nodes;
  double *x;
  double *y;
  NetzLayoutBox *boxes;
  guint8 *fixed;
  guint *groups;
  guint n_groups;
  double *map_x;
  double *map_y;
  guint n_edges;
  NetzLayoutEdge *edges;
  NetzLayoutBox *frames;
  double frame_head;
} NetzLayoutGraph;

NetzLayoutGraph *netz_layout_graph_new (guint n_nodes, guint n_edges, guint n_groups);
void netz_layout_graph_free (NetzLayoutGraph *self);
void netz_layout_graph_set_edge (NetzLayoutGraph *self, guint edge, guint from, guint to);
guint netz_layout_graph_find_bad_node (const NetzLayoutGraph *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzLayoutGraph, netz_layout_graph_free)

G_END_DECLS
