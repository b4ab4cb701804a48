/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/netz-selection.h"

static void
on_changed (NetzSelection *selection,
            int *n)
{
  (*n)++;
}

static void
test_selection (void)
{
  g_autoptr (NetzSelection) selection = netz_selection_new ();
  const char *const three[] = { "b", "a", "c", NULL };
  const char **ids;
  int n = 0;

  g_signal_connect (selection, "changed", G_CALLBACK (on_changed), &n);
  netz_selection_add (selection, "a");
  netz_selection_add (selection, "a");
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpstr (netz_selection_get_single (selection), ==, "a");

  netz_selection_set (selection, three);
  netz_selection_set (selection, three);
  g_assert_cmpint (n, ==, 2);
  g_assert_null (netz_selection_get_single (selection));
  ids = netz_selection_get_ids (selection);
  g_assert_cmpstr (ids[0], ==, "b");
  g_assert_cmpstr (ids[2], ==, "c");
  g_assert_null (ids[3]);

  /* Its own strings, while they are taken away. */
  netz_selection_set (selection, ids + 1);
  g_free (ids);
  g_assert_cmpuint (netz_selection_get_size (selection), ==, 2);
  g_assert_false (netz_selection_contains (selection, "b"));

  netz_selection_toggle (selection, "c");
  g_assert_false (netz_selection_contains (selection, "c"));
  netz_selection_toggle (selection, "d");
  g_assert_true (g_hash_table_contains (netz_selection_get_set (selection), "d"));
  netz_selection_remove (selection, "x");
  netz_selection_remove (selection, NULL);
  g_assert_cmpint (n, ==, 5);
  netz_selection_clear (selection);
  netz_selection_clear (selection);
  g_assert_cmpint (n, ==, 6);
  g_assert_cmpuint (netz_selection_get_size (selection), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection", test_selection);
  return g_test_run ();
}
