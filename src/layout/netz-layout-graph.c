/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-graph.h"

#include <math.h>

/* Beyond it, positions have no digits left for what is between two nodes. */
#define FARTHEST 1e9

/**
 * netz_layout_graph_new:
 * @n_nodes: how many nodes
 * @n_edges: how many edges
 * @n_groups: how many groups
 *
 * Returns: (transfer full): nodes without places and with empty boxes, in the
 *   first group, and edges from the first node to itself
 */
NetzLayoutGraph *
netz_layout_graph_new (guint n_nodes, guint n_edges, guint n_groups)
{
  NetzLayoutGraph *self = g_new0 (NetzLayoutGraph, 1);

  self->n_nodes = n_nodes;
  self->n_edges = n_edges;
  self->n_groups = n_groups;
  self->x = g_new (double, n_nodes);
  self->y = g_new (double, n_nodes);
  self->map_x = g_new (double, n_nodes);
  self->map_y = g_new (double, n_nodes);
  self->boxes = g_new0 (NetzLayoutBox, n_nodes);
  self->fixed = g_new0 (guint8, n_nodes);
  self->groups = g_new0 (guint, n_nodes);
  self->edges = g_new0 (NetzLayoutEdge, n_edges);
  self->frames = g_new0 (NetzLayoutBox, n_groups);
  for (guint i = 0; i < n_nodes; i++)
    self->x[i] = self->y[i] = self->map_x[i] = self->map_y[i] = NAN;
  return self;
}

/**
 * netz_layout_graph_free:
 * @self: (transfer full): a graph
 */
void
netz_layout_graph_free (NetzLayoutGraph *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->map_x);
  g_free (self->map_y);
  g_free (self->boxes);
  g_free (self->fixed);
  g_free (self->groups);
  g_free (self->edges);
  g_free (self->frames);
  g_free (self);
}

/**
 * netz_layout_graph_set_edge:
 * @self: a graph
 * @edge: which of its edges
 * @from: a node
 * @to: a node
 *
 * Makes an edge of usual length and weight of it.
 */
void
netz_layout_graph_set_edge (NetzLayoutGraph *self, guint edge, guint from, guint to)
{
  g_return_if_fail (edge < self->n_edges && from < self->n_nodes && to < self->n_nodes);

  self->edges[edge] = (NetzLayoutEdge) { from, to, 1, 1 };
}

static gboolean
is_place (double x, double y)
{
  return isfinite (x) && isfinite (y) && fabs (x) <= FARTHEST && fabs (y) <= FARTHEST;
}

static gboolean
is_box (const NetzLayoutBox *box)
{
  return is_place (box->left, box->top) && is_place (box->right, box->bottom) && box->left <= box->right
         && box->top <= box->bottom;
}

/**
 * netz_layout_graph_find_bad_node:
 * @self: a graph
 *
 * Returns: the first node that no layout can deal with: it is infinitely or
 *   absurdly far away, or has such a box, or is fixed and has no place;
 *   %NETZ_LAYOUT_NOWHERE if there is none
 */
guint
netz_layout_graph_find_bad_node (const NetzLayoutGraph *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      gboolean unplaced = isnan (self->x[i]) && isnan (self->y[i]);

      if (!is_box (&self->boxes[i]) || (!unplaced && !is_place (self->x[i], self->y[i]))
          || (unplaced && self->fixed[i]))
        return i;
    }
  return NETZ_LAYOUT_NOWHERE;
}
