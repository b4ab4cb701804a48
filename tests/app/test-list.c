/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list beside the canvas follows the network, row by row. */
#include "app/netz-list.h"
#include "model/netz-history.h"
#include "model/netz-operations.h"
#include "support/netz-test-network.h"

#define IDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

typedef struct
{
  NetzNetwork *network;
  NetzHistory *history;
  NetzList *list;
  GString *signals; /* "position-removed+added " for each */
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  g_string_append_printf (fixture->signals, "%u-%u+%u ", position, removed, added);
}

static void
set_up (Fixture *fixture, gconstpointer line)
{
  fixture->network = netz_test_network_new (line);
  fixture->history = netz_history_new (fixture->network);
  fixture->list = netz_list_new ();
  fixture->signals = g_string_new (NULL);
  netz_list_set_network (fixture->list, fixture->network);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer line)
{
  g_object_unref (fixture->list);
  g_object_unref (fixture->history);
  g_object_unref (fixture->network);
  g_string_free (fixture->signals, TRUE);
}

static void
assert_names (NetzList *list, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      NetzInstitution *institution = netz_list_get (list, i);
      guint position;

      g_string_append_printf (names, "%s ", institution->name);
      g_assert_true (netz_list_find (list, netz_record_get_id (NETZ_RECORD (institution)), &position));
      g_assert_cmpuint (position, ==, i);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
rename_one (Fixture *fixture, const char *id, const char *name)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (fixture->network, "Rename");

  netz_rename (draft, id, name);
  netz_history_commit (fixture->history, draft);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  assert_names (fixture->list, "A B C ");
}

static void
test_a_value_is_one_changed_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (fixture->network, "District");

  netz_set_field (draft, IDS ("B"), "district", "Porz", NULL);
  netz_history_commit (fixture->history, draft);
  g_assert_cmpstr (fixture->signals->str, ==, "1-1+1 ");
  g_assert_cmpstr (netz_list_get (fixture->list, 1)->district, ==, "Porz");
}

static void
test_renaming_moves_the_row (Fixture *fixture, gconstpointer data)
{
  rename_one (fixture, "A", "Z");
  g_assert_cmpstr (fixture->signals->str, ==, "0-1+0 2-0+1 ");
  assert_names (fixture->list, "B C Z ");
}

static void
test_adding_and_undoing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (fixture->network, "Add");
  g_autoptr (NetzEdit) undone = NULL;

  netz_add_institution (draft, "BB", NULL, 0, 0);
  netz_history_commit (fixture->history, draft);
  assert_names (fixture->list, "A B BB C ");
  undone = netz_history_undo (fixture->history);
  assert_names (fixture->list, "A B C ");
  g_assert_cmpstr (fixture->signals->str, ==, "2-0+1 2-1+0 ");
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (netz_list_set_filter (fixture->list, "kind=museum", &error));
  assert_names (fixture->list, "B C ");
  rename_one (fixture, "A", "AA");
  assert_names (fixture->list, "B C ");
  g_assert_false (netz_list_set_filter (fixture->list, "nonsense=1", &error));
  g_assert_nonnull (error);
  assert_names (fixture->list, "B C ");
  g_assert_true (netz_list_set_filter (fixture->list, "", NULL));
  assert_names (fixture->list, "AA B C ");
}

static void
test_many_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (fixture->network, "Add");

  for (int i = 0; i < 500; i++)
    netz_add_institution (draft, "N", NULL, i, 0);
  netz_history_commit (fixture->history, draft);
  g_assert_cmpstr (fixture->signals->str, ==, "0-3+503 ");
  g_assert_cmpstr (netz_list_get (fixture->list, 502)->name, ==, "N");
}

int
main (int argc, char **argv)
{
  static const char line[] = "C:museum A:library B:museum";

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/list/order", Fixture, line, set_up, test_order, tear_down);
  g_test_add ("/list/value", Fixture, line, set_up, test_a_value_is_one_changed_row, tear_down);
  g_test_add ("/list/rename", Fixture, line, set_up, test_renaming_moves_the_row, tear_down);
  g_test_add ("/list/add-undo", Fixture, line, set_up, test_adding_and_undoing, tear_down);
  g_test_add ("/list/filter", Fixture, line, set_up, test_filter, tear_down);
  g_test_add ("/list/many", Fixture, line, set_up, test_many_at_once, tear_down);
  return g_test_run ();
}
