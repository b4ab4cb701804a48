/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One circle. The order is found as Baur and Brandes do (Crossing reduction in
 * circular layouts, WG 2004): nodes are appended at the end where fewer edges
 * stay open, then each is sifted along the whole circle to its best place.
 */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-arc.h"
#include "layout/netz-layout-engines.h"

#include <string.h>

#define MOST_SIFTED 3000u /* edges; beyond it sifting takes too long */
#define SIFTINGS 4u

typedef struct
{
  const NetzLayoutPlane *plane;
  guint *order;
  guint *places; /* of each node in the order */
} Circle;

/* The one with the most neighbours placed already, and of those the one with the fewest not placed. */
static guint
pick_next (const NetzLayoutPlane *plane, const guint *n_placed, const guint8 *placed)
{
  guint best = NETZ_LAYOUT_NOWHERE;

  for (guint i = 0; i < plane->n; i++)
    {
      if (placed[i])
        continue;
      if (best == NETZ_LAYOUT_NOWHERE || n_placed[i] > n_placed[best]
          || (n_placed[i] == n_placed[best]
              && netz_layout_plane_get_degree (plane, i) < netz_layout_plane_get_degree (plane, best)))
        best = i;
    }
  return best;
}

/* The open edges that the new one would cross at the end, and at the beginning. */
static gboolean
belongs_at_end (const Circle *self, guint node, const guint *ends, const guint8 *placed)
{
  const NetzLayoutPlane *plane = self->plane;
  guint64 sum = 0, n = 0;

  for (guint e = plane->first[node]; e < plane->first[node + 1]; e++)
    if (placed[plane->to[e]])
      {
        sum += self->places[plane->to[e]];
        n++;
      }
  return n == 0 || 2 * sum >= n * (guint64) (ends[0] + ends[1]);
}

static void
append_all (Circle *self)
{
  const NetzLayoutPlane *plane = self->plane;
  g_autofree guint *n_placed = g_new0 (guint, plane->n);
  g_autofree guint8 *placed = g_new0 (guint8, plane->n);
  g_autofree guint *line = g_new (guint, 2 * (gsize) plane->n + 1);
  guint ends[2] = { plane->n, plane->n }; /* first and one after the last in the line */

  for (guint k = 0; k < plane->n; k++)
    {
      guint node = pick_next (plane, n_placed, placed);

      self->places[node] = belongs_at_end (self, node, ends, placed) ? ends[1]++ : --ends[0];
      line[self->places[node]] = node;
      placed[node] = 1;
      for (guint e = plane->first[node]; e < plane->first[node + 1]; e++)
        n_placed[plane->to[e]]++;
    }
  memcpy (self->order, line + ends[0], sizeof (guint) * plane->n);
  for (guint k = 0; k < plane->n; k++)
    self->places[self->order[k]] = k;
}

/* How many crossings more there are when a, just before b, changes places with it. */
static int
weigh_exchange (const Circle *self, guint a, guint b)
{
  const NetzLayoutPlane *plane = self->plane;
  guint n = plane->n, from = self->places[b];
  int change = 0;

  for (guint e = plane->first[a]; e < plane->first[a + 1]; e++)
    for (guint f = plane->first[b]; f < plane->first[b + 1]; f++)
      {
        guint x = plane->to[e], y = plane->to[f], way_x, way_y;

        if (x == b || y == a || x == y)
          continue;
        way_x = (self->places[x] + n - from) % n;
        way_y = (self->places[y] + n - from) % n;
        change += way_x > way_y ? 1 : -1;
      }
  return change;
}

static void
exchange (Circle *self, guint place)
{
  guint next = (place + 1) % self->plane->n, a = self->order[place], b = self->order[next];

  self->order[place] = b;
  self->order[next] = a;
  self->places[a] = next;
  self->places[b] = place;
}

/* All around, and on to the best place that was seen. */
static gboolean
sift (Circle *self, guint node)
{
  guint n = self->plane->n, best_step = 0;
  int change = 0, best = 0;

  for (guint step = 1; step < n; step++)
    {
      guint place = self->places[node];

      change += weigh_exchange (self, node, self->order[(place + 1) % n]);
      exchange (self, place);
      if (change < best)
        {
          best = change;
          best_step = step;
        }
    }
  /* n - 1 exchanges have brought it back to where it was, as seen from the others */
  for (guint step = 0; step < best_step; step++)
    exchange (self, self->places[node]);
  return best_step > 0;
}

static void
sift_all (Circle *self, const NetzLayoutJob *job)
{
  for (guint round = 0; round < SIFTINGS; round++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < self->plane->n && !netz_layout_job_is_cancelled (job); i++)
        any = sift (self, i) || any;
      netz_layout_job_report (job, (round + 1.0) / SIFTINGS);
      if (!any)
        return;
    }
}

gboolean
netz_layout_run_circle (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                        GError **error)
{
  g_autoptr (NetzLayoutPlane) whole = netz_layout_plane_new (graph), plane = netz_layout_plane_new_free (whole);
  g_autofree guint *order = g_new (guint, plane->n);
  g_autofree guint *places = g_new (guint, plane->n);
  Circle circle = { plane, order, places };

  if (plane->n == 0)
    return TRUE;
  append_all (&circle);
  if (plane->n > 3 && netz_layout_plane_get_n_edges (plane) <= MOST_SIFTED)
    sift_all (&circle, job);
  netz_layout_arc_place (plane, order, plane->n, 0, 0);
  netz_layout_plane_put_back (plane, whole);
  netz_layout_plane_write (whole, graph);
  return TRUE;
}
