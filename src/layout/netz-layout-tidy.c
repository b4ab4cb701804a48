/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those engines that leave things where they are as far as can be: on the map, tidied, and only the new ones. */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-engines.h"
#include "layout/netz-layout-place.h"
#include "layout/netz-layout-separate.h"
#include "layout/netz-layout-spread.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NEARLY 14.0      /* so little apart, two are meant to stand in one line */
#define ROUNDS 80u
#define MAP_FILL 0.35
#define MAP_ROUNDS 150u

typedef struct
{
  double place;
  guint node;
} Standing;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Standing *p = a, *q = b;

  if (p->place != q->place)
    return p->place < q->place ? -1 : 1;
  return (p->node > q->node) - (p->node < q->node);
}

static gboolean
is_free (const NetzLayoutPlane *plane, guint i, double x, double y)
{
  for (guint j = 0; j < plane->n; j++)
    if (j != i && fabs (x - plane->x[j]) < plane->half_width[i] + plane->half_width[j] - NETZ_LAYOUT_SLACK
        && fabs (y - plane->y[j]) < plane->half_height[i] + plane->half_height[j] - NETZ_LAYOUT_SLACK)
      return FALSE;
  return TRUE;
}

/* The line of those that are nearly in one: where a fixed one of them is, or their mean. */
static double
find_line (const NetzLayoutPlane *plane, const Standing *standing, guint n)
{
  double sum = 0;

  for (guint k = 0; k < n; k++)
    {
      if (plane->fixed[standing[k].node])
        return standing[k].place;
      sum += standing[k].place;
    }
  return sum / n;
}

static void
move_into_line (NetzLayoutPlane *plane, double *places, const Standing *standing, guint n)
{
  double line = find_line (plane, standing, n);

  for (guint k = 0; k < n; k++)
    {
      guint i = standing[k].node;

      if (!plane->fixed[i]
          && is_free (plane, i, places == plane->x ? line : plane->x[i], places == plane->y ? line : plane->y[i]))
        places[i] = line;
    }
}

/* By the points that people see in line, which are not the middles of the boxes: @offsets apart. */
static void
align (NetzLayoutPlane *plane, double *places, const double *offsets)
{
  g_autofree Standing *standing = g_new (Standing, plane->n);
  guint from = 0;

  for (guint i = 0; i < plane->n; i++)
    {
      places[i] -= offsets[i];
      standing[i] = (Standing) { places[i], i };
    }
  qsort (standing, plane->n, sizeof (Standing), compare_places);
  for (guint i = 0; i < plane->n; i++)
    places[i] += offsets[i];
  for (guint k = 1; k <= plane->n; k++)
    if (k == plane->n || standing[k].place - standing[from].place > NEARLY)
      {
        double line = find_line (plane, standing + from, k - from);

        for (guint m = from; m < k && k - from > 1; m++)
          {
            Standing one = { line + offsets[standing[m].node], standing[m].node };

            if (!plane->fixed[one.node])
              move_into_line (plane, places, &one, 1);
          }
        from = k;
      }
}

gboolean
netz_layout_run_tidy (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                      GError **error)
{
  g_autoptr (NetzLayoutPlane) plane = netz_layout_plane_new (graph);
  g_autofree double *offsets = g_new (double, 2 * (gsize) plane->n);

  for (guint i = 0; i < plane->n; i++)
    {
      offsets[i] = (graph->boxes[i].left + graph->boxes[i].right) / 2;
      offsets[plane->n + i] = (graph->boxes[i].top + graph->boxes[i].bottom) / 2;
    }
  netz_layout_place_beside (plane);
  netz_layout_separate (plane, job, ROUNDS);
  netz_layout_settle (plane, job);
  if (!netz_layout_job_is_cancelled (job))
    {
      align (plane, plane->x, offsets);
      align (plane, plane->y, offsets + plane->n);
    }
  netz_layout_plane_write (plane, graph);
  return TRUE;
}

gboolean
netz_layout_run_new (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                     GError **error)
{
  g_autoptr (NetzLayoutPlane) plane = netz_layout_plane_new (graph);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plane->n; i++)
    if (!isnan (plane->x[i]))
      g_array_append_val (placed, i);
  if (placed->len == 0)
    return netz_layout_run_force (graph, options, job, error);
  for (guint k = 0; k < placed->len; k++)
    plane->fixed[g_array_index (placed, guint, k)] = 1;
  netz_layout_place_beside (plane);
  netz_layout_settle (plane, job);
  netz_layout_plane_write (plane, graph);
  return TRUE;
}

/* Below the map, those that are not on it: beside their partners nothing could tell them from those that are. */
static void
write_unknown (NetzLayoutGraph *graph, GArray *unknown, double left, double right, double top)
{
  double x = left, y = top, row = 0;

  for (guint k = 0; k < unknown->len; k++)
    {
      guint i = g_array_index (unknown, guint, k);
      const NetzLayoutBox *box = &graph->boxes[i];
      double width = box->right - box->left + NETZ_LAYOUT_GAP;

      if (x > left && x + width > right)
        {
          x = left;
          y += row;
          row = 0;
        }
      graph->x[i] = x - box->left;
      graph->y[i] = y - box->top;
      x += width;
      row = MAX (row, box->bottom - box->top + NETZ_LAYOUT_GAP);
    }
}

static void
split_by_map (const NetzLayoutGraph *graph, GArray *known, GArray *unknown)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    if (!graph->fixed[i])
      g_array_append_val (isfinite (graph->map_x[i]) && isfinite (graph->map_y[i]) ? known : unknown, i);
}

/* The places of the map, scaled so that the boxes would just have room if they were evenly spread. */
static void
scale_map (NetzLayoutPlane *plane, const NetzLayoutGraph *graph)
{
  double mean_x = 0, mean_y = 0, squares = 0, side = netz_layout_plane_get_mean_side (plane), factor;

  for (guint i = 0; i < plane->n; i++)
    {
      mean_x += graph->map_x[plane->nodes[i]] / plane->n;
      mean_y += graph->map_y[plane->nodes[i]] / plane->n;
    }
  for (guint i = 0; i < plane->n; i++)
    {
      plane->x[i] = graph->map_x[plane->nodes[i]] - mean_x;
      plane->y[i] = graph->map_y[plane->nodes[i]] - mean_y;
      squares += plane->x[i] * plane->x[i] + plane->y[i] * plane->y[i];
    }
  factor = squares > 0 ? side * plane->n / sqrt (2 * G_PI * MAP_FILL * squares) : 0;
  for (guint i = 0; i < plane->n; i++)
    {
      plane->x[i] *= factor;
      plane->y[i] *= factor;
    }
}

gboolean
netz_layout_run_map (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job, GError **error)
{
  g_autoptr (NetzLayoutPlane) whole = netz_layout_plane_new (graph), plane = NULL;
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) unknown = g_array_new (FALSE, FALSE, sizeof (guint));
  NetzLayoutBox bounds;

  split_by_map (graph, known, unknown);
  if (known->len == 0)
    {
      g_set_error_literal (error, NETZ_LAYOUT_ERROR, NETZ_LAYOUT_ERROR_NOTHING,
                           _("None of the institutions has coordinates, so there is no map to arrange them by."));
      return FALSE;
    }
  plane = netz_layout_plane_new_part (whole, (const guint *) known->data, known->len);
  scale_map (plane, graph);
  if (plane->n > 2)
    netz_layout_spread (plane, job, MAP_FILL, 2);
  netz_layout_separate (plane, job, MAP_ROUNDS);
  netz_layout_settle (plane, job);
  netz_layout_plane_write_part (plane, whole);
  netz_layout_plane_write (whole, graph);
  bounds = netz_layout_plane_get_bounds (plane);
  write_unknown (graph, unknown, bounds.left,
                 MAX (bounds.right, bounds.left + sqrt (unknown->len) * netz_layout_plane_get_mean_side (whole)),
                 bounds.bottom + netz_layout_plane_get_mean_side (whole));
  return TRUE;
}
