/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWording: how a document says something: in its own language, whatever
 * the language of the program is, and in any thread (gettext knows one language
 * for the whole program). Each sentence stands at its place in both languages,
 * as a whole; the compiler compares what is to be put into them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NETZ_WORDING_ENGLISH,
  NETZ_WORDING_GERMAN,
} NetzWording;

NetzWording netz_wording_get (const char *language);
const char *netz_wording_get_language (NetzWording self);

const char *netz_say (NetzWording self, const char *english, const char *german) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);
const char *netz_say_n (NetzWording self,
                        gulong n,
                        const char *english_one,
                        const char *english_many,
                        const char *german_one,
                        const char *german_many)
  G_GNUC_FORMAT (3) G_GNUC_FORMAT (4) G_GNUC_FORMAT (5) G_GNUC_FORMAT (6);

/* A new text with the number in it, for which the forms for many have a "%s"; those for one may say it in a word. */
#define netz_say_count(wording, number, english_one, english_many, german_one, german_many) \
  ({ \
    g_autofree char *count_ = netz_say_number ((wording), (number)); \
    g_strdup_printf (netz_say_n ((wording), (number), english_one, english_many, german_one, german_many), count_); \
  })

char *netz_say_number (NetzWording self, guint64 number);
char *netz_say_decimal (NetzWording self, double number, int digits);
char *netz_say_percent (NetzWording self, guint part, guint whole);
char *netz_say_date (NetzWording self, const char *date);
char *netz_say_list (NetzWording self, const char *const *items);

G_END_DECLS
