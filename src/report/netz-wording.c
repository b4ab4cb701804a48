/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-wording.h"

#include "model/netz-date.h"

#include <math.h>
#include <string.h>

static const char *const months[][2] = {
  { "January", "Januar" }, { "February", "Februar" }, { "March", "März" },      { "April", "April" },
  { "May", "Mai" },        { "June", "Juni" },        { "July", "Juli" },       { "August", "August" },
  { "September", "September" }, { "October", "Oktober" }, { "November", "November" }, { "December", "Dezember" },
};

/**
 * netz_wording_get:
 * @language: (nullable): of a network or of messages: "de", "en_GB"
 *
 * Returns: how documents in that language are worded; English is for all that it has no words of
 */
NetzWording
netz_wording_get (const char *language)
{
  return language != NULL && g_ascii_strncasecmp (language, "de", 2) == 0 && !g_ascii_isalpha (language[2])
             ? NETZ_WORDING_GERMAN : NETZ_WORDING_ENGLISH;
}

/* "de" or "en" */
const char *
netz_wording_get_language (NetzWording self)
{
  return self == NETZ_WORDING_GERMAN ? "de" : "en";
}

const char *
netz_say (NetzWording self, const char *english, const char *german)
{
  return self == NETZ_WORDING_GERMAN ? german : english;
}

/* Both languages have a form for one and another for all else. */
const char *
netz_say_n (NetzWording self,
            gulong n,
            const char *english_one,
            const char *english_many,
            const char *german_one,
            const char *german_many)
{
  if (self == NETZ_WORDING_GERMAN)
    return n == 1 ? german_one : german_many;
  return n == 1 ? english_one : english_many;
}

/**
 * netz_say_number:
 * @self: a wording
 * @number: how many
 *
 * Returns: (transfer full): it with its thousands apart: "1,234", "1.234"
 */
char *
netz_say_number (NetzWording self, guint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize length = strlen (digits);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, self == NETZ_WORDING_GERMAN ? '.' : ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * netz_say_decimal:
 * @self: a wording
 * @number: a finite number
 * @digits: after the point, up to 6
 *
 * Returns: (transfer full): it with the point of the language
 */
char *
netz_say_decimal (NetzWording self, double number, int digits)
{
  char format[] = { '%', '.', (char) ('0' + CLAMP (digits, 0, 6)), 'f', '\0' };
  char text[64];

  g_ascii_formatd (text, sizeof text, format, number);
  if (self == NETZ_WORDING_GERMAN)
    g_strdelimit (text, ".", ',');
  return g_strdup (text);
}

/**
 * netz_say_percent:
 * @self: a wording
 * @part: how many
 * @whole: of how many
 *
 * Returns: (transfer full): the share in whole percent, a dash where there is nothing to share
 */
char *
netz_say_percent (NetzWording self, guint part, guint whole)
{
  guint percent;

  if (whole == 0)
    return g_strdup ("–");
  percent = (guint) floor (100.0 * part / whole + 0.5);
  return g_strdup_printf (self == NETZ_WORDING_GERMAN ? "%u\u00a0%%" : "%u%%", percent);
}

/**
 * netz_say_date:
 * @self: a wording
 * @date: as records have it, see netz-date.h
 *
 * Returns: (transfer full): it as it stands in a letter, not to be broken: "11. August 2008", "August 2008", "2008/09"
 */
char *
netz_say_date (NetzWording self, const char *date)
{
  NetzDate parsed;
  const char *month;

  if (!netz_date_parse (date, &parsed) || (parsed.precision != NETZ_DATE_DAY && parsed.precision != NETZ_DATE_MONTH))
    return g_strdup (date);
  month = months[parsed.month - 1][self == NETZ_WORDING_GERMAN ? 1 : 0];
  if (parsed.precision == NETZ_DATE_MONTH)
    return g_strdup_printf ("%s\u00a0%d", month, parsed.year);
  return g_strdup_printf (self == NETZ_WORDING_GERMAN ? "%d.\u00a0%s\u00a0%d" : "%d\u00a0%s\u00a0%d", parsed.day, month,
                          parsed.year);
}

/**
 * netz_say_list:
 * @self: a wording
 * @items: (array zero-terminated=1): what is named
 *
 * Returns: (transfer full): "A", "A and B", "A, B and C"
 */
char *
netz_say_list (NetzWording self, const char *const *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; items[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (text, items[i + 1] != NULL ? ", " : netz_say (self, " and ", " und "));
      g_string_append (text, items[i]);
    }
  return g_string_free (text, FALSE);
}
