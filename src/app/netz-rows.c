/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-rows.h"

#define MANY 64 /* more changed rows than these are told of as one change */

struct _NetzRows
{
  GObject parent_instance;

  NetzTable table;
  GPtrArray *rows;   /* NetzRow, by id */
  GHashTable *by_id; /* id -> NetzRow, owned by rows */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NetzRows, netz_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
netz_rows_get_item_type (GListModel *model)
{
  return NETZ_TYPE_ROW;
}

static guint
netz_rows_get_n_items (GListModel *model)
{
  return NETZ_ROWS (model)->rows->len;
}

static gpointer
netz_rows_get_item (GListModel *model, guint position)
{
  NetzRows *self = NETZ_ROWS (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = netz_rows_get_item_type;
  iface->get_n_items = netz_rows_get_n_items;
  iface->get_item = netz_rows_get_item;
}

static void
netz_rows_finalize (GObject *object)
{
  NetzRows *self = NETZ_ROWS (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (netz_rows_parent_class)->finalize (object);
}

static void
netz_rows_class_init (NetzRowsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_rows_finalize;
}

static void
netz_rows_init (NetzRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * netz_rows_new:
 * @table: institutions or partnerships
 *
 * Returns: (transfer full): no rows yet
 */
NetzRows *
netz_rows_new (NetzTable table)
{
  NetzRows *self = g_object_new (NETZ_TYPE_ROWS, NULL);

  self->table = table;
  return self;
}

/**
 * netz_rows_find:
 * @id: of a record
 *
 * Returns: (transfer none) (nullable): its row
 */
NetzRow *
netz_rows_find (NetzRows *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/* Tells of what lies between what both begin and what both end with. */
static void
tell_difference (NetzRows *self, GPtrArray *before)
{
  guint begin = 0;
  guint end = 0;
  guint least = MIN (before->len, self->rows->len);

  while (begin < least && before->pdata[begin] == self->rows->pdata[begin])
    begin++;
  while (end < least - begin
         && before->pdata[before->len - 1 - end] == self->rows->pdata[self->rows->len - 1 - end])
    end++;
  if (begin + end < MAX (before->len, self->rows->len))
    g_list_model_items_changed (G_LIST_MODEL (self), begin, before->len - begin - end, self->rows->len - begin - end);
}

/* Who sorts or filters looks again at rows that say something else now. */
static void
tell_changed (NetzRows *self, GArray *changed)
{
  if (changed->len > MANY)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, self->rows->len, self->rows->len);
      return;
    }
  for (guint i = 0; i < changed->len; i++)
    g_list_model_items_changed (G_LIST_MODEL (self), g_array_index (changed, guint, i), 1, 1);
}

/**
 * netz_rows_update:
 * @network: (nullable): what is shown from now on
 *
 * Rows of records that are still there stay. O(n log n).
 */
void
netz_rows_update (NetzRows *self, NetzNetwork *network)
{
  g_autoptr (GPtrArray) records = network != NULL ? netz_network_list (network, self->table) : g_ptr_array_new ();
  g_autoptr (GPtrArray) before = self->rows;
  g_autoptr (GHashTable) old = self->by_id;
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));

  self->rows = g_ptr_array_new_full (records->len, g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const char *id = netz_record_get_id (records->pdata[i]);
      NetzRow *row = g_hash_table_lookup (old, id);
      gboolean known = row != NULL;

      row = known ? g_object_ref (row) : netz_row_new (records->pdata[i]);
      if (netz_row_update (row, network, records->pdata[i]) && known)
        g_array_append_val (changed, i);
      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->by_id, g_strdup (id), row);
    }
  tell_difference (self, before);
  tell_changed (self, changed);
}
