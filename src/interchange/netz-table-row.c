/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROWS_BETWEEN_QUESTIONS 256 /* whether it was cancelled */

void
netz_table_row_maker_init (NetzTableRowMaker *self, NetzTableRowFunc func, gpointer data, GCancellable *cancellable)
{
  *self = (NetzTableRowMaker) { func, data, cancellable };
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
}

void
netz_table_row_maker_clear (NetzTableRowMaker *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->cells);
}

/* What an export put before a text that looks like a formula, so that no spreadsheet runs it. */
static gboolean
is_disarmed (const char *text, gsize length)
{
  gsize start = 1;

  if (length < 2 || *text != '\'')
    return FALSE;
  while (start < length && strchr (" '\"", text[start]) != NULL)
    start++;
  return (start < length && strchr ("=+-@\t\r", text[start]) != NULL) || text[1] == '\t' || text[1] == '\r';
}

/* Appends the next cell; FALSE where there are too many. */
gboolean
netz_table_row_maker_add (NetzTableRowMaker *self, const char *text, gsize length)
{
  gsize start = self->text->len;

  if (self->starts->len >= NETZ_TABLE_MAX_COLUMNS)
    return length == 0;
  if (is_disarmed (text, length))
    {
      text++;
      length--;
    }
  g_array_append_val (self->starts, start);
  g_string_append_len (self->text, text, (gssize) length);
  g_string_append_c (self->text, '\0');
  return TRUE;
}

/* Hands the row on and begins another. Where the receiver has had enough, `stopped` is set and FALSE returned. */
gboolean
netz_table_row_maker_end_row (NetzTableRowMaker *self, guint line, GError **error)
{
  NetzTableRow row = { line, self->starts->len, NULL };

  if (self->n_rows++ % ROWS_BETWEEN_QUESTIONS == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->cells, self->text->str + g_array_index (self->starts, gsize, i));
  while (row.n_cells > 0 && *(const char *) self->cells->pdata[row.n_cells - 1] == '\0')
    row.n_cells--;
  row.cells = (const char *const *) self->cells->pdata;
  self->stopped = !self->func (&row, self->data, error);
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  return !self->stopped;
}
