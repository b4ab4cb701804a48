/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-gate.h"

#include "format/netz-bytes.h"
#include "format/netz-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gsize start;  /* of the name */
  gsize length;
  guint namespaces; /* declared here */
} Level;

typedef struct
{
  const guint8 *text;
  gsize size;
  gsize at;
  gsize run; /* where the text in a row began */
  guint depth;
  guint namespaces; /* in force */
  gboolean root_seen;
  Level levels[NETZ_BYTES_MAX_DEPTH];
  GError **error;
} Gate;

#define FAIL_AT(self, code, offset, ...) \
  (netz_format_error_set_at ((self)->error, NETZ_FORMAT_ERROR_##code, (self)->text, (offset), __VA_ARGS__), FALSE)

static gboolean
is_blank (guint8 byte)
{
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static gboolean
is_name_start (guint8 byte)
{
  return g_ascii_isalpha (byte) || byte == '_' || byte == ':' || byte >= 0x80;
}

static gboolean
is_name_byte (guint8 byte)
{
  return is_name_start (byte) || g_ascii_isdigit (byte) || byte == '-' || byte == '.';
}

static gboolean
looking_at (const Gate *self,
            const char *string)
{
  gsize length = strlen (string);

  return self->size - self->at >= length && memcmp (self->text + self->at, string, length) == 0;
}

/* Whether the text ends before it could be told that it is not @string. */
static gboolean
ends_within (const Gate *self,
             const char *string)
{
  gsize left = self->size - self->at;

  return left < strlen (string) && memcmp (self->text + self->at, string, left) == 0;
}

/* A name from the file for a message: whole characters, not too many. */
static char *
copy_name (const Gate *self,
           gsize start,
           gsize length)
{
  const char *name = (const char *) self->text + start;
  const char *cut = name + MIN (length, 60);

  if (length <= 60)
    return g_strndup (name, length);
  while (((guint8) *cut & 0xc0) == 0x80)
    cut--;
  return g_strdup_printf ("%.*s…", (int) (cut - name), name);
}

static gboolean
fail_end (Gate *self)
{
  const Level *level;
  g_autofree char *name = NULL;

  if (self->depth == 0)
    return FAIL_AT (self, TRUNCATED, self->size, _("The file ends early."));
  level = &self->levels[self->depth - 1];
  name = copy_name (self, level->start, level->length);
  return FAIL_AT (self, TRUNCATED, self->size, _("The file ends early: the element “%s” is not finished."), name);
}

/* A line that git leaves behind. Only asked where such a line can be no content. */
static gboolean
is_conflict_marker (const Gate *self,
                    gsize at)
{
  static const char *markers[] = { "<<<<<<<", "|||||||", "=======", ">>>>>>>" };

  if (self->size - at < 7 || (at > 0 && self->text[at - 1] != '\n'))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (markers); i++)
    if (memcmp (self->text + at, markers[i], 7) == 0)
      return self->size - at == 7 || is_blank (self->text[at + 7]);
  return FALSE;
}

static gboolean
fail_conflict (Gate *self,
               gsize at)
{
  return FAIL_AT (self, CONFLICT_MARKERS, at,
                  _("A merge was left unfinished here: a text tool put the lines of both sides into the file. "
                    "Merge the two versions with this program instead."));
}

static gboolean
scan_character_reference (Gate *self)
{
  gsize start = self->at;
  gboolean hexadecimal;
  guint32 character = 0;
  gsize digits = 0;

  self->at += 2;
  hexadecimal = self->at < self->size && self->text[self->at] == 'x';
  if (hexadecimal)
    self->at++;
  for (; self->at < self->size && g_ascii_isxdigit (self->text[self->at]); self->at++, digits++)
    {
      if (!hexadecimal && !g_ascii_isdigit (self->text[self->at]))
        break;
      character = character * (hexadecimal ? 16 : 10) + (guint32) g_ascii_xdigit_value (self->text[self->at]);
      character = MIN (character, 0x110000);
    }
  if (self->at == self->size)
    return fail_end (self);
  if (digits == 0 || self->text[self->at] != ';')
    return FAIL_AT (self, SYNTAX, start, _("A character reference is damaged."));
  if (!netz_encoding_is_xml_char (character))
    return FAIL_AT (self, CHARACTER, start, _("The character U+%04X is not allowed in a file."), character);
  self->at++;
  return TRUE;
}

static gboolean
scan_reference (Gate *self)
{
  static const char *known[] = { "&lt;", "&gt;", "&amp;", "&apos;", "&quot;" };
  gsize end = self->at + 1;
  g_autofree char *name = NULL;

  if (looking_at (self, "&#"))
    return scan_character_reference (self);
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (looking_at (self, known[i]))
      {
        self->at += strlen (known[i]);
        return TRUE;
      }
  while (end < self->size && is_name_byte (self->text[end]))
    end++;
  if (end == self->size)
    return fail_end (self);
  if (end == self->at + 1 || self->text[end] != ';')
    return FAIL_AT (self, SYNTAX, self->at, _("An “&” stands alone; it has to be written as “&amp;”."));
  name = copy_name (self, self->at + 1, end - self->at - 1);
  return FAIL_AT (self, SYNTAX, self->at, _("The entity “&%s;” is not known here."), name);
}

/* Text up to the next markup. */
static gboolean
scan_text (Gate *self)
{
  gsize start = self->at;
  gboolean blank = TRUE;

  while (self->at < self->size && self->text[self->at] != '<')
    {
      guint8 byte = self->text[self->at];

      if (blank && !is_blank (byte) && self->depth <= 2 && is_conflict_marker (self, self->at))
        return fail_conflict (self, self->at);
      blank = blank && is_blank (byte);
      if (!blank && self->depth == 0 && !self->root_seen)
        return FAIL_AT (self, NOT_A_NETWORK, self->at,
                        _("This is not a network: there is text where XML should begin."));
      if (!blank && self->depth == 0)
        return FAIL_AT (self, SYNTAX, self->at, _("There is text after the end of the network."));
      if (byte == ']' && looking_at (self, "]]>"))
        return FAIL_AT (self, SYNTAX, self->at, _("“]]>” is not allowed in text."));
      if (byte != '&')
        self->at++;
      else if (!scan_reference (self))
        return FALSE;
    }
  if (self->at - self->run > NETZ_BYTES_MAX_TEXT)
    return FAIL_AT (self, LIMIT, start, _("A text of more than %d bytes is not read."), NETZ_BYTES_MAX_TEXT);
  return TRUE;
}

/* Moves behind the next @end, which must come within @limit bytes. */
static gboolean
scan_until (Gate *self,
            gsize start,
            const char *end,
            gsize limit)
{
  gsize left = self->size - self->at;
  const guint8 *found = memmem (self->text + self->at, left, end, strlen (end));

  if (found == NULL && left <= limit)
    return fail_end (self);
  if (found == NULL || (gsize) (found - self->text) - self->at > limit)
    return FAIL_AT (self, LIMIT, start, _("This is longer than %zu bytes, which is the limit."), limit);
  self->at = (gsize) (found - self->text) + strlen (end);
  return TRUE;
}

static gboolean
scan_comment (Gate *self)
{
  gsize start = self->at;

  self->at += 4;
  if (!scan_until (self, start, "--", NETZ_BYTES_MAX_COMMENT))
    return FALSE;
  if (self->at == self->size)
    return fail_end (self);
  if (self->text[self->at] != '>')
    return FAIL_AT (self, SYNTAX, self->at - 2, _("“--” is not allowed in a comment."));
  self->at++;
  self->run = self->at;
  return TRUE;
}

static gboolean
scan_cdata (Gate *self)
{
  gsize start = self->at;

  if (self->depth == 0)
    return FAIL_AT (self, SYNTAX, start, _("There is text outside of the network."));
  self->at += 9;
  if (!scan_until (self, start, "]]>", NETZ_BYTES_MAX_TEXT))
    return FALSE;
  if (self->at - self->run > NETZ_BYTES_MAX_TEXT)
    return FAIL_AT (self, LIMIT, start, _("A text of more than %d bytes is not read."), NETZ_BYTES_MAX_TEXT);
  return TRUE;
}

/* Moves behind a name. */
static gboolean
scan_name (Gate *self)
{
  gsize start = self->at;

  if (self->at == self->size)
    return fail_end (self);
  if (is_conflict_marker (self, self->at))
    return fail_conflict (self, self->at);
  if (!is_name_start (self->text[self->at]))
    return FAIL_AT (self, SYNTAX, self->at, _("There should be a name here."));
  while (self->at < self->size && is_name_byte (self->text[self->at]))
    self->at++;
  if (self->at - start > NETZ_BYTES_MAX_NAME)
    return FAIL_AT (self, LIMIT, start, _("A name of more than %d bytes is not read."), NETZ_BYTES_MAX_NAME);
  return self->at < self->size || fail_end (self);
}

static gboolean
scan_instruction (Gate *self)
{
  gsize start = self->at;
  gsize name = start + 2;

  self->at = name;
  if (!scan_name (self))
    return FALSE;
  if (start > 0 && self->at - name == 3 && g_ascii_strncasecmp ((const char *) self->text + name, "xml", 3) == 0)
    return FAIL_AT (self, SYNTAX, start, _("An XML declaration may only stand at the very beginning of a file."));
  if (!is_blank (self->text[self->at]) && self->text[self->at] != '?')
    return FAIL_AT (self, SYNTAX, self->at, _("The processing instruction is damaged."));
  if (!scan_until (self, start, "?>", NETZ_BYTES_MAX_INSTRUCTION))
    return FALSE;
  self->run = self->at;
  return TRUE;
}

static gboolean
scan_blanks (Gate *self)
{
  while (self->at < self->size && is_blank (self->text[self->at]))
    self->at++;
  return self->at < self->size || fail_end (self);
}

static gboolean
scan_value (Gate *self)
{
  gsize start = self->at + 1;
  guint8 quote = self->text[self->at];

  if (quote != '"' && quote != '\'')
    return FAIL_AT (self, SYNTAX, self->at, _("The value of an attribute must stand in quotes."));
  for (self->at++; self->at < self->size && self->text[self->at] != quote;)
    {
      if (self->text[self->at] == '<' && is_conflict_marker (self, self->at))
        return fail_conflict (self, self->at);
      if (self->text[self->at] == '<')
        return FAIL_AT (self, SYNTAX, self->at, _("“<” is not allowed in the value of an attribute."));
      if (self->text[self->at] != '&')
        self->at++;
      else if (!scan_reference (self))
        return FALSE;
      if (self->at - start > NETZ_BYTES_MAX_ATTRIBUTE)
        return FAIL_AT (self, LIMIT, start, _("A value of more than %d bytes is not read."), NETZ_BYTES_MAX_ATTRIBUTE);
    }
  if (self->at == self->size)
    return fail_end (self);
  self->at++;
  return TRUE;
}

static gboolean
scan_attribute (Gate *self,
                Level *level)
{
  gsize start = self->at;
  gsize length;

  if (!scan_name (self))
    return FALSE;
  length = self->at - start;
  if (length >= 5 && memcmp (self->text + start, "xmlns", 5) == 0 && (length == 5 || self->text[start + 5] == ':'))
    level->namespaces++;
  if (self->namespaces + level->namespaces > NETZ_BYTES_MAX_NAMESPACES)
    return FAIL_AT (self, LIMIT, start, _("More than %d namespaces at a time are not read."),
                    NETZ_BYTES_MAX_NAMESPACES);
  if (!scan_blanks (self))
    return FALSE;
  if (self->text[self->at] != '=')
    return FAIL_AT (self, SYNTAX, self->at, _("There should be “=” and a value after the name of an attribute."));
  self->at++;
  return scan_blanks (self) && scan_value (self);
}

static gboolean
open_level (Gate *self,
            const Level *level)
{
  if (self->depth == NETZ_BYTES_MAX_DEPTH)
    return FAIL_AT (self, LIMIT, level->start - 1, _("Elements more than %d deep are not read."), NETZ_BYTES_MAX_DEPTH);
  self->levels[self->depth++] = *level;
  self->namespaces += level->namespaces;
  return TRUE;
}

/* Attributes up to ">" or "/>". */
static gboolean
scan_attributes (Gate *self,
                 Level *level)
{
  for (guint count = 0;; count++)
    {
      gsize before = self->at;

      if (!scan_blanks (self))
        return FALSE;
      if (self->text[self->at] == '>' || self->text[self->at] == '/')
        return TRUE;
      if (before == self->at)
        return FAIL_AT (self, SYNTAX, self->at, _("There is a blank missing, or a character too much."));
      if (count == NETZ_BYTES_MAX_ATTRIBUTES)
        return FAIL_AT (self, LIMIT, self->at, _("More than %d attributes on one element are not read."),
                        NETZ_BYTES_MAX_ATTRIBUTES);
      if (!scan_attribute (self, level))
        return FALSE;
    }
}

static gboolean
scan_start_tag (Gate *self)
{
  Level level = { .start = self->at + 1 };

  if (self->depth == 0 && self->root_seen)
    return FAIL_AT (self, SYNTAX, self->at, _("There is a second document after the end of the network."));
  self->root_seen = TRUE;
  self->at++;
  if (!scan_name (self))
    return FALSE;
  level.length = self->at - level.start;
  if (!scan_attributes (self, &level))
    return FALSE;
  if (self->text[self->at] == '/')
    {
      self->at++;
      if (self->at == self->size)
        return fail_end (self);
      if (self->text[self->at] != '>')
        return FAIL_AT (self, SYNTAX, self->at, _("There should be “>” after “/”."));
    }
  else if (!open_level (self, &level))
    return FALSE;
  self->at++;
  self->run = self->at;
  return TRUE;
}

static gboolean
scan_end_tag (Gate *self)
{
  gsize start = self->at;
  gsize length;
  const Level *level;

  self->at += 2;
  if (!scan_name (self))
    return FALSE;
  length = self->at - start - 2;
  level = self->depth > 0 ? &self->levels[self->depth - 1] : NULL;
  if (level == NULL || level->length != length ||
      memcmp (self->text + level->start, self->text + start + 2, length) != 0)
    {
      g_autofree char *name = copy_name (self, start + 2, length);

      return FAIL_AT (self, SYNTAX, start, _("The element “%s” ends here but is not open."), name);
    }
  if (!scan_blanks (self))
    return FALSE;
  if (self->text[self->at] != '>')
    return FAIL_AT (self, SYNTAX, self->at, _("There should be “>” after the name of an element that ends."));
  self->at++;
  self->run = self->at;
  self->namespaces -= level->namespaces;
  self->depth--;
  return TRUE;
}

static gboolean
scan_declaration (Gate *self)
{
  if (looking_at (self, "<!--"))
    return scan_comment (self);
  if (looking_at (self, "<![CDATA["))
    return scan_cdata (self);
  if (ends_within (self, "<!--") || ends_within (self, "<![CDATA[") || ends_within (self, "<!DOCTYPE"))
    return fail_end (self);
  if (self->text[self->at + 2] == '[' || self->text[self->at + 2] == '-')
    return FAIL_AT (self, SYNTAX, self->at, _("The markup is damaged."));
  return FAIL_AT (self, DOCTYPE, self->at,
                  _("The file declares a document type or entities. "
                    "Such declarations can be misused and are not read."));
}

static gboolean
scan_markup (Gate *self)
{
  if (is_conflict_marker (self, self->at))
    return fail_conflict (self, self->at);
  if (self->at + 1 == self->size)
    return fail_end (self);
  switch (self->text[self->at + 1])
    {
    case '!':
      return scan_declaration (self);
    case '?':
      return scan_instruction (self);
    case '/':
      return scan_end_tag (self);
    default:
      return scan_start_tag (self);
    }
}

/**
 * netz_gate_scan:
 * @text: valid UTF-8 without NUL and byte order mark
 * @error: return location
 *
 * O(n), without recursion and without memory of its own.
 *
 * Returns: whether the markup is balanced, harmless and within the limits
 */
gboolean
netz_gate_scan (GBytes *text,
                GError **error)
{
  Gate gate = { .error = error };

  gate.text = g_bytes_get_data (text, &gate.size);
  while (gate.at < gate.size)
    {
      gboolean good = gate.text[gate.at] == '<' ? scan_markup (&gate) : scan_text (&gate);

      if (!good)
        return FALSE;
    }
  if (gate.depth > 0)
    return fail_end (&gate);
  if (!gate.root_seen)
    return FAIL_AT (&gate, EMPTY, gate.size, _("There is nothing in the file but blanks, comments or a declaration."));
  return TRUE;
}
