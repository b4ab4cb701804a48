/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-sheet.h"

#include <math.h>

struct _NetzSheet
{
  char *title;
  char **columns;
  guint n_columns;
  GArray *cells; /* NetzCell, row by row */
};

static void
clear_cell (gpointer data)
{
  NetzCell *cell = data;

  g_clear_pointer (&cell->text, g_free);
}

/**
 * netz_sheet_new:
 * @title: what it is called, in the language of the reader
 * @columns: (array zero-terminated=1): what the columns are called; at least one
 *
 * Returns: (transfer full): a table without rows
 */
NetzSheet *
netz_sheet_new (const char *title, const char *const *columns)
{
  NetzSheet *self;

  g_return_val_if_fail (columns != NULL && columns[0] != NULL, NULL);

  self = g_new0 (NetzSheet, 1);
  self->title = g_strdup (title);
  self->columns = g_strdupv ((char **) columns);
  self->n_columns = g_strv_length (self->columns);
  self->cells = g_array_new (FALSE, TRUE, sizeof (NetzCell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

/**
 * netz_sheet_free:
 * @self: (transfer full): a table
 */
void
netz_sheet_free (NetzSheet *self)
{
  g_free (self->title);
  g_strfreev (self->columns);
  g_array_unref (self->cells);
  g_free (self);
}

static void
add_cell (NetzSheet *self, NetzCellType type, const char *text, double number)
{
  NetzCell cell = { type, g_strdup (text), number };

  g_array_append_val (self->cells, cell);
}

/**
 * netz_sheet_add_text:
 * @self: a table
 * @text: (nullable): UTF-8; %NULL and "" leave the cell empty
 *
 * Fills the next cell.
 */
void
netz_sheet_add_text (NetzSheet *self, const char *text)
{
  if (text == NULL || *text == '\0')
    netz_sheet_add_empty (self);
  else
    add_cell (self, NETZ_CELL_TEXT, text, 0);
}

/**
 * netz_sheet_add_number:
 * @self: a table
 * @number: what is not finite leaves the cell empty
 *
 * Fills the next cell.
 */
void
netz_sheet_add_number (NetzSheet *self, double number)
{
  if (isfinite (number))
    add_cell (self, NETZ_CELL_NUMBER, NULL, number);
  else
    netz_sheet_add_empty (self);
}

/**
 * netz_sheet_add_date:
 * @self: a table
 * @date: (nullable): a date as records have it, "2008-08-25" or less exact
 *
 * Fills the next cell. Only days become dates of a spreadsheet, the others stay texts.
 */
void
netz_sheet_add_date (NetzSheet *self, const char *date)
{
  if (date == NULL || *date == '\0')
    netz_sheet_add_empty (self);
  else
    add_cell (self, NETZ_CELL_DATE, date, 0);
}

/**
 * netz_sheet_add_empty:
 * @self: a table
 *
 * Leaves the next cell empty.
 */
void
netz_sheet_add_empty (NetzSheet *self)
{
  add_cell (self, NETZ_CELL_EMPTY, NULL, 0);
}

/**
 * netz_sheet_get_title:
 * @self: a table
 *
 * Returns: (transfer none): what it is called, "" where it has no title
 */
const char *
netz_sheet_get_title (const NetzSheet *self)
{
  return self->title != NULL ? self->title : "";
}

/**
 * netz_sheet_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has
 */
guint
netz_sheet_get_n_columns (const NetzSheet *self)
{
  return self->n_columns;
}

/**
 * netz_sheet_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows have been begun
 */
guint
netz_sheet_get_n_rows (const NetzSheet *self)
{
  return (self->cells->len + self->n_columns - 1) / self->n_columns;
}

/**
 * netz_sheet_get_column:
 * @self: a table
 * @column: from 0
 *
 * Returns: (transfer none): what the column is called
 */
const char *
netz_sheet_get_column (const NetzSheet *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, "");

  return self->columns[column];
}

/**
 * netz_sheet_get_cell:
 * @self: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none): the cell; one that has not been filled is empty
 */
const NetzCell *
netz_sheet_get_cell (const NetzSheet *self, guint row, guint column)
{
  static const NetzCell empty = { NETZ_CELL_EMPTY, NULL, 0 };
  guint index = row * self->n_columns + column;

  return column < self->n_columns && index < self->cells->len ? &g_array_index (self->cells, NetzCell, index) : &empty;
}

/**
 * netz_sheets_new:
 *
 * Returns: (transfer full) (element-type NetzSheet): an empty list that frees its tables
 */
GPtrArray *
netz_sheets_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) netz_sheet_free);
}
