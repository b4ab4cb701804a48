/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row says differently, and how it gets into a record. An empty cell takes nothing away. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-import-private.h"

#include "model/netz-institution.h"

#include <math.h>
#include <string.h>

#define SAME_PLACE 50.0 /* metres; lists measure to a door, a gate or a middle */

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

static NetzImportChanges
judge_field (const NetzField *field)
{
  static const char *const place[] = { "district", "quarter",  "street",    "postcode",
                                       "town",     "latitude", "longitude", NULL };

  if (strcmp (field->name, "name") == 0)
    return NETZ_IMPORT_RENAMED;
  if (strcmp (field->name, "kind") == 0)
    return NETZ_IMPORT_OTHER_KIND;
  return is_one_of (field->name, place) ? NETZ_IMPORT_MOVED : NETZ_IMPORT_OTHER_FIELDS;
}

static gboolean
is_coordinate (const NetzField *field)
{
  return strcmp (field->name, "latitude") == 0 || strcmp (field->name, "longitude") == 0;
}

/* Whether the row says of this field what the record does not. */
static gboolean
is_different (const NetzImport *self, const NetzField *field, const NetzRecord *row, const NetzRecord *old)
{
  if (!netz_field_is_set (field, row) || (field->flags & NETZ_FIELD_PLACE) != 0)
    return FALSE;
  if (g_hash_table_contains (self->map->keep, field->name) && netz_field_is_set (field, old))
    return FALSE;
  if (is_coordinate (field))
    return !(netz_import_measure_distance ((const NetzInstitution *) row, (const NetzInstitution *) old) <= SAME_PLACE);
  return !netz_field_equal (field, row, old);
}

static GPtrArray *
copy_list (GPtrArray *list, GBoxedCopyFunc copy, GDestroyNotify free)
{
  GPtrArray *new_list = g_ptr_array_new_with_free_func (free);

  for (guint i = 0; list != NULL && i < list->len; i++)
    g_ptr_array_add (new_list, copy (list->pdata[i]));
  return new_list;
}

static gpointer
ref_part (gpointer part)
{
  return netz_part_ref (part);
}

static gpointer
acquire_text (gpointer text)
{
  return g_ref_string_acquire (text);
}

/* The number of the same register is replaced, others stay. */
static GPtrArray *
join_numbers (GPtrArray *old, GPtrArray *row)
{
  NetzPart *number = row->pdata[0];
  GPtrArray *list = copy_list (old, ref_part, (GDestroyNotify) netz_part_unref);

  for (guint i = list->len; i-- > 0;)
    if (g_strcmp0 (netz_part_get (list->pdata[i], "scheme"), netz_part_get (number, "scheme")) == 0)
      {
        if (netz_part_equal (list->pdata[i], number))
          return list;
        g_ptr_array_remove_index (list, i);
      }
  g_ptr_array_add (list, netz_part_ref (number));
  return list;
}

/* The contact of the same person, or the one of no person, gets what the row says; others stay. */
static GPtrArray *
join_contacts (GPtrArray *old, GPtrArray *row)
{
  static const char *const fields[] = { "phone", "email" };
  NetzPart *contact = row->pdata[0];
  GPtrArray *list = copy_list (old, ref_part, (GDestroyNotify) netz_part_unref);

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (netz_part_get (list->pdata[i], "person"), netz_part_get (contact, "person")) == 0)
      {
        for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
          {
            const char *value = netz_part_get (contact, fields[k]);
            NetzPart *part = list->pdata[i];

            if (value == NULL || g_strcmp0 (netz_part_get (part, fields[k]), value) == 0)
              continue;
            list->pdata[i] = netz_part_with (part, fields[k], value);
            netz_part_unref (part);
          }
        return list;
      }
  g_ptr_array_add (list, netz_part_ref (contact));
  return list;
}

static GPtrArray *
join_tags (GPtrArray *old, GPtrArray *row)
{
  GPtrArray *list = copy_list (old, acquire_text, (GDestroyNotify) g_ref_string_release);

  for (guint i = 0; i < row->len; i++)
    if (!g_ptr_array_find_with_equal_func (list, row->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (list, g_ref_string_acquire (row->pdata[i]));
  return list;
}

static GPtrArray *
join_lists (const NetzField *field, const NetzRecord *row, const NetzRecord *old)
{
  GPtrArray *new_list = netz_field_get_list (field, row), *old_list = netz_field_get_list (field, old);

  if (strcmp (field->name, "official-ids") == 0)
    return join_numbers (old_list, new_list);
  if (strcmp (field->name, "contacts") == 0)
    return join_contacts (old_list, new_list);
  return join_tags (old_list, new_list);
}

/* `record` is a copy of what is there, or `row` would be compared with itself. */
void
netz_import_write (const NetzImport *self, const NetzRecord *row, NetzRecord *record)
{
  guint n_fields;
  const NetzField *fields = netz_record_get_fields (row, &n_fields);
  g_autoptr (NetzRecord) before = netz_record_copy (record);

  for (guint i = 0; i < n_fields; i++)
    {
      const NetzField *field = &fields[i];

      if (!is_different (self, field, row, before))
        continue;
      if (field->type >= NETZ_FIELD_STRINGS)
        {
          g_autoptr (GPtrArray) list = join_lists (field, row, before);

          netz_field_set_list (field, record, list);
        }
      else
        netz_field_copy (field, row, record);
    }
}

/* NetzImportChanges; 0 where the row says nothing new. */
guint
netz_import_find_changes (const NetzImport *self, const NetzRecord *row, const NetzRecord *old)
{
  guint n_fields, changes = 0;
  const NetzField *fields = netz_record_get_fields (row, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const NetzField *field = &fields[i];

      if (!is_different (self, field, row, old))
        continue;
      if (field->type >= NETZ_FIELD_STRINGS)
        {
          g_autoptr (GPtrArray) list = join_lists (field, row, old);
          g_autoptr (NetzRecord) after = netz_record_copy (old);

          netz_field_set_list (field, after, list);
          if (netz_field_equal (field, after, old))
            continue;
        }
      changes |= judge_field (field);
    }
  return changes;
}
