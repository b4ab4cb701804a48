/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-json.h"

#include "model/netz-field.h"

#include <math.h>

struct _NetzJson
{
  GString *text;
  guint depth;
  gboolean empty; /* nothing has been put into the object or array in hand */
};

/**
 * netz_json_new:
 *
 * Returns: (transfer full): JSON without anything in it
 */
NetzJson *
netz_json_new (void)
{
  NetzJson *self = g_new0 (NetzJson, 1);

  self->text = g_string_new (NULL);
  self->empty = TRUE;
  return self;
}

/**
 * netz_json_free:
 * @self: (transfer full): JSON
 */
void
netz_json_free (NetzJson *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append_text (GString *json, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (json, '"');
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '"' || letter == '\\')
        g_string_append_printf (json, "\\%c", (char) letter);
      else if (letter == '\n')
        g_string_append (json, "\\n");
      else if (letter < 0x20 || (letter >= 0x7f && letter < 0xa0) || (letter >= 0x200b && letter <= 0x202e) ||
               (letter >= 0x2060 && letter <= 0x206f) || letter == 0xfeff)
        g_string_append_printf (json, "\\u%04x", letter);
      else
        g_string_append_unichar (json, letter);
    }
  g_string_append_c (json, '"');
}

static void
start_value (NetzJson *self, const char *key)
{
  if (self->depth > 0)
    {
      g_string_append (self->text, self->empty ? "\n" : ",\n");
      for (guint i = 0; i < self->depth; i++)
        g_string_append (self->text, "  ");
    }
  self->empty = FALSE;
  if (key != NULL)
    {
      append_text (self->text, key);
      g_string_append (self->text, ": ");
    }
}

static void
begin (NetzJson *self, const char *key, char bracket)
{
  start_value (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->empty = TRUE;
}

static void
end (NetzJson *self, char bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (!self->empty)
    {
      g_string_append_c (self->text, '\n');
      for (guint i = 0; i < self->depth; i++)
        g_string_append (self->text, "  ");
    }
  g_string_append_c (self->text, bracket);
  self->empty = FALSE;
}

/**
 * netz_json_begin_object:
 * @self: JSON
 * @key: (nullable): its key in the object around it
 */
void
netz_json_begin_object (NetzJson *self, const char *key)
{
  begin (self, key, '{');
}

/**
 * netz_json_end_object:
 * @self: JSON in which an object was begun
 */
void
netz_json_end_object (NetzJson *self)
{
  end (self, '}');
}

/**
 * netz_json_begin_array:
 * @self: JSON
 * @key: (nullable): its key in the object around it
 */
void
netz_json_begin_array (NetzJson *self, const char *key)
{
  begin (self, key, '[');
}

/**
 * netz_json_end_array:
 * @self: JSON in which an array was begun
 */
void
netz_json_end_array (NetzJson *self)
{
  end (self, ']');
}

/**
 * netz_json_add_text:
 * @self: JSON
 * @key: (nullable): its key in the object around it
 * @text: (nullable): a text; %NULL is null
 */
void
netz_json_add_text (NetzJson *self, const char *key, const char *text)
{
  start_value (self, key);
  if (text != NULL)
    append_text (self->text, text);
  else
    g_string_append (self->text, "null");
}

/**
 * netz_json_add_integer:
 * @self: JSON
 * @key: (nullable): its key in the object around it
 * @number: a number
 */
void
netz_json_add_integer (NetzJson *self, const char *key, gint64 number)
{
  start_value (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

/**
 * netz_json_add_number:
 * @self: JSON
 * @key: (nullable): its key in the object around it
 * @number: a number; what is not finite is null
 */
void
netz_json_add_number (NetzJson *self, const char *key, double number)
{
  g_autofree char *digits = isfinite (number) ? netz_number_print (number) : NULL;

  start_value (self, key);
  if (digits != NULL)
    g_string_append (self->text, digits);
  else
    g_string_append (self->text, "null");
}

/**
 * netz_json_add_boolean:
 * @self: JSON
 * @key: (nullable): its key in the object around it
 * @value: true or false
 */
void
netz_json_add_boolean (NetzJson *self, const char *key, gboolean value)
{
  start_value (self, key);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * netz_json_end:
 * @self: JSON in which all that was begun has been ended; afterwards only good for freeing
 *
 * Returns: (transfer full): the text, with a line break at its end
 */
char *
netz_json_end (NetzJson *self)
{
  g_return_val_if_fail (self->depth == 0, NULL);

  g_string_append_c (self->text, '\n');
  return g_string_free (g_steal_pointer (&self->text), FALSE);
}
