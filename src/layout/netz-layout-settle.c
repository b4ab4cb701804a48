/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-separate.h"

#include <math.h>
#include <string.h>

/* A free place is looked for at steps of this share of a usual box. */
#define STEPS_A_BOX 4

/* A box in a cell that it reaches into, and the next one whose cell has the same hash. */
typedef struct
{
  gint64 key;
  guint node;
  guint next;
} Entry;

/* The boxes that have their places, in cells of a hash table that is never emptied. */
typedef struct
{
  const NetzLayoutPlane *plane;
  double cell;
  guint mask;        /* of the table's size */
  guint *heads;      /* first entry of each hash */
  GArray *entries;
  GHashTable *rings; /* gint64: where a search began → the ring where it ended */
} Settling;

static gint64
make_key (double column, double row)
{
  return (gint64) ((guint64) (guint32) (gint32) column << 32 | (guint32) (gint32) row);
}

static guint
hash_key (const Settling *self, gint64 key)
{
  return (guint) (((guint64) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 40) & self->mask;
}

static gboolean
is_covered (const Settling *self, guint i, double x, double y, gint64 key)
{
  const NetzLayoutPlane *plane = self->plane;

  for (guint e = self->heads[hash_key (self, key)]; e != NETZ_LAYOUT_NOWHERE;)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, e);
      guint j = entry->node;

      if (entry->key == key
          && fabs (x - plane->x[j]) < plane->half_width[i] + plane->half_width[j] - NETZ_LAYOUT_SLACK
          && fabs (y - plane->y[j]) < plane->half_height[i] + plane->half_height[j] - NETZ_LAYOUT_SLACK)
        return TRUE;
      e = entry->next;
    }
  return FALSE;
}

static gboolean
is_free (const Settling *self, guint i, double x, double y)
{
  double half_width = self->plane->half_width[i], half_height = self->plane->half_height[i];
  double last_column = floor ((x + half_width) / self->cell), last_row = floor ((y + half_height) / self->cell);

  for (double row = floor ((y - half_height) / self->cell); row <= last_row; row++)
    for (double column = floor ((x - half_width) / self->cell); column <= last_column; column++)
      if (is_covered (self, i, x, y, make_key (column, row)))
        return FALSE;
  return TRUE;
}

static void
put (Settling *self, guint i)
{
  const NetzLayoutPlane *plane = self->plane;
  double last_column = floor ((plane->x[i] + plane->half_width[i]) / self->cell);
  double last_row = floor ((plane->y[i] + plane->half_height[i]) / self->cell);

  for (double row = floor ((plane->y[i] - plane->half_height[i]) / self->cell); row <= last_row; row++)
    for (double column = floor ((plane->x[i] - plane->half_width[i]) / self->cell); column <= last_column; column++)
      {
        Entry entry = { make_key (column, row), i };
        guint *head = &self->heads[hash_key (self, entry.key)];

        entry.next = *head;
        *head = self->entries->len;
        g_array_append_val (self->entries, entry);
      }
}

/* The nearest free place on the square ring; FALSE where there is none. */
static gboolean
try_ring (const Settling *self, guint i, int ring, double step, double *x, double *y)
{
  double best = INFINITY, from_x = self->plane->x[i], from_y = self->plane->y[i];

  for (int row = -ring; row <= ring; row++)
    for (int column = -ring; column <= ring; column += ABS (row) == ring || ring == 0 ? 1 : 2 * ring)
      {
        double distance = (double) row * row + (double) column * column;

        if (distance >= best || !is_free (self, i, from_x + column * step, from_y + row * step))
          continue;
        best = distance;
        *x = from_x + column * step;
        *y = from_y + row * step;
      }
  return !isinf (best);
}

/* Where many begin in one place, each goes on where the one before has found something. */
static void
find_place (Settling *self, guint i, double *x, double *y)
{
  double step = self->cell / STEPS_A_BOX;
  gint64 key = make_key (floor (self->plane->x[i] / self->cell), floor (self->plane->y[i] / self->cell));
  int ring = MAX (0, GPOINTER_TO_INT (g_hash_table_lookup (self->rings, &key)) - STEPS_A_BOX);

  while (!try_ring (self, i, ring, step, x, y))
    ring++;
  g_hash_table_insert (self->rings, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (ring));
}

/**
 * netz_layout_settle:
 * @plane: a plane
 * @job: the job; where it is cancelled, boxes may overlap
 *
 * Each box that covers none with a lower number stays, and so do the fixed
 * ones; each other goes to the nearest free place. O(nodes), and for each that
 * moves as long as the way to its place is.
 */
void
netz_layout_settle (NetzLayoutPlane *plane, const NetzLayoutJob *job)
{
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), 4 * plane->n);
  g_autoptr (GHashTable) rings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  guint size = 1u << g_bit_storage (4 * (gulong) plane->n);
  g_autofree guint *heads = g_new (guint, size);
  Settling self = { plane, MAX (netz_layout_plane_get_mean_side (plane), 1), size - 1, heads, entries, rings };

  memset (heads, 0xff, sizeof (guint) * size);
  for (guint i = 0; i < plane->n; i++)
    if (plane->fixed[i])
      put (&self, i);
  for (guint i = 0; i < plane->n; i++)
    if (!plane->fixed[i])
      {
        if (is_free (&self, i, plane->x[i], plane->y[i]))
          put (&self, i);
        else
          g_array_append_val (waiting, i);
      }
  for (guint k = 0; k < waiting->len && !netz_layout_job_is_cancelled (job); k++)
    {
      guint i = g_array_index (waiting, guint, k);
      double x = plane->x[i], y = plane->y[i];

      find_place (&self, i, &x, &y);
      plane->x[i] = x;
      plane->y[i] = y;
      put (&self, i);
    }
}
