/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-encoding.h"

#include "interchange/netz-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>

#define SAMPLE_SIZE (256 * 1024) /* bytes that are looked at for finding an encoding */

/* How the umlauts, sharp s and typographic signs of German texts are written where one byte is one letter. */
static const guchar windows_signs[] = "\xe4\xf6\xfc\xc4\xd6\xdc\xdf\xe9\x84\x93\x94\x96\x80\xa7\xb0";
static const guchar dos_signs[] = "\x84\x94\x81\x8e\x99\x9a\xe1\x82\xf5\xf8";

typedef struct
{
  const char *encoding;
  gsize length;
  guchar bytes[4];
} Mark;

/* The longer ones first: that of UTF-32 begins like that of UTF-16. */
static const Mark marks[] = {
  { "UTF-32LE", 4, { 0xff, 0xfe, 0, 0 } },
  { "UTF-32BE", 4, { 0, 0, 0xfe, 0xff } },
  { "UTF-8", 3, { 0xef, 0xbb, 0xbf } },
  { "UTF-16LE", 2, { 0xff, 0xfe } },
  { "UTF-16BE", 2, { 0xfe, 0xff } },
};

static const Mark *
find_mark (const guchar *data, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      return &marks[i];
  return NULL;
}

/* In UTF-16 each other byte of Latin letters is 0. */
static const char *
guess_utf16 (const guchar *data, gsize size)
{
  gsize n = MIN (size, SAMPLE_SIZE), zeros[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    if (data[i] == 0)
      zeros[i % 2]++;
  if (zeros[1] * 10 > n * 3 && zeros[0] * 10 < n)
    return "UTF-16LE";
  return zeros[0] * 10 > n * 3 && zeros[1] * 10 < n ? "UTF-16BE" : NULL;
}

static gsize
count_signs (const guchar *data, gsize size, const guchar *signs)
{
  gboolean is_sign[256] = { FALSE };
  gsize n = 0;

  for (const guchar *sign = signs; *sign != '\0'; sign++)
    is_sign[*sign] = TRUE;
  for (gsize i = 0; i < size; i++)
    n += is_sign[data[i]] ? 1 : 0;
  return n;
}

static char *
ask_uchardet (const guchar *data, gsize size)
{
  uchardet_t detector = uchardet_new ();
  char *found = NULL;

  if (uchardet_handle_data (detector, (const char *) data, size) == 0)
    {
      uchardet_data_end (detector);
      found = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  return found;
}

/*
 * German texts are told by their letters, since general detection takes short
 * ones for Greek or Hungarian and knows no DOS; the rest is left to it.
 */
static char *
guess_single_byte (const guchar *data, gsize size)
{
  gsize n = MIN (size, SAMPLE_SIZE), high = 0, windows, dos;
  char *found;

  for (gsize i = 0; i < n; i++)
    high += data[i] >= 0x80 ? 1 : 0;
  windows = count_signs (data, n, windows_signs);
  dos = count_signs (data, n, dos_signs);
  if (MAX (windows, dos) * 10 >= high * 9)
    return g_strdup (dos > windows ? "CP850" : "WINDOWS-1252");
  found = ask_uchardet (data, n);
  if (found != NULL && *found != '\0' && strcmp (found, "ASCII") != 0 && strcmp (found, "ISO-8859-1") != 0)
    return found;
  g_free (found);
  return g_strdup ("WINDOWS-1252");
}

static char *
guess (const guchar *data, gsize size)
{
  const char *wide = guess_utf16 (data, size);

  if (wide != NULL)
    return g_strdup (wide);
  if (g_utf8_validate_len ((const char *) data, size, NULL))
    return g_strdup ("UTF-8");
  return guess_single_byte (data, size);
}

static guint
count_lines (const char *text, gsize length)
{
  guint n = 1;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n')) ? 1 : 0;
  return n;
}

static char *
convert (const guchar *data, gsize size, const char *encoding, GError **error)
{
  gsize n_read = 0, n_written = 0;
  g_autoptr (GError) problem = NULL;
  char *text = g_convert ((const char *) data, (gssize) size, "UTF-8", encoding, &n_read, &n_written, &problem);

  if (text != NULL && memchr (text, '\0', n_written) == NULL)
    return text;
  if (text != NULL)
    g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_ENCODING,
                         _("This is not a text: there are NUL bytes in it."));
  else if (g_error_matches (problem, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_ENCODING, _("There is no encoding “%s”."), encoding);
  else
    g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_ENCODING,
                 _("Line %u: the text is not in the encoding %s."),
                 count_lines ((const char *) data, MIN (n_read, size)), encoding);
  g_free (text);
  return NULL;
}

/*
 * The text as UTF-8 without a byte order mark, and the encoding that it was in: that of its mark, else the one asked
 * for, else the one that its letters betray.
 */
char *
netz_table_decode (GBytes *bytes, const char *encoding, char **found, GError **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const Mark *mark = find_mark (data, size);
  g_autofree char *guessed = NULL;
  char *text;

  if (size == 0)
    {
      *found = g_strdup ("UTF-8");
      return g_strdup ("");
    }
  if (mark != NULL)
    {
      data += mark->length;
      size -= mark->length;
      guessed = g_strdup (mark->encoding);
    }
  else
    guessed = encoding != NULL ? g_strdup (encoding) : guess (data, size);
  text = convert (data, size, guessed, encoding == NULL && mark == NULL ? NULL : error);
  if (text == NULL && encoding == NULL && mark == NULL)
    {
      g_free (guessed);
      guessed = g_strdup ("ISO-8859-1"); /* in which each byte is a letter */
      text = convert (data, size, guessed, error);
    }
  *found = g_steal_pointer (&guessed);
  return text;
}
