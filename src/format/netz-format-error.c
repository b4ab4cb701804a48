/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-format-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

typedef struct
{
  guint64 line;
  guint64 column;
  char *text;
} NetzFormatErrorPrivate;

G_GNUC_NO_INLINE static void
netz_format_error_private_init (NetzFormatErrorPrivate *priv)
{
}

G_GNUC_NO_INLINE static void
netz_format_error_private_copy (const NetzFormatErrorPrivate *from, NetzFormatErrorPrivate *to)
{
  to->line = from->line;
  to->column = from->column;
  to->text = g_strdup (from->text);
}

G_GNUC_NO_INLINE static void
netz_format_error_private_clear (NetzFormatErrorPrivate *priv)
{
  g_clear_pointer (&priv->text, g_free);
}

G_DEFINE_EXTENDED_ERROR (NetzFormatError, netz_format_error)

/* NULL for no error and for errors of others */
static const NetzFormatErrorPrivate *
get_private (const GError *error)
{
  if (error == NULL || error->domain != NETZ_FORMAT_ERROR)
    return NULL;
  return netz_format_error_get_private (error);
}

static char *
compose_message (guint64 line, guint64 column, const char *text)
{
  if (line == 0)
    return g_strdup (text);
  if (column == 0)
    /* TRANSLATORS: the line of a file, then a sentence. */
    return g_strdup_printf (_("line %" PRIu64 ": %s"), line, text);
  /* TRANSLATORS: the place in a file, then a sentence. */
  return g_strdup_printf (_("line %" PRIu64 ", column %" PRIu64 ": %s"), line, column, text);
}

static void
set_valist (GError **error,
            NetzFormatError code,
            guint64 line,
            guint64 column,
            const char *format,
            va_list arguments)
{
  NetzFormatErrorPrivate *priv;
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  g_autofree char *message = compose_message (line, column, text);

  *error = g_error_new_literal (NETZ_FORMAT_ERROR, (int) code, message);
  priv = netz_format_error_get_private (*error);
  g_assert (priv != NULL);
  priv->line = line;
  priv->column = column;
  priv->text = g_steal_pointer (&text);
}

/**
 * netz_format_error_set:
 * @error: (nullable): where to put the error
 * @code: what kind of thing is wrong
 * @line: line in the file from 1, or 0
 * @column: column in characters from 1, or 0
 * @format: a translated sentence as for printf
 *
 * Sets an error of this folder that knows its place in the file.
 */
void
netz_format_error_set (GError **error,
                       NetzFormatError code,
                       guint64 line,
                       guint64 column,
                       const char *format,
                       ...)
{
  va_list arguments;

  if (error == NULL)
    return;
  g_return_if_fail (*error == NULL);
  va_start (arguments, format);
  set_valist (error, code, line, column, format, arguments);
  va_end (arguments);
}

/**
 * netz_format_error_set_at:
 * @error: (nullable): where to put the error
 * @code: what kind of thing is wrong
 * @text: (array): the whole text in UTF-8; need not end in NUL
 * @offset: byte in @text that is meant; all bytes before it are there
 * @format: a translated sentence as for printf
 *
 * As netz_format_error_set(), with line and column counted in @text. O(@offset).
 */
void
netz_format_error_set_at (GError **error,
                          NetzFormatError code,
                          const guint8 *text,
                          gsize offset,
                          const char *format,
                          ...)
{
  guint64 line = 1;
  guint64 column = 1;
  va_list arguments;

  if (error == NULL)
    return;
  g_return_if_fail (*error == NULL);
  for (gsize i = 0; i < offset; i++)
    {
      if (text[i] == '\n')
        {
          line++;
          column = 1;
        }
      else if ((text[i] & 0xc0) != 0x80)
        column++;
    }
  va_start (arguments, format);
  set_valist (error, code, line, column, format, arguments);
  va_end (arguments);
}

/**
 * netz_format_error_get_line:
 * @error: any error
 *
 * Returns: the line in the file, from 1; 0 when there is none or the error is of another domain
 */
guint64
netz_format_error_get_line (const GError *error)
{
  const NetzFormatErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->line : 0;
}

/**
 * netz_format_error_get_column:
 * @error: any error
 *
 * Returns: the column in characters, from 1; 0 when there is none
 */
guint64
netz_format_error_get_column (const GError *error)
{
  const NetzFormatErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->column : 0;
}

/**
 * netz_format_error_get_text:
 * @error: any error
 *
 * Returns: (transfer none): the sentence without its place, for `FILE:LINE: text`; the whole
 *   message when the error is of another domain
 */
const char *
netz_format_error_get_text (const GError *error)
{
  const NetzFormatErrorPrivate *priv = get_private (error);

  g_return_val_if_fail (error != NULL, NULL);
  return priv != NULL && priv->text != NULL ? priv->text : error->message;
}

/**
 * netz_format_error_offers_backup:
 * @error: an error from reading
 *
 * Returns: whether the file looks damaged, so that an earlier version (the `~` file, a
 *   journal) should be offered
 */
gboolean
netz_format_error_offers_backup (const GError *error)
{
  if (error == NULL || error->domain != NETZ_FORMAT_ERROR)
    return FALSE;
  switch ((NetzFormatError) error->code)
    {
    case NETZ_FORMAT_ERROR_IO:
    case NETZ_FORMAT_ERROR_NOT_FOUND:
    case NETZ_FORMAT_ERROR_EMPTY:
    case NETZ_FORMAT_ERROR_UNWRITTEN:
    case NETZ_FORMAT_ERROR_TRUNCATED:
    case NETZ_FORMAT_ERROR_NOT_A_NETWORK:
    case NETZ_FORMAT_ERROR_CONFLICT_MARKERS:
    case NETZ_FORMAT_ERROR_ENCODING:
    case NETZ_FORMAT_ERROR_CHARACTER:
    case NETZ_FORMAT_ERROR_SYNTAX:
    case NETZ_FORMAT_ERROR_STRUCTURE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * netz_format_error_offers_save_as:
 * @error: an error from saving
 *
 * Returns: whether saving under another name or elsewhere can help
 */
gboolean
netz_format_error_offers_save_as (const GError *error)
{
  if (error == NULL || error->domain != NETZ_FORMAT_ERROR)
    return FALSE;
  return error->code != NETZ_FORMAT_ERROR_VERIFY;
}
