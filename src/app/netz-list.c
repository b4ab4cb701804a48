/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-list.h"
#include "model/netz-search.h"

#define MANY 200 /* an edit of more institutions than these makes the list anew */

typedef struct
{
  char *key; /* for comparing by the rules of the locale */
  NetzInstitution *institution;
} Row;

struct _NetzList
{
  GObject parent_instance;

  NetzNetwork *network;
  NetzNetwork *part; /* only what is in it; NULL: all */
  NetzFilter *filter;
  GPtrArray *rows;   /* Row, in order */
  GHashTable *by_id; /* id -> Row */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NetzList, netz_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_object_unref (row->institution);
  g_free (row);
}

static Row *
make_row (NetzInstitution *institution)
{
  Row *row = g_new (Row, 1);

  row->key = g_utf8_collate_key (institution->name != NULL ? institution->name : "", -1);
  row->institution = g_object_ref (institution);
  return row;
}

static int
compare_rows (const Row *a, const Row *b)
{
  int order = g_strcmp0 (a->key, b->key);

  return order != 0 ? order
                    : g_strcmp0 (netz_record_get_id (NETZ_RECORD (a->institution)),
                                 netz_record_get_id (NETZ_RECORD (b->institution)));
}

static int
compare_row_pointers (gconstpointer a, gconstpointer b)
{
  return compare_rows (*(Row *const *) a, *(Row *const *) b);
}

/* Where the row is, or where it belongs. */
static guint
locate (NetzList *self, const Row *row)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_rows (self->rows->pdata[middle], row) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_wanted (NetzList *self, NetzInstitution *institution)
{
  const char *id = netz_record_get_id (NETZ_RECORD (institution));

  if (self->part != NULL && netz_network_get_institution (self->part, id) == NULL)
    return FALSE;
  return self->filter == NULL || netz_filter_matches (self->filter, self->network, NETZ_RECORD (institution));
}

static void
add_row (NetzList *self, Row *row)
{
  g_hash_table_insert (self->by_id, (gpointer) netz_record_get_id (NETZ_RECORD (row->institution)), row);
}

/* The row that there was, if it still says the same: the keys of ten thousand names are what takes the time. */
static Row *
take_row (GHashTable *old, NetzInstitution *institution)
{
  const char *id = netz_record_get_id (NETZ_RECORD (institution));
  Row *row = g_hash_table_lookup (old, id);

  if (row == NULL || row->institution != institution)
    return make_row (institution);
  g_hash_table_steal (old, id);
  return row;
}

static GHashTable *
steal_rows (NetzList *self)
{
  GHashTable *old = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_row);

  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_free_func (self->rows, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      g_hash_table_insert (old, (gpointer) netz_record_get_id (NETZ_RECORD (row->institution)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_free_func (self->rows, free_row);
  return old;
}

static void
rebuild (NetzList *self)
{
  guint before = self->rows->len;
  g_autoptr (GHashTable) old = steal_rows (self);
  NetzNetworkIter iter;
  NetzInstitution *institution;

  if (self->network != NULL)
    {
      netz_network_iter_init (&iter, self->network, NETZ_TABLE_INSTITUTION);
      while (netz_network_iter_next (&iter, &institution))
        if (is_wanted (self, institution))
          g_ptr_array_add (self->rows, take_row (old, institution));
    }
  g_ptr_array_sort (self->rows, compare_row_pointers);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (self, self->rows->pdata[i]);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->rows->len);
}

static void
remove_id (NetzList *self, const char *id)
{
  Row *row = g_hash_table_lookup (self->by_id, id);
  guint position;

  if (row == NULL)
    return;
  position = locate (self, row);
  g_hash_table_remove (self->by_id, id);
  g_ptr_array_remove_index (self->rows, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
insert (NetzList *self, NetzInstitution *institution)
{
  Row *row = make_row (institution);
  guint position = locate (self, row);

  g_ptr_array_insert (self->rows, position, row);
  add_row (self, row);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/* A row that keeps its place is replaced, so that its widget does not lose the focus. */
static gboolean
replace (NetzList *self, NetzInstitution *institution)
{
  Row *old = g_hash_table_lookup (self->by_id, netz_record_get_id (NETZ_RECORD (institution)));
  guint position;

  if (old == NULL || g_strcmp0 (old->institution->name, institution->name) != 0 || !is_wanted (self, institution))
    return FALSE;
  position = locate (self, old);
  g_hash_table_remove (self->by_id, netz_record_get_id (NETZ_RECORD (institution)));
  free_row (g_steal_pointer (&self->rows->pdata[position]));
  self->rows->pdata[position] = make_row (institution);
  add_row (self, self->rows->pdata[position]);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
  return TRUE;
}

static void
refresh_end (NetzList *self, const char *id)
{
  NetzInstitution *institution = id != NULL ? netz_network_get_institution (self->network, id) : NULL;

  if (institution != NULL)
    replace (self, institution);
}

/* Rows say how many partnerships there are. */
static void
refresh_ends (NetzList *self, NetzRecord *partnership)
{
  if (partnership == NULL)
    return;
  refresh_end (self, NETZ_PARTNERSHIP (partnership)->from);
  refresh_end (self, NETZ_PARTNERSHIP (partnership)->to);
}

static void
on_changed (NetzList *self, NetzEdit *edit)
{
  if (netz_edit_get_size (edit) > MANY)
    {
      if (netz_edit_touches_table (edit, NETZ_TABLE_INSTITUTION)
          || netz_edit_touches_table (edit, NETZ_TABLE_PARTNERSHIP))
        rebuild (self);
      return;
    }
  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (edit, i);
      NetzInstitution *after = (NetzInstitution *) change->after;

      if (change->table == NETZ_TABLE_PARTNERSHIP)
        {
          refresh_ends (self, change->before);
          refresh_ends (self, change->after);
        }
      if (change->table != NETZ_TABLE_INSTITUTION || (after != NULL && replace (self, after)))
        continue;
      remove_id (self, change->id);
      if (after != NULL && is_wanted (self, after))
        insert (self, after);
    }
}

static GType
netz_list_get_item_type (GListModel *model)
{
  return NETZ_TYPE_INSTITUTION;
}

static guint
netz_list_get_n_items (GListModel *model)
{
  return NETZ_LIST (model)->rows->len;
}

static gpointer
netz_list_get_item (GListModel *model, guint position)
{
  NetzInstitution *institution = netz_list_get (NETZ_LIST (model), position);

  return institution != NULL ? g_object_ref (institution) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = netz_list_get_item_type;
  iface->get_n_items = netz_list_get_n_items;
  iface->get_item = netz_list_get_item;
}

static void
netz_list_finalize (GObject *object)
{
  NetzList *self = NETZ_LIST (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->filter, netz_filter_free);
  g_clear_object (&self->network);
  g_clear_object (&self->part);
  G_OBJECT_CLASS (netz_list_parent_class)->finalize (object);
}

static void
netz_list_class_init (NetzListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = netz_list_finalize;
}

static void
netz_list_init (NetzList *self)
{
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * netz_list_new:
 *
 * Returns: (transfer full): a list of no network
 */
NetzList *
netz_list_new (void)
{
  return g_object_new (NETZ_TYPE_LIST, NULL);
}

/**
 * netz_list_set_network:
 * @self: a list
 * @network: (nullable): whose institutions to list; they are followed from now on
 *
 * O(n log n).
 */
void
netz_list_set_network (NetzList *self, NetzNetwork *network)
{
  if (self->network != NULL)
    g_signal_handlers_disconnect_by_data (self->network, self);
  g_set_object (&self->network, network);
  g_clear_object (&self->part);
  if (network != NULL)
    g_signal_connect_object (network, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

/* Whether the rows are just the institutions of the part. */
static gboolean
has_rows_of_part (NetzList *self)
{
  NetzNetwork *part = self->part != NULL ? self->part : self->network;

  if (self->filter != NULL || netz_network_get_size (part, NETZ_TABLE_INSTITUTION) != self->rows->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      if (netz_network_get_institution (part, netz_record_get_id (NETZ_RECORD (row->institution))) != row->institution)
        return FALSE;
    }
  return TRUE;
}

/**
 * netz_list_set_part:
 * @self: a list
 * @part: (nullable): a network of the institutions that are looked at, out of the list's own; %NULL: all
 *
 * The part is not followed: after a change of the network it must be given anew. O(n log n).
 */
void
netz_list_set_part (NetzList *self, NetzNetwork *part)
{
  /* Where it stays all of the network, rows are kept as they are. */
  if (part == NULL && self->part == NULL)
    return;
  g_set_object (&self->part, part);
  /* On another day there are the same institutions, most often, with other numbers of partnerships. */
  if (has_rows_of_part (self))
    g_list_model_items_changed (G_LIST_MODEL (self), 0, self->rows->len, self->rows->len);
  else
    rebuild (self);
}

/**
 * netz_list_set_filter:
 * @self: a list
 * @text: words and conditions, see netz-search.h; "" for all
 * @error: where to say what is wrong with @text
 *
 * O(n log n). Where @text is wrong the list stays as it is.
 *
 * Returns: whether @text could be understood
 */
gboolean
netz_list_set_filter (NetzList *self, const char *text, GError **error)
{
  NetzFilter *filter = netz_filter_new (text, error);

  if (filter == NULL)
    return FALSE;
  g_clear_pointer (&self->filter, netz_filter_free);
  self->filter = filter;
  rebuild (self);
  return TRUE;
}

/**
 * netz_list_get:
 * @self: a list
 * @position: a position
 *
 * Returns: (transfer none) (nullable): the institution there, %NULL beyond the end
 */
NetzInstitution *
netz_list_get (NetzList *self, guint position)
{
  return position < self->rows->len ? ((Row *) self->rows->pdata[position])->institution : NULL;
}

/**
 * netz_list_find:
 * @self: a list
 * @id: the id of an institution
 * @position: (out): where it stands
 *
 * O(log n).
 *
 * Returns: whether it is in the list
 */
gboolean
netz_list_find (NetzList *self, const char *id, guint *position)
{
  Row *row = g_hash_table_lookup (self->by_id, id);

  if (row != NULL)
    *position = locate (self, row);
  return row != NULL;
}
