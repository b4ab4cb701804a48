/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-source.h"

#include "interchange/netz-table-encoding.h"
#include "interchange/netz-table-ods.h"
#include "interchange/netz-table-places.h"
#include "interchange/netz-table-row.h"
#include "interchange/netz-table-text.h"
#include "interchange/netz-table-xlsx.h"
#include "interchange/netz-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _NetzTableSource
{
  NetzTableSourceFormat format;
  GBytes *bytes;
  char *encoding;
  char separator;
  char *text;            /* as UTF-8 */
  const char *first_row; /* behind a line that only names the separator */
  NetzXlsx *xlsx;
  GPtrArray *sheets;     /* names, and a NULL at the end */
  guint sheet;
};

typedef struct
{
  const char *start;
  gsize length;
  const char *message;
} Foreign;

/* What is often taken for a table, and what can be done about it. */
static const Foreign foreign[] = {
  { "\xd0\xcf\x11\xe0", 4, N_("This is a workbook of an old format (.xls), or one with a password. "
                              "Save it as .xlsx or .ods, without a password.") },
  { "%PDF", 4, N_("This is a PDF document, not a table.") },
  { "\x89PNG", 4, N_("This is a picture, not a table.") },
  { "\xff\xd8\xff", 3, N_("This is a picture, not a table.") },
  { "\x1f\x8b", 2, N_("This is a packed file. Unpack it first.") },
  { "<!doctype", 9, N_("This is a web page, not a table.") },
  { "<html", 5, N_("This is a web page, not a table.") },
  { "<?xml", 5, N_("This is an XML file, not a table.") },
};

static gboolean
refuse_foreign (const char *data, gsize size, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (size >= foreign[i].length && g_ascii_strncasecmp (data, foreign[i].start, foreign[i].length) == 0)
      {
        g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_FORMAT, _(foreign[i].message));
        return FALSE;
      }
  return TRUE;
}

static gboolean
open_text (NetzTableSource *self, const NetzTableOptions *options, GError **error)
{
  const char *encoding = options != NULL ? options->encoding : NULL;

  self->text = netz_table_decode (self->bytes, encoding, &self->encoding, error);
  if (self->text == NULL)
    return FALSE;
  self->first_row = netz_table_text_skip_separator_line (self->text, &self->separator);
  if (self->first_row[strspn (self->first_row, " \t\r\n")] == '\0')
    {
      g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_FORMAT, _("The file is empty."));
      return FALSE;
    }
  if (options != NULL && options->separator != '\0')
    self->separator = options->separator;
  else if (self->first_row == self->text)
    self->separator = netz_table_text_guess_separator (self->first_row);
  return TRUE;
}

static gboolean
choose_sheet (NetzTableSource *self, const char *name, GError **error)
{
  guint n_sheets = self->sheets->len - 1;
  guint64 number;

  if (n_sheets == 0)
    {
      g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED, _("There is no sheet in the workbook."));
      return FALSE;
    }
  for (guint i = 0; name != NULL && i < n_sheets; i++)
    if (g_strcmp0 (self->sheets->pdata[i], name) == 0)
      {
        self->sheet = i;
        return TRUE;
      }
  if (name == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (name, 10, 1, n_sheets, &number, NULL))
    {
      self->sheet = (guint) number - 1;
      return TRUE;
    }
  g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_MAP, _("There is no sheet “%s” in the workbook."), name);
  return FALSE;
}

static gpointer
copy_text (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

static gboolean
open_workbook (NetzTableSource *self, const NetzTableOptions *options, GError **error)
{
  g_autoptr (GHashTable) parts = netz_workbook_list (self->bytes, error);

  if (parts == NULL)
    return FALSE;
  if (g_hash_table_contains (parts, "xl/workbook.xml"))
    {
      self->format = NETZ_TABLE_SOURCE_XLSX;
      self->xlsx = netz_xlsx_new (self->bytes, error);
      self->sheets = self->xlsx != NULL ? g_ptr_array_copy (self->xlsx->names, copy_text, NULL) : NULL;
    }
  else if (g_hash_table_contains (parts, "content.xml"))
    {
      self->format = NETZ_TABLE_SOURCE_ODS;
      self->sheets = netz_ods_list_sheets (self->bytes, error);
    }
  else
    g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_FORMAT,
                         _("This is an archive, but no XLSX or ODS workbook. Unpack it first."));
  if (self->sheets == NULL)
    return FALSE;
  g_ptr_array_set_free_func (self->sheets, g_free);
  g_ptr_array_add (self->sheets, NULL);
  return choose_sheet (self, options != NULL ? options->sheet : NULL, error);
}

/* A text whose first sign is a bracket is JSON: names do not begin so. */
static gboolean
looks_like_json (const char *data, gsize size)
{
  gsize start = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (start < size && g_ascii_isspace (data[start]))
    start++;
  return start < size && data[start] == '{';
}

/**
 * netz_table_source_new:
 * @bytes: a file as a whole
 * @options: (nullable): what is chosen; %NULL = all is found out
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the table, ready to be read; %NULL where this is none
 */
NetzTableSource *
netz_table_source_new (GBytes *bytes, const NetzTableOptions *options, GError **error)
{
  g_autoptr (NetzTableSource) self = g_new0 (NetzTableSource, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean good;

  self->bytes = g_bytes_ref (bytes);
  if (size == 0)
    {
      g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_FORMAT, _("The file is empty."));
      return NULL;
    }
  if (size >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    good = open_workbook (self, options, error);
  else if (looks_like_json (data, size))
    {
      self->format = NETZ_TABLE_SOURCE_GEOJSON;
      good = TRUE;
    }
  else
    good = refuse_foreign (data, size, error) && open_text (self, options, error);
  return good ? g_steal_pointer (&self) : NULL;
}

/**
 * netz_table_source_free:
 * @self: (transfer full): a table
 */
void
netz_table_source_free (NetzTableSource *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->encoding);
  g_free (self->text);
  g_clear_pointer (&self->xlsx, netz_xlsx_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self);
}

/**
 * netz_table_source_get_format:
 * @self: a table
 *
 * Returns: what it is
 */
NetzTableSourceFormat
netz_table_source_get_format (const NetzTableSource *self)
{
  return self->format;
}

/**
 * netz_table_source_get_encoding:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the encoding of a text
 */
const char *
netz_table_source_get_encoding (const NetzTableSource *self)
{
  return self->encoding;
}

/**
 * netz_table_source_get_separator:
 * @self: a table
 *
 * Returns: what stands between the cells of a text; '\0' for other formats
 */
char
netz_table_source_get_separator (const NetzTableSource *self)
{
  return self->separator;
}

/**
 * netz_table_source_get_sheets:
 * @self: a table
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the names of a workbook's sheets
 */
const char *const *
netz_table_source_get_sheets (const NetzTableSource *self)
{
  return self->sheets != NULL ? (const char *const *) self->sheets->pdata : NULL;
}

/**
 * netz_table_source_read:
 * @self: a table
 * @func: gets the rows, from the first
 * @data: for @func
 * @cancellable: (nullable): asked every few hundred rows
 * @error: return location
 *
 * Reads the table from its beginning; may be done several times.
 *
 * Returns: whether all went well; that @func wanted no more is no failure
 */
gboolean
netz_table_source_read (NetzTableSource *self,
                        NetzTableRowFunc func,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GError) problem = NULL;
  NetzTableRowMaker maker;

  netz_table_row_maker_init (&maker, func, data, cancellable);
  switch (self->format)
    {
    case NETZ_TABLE_SOURCE_XLSX:
      netz_xlsx_read (self->xlsx, self->sheet, &maker, &problem);
      break;
    case NETZ_TABLE_SOURCE_ODS:
      netz_ods_read (self->bytes, self->sheet, &maker, &problem);
      break;
    case NETZ_TABLE_SOURCE_GEOJSON:
      netz_table_places_read (self->bytes, &maker, &problem);
      break;
    case NETZ_TABLE_SOURCE_TEXT:
    default:
      netz_table_text_read (self->first_row, self->separator, self->first_row == self->text ? 1 : 2, &maker, &problem);
    }
  netz_table_row_maker_clear (&maker);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
