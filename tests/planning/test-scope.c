/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/netz-draft.h"
#include "planning/netz-scope.h"
#include "support/netz-test-network.h"

/* Ids of institutions and of partnerships with their status, sorted. */
static char *
print (NetzSnapshot *part)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < netz_snapshot_get_size (part, NETZ_TABLE_INSTITUTION); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            netz_record_get_id (netz_snapshot_get_nth (part, NETZ_TABLE_INSTITUTION, i)));
  g_string_append (text, " |");
  for (guint i = 0; i < netz_snapshot_get_size (part, NETZ_TABLE_PARTNERSHIP); i++)
    {
      NetzPartnership *partnership = (NetzPartnership *) netz_snapshot_get_nth (part, NETZ_TABLE_PARTNERSHIP, i);

      g_string_append_printf (text, " %s:%.1s", netz_record_get_id (NETZ_RECORD (partnership)),
                              partnership->status != NULL ? partnership->status : "-");
    }
  return g_string_free (text, FALSE);
}

#define assert_cut(network, scope, expected) \
  G_STMT_START \
  { \
    g_autoptr (GError) error_ = NULL; \
    g_autoptr (NetzSnapshot) part_ = netz_scope_cut ((scope), (network), &error_); \
    g_autofree char *printed_ = NULL; \
    g_assert_no_error (error_); \
    printed_ = print (part_); \
    g_assert_cmpstr (printed_, ==, (expected)); \
  } \
  G_STMT_END

static void
set_dates (NetzDraft *draft, NetzTable table, const char *id, const char *since, const char *until)
{
  NetzRecord *record = netz_draft_edit (draft, table, id);

  netz_record_set_text (record, "since", since);
  netz_record_set_text (record, "until", until);
}

/*
 * A library and a museum serve three schools; a way B - A - C - M - D:
 *   A-B  established, 2004 to open        A-C  in preparation since August 2008
 *   C-M  ended, 2005/06 to June 2007      M-D  an idea without dates
 *   A-M  dormant since 2006; the library is in Kalk, as is school D, which exists since 2006. E has nobody.
 */
static NetzNetwork *
make_network (void)
{
  NetzNetwork *network = netz_test_network_new (
      "A:library B:gymnasium C:gymnasium D:primary-school E:gymnasium M:museum "
      "A-B:library-school:established A-C:library-school:preparation C-M:museum-school:ended "
      "M-D:museum-school:idea A-M:partner-link:dormant");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  g_autoptr (NetzEdit) edit = NULL;
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  set_dates (draft, NETZ_TABLE_PARTNERSHIP, "A-B", "2004", NULL);
  set_dates (draft, NETZ_TABLE_PARTNERSHIP, "A-C", "2008-08", NULL);
  set_dates (draft, NETZ_TABLE_PARTNERSHIP, "C-M", "2005/06", "2007-06");
  set_dates (draft, NETZ_TABLE_PARTNERSHIP, "A-M", "2006", NULL);
  set_dates (draft, NETZ_TABLE_INSTITUTION, "D", "2006", NULL);
  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_INSTITUTION, "A"), "district", "Kalk");
  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_INSTITUTION, "D"), "district", "Kalk");
  g_ptr_array_add (tags, g_ref_string_new ("leuchtturm"));
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_PARTNERSHIP, "tags"),
                       netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, "A-C"), tags);
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  return network;
}

typedef struct
{
  const char *filter;
  const char *expected;
} Case;

static const Case filters[] = {
  { NULL, "A B C D E M | A-B:e A-C:p A-M:d C-M:e M-D:i" },
  { "kind=library|museum", "A M | A-M:d" },
  { "kind!=library|museum", "B C D E |" },
  { "kind=gymnasium", "B C E |" },
  { "district=Kalk", "A D |" },
  { "district=kalk degree>0 ", "A D |" },
  { "degree=0", "E |" },
  { "degree>1 kind!=museum", "A C | A-C:p" },
  { "B|E", "B E |" },
  /* On partnerships: what has none of them goes. */
  { "status=established", "A B | A-B:e" },
  { "status=established|preparation", "A B C | A-B:e A-C:p" },
  { "status!=ended", "A B C D M | A-B:e A-C:p A-M:d M-D:i" },
  { "programme=museum-school status=idea", "D M | M-D:i" },
  { "programme=museum-school status=established", " |" },
  { "since>=2008", "A C | A-C:p" },
  { "since<2006", "A B C M | A-B:e C-M:e" },
  { "since=2005|2006", "A C M | A-M:d C-M:e" },
  { "until<=2007-06", "C M | C-M:e" },
  { "partnership.tag=leuchtturm", "A C | A-C:p" },
  { "tag=leuchtturm", " |" },
  { "institution.since>=2006", "D |" },
  { "degree>1 status=idea|dormant", "M |" },
  /* Both: D in Kalk has its idea with a museum that is elsewhere. */
  { "district=Kalk status=idea", "D |" },
  { "kind=gymnasium status=established", "B |" },
  { "headline=Hello", " |" },
};

static void
test_filter (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (NetzNetwork) network = make_network ();
  const NetzScope scope = { .filter = (char *) test->filter };

  assert_cut (network, &scope, test->expected);
}

/* What has no dates was always there; what ended was established until it did. */
static void
test_as_of (void)
{
  static const Case on[] = {
    { "2003-12-31", "A B C E M |" },
    { "2004-01-01", "A B C E M | A-B:e" },
    { "2005-07-31", "A B C E M | A-B:e" },
    { "2005-08-01", "A B C E M | A-B:e C-M:e" },
    { "2006", "A B C D E M | A-B:e A-M:d C-M:e M-D:i" },
    { "2007-06-30", "A B C D E M | A-B:e A-M:d C-M:e M-D:i" },
    { "2007-07-01", "A B C D E M | A-B:e A-M:d M-D:i" },
    { "2007/08", "A B C D E M | A-B:e A-M:d M-D:i" },
    { "2008-08", "A B C D E M | A-B:e A-C:p A-M:d M-D:i" },
    { "2099", "A B C D E M | A-B:e A-C:p A-M:d M-D:i" },
  };
  g_autoptr (NetzNetwork) network = make_network ();

  for (guint i = 0; i < G_N_ELEMENTS (on); i++)
    {
      const NetzScope scope = { .as_of = (char *) on[i].filter };

      assert_cut (network, &scope, on[i].expected);
    }
}

/* "e" above is for two statuses: the one of the day is meant. */
static void
test_status_of_the_day (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  const NetzPartnership *ended = netz_network_get_partnership (network, "C-M");
  const NetzScope then = { .as_of = (char *) "2006", .filter = (char *) "status=established" };
  const NetzScope ends = { .as_of = (char *) "2006", .filter = (char *) "status=ended" };
  const NetzScope degree = { .as_of = (char *) "2004", .filter = (char *) "degree=0" };
  g_autoptr (NetzSnapshot) part = netz_scope_cut (&then, network, NULL);

  g_assert_cmpstr (netz_scope_status_on (ended, NULL), ==, "ended");
  g_assert_cmpstr (netz_scope_status_on (ended, "2006-01-01"), ==, "established");
  g_assert_null (netz_scope_status_on (ended, "2008"));
  g_assert_cmpstr (netz_scope_status_on (netz_network_get_partnership (network, "M-D"), "1990"), ==, "idea");
  assert_cut (network, &then, "A B C M | A-B:e C-M:e");
  assert_cut (network, &ends, " |");
  assert_cut (network, &degree, "C E M |");
  g_assert_cmpstr (NETZ_PARTNERSHIP (netz_snapshot_find (part, NETZ_TABLE_PARTNERSHIP, "C-M"))->status, ==,
                   "established");
  g_assert_cmpstr (ended->status, ==, "ended");
  g_assert_cmpstr (netz_snapshot_get_settings (part)->as_of, ==, "2006");
  g_assert_null (netz_network_get_settings (network)->as_of);
}

static void
test_neighbourhood (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  NetzScope scope = { .focus = (char *) "B" };

  assert_cut (network, &scope, "A B C D E M | A-B:e A-C:p A-M:d C-M:e M-D:i");
  scope.steps = 1;
  assert_cut (network, &scope, "A B | A-B:e");
  scope.steps = 2;
  assert_cut (network, &scope, "A B C M | A-B:e A-C:p A-M:d C-M:e");
  scope.steps = 99;
  assert_cut (network, &scope, "A B C D M | A-B:e A-C:p A-M:d C-M:e M-D:i");
  /* Along what holds only: without A-M the way to M is C-M. */
  scope.filter = (char *) "status!=dormant";
  scope.steps = 2;
  assert_cut (network, &scope, "A B C | A-B:e A-C:p");
  scope.filter = NULL;
  scope.as_of = (char *) "2005";
  assert_cut (network, &scope, "A B | A-B:e");
  /* In any order: museums within two steps, though the way leads over a library. */
  scope.as_of = NULL;
  scope.filter = (char *) "kind=museum";
  assert_cut (network, &scope, "M |");
  scope.filter = NULL;
  scope.focus = (char *) "E";
  assert_cut (network, &scope, "E |");
  scope.focus = (char *) "gone";
  assert_cut (network, &scope, "A B C D E M | A-B:e A-C:p A-M:d C-M:e M-D:i");
  scope.focus = (char *) "D";
  scope.as_of = (char *) "2005";
  assert_cut (network, &scope, " |");
}

/* Everything else stays, so that the part is a network like any other. */
static void
test_other_tables (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  const NetzScope scope = { .filter = (char *) "kind=museum" };
  g_autoptr (NetzSnapshot) part = netz_scope_cut (&scope, network, NULL);
  g_autoptr (NetzNetwork) cut = netz_network_new_from_snapshot (part);

  g_assert_cmpuint (netz_network_get_size (cut, NETZ_TABLE_KIND), ==,
                    netz_network_get_size (network, NETZ_TABLE_KIND));
  g_assert_cmpuint (netz_network_get_size (cut, NETZ_TABLE_PROGRAMME), ==,
                    netz_network_get_size (network, NETZ_TABLE_PROGRAMME));
  g_assert_cmpstr (netz_network_get_id (cut), ==, netz_network_get_id (network));
  g_assert_true (netz_network_get_settings (cut) == netz_network_get_settings (network));
  g_assert_true (netz_network_get_institution (cut, "M") == netz_network_get_institution (network, "M"));
}

static void
test_check (void)
{
  static const char *const good[] = {
    NULL, "", "kind=library|Museum", "kind~bib", "kind=", "status=Idea|ended", "since>=2008/09", "degree>3",
    "capacity<=2.5", "tag=anything", "district=Nowhere", "name~köln", "partnership.tag=x",
  };
  static const char *const bad[] = {
    "kind=libary", "kind=library|bank", "programme!=nothing", "status=lost", "since>=soon", "until=31.2.2008",
    "degree>many", "capacity=two", "headline=x", "\"", "door=red",
  };
  g_autoptr (NetzNetwork) network = make_network ();
  NetzScope scope = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      scope.filter = (char *) good[i];
      netz_scope_check (&scope, network, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      scope.filter = (char *) bad[i];
      if (netz_scope_check (&scope, network, &error))
        g_error ("“%s” was taken", bad[i]);
      g_assert_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE);
    }
  scope.filter = NULL;
  scope.as_of = (char *) "2008/09";
  g_assert_true (netz_scope_check (&scope, network, NULL));
  scope.as_of = (char *) "yesterday";
  g_assert_false (netz_scope_check (&scope, network, NULL));
  scope.as_of = NULL;
  scope.focus = (char *) "gone";
  g_assert_false (netz_scope_check (&scope, network, NULL));
}

static void
test_broken_filter (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  const NetzScope scope = { .filter = (char *) "door=red" };
  g_autoptr (GError) error = NULL;

  g_assert_null (netz_scope_cut (&scope, network, &error));
  g_assert_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE);
}

static void
test_view (void)
{
  NetzScope scope = { .filter = (char *) "kind=museum", .as_of = (char *) "2006", .focus = (char *) "B", .steps = 2,
                      .fade = TRUE };
  g_autoptr (NetzRecord) view = netz_record_new (NETZ_TABLE_VIEW, "v");
  g_autoptr (NetzScope) back = NULL;
  g_autoptr (NetzScope) copy = netz_scope_copy (&scope);
  g_autoptr (NetzScope) everything = netz_scope_new ();

  netz_scope_fill_view (&scope, NETZ_VIEW (view));
  back = netz_scope_new_from_view (NETZ_VIEW (view));
  g_assert_true (netz_scope_equal (back, &scope));
  g_assert_true (netz_scope_equal (copy, &scope));
  g_assert_false (netz_scope_equal (everything, &scope));
  g_assert_true (netz_scope_is_everything (everything));
  g_assert_false (netz_scope_is_everything (back));
  netz_scope_fill_view (everything, NETZ_VIEW (view));
  g_assert_false (netz_field_is_set (netz_table_find_field (NETZ_TABLE_VIEW, "steps"), view));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scope/filter/%u", i);

      g_test_add_data_func (path, &filters[i], test_filter);
    }
  g_test_add_func ("/scope/as-of", test_as_of);
  g_test_add_func ("/scope/status-of-the-day", test_status_of_the_day);
  g_test_add_func ("/scope/neighbourhood", test_neighbourhood);
  g_test_add_func ("/scope/other-tables", test_other_tables);
  g_test_add_func ("/scope/check", test_check);
  g_test_add_func ("/scope/broken-filter", test_broken_filter);
  g_test_add_func ("/scope/view", test_view);
  return g_test_run ();
}
