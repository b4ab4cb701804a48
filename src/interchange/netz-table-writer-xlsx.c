/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XLSX by libxlsxwriter, which writes files only: it gets one in a folder of its own, for a moment. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-writer-private.h"

#include "interchange/netz-table-error.h"
#include "model/netz-date.h"
#include "model/netz-field.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define LONGEST_CELL 32767 /* characters that the format takes */

typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *date;
  lxw_error error;
} Writing;

static void
keep_error (Writing *self, lxw_error error)
{
  if (self->error == LXW_NO_ERROR)
    self->error = error;
}

static void
write_text (Writing *self, lxw_row_t row, lxw_col_t column, const char *text)
{
  g_autofree char *clean = netz_text_clean (text);

  if (g_utf8_strlen (clean, -1) > LONGEST_CELL)
    *g_utf8_offset_to_pointer (clean, LONGEST_CELL) = '\0';
  keep_error (self, worksheet_write_string (self->sheet, row, column, clean, NULL));
}

static void
write_date (Writing *self, lxw_row_t row, lxw_col_t column, const char *text)
{
  NetzDate date;

  /* The format counts days from 1900, with a day too many before March of that year. */
  if (netz_date_parse (text, &date) && date.precision == NETZ_DATE_DAY && date.year > 1900 && date.year < 10000)
    {
      lxw_datetime day = { date.year, date.month, date.day, 0, 0, 0 };

      keep_error (self, worksheet_write_datetime (self->sheet, row, column, &day, self->date));
    }
  else
    write_text (self, row, column, text);
}

static void
write_cell (Writing *self, lxw_row_t row, lxw_col_t column, const NetzCell *cell)
{
  if (cell->type == NETZ_CELL_NUMBER)
    keep_error (self, worksheet_write_number (self->sheet, row, column, cell->number, NULL));
  else if (cell->type == NETZ_CELL_DATE)
    write_date (self, row, column, cell->text);
  else if (cell->type == NETZ_CELL_TEXT)
    write_text (self, row, column, cell->text);
}

static lxw_error
write_sheet (lxw_workbook *book, const GPtrArray *sheets, guint index)
{
  const NetzSheet *sheet = g_ptr_array_index (sheets, index);
  g_autofree char *title = netz_table_make_title (sheets, index);
  lxw_format *bold = workbook_add_format (book);
  Writing self = { workbook_add_worksheet (book, title), workbook_add_format (book), LXW_NO_ERROR };
  guint n_columns = netz_sheet_get_n_columns (sheet), n_rows = netz_sheet_get_n_rows (sheet);

  if (self.sheet == NULL)
    return LXW_ERROR_SHEETNAME_ALREADY_USED;
  format_set_bold (bold);
  format_set_num_format (self.date, "yyyy-mm-dd");
  worksheet_freeze_panes (self.sheet, 1, 0);
  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *name = netz_text_clean (netz_sheet_get_column (sheet, column));
      lxw_col_t at = (lxw_col_t) column;

      keep_error (&self, worksheet_set_column (self.sheet, at, at, netz_table_measure_column (sheet, column), NULL));
      keep_error (&self, worksheet_write_string (self.sheet, 0, at, name, bold));
    }
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      write_cell (&self, row + 1, (lxw_col_t) column, netz_sheet_get_cell (sheet, row, column));
  return self.error;
}

static lxw_error
write_book (GPtrArray *sheets, const char *path, const char *folder)
{
  lxw_workbook_options options = { .constant_memory = LXW_FALSE, .tmpdir = (char *) folder, .use_zip64 = LXW_FALSE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_error error = LXW_NO_ERROR, close_error;

  if (book == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  for (guint i = 0; error == LXW_NO_ERROR && i < sheets->len; i++)
    error = write_sheet (book, sheets, i);
  close_error = workbook_close (book);
  return error != LXW_NO_ERROR ? error : close_error;
}

GBytes *
netz_table_write_xlsx (GPtrArray *sheets, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("netz-XXXXXX", error);
  g_autofree char *path = NULL;
  char *content = NULL;
  gsize size = 0;
  lxw_error problem;

  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, "table.xlsx", NULL);
  problem = write_book (sheets, path, folder);
  if (problem == LXW_NO_ERROR)
    g_file_get_contents (path, &content, &size, error);
  else
    g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_WRITE, _("The table could not be written: %s."),
                 lxw_strerror (problem));
  g_unlink (path);
  g_rmdir (folder);
  return content != NULL ? g_bytes_new_take (content, size) : NULL;
}
