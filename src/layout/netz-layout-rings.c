/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rings around one node, by how many edges away the others are; what no way leads to is in the last one. */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-arc.h"
#include "layout/netz-layout-engines.h"
#include "layout/netz-layout-order.h"

#include <math.h>
#include <string.h>

#define APART 1.5  /* of a usual box, from ring to ring */
#define CLOSE 1.05 /* the same between the two rings that a crowded one becomes */
#define CROWDED 1.5 /* needs so many times the circle that it could have */

static guint
find_focus (const NetzLayoutPlane *plane)
{
  guint best = 0;

  for (guint i = 1; i < plane->n; i++)
    if (netz_layout_plane_get_degree (plane, i) > netz_layout_plane_get_degree (plane, best))
      best = i;
  return best;
}

/* By distance; returns how many rings there are. */
static guint
find_rings (const NetzLayoutPlane *plane, guint focus, guint *rings)
{
  g_autofree guint *queue = g_new (guint, plane->n);
  guint last = 0, n_rings;
  gboolean rest = FALSE;

  netz_layout_plane_measure_from (plane, focus, rings, queue);
  for (guint i = 0; i < plane->n; i++)
    if (rings[i] != NETZ_LAYOUT_NOWHERE)
      last = MAX (last, rings[i]);
    else
      rest = TRUE;
  n_rings = last + (rest ? 2 : 1);
  for (guint i = 0; i < plane->n; i++)
    rings[i] = MIN (rings[i], n_rings - 1);
  return n_rings;
}

/* The turn of a ring with which its edges inwards are shortest. */
static double
find_turn (const NetzLayoutPlane *plane, const guint *rings, const guint *order, guint n)
{
  double sine = 0, cosine = 0;

  for (guint k = 0; k < n; k++)
    {
      guint i = order[k];
      double even = 2 * G_PI * (k + 0.5) / n;

      for (guint e = plane->first[i]; e < plane->first[i + 1]; e++)
        if (rings[plane->to[e]] < rings[i] && hypot (plane->x[plane->to[e]], plane->y[plane->to[e]]) > 1)
          {
            double angle = atan2 (plane->y[plane->to[e]], plane->x[plane->to[e]]) - even;

            sine += sin (angle);
            cosine += cos (angle);
          }
    }
  return hypot (sine, cosine) > 1e-9 ? atan2 (sine, cosine) : -G_PI / 2;
}

/* One ring, or several close to each other with every s-th node each. Returns the radius of the last. */
static double
place_ring (NetzLayoutPlane *plane, const guint *rings, const guint *order, guint n, double inner)
{
  double side = netz_layout_plane_get_mean_side (plane), radius = inner + APART * side;
  double needed = netz_layout_arc_get_radius (plane, order, n), turn = find_turn (plane, rings, order, n);
  g_autofree guint *part = g_new (guint, n);
  guint s = 1;

  while (needed > CROWDED * s * (radius + (s - 1) * CLOSE * side / 2))
    s++;
  for (guint offset = 0; offset < s; offset++)
    {
      guint count = 0;

      for (guint k = offset; k < n; k += s)
        part[count++] = order[k];
      radius = netz_layout_arc_place (plane, part, count, radius, turn + 2 * G_PI * offset / n);
      if (offset + 1 < s)
        radius += CLOSE * side;
    }
  return radius;
}

gboolean
netz_layout_run_rings (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                       GError **error)
{
  g_autoptr (NetzLayoutPlane) whole = netz_layout_plane_new (graph), plane = netz_layout_plane_new_free (whole);
  g_autofree guint *distances = g_new (guint, plane->n);
  g_autoptr (NetzLayoutRows) rows = NULL;
  guint focus = NETZ_LAYOUT_NOWHERE, n_rings;
  double radius = 0;

  if (plane->n == 0)
    return TRUE;
  for (guint i = 0; i < plane->n; i++)
    if (plane->nodes[i] == options->focus)
      focus = i;
  if (focus == NETZ_LAYOUT_NOWHERE)
    focus = find_focus (plane);
  n_rings = find_rings (plane, focus, distances);
  rows = netz_layout_rows_new (distances, plane->n, n_rings, TRUE);
  netz_layout_rows_order (rows, plane, job);
  plane->x[focus] = plane->y[focus] = 0;
  for (guint ring = 1; ring < n_rings && !netz_layout_job_is_cancelled (job); ring++)
    radius = place_ring (plane, distances, rows->nodes + rows->first[ring], rows->first[ring + 1] - rows->first[ring],
                         radius);
  netz_layout_plane_put_back (plane, whole);
  netz_layout_plane_write (whole, graph);
  return TRUE;
}
