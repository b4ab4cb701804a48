/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of fields as texts: what a person types, and what is shown and written. */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-date.h"
#include "model/netz-field.h"
#include "model/netz-part.h"
#include "model/netz-record.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define EXACT_INTEGERS 1e15 /* doubles below it hold each integer, and %.0f prints them in full */

static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

static gboolean
is_clean (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if ((*p < 0x20 && *p != '\t' && *p != '\n' && *p != '\r') || (p[0] == 0xEF && p[1] == 0xBF))
      return FALSE;
  return g_utf8_validate (text, -1, NULL);
}

/**
 * netz_text_clean:
 * @text: (nullable): a text from anywhere
 *
 * Leaves out what an XML file cannot hold: control characters, and bytes that
 * are no UTF-8 (a replacement character stands for those). O(length).
 *
 * Returns: (transfer full) (nullable): the text as it may enter a record
 */
char *
netz_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;

  if (text == NULL || is_clean (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (is_xml_character (g_utf8_get_char (p)))
      g_string_append_unichar (clean, g_utf8_get_char (p));
  return g_string_free (clean, FALSE);
}

/**
 * netz_number_print:
 * @number: a finite number
 *
 * Returns: (transfer full): it with as few digits as are needed to read it back the same, in the C locale
 */
char *
netz_number_print (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == floor (number) && fabs (number) < EXACT_INTEGERS)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  return g_strdup (text);
}

/**
 * netz_number_parse:
 * @text: a text
 * @number: (out): the number
 *
 * Reads a decimal number in the C locale, and nothing else: no blanks, no
 * hexadecimal, no infinity.
 *
 * Returns: whether it was one
 */
gboolean
netz_number_parse (const char *text, double *number)
{
  char *end;
  double value;

  if (*text == '\0' || text[strspn (text, "0123456789+-.eE")] != '\0')
    return FALSE;
  errno = 0;
  value = g_ascii_strtod (text, &end);
  if (*end != '\0' || errno != 0 || !isfinite (value))
    return FALSE;
  *number = value == 0 ? 0 : value; /* no minus zero */
  return TRUE;
}

/**
 * netz_field_get_label:
 * @self: a field
 *
 * Returns: (transfer none): how it is called, in the language of the messages
 */
const char *
netz_field_get_label (const NetzField *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

/**
 * netz_field_get_choice_label:
 * @self: a field with choices
 * @id: (nullable): one of them
 *
 * Returns: (transfer none) (nullable): how it is called; @id itself where it is not known
 */
const char *
netz_field_get_choice_label (const NetzField *self, const char *id)
{
  for (const NetzChoice *choice = self->choices; id != NULL && choice != NULL && choice->id != NULL; choice++)
    if (strcmp (choice->id, id) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "choice", choice->label);
  return id;
}

static gboolean
refuse (GError **error, const NetzField *self, const char *text, const char *hint)
{
  g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE, _ ("“%s” is not a value for “%s”: %s"), text,
               netz_field_get_label (self), hint);
  return FALSE;
}

static gboolean
parse_number (const NetzField *self, NetzRecord *record, const char *text, GError **error)
{
  g_autofree char *point = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  double number;

  if (!netz_number_parse (point, &number))
    return refuse (error, self, text, _ ("a number is needed."));
  if ((self->flags & NETZ_FIELD_INTEGER) != 0 && number != floor (number))
    return refuse (error, self, text, _ ("a whole number is needed."));
  netz_field_set_number (self, record, number);
  return TRUE;
}

static gboolean
parse_date (const NetzField *self, NetzRecord *record, const char *text, GError **error)
{
  g_autofree char *canonical = NULL;
  NetzDate date;

  if (!netz_date_parse_input (text, &date))
    return refuse (error, self, text, _ ("write a date as 2008, 2008-08, 2008-08-25 or, for a school year, 2008/09."));
  canonical = netz_date_print (&date);
  netz_field_set_text (self, record, canonical);
  return TRUE;
}

static gboolean
parse_choice (const NetzField *self, NetzRecord *record, const char *text, GError **error)
{
  for (const NetzChoice *choice = self->choices; choice->id != NULL; choice++)
    {
      const char *label = netz_field_get_choice_label (self, choice->id);

      if (g_ascii_strcasecmp (choice->id, text) == 0 || g_utf8_collate (label, text) == 0)
        {
          netz_field_set_text (self, record, choice->id);
          return TRUE;
        }
    }
  return refuse (error, self, text, _ ("it is not one of the values to choose from."));
}

static gboolean
parse_colour (const NetzField *self, NetzRecord *record, const char *text, GError **error)
{
  if (text[0] != '#' || strlen (text) != 7 || text[1 + strspn (text + 1, "0123456789abcdefABCDEF")] != '\0')
    return refuse (error, self, text, _ ("write a colour as #rrggbb."));
  netz_field_set_text (self, record, text);
  return TRUE;
}

static gboolean
parse_boolean (const NetzField *self, NetzRecord *record, const char *text, GError **error)
{
  static const char *const yes[] = { "true", "yes", "1", NULL };
  static const char *const no[] = { "false", "no", "0", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (g_strv_contains (yes, lower) || g_utf8_collate (lower, C_ ("choice", "yes")) == 0)
    netz_field_set_boolean (self, record, TRUE);
  else if (g_strv_contains (no, lower) || g_utf8_collate (lower, C_ ("choice", "no")) == 0)
    netz_field_set_boolean (self, record, FALSE);
  else
    return refuse (error, self, text, _ ("write yes or no."));
  return TRUE;
}

static void
parse_strings (const NetzField *self, NetzRecord *record, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *clean = netz_text_clean (g_strstrip (words[i]));

      if (*clean != '\0')
        g_ptr_array_add (list, g_ref_string_new_intern (clean));
    }
  netz_field_set_list (self, record, list);
}

/**
 * netz_field_parse:
 * @self: a field
 * @record: a record of its table that is not sealed
 * @text: what a person typed; "" takes the value away
 * @error: where to say what is wrong with it
 *
 * Sets the field from a text. Dates, choices, colours and numbers are checked
 * and brought into the form of files; parts cannot be set so.
 *
 * Returns: whether the field was set
 */
gboolean
netz_field_parse (const NetzField *self, NetzRecord *record, const char *text, GError **error)
{
  if (*text == '\0')
    {
      netz_field_unset (self, record);
      return TRUE;
    }
  switch (self->type)
    {
    case NETZ_FIELD_NUMBER:
      return parse_number (self, record, text, error);
    case NETZ_FIELD_BOOLEAN:
      return parse_boolean (self, record, text, error);
    case NETZ_FIELD_DATE:
      return parse_date (self, record, text, error);
    case NETZ_FIELD_CHOICE:
      return parse_choice (self, record, text, error);
    case NETZ_FIELD_COLOUR:
      return parse_colour (self, record, text, error);
    case NETZ_FIELD_STRINGS:
      parse_strings (self, record, text);
      return TRUE;
    case NETZ_FIELD_PARTS:
      return refuse (error, self, text, _ ("it has several values of its own."));
    case NETZ_FIELD_STRING:
    case NETZ_FIELD_TEXT:
    case NETZ_FIELD_REF:
    case NETZ_FIELD_LINK:
      break;
    }
  netz_field_set_text (self, record, text);
  return TRUE;
}

static char *
print_list (const NetzField *self, GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      if (self->type == NETZ_FIELD_PARTS)
        {
          g_autofree char *part = netz_part_print (list->pdata[i]);

          g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", part);
        }
      else
        g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) list->pdata[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * netz_field_print:
 * @self: a field
 * @record: a record of its table
 *
 * Returns: (transfer full): its value as text in the form of files, "" where missing
 */
char *
netz_field_print (const NetzField *self, const NetzRecord *record)
{
  if (!netz_field_is_set (self, record))
    return g_strdup ("");
  if (netz_field_is_text (self))
    return g_strdup (netz_field_get_text (self, record));
  if (self->type == NETZ_FIELD_NUMBER)
    return netz_number_print (netz_field_get_number (self, record));
  if (self->type == NETZ_FIELD_BOOLEAN)
    return g_strdup ("true");
  return print_list (self, netz_field_get_list (self, record));
}
