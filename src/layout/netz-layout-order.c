/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-order.h"

#include <math.h>
#include <string.h>

#define SWEEPS 24u

/* Where each node is in its row, 0 to 1. */
typedef struct
{
  NetzLayoutRows *rows;
  const NetzLayoutPlane *plane;
  double *places;
  double *wishes;
} Ordering;

/**
 * netz_layout_rows_new:
 * @row: (array length=n_nodes): the row of each node
 * @n_nodes: how many nodes
 * @n_rows: how many rows
 * @round: whether they are rings
 *
 * Returns: (transfer full): rows, their nodes in the order of their numbers
 */
NetzLayoutRows *
netz_layout_rows_new (const guint *row, guint n_nodes, guint n_rows, gboolean round)
{
  NetzLayoutRows *self = g_new0 (NetzLayoutRows, 1);
  g_autofree guint *next = g_new (guint, n_rows + 1);

  self->n = n_rows;
  self->round = round;
  self->first = g_new0 (guint, n_rows + 1);
  self->nodes = g_new (guint, n_nodes);
  self->row = g_memdup2 (row, sizeof (guint) * n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    self->first[row[i] + 1]++;
  for (guint r = 0; r < n_rows; r++)
    self->first[r + 1] += self->first[r];
  memcpy (next, self->first, sizeof (guint) * (n_rows + 1));
  for (guint i = 0; i < n_nodes; i++)
    self->nodes[next[row[i]]++] = i;
  return self;
}

/**
 * netz_layout_rows_free:
 * @self: (transfer full): rows
 */
void
netz_layout_rows_free (NetzLayoutRows *self)
{
  g_free (self->first);
  g_free (self->nodes);
  g_free (self->row);
  g_free (self);
}

static void
number_places (Ordering *self, guint row)
{
  const NetzLayoutRows *rows = self->rows;
  guint from = rows->first[row], n = rows->first[row + 1] - from;

  for (guint k = 0; k < n; k++)
    self->places[rows->nodes[from + k]] = (k + 0.5) / n;
}

static int
compare_wishes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ordering *self = data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  if (self->wishes[i] != self->wishes[j])
    return self->wishes[i] < self->wishes[j] ? -1 : 1;
  if (self->places[i] != self->places[j])
    return self->places[i] < self->places[j] ? -1 : 1;
  return (i > j) - (i < j);
}

/* On a ring the mean is that of directions. */
static double
find_wish (const Ordering *self, guint node)
{
  const NetzLayoutPlane *plane = self->plane;
  guint degree = netz_layout_plane_get_degree (plane, node);
  double sum = 0, sine = 0, cosine = 0, wish;

  if (degree == 0)
    return self->places[node];
  for (guint e = plane->first[node]; e < plane->first[node + 1]; e++)
    {
      double place = self->places[plane->to[e]];

      sum += place;
      sine += sin (place * 2 * G_PI);
      cosine += cos (place * 2 * G_PI);
    }
  if (!self->rows->round)
    return sum / degree;
  if (hypot (sine, cosine) < 1e-9)
    return self->places[node];
  wish = atan2 (sine, cosine) / (2 * G_PI);
  return wish < 0 ? wish + 1 : wish;
}

static void
sweep_row (Ordering *self, guint row)
{
  const NetzLayoutRows *rows = self->rows;
  guint from = rows->first[row], n = rows->first[row + 1] - from;

  for (guint k = from; k < from + n; k++)
    self->wishes[rows->nodes[k]] = find_wish (self, rows->nodes[k]);
  g_qsort_with_data (rows->nodes + from, (int) n, sizeof (guint), compare_wishes, self);
  number_places (self, row);
}

static double
get_way (const Ordering *self, guint i, guint j)
{
  double way = fabs (self->places[i] - self->places[j]);

  return self->rows->round ? MIN (way, 1 - way) : way;
}

/* Short edges are a good stand-in for few crossings, and a quick one. */
static double
sum_ways (const Ordering *self)
{
  double sum = 0;

  for (guint i = 0; i < self->plane->n; i++)
    for (guint e = self->plane->first[i]; e < self->plane->first[i + 1]; e++)
      sum += get_way (self, i, self->plane->to[e]);
  return sum;
}

/**
 * netz_layout_rows_order:
 * @self: rows
 * @plane: whose nodes they are; two rows need not be beside each other for an edge between them to count
 * @job: the job
 *
 * O(n log n + edges), some twenty times.
 */
void
netz_layout_rows_order (NetzLayoutRows *self, const NetzLayoutPlane *plane, const NetzLayoutJob *job)
{
  g_autofree double *room = g_new0 (double, 2 * (gsize) plane->n);
  g_autofree guint *best = g_memdup2 (self->nodes, sizeof (guint) * plane->n);
  Ordering ordering = { self, plane, room, room + plane->n };
  double least;

  for (guint row = 0; row < self->n; row++)
    number_places (&ordering, row);
  least = sum_ways (&ordering);
  for (guint sweep = 0; sweep < SWEEPS && !netz_layout_job_is_cancelled (job); sweep++)
    {
      double sum;

      for (guint k = 0; k < self->n; k++)
        sweep_row (&ordering, sweep % 2 == 0 ? k : self->n - 1 - k);
      sum = sum_ways (&ordering);
      if (sum < least)
        {
          least = sum;
          memcpy (best, self->nodes, sizeof (guint) * plane->n);
        }
      netz_layout_job_report (job, (sweep + 1.0) / SWEEPS);
    }
  if (plane->n > 0)
    memcpy (self->nodes, best, sizeof (guint) * plane->n);
}
