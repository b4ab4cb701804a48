/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-quality.h"

#include "layout/netz-layout-plane.h"

#include <math.h>

/* Crossings of more edges than that are counted on a sample of so many of them. */
#define MAX_COUNTED 20000u
#define SAMPLE 2000u
#define SAMPLE_SEED 4711

/* Each pair once, and where it begins and ends. */
typedef struct
{
  guint a, b;
  double ax, ay, bx, by;
  double left, top, right, bottom;
} Line;

static GArray *
collect_lines (const NetzLayoutGraph *graph, const NetzLayoutPlane *plane)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < plane->n; i++)
    for (guint e = plane->first[i]; e < plane->first[i + 1]; e++)
      {
        guint j = plane->to[e];
        Line line = { i, j, graph->x[i], graph->y[i], graph->x[j], graph->y[j] };

        if (j < i)
          continue;
        line.left = MIN (line.ax, line.bx);
        line.right = MAX (line.ax, line.bx);
        line.top = MIN (line.ay, line.by);
        line.bottom = MAX (line.ay, line.by);
        g_array_append_val (lines, line);
      }
  return lines;
}

static gboolean
is_left_of (const Line *line, double x, double y)
{
  return (line->bx - line->ax) * (y - line->ay) > (line->by - line->ay) * (x - line->ax);
}

static gboolean
do_cross (const Line *p, const Line *q)
{
  if (p->left > q->right || q->left > p->right || p->top > q->bottom || q->top > p->bottom)
    return FALSE;
  if (p->a == q->a || p->a == q->b || p->b == q->a || p->b == q->b)
    return FALSE;
  return is_left_of (p, q->ax, q->ay) != is_left_of (p, q->bx, q->by)
         && is_left_of (q, p->ax, p->ay) != is_left_of (q, p->bx, p->by);
}

static double
count_all_crossings (GArray *lines)
{
  const Line *line = (const Line *) lines->data;
  double n = 0;

  for (guint i = 0; i < lines->len; i++)
    for (guint j = i + 1; j < lines->len; j++)
      n += do_cross (&line[i], &line[j]);
  return n;
}

static double
sample_crossings (GArray *lines)
{
  const Line *line = (const Line *) lines->data;
  guint64 chance = SAMPLE_SEED;
  double n = 0;

  for (guint s = 0; s < SAMPLE; s++)
    {
      guint i = netz_layout_random_below (&chance, lines->len);

      for (guint j = 0; j < lines->len; j++)
        n += do_cross (&line[i], &line[j]);
    }
  return n / SAMPLE * lines->len / 2;
}

/* Clips the line at the four sides of the box (Liang and Barsky 1984). */
static gboolean
passes_through (const Line *line, double left, double top, double right, double bottom)
{
  double dx = line->bx - line->ax, dy = line->by - line->ay, from = 0, to = 1;
  const double steps[] = { -dx, dx, -dy, dy };
  const double rooms[] = { line->ax - left, right - line->ax, line->ay - top, bottom - line->ay };

  if (line->right <= left || line->left >= right || line->bottom <= top || line->top >= bottom)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      if (steps[i] == 0 && rooms[i] <= 0)
        return FALSE;
      if (steps[i] < 0)
        from = MAX (from, rooms[i] / steps[i]);
      else if (steps[i] > 0)
        to = MIN (to, rooms[i] / steps[i]);
    }
  return from < to;
}

static double
count_passes (const NetzLayoutGraph *graph, GArray *lines)
{
  guint n_lines = MIN (lines->len, lines->len > MAX_COUNTED ? SAMPLE : lines->len);
  guint64 chance = SAMPLE_SEED;
  double n = 0;

  for (guint s = 0; s < n_lines; s++)
    {
      guint which = n_lines < lines->len ? netz_layout_random_below (&chance, lines->len) : s;
      const Line *line = &g_array_index (lines, Line, which);

      for (guint i = 0; i < graph->n_nodes; i++)
        if (i != line->a && i != line->b)
          n += passes_through (line, graph->x[i] + graph->boxes[i].left, graph->y[i] + graph->boxes[i].top,
                               graph->x[i] + graph->boxes[i].right, graph->y[i] + graph->boxes[i].bottom);
    }
  return n_lines > 0 ? n / n_lines : 0;
}

static double
measure_length_deviation (GArray *lines)
{
  double sum = 0, squares = 0, mean;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      double length = hypot (line->bx - line->ax, line->by - line->ay);

      sum += length;
      squares += length * length;
    }
  if (sum == 0)
    return 0;
  mean = sum / lines->len;
  return sqrt (MAX (squares / lines->len - mean * mean, 0)) / mean;
}

/* Of the ways from `sources` evenly drawn nodes to all others. */
static double
measure_stress (const NetzLayoutGraph *graph, const NetzLayoutPlane *plane, guint n_sources)
{
  g_autofree guint *distances = g_new (guint, plane->n);
  g_autofree guint *queue = g_new (guint, plane->n);
  guint n = MIN (n_sources, plane->n);
  double sum = 0, squares = 0, count = 0;

  for (guint s = 0; s < n; s++)
    {
      guint source = (guint) ((guint64) s * plane->n / n);

      netz_layout_plane_measure_from (plane, source, distances, queue);
      for (guint i = 0; i < plane->n; i++)
        if (i != source && distances[i] != NETZ_LAYOUT_NOWHERE)
          {
            double ratio = hypot (graph->x[i] - graph->x[source], graph->y[i] - graph->y[source]) / distances[i];

            sum += ratio;
            squares += ratio * ratio;
            count++;
          }
    }
  if (count == 0)
    return 0;
  return squares > 0 ? MAX (1 - sum * sum / squares / count, 0) : 1;
}

static int
compare_left (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *left = data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  return left[i] != left[j] ? (left[i] > left[j]) - (left[i] < left[j]) : (i > j) - (i < j);
}

/**
 * netz_layout_quality_count_overlaps:
 * @graph: a graph, all nodes placed
 *
 * O(n log n + pairs that are above each other).
 *
 * Returns: how many pairs of boxes cover each other; those that touch do not
 */
guint64
netz_layout_quality_count_overlaps (const NetzLayoutGraph *graph)
{
  g_autofree guint *order = g_new (guint, graph->n_nodes);
  g_autofree double *left = g_new (double, graph->n_nodes);
  guint64 n = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      order[i] = i;
      left[i] = graph->x[i] + graph->boxes[i].left;
    }
  g_qsort_with_data (order, (int) graph->n_nodes, sizeof (guint), compare_left, left);
  for (guint a = 0; a < graph->n_nodes; a++)
    {
      guint i = order[a];
      double right = graph->x[i] + graph->boxes[i].right;

      for (guint b = a + 1; b < graph->n_nodes && left[order[b]] < right; b++)
        {
          guint j = order[b];

          n += graph->y[i] + graph->boxes[i].top < graph->y[j] + graph->boxes[j].bottom
               && graph->y[j] + graph->boxes[j].top < graph->y[i] + graph->boxes[i].bottom;
        }
    }
  return n;
}

static void
measure_area (const NetzLayoutGraph *graph, NetzLayoutQuality *quality)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY, covered = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const NetzLayoutBox *box = &graph->boxes[i];

      left = MIN (left, graph->x[i] + box->left);
      right = MAX (right, graph->x[i] + box->right);
      top = MIN (top, graph->y[i] + box->top);
      bottom = MAX (bottom, graph->y[i] + box->bottom);
      covered += (box->right - box->left) * (box->bottom - box->top);
    }
  quality->area = graph->n_nodes > 0 ? (right - left) * (bottom - top) : 0;
  quality->fill = quality->area > 0 ? covered / quality->area : 0;
}

/**
 * netz_layout_quality_measure_stress:
 * @graph: a graph, all nodes placed
 * @n_sources: from how many nodes ways are measured
 *
 * O(sources × (nodes + edges)).
 *
 * Returns: the stress alone
 */
double
netz_layout_quality_measure_stress (const NetzLayoutGraph *graph, guint n_sources)
{
  g_autoptr (NetzLayoutPlane) plane = netz_layout_plane_new (graph);

  return measure_stress (graph, plane, n_sources);
}

/**
 * netz_layout_quality_measure:
 * @graph: a graph, all nodes placed
 * @n_sources: from how many nodes ways are measured for the stress
 * @quality: (out caller-allocates): the figures
 *
 * Crossings and passes of more than 20,000 edges are estimated from 2,000 of
 * them. O(sources × (nodes + edges) + edges × (edges + nodes)).
 */
void
netz_layout_quality_measure (const NetzLayoutGraph *graph, guint n_sources, NetzLayoutQuality *quality)
{
  g_autoptr (NetzLayoutPlane) plane = netz_layout_plane_new (graph);
  g_autoptr (GArray) lines = collect_lines (graph, plane);

  *quality = (NetzLayoutQuality) { 0 };
  quality->stress = measure_stress (graph, plane, n_sources);
  if (lines->len > 0)
    quality->crossings = lines->len > MAX_COUNTED ? sample_crossings (lines) : count_all_crossings (lines);
  quality->crossings_per_edge = lines->len > 0 ? quality->crossings / lines->len : 0;
  quality->overlaps = (double) netz_layout_quality_count_overlaps (graph);
  quality->length_deviation = measure_length_deviation (lines);
  quality->passes = count_passes (graph, lines);
  measure_area (graph, quality);
}
