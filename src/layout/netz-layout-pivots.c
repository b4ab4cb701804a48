/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-pivots.h"

#include <math.h>
#include <string.h>

#define POWER_ROUNDS 60
#define AT_ONCE 2u /* pivots that are looked for at the same time */
#define PIECE 1024u

typedef struct
{
  const NetzLayoutPlane *plane;
  const guint *sources;
  guint *distances; /* of each source, plane->n of them */
} Search;

/* What is centred: the squared distances, rows and columns with a mean of 0 (the sign does not matter). */
typedef struct
{
  const NetzLayoutPivots *pivots;
  const double *column_means;
  double *products; /* of columns, one matrix a piece */
  const double *directions[2];
  float *x, *y;
} Scaling;

static void
search (guint from, guint to, gpointer data)
{
  const Search *self = data;
  guint n = self->plane->n;
  g_autofree guint *queue = g_new (guint, n);

  for (guint i = from; i < to; i++)
    netz_layout_plane_measure_from (self->plane, self->sources[i], self->distances + (gsize) i * n, queue);
}

/* The farthest two of all: the first by its distance, the next one among those that are not near the first. */
static void
pick_far (guint n, const guint *nearest, guint *sources)
{
  guint first = 0, second = 0;

  for (guint i = 1; i < n; i++)
    if (nearest[i] > nearest[first])
      first = i;
  second = first > 0 ? 0 : n - 1;
  for (guint i = n; i-- > 0;)
    if (i != first && nearest[i] > nearest[second])
      second = i;
  sources[0] = first;
  sources[1] = second;
}

/**
 * netz_layout_pivots_new:
 * @plane: a connected plane of two nodes or more
 * @job: whose chance picks the first ones
 * @n: how many pivots at most
 *
 * O(n × (nodes + edges)).
 *
 * Returns: (transfer full): the pivots
 */
NetzLayoutPivots *
netz_layout_pivots_new (const NetzLayoutPlane *plane, const NetzLayoutJob *job, guint n)
{
  NetzLayoutPivots *self = g_new0 (NetzLayoutPivots, 1);
  g_autofree guint *distances = g_new (guint, (gsize) plane->n * AT_ONCE);
  g_autofree guint *nearest = g_new (guint, plane->n);
  guint64 chance = job->seed;
  guint sources[AT_ONCE];
  Search task = { plane, sources, distances };

  self->n = MIN (n, plane->n) / AT_ONCE * AT_ONCE;
  self->n_nodes = plane->n;
  self->nodes = g_new (guint, self->n);
  self->distances = g_new (float, (gsize) self->n * plane->n);
  memset (nearest, 0xff, sizeof (guint) * plane->n);
  sources[0] = netz_layout_random_below (&chance, plane->n);
  sources[1] = (sources[0] + 1 + netz_layout_random_below (&chance, plane->n - 1)) % plane->n;
  for (guint p = 0; p < self->n; p += AT_ONCE)
    {
      netz_layout_job_share (job, AT_ONCE, 1, search, &task);
      for (guint k = 0; k < AT_ONCE; k++)
        self->nodes[p + k] = sources[k];
      for (guint i = 0; i < plane->n; i++)
        for (guint k = 0; k < AT_ONCE; k++)
          {
            guint distance = distances[(gsize) k * plane->n + i];

            self->distances[(gsize) i * self->n + p + k] = distance;
            nearest[i] = MIN (nearest[i], distance);
          }
      pick_far (plane->n, nearest, sources);
      if (netz_layout_job_is_cancelled (job))
        {
          self->n = p + AT_ONCE == self->n ? self->n : 0;
          break;
        }
    }
  return self;
}

/**
 * netz_layout_pivots_free:
 * @self: (transfer full): pivots
 */
void
netz_layout_pivots_free (NetzLayoutPivots *self)
{
  g_free (self->nodes);
  g_free (self->distances);
  g_free (self);
}

static double
centre_row (const Scaling *self, guint node, double *row)
{
  guint n = self->pivots->n;
  const float *distances = self->pivots->distances + (gsize) node * n;
  double mean = 0;

  for (guint p = 0; p < n; p++)
    {
      row[p] = (double) distances[p] * distances[p] - self->column_means[p];
      mean += row[p];
    }
  mean /= n;
  for (guint p = 0; p < n; p++)
    row[p] -= mean;
  return mean;
}

static void
multiply (guint from, guint to, gpointer data)
{
  const Scaling *self = data;
  guint n = self->pivots->n;
  double *product = self->products + (gsize) (from / PIECE) * n * n;
  g_autofree double *row = g_new (double, n);

  memset (product, 0, sizeof (double) * n * n);
  for (guint i = from; i < to; i++)
    {
      centre_row (self, i, row);
      for (guint p = 0; p < n; p++)
        for (guint q = 0; q <= p; q++)
          product[p * n + q] += row[p] * row[q];
    }
}

static void
project (guint from, guint to, gpointer data)
{
  const Scaling *self = data;
  guint n = self->pivots->n;
  g_autofree double *row = g_new (double, n);

  for (guint i = from; i < to; i++)
    {
      double x = 0, y = 0;

      centre_row (self, i, row);
      for (guint p = 0; p < n; p++)
        {
          x += row[p] * self->directions[0][p];
          y += row[p] * self->directions[1][p];
        }
      self->x[i] = (float) x;
      self->y[i] = (float) y;
    }
}

static double
normalise (double *vector, guint n)
{
  double length = 0;

  for (guint i = 0; i < n; i++)
    length += vector[i] * vector[i];
  length = sqrt (length);
  for (guint i = 0; length > 0 && i < n; i++)
    vector[i] /= length;
  return length;
}

/* The direction in which the rows reach farthest, with nothing of `other` in it. */
static void
find_direction (const double *matrix, guint n, guint64 *chance, const double *other, double *direction)
{
  g_autofree double *next = g_new (double, n);

  for (guint i = 0; i < n; i++)
    direction[i] = netz_layout_random_double (chance) - 0.5;
  for (guint round = 0; round < POWER_ROUNDS; round++)
    {
      double part = 0;

      for (guint i = 0; other != NULL && i < n; i++)
        part += direction[i] * other[i];
      for (guint i = 0; other != NULL && i < n; i++)
        direction[i] -= part * other[i];
      for (guint i = 0; i < n; i++)
        {
          next[i] = 0;
          for (guint j = 0; j < n; j++)
            next[i] += matrix[i * n + j] * direction[j];
        }
      if (normalise (next, n) == 0)
        return;
      memcpy (direction, next, sizeof (double) * n);
    }
}

/* Sums the pieces in their order and fills the half that was not computed. */
static void
sum_products (double *products, guint n_pieces, guint n)
{
  for (guint piece = 1; piece < n_pieces; piece++)
    for (guint i = 0; i < n * n; i++)
      products[i] += products[(gsize) piece * n * n + i];
  for (guint p = 0; p < n; p++)
    for (guint q = 0; q < p; q++)
      products[q * n + p] = products[p * n + q];
}

/**
 * netz_layout_pivots_place:
 * @self: pivots
 * @job: whose threads do it
 * @x: (out caller-allocates): a place for each node, one unit an edge or so
 * @y: the same
 *
 * O(nodes × pivots²).
 */
void
netz_layout_pivots_place (const NetzLayoutPivots *self, const NetzLayoutJob *job, float *x, float *y)
{
  guint n = self->n, n_pieces = (self->n_nodes + PIECE - 1) / PIECE;
  g_autofree double *means = g_new0 (double, n);
  g_autofree double *products = g_new (double, (gsize) n * n * n_pieces);
  g_autofree double *directions = g_new0 (double, 2 * n);
  Scaling scaling = { self, means, products, { directions, directions + n }, x, y };
  guint64 chance = job->seed ^ 0x5eed;
  double spread = 0, factor = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    for (guint p = 0; p < n; p++)
      means[p] += (double) self->distances[(gsize) i * n + p] * self->distances[(gsize) i * n + p];
  for (guint p = 0; p < n; p++)
    {
      means[p] /= self->n_nodes;
      factor += means[p];
    }
  netz_layout_job_share (job, self->n_nodes, PIECE, multiply, &scaling);
  sum_products (products, n_pieces, n);
  find_direction (products, n, &chance, NULL, directions);
  find_direction (products, n, &chance, directions, directions + n);
  netz_layout_job_share (job, self->n_nodes, PIECE, project, &scaling);

  for (guint i = 0; i < self->n_nodes; i++)
    spread += (double) x[i] * x[i] + (double) y[i] * y[i];
  factor = spread > 0 ? sqrt (factor / n / 2 / (spread / self->n_nodes)) : 0;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      x[i] *= (float) factor;
      y[i] *= (float) factor;
    }
}

/**
 * netz_layout_pivots_measure_stress:
 * @self: pivots
 * @x: where the nodes are
 * @y: the same
 *
 * Returns: how far the ways to the pivots are from what they should be, at the best scale: 0 where all are right;
 *   about 1 where all nodes are in one place
 */
double
netz_layout_pivots_measure_stress (const NetzLayoutPivots *self, const float *x, const float *y)
{
  double sum = 0, squares = 0, count = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    for (guint p = 0; p < self->n; p++)
      {
        double distance = self->distances[(gsize) i * self->n + p];
        double dx = x[i] - x[self->nodes[p]], dy = y[i] - y[self->nodes[p]], ratio;

        if (distance == 0)
          continue;
        ratio = sqrt (dx * dx + dy * dy) / distance;
        sum += ratio;
        squares += ratio * ratio;
        count++;
      }
  return squares > 0 ? 1 - sum * sum / squares / count : 1;
}
