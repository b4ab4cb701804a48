/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row as a record. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-import-private.h"

#include "model/netz-institution.h"
#include "model/netz-partnership.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How lists say that they say nothing. */
static gboolean
is_nothing (const char *text)
{
  static const char *const words[] = { "-", "null", "n/a", "k. a.", "k.a.", "ohne", "ohne angabe", "keine angabe" };

  for (guint i = 0; *text != '\0' && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return *text == '\0';
}

/* What stands in the columns of a field, put together, without blanks at the ends; "" for nothing. */
char *
netz_import_get_cell (NetzImportReading *self, const NetzTableRow *row, const char *field)
{
  GArray *columns = g_hash_table_lookup (self->cells, field);
  GString *text = g_string_new (NULL);

  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);
      g_autofree char *cell = column < row->n_cells ? g_strstrip (g_strdup (row->cells[column])) : g_strdup ("");

      if (is_nothing (cell))
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, cell);
    }
  return g_string_free (text, FALSE);
}

static void
add_note (NetzImportReading *self, const NetzTableRow *row, const char *field, const char *message)
{
  GArray *columns = g_hash_table_lookup (self->cells, field);
  guint column = columns != NULL ? g_array_index (columns, guint, 0) + 1 : 0;

  netz_exchange_notes_add_text (self->import->notes, row->line, column, FALSE, message);
}

/* "1.234,5" and "1234.5" alike. */
static gboolean
parse_number (const char *text, double *number)
{
  g_autofree char *plain = g_strdup (text);
  char *comma = strrchr (plain, ',');

  if (comma != NULL)
    {
      char *to = plain;

      for (const char *p = plain; *p != '\0'; p++)
        if (*p != '.')
          *to++ = *p == ',' ? '.' : *p;
      *to = '\0';
    }
  return netz_number_parse (plain, number);
}

static void
set_field (NetzImportReading *self, const NetzTableRow *row, NetzRecord *record, const char *name)
{
  const NetzField *field = netz_table_find_field (netz_record_get_table (record), name);
  g_autofree char *text = netz_import_get_cell (self, row, name);
  g_autoptr (GError) error = NULL;
  double number;

  if (*text == '\0')
    return;
  if (field->type == NETZ_FIELD_NUMBER && parse_number (text, &number))
    netz_field_set_number (field, record, number);
  else if (!netz_field_parse (field, record, text, &error))
    {
      g_autofree char *message = g_strdup_printf (_("%s It was left out."), error->message);

      netz_field_unset (field, record);
      add_note (self, row, name, message);
    }
}

/* "Straße 4, 50667 Köln" */
static void
set_address (NetzRecord *record, const char *address)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*(.*?)[,;\\s]+(\\d{5})\\s+([^,;]+?)\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  static const char *const fields[] = { "street", "postcode", "town" };

  if (!g_regex_match (regex, address, 0, &match))
    {
      netz_record_set_text (record, "street", address);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = g_match_info_fetch (match, (int) i + 1);

      if (*text != '\0')
        netz_record_set_text (record, fields[i], text);
    }
}

static void
set_street (NetzImportReading *self, const NetzTableRow *row, NetzRecord *record)
{
  g_autofree char *address = netz_import_get_cell (self, row, "address");
  g_autofree char *street = netz_import_get_cell (self, row, "street");
  g_autofree char *house = netz_import_get_cell (self, row, "house-number");

  if (*address != '\0')
    set_address (record, address);
  if (*street != '\0' && *house != '\0')
    {
      g_autofree char *both = g_strconcat (street, " ", house, NULL);

      netz_record_set_text (record, "street", both);
    }
  else if (*street != '\0')
    netz_record_set_text (record, "street", street);
}

static void
set_degrees (NetzRecord *record, double latitude, double longitude)
{
  if (fabs (latitude) > 90 || fabs (longitude) > 180 || (latitude == 0 && longitude == 0))
    return;
  netz_record_set_number (record, "latitude", round (latitude * 1e6) / 1e6);
  netz_record_set_number (record, "longitude", round (longitude * 1e6) / 1e6);
}

static void
set_coordinates (NetzImportReading *self, const NetzTableRow *row, NetzRecord *record)
{
  gboolean projected = g_hash_table_contains (self->cells, "easting");
  const char *fields[] = { projected ? "easting" : "longitude", projected ? "northing" : "latitude" };
  g_autofree char *x_text = netz_import_get_cell (self, row, fields[0]);
  g_autofree char *y_text = netz_import_get_cell (self, row, fields[1]);
  double x, y;

  if (*x_text == '\0' || *y_text == '\0')
    return;
  if (!parse_number (x_text, &x) || !parse_number (y_text, &y))
    {
      add_note (self, row, fields[0], _("The coordinates are no numbers. They were left out."));
      return;
    }
  if (projected && self->projection != NULL)
    {
      PJ_COORD place = proj_trans (self->projection, PJ_FWD, proj_coord (x, y, 0, 0));

      if (isfinite (place.xy.x) && isfinite (place.xy.y))
        set_degrees (record, place.xy.y, place.xy.x);
    }
  else if (!projected)
    set_degrees (record, y, x);
}

static void
set_part (NetzRecord *record, const char *field, const NetzPartType *type, const char *const *values)
{
  g_autoptr (GPtrArray) parts = netz_parts_new ();

  g_ptr_array_add (parts, netz_part_new (type, values));
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_INSTITUTION, field), record, parts);
}

static void
set_number (NetzImportReading *self, const NetzTableRow *row, NetzRecord *record)
{
  g_autofree char *number = netz_import_get_cell (self, row, "number");
  const char *const values[] = { self->import->map->scheme, number };

  if (*number != '\0' && self->import->map->scheme != NULL)
    set_part (record, "official-ids", &netz_official_id_part, values);
}

static void
set_contact (NetzImportReading *self, const NetzTableRow *row, NetzRecord *record)
{
  g_autofree char *person = netz_import_get_cell (self, row, "person");
  g_autofree char *area = netz_import_get_cell (self, row, "phone-area");
  g_autofree char *number = netz_import_get_cell (self, row, "phone");
  g_autofree char *mail = netz_import_get_cell (self, row, "email");
  g_autofree char *phone = *area != '\0' && *number != '\0' ? g_strconcat (area, " ", number, NULL) : g_strdup (number);
  const char *const values[] = { *person != '\0' ? person : NULL, NULL, *phone != '\0' ? phone : NULL,
                                 *mail != '\0' ? mail : NULL };

  if (values[0] != NULL || values[2] != NULL || values[3] != NULL)
    set_part (record, "contacts", &netz_contact_part, values);
}

static void
set_tags (NetzImportReading *self, const NetzTableRow *row, NetzRecord *record)
{
  g_autofree char *text = netz_import_get_cell (self, row, "tags");
  g_auto (GStrv) tags = g_strsplit_set (text, ",;|", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  for (guint i = 0; tags[i] != NULL; i++)
    if (*g_strstrip (tags[i]) != '\0')
      g_ptr_array_add (list, g_ref_string_new (tags[i]));
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_INSTITUTION, "tags"), record, list);
}

/* An institution as the row has it, not sealed; NULL where it has neither name nor number. */
NetzRecord *
netz_import_make_institution (NetzImportReading *self, const NetzTableRow *row)
{
  static const char *const plain[] = { "name", "short-name", "district", "quarter", "postcode", "town", "website",
                                       "pupils", "social-index", "capacity", "since", "until", "notes" };
  g_autofree char *name = netz_import_get_cell (self, row, "name");
  g_autofree char *kind = netz_import_get_cell (self, row, "kind");
  g_autofree char *number = netz_import_get_cell (self, row, "number");
  NetzRecord *record;

  if (*name == '\0' && *number == '\0')
    {
      add_note (self, row, "name", _("There is no name. The row was left out."));
      return NULL;
    }
  record = netz_record_new (NETZ_TABLE_INSTITUTION, NULL);
  set_street (self, row, record);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    set_field (self, row, record, plain[i]);
  netz_record_set_text (record, "kind", netz_import_kinds_find (self->kinds, kind, name));
  set_coordinates (self, row, record);
  set_number (self, row, record);
  set_contact (self, row, record);
  set_tags (self, row, record);
  return record;
}

/* A partnership as the row has it, without its ends and programme, which have to be looked for. */
NetzRecord *
netz_import_make_partnership (NetzImportReading *self, const NetzTableRow *row)
{
  static const char *const plain[] = { "since", "until", "agreement", "term", "intensity", "description", "notes" };
  NetzRecord *record = netz_record_new (NETZ_TABLE_PARTNERSHIP, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    set_field (self, row, record, plain[i]);
  return record;
}
