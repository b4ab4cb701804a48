/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-declaration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No declaration needs more, and it bounds the search for its end. */
#define LONGEST 512

typedef struct
{
  gsize start;
  gsize length;
} Span;

/* Takes `NAME = "VALUE"` off the front of the text, blanks before it included. */
static gboolean
take_field (const char *name,
            const guint8 *text,
            gsize end,
            gsize *at,
            Span *value)
{
  gsize i = *at;
  gsize length = strlen (name);
  const guint8 *quote;

  while (i < end && g_ascii_isspace (text[i]))
    i++;
  if (i == *at || end - i < length || memcmp (text + i, name, length) != 0)
    return FALSE;
  i += length;
  while (i < end && g_ascii_isspace (text[i]))
    i++;
  if (i == end || text[i++] != '=')
    return FALSE;
  while (i < end && g_ascii_isspace (text[i]))
    i++;
  if (i == end || (text[i] != '"' && text[i] != '\''))
    return FALSE;
  quote = memchr (text + i + 1, text[i], end - i - 1);
  if (quote == NULL)
    return FALSE;
  value->start = i + 1;
  value->length = (gsize) (quote - text) - value->start;
  *at = value->start + value->length + 1;
  return TRUE;
}

/* "1." and digits: the fifth edition of XML 1.0 reads every 1.x as 1.0. */
static gboolean
is_known_version (const guint8 *text,
                  Span version)
{
  if (version.length < 3 || version.length > 8 || memcmp (text + version.start, "1.", 2) != 0)
    return FALSE;
  for (gsize i = 2; i < version.length; i++)
    if (!g_ascii_isdigit (text[version.start + i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_encoding_name (const guint8 *text,
                  Span name)
{
  if (name.length == 0 || name.length > 40 || !g_ascii_isalpha (text[name.start]))
    return FALSE;
  for (gsize i = 1; i < name.length; i++)
    if (!g_ascii_isalnum (text[name.start + i]) && strchr ("._-:", text[name.start + i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_yes_or_no (const guint8 *text,
              Span value)
{
  return (value.length == 3 && memcmp (text + value.start, "yes", 3) == 0) ||
         (value.length == 2 && memcmp (text + value.start, "no", 2) == 0);
}

/**
 * netz_declaration_parse:
 * @self: (out caller-allocates): where the parts are
 * @text: (array length=size): the text from its first character, in an encoding that contains ASCII
 * @size: length of @text
 * @error: return location
 *
 * Returns: whether there is no declaration or a good one
 */
gboolean
netz_declaration_parse (NetzDeclaration *self,
                        const guint8 *text,
                        gsize size,
                        GError **error)
{
  const guint8 *close;
  Span value;
  gsize at = 5;
  gsize end;

  memset (self, 0, sizeof *self);
  if (size < 6 || memcmp (text, "<?xml", 5) != 0 || !g_ascii_isspace (text[5]))
    return TRUE;
  close = memmem (text, MIN (size, LONGEST), "?>", 2);
  if (close == NULL && size < LONGEST)
    {
      netz_format_error_set (error, NETZ_FORMAT_ERROR_TRUNCATED, 1, 0, _("The file ends early, in its first line."));
      return FALSE;
    }
  end = close != NULL ? (gsize) (close - text) : 0;
  if (close == NULL || !take_field ("version", text, end, &at, &value))
    {
      netz_format_error_set (error, NETZ_FORMAT_ERROR_SYNTAX, 1, 1, _("The XML declaration is damaged."));
      return FALSE;
    }
  if (!is_known_version (text, value))
    {
      netz_format_error_set_at (error, NETZ_FORMAT_ERROR_SYNTAX, text, value.start,
                                _("The file says that it is XML of a version other than 1.x."));
      return FALSE;
    }
  if (take_field ("encoding", text, end, &at, &value))
    {
      if (!is_encoding_name (text, value))
        {
          netz_format_error_set_at (error, NETZ_FORMAT_ERROR_ENCODING, text, value.start,
                                    _("The name of the encoding in the XML declaration is damaged."));
          return FALSE;
        }
      self->encoding_offset = value.start;
      self->encoding_length = value.length;
    }
  if (take_field ("standalone", text, end, &at, &value) && !is_yes_or_no (text, value))
    at = 0;
  while (at > 0 && at < end && g_ascii_isspace (text[at]))
    at++;
  if (at != end)
    {
      netz_format_error_set_at (error, NETZ_FORMAT_ERROR_SYNTAX, text, at, _("The XML declaration is damaged."));
      return FALSE;
    }
  self->length = end + 2;
  return TRUE;
}
