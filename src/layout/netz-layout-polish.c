/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-polish.h"

#include <math.h>
#include <string.h>

/* What is weighed against what: a stress of so much, one crossing an edge, one box passed through an edge. */
#define USUAL_STRESS 0.03
#define CROSSING 0.8
#define PASS 0.6
#define TRIES 6          /* new places for a node in a round */
#define EFFORT 60000000u /* bounds the rounds for large drawings */
#define MOST_ROUNDS 60u
#define LEAST_ROUNDS 4u

typedef struct
{
  NetzLayoutPlane *plane;
  guint n_edges;
  guint *from, *to;    /* edges, each once */
  float *distances;    /* n × n, in edges; 0 where no way leads */
  double scale;        /* how long one edge should be */
  double side;         /* of a usual box */
  guint64 chance;
} Polish;

typedef struct
{
  double x, y;
} Point;

static void
measure_distances (Polish *self)
{
  guint n = self->plane->n;
  g_autofree guint *distances = g_new (guint, n);
  g_autofree guint *queue = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      netz_layout_plane_measure_from (self->plane, i, distances, queue);
      for (guint j = 0; j < n; j++)
        self->distances[i * n + j] = distances[j] != NETZ_LAYOUT_NOWHERE ? distances[j] : 0;
    }
}

static void
measure_scale (Polish *self)
{
  const NetzLayoutPlane *plane = self->plane;
  double sum = 0, squares = 0;

  for (guint i = 0; i < plane->n; i++)
    for (guint j = 0; j < i; j++)
      {
        double distance = self->distances[i * plane->n + j], ratio;

        if (distance == 0)
          continue;
        ratio = hypot (plane->x[i] - plane->x[j], plane->y[i] - plane->y[j]) / distance;
        sum += ratio;
        squares += ratio * ratio;
      }
  self->scale = sum > 0 ? squares / sum : 1;
}

static double
get_stress (const Polish *self, guint i, Point at)
{
  const NetzLayoutPlane *plane = self->plane;
  const float *distances = self->distances + (gsize) i * plane->n;
  double stress = 0;

  for (guint j = 0; j < plane->n; j++)
    {
      double dx = plane->x[j] - at.x, dy = plane->y[j] - at.y, off;

      if (distances[j] == 0)
        continue;
      off = sqrt (dx * dx + dy * dy) / (self->scale * distances[j]) - 1;
      stress += off * off;
    }
  return stress;
}

static inline double
turn (Point a, Point b, Point c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static inline gboolean
do_cross (Point a, Point b, Point c, Point d)
{
  return (turn (a, b, c) > 0) != (turn (a, b, d) > 0) && (turn (c, d, a) > 0) != (turn (c, d, b) > 0);
}

/* By the corners of the box: all on one side of the line, or not. */
static inline gboolean
passes (const NetzLayoutPlane *plane, guint i, Point box, Point a, Point b)
{
  double half_width = plane->half_width[i] - NETZ_LAYOUT_GAP / 2;
  double half_height = plane->half_height[i] - NETZ_LAYOUT_GAP / 2;
  double dx = b.x - a.x, dy = b.y - a.y;

  if (MAX (a.x, b.x) < box.x - half_width || MIN (a.x, b.x) > box.x + half_width || MAX (a.y, b.y) < box.y - half_height
      || MIN (a.y, b.y) > box.y + half_height)
    return FALSE;
  return fabs (turn (a, b, box)) < fabs (dx) * half_height + fabs (dy) * half_width;
}

static Point
get_place (const Polish *self, guint i)
{
  return (Point) { self->plane->x[i], self->plane->y[i] };
}

/* Crossings and passes of one edge of i, which leads to j. */
static double
get_cost_of_edge (const Polish *self, guint i, Point at, guint j)
{
  const NetzLayoutPlane *plane = self->plane;
  Point other = get_place (self, j);
  double crossings = 0, n_passes = 0;

  for (guint e = 0; e < self->n_edges; e++)
    {
      guint a = self->from[e], b = self->to[e];

      if (a != i && b != i && a != j && b != j)
        crossings += do_cross (at, other, get_place (self, a), get_place (self, b));
    }
  for (guint k = 0; k < plane->n; k++)
    if (k != i && k != j)
      n_passes += passes (plane, k, get_place (self, k), at, other);
  return CROSSING * crossings + PASS * n_passes;
}

static double
get_cost (const Polish *self, guint i, Point at, double limit)
{
  const NetzLayoutPlane *plane = self->plane;
  double cost = 2 * get_stress (self, i, at) / (USUAL_STRESS * plane->n * MAX (plane->n - 1, 1u));
  double per_edge = 1.0 / MAX (self->n_edges, 1);

  for (guint e = plane->first[i]; e < plane->first[i + 1] && cost < limit; e++)
    cost += per_edge * get_cost_of_edge (self, i, at, plane->to[e]);
  for (guint e = 0; e < self->n_edges && cost < limit; e++)
    if (self->from[e] != i && self->to[e] != i)
      cost += per_edge * PASS * passes (plane, i, at, get_place (self, self->from[e]), get_place (self, self->to[e]));
  return cost;
}

static gboolean
is_free (const Polish *self, guint i, Point at)
{
  const NetzLayoutPlane *plane = self->plane;

  for (guint j = 0; j < plane->n; j++)
    if (j != i && fabs (at.x - plane->x[j]) < plane->half_width[i] + plane->half_width[j] - NETZ_LAYOUT_SLACK
        && fabs (at.y - plane->y[j]) < plane->half_height[i] + plane->half_height[j] - NETZ_LAYOUT_SLACK)
      return FALSE;
  return TRUE;
}

/* Somewhere about where it is, or about the middle of its neighbours. */
static Point
pick_place (Polish *self, guint i, guint try, double reach)
{
  const NetzLayoutPlane *plane = self->plane;
  guint degree = netz_layout_plane_get_degree (plane, i);
  double angle = netz_layout_random_double (&self->chance) * 2 * G_PI;
  double distance = (0.1 + netz_layout_random_double (&self->chance)) * reach;
  Point at = get_place (self, i);

  if (try == 0 && degree > 0)
    {
      at = (Point) { 0, 0 };
      for (guint e = plane->first[i]; e < plane->first[i + 1]; e++)
        {
          at.x += plane->x[plane->to[e]] / degree;
          at.y += plane->y[plane->to[e]] / degree;
        }
      distance = MIN (distance, 2 * self->side);
    }
  return (Point) { at.x + cos (angle) * distance, at.y + sin (angle) * distance };
}

static void
improve (Polish *self, guint i, double reach)
{
  double cost = get_cost (self, i, get_place (self, i), INFINITY);

  for (guint try = 0; try < TRIES; try++)
    {
      Point at = pick_place (self, i, try, reach);
      double other;

      if (!is_free (self, i, at))
        continue;
      other = get_cost (self, i, at, cost);
      if (other >= cost)
        continue;
      cost = other;
      self->plane->x[i] = at.x;
      self->plane->y[i] = at.y;
    }
}

/**
 * netz_layout_polish:
 * @plane: a plane without overlaps; it has none afterwards
 * @job: whose chance picks places to try
 *
 * One thread; bounded by a number of steps, a tenth of a second or so. Does
 * nothing where there are too many edges for that.
 */
void
netz_layout_polish (NetzLayoutPlane *plane, const NetzLayoutJob *job)
{
  guint n = plane->n, n_edges = netz_layout_plane_get_n_edges (plane);
  g_autofree float *distances = g_new (float, (gsize) n * n);
  g_autofree guint *ends = g_new (guint, 2 * n_edges);
  Polish self = { plane, 0, ends, ends + n_edges, distances, 1, netz_layout_plane_get_mean_side (plane), job->seed };
  guint64 effort = (guint64) TRIES * (2 * (guint64) n_edges * (n_edges + n) + (guint64) n * n) + 1;
  guint n_rounds = (guint) CLAMP (EFFORT / effort, LEAST_ROUNDS, MOST_ROUNDS);
  double reach = self.side * sqrt (n);

  if (effort > EFFORT)
    return;
  for (guint i = 0; i < n; i++)
    for (guint e = plane->first[i]; e < plane->first[i + 1]; e++)
      if (plane->to[e] > i)
        {
          self.from[self.n_edges] = i;
          self.to[self.n_edges++] = plane->to[e];
        }
  measure_distances (&self);
  measure_scale (&self);
  for (guint round = 0; round < n_rounds && !netz_layout_job_is_cancelled (job); round++)
    {
      double left = 1 - round / (double) n_rounds;

      for (guint i = 0; i < n; i++)
        if (!plane->fixed[i])
          improve (&self, i, self.side * 0.3 + reach * left * left);
      netz_layout_job_report (job, (round + 1.0) / n_rounds);
    }
}
