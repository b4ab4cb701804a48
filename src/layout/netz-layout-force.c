/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-force.h"

#include "layout/netz-layout-tree.h"

#include <math.h>
#include <string.h>

/* Sizes by distances up to which a cell counts as a point: coarse is good enough, the cells are seen from boxes. */
#define THETA 2.0f
#define PIECE 256u
#define SAMPLE 400u /* nodes whose distances to the pivots give the scale */

typedef struct
{
  const NetzLayoutForces *forces;
  const NetzLayoutPlane *plane;
  const NetzLayoutPivots *pivots; /* (nullable) */
  float *x, *y, *next_x, *next_y, *push_x, *push_y, *mass, *pull;
  float *pivot_x, *pivot_y;
  float heat;  /* how far a node may move */
  float scale; /* how long an edge is on the way to a pivot */
} State;

/* What moves a node: a force, and how stiffly it would be answered. */
typedef struct
{
  float x, y, stiffness;
} Force;

static void
add_pulls (const State *self, guint i, Force *force)
{
  const NetzLayoutPlane *plane = self->plane;

  for (guint e = plane->first[i]; e < plane->first[i + 1]; e++)
    {
      guint j = plane->to[e];
      float pull = self->pull[e];

      force->x += pull * (self->x[j] - self->x[i]);
      force->y += pull * (self->y[j] - self->y[i]);
      force->stiffness += pull;
    }
}

static void
add_pivots (const State *self, guint i, Force *force)
{
  guint n = self->pivots->n;
  const float *distances = self->pivots->distances + (gsize) i * n;
  float strength = (float) self->forces->pivots * self->mass[i] / n;
  float x = self->x[i], y = self->y[i], scale = self->scale;
  float sum_x = 0, sum_y = 0, sum = 0;

  for (guint p = 0; p < n; p++)
    {
      float dx = self->pivot_x[p] - x, dy = self->pivot_y[p] - y;
      float weight = distances[p] > 0 ? 1 / distances[p] : 0;
      float share = weight - scale / (sqrtf (dx * dx + dy * dy) + 1e-6f);

      share = distances[p] > 0 ? share : 0;
      sum_x += share * dx;
      sum_y += share * dy;
      sum += weight;
    }
  force->x += strength * sum_x;
  force->y += strength * sum_y;
  force->stiffness += strength * sum;
}

static void
move (guint from, guint to, gpointer data)
{
  State *self = data;

  for (guint i = from; i < to; i++)
    {
      float push = (float) self->forces->push * self->mass[i], length;
      Force force = { push * self->push_x[i], push * self->push_y[i], 1e-6f };

      self->next_x[i] = self->x[i];
      self->next_y[i] = self->y[i];
      if (self->plane->fixed[i])
        continue;
      add_pulls (self, i, &force);
      if (self->pivots != NULL)
        add_pivots (self, i, &force);
      force.x /= force.stiffness;
      force.y /= force.stiffness;
      length = sqrtf (force.x * force.x + force.y * force.y);
      if (length > self->heat)
        {
          force.x *= self->heat / length;
          force.y *= self->heat / length;
        }
      self->next_x[i] += force.x;
      self->next_y[i] += force.y;
    }
}

static void
measure_scale (State *self)
{
  const NetzLayoutPivots *pivots = self->pivots;
  guint step = MAX (1, self->plane->n / SAMPLE);
  double sum = 0, squares = 0;

  for (guint p = 0; p < pivots->n; p++)
    {
      self->pivot_x[p] = self->x[pivots->nodes[p]];
      self->pivot_y[p] = self->y[pivots->nodes[p]];
    }
  for (guint i = 0; i < self->plane->n; i += step)
    for (guint p = 0; p < pivots->n; p++)
      {
        float distance = pivots->distances[(gsize) i * pivots->n + p];
        float dx = self->x[i] - self->pivot_x[p], dy = self->y[i] - self->pivot_y[p];
        float square = dx * dx + dy * dy;

        if (distance == 0)
          continue;
        sum += sqrtf (square) / distance;
        squares += square / (distance * distance);
      }
  self->scale = sum > 0 ? (float) (squares / sum) : 1;
}

static float
measure_radius (const State *self)
{
  double x = 0, y = 0, squares = 0;
  guint n = self->plane->n;

  for (guint i = 0; i < n; i++)
    {
      x += self->x[i];
      y += self->y[i];
      squares += (double) self->x[i] * self->x[i] + (double) self->y[i] * self->y[i];
    }
  return (float) sqrt (MAX (squares / n - (x * x + y * y) / n / n, 0));
}

static void
set_up (State *self, float *room)
{
  const NetzLayoutPlane *plane = self->plane;
  guint n = plane->n;

  self->x = room;
  self->y = room + n;
  self->next_x = room + 2 * (gsize) n;
  self->next_y = room + 3 * (gsize) n;
  self->push_x = room + 4 * (gsize) n;
  self->push_y = room + 5 * (gsize) n;
  self->mass = room + 6 * (gsize) n;
  self->pull = room + 7 * (gsize) n;
  self->pivot_x = self->pull + plane->first[n];
  self->pivot_y = self->pivot_x + (self->pivots != NULL ? self->pivots->n : 0);
  for (guint i = 0; i < n; i++)
    {
      self->x[i] = (float) plane->x[i];
      self->y[i] = (float) plane->y[i];
      self->mass[i] = netz_layout_plane_get_degree (plane, i) + 1;
    }
  for (guint e = 0; e < plane->first[n]; e++)
    self->pull[e] = plane->weight[e] / MAX (plane->length[e], 0.1f);
}

static void
swap (float **a, float **b)
{
  float *kept = *a;

  *a = *b;
  *b = kept;
}

/**
 * netz_layout_forces_sum_masses:
 * @plane: a plane
 *
 * Returns: the masses of all its nodes
 */
double
netz_layout_forces_sum_masses (const NetzLayoutPlane *plane)
{
  return plane->n + (double) plane->first[plane->n];
}

/**
 * netz_layout_forces_run:
 * @self: the forces
 * @plane: what they move, from where it is
 * @pivots: (nullable): of that plane
 * @job: whose threads do it; where it is cancelled, places are of no use
 *
 * O(rounds × (n log n + edges + n × pivots)).
 */
void
netz_layout_forces_run (const NetzLayoutForces *self, NetzLayoutPlane *plane, const NetzLayoutPivots *pivots,
                        const NetzLayoutJob *job)
{
  g_autoptr (NetzLayoutTree) tree = netz_layout_tree_new (plane->n);
  gsize size = 7 * (gsize) plane->n + plane->first[plane->n] + (pivots != NULL ? 2 * (gsize) pivots->n : 0);
  g_autofree float *room = g_new (float, size);
  State state = { self, plane, pivots };

  set_up (&state, room);
  for (guint round = 0; round < self->rounds && !netz_layout_job_is_cancelled (job); round++)
    {
      double left = 1 - round / (double) self->rounds;

      state.heat = (float) (self->heat * left * left) * measure_radius (&state);
      netz_layout_tree_build (tree, state.x, state.y, state.mass, round < 8 || round % 4 == 0);
      netz_layout_tree_push (tree, job, THETA, state.push_x, state.push_y);
      if (pivots != NULL)
        measure_scale (&state);
      netz_layout_job_share (job, plane->n, PIECE, move, &state);
      swap (&state.x, &state.next_x);
      swap (&state.y, &state.next_y);
      netz_layout_job_report (job, (round + 1.0) / self->rounds);
    }
  for (guint i = 0; i < plane->n; i++)
    if (!plane->fixed[i])
      {
        plane->x[i] = state.x[i];
        plane->y[i] = state.y[i];
      }
}
