/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notation of words and what goes before what, with kinds made up for the purpose. */
#include "model/netz-guess.h"

typedef struct
{
  const char *words; /* kind=word, divided by ";" */
  const char *name;
  const char *kind; /* NULL: none */
} Case;

static const Case cases[] = {
  /* whole words */
  { "a:Museum", "Museum Ludwig", "a" },
  { "a:Museum", "MUSEUM", "a" },
  { "a:Museum", "Museumstraße 5", NULL },
  { "a:Museum", "", NULL },
  { "a:GG", "Münster,GG Am Wall", "a" },
  { "a:GG", "Porta-GG", "a" },
  /* beginnings, ends, anywhere */
  { "a:*bibliothek", "Stadtbibliothek Köln", "a" },
  { "a:*bibliothek", "Bibliothek", "a" },
  { "a:*bibliothek", "Bibliothekarin", NULL },
  { "a:Umwelt*", "Umweltbildung", "a" },
  { "a:Umwelt*", "Stadtumwelt", NULL },
  { "a:*umwelt*", "Stadtumweltamt", "a" },
  { "a:*umwelt*", "Umwelt", "a" },
  /* rows of words */
  { "a:Schule für Kranke", "Städt. Schule für Kranke Bonn", "a" },
  { "a:Schule für Kranke", "Schule für Kinder", NULL },
  { "a:Schule für Kranke", "Schule für", NULL },
  { "a:Rudolf Steiner Schule", "Rudolf-Steiner-Schule", "a" },
  { "a:*haus der Musik*", "Kulturhaus der Musikfreunde", "a" },
  /* spelling */
  { "a:Förderschule", "FOERDERSCHULE Süd", "a" },
  { "a:Foerderschule", "Förderschule Süd", "a" },
  { "a:Förderschule", "Fo\xcc\x88rderschule Süd", "a" },
  { "a:Straßenmuseum", "STRASSENMUSEUM", "a" },
  { "a:Musée", "Musee de la Ville", "a" },
  { "a:=SC", "SC Fortuna", "a" },
  { "a:=SC", "Sc Fortuna", NULL },
  { "a:=*Zoo", "Kölner Zoo", "a" },
  { "a:=*Zoo", "Kölner zoo", NULL },
  /* the first in the name decides, within a compound the last */
  { "a:*bibliothek;b:Museum", "Stadtbibliothek im Museum", "a" },
  { "b:Museum;a:*bibliothek", "Museum mit Stadtbibliothek", "b" },
  { "a:Bibliothek;b:Museums", "Museums-Bibliothek", "a" },
  { "a:Bibliothek;b:Museum", "Museum - Bibliothek", "b" },
  /* more words, whole ones, longer ones, earlier ones */
  { "a:Amt;b:Amt für Weiterbildung", "Amt für Weiterbildung", "b" },
  { "a:*museum;b:Museum", "Museum", "b" },
  { "a:*schule;b:*musikschule", "Rheinische Musikschule", "b" },
  { "a:*schule;b:Musik*", "Musikschule", "a" },
  { "a:Kolleg;b:Kolleg", "Kolleg", "a" },
};

static NetzGuess *
make_guess (const char *words)
{
  NetzGuess *guess = netz_guess_new ();
  g_auto (GStrv) lines = g_strsplit (words, ";", -1);

  for (guint i = 0; lines[i]; i++)
    {
      lines[i][1] = '\0';
      g_assert_true (netz_guess_add (guess, lines[i], lines[i] + 2));
    }
  return guess;
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NetzGuess) guess = make_guess (cases[i].words);

      g_test_message ("%s in \"%s\"", cases[i].words, cases[i].name);
      g_assert_cmpstr (netz_guess_kind (guess, cases[i].name, NULL), ==, cases[i].kind);
    }
}

static void
test_word (void)
{
  g_autoptr (NetzGuess) guess = make_guess ("a:Archiv;b: *bibliothek ");
  const char *word = "before";

  g_assert_cmpstr (netz_guess_kind (guess, "Bürgerverein", &word), ==, NULL);
  g_assert_null (word);
  g_assert_cmpstr (netz_guess_kind (guess, "Schulbibliothek", &word), ==, "b");
  g_assert_cmpstr (word, ==, "*bibliothek");
}

static void
test_refused (void)
{
  g_autoptr (NetzGuess) guess = netz_guess_new ();
  const char *const bad[] = { "", " ", "*", "**", "=", "=*", "-", "a*b", "***a" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (netz_guess_add (guess, "a", bad[i]));
  g_assert_cmpstr (netz_guess_kind (guess, "a b * = -", NULL), ==, NULL);
}

static void
test_any_bytes (void)
{
  g_autoptr (NetzGuess) guess = make_guess ("a:Museum");

  g_assert_cmpstr (netz_guess_kind (guess, "\xff\xfe Museum \xc3", NULL), ==, "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guess/cases", test_cases);
  g_test_add_func ("/guess/word", test_word);
  g_test_add_func ("/guess/refused", test_refused);
  g_test_add_func ("/guess/any-bytes", test_any_bytes);
  return g_test_run ();
}
