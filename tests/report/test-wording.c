/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/netz-wording.h"

#define EN NETZ_WORDING_ENGLISH
#define DE NETZ_WORDING_GERMAN

#define assert_says(call, expected) \
  G_STMT_START \
  { \
    g_autofree char *said_ = call; \
    g_assert_cmpstr (said_, ==, expected); \
  } \
  G_STMT_END

static void
test_languages (void)
{
  g_assert_cmpint (netz_wording_get ("de"), ==, DE);
  g_assert_cmpint (netz_wording_get ("de_AT.UTF-8"), ==, DE);
  g_assert_cmpint (netz_wording_get ("en"), ==, EN);
  g_assert_cmpint (netz_wording_get ("del"), ==, EN);
  g_assert_cmpint (netz_wording_get ("fr"), ==, EN);
  g_assert_cmpint (netz_wording_get (NULL), ==, EN);
}

static void
test_numbers (void)
{
  assert_says (netz_say_number (DE, 0), "0");
  assert_says (netz_say_number (DE, 999), "999");
  assert_says (netz_say_number (DE, 1000), "1.000");
  assert_says (netz_say_number (EN, 1234567), "1,234,567");
  assert_says (netz_say_decimal (DE, 2.5, 1), "2,5");
  assert_says (netz_say_decimal (EN, 2.25, 2), "2.25");
  assert_says (netz_say_percent (DE, 1, 3), "33\u00a0%");
  assert_says (netz_say_percent (EN, 2, 3), "67%");
  assert_says (netz_say_percent (DE, 0, 0), "–");
}

static void
test_plurals (void)
{
  const guint numbers[] = { 0, 1, 2 };
  const char *const expected[] = { "schools", "school", "schools", "Schulen", "Schule", "Schulen" };

  for (guint i = 0; i < 6; i++)
    g_assert_cmpstr (netz_say_n (i < 3 ? EN : DE, numbers[i % 3], "school", "schools", "Schule", "Schulen"), ==,
                     expected[i]);
}

static void
test_dates (void)
{
  assert_says (netz_say_date (DE, "2008-08-11"), "11.\u00a0August\u00a02008");
  assert_says (netz_say_date (EN, "2008-08-11"), "11\u00a0August\u00a02008");
  assert_says (netz_say_date (DE, "2008-03"), "März\u00a02008");
  assert_says (netz_say_date (DE, "2008/09"), "2008/09");
  assert_says (netz_say_date (EN, "2008"), "2008");
}

static void
test_lists (void)
{
  assert_says (netz_say_list (DE, (const char *const[]) { NULL }), "");
  assert_says (netz_say_list (DE, (const char *const[]) { "A", NULL }), "A");
  assert_says (netz_say_list (DE, (const char *const[]) { "A", "B", NULL }), "A und B");
  assert_says (netz_say_list (EN, (const char *const[]) { "A", "B", "C", NULL }), "A, B and C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/languages", test_languages);
  g_test_add_func ("/wording/numbers", test_numbers);
  g_test_add_func ("/wording/plurals", test_plurals);
  g_test_add_func ("/wording/dates", test_dates);
  g_test_add_func ("/wording/lists", test_lists);
  return g_test_run ();
}
