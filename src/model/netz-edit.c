/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-edit.h"

struct _NetzEdit
{
  gatomicrefcount references;
  char *label;
  GArray *changes;
};

G_DEFINE_BOXED_TYPE (NetzEdit, netz_edit, netz_edit_ref, netz_edit_unref)

static void
clear_change (gpointer data)
{
  NetzChange *change = data;

  g_clear_pointer (&change->id, g_ref_string_release);
  g_clear_object (&change->before);
  g_clear_object (&change->after);
}

/**
 * netz_edit_new:
 * @label: what was done, for people
 *
 * Returns: (transfer full): an edit without changes, to be filled with netz_edit_add()
 */
NetzEdit *
netz_edit_new (const char *label)
{
  NetzEdit *self = g_new0 (NetzEdit, 1);

  g_atomic_ref_count_init (&self->references);
  self->label = g_strdup (label);
  self->changes = g_array_new (FALSE, FALSE, sizeof (NetzChange));
  g_array_set_clear_func (self->changes, clear_change);
  return self;
}

/**
 * netz_edit_add:
 * @self: an edit that nobody else holds yet
 * @table: the record's table
 * @id: its id
 * @before: (nullable): the record as it was
 * @after: (nullable): the record as it becomes; it is sealed
 */
void
netz_edit_add (NetzEdit *self, NetzTable table, const char *id, NetzRecord *before, NetzRecord *after)
{
  NetzChange change = {
    .table = table,
    .id = before != NULL  ? g_ref_string_acquire (before->id)
          : after != NULL ? g_ref_string_acquire (after->id)
                          : g_ref_string_new (id),
    .before = before != NULL ? g_object_ref (before) : NULL,
    .after = after != NULL ? g_object_ref (after) : NULL,
  };

  if (after != NULL)
    netz_record_seal (after);
  g_array_append_val (self->changes, change);
}

/**
 * netz_edit_ref:
 * @self: an edit
 *
 * Returns: (transfer full): @self
 */
NetzEdit *
netz_edit_ref (NetzEdit *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * netz_edit_unref:
 * @self: (transfer full): an edit
 */
void
netz_edit_unref (NetzEdit *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->changes);
  g_free (self->label);
  g_free (self);
}

/**
 * netz_edit_get_label:
 * @self: an edit
 *
 * Returns: (transfer none): what was done, for people
 */
const char *
netz_edit_get_label (const NetzEdit *self)
{
  return self->label;
}

/**
 * netz_edit_get_size:
 * @self: an edit
 *
 * Returns: how many records it changes
 */
guint
netz_edit_get_size (const NetzEdit *self)
{
  return self->changes->len;
}

/**
 * netz_edit_get_nth:
 * @self: an edit
 * @index: less than its size
 *
 * Returns: (transfer none): one of its changes
 */
const NetzChange *
netz_edit_get_nth (const NetzEdit *self, guint index)
{
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, NetzChange, index);
}

/**
 * netz_edit_reverse:
 * @self: an edit
 *
 * Returns: (transfer full): the edit that takes it back
 */
NetzEdit *
netz_edit_reverse (const NetzEdit *self)
{
  NetzEdit *reverse = netz_edit_new (self->label);

  for (guint i = self->changes->len; i > 0; i--)
    {
      const NetzChange *change = netz_edit_get_nth (self, i - 1);

      netz_edit_add (reverse, change->table, change->id, change->after, change->before);
    }
  return reverse;
}

static guint
hash_change (gconstpointer data)
{
  const NetzChange *change = data;

  return g_str_hash (change->id) * 31 + change->table;
}

static gboolean
same_record (gconstpointer a, gconstpointer b)
{
  const NetzChange *x = a, *y = b;

  return x->table == y->table && g_str_equal (x->id, y->id);
}

/**
 * netz_edit_join:
 * @first: an edit
 * @second: the edit that was applied after it
 *
 * O(size of both).
 *
 * Returns: (transfer full): one edit that does what both do, called like the first
 */
NetzEdit *
netz_edit_join (const NetzEdit *first, const NetzEdit *second)
{
  g_autoptr (GHashTable) later = g_hash_table_new (hash_change, same_record);
  NetzEdit *joined = netz_edit_new (first->label);

  for (guint i = 0; i < second->changes->len; i++)
    g_hash_table_add (later, (gpointer) netz_edit_get_nth (second, i));
  for (guint i = 0; i < first->changes->len; i++)
    {
      const NetzChange *change = netz_edit_get_nth (first, i);
      const NetzChange *next = g_hash_table_lookup (later, change);
      NetzRecord *after = next != NULL ? next->after : change->after;

      if (change->before != after)
        netz_edit_add (joined, change->table, change->id, change->before, after);
      g_hash_table_remove (later, change);
    }
  for (guint i = 0; i < second->changes->len; i++)
    {
      const NetzChange *change = netz_edit_get_nth (second, i);

      if (g_hash_table_contains (later, change))
        netz_edit_add (joined, change->table, change->id, change->before, change->after);
    }
  return joined;
}

/**
 * netz_edit_touches:
 * @self: an edit
 * @table: a table
 * @id: the id of a record there
 *
 * O(size).
 *
 * Returns: whether the edit changes that record
 */
gboolean
netz_edit_touches (const NetzEdit *self, NetzTable table, const char *id)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const NetzChange *change = netz_edit_get_nth (self, i);

      if (change->table == table && g_str_equal (change->id, id))
        return TRUE;
    }
  return FALSE;
}

/**
 * netz_edit_touches_table:
 * @self: an edit
 * @table: a table
 *
 * O(size).
 *
 * Returns: whether the edit changes any record of @table
 */
gboolean
netz_edit_touches_table (const NetzEdit *self, NetzTable table)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (netz_edit_get_nth (self, i)->table == table)
      return TRUE;
  return FALSE;
}
