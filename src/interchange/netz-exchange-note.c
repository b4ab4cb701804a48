/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-exchange-note.h"

static void
free_note (gpointer data)
{
  NetzExchangeNote *note = data;

  g_free (note->message);
  g_free (note);
}

/**
 * netz_exchange_notes_new:
 *
 * Returns: (transfer full) (element-type NetzExchangeNote): an empty list
 */
GPtrArray *
netz_exchange_notes_new (void)
{
  return g_ptr_array_new_with_free_func (free_note);
}

/**
 * netz_exchange_notes_add_text:
 * @notes: a list
 * @line: line in the file from 1, or 0
 * @column: column in characters from 1, or 0
 * @is_error: whether it keeps the file from being read
 * @text: a translated sentence
 *
 * Appends a note.
 */
void
netz_exchange_notes_add_text (GPtrArray *notes, guint line, guint column, gboolean is_error, const char *text)
{
  NetzExchangeNote *note = g_new0 (NetzExchangeNote, 1);

  note->line = line;
  note->column = column;
  note->is_error = is_error;
  note->message = g_strdup (text);
  g_ptr_array_add (notes, note);
}

/**
 * netz_exchange_notes_add:
 * @notes: a list
 * @line: line in the file from 1, or 0
 * @column: column in characters from 1, or 0
 * @is_error: whether it keeps the file from being read
 * @format: a translated sentence as for printf
 *
 * Appends a note.
 */
void
netz_exchange_notes_add (GPtrArray *notes,
                         guint line,
                         guint column,
                         gboolean is_error,
                         const char *format,
                         ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  netz_exchange_notes_add_text (notes, line, column, is_error, text);
}

/**
 * netz_exchange_notes_get_error:
 * @notes: a list
 *
 * O(n).
 *
 * Returns: (transfer none) (nullable): the first that is an error
 */
const NetzExchangeNote *
netz_exchange_notes_get_error (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (((const NetzExchangeNote *) g_ptr_array_index (notes, i))->is_error)
      return g_ptr_array_index (notes, i);
  return NULL;
}
