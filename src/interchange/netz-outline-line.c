/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-outline-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NUMBER 1000000

/* Where the parser stands. */
typedef struct
{
  const char *p;
  const char *line_start;
  guint line;
  GPtrArray *notes;
} Cursor;

static const struct
{
  const char *word;
  NetzOutlineVerb verb;
} verbs[] = {
  { "add", NETZ_OUTLINE_ADD },       { "connect", NETZ_OUTLINE_CONNECT }, { "set", NETZ_OUTLINE_SET },
  { "rename", NETZ_OUTLINE_RENAME }, { "remove", NETZ_OUTLINE_REMOVE },
};

static void
free_item (gpointer data)
{
  NetzOutlineItem *item = data;

  g_free (item->field);
  g_free (item->value);
  g_free (item);
}

static void
free_statement (gpointer data)
{
  NetzOutlineStatement *statement = data;

  for (guint i = 0; i < G_N_ELEMENTS (statement->names); i++)
    {
      g_free (statement->names[i].text);
      g_free (statement->names[i].kind);
    }
  g_ptr_array_unref (statement->items);
  g_free (statement->new_name);
  g_free (statement);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
is_end (const char *p)
{
  return *p == '\0' || *p == '\n' || (p[0] == '\r' && (p[1] == '\n' || p[1] == '\0'));
}

static void
skip_blanks (Cursor *self)
{
  while (is_blank (*self->p))
    self->p++;
}

static guint
get_column (const Cursor *self)
{
  return (guint) g_utf8_pointer_to_offset (self->line_start, self->p) + 1;
}

static gboolean
fail (Cursor *self, const char *message)
{
  netz_exchange_notes_add_text (self->notes, self->line, get_column (self), TRUE, message);
  return FALSE;
}

static gboolean
at_join (const char *p)
{
  return p[0] == '-' && p[1] == '-' && (is_blank (p[2]) || is_end (p + 2));
}

static gboolean
at_colon (const char *p)
{
  return p[0] == ':' && (is_blank (p[1]) || is_end (p + 1));
}

static gboolean
at_number (const char *p)
{
  return p[0] == '#' && g_ascii_isdigit (p[1]);
}

/* Moves over a quoted text that begins here; NULL, and nothing has moved, where it is never closed. */
static char *
take_quoted (Cursor *self)
{
  GString *text = g_string_new (NULL);
  Cursor after = *self;

  for (after.p++; *after.p != '\0'; after.p++)
    {
      if (after.p[0] == '"' && after.p[1] != '"')
        {
          after.p++;
          *self = after;
          return g_string_free (text, FALSE);
        }
      if (*after.p == '"')
        after.p++;
      g_string_append_c (text, *after.p);
      if (*after.p == '\n')
        {
          after.line++;
          after.line_start = after.p + 1;
        }
    }
  g_string_free (text, TRUE);
  return NULL;
}

/* A name that only begins with a quotation mark, as in "Die Brücke" e. V., is none in quotes. */
static char *
take_quoted_name (Cursor *self)
{
  Cursor after = *self;
  g_autofree char *text = take_quoted (&after);

  if (text == NULL)
    return NULL;
  skip_blanks (&after);
  if (!is_end (after.p) && *after.p != '[' && !at_number (after.p) && !at_join (after.p) && !at_colon (after.p))
    return NULL;
  *self = after;
  return g_steal_pointer (&text);
}

/* Up to a bracket, a colon, " -- ", a number or the end of the line. */
static char *
take_plain_name (Cursor *self)
{
  const char *start = self->p;

  for (; !is_end (self->p) && *self->p != '[' && !at_colon (self->p); self->p++)
    if (self->p > start && is_blank (self->p[-1]))
      {
        const char *digits = self->p + 1;

        if (at_join (self->p))
          break;
        while (at_number (self->p) && g_ascii_isdigit (*digits))
          digits++;
        if (at_number (self->p) && (is_blank (*digits) || is_end (digits) || *digits == '['))
          break;
      }
  return g_strstrip (g_strndup (start, (gsize) (self->p - start)));
}

static gboolean
take_kind (Cursor *self, char **kind)
{
  const char *start;

  self->p++;
  skip_blanks (self);
  start = self->p;
  if (*self->p == '"')
    *kind = take_quoted (self);
  else
    {
      while (!is_end (self->p) && *self->p != ']')
        self->p++;
      *kind = g_strstrip (g_strndup (start, (gsize) (self->p - start)));
    }
  skip_blanks (self);
  if (*kind == NULL || *self->p != ']')
    return fail (self, _("The bracket around the kind is not closed."));
  self->p++;
  skip_blanks (self);
  return TRUE;
}

static gboolean
take_name (Cursor *self, NetzOutlineName *name)
{
  skip_blanks (self);
  name->column = get_column (self);
  if (*self->p == '"')
    name->text = take_quoted_name (self);
  if (name->text == NULL)
    {
      name->text = take_plain_name (self);
      if (*name->text == '\0')
        return fail (self, _("A name is missing here."));
    }
  skip_blanks (self);
  if (at_number (self->p))
    {
      guint64 number = g_ascii_strtoull (self->p + 1, (char **) &self->p, 10);

      if (number == 0 || number > MAX_NUMBER)
        return fail (self, _("A number such as #2 says which of several with one name is meant; it begins with #1."));
      name->number = (guint) number;
      skip_blanks (self);
    }
  return *self->p != '[' || take_kind (self, &name->kind);
}

static char *
take_field (Cursor *self)
{
  const char *end = self->p;
  char *field;

  while (g_ascii_islower (*end) || *end == '-')
    end++;
  if (*end != '=' || end == self->p)
    return NULL;
  field = g_strndup (self->p, (gsize) (end - self->p));
  self->p = end + 1;
  return field;
}

static gboolean
take_item (Cursor *self, GPtrArray *items)
{
  NetzOutlineItem *item = g_new0 (NetzOutlineItem, 1);
  const char *start;

  g_ptr_array_add (items, item);
  item->column = get_column (self);
  item->field = take_field (self);
  skip_blanks (self);
  start = self->p;
  if (*self->p == '"')
    {
      item->value = take_quoted (self);
      if (item->value == NULL)
        return fail (self, _("The quotation mark here is not closed."));
      skip_blanks (self);
      if (*self->p != ',' && !is_end (self->p))
        return fail (self, _("A comma is missing here."));
    }
  else
    {
      while (!is_end (self->p) && *self->p != ',')
        self->p++;
      item->value = g_strstrip (g_strndup (start, (gsize) (self->p - start)));
    }
  if (item->field == NULL && *item->value == '\0')
    return fail (self, _("Something is missing between the commas."));
  return TRUE;
}

static gboolean
take_items (Cursor *self, GPtrArray *items)
{
  for (;;)
    {
      skip_blanks (self);
      if (is_end (self->p) && items->len == 0)
        return TRUE;
      if (!take_item (self, items))
        return FALSE;
      if (*self->p != ',')
        return TRUE;
      self->p++;
    }
}

/* The new name is all the rest of the line. */
static gboolean
take_new_name (Cursor *self, NetzOutlineStatement *statement)
{
  const char *start;

  if (!at_colon (self->p) || statement->n_names != 1)
    return fail (self, _("To rename, write: rename OLD NAME : NEW NAME"));
  self->p++;
  skip_blanks (self);
  start = self->p;
  if (*self->p == '"')
    statement->new_name = take_quoted_name (self);
  if (statement->new_name != NULL && is_end (self->p))
    return TRUE;
  g_free (statement->new_name);
  for (self->p = start; !is_end (self->p);)
    self->p++;
  statement->new_name = g_strstrip (g_strndup (start, (gsize) (self->p - start)));
  return *statement->new_name != '\0' || fail (self, _("The new name is missing."));
}

static void
take_verb (Cursor *self, NetzOutlineStatement *statement)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      gsize length = strlen (verbs[i].word);

      if (strncmp (self->p, verbs[i].word, length) == 0 && is_blank (self->p[length]))
        {
          statement->verb = verbs[i].verb;
          self->p += length + 1;
          return;
        }
    }
}

static gboolean
take_statement (Cursor *self, NetzOutlineStatement *statement)
{
  take_verb (self, statement);
  if (!take_name (self, &statement->names[0]))
    return FALSE;
  statement->n_names = 1;
  if (at_join (self->p))
    {
      self->p += 2;
      if (!take_name (self, &statement->names[1]))
        return FALSE;
      statement->n_names = 2;
    }
  if (statement->verb == NETZ_OUTLINE_ADD && statement->n_names == 2)
    statement->verb = NETZ_OUTLINE_CONNECT;
  if (statement->verb == NETZ_OUTLINE_CONNECT && statement->n_names == 1)
    return fail (self, _("The second institution is missing: write A -- B."));
  if (statement->verb == NETZ_OUTLINE_RENAME)
    return take_new_name (self, statement);
  if (at_colon (self->p))
    {
      self->p++;
      if (!take_items (self, statement->items))
        return FALSE;
    }
  if (!is_end (self->p))
    return fail (self,
                 _("This was not expected here. A name with “[”, “:” or “ -- ” in it stands in quotation marks."));
  if (statement->verb == NETZ_OUTLINE_SET && statement->items->len == 0)
    return fail (self, _("What is to be set is missing: write set NAME : field=value."));
  return TRUE;
}

static void
skip_line (Cursor *self)
{
  while (*self->p != '\0' && *self->p != '\n')
    self->p++;
  if (*self->p == '\n')
    {
      self->p++;
      self->line++;
      self->line_start = self->p;
    }
}

/**
 * netz_outline_parse:
 * @text: lines, valid UTF-8
 * @notes: where to say what cannot be understood; each such note is an error
 *
 * O(length).
 *
 * Returns: (transfer full) (element-type NetzOutlineStatement): the statements that can be understood
 */
GPtrArray *
netz_outline_parse (const char *text, GPtrArray *notes)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (free_statement);
  Cursor self = { .p = text, .line_start = text, .line = 1, .notes = notes };

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    self.line_start = self.p = text + 3;
  while (*self.p != '\0')
    {
      skip_blanks (&self);
      if (!is_end (self.p) && *self.p != '#')
        {
          NetzOutlineStatement *statement = g_new0 (NetzOutlineStatement, 1);

          statement->line = self.line;
          statement->items = g_ptr_array_new_with_free_func (free_item);
          if (take_statement (&self, statement))
            g_ptr_array_add (statements, statement);
          else
            free_statement (statement);
        }
      skip_line (&self);
    }
  return statements;
}

static char *
quote (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strconcat ("\"", doubled, "\"", NULL);
}

/* Whether the parser would take the text as this name, no more and no less. */
static gboolean
is_plain_name (const char *name)
{
  g_autoptr (GPtrArray) notes = netz_exchange_notes_new ();
  g_autofree char *line = g_strconcat (name, " [k]", NULL);
  g_autoptr (GPtrArray) statements = NULL;
  const NetzOutlineStatement *statement;

  if (*name == '"' || strpbrk (name, "\r\n") != NULL)
    return FALSE;
  statements = netz_outline_parse (line, notes);
  if (statements->len != 1 || notes->len > 0)
    return FALSE;
  statement = g_ptr_array_index (statements, 0);
  return statement->verb == NETZ_OUTLINE_ADD && statement->n_names == 1 && statement->items->len == 0 &&
         statement->names[0].number == 0 && g_strcmp0 (statement->names[0].kind, "k") == 0 &&
         strcmp (statement->names[0].text, name) == 0;
}

/**
 * netz_outline_quote_name:
 * @name: any name
 *
 * Returns: (transfer full): it as it stands in a line, in quotes where it needs them
 */
char *
netz_outline_quote_name (const char *name)
{
  return is_plain_name (name) ? g_strdup (name) : quote (name);
}

/**
 * netz_outline_quote_value:
 * @value: any value of a field, or a kind
 *
 * Returns: (transfer full): it as it stands behind "=" or in brackets, in quotes where it needs them
 */
char *
netz_outline_quote_value (const char *value)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (value));

  if (strcmp (trimmed, value) == 0 && strpbrk (value, "\",]\r\n") == NULL)
    return g_strdup (value);
  return quote (value);
}
