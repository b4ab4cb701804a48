/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-scene-index.h"

#include <math.h>

#define FINEST_CELL 128.0
#define N_LEVELS 16

typedef struct
{
  gint64 key;
  guint32 n;
  guint32 size;
  guint32 *items;
} Cell;

struct _NetzSceneIndex
{
  GHashTable *cells; /* gint64 in the cell itself -> Cell */
  guint n_at_level[N_LEVELS];
};

typedef struct
{
  int level;
  int left, top, right, bottom;
} CellRange;

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->items);
  g_free (cell);
}

/* g_int64_hash() takes the lower half as it is, which is nearly the row alone. */
static guint
hash_key (gconstpointer key)
{
  return (guint) ((*(const guint64 *) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

static gint64
make_key (int level,
          int column,
          int row)
{
  return ((gint64) level << 56) | ((gint64) (column & 0xfffffff) << 28) | (row & 0xfffffff);
}

static CellRange
get_range (const NetzRect *box,
           int level)
{
  double size = ldexp (FINEST_CELL, level);

  return (CellRange) { level, (int) floor (box->x / size), (int) floor (box->y / size),
                       (int) floor ((box->x + box->width) / size), (int) floor ((box->y + box->height) / size) };
}

static int
choose_level (const NetzRect *box)
{
  double side = MAX (box->width, box->height);
  int level = 0;

  while (level < N_LEVELS - 1 && ldexp (FINEST_CELL, level) < side)
    level++;
  return level;
}

static void
add_to_cell (NetzSceneIndex *self,
             gint64 key,
             guint32 item)
{
  Cell *cell = g_hash_table_lookup (self->cells, &key);

  if (cell == NULL)
    {
      cell = g_new0 (Cell, 1);
      cell->key = key;
      g_hash_table_insert (self->cells, &cell->key, cell);
    }
  if (cell->n == cell->size)
    {
      cell->size = cell->size == 0 ? 4 : cell->size * 2;
      cell->items = g_renew (guint32, cell->items, cell->size);
    }
  cell->items[cell->n++] = item;
}

static void
remove_from_cell (NetzSceneIndex *self,
                  gint64 key,
                  guint32 item)
{
  Cell *cell = g_hash_table_lookup (self->cells, &key);

  for (guint i = 0; cell != NULL && i < cell->n; i++)
    if (cell->items[i] == item)
      {
        cell->items[i] = cell->items[--cell->n];
        if (cell->n == 0)
          g_hash_table_remove (self->cells, &key);
        return;
      }
}

static void
visit_cell (const Cell *cell,
            NetzSceneIndexFunc func,
            gpointer data)
{
  for (guint i = 0; i < cell->n; i++)
    func (cell->items[i], data);
}

/* A large area has more cells than there are: then it is cheaper to look at those. */
static void
visit_all (const NetzSceneIndex *self,
           NetzSceneIndexFunc func,
           gpointer data)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    visit_cell (cell, func, data);
}

NetzSceneIndex *
netz_scene_index_new (void)
{
  NetzSceneIndex *self = g_new0 (NetzSceneIndex, 1);

  self->cells = g_hash_table_new_full (hash_key, g_int64_equal, NULL, free_cell);
  return self;
}

void
netz_scene_index_free (NetzSceneIndex *self)
{
  g_hash_table_unref (self->cells);
  g_free (self);
}

void
netz_scene_index_clear (NetzSceneIndex *self)
{
  g_hash_table_remove_all (self->cells);
  for (int i = 0; i < N_LEVELS; i++)
    self->n_at_level[i] = 0;
}

/**
 * netz_scene_index_add:
 * @self: an index
 * @item: a number
 * @box: where it is; finite and not empty
 */
void
netz_scene_index_add (NetzSceneIndex *self,
                      guint32 item,
                      const NetzRect *box)
{
  CellRange range = get_range (box, choose_level (box));

  self->n_at_level[range.level]++;
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      add_to_cell (self, make_key (range.level, column, row), item);
}

/**
 * netz_scene_index_remove:
 * @self: an index
 * @item: a number
 * @box: exactly the box that it was added with
 */
void
netz_scene_index_remove (NetzSceneIndex *self,
                         guint32 item,
                         const NetzRect *box)
{
  CellRange range = get_range (box, choose_level (box));

  self->n_at_level[range.level]--;
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      remove_from_cell (self, make_key (range.level, column, row), item);
}

/* The number of boxes. */
guint
netz_scene_index_get_size (const NetzSceneIndex *self)
{
  guint size = 0;

  for (int i = 0; i < N_LEVELS; i++)
    size += self->n_at_level[i];
  return size;
}

/**
 * netz_scene_index_foreach:
 * @self: an index
 * @area: a rectangle in scene units
 * @func: called with every item of which a box may be in it
 * @data: for @func
 *
 * Some items come more than once, and some are only near: @func looks itself.
 * Costs the number of cells in the area or of all cells, whichever is less.
 */
void
netz_scene_index_foreach (const NetzSceneIndex *self,
                          const NetzRect *area,
                          NetzSceneIndexFunc func,
                          gpointer data)
{
  NetzPoint low = { netz_coordinate_clamp (area->x), netz_coordinate_clamp (area->y) };
  NetzPoint high = { netz_coordinate_clamp (area->x + area->width), netz_coordinate_clamp (area->y + area->height) };
  NetzRect inside = { low.x, low.y, high.x - low.x, high.y - low.y };
  double n_cells = 0;

  if (netz_rect_is_empty (&inside))
    return;

  for (int level = 0; level < N_LEVELS; level++)
    if (self->n_at_level[level] > 0)
      {
        CellRange range = get_range (&inside, level);

        n_cells += (range.right - range.left + 1.0) * (range.bottom - range.top + 1.0);
      }

  if (n_cells > g_hash_table_size (self->cells))
    {
      visit_all (self, func, data);
      return;
    }

  for (int level = 0; level < N_LEVELS; level++)
    if (self->n_at_level[level] > 0)
      {
        CellRange range = get_range (&inside, level);

        for (int row = range.top; row <= range.bottom; row++)
          for (int column = range.left; column <= range.right; column++)
            {
              gint64 key = make_key (level, column, row);
              const Cell *cell = g_hash_table_lookup (self->cells, &key);

              if (cell != NULL)
                visit_cell (cell, func, data);
            }
      }
}
