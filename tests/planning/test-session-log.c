/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/netz-history.h"
#include "model/netz-operations.h"
#include "planning/netz-session-log.h"
#include "support/netz-test-network.h"

typedef struct
{
  NetzNetwork *network;
  NetzHistory *history;
  char *workshop;
  guint minute; /* of the clock */
} Fixture;

static void
commit (Fixture *self, NetzDraft *draft, const char *key)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2008, 8, 25, 9, (int) self->minute++, 0);

  netz_session_log_add (draft, now);
  netz_history_commit_joined (self->history, draft, key);
}

/* Two sessions; the first is open if asked for. */
static void
set_up (Fixture *self, const char *line, gboolean open)
{
  static const char *const talk[] = { "preliminary", "2008-08-25", "Köln", NULL, NULL, NULL };
  static const char *const day[] = { "whole-day", NULL, NULL, "Day one", NULL, NULL };
  g_autoptr (GPtrArray) sessions = netz_parts_new ();
  g_autoptr (NetzDraft) draft = NULL;

  self->minute = 0;
  self->network = netz_test_network_new (line);
  self->history = netz_history_new (self->network);
  draft = netz_draft_new (self->network, "Begin");
  self->workshop = g_strdup (netz_add_workshop (draft, "Workshop"));
  g_ptr_array_add (sessions, netz_part_new (&netz_session_part, talk));
  g_ptr_array_add (sessions, netz_part_new (&netz_session_part, day));
  netz_set_list (draft, NETZ_TABLE_WORKSHOP, self->workshop, "sessions", sessions);
  if (open)
    netz_session_log_open (draft, self->workshop, 0);
  commit (self, draft, NULL);
}

static void
tear_down (Fixture *self)
{
  g_clear_object (&self->history);
  g_clear_object (&self->network);
  g_clear_pointer (&self->workshop, g_free);
}

static NetzWorkshop *
get_workshop (Fixture *self)
{
  return NETZ_WORKSHOP (netz_network_get (self->network, NETZ_TABLE_WORKSHOP, self->workshop));
}

/* "s1 added institution A | Name; line; …" */
static void
assert_log (Fixture *self, const char *expected)
{
  NetzWorkshop *workshop = get_workshop (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; workshop->log != NULL && i < workshop->log->len; i++)
    {
      NetzPart *part = workshop->log->pdata[i];
      g_autofree char *lines = g_strdelimit (g_strdup (netz_part_get (part, "text")), "\n", ';');

      g_string_append_printf (text, "%s%s %s %s %s %s", i > 0 ? " | " : "", netz_part_get (part, "session"),
                              netz_part_get (part, "action"), netz_part_get (part, "table"),
                              netz_part_get (part, "record"), lines);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
set_field (Fixture *self, const char *id, const char *field, const char *value, const char *key)
{
  const char *ids[] = { id, NULL };
  g_autoptr (NetzDraft) draft = netz_draft_new (self->network, "Set");

  g_assert_true (netz_set_field (draft, ids, field, value, NULL));
  commit (self, draft, key);
}

static void
take_back (Fixture *self)
{
  g_autoptr (NetzEdit) edit = netz_history_undo (self->history);

  g_assert_nonnull (edit);
}

static void
test_nothing_without_a_session (void)
{
  Fixture fixture;

  set_up (&fixture, "A:library", FALSE);
  set_field (&fixture, "A", "district", "Kalk", NULL);
  assert_log (&fixture, "");
  tear_down (&fixture);
}

static void
test_one_entry_for_a_record (void)
{
  Fixture fixture;

  set_up (&fixture, "A:library B:school A-B:p:idea", TRUE);
  set_field (&fixture, "A", "district", "Kalk", NULL);
  set_field (&fixture, "A", "district", "Nippes", NULL);
  set_field (&fixture, "A", "notes", "Long", NULL);
  assert_log (&fixture, "s1 changed institution A A;District: Nippes;Notes");
  g_assert_cmpstr (netz_part_get (get_workshop (&fixture)->log->pdata[0], "time"), ==, "2008-08-25T09:03:00Z");
  take_back (&fixture);
  assert_log (&fixture, "s1 changed institution A A;District: Nippes");
  take_back (&fixture);
  take_back (&fixture);
  assert_log (&fixture, "");
  {
    g_autoptr (NetzEdit) again = netz_history_redo (fixture.history);

    g_assert_nonnull (again);
  }
  assert_log (&fixture, "s1 changed institution A A;District: Kalk");
  tear_down (&fixture);
}

static void
test_added_and_removed (void)
{
  Fixture fixture;
  g_autoptr (NetzDraft) add = NULL, remove = NULL, remove_old = NULL;
  const char *ids[] = { NULL, NULL };
  const char *old[] = { "A", NULL };
  g_autofree char *id = NULL;
  g_autofree char *expected = NULL;

  set_up (&fixture, "A:library B:school A-B:p:idea", TRUE);
  add = netz_draft_new (fixture.network, "Add");
  id = g_strdup (netz_add_institution (add, "New", "library", 0, 0));
  commit (&fixture, add, NULL);
  ids[0] = id;
  set_field (&fixture, id, "name", "Newer", NULL);
  expected = g_strdup_printf ("s1 added institution %s Newer", id);
  assert_log (&fixture, expected);
  remove = netz_draft_new (fixture.network, "Remove");
  netz_delete (remove, ids);
  commit (&fixture, remove, NULL);
  assert_log (&fixture, "");
  remove_old = netz_draft_new (fixture.network, "Remove");
  netz_delete (remove_old, old);
  commit (&fixture, remove_old, NULL);
  assert_log (&fixture, "s1 removed partnership A-B A – B | s1 removed institution A A");
  tear_down (&fixture);
}

static void
test_moves_are_not_logged (void)
{
  Fixture fixture;
  const char *ids[] = { "A", NULL };
  g_autoptr (NetzDraft) draft = NULL;

  set_up (&fixture, "A:library@0,0", TRUE);
  draft = netz_draft_new (fixture.network, "Move");
  netz_move (draft, ids, 10, 10);
  netz_set_pinned (draft, ids, TRUE);
  commit (&fixture, draft, NULL);
  assert_log (&fixture, "");
  tear_down (&fixture);
}

static void
test_agreed (void)
{
  Fixture fixture;
  GPtrArray *agreed;

  set_up (&fixture, "A:library B:school C:school A-B:p:idea A-C:p:established", TRUE);
  set_field (&fixture, "A-C", "notes", "More", NULL);
  g_assert_null (get_workshop (&fixture)->agreed);
  set_field (&fixture, "A-B", "status", "preparation", NULL);
  agreed = get_workshop (&fixture)->agreed;
  g_assert_cmpuint (agreed->len, ==, 1);
  g_assert_cmpstr (agreed->pdata[0], ==, "A-B");
  g_assert_true (netz_session_log_is_agreed (get_workshop (&fixture), "s1", "A-B"));
  g_assert_false (netz_session_log_is_agreed (get_workshop (&fixture), "s1", "A-C"));
  assert_log (&fixture,
              "s1 changed partnership A-C A – C;Notes | s1 changed partnership A-B A – B;Status: In preparation");
  set_field (&fixture, "A-B", "status", "dormant", NULL);
  g_assert_null (get_workshop (&fixture)->agreed);
  take_back (&fixture);
  g_assert_cmpuint (get_workshop (&fixture)->agreed->len, ==, 1);
  tear_down (&fixture);
}

static void
test_typing_stays_one_step (void)
{
  Fixture fixture;
  guint before;

  set_up (&fixture, "A:library", TRUE);
  before = netz_history_get_n_undo (fixture.history);
  set_field (&fixture, "A", "district", "K", "typing");
  set_field (&fixture, "A", "district", "Ka", "typing");
  set_field (&fixture, "A", "district", "Kal", "typing");
  g_assert_cmpuint (netz_history_get_n_undo (fixture.history), ==, before + 1);
  assert_log (&fixture, "s1 changed institution A A;District: Kal");
  take_back (&fixture);
  assert_log (&fixture, "");
  tear_down (&fixture);
}

static void
test_close_and_open_another (void)
{
  Fixture fixture;
  g_autoptr (NetzDraft) second = NULL, close = NULL, remove = NULL;
  NetzPart *session = NULL;

  set_up (&fixture, "A:library", TRUE);
  set_field (&fixture, "A", "district", "Kalk", NULL);
  second = netz_draft_new (fixture.network, "Open");
  netz_session_log_open (second, fixture.workshop, 1);
  commit (&fixture, second, NULL);
  g_assert_true (netz_session_log_find_open (fixture.network, &session) == get_workshop (&fixture));
  g_assert_cmpstr (netz_part_get (session, "id"), ==, "s2");
  g_assert_cmpstr (netz_part_get (get_workshop (&fixture)->sessions->pdata[0], "state"), ==, "closed");
  set_field (&fixture, "A", "district", "Nippes", NULL);
  assert_log (&fixture, "s1 changed institution A A;District: Kalk | s2 changed institution A A;District: Nippes");
  close = netz_draft_new (fixture.network, "Close");
  netz_session_log_close (close, fixture.workshop, 1);
  commit (&fixture, close, NULL);
  g_assert_null (netz_session_log_find_open (fixture.network, NULL));
  set_field (&fixture, "A", "district", "Porz", NULL);
  g_assert_cmpuint (netz_session_log_count (get_workshop (&fixture), "s2"), ==, 1);
  remove = netz_draft_new (fixture.network, "Remove");
  netz_session_log_remove (remove, fixture.workshop, 0);
  commit (&fixture, remove, NULL);
  assert_log (&fixture, "s2 changed institution A A;District: Nippes");
  tear_down (&fixture);
}

static void
test_names_of_sessions (void)
{
  Fixture fixture;
  g_autofree char *talk = NULL;
  g_autofree char *day = NULL;

  set_up (&fixture, "A:library", FALSE);
  talk = netz_session_log_name_session (get_workshop (&fixture)->sessions->pdata[0]);
  day = netz_session_log_name_session (get_workshop (&fixture)->sessions->pdata[1]);
  g_assert_true (g_str_has_prefix (talk, "Preliminary talk, "));
  g_assert_cmpstr (day, ==, "Day one");
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-log/nothing-without-a-session", test_nothing_without_a_session);
  g_test_add_func ("/session-log/one-entry-for-a-record", test_one_entry_for_a_record);
  g_test_add_func ("/session-log/added-and-removed", test_added_and_removed);
  g_test_add_func ("/session-log/moves-are-not-logged", test_moves_are_not_logged);
  g_test_add_func ("/session-log/agreed", test_agreed);
  g_test_add_func ("/session-log/typing-stays-one-step", test_typing_stays_one_step);
  g_test_add_func ("/session-log/close-and-open-another", test_close_and_open_another);
  g_test_add_func ("/session-log/names-of-sessions", test_names_of_sessions);
  return g_test_run ();
}
