/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-separate.h"

#include "layout/netz-layout-grid.h"

#include <math.h>
#include <string.h>

#define PIECE 256u
/* How much of what two boxes have to move they move at once; less where a box has many neighbours, for all push. */
#define EAGERNESS 0.55

typedef struct
{
  NetzLayoutPlane *plane;
  NetzLayoutGrid *grid;
  double *move_x, *move_y;
  guint *counts; /* of overlaps, by pieces */
} Separation;

typedef struct
{
  double x, y;
  guint pushes;
  guint n; /* pushes that matter */
} Move;

/* Away from the other, the shorter way; two in one place part by their numbers. */
static inline void
push_apart (const NetzLayoutPlane *plane, guint i, guint j, Move *move)
{
  double dx = plane->x[i] - plane->x[j], dy = plane->y[i] - plane->y[j];
  double over_x = plane->half_width[i] + plane->half_width[j] - fabs (dx);
  double over_y = plane->half_height[i] + plane->half_height[j] - fabs (dy);
  double share = plane->fixed[j] ? 1 : 0.5;

  if (over_x <= 0 || over_y <= 0 || i == j)
    return;
  if (over_x < over_y)
    move->x += (dx > 0 || (dx == 0 && i > j) ? over_x : -over_x) * share;
  else
    move->y += (dy > 0 || (dy == 0 && i > j) ? over_y : -over_y) * share;
  move->n += MIN (over_x, over_y) > NETZ_LAYOUT_SLACK;
  move->pushes++;
}

static void
push_from_cell (const Separation *self, guint i, guint cell, Move *move)
{
  const NetzLayoutGrid *grid = self->grid;

  for (guint k = grid->first[cell]; k < grid->first[cell + 1]; k++)
    push_apart (self->plane, i, grid->nodes[k], move);
}

static void
push_from_large (const Separation *self, guint i, Move *move)
{
  const NetzLayoutGrid *grid = self->grid;

  for (guint k = 0; k < grid->n_large; k++)
    {
      guint column = grid->cells[i] % grid->columns, row = grid->cells[i] / grid->columns;
      guint cell = grid->cells[grid->large[k]];
      guint other_column = cell % grid->columns, other_row = cell / grid->columns;

      if (MAX (column, other_column) - MIN (column, other_column) > 1
          || MAX (row, other_row) - MIN (row, other_row) > 1)
        push_apart (self->plane, i, grid->large[k], move);
    }
}

static gboolean
is_large (const NetzLayoutGrid *grid, guint node)
{
  for (guint k = 0; k < grid->n_large; k++)
    if (grid->large[k] == node)
      return TRUE;
  return FALSE;
}

static void
find_moves (guint from, guint to, gpointer data)
{
  Separation *self = data;
  const NetzLayoutGrid *grid = self->grid;
  guint n_overlaps = 0;

  for (guint k = from; k < to; k++)
    {
      guint i = grid->nodes[k];
      guint column = grid->cells[i] % grid->columns, row = grid->cells[i] / grid->columns;
      Move move = { 0 };
      double eagerness;

      if (grid->n_large > 0 && is_large (grid, i))
        for (guint j = 0; j < self->plane->n; j++)
          push_apart (self->plane, i, j, &move);
      else
        {
          for (guint r = row > 0 ? row - 1 : 0; r <= MIN (row + 1, grid->rows - 1); r++)
            for (guint c = column > 0 ? column - 1 : 0; c <= MIN (column + 1, grid->columns - 1); c++)
              push_from_cell (self, i, r * grid->columns + c, &move);
          push_from_large (self, i, &move);
        }
      n_overlaps += move.n;
      eagerness = EAGERNESS * (move.pushes > 2 ? sqrt (2.0 / move.pushes) : 1);
      self->move_x[i] = self->plane->fixed[i] ? 0 : move.x * eagerness;
      self->move_y[i] = self->plane->fixed[i] ? 0 : move.y * eagerness;
    }
  self->counts[from / PIECE] = n_overlaps;
}

/**
 * netz_layout_separate:
 * @plane: a plane
 * @job: whose threads do it
 * @rounds: how often at most
 *
 * O(rounds × (nodes + pairs that are near each other)).
 *
 * Returns: how often boxes overlapped when it was looked last; 0: none does
 */
guint
netz_layout_separate (NetzLayoutPlane *plane, const NetzLayoutJob *job, guint rounds)
{
  g_autoptr (NetzLayoutGrid) grid = netz_layout_grid_new (plane);
  g_autofree double *moves = g_new0 (double, 2 * (gsize) plane->n);
  g_autofree guint *counts = g_new0 (guint, plane->n / PIECE + 1);
  Separation self = { plane, grid, moves, moves + plane->n, counts };
  guint n_overlaps = 0;

  for (guint round = 0; round < rounds && !netz_layout_job_is_cancelled (job); round++)
    {
      netz_layout_grid_fill (grid, plane);
      netz_layout_job_share (job, plane->n, PIECE, find_moves, &self);
      n_overlaps = 0;
      for (guint piece = 0; piece * PIECE < plane->n; piece++)
        n_overlaps += counts[piece];
      if (n_overlaps == 0)
        break;
      for (guint i = 0; i < plane->n; i++)
        {
          plane->x[i] += self.move_x[i];
          plane->y[i] += self.move_y[i];
        }
      netz_layout_job_report (job, (round + 1.0) / rounds);
    }
  return n_overlaps;
}
