/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/netz-check.h"
#include "model/netz-draft.h"
#include "support/netz-test-network.h"

/* A line for a network, one field set in one record, and the rules that complain, worst first. */
typedef struct
{
  const char *name;
  const char *network;
  NetzTable table;
  const char *id;
  const char *field;
  const char *value;
  const char *rules;
} Case;

#define NOTHING NETZ_TABLE_SETTINGS, NULL, NULL, NULL
#define TWO "A:library@0,0 B:gymnasium@9,9 "

static const Case cases[] = {
  { "sound", TWO "A-B:library-school:established", NOTHING, "" },
  { "dangling-end", "A:library@0,0 A-C:library-school", NOTHING, "dangling-end" },
  { "both-ends-dangle", "C-D:library-school", NOTHING, "dangling-end dangling-end" },
  { "same-ends", "A:library@0,0 A-A:library-school", NOTHING, "same-ends" },
  { "unplaced", "A:library", NOTHING, "unplaced" },
  { "no-programme", TWO "A-B", NOTHING, "no-programme" },
  { "no-kind", "A@0,0", NOTHING, "no-kind" },
  { "unknown-kind", TWO, NETZ_TABLE_INSTITUTION, "A", "kind", "zoo", "unknown-kind" },
  { "unknown-programme", TWO "A-B:x", NETZ_TABLE_PARTNERSHIP, "A-B", "programme", "y", "unknown-programme" },
  { "unknown-status", TWO "A-B:x:dreaming", NOTHING, "unknown-status" },
  { "unknown-frame", TWO, NETZ_TABLE_INSTITUTION, "A", "frame", "f-1", "unknown-frame" },
  { "programme-ends", TWO "A-B:x", NETZ_TABLE_PROGRAMME, "x", "from", "archive", "programme-ends" },
  { "programme-fits", TWO "A-B:x", NETZ_TABLE_PROGRAMME, "x", "from", "@school", "" },
  { "missing-name", TWO, NETZ_TABLE_INSTITUTION, "A", "name", " \t ", "missing-name" },
  { "no-such-day", TWO "A-B:x", NETZ_TABLE_PARTNERSHIP, "A-B", "since", "2024-02-30", "odd-date" },
  { "year-too-long", TWO "A-B:x", NETZ_TABLE_PARTNERSHIP, "A-B", "agreement", "9999999", "odd-date" },
  { "leap-day", TWO "A-B:x", NETZ_TABLE_PARTNERSHIP, "A-B", "since", "2024-02-29", "" },
  { "latitude", TWO, NETZ_TABLE_INSTITUTION, "A", "latitude", "91", "coordinates coordinates" },
  { "half-a-coordinate", TWO, NETZ_TABLE_INSTITUTION, "A", "longitude", "6.9", "coordinates" },
  { "social-index", TWO, NETZ_TABLE_INSTITUTION, "A", "social-index", "10", "odd-value" },
  { "social-index-fits", TWO, NETZ_TABLE_INSTITUTION, "A", "social-index", "9", "" },
  { "fewer-than-no-pupils", TWO, NETZ_TABLE_INSTITUTION, "A", "pupils", "-1", "odd-value" },
  { "colour", TWO, NETZ_TABLE_KIND, "library", "colour", "blue", "odd-value" },
  { "term-without-agreement", TWO "A-B:x", NETZ_TABLE_PARTNERSHIP, "A-B", "term", "2", "agreement-date" },
  { "same-name-and-kind", TWO, NETZ_TABLE_INSTITUTION, "B", "name", "a", "" },
  { "duplicate-institution", "A:library@0,0 a:library@9,9", NOTHING, "duplicate-institution" },
  { "duplicate-partnership", TWO "A-B:x B-A:x", NOTHING, "duplicate-partnership" },
  { "two-programmes", TWO "A-B:x A-B:y", NOTHING, "" },
  { "three-of-one", TWO "A-B:x A-B:x B-A:x", NOTHING, "duplicate-partnership duplicate-partnership" },
  { "ended-before", TWO "A-B:x:ended A-B:x", NETZ_TABLE_PARTNERSHIP, "A-B/2", "since", "2008", "" },
};

/* Replaces a record by one with a value as a file might have it. */
static NetzNetwork *
make_network (const Case *test)
{
  NetzNetwork *network = netz_test_network_new (test->network);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  g_autoptr (NetzEdit) edit = NULL;
  const NetzField *field;
  NetzRecord *record;

  if (test->field == NULL)
    return network;
  field = netz_table_find_field (test->table, test->field);
  g_assert_nonnull (field);
  record = netz_draft_edit (draft, test->table, test->id);
  g_assert_nonnull (record);
  if (field->type == NETZ_FIELD_NUMBER)
    netz_field_set_number (field, record, g_ascii_strtod (test->value, NULL));
  else
    netz_field_set_text (field, record, test->value);
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  return network;
}

static char *
join_rules (GPtrArray *issues)
{
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < issues->len; i++)
    {
      const NetzIssue *issue = g_ptr_array_index (issues, i);

      g_string_append_printf (rules, "%s%s", i > 0 ? " " : "", issue->rule);
      g_assert_cmpstr (issue->message, !=, "");
      if (i > 0)
        g_assert_cmpint (((NetzIssue *) g_ptr_array_index (issues, i - 1))->severity, >=, issue->severity);
    }
  return g_string_free (rules, FALSE);
}

static void
test_rule (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (NetzNetwork) network = make_network (test);
  g_autoptr (GPtrArray) issues = netz_check (network);
  g_autofree char *rules = join_rules (issues);

  g_assert_cmpstr (rules, ==, test->rules);
}

/* What is said of the whole is said of its parts, and of nothing else. */
static void
test_record_by_record (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NetzNetwork) network = make_network (&cases[i]);
      g_autoptr (GPtrArray) all = netz_check (network);
      g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint k = 0; k < all->len; k++)
        {
          const NetzIssue *issue = g_ptr_array_index (all, k);

          g_hash_table_add (known, g_strconcat (issue->id, " ", issue->message, NULL));
        }
      for (guint k = 0; k < all->len; k++)
        {
          const NetzIssue *issue = g_ptr_array_index (all, k);
          g_autoptr (GPtrArray) some = netz_check_record (network, issue->table, issue->id);

          g_assert_cmpuint (some->len, >, 0);
          for (guint m = 0; m < some->len; m++)
            {
              const NetzIssue *one = g_ptr_array_index (some, m);
              g_autofree char *key = g_strconcat (one->id, " ", one->message, NULL);

              g_assert_cmpstr (one->id, ==, issue->id);
              g_assert_true (g_hash_table_contains (known, key));
            }
        }
    }
}

/* Asked about the first of two, the second is named, and the other way round. */
static void
test_twins_know_each_other (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library@0,0 a:library@9,9 B@1,1 A-B:x B-A:x");
  const struct
  {
    NetzTable table;
    const char *id, *other;
  } pairs[] = {
    { NETZ_TABLE_INSTITUTION, "A", "a" },
    { NETZ_TABLE_INSTITUTION, "a", "A" },
    { NETZ_TABLE_PARTNERSHIP, "A-B", "B-A" },
    { NETZ_TABLE_PARTNERSHIP, "B-A", "A-B" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GPtrArray) issues = netz_check_record (network, pairs[i].table, pairs[i].id);

      g_assert_cmpuint (issues->len, ==, 1);
      g_assert_cmpstr (((NetzIssue *) g_ptr_array_index (issues, 0))->other, ==, pairs[i].other);
    }
}

static void
test_wrong_way_round (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (TWO "A-B:x");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  NetzPartnership *partnership = netz_draft_edit_partnership (draft, "A-B");
  g_autoptr (NetzEdit) edit = NULL;
  g_autoptr (GPtrArray) issues = NULL;

  netz_record_set_text (NETZ_RECORD (partnership), "since", "2008-08");
  netz_record_set_text (NETZ_RECORD (partnership), "until", "2007");
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);

  issues = netz_check (network);
  g_assert_cmpuint (issues->len, ==, 1);
  g_assert_cmpstr (((NetzIssue *) g_ptr_array_index (issues, 0))->rule, ==, "date-order");
}

/* The year in which a partnership begins may be the one in which it ends. */
static void
test_same_year (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (TWO "A-B:x");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  NetzPartnership *partnership = netz_draft_edit_partnership (draft, "A-B");
  g_autoptr (NetzEdit) edit = NULL;
  g_autoptr (GPtrArray) issues = NULL;

  netz_record_set_text (NETZ_RECORD (partnership), "since", "2008-08");
  netz_record_set_text (NETZ_RECORD (partnership), "until", "2008");
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);

  issues = netz_check (network);
  g_assert_cmpuint (issues->len, ==, 0);
}

static void
test_missing_participant (void)
{
  g_autoptr (NetzSnapshot) snapshot = netz_snapshot_new ();
  g_autoptr (NetzNetwork) network = NULL;
  g_autoptr (GPtrArray) participants = netz_parts_new ();
  g_autoptr (GPtrArray) issues = NULL;
  NetzRecord *workshop = netz_record_new (NETZ_TABLE_WORKSHOP, "w-1");
  const char *const values[] = { "Somebody", NULL, "i-gone", NULL, NULL };

  g_ptr_array_add (participants, netz_part_new (&netz_participant_part, values));
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_WORKSHOP, "participants"), workshop, participants);
  netz_record_set_text (workshop, "organiser", "i-gone-too");
  netz_snapshot_take (snapshot, workshop);
  netz_snapshot_sort (snapshot);
  network = netz_network_new_from_snapshot (snapshot);

  issues = netz_check (network);
  g_assert_cmpuint (issues->len, ==, 2);
  for (guint i = 0; i < issues->len; i++)
    g_assert_cmpstr (((NetzIssue *) g_ptr_array_index (issues, i))->rule, ==, "unknown-reference");
}

static void
test_record_that_is_gone (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (TWO);
  g_autoptr (GPtrArray) issues = netz_check_record (network, NETZ_TABLE_INSTITUTION, "C");

  g_assert_cmpuint (issues->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/check/rule/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_rule);
    }
  g_test_add_func ("/check/record-by-record", test_record_by_record);
  g_test_add_func ("/check/twins-know-each-other", test_twins_know_each_other);
  g_test_add_func ("/check/wrong-way-round", test_wrong_way_round);
  g_test_add_func ("/check/same-year", test_same_year);
  g_test_add_func ("/check/missing-participant", test_missing_participant);
  g_test_add_func ("/check/record-that-is-gone", test_record_that_is_gone);
  return g_test_run ();
}
