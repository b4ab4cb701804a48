/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-tree.h"

#include <math.h>
#include <string.h>

#define LEAF 16u      /* points in a leaf: four vectors of four floats */
#define CHILDREN 4u
#define MAX_LEVELS 16
#define MAX_SOURCES 8192 /* that push a leaf at a time */
#define SOFT 1e-6f    /* keeps the push of two points in one place finite */

/* minimum and maximum of what is in it, its mass and where that is */
typedef struct
{
  float left, top, right, bottom;
  float x, y, mass;
} Cell;

struct _NetzLayoutTree
{
  guint n;
  guint n_leaves;
  guint *order; /* node of each place in the order */
  guint *spare;
  guint32 *codes;
  guint32 *spare_codes;
  float *x, *y, *mass; /* in the order; the last leaf is filled up with points without mass */
  guint n_levels;
  guint sizes[MAX_LEVELS];
  Cell *levels[MAX_LEVELS];
};

typedef struct
{
  NetzLayoutTree *tree;
  float theta_squared;
  float *push_x, *push_y;
} Push;

typedef struct
{
  guint n;
  float x[MAX_SOURCES], y[MAX_SOURCES], mass[MAX_SOURCES];
} Sources;

/**
 * netz_layout_tree_new:
 * @n: how many points, at least one
 *
 * Returns: (transfer full): a tree without places yet
 */
NetzLayoutTree *
netz_layout_tree_new (guint n)
{
  NetzLayoutTree *self = g_new0 (NetzLayoutTree, 1);
  guint size = (n + LEAF - 1) / LEAF;

  self->n = n;
  self->n_leaves = size;
  self->order = g_new (guint, n);
  self->spare = g_new (guint, n);
  self->codes = g_new (guint32, n);
  self->spare_codes = g_new (guint32, n);
  self->x = g_new0 (float, size * LEAF);
  self->y = g_new0 (float, size * LEAF);
  self->mass = g_new0 (float, size * LEAF);
  for (guint i = 0; i < n; i++)
    self->order[i] = i;
  do
    {
      self->sizes[self->n_levels] = size;
      self->levels[self->n_levels++] = g_new0 (Cell, size);
      size = size > 1 ? (size + CHILDREN - 1) / CHILDREN : 0;
    }
  while (size > 0);
  return self;
}

/**
 * netz_layout_tree_free:
 * @self: (transfer full): a tree
 */
void
netz_layout_tree_free (NetzLayoutTree *self)
{
  for (guint i = 0; i < self->n_levels; i++)
    g_free (self->levels[i]);
  g_free (self->order);
  g_free (self->spare);
  g_free (self->codes);
  g_free (self->spare_codes);
  g_free (self->x);
  g_free (self->y);
  g_free (self->mass);
  g_free (self);
}

static guint32
spread_bits (guint32 value)
{
  value = (value | value << 8) & 0x00ff00ff;
  value = (value | value << 4) & 0x0f0f0f0f;
  value = (value | value << 2) & 0x33333333;
  return (value | value << 1) & 0x55555555;
}

static void
sort_by_code (NetzLayoutTree *self)
{
  for (guint shift = 0; shift < 32; shift += 8)
    {
      guint starts[257] = { 0 };

      for (guint i = 0; i < self->n; i++)
        starts[(self->codes[i] >> shift & 0xff) + 1]++;
      for (guint i = 0; i < 256; i++)
        starts[i + 1] += starts[i];
      for (guint i = 0; i < self->n; i++)
        {
          guint place = starts[self->codes[i] >> shift & 0xff]++;

          self->spare[place] = self->order[i];
          self->spare_codes[place] = self->codes[i];
        }
      {
        guint *order = self->order;
        guint32 *codes = self->codes;

        self->order = self->spare;
        self->codes = self->spare_codes;
        self->spare = order;
        self->spare_codes = codes;
      }
    }
}

static void
put_in_order (NetzLayoutTree *self, const float *x, const float *y)
{
  float left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY, factor;

  for (guint i = 0; i < self->n; i++)
    {
      left = MIN (left, x[i]);
      right = MAX (right, x[i]);
      top = MIN (top, y[i]);
      bottom = MAX (bottom, y[i]);
    }
  factor = 65535.0f / MAX (MAX (right - left, bottom - top), 1e-20f);
  for (guint i = 0; i < self->n; i++)
    {
      guint node = self->order[i];

      self->codes[i] = spread_bits ((guint32) ((x[node] - left) * factor)) |
                       spread_bits ((guint32) ((y[node] - top) * factor)) << 1;
    }
  sort_by_code (self);
}

static void
sum_leaf (NetzLayoutTree *self, guint leaf)
{
  Cell *cell = &self->levels[0][leaf];
  guint from = leaf * LEAF, to = MIN (self->n, from + LEAF);
  float sum_x = 0, sum_y = 0, sum = 0;

  *cell = (Cell) { self->x[from], self->y[from], self->x[from], self->y[from], 0, 0, 0 };
  for (guint i = from; i < to; i++)
    {
      float x = self->x[i], y = self->y[i], mass = self->mass[i];

      cell->left = MIN (cell->left, x);
      cell->right = MAX (cell->right, x);
      cell->top = MIN (cell->top, y);
      cell->bottom = MAX (cell->bottom, y);
      sum_x += mass * x;
      sum_y += mass * y;
      sum += mass;
    }
  cell->mass = sum;
  cell->x = sum > 0 ? sum_x / sum : cell->left;
  cell->y = sum > 0 ? sum_y / sum : cell->top;
}

static void
sum_cell (NetzLayoutTree *self, guint level, guint index)
{
  Cell *cell = &self->levels[level][index];
  guint from = index * CHILDREN, to = MIN (self->sizes[level - 1], from + CHILDREN);
  float sum_x = 0, sum_y = 0;

  *cell = self->levels[level - 1][from];
  cell->mass = 0;
  for (guint i = from; i < to; i++)
    {
      const Cell *child = &self->levels[level - 1][i];

      cell->left = MIN (cell->left, child->left);
      cell->right = MAX (cell->right, child->right);
      cell->top = MIN (cell->top, child->top);
      cell->bottom = MAX (cell->bottom, child->bottom);
      sum_x += child->mass * child->x;
      sum_y += child->mass * child->y;
      cell->mass += child->mass;
    }
  if (cell->mass > 0)
    {
      cell->x = sum_x / cell->mass;
      cell->y = sum_y / cell->mass;
    }
}

/**
 * netz_layout_tree_build:
 * @self: a tree
 * @x: where each point is
 * @y: the same
 * @mass: of each point
 * @reorder: whether the order shall follow the places; where they have changed little, the former one still serves
 *
 * O(points).
 */
void
netz_layout_tree_build (NetzLayoutTree *self, const float *x, const float *y, const float *mass, gboolean reorder)
{
  if (reorder)
    put_in_order (self, x, y);
  for (guint i = 0; i < self->n; i++)
    {
      guint node = self->order[i];

      self->x[i] = x[node];
      self->y[i] = y[node];
      self->mass[i] = mass[node];
    }
  for (guint i = 0; i < self->n_leaves; i++)
    sum_leaf (self, i);
  for (guint level = 1; level < self->n_levels; level++)
    for (guint i = 0; i < self->sizes[level]; i++)
      sum_cell (self, level, i);
}

/* Where the processor can take eight at a time, it may: without fused operations the bits are the same. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define WITH_WIDE_VECTORS __attribute__ ((target_clones ("default", "avx2")))
#else
#define WITH_WIDE_VECTORS
#endif

/* The points of the leaf are the lanes and the sources come one after the other, so no sum depends on the machine. */
WITH_WIDE_VECTORS static void
push_leaf (const float *restrict x, const float *restrict y, const Sources *restrict sources, float *restrict sum_x,
           float *restrict sum_y)
{
  float ax[LEAF], ay[LEAF], px[LEAF], py[LEAF];

  memcpy (ax, sum_x, sizeof ax);
  memcpy (ay, sum_y, sizeof ay);
  memcpy (px, x, sizeof px);
  memcpy (py, y, sizeof py);
  for (guint s = 0; s < sources->n; s++)
    {
      float sx = sources->x[s], sy = sources->y[s], mass = sources->mass[s];

      for (guint i = 0; i < LEAF; i++)
        {
          float dx = px[i] - sx, dy = py[i] - sy;
          float push = mass / (dx * dx + dy * dy + SOFT);

          ax[i] += push * dx;
          ay[i] += push * dy;
        }
    }
  memcpy (sum_x, ax, sizeof ax);
  memcpy (sum_y, ay, sizeof ay);
}

/* As seen from the nearest point of the target. */
static gboolean
is_far (const Cell *cell, const Cell *target, float theta_squared)
{
  float dx = MAX (MAX (target->left - cell->x, cell->x - target->right), 0);
  float dy = MAX (MAX (target->top - cell->y, cell->y - target->bottom), 0);
  float size = MAX (cell->right - cell->left, cell->bottom - cell->top);

  return size * size < theta_squared * (dx * dx + dy * dy);
}

static void
add_source (Sources *sources, float x, float y, float mass)
{
  sources->x[sources->n] = x;
  sources->y[sources->n] = y;
  sources->mass[sources->n++] = mass;
}

static void
push_one_leaf (const Push *push, guint leaf, Sources *sources, float *sum_x, float *sum_y)
{
  NetzLayoutTree *self = push->tree;
  const Cell *target = &self->levels[0][leaf];
  const float *x = self->x + leaf * LEAF, *y = self->y + leaf * LEAF;
  guint stack[MAX_LEVELS * CHILDREN * 2], n_stack = 0;

  /* level in the upper bits, number in the lower */
  stack[n_stack++] = (self->n_levels - 1) << 27;
  sources->n = 0;
  while (n_stack > 0)
    {
      guint top = stack[--n_stack], level = top >> 27, index = top & ((1u << 27) - 1);
      const Cell *cell = &self->levels[level][index];

      if (sources->n > MAX_SOURCES - LEAF)
        {
          push_leaf (x, y, sources, sum_x, sum_y);
          sources->n = 0;
        }
      if (is_far (cell, target, push->theta_squared))
        add_source (sources, cell->x, cell->y, cell->mass);
      else if (level == 0)
        for (guint i = index * LEAF; i < MIN (self->n, (index + 1) * LEAF); i++)
          add_source (sources, self->x[i], self->y[i], self->mass[i]);
      else
        for (guint i = index * CHILDREN; i < MIN (self->sizes[level - 1], (index + 1) * CHILDREN); i++)
          stack[n_stack++] = (level - 1) << 27 | i;
    }
  push_leaf (x, y, sources, sum_x, sum_y);
}

static void
push_leaves (guint from, guint to, gpointer data)
{
  const Push *push = data;
  NetzLayoutTree *self = push->tree;
  g_autofree Sources *sources = g_new (Sources, 1);

  for (guint leaf = from; leaf < to; leaf++)
    {
      float sum_x[LEAF] = { 0 }, sum_y[LEAF] = { 0 };

      push_one_leaf (push, leaf, sources, sum_x, sum_y);
      for (guint i = 0; i < LEAF && leaf * LEAF + i < self->n; i++)
        {
          push->push_x[self->order[leaf * LEAF + i]] = sum_x[i];
          push->push_y[self->order[leaf * LEAF + i]] = sum_y[i];
        }
    }
}

/**
 * netz_layout_tree_push:
 * @self: a tree that has been built
 * @job: whose threads do it
 * @theta: a cell that looks smaller than this (size by distance) counts as one point
 * @push_x: (out caller-allocates): how strongly all others push each point: the sum of mass / distance, away from them
 * @push_y: the same
 *
 * O(n log n).
 */
void
netz_layout_tree_push (NetzLayoutTree *self, const NetzLayoutJob *job, float theta, float *push_x, float *push_y)
{
  Push push = { self, theta * theta, push_x, push_y };

  netz_layout_job_share (job, self->n_leaves, 16, push_leaves, &push);
}
