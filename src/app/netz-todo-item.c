/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-todo-item.h"

G_DEFINE_FINAL_TYPE (NetzTodoItem, netz_todo_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
netz_todo_item_finalize (GObject *object)
{
  g_clear_object (&NETZ_TODO_ITEM (object)->partnership);
  G_OBJECT_CLASS (netz_todo_item_parent_class)->finalize (object);
}

static void
netz_todo_item_class_init (NetzTodoItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_todo_item_finalize;
  changed_signal = g_signal_new ("changed", NETZ_TYPE_TODO_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 0);
}

static void
netz_todo_item_init (NetzTodoItem *self)
{
}

/**
 * netz_todo_item_new:
 * @partnership: a record
 *
 * Returns: (transfer full): an item of which nothing is found out yet
 */
NetzTodoItem *
netz_todo_item_new (NetzPartnership *partnership)
{
  NetzTodoItem *self = g_object_new (NETZ_TYPE_TODO_ITEM, NULL);

  self->partnership = g_object_ref (partnership);
  g_date_clear (&self->agreement.end, 1);
  return self;
}

/**
 * netz_todo_item_get_id:
 *
 * Returns: (transfer none): the id of the partnership
 */
const char *
netz_todo_item_get_id (NetzTodoItem *self)
{
  return netz_record_get_id (NETZ_RECORD (self->partnership));
}

static void
take (NetzTodoItem *self, NetzTodoItem *other)
{
  g_set_object (&self->partnership, other->partnership);
  self->agreement = other->agreement;
  self->overdue = other->overdue;
  self->without_step = other->without_step;
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
is_same (GListStore *store, guint position, NetzTodoItem *item)
{
  g_autoptr (NetzTodoItem) there = g_list_model_get_item (G_LIST_MODEL (store), position);

  return there != NULL && g_str_equal (netz_todo_item_get_id (there), netz_todo_item_get_id (item));
}

/* Takes out what is not in @known any more; the rest is brought up to date and taken out of @known. */
static void
update_there (GListStore *store, GHashTable *known)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (store)); i-- > 0;)
    {
      g_autoptr (NetzTodoItem) there = g_list_model_get_item (G_LIST_MODEL (store), i);
      NetzTodoItem *now = g_hash_table_lookup (known, netz_todo_item_get_id (there));

      if (now == NULL)
        {
          g_list_store_remove (store, i);
          continue;
        }
      g_hash_table_remove (known, netz_todo_item_get_id (there));
      take (there, now);
    }
}

/**
 * netz_todo_items_update:
 * @store: a list of #NetzTodoItem
 * @items: (element-type NetzTodoItem): what is to be in it, in order
 * @keep_order: what is in it stays where it is, so that a row does not move away from under somebody's hands
 *
 * Brings the list up to date. O(n), where single ones come or go.
 */
void
netz_todo_items_update (GListStore *store, GPtrArray *items, gboolean keep_order)
{
  g_autoptr (GHashTable) known = NULL;

  if (!keep_order || g_list_model_get_n_items (G_LIST_MODEL (store)) == 0)
    {
      g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
      return;
    }
  known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (known, (gpointer) netz_todo_item_get_id (items->pdata[i]), items->pdata[i]);
  update_there (store, known);
  for (guint i = 0; i < items->len && g_hash_table_size (known) > 0; i++)
    if (!is_same (store, i, items->pdata[i]) && g_hash_table_remove (known, netz_todo_item_get_id (items->pdata[i])))
      g_list_store_insert (store, MIN (i, g_list_model_get_n_items (G_LIST_MODEL (store))), items->pdata[i]);
}
