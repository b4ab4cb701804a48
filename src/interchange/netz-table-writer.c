/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-writer.h"

#include "interchange/netz-table-writer-private.h"
#include "model/netz-field.h"

#include <string.h>

#define LONGEST_TITLE 31   /* characters that spreadsheets take */
#define NARROWEST_COLUMN 6 /* characters */
#define WIDEST_COLUMN 60

static const NetzTableStyle machine_style = { ',', '.', FALSE };

/*
 * Spreadsheets run what begins with one of these as a formula, also behind
 * blanks and quotes. A plain number is none.
 */
static gboolean
looks_like_formula (const char *text)
{
  const char *start = text + strspn (text, " '\"");
  double number;

  if (*text == '\t' || *text == '\r')
    return TRUE;
  return *start != '\0' && strchr ("=+-@\t\r", *start) != NULL && !netz_number_parse (text, &number);
}

static void
append_text (GString *csv, const char *text, char separator)
{
  gboolean armed = looks_like_formula (text);
  const char special[] = { separator, '"', '\n', '\r', '\0' };

  if (!armed && text[strcspn (text, special)] == '\0' && *text != ' ')
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  if (armed)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_cell (GString *csv, const NetzCell *cell, const NetzTableStyle *style)
{
  if (cell->type == NETZ_CELL_NUMBER)
    {
      g_autofree char *number = netz_number_print (cell->number);
      char *point = strchr (number, '.');

      if (point != NULL)
        *point = style->decimal;
      append_text (csv, number, style->separator);
    }
  else if (cell->type != NETZ_CELL_EMPTY)
    append_text (csv, cell->text, style->separator);
}

static void
append_row (GString *csv, const NetzSheet *sheet, guint row, const NetzTableStyle *style)
{
  for (guint column = 0; column < netz_sheet_get_n_columns (sheet); column++)
    {
      if (column > 0)
        g_string_append_c (csv, style->separator);
      append_cell (csv, netz_sheet_get_cell (sheet, row, column), style);
    }
  g_string_append_c (csv, '\n');
}

static void
append_sheet (GString *csv, const NetzSheet *sheet, const NetzTableStyle *style)
{
  for (guint column = 0; column < netz_sheet_get_n_columns (sheet); column++)
    {
      if (column > 0)
        g_string_append_c (csv, style->separator);
      append_text (csv, netz_sheet_get_column (sheet, column), style->separator);
    }
  g_string_append_c (csv, '\n');
  for (guint row = 0; row < netz_sheet_get_n_rows (sheet); row++)
    append_row (csv, sheet, row, style);
}

/* One table is all that such a file holds by custom; of several each has its title above it. */
static GBytes *
write_csv (GPtrArray *sheets, const NetzTableStyle *style)
{
  GString *csv = g_string_new (style->mark ? "\xef\xbb\xbf" : "");

  for (guint i = 0; i < sheets->len; i++)
    {
      const NetzSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheets->len > 1)
        {
          if (i > 0)
            g_string_append_c (csv, '\n');
          append_text (csv, netz_sheet_get_title (sheet), style->separator);
          g_string_append_c (csv, '\n');
        }
      append_sheet (csv, sheet, style);
    }
  return g_string_free_to_bytes (csv);
}

static gboolean
is_title_taken (const GPtrArray *sheets, guint index, const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  for (guint i = 0; i < index; i++)
    {
      g_autofree char *other = netz_table_make_title (sheets, i);
      g_autofree char *other_folded = g_utf8_casefold (other, -1);

      if (strcmp (folded, other_folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The title of a sheet as spreadsheets take it: short, without some signs, unlike those before it. */
char *
netz_table_make_title (const GPtrArray *sheets, guint index)
{
  g_autofree char *clean = netz_text_clean (netz_sheet_get_title (g_ptr_array_index (sheets, index)));
  g_autofree char *title = NULL;

  g_strdelimit (clean, "[]:*?/\\'\t\r\n", ' ');
  g_strstrip (clean);
  title = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), LONGEST_TITLE));
  if (*title != '\0' && !is_title_taken (sheets, index, title))
    return g_steal_pointer (&title);
  for (guint number = index + 1;; number++)
    {
      g_autofree char *ending = g_strdup_printf (*title == '\0' ? "%u" : " %u", number);
      g_autofree char *start = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1),
                                                                LONGEST_TITLE - (glong) strlen (ending)));
      g_autofree char *numbered = g_strconcat (start, ending, NULL);

      if (!is_title_taken (sheets, index, numbered))
        return g_steal_pointer (&numbered);
    }
}

/* How wide a column should be, in characters. */
guint
netz_table_measure_column (const NetzSheet *sheet, guint column)
{
  glong width = MAX (NARROWEST_COLUMN, g_utf8_strlen (netz_sheet_get_column (sheet, column), -1));

  for (guint row = 0; row < netz_sheet_get_n_rows (sheet); row++)
    {
      const NetzCell *cell = netz_sheet_get_cell (sheet, row, column);

      if (cell->text != NULL)
        width = MAX (width, g_utf8_strlen (cell->text, WIDEST_COLUMN * 4));
    }
  return (guint) MIN (width + 1, WIDEST_COLUMN);
}

/**
 * netz_table_write:
 * @sheets: (element-type NetzSheet): at least one; CSV has several below each other, with their titles
 * @format: how
 * @style: (nullable): how CSV is to look; %NULL = for machines
 * @error: return location
 *
 * Texts that a spreadsheet would run as formulas get an apostrophe in front in
 * CSV, which reading takes away again; in the others they are texts by type.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
netz_table_write (GPtrArray *sheets, NetzTableFormat format, const NetzTableStyle *style, GError **error)
{
  g_return_val_if_fail (sheets != NULL && sheets->len > 0, NULL);

  switch (format)
    {
    case NETZ_TABLE_XLSX:
      return netz_table_write_xlsx (sheets, error);
    case NETZ_TABLE_ODS:
      return netz_table_write_ods (sheets);
    case NETZ_TABLE_CSV:
    default:
      return write_csv (sheets, style != NULL ? style : &machine_style);
    }
}

/**
 * netz_table_find_format:
 * @file_name: the name of a file
 * @format: (out): the format of which its suffix speaks
 *
 * Returns: whether the suffix is .csv, .xlsx or .ods, in small or capital letters
 */
gboolean
netz_table_find_format (const char *file_name, NetzTableFormat *format)
{
  static const char *const suffixes[] = { ".csv", ".xlsx", ".ods" };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      {
        *format = (NetzTableFormat) i;
        return TRUE;
      }
  return FALSE;
}
