/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-id-ledger.h"

#define ID_DIGITS 13

struct _NetzIdLedger
{
  GHashTable *used[NETZ_N_TABLES]; /* the four tables on the canvas share one */
  GHashTable *numbers;             /* the last number tried for a seed */
};

static gboolean
is_on_canvas (guint table)
{
  return table == NETZ_TABLE_INSTITUTION || table == NETZ_TABLE_PARTNERSHIP || table == NETZ_TABLE_FRAME ||
         table == NETZ_TABLE_NOTE;
}

/**
 * netz_id_ledger_new:
 *
 * Returns: (transfer full): a ledger without ids
 */
NetzIdLedger *
netz_id_ledger_new (void)
{
  NetzIdLedger *self = g_new0 (NetzIdLedger, 1);
  g_autoptr (GHashTable) shared = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < NETZ_N_TABLES; i++)
    self->used[i] = is_on_canvas (i) ? g_hash_table_ref (shared) : g_hash_table_new (g_str_hash, g_str_equal);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
netz_id_ledger_free (NetzIdLedger *self)
{
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    g_hash_table_unref (self->used[i]);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

/**
 * netz_id_ledger_contains:
 * @self: a ledger
 * @table: a table
 * @id: an id
 *
 * Returns: whether the id is used in that table, or in one that must not share ids with it
 */
gboolean
netz_id_ledger_contains (const NetzIdLedger *self,
                         NetzTable table,
                         const char *id)
{
  return g_hash_table_contains (self->used[table], id);
}

/**
 * netz_id_ledger_add:
 * @self: a ledger
 * @table: a table
 * @id: an id of a record in it, which must live as long as the ledger
 *
 * Says that the id is used.
 */
void
netz_id_ledger_add (NetzIdLedger *self,
                    NetzTable table,
                    const char *id)
{
  g_hash_table_add (self->used[table], (gpointer) id);
}

/**
 * netz_id_ledger_derive:
 * @table: a table
 * @seed: anything
 *
 * Returns: (transfer full): an id that looks as random ones do, the same for the same seed
 */
char *
netz_id_ledger_derive (NetzTable table,
                       const char *seed)
{
  const NetzTableInfo *info = netz_table_get_info (table);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);

  return g_strdup_printf ("%s%.*s", info->prefix, ID_DIGITS, hash);
}

/**
 * netz_id_ledger_find_new:
 * @self: a ledger that knows all ids of the file
 * @table: a table
 * @seed: what the id is derived from; each call with the same one gives another id
 *
 * Returns: (transfer full): an id that is free; it is not added
 */
char *
netz_id_ledger_find_new (NetzIdLedger *self,
                         NetzTable table,
                         const char *seed)
{
  g_autofree char *key = g_strconcat (netz_table_get_info (table)->element, "\n", seed, NULL);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
  char *id = NULL;

  do
    {
      g_autofree char *numbered = g_strdup_printf ("%s\n%u", key, ++number);

      g_free (id);
      id = netz_id_ledger_derive (table, numbered);
    }
  while (g_hash_table_contains (self->used[table], id));
  g_hash_table_replace (self->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
  return id;
}
