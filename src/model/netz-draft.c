/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-draft.h"

/* What becomes of one record; `after` is a private copy until the draft ends. */
typedef NetzChange Entry;

struct _NetzDraft
{
  NetzNetwork *network;
  guint64 revision;
  char *label;
  GPtrArray *entries;                /* Entry, in the order in which records were touched */
  GHashTable *tables[NETZ_N_TABLES]; /* id -> Entry */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->id, g_ref_string_release);
  g_clear_object (&entry->before);
  g_clear_object (&entry->after);
  g_free (entry);
}

static Entry *
find_entry (NetzDraft *self, NetzTable table, const char *id)
{
  return self->tables[table] != NULL ? g_hash_table_lookup (self->tables[table], id) : NULL;
}

static Entry *
add_entry (NetzDraft *self, NetzTable table, GRefString *id)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->table = table;
  entry->id = g_ref_string_acquire (id);
  if (self->tables[table] == NULL)
    self->tables[table] = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (self->tables[table], entry->id, entry);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/**
 * netz_draft_new:
 * @network: the network to be changed
 * @label: what is done, for people
 *
 * Returns: (transfer full): a draft without changes
 */
NetzDraft *
netz_draft_new (NetzNetwork *network, const char *label)
{
  NetzDraft *self = g_new0 (NetzDraft, 1);

  self->network = g_object_ref (network);
  self->revision = netz_network_get_revision (network);
  self->label = g_strdup (label);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  return self;
}

/**
 * netz_draft_free:
 * @self: (transfer full): a draft
 *
 * Unless it was committed, nothing has happened.
 */
void
netz_draft_free (NetzDraft *self)
{
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    g_clear_pointer (&self->tables[i], g_hash_table_unref);
  g_ptr_array_unref (self->entries);
  g_free (self->label);
  g_object_unref (self->network);
  g_free (self);
}

/**
 * netz_draft_get_network:
 * @self: a draft
 *
 * Returns: (transfer none): the network as it is without the draft
 */
NetzNetwork *
netz_draft_get_network (NetzDraft *self)
{
  return self->network;
}

/**
 * netz_draft_get_label:
 * @self: a draft
 *
 * Returns: (transfer none): what is done, for people
 */
const char *
netz_draft_get_label (NetzDraft *self)
{
  return self->label;
}

/**
 * netz_draft_set_label:
 * @self: a draft
 * @label: what is done, for people
 */
void
netz_draft_set_label (NetzDraft *self, const char *label)
{
  char *old = self->label;

  self->label = g_strdup (label);
  g_free (old);
}

/**
 * netz_draft_is_empty:
 * @self: a draft
 *
 * Returns: whether no record was touched
 */
gboolean
netz_draft_is_empty (NetzDraft *self)
{
  return self->entries->len == 0;
}

/**
 * netz_draft_get:
 * @self: a draft
 * @table: a table
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the record as the draft has it, for reading
 */
NetzRecord *
netz_draft_get (NetzDraft *self, NetzTable table, const char *id)
{
  Entry *entry = id != NULL ? find_entry (self, table, id) : NULL;

  return entry != NULL ? entry->after : netz_network_get (self->network, table, id);
}

/**
 * netz_draft_find:
 * @self: a draft
 * @id: the id of an institution, partnership, frame or note
 *
 * Returns: (transfer none) (nullable): the record as the draft has it, for reading
 */
NetzRecord *
netz_draft_find (NetzDraft *self, const char *id)
{
  static const NetzTable tables[] = { NETZ_TABLE_INSTITUTION, NETZ_TABLE_PARTNERSHIP, NETZ_TABLE_FRAME,
                                      NETZ_TABLE_NOTE };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      NetzRecord *record = netz_draft_get (self, tables[i], id);

      if (record != NULL)
        return record;
    }
  return NULL;
}

/**
 * netz_draft_list:
 * @self: a draft
 * @table: a table
 *
 * O(n log n).
 *
 * Returns: (transfer container) (element-type NetzRecord): the records as the draft has them: those of the network in
 *   the order of ids, then the new ones
 */
GPtrArray *
netz_draft_list (NetzDraft *self, NetzTable table)
{
  g_autoptr (GPtrArray) old = netz_network_list (self->network, table);
  GPtrArray *list = g_ptr_array_sized_new (old->len);

  for (guint i = 0; i < old->len; i++)
    {
      NetzRecord *record = netz_draft_get (self, table, netz_record_get_id (old->pdata[i]));

      if (record != NULL)
        g_ptr_array_add (list, record);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (entry->table == table && entry->before == NULL && entry->after != NULL)
        g_ptr_array_add (list, entry->after);
    }
  return list;
}

static gboolean
is_change (const Entry *entry)
{
  if (entry->before == NULL || entry->after == NULL)
    return entry->before != entry->after;
  return !netz_record_equal (entry->before, entry->after);
}

/**
 * netz_draft_list_changes:
 * @self: a draft
 *
 * O(records that the draft touches).
 *
 * Returns: (transfer container) (element-type NetzChange): what the draft changes so far, in the order in which records
 *   were touched; valid until the draft is written on
 */
GPtrArray *
netz_draft_list_changes (NetzDraft *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    if (is_change (self->entries->pdata[i]))
      g_ptr_array_add (list, self->entries->pdata[i]);
  return list;
}

static gboolean
ends_at (const NetzPartnership *partnership, const char *institution)
{
  return g_strcmp0 (partnership->from, institution) == 0 || g_strcmp0 (partnership->to, institution) == 0;
}

/**
 * netz_draft_incident:
 * @self: a draft
 * @institution: an id
 *
 * O(partnerships there + records that the draft touches).
 *
 * Returns: (transfer container) (element-type NetzPartnership): the partnerships that end there, as the draft has them
 */
GPtrArray *
netz_draft_incident (NetzDraft *self, const char *institution)
{
  GPtrArray *old = netz_network_get_incident (self->network, institution);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; old != NULL && i < old->len; i++)
    if (find_entry (self, NETZ_TABLE_PARTNERSHIP, netz_record_get_id (old->pdata[i])) == NULL)
      g_ptr_array_add (list, old->pdata[i]);
  if (self->tables[NETZ_TABLE_PARTNERSHIP] != NULL)
    {
      GHashTableIter iter;
      Entry *entry;

      g_hash_table_iter_init (&iter, self->tables[NETZ_TABLE_PARTNERSHIP]);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
        if (entry->after != NULL && ends_at (NETZ_PARTNERSHIP (entry->after), institution))
          g_ptr_array_add (list, entry->after);
    }
  return list;
}

/**
 * netz_draft_edit:
 * @self: a draft
 * @table: a table
 * @id: the id of a record there
 *
 * Returns: (transfer none) (nullable): a copy of the record for writing, %NULL where there is none
 */
NetzRecord *
netz_draft_edit (NetzDraft *self, NetzTable table, const char *id)
{
  Entry *entry = find_entry (self, table, id);
  NetzRecord *record;

  if (entry != NULL)
    return entry->after;
  record = netz_network_get (self->network, table, id);
  if (record == NULL)
    return NULL;
  entry = add_entry (self, table, record->id);
  entry->before = g_object_ref (record);
  entry->after = netz_record_copy (record);
  return entry->after;
}

/**
 * netz_draft_add:
 * @self: a draft
 * @record: (transfer full): a record that is not sealed, with an id that its table does not have yet
 *
 * Returns: (transfer none): @record, which may be written until the draft ends
 */
NetzRecord *
netz_draft_add (NetzDraft *self, NetzRecord *record)
{
  Entry *entry = find_entry (self, record->table, record->id);

  g_return_val_if_fail (netz_draft_get (self, record->table, record->id) == NULL, record);

  if (entry == NULL)
    entry = add_entry (self, record->table, record->id);
  entry->after = record;
  return record;
}

/**
 * netz_draft_remove:
 * @self: a draft
 * @table: a table
 * @id: the id of a record there; nothing happens where there is none
 */
void
netz_draft_remove (NetzDraft *self, NetzTable table, const char *id)
{
  Entry *entry = find_entry (self, table, id);
  NetzRecord *record;

  if (entry != NULL)
    {
      g_clear_object (&entry->after);
      return;
    }
  record = netz_network_get (self->network, table, id);
  if (record == NULL)
    return;
  entry = add_entry (self, table, record->id);
  entry->before = g_object_ref (record);
}

/**
 * netz_draft_edit_institution:
 * @self: a draft
 * @id: an id
 *
 * Returns: (transfer none) (nullable): a copy of the institution for writing
 */
NetzInstitution *
netz_draft_edit_institution (NetzDraft *self, const char *id)
{
  return (NetzInstitution *) netz_draft_edit (self, NETZ_TABLE_INSTITUTION, id);
}

/**
 * netz_draft_edit_partnership:
 * @self: a draft
 * @id: an id
 *
 * Returns: (transfer none) (nullable): a copy of the partnership for writing
 */
NetzPartnership *
netz_draft_edit_partnership (NetzDraft *self, const char *id)
{
  return (NetzPartnership *) netz_draft_edit (self, NETZ_TABLE_PARTNERSHIP, id);
}

/**
 * netz_draft_end:
 * @self: a draft
 *
 * Seals what was written; the draft is then only good for freeing. What ends
 * as it began is left out. Only #NetzHistory and code that wants the edit
 * without applying it call this.
 *
 * Returns: (transfer full): the edit
 */
NetzEdit *
netz_draft_end (NetzDraft *self)
{
  NetzEdit *edit = netz_edit_new (self->label);

  g_assert (self->revision == netz_network_get_revision (self->network));
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (is_change (entry))
        netz_edit_add (edit, entry->table, entry->id, entry->before, entry->after);
    }
  return edit;
}
