/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-network.h"

struct _NetzNetwork
{
  GObject parent_instance;

  GHashTable *tables[NETZ_N_TABLES]; /* id -> record */
  GPtrArray *sorted[NETZ_N_TABLES];  /* the same in the order of ids; NULL: to be sorted */
  GHashTable *incident;              /* id of an institution -> GPtrArray of partnerships */
  NetzSettings *settings;
  guint64 revision;
  gboolean applying;
};

G_DEFINE_FINAL_TYPE (NetzNetwork, netz_network, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_incident (NetzNetwork *self, GRefString *end, NetzPartnership *partnership)
{
  GPtrArray *list;

  if (end == NULL)
    return;
  list = g_hash_table_lookup (self->incident, end);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->incident, g_ref_string_acquire (end), list);
    }
  g_ptr_array_add (list, partnership);
}

static void
remove_incident (NetzNetwork *self, GRefString *end, NetzPartnership *partnership)
{
  GPtrArray *list = end != NULL ? g_hash_table_lookup (self->incident, end) : NULL;

  if (list == NULL)
    return;
  g_ptr_array_remove_fast (list, partnership);
  if (list->len == 0)
    g_hash_table_remove (self->incident, end);
}

static void
insert_record (NetzNetwork *self, NetzRecord *record)
{
  g_clear_pointer (&self->sorted[record->table], g_ptr_array_unref);
  g_hash_table_insert (self->tables[record->table], record->id, g_object_ref (record));
  if (record->table == NETZ_TABLE_SETTINGS)
    self->settings = (NetzSettings *) record;
  if (record->table == NETZ_TABLE_PARTNERSHIP)
    {
      NetzPartnership *partnership = NETZ_PARTNERSHIP (record);

      add_incident (self, partnership->from, partnership);
      if (g_strcmp0 (partnership->from, partnership->to) != 0)
        add_incident (self, partnership->to, partnership);
    }
}

static void
remove_record (NetzNetwork *self, NetzRecord *record)
{
  if (record->table == NETZ_TABLE_PARTNERSHIP)
    {
      NetzPartnership *partnership = NETZ_PARTNERSHIP (record);

      remove_incident (self, partnership->from, partnership);
      if (g_strcmp0 (partnership->from, partnership->to) != 0)
        remove_incident (self, partnership->to, partnership);
    }
  g_clear_pointer (&self->sorted[record->table], g_ptr_array_unref);
  g_hash_table_remove (self->tables[record->table], record->id);
}

static void
netz_network_finalize (GObject *object)
{
  NetzNetwork *self = NETZ_NETWORK (object);

  g_clear_pointer (&self->incident, g_hash_table_unref);
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    {
      g_clear_pointer (&self->sorted[i], g_ptr_array_unref);
      g_clear_pointer (&self->tables[i], g_hash_table_unref);
    }
  G_OBJECT_CLASS (netz_network_parent_class)->finalize (object);
}

static void
netz_network_class_init (NetzNetworkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = netz_network_finalize;

  /**
   * NetzNetwork::changed:
   * @self: the network
   * @edit: what has been applied
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NETZ_TYPE_NETWORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, NETZ_TYPE_EDIT);
}

static void
netz_network_init (NetzNetwork *self)
{
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    self->tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->incident = g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) g_ref_string_release,
                                          (GDestroyNotify) g_ptr_array_unref);
}

/**
 * netz_network_new:
 *
 * Returns: (transfer full): a network with nothing but its settings
 */
NetzNetwork *
netz_network_new (void)
{
  NetzNetwork *self = g_object_new (NETZ_TYPE_NETWORK, NULL);
  g_autoptr (NetzRecord) settings = netz_record_new (NETZ_TABLE_SETTINGS, NULL);

  netz_record_seal (settings);
  insert_record (self, settings);
  return self;
}

/**
 * netz_network_new_from_snapshot:
 * @snapshot: records; where two of a table have one id the first counts
 *
 * O(n).
 *
 * Returns: (transfer full): a network of these records, with settings made where there are none
 */
NetzNetwork *
netz_network_new_from_snapshot (NetzSnapshot *snapshot)
{
  NetzNetwork *self = g_object_new (NETZ_TYPE_NETWORK, NULL);

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    for (guint i = 0; i < netz_snapshot_get_size (snapshot, table); i++)
      {
        NetzRecord *record = netz_snapshot_get_nth (snapshot, table, i);

        if (netz_network_get (self, table, record->id) == NULL
            && (table != NETZ_TABLE_SETTINGS || self->settings == NULL))
          insert_record (self, record);
      }
  if (self->settings == NULL)
    {
      g_autoptr (NetzRecord) settings = netz_record_new (NETZ_TABLE_SETTINGS, NULL);

      netz_record_seal (settings);
      insert_record (self, settings);
    }
  return self;
}

/**
 * netz_network_get_id:
 * @self: a network
 *
 * Returns: (transfer none): the id that it keeps in all its copies
 */
const char *
netz_network_get_id (NetzNetwork *self)
{
  return netz_record_get_id (NETZ_RECORD (self->settings));
}

/**
 * netz_network_get_settings:
 * @self: a network
 *
 * Returns: (transfer none): its settings
 */
NetzSettings *
netz_network_get_settings (NetzNetwork *self)
{
  return self->settings;
}

/**
 * netz_network_get_size:
 * @self: a network
 * @table: a table
 *
 * Returns: how many records there are
 */
guint
netz_network_get_size (NetzNetwork *self, NetzTable table)
{
  return g_hash_table_size (self->tables[table]);
}

/**
 * netz_network_get:
 * @self: a network
 * @table: a table
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the record, %NULL where there is none
 */
NetzRecord *
netz_network_get (NetzNetwork *self, NetzTable table, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->tables[table], id) : NULL;
}

/**
 * netz_network_find:
 * @self: a network
 * @id: (nullable): the id of an institution, partnership, frame or note
 *
 * Returns: (transfer none) (nullable): the record
 */
NetzRecord *
netz_network_find (NetzNetwork *self, const char *id)
{
  static const NetzTable tables[] = { NETZ_TABLE_INSTITUTION, NETZ_TABLE_PARTNERSHIP, NETZ_TABLE_FRAME,
                                      NETZ_TABLE_NOTE };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      NetzRecord *record = netz_network_get (self, tables[i], id);

      if (record != NULL)
        return record;
    }
  return NULL;
}

/**
 * netz_network_get_institution:
 * @self: a network
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the institution
 */
NetzInstitution *
netz_network_get_institution (NetzNetwork *self, const char *id)
{
  return (NetzInstitution *) netz_network_get (self, NETZ_TABLE_INSTITUTION, id);
}

/**
 * netz_network_get_partnership:
 * @self: a network
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the partnership
 */
NetzPartnership *
netz_network_get_partnership (NetzNetwork *self, const char *id)
{
  return (NetzPartnership *) netz_network_get (self, NETZ_TABLE_PARTNERSHIP, id);
}

/**
 * netz_network_get_kind:
 * @self: a network
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the kind of institution
 */
NetzKind *
netz_network_get_kind (NetzNetwork *self, const char *id)
{
  return (NetzKind *) netz_network_get (self, NETZ_TABLE_KIND, id);
}

/**
 * netz_network_get_programme:
 * @self: a network
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the programme
 */
NetzProgramme *
netz_network_get_programme (NetzNetwork *self, const char *id)
{
  return (NetzProgramme *) netz_network_get (self, NETZ_TABLE_PROGRAMME, id);
}

/**
 * netz_network_get_incident:
 * @self: a network
 * @institution: an id
 *
 * Returns: (transfer none) (nullable) (element-type NetzPartnership): the partnerships that end there, each once, in no
 *   order, owned by the network until it changes; %NULL where there are none
 */
GPtrArray *
netz_network_get_incident (NetzNetwork *self, const char *institution)
{
  return g_hash_table_lookup (self->incident, institution);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const NetzRecord *x = *(NetzRecord *const *) a, *y = *(NetzRecord *const *) b;

  return g_strcmp0 (x->id, y->id);
}

static GPtrArray *
sort_table (NetzNetwork *self, NetzTable table)
{
  GPtrArray *list = g_ptr_array_sized_new (g_hash_table_size (self->tables[table]));
  NetzNetworkIter iter;
  NetzRecord *record;

  netz_network_iter_init (&iter, self, table);
  while (netz_network_iter_next (&iter, &record))
    g_ptr_array_add (list, record);
  g_ptr_array_sort (list, compare_ids);
  return list;
}

/**
 * netz_network_list:
 * @self: a network
 * @table: a table
 *
 * O(n log n) after a change of the table, else O(n).
 *
 * Returns: (transfer container) (element-type NetzRecord): its records in the order of ids
 */
GPtrArray *
netz_network_list (NetzNetwork *self, NetzTable table)
{
  if (self->sorted[table] == NULL)
    self->sorted[table] = sort_table (self, table);
  return g_ptr_array_copy (self->sorted[table], NULL, NULL);
}

/**
 * netz_network_snapshot:
 * @self: a network
 *
 * O(n log n).
 *
 * Returns: (transfer full): all records as they are now, for another thread
 */
NetzSnapshot *
netz_network_snapshot (NetzNetwork *self)
{
  NetzSnapshot *snapshot = netz_snapshot_new ();

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      GHashTableIter iter;
      gpointer record;

      g_hash_table_iter_init (&iter, self->tables[table]);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        netz_snapshot_take (snapshot, g_object_ref (record));
    }
  netz_snapshot_sort (snapshot);
  return snapshot;
}

/**
 * netz_network_get_revision:
 * @self: a network
 *
 * Returns: a number that grows with each change
 */
guint64
netz_network_get_revision (NetzNetwork *self)
{
  return self->revision;
}

/**
 * netz_network_iter_init:
 * @iter: an iterator on the stack
 * @self: a network that does not change meanwhile
 * @table: a table
 *
 * Begins to go through a table, in no order.
 */
void
netz_network_iter_init (NetzNetworkIter *iter, NetzNetwork *self, NetzTable table)
{
  g_hash_table_iter_init (&iter->iter, self->tables[table]);
}

/**
 * netz_network_iter_next:
 * @iter: an iterator
 * @record: (out) (transfer none): where to put the record, a pointer to a pointer of its type
 *
 * Returns: whether there was one more
 */
gboolean
netz_network_iter_next (NetzNetworkIter *iter, gpointer record)
{
  return g_hash_table_iter_next (&iter->iter, NULL, record);
}

/**
 * netz_network_apply:
 * @self: a network
 * @edit: an edit that was written for it as it is now
 *
 * The only way to change a network; #NetzHistory calls it. Emits "changed".
 */
void
netz_network_apply (NetzNetwork *self, NetzEdit *edit)
{
  g_assert (!self->applying);

  self->applying = TRUE;
  self->revision++;
  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (edit, i);
      NetzRecord *current = netz_network_get (self, change->table, change->id);

      g_assert ((current == NULL) == (change->before == NULL));
      if (current != NULL)
        remove_record (self, current);
      if (change->after != NULL)
        insert_record (self, change->after);
    }
  g_assert (netz_network_get_size (self, NETZ_TABLE_SETTINGS) == 1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, edit);
  self->applying = FALSE;
}
