/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-snapshot.h"
#include "model/netz-settings.h"

#include <string.h>

struct _NetzSnapshot
{
  gatomicrefcount references;
  GPtrArray *records[NETZ_N_TABLES];
};

G_DEFINE_BOXED_TYPE (NetzSnapshot, netz_snapshot, netz_snapshot_ref, netz_snapshot_unref)

/**
 * netz_snapshot_new:
 *
 * Returns: (transfer full): a snapshot without records, to be filled with netz_snapshot_take()
 */
NetzSnapshot *
netz_snapshot_new (void)
{
  NetzSnapshot *self = g_new0 (NetzSnapshot, 1);

  g_atomic_ref_count_init (&self->references);
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    self->records[i] = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * netz_snapshot_take:
 * @self: a snapshot that is being made
 * @record: (transfer full): a record, which is sealed
 */
void
netz_snapshot_take (NetzSnapshot *self, NetzRecord *record)
{
  netz_record_seal (record);
  g_ptr_array_add (self->records[record->table], record);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const NetzRecord *x = *(NetzRecord *const *) a, *y = *(NetzRecord *const *) b;

  return strcmp (x->id, y->id);
}

static gboolean
is_sorted (GPtrArray *records)
{
  for (guint i = 1; i < records->len; i++)
    if (compare_ids (&records->pdata[i - 1], &records->pdata[i]) > 0)
      return FALSE;
  return TRUE;
}

/**
 * netz_snapshot_sort:
 * @self: a snapshot that has all its records
 *
 * Ends the making of it. O(n log n), O(n) where they were taken in the order of their ids.
 */
void
netz_snapshot_sort (NetzSnapshot *self)
{
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    if (!is_sorted (self->records[i]))
      g_ptr_array_sort (self->records[i], compare_ids);
}

/**
 * netz_snapshot_ref:
 * @self: a snapshot
 *
 * Returns: (transfer full): @self
 */
NetzSnapshot *
netz_snapshot_ref (NetzSnapshot *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * netz_snapshot_unref:
 * @self: (transfer full): a snapshot
 */
void
netz_snapshot_unref (NetzSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    g_ptr_array_unref (self->records[i]);
  g_free (self);
}

/**
 * netz_snapshot_get_size:
 * @self: a snapshot
 * @table: a table
 *
 * Returns: how many records there are
 */
guint
netz_snapshot_get_size (const NetzSnapshot *self, NetzTable table)
{
  return self->records[table]->len;
}

/**
 * netz_snapshot_get_nth:
 * @self: a snapshot
 * @table: a table
 * @index: less than the table's size
 *
 * Returns: (transfer none): a record, in the order of ids
 */
NetzRecord *
netz_snapshot_get_nth (const NetzSnapshot *self, NetzTable table, guint index)
{
  g_return_val_if_fail (index < self->records[table]->len, NULL);

  return self->records[table]->pdata[index];
}

/**
 * netz_snapshot_find:
 * @self: a snapshot
 * @table: a table
 * @id: an id
 *
 * O(log n).
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
NetzRecord *
netz_snapshot_find (const NetzSnapshot *self, NetzTable table, const char *id)
{
  guint low = 0, high = self->records[table]->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      NetzRecord *record = self->records[table]->pdata[middle];
      int order = strcmp (record->id, id);

      if (order == 0)
        return record;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/**
 * netz_snapshot_get_settings:
 * @self: a snapshot of a network
 *
 * Returns: (transfer none) (nullable): the network's settings; %NULL in what was copied out of one
 */
NetzSettings *
netz_snapshot_get_settings (const NetzSnapshot *self)
{
  GPtrArray *settings = self->records[NETZ_TABLE_SETTINGS];

  return settings->len > 0 ? settings->pdata[0] : NULL;
}

/**
 * netz_snapshot_equal:
 * @a: a snapshot
 * @b: another
 *
 * O(n).
 *
 * Returns: whether they hold equal records
 */
gboolean
netz_snapshot_equal (const NetzSnapshot *a, const NetzSnapshot *b)
{
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      if (a->records[table]->len != b->records[table]->len)
        return FALSE;
      for (guint i = 0; i < a->records[table]->len; i++)
        if (!netz_record_equal (a->records[table]->pdata[i], b->records[table]->pdata[i]))
          return FALSE;
    }
  return TRUE;
}
