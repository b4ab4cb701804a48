/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-date.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define SCHOOL_YEAR_MONTH 8 /* a school year begins on 1 August and ends on 31 July */

static gboolean
is_valid (const NetzDate *date)
{
  if (date->year < 1000 || date->year > 9999)
    return FALSE;
  if (date->precision == NETZ_DATE_MONTH)
    return date->month >= 1 && date->month <= 12;
  if (date->precision == NETZ_DATE_DAY)
    return date->month >= 1 && date->month <= 12 && date->day >= 1 && date->day <= 31
           && g_date_valid_dmy ((GDateDay) date->day, (GDateMonth) date->month, (GDateYear) date->year);
  return TRUE;
}

/* Whether `text` is digits where `pattern` has a 9 and else the same. */
static gboolean
looks_like (const char *text, const char *pattern)
{
  if (strlen (text) != strlen (pattern))
    return FALSE;
  for (; *pattern != '\0'; text++, pattern++)
    if (*pattern == '9' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
  return TRUE;
}

/* The number of `n` digits. Scanning with a format takes ten times as long, and all dates are read for each day
 * that is shown. */
static int
read_number (const char *text, guint n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    number = number * 10 + (text[i] - '0');
  return number;
}

/**
 * netz_date_parse:
 * @text: (nullable): a date as files have it
 * @date: (out): the date
 *
 * Returns: whether @text is "2008", "2008-08", "2008-08-25" or "2008/09" and there is such a date
 */
gboolean
netz_date_parse (const char *text, NetzDate *date)
{
  NetzDate result = { NETZ_DATE_NONE, 0, 1, 1 };

  if (text == NULL)
    return FALSE;
  if (looks_like (text, "9999"))
    result.precision = NETZ_DATE_YEAR;
  else if (looks_like (text, "9999-99"))
    result.precision = NETZ_DATE_MONTH;
  else if (looks_like (text, "9999-99-99"))
    result.precision = NETZ_DATE_DAY;
  else if (looks_like (text, "9999/99"))
    result.precision = NETZ_DATE_SCHOOL_YEAR;
  else
    return FALSE;

  result.year = read_number (text, 4);
  if (result.precision == NETZ_DATE_SCHOOL_YEAR && (result.year + 1) % 100 != read_number (text + 5, 2))
    return FALSE;
  if (result.precision == NETZ_DATE_MONTH || result.precision == NETZ_DATE_DAY)
    result.month = read_number (text + 5, 2);
  if (result.precision == NETZ_DATE_DAY)
    result.day = read_number (text + 8, 2);
  if (!is_valid (&result))
    return FALSE;
  *date = result;
  return TRUE;
}

static gboolean
take (NetzDate *date, NetzDatePrecision precision, int year, int month, int day)
{
  NetzDate result = { precision, year, month, day };

  if (!is_valid (&result))
    return FALSE;
  *date = result;
  return TRUE;
}

/* A number of at most four digits, -1 where it is none. */
static int
read_digits (const char *text)
{
  gsize length = strspn (text, "0123456789");

  return length > 0 && length <= 4 && text[length] == '\0' ? atoi (text) : -1;
}

/**
 * netz_date_parse_input:
 * @text: what a person typed
 * @date: (out): the date
 *
 * Understands beside the form of files "25.8.2008", "25/8/2008", "8/2008",
 * "08.2008", "2008-8-25" and "2008/2009".
 *
 * Returns: whether @text is a date
 */
gboolean
netz_date_parse_input (const char *text, NetzDate *date)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_auto (GStrv) words = NULL;
  int a, b, c;

  if (netz_date_parse (clean, date))
    return TRUE;
  words = g_strsplit_set (clean, "./-", 4);
  if (g_strv_length (words) < 2 || g_strv_length (words) > 3)
    return FALSE;
  a = read_digits (words[0]);
  b = read_digits (words[1]);
  c = words[2] != NULL ? read_digits (words[2]) : -1;
  if (words[2] != NULL)
    return a > 31 ? take (date, NETZ_DATE_DAY, a, b, c) : take (date, NETZ_DATE_DAY, c, b, a);
  if (a > 12)
    return b == a + 1 && take (date, NETZ_DATE_SCHOOL_YEAR, a, 1, 1);
  return take (date, NETZ_DATE_MONTH, b, a, 1);
}

/**
 * netz_date_print:
 * @self: a date
 *
 * Returns: (transfer full): it in the form of files, "" for none
 */
char *
netz_date_print (const NetzDate *self)
{
  switch (self->precision)
    {
    case NETZ_DATE_YEAR:
      return g_strdup_printf ("%04d", self->year);
    case NETZ_DATE_MONTH:
      return g_strdup_printf ("%04d-%02d", self->year, self->month);
    case NETZ_DATE_DAY:
      return g_strdup_printf ("%04d-%02d-%02d", self->year, self->month, self->day);
    case NETZ_DATE_SCHOOL_YEAR:
      return g_strdup_printf ("%04d/%02d", self->year, (self->year + 1) % 100);
    case NETZ_DATE_NONE:
      break;
    }
  return g_strdup ("");
}

/**
 * netz_date_print_day:
 * @day: a day, perhaps one that is not valid
 *
 * Returns: (transfer full): it in the form of files, "" where it is not valid
 */
char *
netz_date_print_day (const GDate *day)
{
  NetzDate date = { NETZ_DATE_NONE, 0, 1, 1 };

  if (g_date_valid (day))
    date = (NetzDate){ NETZ_DATE_DAY, g_date_get_year (day), (int) g_date_get_month (day), g_date_get_day (day) };
  return netz_date_print (&date);
}

/**
 * netz_date_display:
 * @text: (nullable): a date as a record holds it
 *
 * Returns: (transfer full): it for reading, by locale ("25.08.2008", "August 2008"); @text itself where it is no date
 */
char *
netz_date_display (const char *text)
{
  NetzDate date;
  char formatted[64];
  GDate day;

  if (!netz_date_parse (text, &date))
    return g_strdup (text != NULL ? text : "");
  if (date.precision == NETZ_DATE_SCHOOL_YEAR || date.precision == NETZ_DATE_YEAR)
    return netz_date_print (&date);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year);
  /* Translators: how a month is written, for strftime() */
  if (g_date_strftime (formatted, sizeof formatted, date.precision == NETZ_DATE_MONTH ? _("%B %Y") : _("%d/%m/%Y"),
                       &day) == 0)
    return g_strdup (text);
  return g_strdup (formatted);
}

/**
 * netz_date_get_span:
 * @self: a date, not none
 * @first: (out): its first day
 * @last: (out): its last day
 */
void
netz_date_get_span (const NetzDate *self, GDate *first, GDate *last)
{
  GDateYear year = (GDateYear) self->year;

  g_return_if_fail (self->precision != NETZ_DATE_NONE);

  g_date_clear (first, 1);
  g_date_clear (last, 1);
  switch (self->precision)
    {
    case NETZ_DATE_DAY:
      g_date_set_dmy (first, (GDateDay) self->day, (GDateMonth) self->month, year);
      *last = *first;
      break;
    case NETZ_DATE_MONTH:
      g_date_set_dmy (first, 1, (GDateMonth) self->month, year);
      g_date_set_dmy (last, g_date_get_days_in_month ((GDateMonth) self->month, year), (GDateMonth) self->month, year);
      break;
    case NETZ_DATE_SCHOOL_YEAR:
      g_date_set_dmy (first, 1, SCHOOL_YEAR_MONTH, year);
      g_date_set_dmy (last, 31, SCHOOL_YEAR_MONTH - 1, year + 1);
      break;
    case NETZ_DATE_YEAR:
    case NETZ_DATE_NONE:
      g_date_set_dmy (first, 1, 1, year);
      g_date_set_dmy (last, 31, 12, year);
      break;
    }
}

/**
 * netz_date_valid_on:
 * @since: (nullable): a record's date of beginning
 * @until: (nullable): its date of end
 * @day: the day asked about, as files have it; of a longer span the last day counts
 *
 * Missing and odd dates are open ends.
 *
 * Returns: whether what lasts from @since until @until is there on @day
 */
gboolean
netz_date_valid_on (const char *since, const char *until, const char *day)
{
  NetzDate date;
  GDate first, last, asked;

  if (!netz_date_parse (day, &date))
    return TRUE;
  netz_date_get_span (&date, &first, &asked);
  if (netz_date_parse (since, &date))
    {
      netz_date_get_span (&date, &first, &last);
      if (g_date_compare (&first, &asked) > 0)
        return FALSE;
    }
  if (netz_date_parse (until, &date))
    {
      netz_date_get_span (&date, &first, &last);
      if (g_date_compare (&last, &asked) < 0)
        return FALSE;
    }
  return TRUE;
}
