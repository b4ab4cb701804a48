/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What netz says: results to standard output, messages to standard error. */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"

#include "format/netz-format-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

static GString *output;

static gboolean
write_all (int descriptor, const char *data, gsize size)
{
  while (size > 0)
    {
      gssize count = write (descriptor, data, size);

      if (count < 0 && errno == EINTR)
        continue;
      if (count <= 0)
        return FALSE;
      data += count;
      size -= (gsize) count;
    }
  return TRUE;
}

static gboolean
is_direction (gunichar letter)
{
  return (letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2066 && letter <= 0x2069) || letter == 0x200e ||
         letter == 0x200f;
}

/**
 * netz_print_clean:
 * @text: any text, valid UTF-8 or not
 *
 * Takes out what would turn a line of a terminal into something else: line
 * breaks and control characters become blanks, marks of direction go.
 *
 * Returns: (transfer full): one line of UTF-8
 */
char *
netz_print_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter < 0x20 || (letter >= 0x7f && letter < 0xa0) || letter == 0x2028 || letter == 0x2029)
        g_string_append_c (clean, ' ');
      else if (!is_direction (letter))
        g_string_append_unichar (clean, letter);
    }
  return g_string_free (clean, FALSE);
}

/**
 * netz_complain:
 * @path: (nullable): the file that it is about, in the encoding of file names; "-" is shown as such
 * @line: line in it, 0 for none
 * @text: a translated sentence
 *
 * Says something on standard error.
 */
void
netz_complain (const char *path, guint64 line, const char *text)
{
  g_autofree char *name = g_filename_display_name (path != NULL ? path : "netz");
  g_autofree char *clean_name = netz_print_clean (name);
  g_autofree char *clean = netz_print_clean (text);
  g_autofree char *message = NULL;

  if (line > 0)
    message = g_strdup_printf ("%s:%" G_GUINT64_FORMAT ": %s\n", clean_name, line, clean);
  else
    message = g_strdup_printf ("%s: %s\n", clean_name, clean);
  write_all (STDERR_FILENO, message, strlen (message));
}

/**
 * netz_complain_of:
 * @path: (nullable): the file that it is about
 * @error: what went wrong; the line is taken out of errors that know it
 *
 * Says on standard error what went wrong.
 */
void
netz_complain_of (const char *path, const GError *error)
{
  guint64 line = netz_format_error_get_line (error);

  netz_complain (path, line, line > 0 ? netz_format_error_get_text (error) : error->message);
}

/**
 * netz_print_bytes:
 * @bytes: a file
 *
 * Writes @bytes to standard output at once.
 *
 * Returns: what to end with; where it could not be written, that has been said
 */
NetzExit
netz_print_bytes (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (write_all (STDOUT_FILENO, data, size))
    return NETZ_EXIT_DONE;
  text = g_strdup_printf (_("The standard output could not be written: %s."), g_strerror (errno));
  netz_complain (NULL, 0, text);
  return NETZ_EXIT_FAILED;
}

/**
 * netz_print:
 * @text: any text
 *
 * Puts @text, as it is, behind what goes to standard output at the end.
 */
void
netz_print (const char *text)
{
  if (output == NULL)
    output = g_string_new (NULL);
  g_string_append (output, text);
}

/**
 * netz_print_line:
 * @format: a line as for printf, without its end
 *
 * Puts a line behind what goes to standard output, made fit for a terminal.
 */
void
netz_print_line (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  clean = netz_print_clean (text);
  netz_print (clean);
  netz_print ("\n");
}

/**
 * netz_print_flush:
 * @status: what the command has come to
 *
 * Writes what was put together to standard output.
 *
 * Returns: @status, or %NETZ_EXIT_FAILED where it could not be written
 */
NetzExit
netz_print_flush (NetzExit status)
{
  g_autoptr (GBytes) bytes = NULL;

  if (output == NULL)
    return status;
  bytes = g_string_free_to_bytes (g_steal_pointer (&output));
  return netz_print_bytes (bytes) == NETZ_EXIT_DONE ? status : NETZ_EXIT_FAILED;
}
