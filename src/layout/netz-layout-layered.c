/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels above each other. A level that is too wide becomes several rows, its nodes staggered. */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-engines.h"
#include "layout/netz-layout-order.h"
#include "layout/netz-layout-separate.h"

#include <math.h>
#include <string.h>

#define ASPECT 2.2        /* of the whole */
#define LEVELS_APART 1.1  /* of a usual box */
#define PASSES 4u

typedef struct
{
  NetzLayoutPlane *plane;
  NetzLayoutRows *rows;
  double width; /* of the whole */
} Layers;

/* Nodes that have come to stand side by side, in the order of the row. */
typedef struct
{
  double wish; /* of the first of them, on average over all */
  double width;
  guint first, n;
} Run;

/*
 * As near to where each would like to be as the order and the widths allow:
 * runs that would overlap become one (pool adjacent violators: Ayer et al. 1955).
 */
static void
fit_row (NetzLayoutPlane *plane, const guint *row, guint n, const double *wishes)
{
  g_autofree Run *runs = g_new (Run, n);
  guint n_runs = 0;

  for (guint k = 0; k < n; k++)
    {
      guint i = row[k];

      runs[n_runs++] = (Run) { wishes[i] - plane->half_width[i], 2 * plane->half_width[i], k, 1 };
      while (n_runs > 1 && runs[n_runs - 2].wish + runs[n_runs - 2].width > runs[n_runs - 1].wish)
        {
          Run *left = &runs[n_runs - 2], *right = &runs[n_runs - 1];

          left->wish = (left->wish * left->n + (right->wish - left->width) * right->n) / (left->n + right->n);
          left->n += right->n;
          left->width += right->width;
          n_runs--;
        }
    }
  for (guint r = 0; r < n_runs; r++)
    {
      double x = runs[r].wish;

      for (guint k = runs[r].first; k < runs[r].first + runs[r].n; k++)
        {
          plane->x[row[k]] = x + plane->half_width[row[k]];
          x += 2 * plane->half_width[row[k]];
        }
    }
}

/* Every s-th node of a level, from `offset` on. */
static guint
pick_row (const Layers *self, guint level, guint offset, guint s, guint *row)
{
  guint n = 0;

  for (guint k = self->rows->first[level] + offset; k < self->rows->first[level + 1]; k += s)
    row[n++] = self->rows->nodes[k];
  return n;
}

static guint
count_rows (const Layers *self, guint level)
{
  double width = 0;

  for (guint k = self->rows->first[level]; k < self->rows->first[level + 1]; k++)
    width += 2 * self->plane->half_width[self->rows->nodes[k]];
  return MAX (1, (guint) ceil (width / self->width - 0.05));
}

static void
place_evenly (Layers *self, guint level)
{
  guint from = self->rows->first[level], n = self->rows->first[level + 1] - from;

  for (guint k = 0; k < n; k++)
    self->plane->x[self->rows->nodes[from + k]] = ((k + 0.5) / n - 0.5) * self->width;
}

/* Half a wish for the partners, half for an even row. */
static void
fit_level (Layers *self, guint level, double *wishes, guint *row)
{
  NetzLayoutPlane *plane = self->plane;
  guint from = self->rows->first[level], n = self->rows->first[level + 1] - from, s = count_rows (self, level);

  for (guint k = 0; k < n; k++)
    {
      guint i = self->rows->nodes[from + k], degree = netz_layout_plane_get_degree (plane, i);
      double even = ((k + 0.5) / n - 0.5) * self->width, sum = 0;

      for (guint e = plane->first[i]; e < plane->first[i + 1]; e++)
        sum += plane->x[plane->to[e]];
      wishes[i] = degree > 0 ? (sum / degree + even) / 2 : even;
    }
  for (guint offset = 0; offset < s; offset++)
    fit_row (plane, row, pick_row (self, level, offset, s, row), wishes);
}

static double
place_heights (Layers *self, guint level, double top, guint *row)
{
  NetzLayoutPlane *plane = self->plane;
  guint s = count_rows (self, level);

  for (guint offset = 0; offset < s; offset++)
    {
      guint n = pick_row (self, level, offset, s, row);
      double height = 0;

      for (guint k = 0; k < n; k++)
        height = MAX (height, 2 * plane->half_height[row[k]]);
      /* shapes stand in one line, whatever lies below them */
      for (guint k = 0; k < n; k++)
        plane->y[row[k]] = top + plane->half_height[row[k]];
      top += height;
    }
  return top;
}

static void
place_layers (Layers *self)
{
  double side = netz_layout_plane_get_mean_side (self->plane), top = 0;
  g_autofree double *wishes = g_new0 (double, self->plane->n);
  g_autofree guint *row = g_new (guint, self->plane->n);

  self->width = side * MAX (sqrt (self->plane->n * ASPECT), 1);
  for (guint level = 0; level < self->rows->n; level++)
    place_evenly (self, level);
  for (guint pass = 0; pass < PASSES; pass++)
    for (guint k = 0; k < self->rows->n; k++)
      fit_level (self, pass % 2 == 0 ? k : self->rows->n - 1 - k, wishes, row);
  for (guint level = 0; level < self->rows->n; level++)
    if (self->rows->first[level + 1] > self->rows->first[level])
      top = place_heights (self, level, top, row) + LEVELS_APART * side;
}

/* The part of a graph that moves, below the rest or where it was. */
gboolean
netz_layout_run_layered (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                         GError **error)
{
  g_autoptr (NetzLayoutPlane) whole = netz_layout_plane_new (graph), plane = netz_layout_plane_new_free (whole);
  g_autofree guint *levels = g_new (guint, plane->n);
  g_autoptr (NetzLayoutRows) rows = NULL;
  Layers layers = { plane };

  for (guint i = 0; i < plane->n; i++)
    levels[i] = graph->groups[plane->nodes[i]];
  rows = netz_layout_rows_new (levels, plane->n, graph->n_groups, FALSE);
  netz_layout_rows_order (rows, plane, job);
  layers.rows = rows;
  place_layers (&layers);
  netz_layout_plane_put_back (plane, whole);
  netz_layout_plane_write (whole, graph);
  return TRUE;
}
