/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-label-plan.h"
#include "scene/netz-scene.h"

#include <math.h>
#include <string.h>

/* Each round looks one box further. */
#define ROUNDS 3

enum
{
  OPEN,
  SHOWN,
  BLOCKED,
};

struct _NetzLabelPlan
{
  guint8 *state; /* by slot */
  guint64 revision;
  double factor;
};

/* Institutions by cells as large as the largest label, in one array. */
typedef struct
{
  NetzItems *items;
  double factor;
  double cell_width, cell_height;
  int left, top, columns, rows;
  guint32 *begin; /* of each cell in `slots`, and the end */
  guint32 *slots;
} Grid;

static int
get_cell (const Grid *grid,
          NetzPoint point)
{
  int column = CLAMP ((int) floor (point.x / grid->cell_width) - grid->left, 0, grid->columns - 1);
  int row = CLAMP ((int) floor (point.y / grid->cell_height) - grid->top, 0, grid->rows - 1);

  return row * grid->columns + column;
}

static void
measure_grid (Grid *grid)
{
  NetzItems *items = grid->items;
  NetzPoint low = { INFINITY, INFINITY }, high = { -INFINITY, -INFINITY };
  double width = NETZ_NODE_RADIUS * 2, height = 0, radius = NETZ_NODE_RADIUS;

  for (guint slot = 0; slot < netz_items_get_n_slots (items, NETZ_ITEM_NODE); slot++)
    {
      const NetzNodeItem *node = netz_items_get_node (items, slot);

      if (node->record == NULL)
        continue;
      low = (NetzPoint) { MIN (low.x, node->centre.x), MIN (low.y, node->centre.y) };
      high = (NetzPoint) { MAX (high.x, node->centre.x), MAX (high.y, node->centre.y) };
      width = MAX (width, node->label_width * grid->factor);
      height = MAX (height, node->label_height * grid->factor);
      radius = MAX (radius, node->radius);
    }
  if (low.x > high.x)
    low = high = (NetzPoint) { 0, 0 };

  /* One institution far out must not cost a cell for all the emptiness. */
  grid->cell_width = MAX (MAX (width, 2 * radius) + 2, (high.x - low.x) / 1000);
  grid->cell_height = MAX (height + 2 * radius + NETZ_LABEL_GAP + 2, (high.y - low.y) / 1000);
  grid->left = (int) floor (low.x / grid->cell_width);
  grid->top = (int) floor (low.y / grid->cell_height);
  grid->columns = (int) floor (high.x / grid->cell_width) - grid->left + 1;
  grid->rows = (int) floor (high.y / grid->cell_height) - grid->top + 1;
}

static void
fill_grid (Grid *grid)
{
  NetzItems *items = grid->items;
  guint n = netz_items_get_n_slots (items, NETZ_ITEM_NODE);
  guint n_cells = grid->columns * grid->rows;

  grid->begin = g_new0 (guint32, n_cells + 1);
  grid->slots = g_new (guint32, n + 1);

  for (guint slot = 0; slot < n; slot++)
    if (netz_items_get_node (items, slot)->record != NULL)
      grid->begin[get_cell (grid, netz_items_get_node (items, slot)->centre)]++;

  for (guint cell = 1; cell <= n_cells; cell++)
    grid->begin[cell] += grid->begin[cell - 1];

  for (guint slot = n; slot-- > 0;)
    if (netz_items_get_node (items, slot)->record != NULL)
      grid->slots[--grid->begin[get_cell (grid, netz_items_get_node (items, slot)->centre)]] = slot;
}

static gboolean
is_above (const NetzNodeItem *a,
          const NetzNodeItem *b)
{
  if (a->degree != b->degree)
    return a->degree > b->degree;
  return strcmp (netz_record_get_id (NETZ_RECORD (a->record)), netz_record_get_id (NETZ_RECORD (b->record))) < 0;
}

/* A name may cover neither another name nor the shape of a more important institution. */
static gboolean
is_in_the_way (const Grid *grid,
               const NetzNodeItem *node,
               const NetzNodeItem *other)
{
  double dx = fabs (node->centre.x - other->centre.x);
  double dy = other->centre.y - node->centre.y;
  double half = (node->label_width + other->label_width) / 2 * grid->factor;
  double top = node->radius + NETZ_LABEL_GAP;

  if (dx < half && dy > -other->label_height * grid->factor && dy < node->label_height * grid->factor)
    return TRUE;
  return dx < node->label_width / 2 * grid->factor + other->radius && dy > top - other->radius &&
         dy < top + node->label_height * grid->factor + other->radius;
}

static guint8
judge (const Grid *grid,
       const guint8 *state,
       guint32 slot)
{
  const NetzNodeItem *node = netz_items_get_node (grid->items, slot);
  int home = get_cell (grid, node->centre);
  int column = home % grid->columns;
  int row = home / grid->columns;
  guint8 verdict = SHOWN;

  for (int r = MAX (row - 1, 0); r <= MIN (row + 1, grid->rows - 1); r++)
    for (int c = MAX (column - 1, 0); c <= MIN (column + 1, grid->columns - 1); c++)
      for (guint32 i = grid->begin[r * grid->columns + c]; i < grid->begin[r * grid->columns + c + 1]; i++)
        {
          guint32 other = grid->slots[i];
          const NetzNodeItem *item = netz_items_get_node (grid->items, other);

          if (other == slot || state[other] == BLOCKED || !is_in_the_way (grid, node, item) || !is_above (item, node))
            continue;
          if (state[other] == SHOWN)
            return BLOCKED;
          verdict = OPEN;
        }

  return verdict;
}

static void
make_plan (NetzLabelPlan *self,
           NetzItems *items,
           double factor)
{
  guint n = netz_items_get_n_slots (items, NETZ_ITEM_NODE);
  g_autofree guint8 *before = g_malloc0 (n + 1);
  Grid grid = { .items = items, .factor = factor };

  g_free (self->state);
  self->state = g_malloc0 (n + 1);
  measure_grid (&grid);
  fill_grid (&grid);

  for (int round = 0; round < ROUNDS; round++)
    {
      memcpy (before, self->state, n);
      for (guint slot = 0; slot < n; slot++)
        if (before[slot] == OPEN && netz_items_get_node (items, slot)->record != NULL)
          self->state[slot] = judge (&grid, before, slot);
    }

  for (guint slot = 0; slot < n; slot++)
    self->state[slot] = self->state[slot] == SHOWN;
  g_free (grid.begin);
  g_free (grid.slots);
}

NetzLabelPlan *
netz_label_plan_new (void)
{
  return g_new0 (NetzLabelPlan, 1);
}

void
netz_label_plan_free (NetzLabelPlan *self)
{
  g_free (self->state);
  g_free (self);
}

/**
 * netz_label_plan_get:
 * @self: a plan
 * @items: the items
 * @factor: how much larger than its own size the type is painted
 *
 * O(n) where the items or the factor have changed since the last call.
 *
 * Returns: (transfer none): by slot of institution, whether its name is shown
 */
const guint8 *
netz_label_plan_get (NetzLabelPlan *self,
                     NetzItems *items,
                     double factor)
{
  if (self->state == NULL || self->revision != items->revision || self->factor != factor)
    {
      make_plan (self, items, factor);
      self->revision = items->revision;
      self->factor = factor;
    }
  return self->state;
}
