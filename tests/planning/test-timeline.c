/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/netz-draft.h"
#include "planning/netz-scope.h"
#include "planning/netz-timeline.h"
#include "support/netz-test-network.h"

static void
set_dates (NetzDraft *draft, const char *id, const char *since, const char *until)
{
  NetzRecord *record = netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, id);

  netz_record_set_text (record, "since", since);
  netz_record_set_text (record, "until", until);
}

/*
 *   A-B  x  2004 …              A-C  x  2005-08 … 2007/08         A-D  y  … 2006-03-15
 *   A-E  y  always there        A-F  ended, nobody knows when     A-G  ends before it begins
 */
static NetzNetwork *
make_network (void)
{
  NetzNetwork *network = netz_test_network_new (
      "A:library B:school C:school D:school E:school F:school G:school "
      "A-B:x:established A-C:x:established A-D:y:ended A-E:y:idea A-F:y:ended A-G:x:established");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  g_autoptr (NetzEdit) edit = NULL;

  set_dates (draft, "A-B", "2004", NULL);
  set_dates (draft, "A-C", "2005-08", "2007/08");
  set_dates (draft, "A-D", NULL, "2006-03-15");
  set_dates (draft, "A-F", "2004-02", NULL);
  set_dates (draft, "A-G", "2007", "2006");
  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, "A-B"), "agreement", "2004-09-01");
  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, "A-E"), "next-date", "2008-10");
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  return network;
}

static guint32
day (const char *text)
{
  NetzDate date;
  GDate first, last;

  g_assert_true (netz_date_parse (text, &date));
  netz_date_get_span (&date, &first, &last);
  return g_date_get_julian (&first);
}

static void
test_events (void)
{
  static const struct
  {
    NetzTimelineEventType type;
    const char *day;
    NetzDatePrecision precision;
    const char *id;
  } expected[] = {
    { NETZ_EVENT_BEGINS, "2004-01-01", NETZ_DATE_YEAR, "A-B" },
    { NETZ_EVENT_BEGINS, "2004-02-01", NETZ_DATE_MONTH, "A-F" },
    { NETZ_EVENT_AGREEMENT, "2004-09-01", NETZ_DATE_DAY, "A-B" },
    { NETZ_EVENT_BEGINS, "2005-08-01", NETZ_DATE_MONTH, "A-C" },
    { NETZ_EVENT_ENDS, "2006-03-15", NETZ_DATE_DAY, "A-D" },
    { NETZ_EVENT_ENDS, "2006-12-31", NETZ_DATE_YEAR, "A-G" },
    { NETZ_EVENT_BEGINS, "2007-01-01", NETZ_DATE_YEAR, "A-G" },
    { NETZ_EVENT_ENDS, "2008-07-31", NETZ_DATE_SCHOOL_YEAR, "A-C" },
    { NETZ_EVENT_NEXT_STEP, "2008-10-01", NETZ_DATE_MONTH, "A-E" },
  };
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzTimeline) timeline = netz_timeline_new (network);
  guint32 first, last;

  g_assert_cmpuint (netz_timeline_get_n_events (timeline), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NetzTimelineEvent *event = netz_timeline_get_event (timeline, i);

      g_assert_cmpint (event->type, ==, expected[i].type);
      g_assert_cmpuint (event->day, ==, day (expected[i].day));
      g_assert_cmpint (event->precision, ==, expected[i].precision);
      g_assert_cmpstr (event->id, ==, expected[i].id);
    }
  g_assert_true (netz_timeline_get_range (timeline, &first, &last));
  g_assert_cmpuint (first, ==, day ("2004-01-01"));
  g_assert_cmpuint (last, ==, day ("2008-07-31"));
}

static void
test_spans (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzTimeline) timeline = netz_timeline_new (network);
  const char *const ids[] = { "A-B", "A-C", "A-D", "A-E" };

  g_assert_cmpuint (netz_timeline_get_n_groups (timeline), ==, 2);
  g_assert_cmpstr (netz_timeline_get_programme (timeline, 0), ==, "x");
  g_assert_cmpstr (netz_timeline_get_programme (timeline, 1), ==, "y");
  g_assert_cmpuint (netz_timeline_get_n_spans (timeline), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (netz_timeline_get_span (timeline, i)->id, ==, ids[i]);
  g_assert_cmpuint (netz_timeline_get_span (timeline, 2)->begins, ==, NETZ_TIMELINE_OPEN);
  g_assert_cmpuint (netz_timeline_get_span (timeline, 1)->ends, ==, day ("2008-07-31"));
}

/* Counted by hand, and the same as what is cut out for that day. */
static void
test_counts (void)
{
  static const struct
  {
    const char *day;
    guint n;
  } expected[] = {
    { "1999-01-01", 2 }, { "2003-12-31", 2 }, { "2004-01-01", 3 }, { "2005-07-31", 3 }, { "2005-08-01", 4 },
    { "2006-03-15", 4 }, { "2006-03-16", 3 }, { "2008-07-31", 3 }, { "2008-08-01", 2 }, { "2099-01-01", 2 },
  };
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzTimeline) timeline = netz_timeline_new (network);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NetzScope scope = { .as_of = (char *) expected[i].day };
      g_autoptr (NetzSnapshot) part = netz_scope_cut (&scope, network, NULL);

      g_assert_cmpuint (netz_timeline_count_on (timeline, day (expected[i].day)), ==, expected[i].n);
      g_assert_cmpuint (netz_snapshot_get_size (part, NETZ_TABLE_PARTNERSHIP), ==, expected[i].n);
    }
  g_assert_cmpuint (netz_timeline_count_group_on (timeline, 0, day ("2006-01-01")), ==, 2);
  g_assert_cmpuint (netz_timeline_count_group_on (timeline, 1, day ("2006-01-01")), ==, 2);
}

static void
test_around (void)
{
  static const struct
  {
    NetzPeriodType type;
    const char *day, *first, *last;
  } expected[] = {
    { NETZ_PERIOD_MONTH, "2008-02-10", "2008-02-01", "2008-02-29" },
    { NETZ_PERIOD_YEAR, "2008-02-10", "2008-01-01", "2008-12-31" },
    { NETZ_PERIOD_SCHOOL_YEAR, "2008-07-31", "2007-08-01", "2008-07-31" },
    { NETZ_PERIOD_SCHOOL_YEAR, "2008-08-01", "2008-08-01", "2009-07-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint32 first, last;

      netz_period_around (expected[i].type, day (expected[i].day), &first, &last);
      g_assert_cmpuint (first, ==, day (expected[i].first));
      g_assert_cmpuint (last, ==, day (expected[i].last));
    }
}

static void
test_periods (void)
{
  /* First day, begin, end, held on the last day. */
  static const struct
  {
    const char *first;
    guint begins, ends, held;
  } expected[] = {
    { "2003-08-01", 1, 0, 3 }, { "2004-08-01", 0, 0, 3 }, { "2005-08-01", 1, 1, 3 },
    { "2006-08-01", 0, 0, 3 }, { "2007-08-01", 0, 1, 3 },
  };
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzTimeline) timeline = netz_timeline_new (network);
  g_autoptr (GArray) periods = netz_timeline_list_periods (timeline, NETZ_PERIOD_SCHOOL_YEAR);
  g_autoptr (GArray) years = netz_timeline_list_periods (timeline, NETZ_PERIOD_YEAR);
  g_autoptr (GArray) months = netz_timeline_list_periods (timeline, NETZ_PERIOD_MONTH);

  g_assert_cmpuint (periods->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NetzPeriod *period = &g_array_index (periods, NetzPeriod, i);

      g_assert_cmpuint (period->first, ==, day (expected[i].first));
      g_assert_cmpuint (period->begins, ==, expected[i].begins);
      g_assert_cmpuint (period->ends, ==, expected[i].ends);
      g_assert_cmpuint (period->held, ==, expected[i].held);
    }
  g_assert_cmpuint (years->len, ==, 5);
  g_assert_cmpuint (months->len, ==, 4 * 12 + 7);
}

static void
test_nothing (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:school A-B");
  g_autoptr (NetzTimeline) timeline = netz_timeline_new (network);
  g_autoptr (GArray) periods = netz_timeline_list_periods (timeline, NETZ_PERIOD_YEAR);
  guint32 first, last;

  g_assert_false (netz_timeline_get_range (timeline, &first, &last));
  g_assert_cmpuint (periods->len, ==, 0);
  g_assert_cmpuint (netz_timeline_count_on (timeline, day ("2008-01-01")), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/events", test_events);
  g_test_add_func ("/timeline/spans", test_spans);
  g_test_add_func ("/timeline/counts", test_counts);
  g_test_add_func ("/timeline/around", test_around);
  g_test_add_func ("/timeline/periods", test_periods);
  g_test_add_func ("/timeline/nothing", test_nothing);
  return g_test_run ();
}
