/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-plane.h"

#include <math.h>
#include <string.h>

static NetzLayoutPlane *
make_plane (guint n, guint n_ends)
{
  NetzLayoutPlane *self = g_new0 (NetzLayoutPlane, 1);

  self->n = n;
  self->x = g_new0 (double, n);
  self->y = g_new0 (double, n);
  self->half_width = g_new0 (double, n);
  self->half_height = g_new0 (double, n);
  self->fixed = g_new0 (guint8, n);
  self->nodes = g_new0 (guint, n);
  self->first = g_new0 (guint, n + 2);
  self->to = g_new0 (guint, n_ends);
  self->weight = g_new0 (float, n_ends);
  self->length = g_new0 (float, n_ends);
  return self;
}

/* Several edges of one pair become one that counts as much as all of them, but not more than three. */
static void
unite_pairs (NetzLayoutPlane *self)
{
  g_autofree guint *last = g_new (guint, self->n);
  guint end = 0;

  memset (last, 0xff, sizeof (guint) * self->n);
  for (guint i = 0; i < self->n; i++)
    {
      guint from = self->first[i], begin = end;

      self->first[i] = begin;
      for (guint e = from; e < self->first[i + 1]; e++)
        {
          guint j = self->to[e], known = last[j];

          if (known != NETZ_LAYOUT_NOWHERE && known >= begin && known < end && self->to[known] == j)
            {
              self->weight[known] = MIN (self->weight[known] + self->weight[e], 3);
              self->length[known] = MIN (self->length[known], self->length[e]);
              continue;
            }
          last[j] = end;
          self->to[end] = j;
          self->weight[end] = self->weight[e];
          self->length[end] = self->length[e];
          end++;
        }
    }
  self->first[self->n] = end;
}

static void
add_end (NetzLayoutPlane *self, guint *free_slot, guint from, guint to, const NetzLayoutEdge *edge)
{
  guint slot = free_slot[from]++;

  self->to[slot] = to;
  self->weight[slot] = edge->weight;
  self->length[slot] = edge->length;
}

static void
join (NetzLayoutPlane *self, const NetzLayoutGraph *graph)
{
  g_autofree guint *free_slot = g_new (guint, self->n + 1);

  for (guint e = 0; e < graph->n_edges; e++)
    if (graph->edges[e].from != graph->edges[e].to)
      {
        self->first[graph->edges[e].from + 1]++;
        self->first[graph->edges[e].to + 1]++;
      }
  for (guint i = 0; i < self->n; i++)
    self->first[i + 1] += self->first[i];
  memcpy (free_slot, self->first, sizeof (guint) * (self->n + 1));
  for (guint e = 0; e < graph->n_edges; e++)
    if (graph->edges[e].from != graph->edges[e].to)
      {
        add_end (self, free_slot, graph->edges[e].from, graph->edges[e].to, &graph->edges[e]);
        add_end (self, free_slot, graph->edges[e].to, graph->edges[e].from, &graph->edges[e]);
      }
  unite_pairs (self);
}

/**
 * netz_layout_plane_new:
 * @graph: a graph that has been looked through
 *
 * O(nodes + edges).
 *
 * Returns: (transfer full): all of it as a plane
 */
NetzLayoutPlane *
netz_layout_plane_new (const NetzLayoutGraph *graph)
{
  NetzLayoutPlane *self = make_plane (graph->n_nodes, 2 * graph->n_edges);

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const NetzLayoutBox *box = &graph->boxes[i];

      self->x[i] = graph->x[i] + (box->left + box->right) / 2;
      self->y[i] = graph->y[i] + (box->top + box->bottom) / 2;
      self->half_width[i] = (box->right - box->left + NETZ_LAYOUT_GAP) / 2;
      self->half_height[i] = (box->bottom - box->top + NETZ_LAYOUT_GAP) / 2;
      self->fixed[i] = graph->fixed[i];
      self->nodes[i] = i;
    }
  join (self, graph);
  return self;
}

/**
 * netz_layout_plane_new_part:
 * @whole: a plane
 * @nodes: (array length=n): some of its nodes
 * @n: how many
 *
 * Returns: (transfer full): those, and what joins them. O(nodes of the whole + edges of the part)
 */
NetzLayoutPlane *
netz_layout_plane_new_part (const NetzLayoutPlane *whole, const guint *nodes, guint n)
{
  g_autofree guint *places = g_new (guint, whole->n);
  guint n_ends = 0, end = 0;
  NetzLayoutPlane *self;

  memset (places, 0xff, sizeof (guint) * whole->n);
  for (guint i = 0; i < n; i++)
    {
      places[nodes[i]] = i;
      n_ends += netz_layout_plane_get_degree (whole, nodes[i]);
    }
  self = make_plane (n, n_ends);
  for (guint i = 0; i < n; i++)
    {
      guint node = nodes[i];

      self->nodes[i] = node;
      self->x[i] = whole->x[node];
      self->y[i] = whole->y[node];
      self->half_width[i] = whole->half_width[node];
      self->half_height[i] = whole->half_height[node];
      self->fixed[i] = whole->fixed[node];
      for (guint e = whole->first[node]; e < whole->first[node + 1]; e++)
        if (places[whole->to[e]] != NETZ_LAYOUT_NOWHERE)
          {
            self->to[end] = places[whole->to[e]];
            self->weight[end] = whole->weight[e];
            self->length[end++] = whole->length[e];
          }
      self->first[i + 1] = end;
    }
  return self;
}

/**
 * netz_layout_plane_new_free:
 * @whole: a plane
 *
 * Returns: (transfer full): what of it is not fixed
 */
NetzLayoutPlane *
netz_layout_plane_new_free (const NetzLayoutPlane *whole)
{
  g_autofree guint *nodes = g_new (guint, whole->n);
  guint n = 0;

  for (guint i = 0; i < whole->n; i++)
    if (!whole->fixed[i])
      nodes[n++] = i;
  return netz_layout_plane_new_part (whole, nodes, n);
}

/**
 * netz_layout_plane_free:
 * @self: (transfer full): a plane
 */
void
netz_layout_plane_free (NetzLayoutPlane *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->half_width);
  g_free (self->half_height);
  g_free (self->fixed);
  g_free (self->nodes);
  g_free (self->first);
  g_free (self->to);
  g_free (self->weight);
  g_free (self->length);
  g_free (self);
}

/**
 * netz_layout_plane_write:
 * @self: a plane that was made of @graph
 * @graph: where what is not fixed gets its places
 */
void
netz_layout_plane_write (const NetzLayoutPlane *self, NetzLayoutGraph *graph)
{
  for (guint i = 0; i < self->n; i++)
    {
      const NetzLayoutBox *box = &graph->boxes[i];

      if (self->fixed[i])
        continue;
      graph->x[i] = self->x[i] - (box->left + box->right) / 2;
      graph->y[i] = self->y[i] - (box->top + box->bottom) / 2;
    }
}

/**
 * netz_layout_plane_write_part:
 * @self: a plane that is a part of @whole
 * @whole: where its nodes get their places
 */
void
netz_layout_plane_write_part (const NetzLayoutPlane *self, NetzLayoutPlane *whole)
{
  for (guint i = 0; i < self->n; i++)
    {
      whole->x[self->nodes[i]] = self->x[i];
      whole->y[self->nodes[i]] = self->y[i];
    }
}

/* Of the places of some nodes, not of their boxes; FALSE where none has one. */
static gboolean
find_extent (const NetzLayoutPlane *self, gboolean fixed_only, NetzLayoutBox *extent)
{
  *extent = (NetzLayoutBox) { INFINITY, INFINITY, -INFINITY, -INFINITY };
  for (guint i = 0; i < self->n; i++)
    if (!isnan (self->x[i]) && (!fixed_only || self->fixed[i]))
      {
        extent->left = MIN (extent->left, self->x[i] - self->half_width[i]);
        extent->right = MAX (extent->right, self->x[i] + self->half_width[i]);
        extent->top = MIN (extent->top, self->y[i] - self->half_height[i]);
        extent->bottom = MAX (extent->bottom, self->y[i] + self->half_height[i]);
      }
  return !isinf (extent->left);
}

/**
 * netz_layout_plane_put_back:
 * @self: what of @whole is not fixed, laid out about any middle
 * @whole: where its nodes get their places: about the middle of where all were, or beside what is fixed where it would
 *   come to lie on that
 */
void
netz_layout_plane_put_back (NetzLayoutPlane *self, NetzLayoutPlane *whole)
{
  NetzLayoutBox now = netz_layout_plane_get_bounds (self), before, held;
  double dx = 0, dy = 0, apart = netz_layout_plane_get_mean_side (whole);

  if (find_extent (whole, FALSE, &before))
    {
      dx = (before.left + before.right - now.left - now.right) / 2;
      dy = (before.top + before.bottom - now.top - now.bottom) / 2;
    }
  if (find_extent (whole, TRUE, &held) && now.left + dx < held.right && held.left < now.right + dx
      && now.top + dy < held.bottom && held.top < now.bottom + dy)
    dy = held.bottom + apart - now.top;
  netz_layout_plane_shift (self, dx, dy);
  netz_layout_plane_write_part (self, whole);
}

guint
netz_layout_plane_get_n_edges (const NetzLayoutPlane *self)
{
  return self->first[self->n] / 2;
}

gboolean
netz_layout_plane_has_fixed (const NetzLayoutPlane *self)
{
  return self->n > 0 && memchr (self->fixed, 1, self->n) != NULL;
}

/* The side of a square as large as a box on average. */
double
netz_layout_plane_get_mean_side (const NetzLayoutPlane *self)
{
  double area = 0;

  for (guint i = 0; i < self->n; i++)
    area += 4 * self->half_width[i] * self->half_height[i];
  return self->n > 0 ? sqrt (area / self->n) : 0;
}

/* Of all boxes, the room around them included; nothing of an empty plane. */
NetzLayoutBox
netz_layout_plane_get_bounds (const NetzLayoutPlane *self)
{
  NetzLayoutBox bounds = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  if (self->n == 0)
    return (NetzLayoutBox) { 0, 0, 0, 0 };
  for (guint i = 0; i < self->n; i++)
    {
      bounds.left = MIN (bounds.left, self->x[i] - self->half_width[i]);
      bounds.right = MAX (bounds.right, self->x[i] + self->half_width[i]);
      bounds.top = MIN (bounds.top, self->y[i] - self->half_height[i]);
      bounds.bottom = MAX (bounds.bottom, self->y[i] + self->half_height[i]);
    }
  return bounds;
}

void
netz_layout_plane_shift (NetzLayoutPlane *self, double dx, double dy)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->x[i] += dx;
      self->y[i] += dy;
    }
}

/**
 * netz_layout_plane_measure_from:
 * @self: a plane
 * @source: a node
 * @distances: (out caller-allocates): how many edges away each node is; %NETZ_LAYOUT_NOWHERE where no way leads
 * @queue: room for a number a node
 *
 * O(nodes + edges).
 */
void
netz_layout_plane_measure_from (const NetzLayoutPlane *self, guint source, guint *distances, guint *queue)
{
  guint begin = 0, end = 0;

  memset (distances, 0xff, sizeof (guint) * self->n);
  distances[source] = 0;
  queue[end++] = source;
  while (begin < end)
    {
      guint node = queue[begin++];

      for (guint e = self->first[node]; e < self->first[node + 1]; e++)
        if (distances[self->to[e]] == NETZ_LAYOUT_NOWHERE)
          {
            distances[self->to[e]] = distances[node] + 1;
            queue[end++] = self->to[e];
          }
    }
}

/**
 * netz_layout_plane_find_components:
 * @self: a plane
 * @n_components: (out): how many there are
 *
 * O(nodes + edges).
 *
 * Returns: (transfer full): the component of each node, numbered in the order of their first nodes
 */
guint *
netz_layout_plane_find_components (const NetzLayoutPlane *self, guint *n_components)
{
  guint *components = g_new (guint, self->n);
  g_autofree guint *stack = g_new (guint, self->n);

  *n_components = 0;
  memset (components, 0xff, sizeof (guint) * self->n);
  for (guint i = 0; i < self->n; i++)
    {
      guint n = 0;

      if (components[i] != NETZ_LAYOUT_NOWHERE)
        continue;
      components[i] = *n_components;
      stack[n++] = i;
      while (n > 0)
        {
          guint node = stack[--n];

          for (guint e = self->first[node]; e < self->first[node + 1]; e++)
            if (components[self->to[e]] == NETZ_LAYOUT_NOWHERE)
              {
                components[self->to[e]] = *n_components;
                stack[n++] = self->to[e];
              }
        }
      (*n_components)++;
    }
  return components;
}
