/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A first place for institutions that have none: beside their partners, else in rows below the rest. */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-operations.h"

#include <math.h>

#define CELL_WIDTH 190  /* room for a shape with its name */
#define CELL_HEIGHT 120
#define MAX_RING 24     /* how many cells away from its partners an institution is looked a place for */
#define FAR 1e7         /* beyond it a place is not taken as a neighbourhood */

typedef struct
{
  NetzDraft *draft;
  GHashTable *taken; /* cells, as gint64 */
  double bottom;     /* lower edge of what is placed */
} Placing;

static gint64 *
make_cell (int column, int row)
{
  gint64 *cell = g_new (gint64, 1);

  *cell = (gint64) (((guint64) (guint32) column << 32) | (guint32) row);
  return cell;
}

static gboolean
take_cell (Placing *self, int column, int row)
{
  return g_hash_table_add (self->taken, make_cell (column, row));
}

static gboolean
is_near (const NetzInstitution *institution)
{
  return netz_institution_is_placed (institution) && fabs (institution->x) < FAR && fabs (institution->y) < FAR;
}

static int
get_column (double x)
{
  return (int) floor (x / CELL_WIDTH);
}

static int
get_row (double y)
{
  return (int) floor (y / CELL_HEIGHT);
}

static void
put (Placing *self, NetzInstitution *institution, int column, int row)
{
  netz_place (self->draft, netz_record_get_id (NETZ_RECORD (institution)), (column + 0.5) * CELL_WIDTH,
              (row + 0.5) * CELL_HEIGHT);
}

/* Goes round the cell in growing squares until one is free. */
static gboolean
put_around (Placing *self, NetzInstitution *institution, int column, int row)
{
  for (int ring = 0; ring <= MAX_RING; ring++)
    for (int dy = -ring; dy <= ring; dy++)
      for (int dx = -ring; dx <= ring; dx += ABS (dy) == ring || ring == 0 ? 1 : 2 * ring)
        if (take_cell (self, column + dx, row + dy))
          {
            put (self, institution, column + dx, row + dy);
            return TRUE;
          }
  return FALSE;
}

static gboolean
put_beside_partners (Placing *self, NetzInstitution *institution)
{
  const char *id = netz_record_get_id (NETZ_RECORD (institution));
  g_autoptr (GPtrArray) incident = netz_draft_incident (self->draft, id);
  double x = 0, y = 0;
  guint n = 0;

  for (guint i = 0; i < incident->len; i++)
    {
      const char *other = netz_partnership_get_other (incident->pdata[i], id);
      NetzInstitution *partner = (NetzInstitution *) netz_draft_get (self->draft, NETZ_TABLE_INSTITUTION, other);

      if (partner == NULL || !is_near (partner))
        continue;
      x += partner->x;
      y += partner->y;
      n++;
    }
  return n > 0 && put_around (self, institution, get_column (x / n), get_row (y / n));
}

static int
compare_kind_and_name (gconstpointer a, gconstpointer b)
{
  const NetzInstitution *x = *(NetzInstitution *const *) a, *y = *(NetzInstitution *const *) b;
  int order = g_strcmp0 (x->kind, y->kind);

  if (order == 0)
    order = g_strcmp0 (x->name, y->name);
  return order != 0 ? order : g_strcmp0 (x->parent_instance.id, y->parent_instance.id);
}

static void
put_in_rows (Placing *self, GPtrArray *institutions)
{
  int columns = MAX (1, (int) ceil (sqrt (institutions->len * 1.5)));
  int first_row = isinf (self->bottom) ? 0 : get_row (self->bottom) + 2;

  for (guint i = 0; i < institutions->len; i++)
    {
      int column = (int) i % columns - columns / 2, row = first_row + (int) i / columns;

      take_cell (self, column, row);
      put (self, institutions->pdata[i], column, row);
    }
}

/**
 * netz_place_unplaced:
 * @draft: a draft
 *
 * Gives each institution that has no place one on which no other stands:
 * beside its partners where those have one, else in rows below everything,
 * ordered by kind and name. What is placed stays. O(n log n).
 */
void
netz_place_unplaced (NetzDraft *draft)
{
  g_autoptr (GPtrArray) all = netz_draft_list (draft, NETZ_TABLE_INSTITUTION);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Placing self = { draft, taken, -INFINITY };

  for (guint i = 0; i < all->len; i++)
    {
      NetzInstitution *institution = all->pdata[i];

      if (!netz_institution_is_placed (institution))
        g_ptr_array_add (rest, institution);
      else if (is_near (institution))
        {
          take_cell (&self, get_column (institution->x), get_row (institution->y));
          self.bottom = MAX (self.bottom, institution->y);
        }
    }
  g_ptr_array_sort (rest, compare_kind_and_name);
  if (!isinf (self.bottom))
    for (guint i = 0; i < rest->len; i++)
      {
        if (!put_beside_partners (&self, rest->pdata[i]))
          g_ptr_array_add (alone, rest->pdata[i]);
      }
  put_in_rows (&self, isinf (self.bottom) ? rest : alone);
}
