/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-grid.h"

#include <math.h>
#include <string.h>

/* A box so many times as wide or high as usual is looked at apart, or one of them would make all cells large. */
#define LARGE 3.0
#define CELLS_A_NODE 4

/**
 * netz_layout_grid_new:
 * @plane: a plane whose boxes keep their sizes
 *
 * Returns: (transfer full): a grid for it, to be filled
 */
NetzLayoutGrid *
netz_layout_grid_new (const NetzLayoutPlane *plane)
{
  NetzLayoutGrid *self = g_new0 (NetzLayoutGrid, 1);
  double mean_width = 0, mean_height = 0;

  self->first = g_new (guint, (gsize) plane->n * CELLS_A_NODE + 64);
  self->nodes = g_new (guint, plane->n);
  self->cells = g_new (guint, plane->n);
  self->large = g_new (guint, plane->n);
  for (guint i = 0; i < plane->n; i++)
    {
      mean_width += 2 * plane->half_width[i] / plane->n;
      mean_height += 2 * plane->half_height[i] / plane->n;
    }
  self->cell_width = self->cell_height = 1;
  for (guint i = 0; i < plane->n; i++)
    if (plane->half_width[i] * 2 > LARGE * mean_width || plane->half_height[i] * 2 > LARGE * mean_height)
      self->large[self->n_large++] = i;
    else
      {
        self->cell_width = MAX (self->cell_width, plane->half_width[i] * 2);
        self->cell_height = MAX (self->cell_height, plane->half_height[i] * 2);
      }
  return self;
}

/**
 * netz_layout_grid_free:
 * @self: (transfer full): a grid
 */
void
netz_layout_grid_free (NetzLayoutGrid *self)
{
  g_free (self->first);
  g_free (self->nodes);
  g_free (self->cells);
  g_free (self->large);
  g_free (self);
}

/* Cells can become larger than they need be, where a few nodes are far out. */
static void
set_size (NetzLayoutGrid *self, const NetzLayoutPlane *plane)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY, columns, rows;

  for (guint i = 0; i < plane->n; i++)
    {
      left = MIN (left, plane->x[i]);
      right = MAX (right, plane->x[i]);
      top = MIN (top, plane->y[i]);
      bottom = MAX (bottom, plane->y[i]);
    }
  self->left = left;
  self->top = top;
  for (;;)
    {
      columns = floor ((right - left) / self->cell_width) + 1;
      rows = floor ((bottom - top) / self->cell_height) + 1;
      if (columns * rows <= (double) plane->n * CELLS_A_NODE + 60)
        break;
      if (columns >= rows)
        self->cell_width *= 1.5;
      else
        self->cell_height *= 1.5;
    }
  self->columns = (guint) columns;
  self->rows = (guint) rows;
}

/**
 * netz_layout_grid_fill:
 * @self: a grid
 * @plane: its plane
 *
 * Puts each node into the cell where its middle is, in the order of their numbers. O(nodes).
 */
void
netz_layout_grid_fill (NetzLayoutGrid *self, const NetzLayoutPlane *plane)
{
  double per_column, per_row;
  guint n_cells;

  if (plane->n == 0)
    return;
  set_size (self, plane);
  n_cells = self->columns * self->rows;
  per_column = 1 / self->cell_width;
  per_row = 1 / self->cell_height;
  memset (self->first, 0, sizeof (guint) * (n_cells + 2));
  for (guint i = 0; i < plane->n; i++)
    {
      guint column = MIN ((guint) ((plane->x[i] - self->left) * per_column), self->columns - 1);
      guint row = MIN ((guint) ((plane->y[i] - self->top) * per_row), self->rows - 1);

      self->cells[i] = row * self->columns + column;
      self->first[self->cells[i] + 2]++;
    }
  for (guint c = 2; c < n_cells + 2; c++)
    self->first[c] += self->first[c - 1];
  for (guint i = 0; i < plane->n; i++)
    self->nodes[self->first[self->cells[i] + 1]++] = i;
}
