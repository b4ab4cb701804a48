/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/netz-scope-edit.h"
#include "support/netz-test-network.h"

static NetzNetwork *
make_network (void)
{
  return netz_test_network_new ("A:library B:museum C:gymnasium A-B:links:idea");
}

static char *
describe (const NetzScope *scope, NetzNetwork *network)
{
  g_autoptr (GPtrArray) conditions = netz_scope_list_conditions (scope, network, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < conditions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " / " : "", ((NetzCondition *) conditions->pdata[i])->text);
  return g_string_free (text, FALSE);
}

/* Each condition in words. */
static void
test_words (void)
{
  static const char *const words[][2] = {
    { "", "" },
    { "kind=library", "Kind: library" },
    { "kind=library|museum status!=ended", "Kind: library or museum / Status: not Ended" },
    { "status=Idea|preparation", "Status: Idea or In preparation" },
    { "since>=2008 since<8/2009 until<=2008/09",
      "Since: 2008 or after / Since: before August 2009 / Until: 2008/09 or before" },
    { "degree>3 capacity<=5", "Number of partnerships > 3 / Schools it can serve ≤ 5" },
    { "name~köln district=", "Name: contains “köln” / District: not said" },
    { "stadt \"a b\"", "“stadt” / “a b”" },
    { "from=A", "From: A" },
    { "kind=gone", "Kind: gone" },
  };
  g_autoptr (NetzNetwork) network = make_network ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const NetzScope scope = { .filter = (char *) words[i][0] };
      g_autofree char *text = describe (&scope, network);

      g_assert_cmpstr (text, ==, words[i][1]);
    }
}

static NetzScope *
make_scope (void)
{
  NetzScope *scope = netz_scope_new ();

  scope->filter = g_strdup ("kind=library|museum status=idea");
  netz_scope_set_focus (scope, "A", 2);
  netz_scope_set_as_of (scope, "2008-08-11");
  return scope;
}

/* In any order; what is left stays as it was. */
static void
test_remove (void)
{
  static const char *const left[] = {
    "Status: Idea / 2 steps around A / As of 11/08/2008",
    "Kind: library or museum / 2 steps around A / As of 11/08/2008",
    "Kind: library or museum / Status: Idea / As of 11/08/2008",
    "Kind: library or museum / Status: Idea / 2 steps around A",
  };
  g_autoptr (NetzNetwork) network = make_network ();

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autoptr (NetzScope) scope = make_scope ();
      g_autoptr (GPtrArray) conditions = netz_scope_list_conditions (scope, network, NULL);
      g_autofree char *text = NULL;

      g_assert_cmpuint (conditions->len, ==, G_N_ELEMENTS (left));
      netz_scope_remove_condition (scope, conditions->pdata[i]);
      text = describe (scope, network);
      g_assert_cmpstr (text, ==, left[i]);
    }
}

static void
test_remove_all (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzScope) scope = make_scope ();
  g_autoptr (NetzScope) everything = netz_scope_new ();

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GPtrArray) conditions = netz_scope_list_conditions (scope, network, NULL);

      netz_scope_remove_condition (scope, conditions->pdata[(i * 7) % conditions->len]);
    }
  g_assert_true (netz_scope_is_everything (scope));
  g_assert_true (netz_scope_equal (scope, everything));
}

/* Eyes of a legend: a kind, whether it shall be shown, and the filter then. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *before;
    const char *kind;
    gboolean shown;
    const char *after;
  } cases[] = {
    { NULL, "library", FALSE, "kind!=library" },
    { NULL, "library", TRUE, NULL },
    { "kind!=library", "museum", FALSE, "kind!=library|museum" },
    { "kind!=library|museum", "library", TRUE, "kind!=museum" },
    { "kind!=museum status=idea", "museum", TRUE, "status=idea" },
    { "kind=library|museum", "museum", FALSE, "kind=library" },
    { "kind=library", "museum", TRUE, "kind=library|museum" },
    { "kind=library", "museum", FALSE, "kind=library" },
    { "kind=library", "library", FALSE, "kind=library kind!=library" },
    { "kind=library kind!=library", "library", TRUE, "kind=library" },
    { "kind!=library|museum kind=library", "library", TRUE, "kind!=museum kind=library" },
  };
  g_autoptr (NetzNetwork) network = make_network ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NetzScope) scope = netz_scope_new ();
      NetzKind *kind = netz_network_get_kind (network, cases[i].kind);

      scope->filter = g_strdup (cases[i].before);
      netz_scope_show_kind (scope, kind, cases[i].shown);
      g_assert_cmpstr (scope->filter, ==, cases[i].after);
      g_assert_true (netz_scope_takes_kind (scope, kind) == cases[i].shown);
    }
}

static void
test_asks_for_status (void)
{
  NetzScope scope = { .filter = (char *) "status=Ended" };

  g_assert_true (netz_scope_asks_for_status (&scope, "ended"));
  g_assert_false (netz_scope_asks_for_status (&scope, "idea"));
  scope.filter = (char *) "status=idea|ended";
  g_assert_true (netz_scope_asks_for_status (&scope, "ended"));
  scope.filter = (char *) "status!=ended";
  g_assert_false (netz_scope_asks_for_status (&scope, "ended"));
  scope.filter = NULL;
  g_assert_false (netz_scope_asks_for_status (&scope, "ended"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scope-edit/words", test_words);
  g_test_add_func ("/scope-edit/remove", test_remove);
  g_test_add_func ("/scope-edit/remove-all", test_remove_all);
  g_test_add_func ("/scope-edit/kinds", test_kinds);
  g_test_add_func ("/scope-edit/asks-for-status", test_asks_for_status);
  return g_test_run ();
}
