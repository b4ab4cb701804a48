/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-markup.h"

#include <string.h>

/* U+FFFE and U+FFFF in UTF-8: the only ones above the control characters that
 * XML does not allow, apart from surrogates, which are no UTF-8. */
static gboolean
is_no_character (const guchar *p,
                 const guchar *end)
{
  return end - p >= 3 && p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe;
}

/* What stands for a byte; NULL: itself. Line ends and tabs in a value would
 * come back as blanks, a carriage return in a text as a line feed. */
static const char *
get_replacement (guchar byte,
                 gboolean in_value)
{
  switch (byte)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return in_value ? "&quot;" : NULL;
    case '\t':
      return in_value ? "&#9;" : NULL;
    case '\n':
      return in_value ? "&#10;" : NULL;
    case '\r':
      return "&#13;";
    default:
      return byte < 0x20 ? "" : NULL;
    }
}

static void
append_escaped (GString *out,
                const char *text,
                gsize length,
                gboolean in_value)
{
  const guchar *run = (const guchar *) text;
  const guchar *end = run + length;
  const guchar *p;

  for (p = run; p < end; p++)
    {
      const char *replacement = NULL;
      gsize skip = 1;

      if (G_LIKELY (*p > '>' && *p != 0xef))
        continue;
      if (is_no_character (p, end))
        {
          replacement = "";
          skip = 3;
        }
      else if (*p != 0xef)
        replacement = get_replacement (*p, in_value);
      if (replacement == NULL)
        continue;
      g_string_append_len (out, (const char *) run, p - run);
      g_string_append (out, replacement);
      p += skip - 1;
      run = p + 1;
    }
  g_string_append_len (out, (const char *) run, p - run);
}

/**
 * netz_markup_append_text:
 * @out: where to
 * @text: UTF-8, need not end with NUL
 * @length: its bytes
 *
 * Appends the content of an element. O(length).
 */
void
netz_markup_append_text (GString *out,
                         const char *text,
                         gsize length)
{
  append_escaped (out, text, length, FALSE);
}

/**
 * netz_markup_append_value:
 * @out: where to
 * @value: UTF-8, need not end with NUL
 * @length: its bytes
 *
 * Appends the value of an attribute, without the quotation marks. O(length).
 */
void
netz_markup_append_value (GString *out,
                          const char *value,
                          gsize length)
{
  append_escaped (out, value, length, TRUE);
}

/**
 * netz_markup_append_attribute:
 * @out: where to
 * @name: an attribute's name
 * @value: its value
 *
 * Appends a blank and the attribute. O(length).
 */
void
netz_markup_append_attribute (GString *out,
                              const char *name,
                              const char *value)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append_len (out, "=\"", 2);
  append_escaped (out, value, strlen (value), TRUE);
  g_string_append_c (out, '"');
}
