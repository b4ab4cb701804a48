/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzDate: a date as exact as it is known: a year, a month, a day or a school
 * year (1 August to 31 July). In records and files it is a text: "2008",
 * "2008-08", "2008-08-25", "2008/09".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NETZ_DATE_NONE,
  NETZ_DATE_YEAR,
  NETZ_DATE_MONTH,
  NETZ_DATE_DAY,
  NETZ_DATE_SCHOOL_YEAR,
} NetzDatePrecision;

typedef struct
{
  NetzDatePrecision precision;
  int year; /* a school year's first */
  int month;
  int day;
} NetzDate;

gboolean netz_date_parse (const char *text, NetzDate *date);
gboolean netz_date_parse_input (const char *text, NetzDate *date);
char *netz_date_print (const NetzDate *self);
char *netz_date_print_day (const GDate *day);
char *netz_date_display (const char *text);
void netz_date_get_span (const NetzDate *self, GDate *first, GDate *last);
gboolean netz_date_valid_on (const char *since, const char *until, const char *day);

G_END_DECLS
