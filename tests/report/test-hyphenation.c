/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/netz-hyphenation.h"

#include <string.h>

/* Visible, so that a failure can be read. */
static char *
divide (const char *language, const char *text)
{
  g_autoptr (NetzHyphenation) hyphenation = netz_hyphenation_new (language);
  g_autofree char *divided = netz_hyphenation_insert (hyphenation, text);
  g_auto (GStrv) parts = g_strsplit (divided, "\u00ad", -1);

  return g_strjoinv ("·", parts);
}

static void
assert_divides (const char *language, const char *text, const char *expected)
{
  g_autoptr (NetzHyphenation) hyphenation = netz_hyphenation_new (language);
  g_autofree char *divided = divide (language, text);

  g_assert_cmpstr (divided, ==, netz_hyphenation_has_dictionary (hyphenation) ? expected : text);
}

static void
test_german (void)
{
  assert_divides ("de", "Bildungspartnerschaften", "Bil·dungs·part·ner·schaften");
  assert_divides ("de", "Straßenbahnübergänge", "Stra·ßen·bahn·über·gänge");
  assert_divides ("de", "Der Ort, 2008: Büro 4!", "Der Ort, 2008: Büro 4!");
}

static void
test_english (void)
{
  assert_divides ("en", "partnership", "part·ner·ship");
}

/* A letter that the dictionary's encoding lacks leaves the word whole. */
static void
test_other_letters (void)
{
  assert_divides ("de", "Őrségváltások", "Őrségváltások");
  assert_divides ("de", "", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hyphenation/german", test_german);
  g_test_add_func ("/hyphenation/english", test_english);
  g_test_add_func ("/hyphenation/other-letters", test_other_letters);
  return g_test_run ();
}
