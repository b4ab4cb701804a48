/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-network-reader.h"

#include "format/netz-foreign.h"
#include "format/netz-id-ledger.h"
#include "format/netz-record-reader.h"
#include "format/netz-root.h"
#include "format/netz-slots.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  PLACE_PROLOG,
  PLACE_NETWORK,
  PLACE_CONTAINER,
  PLACE_RECORD,
  PLACE_EPILOG,
} Place;

/* A record whose id is missing or was used before. */
typedef struct
{
  NetzRecord *record;
  char *id;
  guint64 line;
  guint64 column;
} Nameless;

struct _NetzNetworkReader
{
  NetzReading *reading; /* the reader's */
  GBytes *text;
  NetzReadFlags flags;
  Place place;
  NetzTable table; /* of the container or record that is open */
  NetzRoot root;
  NetzRecordReader *record_reader;
  NetzForeign *foreign;
  NetzIdLedger *ids;
  NetzExtrasBuilder *network_extras; /* of the settings, which stand for all */
  NetzExtrasBuilder *record_extras;
  NetzRecord *settings;
  NetzSnapshot *snapshot;
  GArray *nameless;
  Nameless pending; /* place and id of the open record; the place only where it needs another id */
  gboolean unnamed; /* the open record needs another id */
  guint64 n_records;
};

static void
clear_nameless (Nameless *nameless)
{
  g_clear_object (&nameless->record);
  g_free (nameless->id);
}

NetzNetworkReader *
netz_network_reader_new (NetzReading *reading,
                         GBytes *text,
                         NetzReadFlags flags)
{
  NetzNetworkReader *self = g_new0 (NetzNetworkReader, 1);

  self->reading = reading;
  self->text = g_bytes_ref (text);
  self->flags = flags;
  self->record_reader = netz_record_reader_new (reading);
  self->foreign = netz_foreign_new ();
  self->ids = netz_id_ledger_new ();
  self->network_extras = netz_extras_builder_new ();
  self->record_extras = netz_extras_builder_new ();
  self->snapshot = netz_snapshot_new ();
  self->nameless = g_array_new (FALSE, FALSE, sizeof (Nameless));
  g_array_set_clear_func (self->nameless, (GDestroyNotify) clear_nameless);
  return self;
}

void
netz_network_reader_free (NetzNetworkReader *self)
{
  netz_root_clear (&self->root);
  netz_record_reader_free (self->record_reader);
  netz_foreign_free (self->foreign);
  netz_id_ledger_free (self->ids);
  netz_extras_builder_free (self->network_extras);
  netz_extras_builder_free (self->record_extras);
  g_clear_object (&self->settings);
  netz_snapshot_unref (self->snapshot);
  g_array_unref (self->nameless);
  g_bytes_unref (self->text);
  clear_nameless (&self->pending);
  g_free (self);
}

static gboolean
check_limits (NetzNetworkReader *self,
              GError **error)
{
  guint64 line, column;

  if (self->n_records <= NETZ_READER_MAX_RECORDS && netz_reading_get_n_items (self->reading) <= NETZ_READER_MAX_ITEMS)
    return TRUE;
  netz_reading_locate (self->reading, &line, &column);
  if (self->n_records > NETZ_READER_MAX_RECORDS)
    netz_format_error_set (error, NETZ_FORMAT_ERROR_LIMIT, line, column,
                           _("There are more than %d records. Such a large network is not opened."),
                           NETZ_READER_MAX_RECORDS);
  else
    netz_format_error_set (error, NETZ_FORMAT_ERROR_LIMIT, line, column,
                           _("The records hold more than %d things. Such a large network is not opened."),
                           NETZ_READER_MAX_ITEMS);
  return FALSE;
}

static char *
find_id (const NetzElement *element)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const NetzAttribute *attribute = &element->attributes[i];

      if (attribute->prefix == NULL && strcmp (attribute->name, "id") == 0 && attribute->length > 0)
        return g_strndup (attribute->value, attribute->length);
    }
  return NULL;
}

static void
begin_record (NetzNetworkReader *self,
              NetzTable table,
              const NetzElement *element)
{
  gboolean is_settings = table == NETZ_TABLE_SETTINGS;
  const char *id = self->root.id;

  self->place = PLACE_RECORD;
  self->table = table;
  self->n_records++;
  if (!is_settings)
    {
      g_free (self->pending.id);
      self->pending.id = find_id (element);
      id = self->pending.id != NULL ? self->pending.id : "";
      self->unnamed = *id == '\0' || netz_id_ledger_contains (self->ids, table, id);
      if (self->unnamed)
        netz_reading_locate (self->reading, &self->pending.line, &self->pending.column);
    }
  netz_record_reader_begin (self->record_reader, table, id, element,
                            is_settings ? self->network_extras : self->record_extras);
}

static gboolean
find_container (const char *name,
                NetzTable *table)
{
  for (guint i = NETZ_TABLE_SETTINGS + 1; i < NETZ_N_TABLES; i++)
    if (strcmp (netz_table_get_info (i)->container, name) == 0)
      {
        *table = i;
        return TRUE;
      }
  return FALSE;
}

static void
keep_attributes (NetzNetworkReader *self,
                 const char *slot,
                 const NetzElement *element)
{
  netz_reading_keep_declarations (self->reading, self->network_extras, slot, element);
  for (guint i = 0; i < element->n_attributes; i++)
    netz_reading_keep_attribute (self->reading, self->network_extras, slot, &element->attributes[i]);
}

/* Whether the element is one of ours where it stands. */
static gboolean
begin_known (NetzNetworkReader *self,
             const NetzElement *element)
{
  NetzTable table;

  if (g_strcmp0 (element->uri, NETZ_NAMESPACE) != 0)
    return FALSE;
  switch (self->place)
    {
    case PLACE_NETWORK:
      if (self->settings == NULL && strcmp (element->name, netz_table_get_info (NETZ_TABLE_SETTINGS)->element) == 0)
        begin_record (self, NETZ_TABLE_SETTINGS, element);
      else if (find_container (element->name, &table))
        {
          g_autofree char *slot = g_strconcat (NETZ_SLOT_NETWORK "/", element->name, NULL);

          netz_reading_place (self->reading, self->network_extras, slot);
          keep_attributes (self, element->name, element);
          self->place = PLACE_CONTAINER;
          self->table = table;
        }
      else
        return FALSE;
      return TRUE;
    case PLACE_CONTAINER:
      if (strcmp (element->name, netz_table_get_info (self->table)->element) != 0)
        return FALSE;
      begin_record (self, self->table, element);
      return TRUE;
    case PLACE_RECORD:
      return netz_record_reader_begin_child (self->record_reader, element);
    default:
      return FALSE;
    }
}

static gboolean
begin_network (NetzNetworkReader *self,
               const NetzElement *element,
               GError **error)
{
  netz_reading_place (self->reading, self->network_extras, NETZ_SLOT_PROLOG);
  self->place = PLACE_NETWORK;
  return netz_root_read (&self->root, element, self->flags, self->reading, self->network_extras, self->text, error);
}

/**
 * netz_network_reader_begin_element:
 * @self: a network reader
 * @element: a start tag
 * @error: return location
 *
 * Returns: whether reading can go on
 */
gboolean
netz_network_reader_begin_element (NetzNetworkReader *self,
                                   const NetzElement *element,
                                   GError **error)
{
  if (self->place == PLACE_PROLOG)
    return begin_network (self, element, error);
  if (netz_foreign_is_open (self->foreign))
    netz_foreign_begin (self->foreign, element);
  else if (!begin_known (self, element))
    {
      netz_reading_note_unknown_element (self->reading, element);
      netz_foreign_begin (self->foreign, element);
    }
  return check_limits (self, error);
}

static void
take_record (NetzNetworkReader *self,
             NetzRecord *record)
{
  g_autoptr (NetzExtras) extras = netz_extras_builder_finish (self->record_extras);

  netz_record_set_extras (record, extras);
  if (self->unnamed)
    {
      self->pending.record = record;
      g_array_append_val (self->nameless, self->pending);
      self->pending = (Nameless) { 0 };
      return;
    }
  netz_id_ledger_add (self->ids, record->table, record->id);
  netz_snapshot_take (self->snapshot, record);
}

static void
end_record (NetzNetworkReader *self)
{
  NetzRecord *record;

  if (netz_record_reader_in_child (self->record_reader))
    {
      netz_record_reader_end_child (self->record_reader);
      return;
    }
  record = netz_record_reader_end (self->record_reader);
  if (self->table == NETZ_TABLE_SETTINGS)
    {
      self->settings = record;
      self->place = PLACE_NETWORK;
      return;
    }
  take_record (self, record);
  self->place = PLACE_CONTAINER;
}

static void
end_container (NetzNetworkReader *self)
{
  g_autofree char *slot = g_strconcat (netz_table_get_info (self->table)->container, "/end", NULL);

  netz_reading_place (self->reading, self->network_extras, slot);
  self->place = PLACE_NETWORK;
}

/**
 * netz_network_reader_end_element:
 * @self: a network reader within an element
 *
 * Ends the innermost element.
 */
void
netz_network_reader_end_element (NetzNetworkReader *self)
{
  if (netz_foreign_is_open (self->foreign))
    {
      char *xml = netz_foreign_end (self->foreign);

      if (xml != NULL)
        netz_reading_add_content (self->reading, xml);
      return;
    }
  switch (self->place)
    {
    case PLACE_RECORD:
      end_record (self);
      break;
    case PLACE_CONTAINER:
      end_container (self);
      break;
    case PLACE_NETWORK:
      netz_reading_place (self->reading, self->network_extras, NETZ_SLOT_NETWORK_END);
      self->place = PLACE_EPILOG;
      break;
    default:
      g_assert_not_reached ();
    }
}

void
netz_network_reader_add_text (NetzNetworkReader *self,
                              const char *text,
                              gsize length)
{
  if (netz_foreign_is_open (self->foreign))
    netz_foreign_add_text (self->foreign, text, length);
  else if (self->place == PLACE_RECORD)
    netz_record_reader_add_text (self->record_reader, text, length);
  else
    netz_reading_add_text (self->reading, text, length);
}

static void
add_markup (NetzNetworkReader *self,
            char *markup)
{
  if (!netz_foreign_is_open (self->foreign))
    {
      netz_reading_add_content (self->reading, markup);
      return;
    }
  netz_foreign_add_markup (self->foreign, markup);
  g_free (markup);
}

void
netz_network_reader_add_comment (NetzNetworkReader *self,
                                 const char *comment)
{
  add_markup (self, netz_foreign_print_comment (comment));
}

void
netz_network_reader_add_instruction (NetzNetworkReader *self,
                                     const char *target,
                                     const char *data)
{
  add_markup (self, netz_foreign_print_instruction (target, data));
}

gboolean
netz_network_reader_is_complete (const NetzNetworkReader *self)
{
  return self->place == PLACE_EPILOG;
}

static void
note_new_id (NetzNetworkReader *self,
             const Nameless *nameless,
             const char *id)
{
  g_autofree char *clipped = NULL;

  if (nameless->id == NULL)
    {
      netz_reading_note_at (self->reading, NETZ_READ_NOTE_ID, nameless->line, nameless->column,
                            _("A record had no id. It is “%s” now."), id);
      return;
    }
  clipped = netz_reading_clip (nameless->id);
  netz_reading_note_at (self->reading, NETZ_READ_NOTE_ID, nameless->line, nameless->column,
                        /* TRANSLATORS: the id that was used before, and the new one. */
                        _("The id “%s” was used before. This record is “%s” now; references stay with the first."),
                        clipped, id);
}

/* Only now all ids of the file are known, so that a new one takes none of them. */
static void
name_the_nameless (NetzNetworkReader *self)
{
  g_autofree char *salt = NULL;

  for (guint i = 0; i < self->nameless->len; i++)
    {
      Nameless *nameless = &g_array_index (self->nameless, Nameless, i);
      NetzTable table = nameless->record->table;
      g_autofree char *id = NULL;
      NetzRecord *named;

      if (nameless->id == NULL && salt == NULL)
        salt = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->text);
      id = netz_id_ledger_find_new (self->ids, table, nameless->id != NULL ? nameless->id : salt);
      named = netz_record_copy_as (nameless->record, id);
      netz_id_ledger_add (self->ids, table, named->id);
      note_new_id (self, nameless, id);
      netz_snapshot_take (self->snapshot, named);
    }
}

/**
 * netz_network_reader_finish:
 * @self: a network reader that has met the end of the document
 *
 * Ends the reading.
 *
 * Returns: (transfer full): the records, sorted
 */
NetzSnapshot *
netz_network_reader_finish (NetzNetworkReader *self)
{
  g_autoptr (NetzExtras) extras = NULL;

  name_the_nameless (self);
  if (self->settings == NULL)
    self->settings = netz_record_new (NETZ_TABLE_SETTINGS, self->root.id);
  netz_record_set_text (self->settings, "language", self->root.language);
  netz_reading_place (self->reading, self->network_extras, NETZ_SLOT_EPILOG);
  extras = netz_extras_builder_finish (self->network_extras);
  netz_record_set_extras (self->settings, extras);
  netz_snapshot_take (self->snapshot, g_steal_pointer (&self->settings));
  netz_snapshot_sort (self->snapshot);
  return netz_snapshot_ref (self->snapshot);
}
