/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-spread.h"

#include <math.h>
#include <string.h>

#define LEAST_CELLS 16u  /* a side */
#define MOST_CELLS 160u
#define MARGIN 0.06      /* around the drawing, as a share of its size */
#define FLOOR 0.55       /* a place without boxes counts as so dense, compared to what is wanted: it shrinks little */
#define STEPS 8          /* in time */
#define PIECE 512u

typedef struct
{
  NetzLayoutPlane *plane;
  guint n;          /* cells a side */
  double left, top; /* of the grid */
  double width, height; /* of a cell */
  float *density;   /* a row after the other */
  float *flow_x;    /* through the left face of each cell; one more a row */
  float *flow_y;    /* through the upper face of each cell; one row more */
  float mean;
} Flow;

static void
frame_drawing (Flow *self)
{
  NetzLayoutBox bounds = netz_layout_plane_get_bounds (self->plane);
  double width = (bounds.right - bounds.left) * (1 + 2 * MARGIN);
  double height = (bounds.bottom - bounds.top) * (1 + 2 * MARGIN);

  self->left = (bounds.left + bounds.right - width) / 2;
  self->top = (bounds.top + bounds.bottom - height) / 2;
  self->width = width / self->n;
  self->height = height / self->n;
}

/* Each box as a point with its area, shared by the four cells whose middles are nearest. */
static void
measure_density (Flow *self, double floor_density)
{
  const NetzLayoutPlane *plane = self->plane;
  double sum = 0;
  guint n = self->n;

  memset (self->density, 0, sizeof (float) * n * n);
  for (guint i = 0; i < plane->n; i++)
    {
      double column = CLAMP ((plane->x[i] - self->left) / self->width - 0.5, 0, n - 1.001);
      double row = CLAMP ((plane->y[i] - self->top) / self->height - 0.5, 0, n - 1.001);
      guint c = (guint) column, r = (guint) row;
      float share_x = (float) (column - c), share_y = (float) (row - r);
      float area = (float) (4 * plane->half_width[i] * plane->half_height[i] / (self->width * self->height));

      self->density[r * n + c] += area * (1 - share_x) * (1 - share_y);
      self->density[r * n + c + 1] += area * share_x * (1 - share_y);
      self->density[(r + 1) * n + c] += area * (1 - share_x) * share_y;
      self->density[(r + 1) * n + c + 1] += area * share_x * share_y;
    }
  for (guint i = 0; i < n * n; i++)
    {
      self->density[i] = MAX (self->density[i], (float) floor_density);
      sum += self->density[i];
    }
  self->mean = (float) (sum / n / n);
}

/* to = table × from, and then the other way round, so that two calls do rows and columns. */
static void
multiply (const float *restrict table, const float *restrict from, float *restrict to, guint n)
{
  float row[MOST_CELLS];

  for (guint k = 0; k < n; k++)
    {
      memset (row, 0, sizeof row);
      for (guint i = 0; i < n; i++)
        {
          float factor = table[k * n + i];

          for (guint j = 0; j < n; j++)
            row[j] += factor * from[i * n + j];
        }
      for (guint j = 0; j < n; j++)
        to[j * n + k] = row[j];
    }
}

static void
fill_cosines (float *table, float *turned, guint n)
{
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      {
        double value = cos (G_PI * k * (i + 0.5) / n) * sqrt ((k > 0 ? 2.0 : 1.0) / n);

        table[k * n + i] = (float) value;
        turned[i * n + k] = (float) value;
      }
}

/* The potential whose slope carries the surplus away, by cosine transforms: nothing flows over the edge. */
static void
find_potential (const Flow *self, float *potential)
{
  guint n = self->n;
  gsize size = (gsize) n * n;
  g_autofree float *room = g_new (float, 3 * size);
  float *table = room, *turned = room + size, *other = room + 2 * size;

  fill_cosines (table, turned, n);
  multiply (table, self->density, other, n);
  multiply (table, other, potential, n);
  for (guint r = 0; r < n; r++)
    for (guint c = 0; c < n; c++)
      {
        double slope = (2 * cos (G_PI * c / n) - 2) / (self->width * self->width)
                       + (2 * cos (G_PI * r / n) - 2) / (self->height * self->height);

        potential[r * n + c] = r + c > 0 ? (float) (potential[r * n + c] / slope) : 0;
      }
  multiply (turned, potential, other, n);
  multiply (turned, other, potential, n);
}

static void
find_flow (Flow *self)
{
  guint n = self->n;
  g_autofree float *potential = g_new (float, (gsize) n * n);

  find_potential (self, potential);
  memset (self->flow_x, 0, sizeof (float) * n * (n + 1));
  memset (self->flow_y, 0, sizeof (float) * n * (n + 1));
  for (guint r = 0; r < n; r++)
    for (guint c = 1; c < n; c++)
      {
        self->flow_x[r * (n + 1) + c] = (float) ((potential[r * n + c] - potential[r * n + c - 1]) / self->width);
        self->flow_y[c * n + r] = (float) ((potential[c * n + r] - potential[(c - 1) * n + r]) / self->height);
      }
}

/* Between four values of a table with `stride` columns, at a place in its units. */
static float
look_up (const float *table, guint stride, guint columns, guint rows, double column, double row)
{
  guint c, r;
  float share_x, share_y;

  column = CLAMP (column, 0, columns - 1.001);
  row = CLAMP (row, 0, rows - 1.001);
  c = (guint) column;
  r = (guint) row;
  share_x = (float) (column - c);
  share_y = (float) (row - r);
  return (table[r * stride + c] * (1 - share_x) + table[r * stride + c + 1] * share_x) * (1 - share_y)
         + (table[(r + 1) * stride + c] * (1 - share_x) + table[(r + 1) * stride + c + 1] * share_x) * share_y;
}

static void
get_speed (const Flow *self, double x, double y, double time, double *speed_x, double *speed_y)
{
  double column = (x - self->left) / self->width, row = (y - self->top) / self->height;
  guint n = self->n;
  double density = look_up (self->density, n, n, n, column - 0.5, row - 0.5) * (1 - time) + self->mean * time;

  *speed_x = look_up (self->flow_x, n + 1, n + 1, n, column, row - 0.5) / density;
  *speed_y = look_up (self->flow_y, n, n, n + 1, column - 0.5, row) / density;
}

static void
carry (guint from, guint to, gpointer data)
{
  Flow *self = data;

  for (guint i = from; i < to; i++)
    {
      double x = self->plane->x[i], y = self->plane->y[i];

      for (guint step = 0; step < STEPS; step++)
        {
          double time = step / (double) STEPS, half = 0.5 / STEPS, speed_x, speed_y;

          get_speed (self, x, y, time, &speed_x, &speed_y);
          get_speed (self, x + speed_x * half, y + speed_y * half, time + half, &speed_x, &speed_y);
          x += speed_x / STEPS;
          y += speed_y / STEPS;
        }
      self->plane->x[i] = x;
      self->plane->y[i] = y;
    }
}

static void
scale_about_middle (NetzLayoutPlane *plane, double factor)
{
  for (guint i = 0; i < plane->n; i++)
    {
      plane->x[i] *= factor;
      plane->y[i] *= factor;
    }
}

/**
 * netz_layout_spread:
 * @plane: a plane of which nothing is fixed, its middle about (0, 0)
 * @job: whose threads do it
 * @fill: how much of the place shall be covered by boxes, 0 to 1
 * @passes: how often the flow is computed: a further pass sees finer parts
 *
 * O(passes × (nodes + cells of a side³)).
 */
void
netz_layout_spread (NetzLayoutPlane *plane, const NetzLayoutJob *job, double fill, guint passes)
{
  guint n = CLAMP ((guint) (1.3 * sqrt (plane->n)), LEAST_CELLS, MOST_CELLS);
  gsize size = (gsize) n * (n + 1);
  g_autofree float *room = g_new (float, 3 * size);
  Flow self = { plane, n, 0, 0, 0, 0, room, room + size, room + 2 * size };

  for (guint pass = 0; pass < passes && !netz_layout_job_is_cancelled (job); pass++)
    {
      frame_drawing (&self);
      measure_density (&self, FLOOR * fill);
      find_flow (&self);
      netz_layout_job_share (job, plane->n, PIECE, carry, &self);
      scale_about_middle (plane, sqrt (self.mean / fill));
    }
}
