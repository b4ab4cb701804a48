/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-signature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *magic;
  gsize length;
  const char *sentence;
} Signature;

#define SIGNATURE(magic, sentence) { magic, sizeof magic - 1, sentence }

static const char compressed[] = N_("This is compressed data, not a network. Unpack it first.");
static const char picture[] = N_("This is a picture, not a network.");
static const char document[] = N_("This is a document of an office program or an archive, not a network.");

static const Signature signatures[] = {
  SIGNATURE ("\x1f\x8b", compressed),
  SIGNATURE ("\xfd" "7zXZ", compressed),
  SIGNATURE ("BZh", compressed),
  SIGNATURE ("\x28\xb5\x2f\xfd", compressed),
  SIGNATURE ("7z\xbc\xaf\x27\x1c", compressed),
  SIGNATURE ("PK\x03\x04", document),
  SIGNATURE ("PK\x05\x06", document),
  SIGNATURE ("\xd0\xcf\x11\xe0", document),
  SIGNATURE ("SQLite format 3", N_("This is a database, not a network.")),
  SIGNATURE ("%PDF", N_("This is a PDF document, not a network.")),
  SIGNATURE ("\x89PNG", picture),
  SIGNATURE ("\xff\xd8\xff", picture),
  SIGNATURE ("GIF8", picture),
  SIGNATURE ("RIFF", picture),
  SIGNATURE ("\x7f" "ELF", N_("This is a program, not a network.")),
};

static const char *web_page_starts[] = { "<!doctype html", "<html", "<head", "<body", "<script", "<title" };

static gboolean
is_blank (guint8 byte)
{
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static gsize
skip_blanks (const guint8 *data,
             gsize size,
             gsize at)
{
  while (at < size && is_blank (data[at]))
    at++;
  return at;
}

/* The first place that is neither blank nor declaration nor comment. */
static gsize
skip_prolog (const guint8 *data,
             gsize size)
{
  gsize at = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  for (;;)
    {
      const char *end;
      const guint8 *found;

      at = skip_blanks (data, size, at);
      if (size - at >= 4 && memcmp (data + at, "<!--", 4) == 0)
        end = "-->";
      else if (size - at >= 2 && memcmp (data + at, "<?", 2) == 0)
        end = "?>";
      else
        return at;
      found = memmem (data + at, size - at, end, strlen (end));
      if (found == NULL)
        return at;
      at = (gsize) (found - data) + strlen (end);
    }
}

static gboolean
is_web_page (const guint8 *data,
             gsize size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (web_page_starts); i++)
    {
      gsize length = strlen (web_page_starts[i]);

      if (size >= length && g_ascii_strncasecmp ((const char *) data, web_page_starts[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_json (const guint8 *data,
         gsize size)
{
  gsize at = 1;

  if (size == 0 || (data[0] != '{' && data[0] != '['))
    return FALSE;
  at = skip_blanks (data, size, at);
  return at == size || strchr ("\"{}[]-0123456789tfn", data[at]) != NULL;
}

static gboolean
refuse (GError **error,
        NetzFormatError code,
        const char *sentence)
{
  netz_format_error_set (error, code, 0, 0, "%s", sentence);
  return FALSE;
}

/**
 * netz_signature_check:
 * @bytes: a file as it was read
 * @error: return location
 *
 * Returns: whether the file may be XML as far as its beginning shows; O(1) but for
 *   files of blanks, NULs or comments only
 */
gboolean
netz_signature_check (GBytes *bytes,
                      GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize start;

  if (size == 0)
    return refuse (error, NETZ_FORMAT_ERROR_EMPTY, _("The file is empty."));
  if (data[0] == 0 && (size == 1 || memcmp (data, data + 1, size - 1) == 0))
    return refuse (error, NETZ_FORMAT_ERROR_UNWRITTEN,
                   _("The file was not written completely: it consists of NUL bytes only."));
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (size >= signatures[i].length && memcmp (data, signatures[i].magic, signatures[i].length) == 0)
      return refuse (error, NETZ_FORMAT_ERROR_NOT_A_NETWORK, _(signatures[i].sentence));

  start = skip_prolog (data, size);
  if (start == size)
    return refuse (error, NETZ_FORMAT_ERROR_EMPTY, _("There is nothing in the file but blanks or a declaration."));
  if (is_web_page (data + start, size - start))
    return refuse (error, NETZ_FORMAT_ERROR_NOT_A_NETWORK,
                   _("This is a web page, not a network. Perhaps a page to log in was saved instead of the file."));
  if (is_json (data + start, size - start))
    return refuse (error, NETZ_FORMAT_ERROR_NOT_A_NETWORK, _("This is JSON data, not a network."));
  return TRUE;
}
