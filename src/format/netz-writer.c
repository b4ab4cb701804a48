/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-writer.h"

#include "format/netz-extras-index.h"
#include "format/netz-page.h"
#include "format/netz-reader.h"
#include "format/netz-record-reader.h"
#include "format/netz-root.h"
#include "format/netz-slots.h"
#include "model/netz-settings.h"

#include <string.h>

/* Bytes of a record on average, to begin with. */
#define RECORD_SIZE 192

static const NetzField *
find_attribute_field (const NetzRecord *record,
                      const char *name)
{
  const NetzField *field = netz_table_find_field (record->table, name);

  return field != NULL && netz_record_reader_is_attribute (record->table, field) ? field : NULL;
}

/* A value that could not be read is written while its field has no other. */
static gboolean
is_written (const char *name,
            gconstpointer user_data)
{
  const NetzRecord *record = user_data;
  const NetzField *field;

  if (record->table != NETZ_TABLE_SETTINGS && strcmp (name, "id") == 0)
    return TRUE;
  field = find_attribute_field (record, name);
  return field != NULL && netz_field_is_set (field, record);
}

static void
write_attribute (NetzPage *page,
                 const NetzRecord *record,
                 const NetzField *field)
{
  g_autofree char *number = NULL;

  if (!netz_field_is_set (field, record))
    return;
  if (field->type == NETZ_FIELD_NUMBER)
    {
      number = netz_number_print (netz_field_get_number (field, record));
      netz_page_add_attribute (page, field->name, number);
    }
  else if (field->type == NETZ_FIELD_BOOLEAN)
    netz_page_add_attribute (page, field->name, "true");
  else
    netz_page_add_attribute (page, field->name, netz_field_get_text (field, record));
}

/* An element with text; nothing at all where there is neither text nor anything kept. */
static void
write_text (NetzPage *page,
            const char *element,
            const char *text,
            gboolean always,
            const NetzExtrasGroup *group)
{
  if (!always && group == NULL)
    return;
  netz_page_begin (page, element);
  netz_page_add_extra_attributes (page, group, NULL, NULL);
  netz_page_add_text (page, text);
  netz_page_add_contents_inline (page, group);
  netz_page_end (page, element);
}

static void
write_strings (NetzPage *page,
               const NetzRecord *record,
               const NetzField *field,
               NetzExtrasIndex *index)
{
  GPtrArray *strings = netz_field_get_list (field, record);

  for (guint i = 0; strings != NULL && i < strings->len; i++)
    {
      const char *string = strings->pdata[i];

      netz_page_add_contents (page,
                              netz_extras_index_take (index, NETZ_SLOT_BEFORE "/", field->name, "/", string, NULL));
      write_text (page, field->element, string, TRUE,
                  netz_extras_index_take (index, "in/", field->name, "/", string, NULL));
    }
}

static gboolean
is_written_in_part (const char *name,
                    gconstpointer user_data)
{
  const NetzPart *part = user_data;
  const NetzPartType *type = netz_part_get_part_type (part);

  for (guint i = 0; i < type->n_fields; i++)
    if ((int) i != type->text_field && strcmp (type->fields[i].name, name) == 0)
      return netz_part_get_nth (part, i) != NULL;
  return FALSE;
}

static void
write_rest (NetzPage *page,
            NetzExtrasIndex *index)
{
  const NetzExtrasGroup *group;

  while ((group = netz_extras_index_take_next (index)) != NULL)
    netz_page_add_contents (page, group);
}

static void
write_part (NetzPage *page,
            const NetzPart *part)
{
  const NetzPartType *type = netz_part_get_part_type (part);
  g_autoptr (NetzExtrasIndex) index = netz_extras_index_new (netz_part_get_extras (part));
  const NetzExtrasGroup *group = netz_extras_index_take (index, NETZ_SLOT_SELF, NULL);

  netz_page_add_contents (page, netz_extras_index_take (index, NETZ_SLOT_BEFORE, NULL));
  netz_page_begin (page, type->element);
  for (guint i = 0; i < type->n_fields; i++)
    if ((int) i != type->text_field && netz_part_get_nth (part, i) != NULL)
      netz_page_add_attribute (page, type->fields[i].name, netz_part_get_nth (part, i));
  netz_page_add_extra_attributes (page, group, is_written_in_part, part);
  if (type->text_field >= 0)
    {
      netz_page_add_text (page, netz_part_get_nth (part, (guint) type->text_field));
      netz_page_add_contents_inline (page, group);
    }
  else
    netz_page_add_contents (page, group);
  netz_page_end (page, type->element);
}

static void
write_parts (NetzPage *page,
             const NetzRecord *record,
             const NetzField *field)
{
  GPtrArray *parts = netz_field_get_list (field, record);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    write_part (page, parts->pdata[i]);
}

static void
write_child (NetzPage *page,
             const NetzRecord *record,
             const NetzField *field,
             NetzExtrasIndex *index)
{
  switch (field->type)
    {
    case NETZ_FIELD_TEXT:
      netz_page_add_contents (page, netz_extras_index_take (index, NETZ_SLOT_BEFORE "/", field->name, NULL));
      write_text (page, field->name, netz_field_get_text (field, record), netz_field_is_set (field, record),
                  netz_extras_index_take (index, "in/", field->name, NULL));
      break;
    case NETZ_FIELD_STRINGS:
      write_strings (page, record, field, index);
      break;
    case NETZ_FIELD_PARTS:
      write_parts (page, record, field);
      break;
    default:
      break;
    }
}

/* @index: of the record's extras. What it holds that nobody asks for belongs to
 * the end of the record, but in the settings to the end of the network. */
static void
write_record (NetzPage *page,
              const NetzRecord *record,
              NetzExtrasIndex *index)
{
  const char *element = netz_table_get_info (record->table)->element;
  const NetzExtrasGroup *group = netz_extras_index_take (index, NETZ_SLOT_SELF, NULL);
  guint n_fields;
  const NetzField *fields = netz_table_get_fields (record->table, &n_fields);

  netz_page_add_contents (page, netz_extras_index_take (index, NETZ_SLOT_BEFORE, NULL));
  netz_page_begin (page, element);
  if (record->table != NETZ_TABLE_SETTINGS)
    netz_page_add_attribute (page, "id", record->id);
  for (guint i = 0; i < n_fields; i++)
    if (netz_record_reader_is_attribute (record->table, &fields[i]))
      write_attribute (page, record, &fields[i]);
  netz_page_add_extra_attributes (page, group, is_written, record);
  for (guint i = 0; i < n_fields; i++)
    write_child (page, record, &fields[i], index);
  netz_page_add_contents (page, group);
  if (record->table != NETZ_TABLE_SETTINGS)
    write_rest (page, index);
  netz_page_end (page, element);
}

static void
write_container (NetzPage *page,
                 const NetzSnapshot *snapshot,
                 NetzTable table,
                 NetzExtrasIndex *network_index)
{
  const char *container = netz_table_get_info (table)->container;
  guint n = netz_snapshot_get_size (snapshot, table);

  netz_page_add_contents (page, netz_extras_index_take (network_index, NETZ_SLOT_NETWORK "/", container, NULL));
  netz_page_begin (page, container);
  netz_page_add_extra_attributes (page, netz_extras_index_take (network_index, container, NULL), NULL, NULL);
  /* Two lines also where it is empty: the first record is one line in a comparison. */
  netz_page_open (page);
  for (guint i = 0; i < n; i++)
    {
      const NetzRecord *record = netz_snapshot_get_nth (snapshot, table, i);
      g_autoptr (NetzExtrasIndex) index = netz_extras_index_new (netz_record_get_extras (record));

      write_record (page, record, index);
    }
  netz_page_add_contents (page, netz_extras_index_take (network_index, container, "/end", NULL));
  netz_page_end (page, container);
}

static gboolean
is_written_in_root (const char *name,
                    gconstpointer user_data)
{
  static const char *const own[] = { "version", "id", "lang", NULL };

  return g_strv_contains (own, name);
}

/* A file of a newer version stays one: what it holds may need that version. */
static char *
choose_version (const NetzExtrasGroup *group)
{
  guint major = NETZ_READER_MAJOR, minor = NETZ_READER_MINOR;

  for (guint i = 0; group != NULL && i < group->attributes->len; i++)
    {
      const NetzExtra *extra = group->attributes->pdata[i];
      guint kept_major, kept_minor;

      if (strcmp (extra->name, "version") == 0 && netz_root_parse_version (extra->value, &kept_major, &kept_minor) &&
          (kept_major > major || (kept_major == major && kept_minor > minor)))
        {
          major = kept_major;
          minor = kept_minor;
        }
    }
  return g_strdup_printf ("%u.%u", major, minor);
}

static void
write_network (NetzPage *page,
               const NetzSnapshot *snapshot,
               const NetzSettings *settings,
               NetzExtrasIndex *index)
{
  const NetzRecord *record = &settings->parent_instance;
  const char *element = netz_table_get_info (NETZ_TABLE_SETTINGS)->container;
  const NetzExtrasGroup *group = netz_extras_index_take (index, NETZ_SLOT_NETWORK, NULL);
  const NetzExtrasGroup *epilog = netz_extras_index_take (index, NETZ_SLOT_EPILOG, NULL);
  g_autofree char *version = choose_version (group);

  netz_page_add_contents (page, netz_extras_index_take (index, NETZ_SLOT_PROLOG, NULL));
  netz_page_begin (page, element);
  netz_page_add_attribute (page, "xmlns", NETZ_NAMESPACE);
  netz_page_add_attribute (page, "version", version);
  netz_page_add_attribute (page, "id", record->id);
  if (settings->language != NULL)
    netz_page_add_attribute (page, "lang", settings->language);
  netz_page_add_extra_attributes (page, group, is_written_in_root, NULL);
  write_record (page, record, index);
  for (guint table = NETZ_TABLE_SETTINGS + 1; table < NETZ_N_TABLES; table++)
    write_container (page, snapshot, table, index);
  netz_page_add_contents (page, netz_extras_index_take (index, NETZ_SLOT_NETWORK_END, NULL));
  write_rest (page, index);
  netz_page_end (page, element);
  netz_page_add_contents (page, epilog);
}

/**
 * netz_writer_write:
 * @snapshot: a network with its settings
 *
 * Writes the network in the canonical form, in the version of the format that
 * this program knows, or the newer one that the file was of. O(size of the
 * result).
 *
 * Returns: (transfer full): the bytes of a file
 */
GBytes *
netz_writer_write (const NetzSnapshot *snapshot)
{
  const NetzSettings *settings = netz_snapshot_get_settings (snapshot);
  g_autoptr (NetzExtrasIndex) index = NULL;
  gsize n_records = 0;
  NetzPage *page;

  g_return_val_if_fail (settings != NULL, NULL);

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    n_records += netz_snapshot_get_size (snapshot, table);
  page = netz_page_new ((n_records + 8) * RECORD_SIZE);
  index = netz_extras_index_new (netz_record_get_extras (&settings->parent_instance));
  write_network (page, snapshot, settings, index);
  return netz_page_finish (page);
}
