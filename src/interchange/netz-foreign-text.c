/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-foreign-text.h"

#include "interchange/netz-foreign-graph.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lines end with LF, whatever they ended with. */
static char *
unite_line_ends (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != '\r')
      *to++ = *from;
    else if (from[1] != '\n')
      *to++ = '\n';
  *to = '\0';
  return text;
}

/**
 * netz_foreign_text_decode:
 * @bytes: a text file
 * @error: return location: %NETZ_FOREIGN_ERROR_FORMAT where it is none
 *
 * Such files are UTF-8, or older and of one byte a letter. Line ends become LF.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
netz_foreign_text_decode (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text;

  if (size > 0 && memchr (data, '\0', size) != NULL)
    {
      g_set_error_literal (error, NETZ_FOREIGN_ERROR, NETZ_FOREIGN_ERROR_FORMAT,
                           _("This is not a text: there are NUL bytes in it."));
      return NULL;
    }
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (g_utf8_validate (data, size, NULL))
    return unite_line_ends (g_strndup (size > 0 ? data : "", size));
  text = g_convert (data, size, "UTF-8", "WINDOWS-1252", NULL, NULL, error);
  return text != NULL ? unite_line_ends (text) : NULL;
}

static gboolean
skip_comment (NetzForeignText *self)
{
  const char *p = self->cursor;
  gboolean block = self->slash_comments && p[0] == '/' && p[1] == '*';
  gboolean line = (self->hash_comments && *p == '#') || (self->slash_comments && p[0] == '/' && p[1] == '/');

  if (!block && !line)
    return FALSE;
  while (*p != '\0' && (block ? strncmp (p, "*/", 2) != 0 : *p != '\n'))
    self->line += *p++ == '\n';
  self->cursor = p + (block && *p != '\0' ? 2 : 0);
  return TRUE;
}

static void
skip_blanks (NetzForeignText *self)
{
  for (;;)
    {
      while (g_ascii_isspace (*self->cursor))
        self->line += *self->cursor++ == '\n';
      if (!skip_comment (self))
        return;
    }
}

static char *
take_quoted (NetzForeignText *self)
{
  GString *word = g_string_new (NULL);
  const char *p = self->cursor + 1;

  for (; *p != '\0' && *p != '"'; p++)
    {
      self->line += *p == '\n';
      if (p[0] == '\\' && (p[1] == '"' || p[1] == '\\'))
        p++;
      g_string_append_c (word, *p);
    }
  self->cursor = *p == '"' ? p + 1 : p;
  return g_string_free (word, FALSE);
}

/**
 * netz_foreign_text_next:
 * @quoted: (out) (optional): whether it stood in quotation marks
 *
 * Returns: (transfer full) (nullable): the next word, %NULL at the end
 */
char *
netz_foreign_text_next (NetzForeignText *self, gboolean *quoted)
{
  const char *begin;

  skip_blanks (self);
  if (quoted != NULL)
    *quoted = *self->cursor == '"';
  if (*self->cursor == '\0')
    return NULL;
  if (*self->cursor == '"')
    return take_quoted (self);
  begin = self->cursor++;
  if (strchr (self->signs, *begin) != NULL)
    return g_strndup (begin, 1);
  while (*self->cursor != '\0' && !g_ascii_isspace (*self->cursor) && *self->cursor != '"'
         && strchr (self->signs, *self->cursor) == NULL)
    self->cursor++;
  return g_strndup (begin, self->cursor - begin);
}

/**
 * netz_foreign_text_peek:
 *
 * Returns: (transfer full) (nullable): the next word, which stays
 */
char *
netz_foreign_text_peek (const NetzForeignText *self)
{
  NetzForeignText copy = *self;

  return netz_foreign_text_next (&copy, NULL);
}

/**
 * netz_foreign_text_unescape:
 * @text: a text in which &#228; and &auml; may stand for letters
 *
 * Returns: (transfer full): with those that are numbers or of XML as letters
 */
char *
netz_foreign_text_unescape (const char *text)
{
  static const struct
  {
    const char *name;
    gunichar letter;
  } names[] = { { "amp", '&' },  { "lt", '<' },    { "gt", '>' },    { "quot", '"' },  { "apos", '\'' },
                { "auml", 228 }, { "ouml", 246 },  { "uuml", 252 },  { "Auml", 196 },  { "Ouml", 214 },
                { "Uuml", 220 }, { "szlig", 223 } };
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *end = *p == '&' ? strchr (p, ';') : NULL;
      gunichar letter = 0;

      if (end != NULL && end - p < 10)
        {
          g_autofree char *name = g_strndup (p + 1, end - p - 1);

          if (name[0] == '#')
            letter = (gunichar) g_ascii_strtoull (name[1] == 'x' ? name + 2 : name + 1, NULL, name[1] == 'x' ? 16 : 10);
          for (guint i = 0; letter == 0 && i < G_N_ELEMENTS (names); i++)
            if (g_str_equal (names[i].name, name))
              letter = names[i].letter;
        }
      if (letter == 0 || !g_unichar_validate (letter))
        g_string_append_c (plain, *p);
      else
        {
          g_string_append_unichar (plain, letter);
          p = end;
        }
    }
  return g_string_free (plain, FALSE);
}
