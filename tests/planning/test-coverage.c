/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning-fixture.h"
#include "planning/netz-gaps.h"
#include "support/netz-test-network.h"

#include <math.h>

/*
 * Two libraries, a museum, four schools. By hand:
 *
 *              library          museum
 *   North G    established      idea
 *         P    ended            established
 *   South Q    prep. + idea     -
 *   (none) R   -                -           the cooperation and the link among partners are no columns
 */
#define LINE \
  "L:library K:library M:museum G:gymnasium P:primary_school Q:primary_school R:realschool " \
  "L-G:library-school:established G-M:museum-school:idea P-L:library-school:ended M-P:museum-school:established " \
  "L-Q:library-school:preparation K-Q:library-school:idea R-K:cooperation:established L-M:partner-link:established"

static NetzNetwork *
make_network (void)
{
  NetzNetwork *network = netz_test_network_new (LINE);

  fixture_set (network, "G", "district", "North", NULL);
  fixture_set (network, "P", "district", "North", NULL);
  fixture_set (network, "Q", "district", "South", NULL);
  fixture_make_systematic (network, "library-school");
  fixture_make_systematic (network, "museum-school");
  return network;
}

static NetzCoverage *
cover (NetzNetwork *network, NetzCoverageColumns columns, NetzCoverageBy by, NetzStage least)
{
  const NetzCoverageOptions options = { columns, by, least, "en" };

  return netz_coverage_new (network, NULL, &options);
}

/* The matrix as text: groups with their sums, rows with a letter for each cell. */
static char *
print (const NetzCoverage *self)
{
  static const char letters[] = ".xdipE";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_rows; i++)
    {
      const NetzCoverageGroup *group = &self->groups[self->rows[i].group];

      if (i == group->first)
        {
          g_string_append_printf (text, "[%s %u/%u", group->key, group->n_any, group->n_rows);
          for (guint k = 0; k < self->n_columns; k++)
            g_string_append_printf (text, " %u", group->covered[k]);
          g_string_append (text, "] ");
        }
      g_string_append_printf (text, "%s:", self->rows[i].school->name);
      for (guint k = 0; k < self->n_columns; k++)
        g_string_append_c (text, letters[netz_coverage_get_cell (self, i, k)->stage]);
      g_string_append_c (text, ' ');
    }
  g_string_append_printf (text, "= %u/%u", self->n_any, self->n_rows);
  for (guint k = 0; k < self->n_columns; k++)
    g_string_append_printf (text, " %s %u", self->columns[k].id, self->columns[k].covered);
  return g_string_free (text, FALSE);
}

#define assert_coverage(coverage, expected) \
  G_STMT_START \
  { \
    g_autoptr (NetzCoverage) coverage_ = (coverage); \
    g_autofree char *printed_ = print (coverage_); \
    g_assert_cmpstr (printed_, ==, (expected)); \
  } \
  G_STMT_END

static void
test_programmes (void)
{
  g_autoptr (NetzNetwork) network = make_network ();

  assert_coverage (cover (network, NETZ_COVERAGE_PROGRAMMES, NETZ_COVERAGE_BY_DISTRICT, NETZ_STAGE_ESTABLISHED),
                   "[North 2/2 1 1] G:Ei P:xE [South 0/1 0 0] Q:p. [ 0/1 0 0] R:.. "
                   "= 2/4 library-school 1 museum-school 1");
}

static void
test_least (void)
{
  g_autoptr (NetzNetwork) network = make_network ();

  assert_coverage (cover (network, NETZ_COVERAGE_PROGRAMMES, NETZ_COVERAGE_BY_DISTRICT, NETZ_STAGE_PREPARATION),
                   "[North 2/2 1 1] G:Ei P:xE [South 1/1 1 0] Q:p. [ 0/1 0 0] R:.. "
                   "= 3/4 library-school 2 museum-school 1");
  assert_coverage (cover (network, NETZ_COVERAGE_PROGRAMMES, NETZ_COVERAGE_BY_DISTRICT, NETZ_STAGE_IDEA),
                   "[North 2/2 1 2] G:Ei P:xE [South 1/1 1 0] Q:p. [ 0/1 0 0] R:.. "
                   "= 3/4 library-school 2 museum-school 2");
}

/* By kind of partner any programme counts: the cooperation of R with a library does. */
static void
test_kinds (void)
{
  g_autoptr (NetzNetwork) network = make_network ();

  assert_coverage (cover (network, NETZ_COVERAGE_KINDS, NETZ_COVERAGE_BY_KIND, NETZ_STAGE_ESTABLISHED),
                   "[gymnasium 1/1 1 0] G:Ei [primary_school 1/2 0 1] P:xE Q:p. [realschool 1/1 1 0] R:E. "
                   "= 3/4 library 2 museum 1");
}

static void
test_social_index (void)
{
  g_autoptr (NetzNetwork) network = make_network ();

  fixture_set (network, "G", "social-index", "2", NULL);
  fixture_set (network, "P", "social-index", "9", NULL);
  fixture_set (network, "Q", "social-index", "2", NULL);
  assert_coverage (cover (network, NETZ_COVERAGE_PROGRAMMES, NETZ_COVERAGE_BY_SOCIAL_INDEX, NETZ_STAGE_ESTABLISHED),
                   "[9 1/1 0 1] P:xE [2 1/2 1 0] G:Ei Q:p. [ 0/1 0 0] R:.. "
                   "= 2/4 library-school 1 museum-school 1");
}

/* A network without systematic programmes has those for columns that schools take part in. */
static void
test_no_systematic (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (LINE);

  assert_coverage (cover (network, NETZ_COVERAGE_PROGRAMMES, NETZ_COVERAGE_BY_DISTRICT, NETZ_STAGE_ESTABLISHED),
                   "[ 3/4 1 1 1] G:.Ei P:.xE Q:.p. R:E.. = 3/4 cooperation 1 library-school 1 museum-school 1");
}

static void
test_cells (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzCoverage) coverage = NULL;
  const NetzCoverageCell *cell;

  fixture_set (network, "K-Q", "status", "preparation", NULL);
  fixture_set (network, "K-Q", "since", "2005-08", NULL);
  coverage = cover (network, NETZ_COVERAGE_PROGRAMMES, NETZ_COVERAGE_BY_DISTRICT, NETZ_STAGE_ESTABLISHED);
  cell = netz_coverage_get_cell (coverage, 2, 0);
  g_assert_cmpuint (cell->n, ==, 2);
  g_assert_cmpstr (netz_record_get_id (NETZ_RECORD (netz_coverage_get_best (coverage, 2, 0))), ==, "K-Q");
  g_assert_cmpstr (netz_record_get_id (coverage->partnerships->pdata[cell->first + 1]), ==, "L-Q");
  g_assert_null (netz_coverage_get_best (coverage, 2, 1));
  g_assert_cmpuint (coverage->columns[0].stages[NETZ_STAGE_PREPARATION], ==, 1);
  g_assert_cmpuint (coverage->columns[0].stages[NETZ_STAGE_NONE], ==, 1);
  g_assert_cmpuint (coverage->n_cells, ==, 2);
}

/* What is listed is what was counted, for each group and column, covered and not. */
static void
test_lists (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzCoverage) coverage
      = cover (network, NETZ_COVERAGE_PROGRAMMES, NETZ_COVERAGE_BY_DISTRICT, NETZ_STAGE_ESTABLISHED);

  for (guint g = 0; g <= coverage->n_groups; g++)
    for (guint c = 0; c <= coverage->n_columns; c++)
      {
        guint group = g < coverage->n_groups ? g : NETZ_COVERAGE_ALL;
        guint column = c < coverage->n_columns ? c : NETZ_COVERAGE_ALL;
        g_autoptr (GPtrArray) covered = netz_coverage_list_schools (coverage, group, column, TRUE);
        g_autoptr (GPtrArray) others = netz_coverage_list_schools (coverage, group, column, FALSE);
        guint of;

        g_assert_cmpuint (netz_coverage_count (coverage, group, column, &of), ==, covered->len);
        g_assert_cmpuint (of, ==, covered->len + others->len);
      }
}

static void
assert_gaps (const NetzCoverage *coverage, guint column, gboolean without_any, const char *expected)
{
  g_autoptr (GPtrArray) gaps = netz_gaps_new (coverage, column, without_any);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const NetzGap *gap = gaps->pdata[i];
      g_autofree char *missing = netz_gap_describe (gap, coverage);

      g_string_append_printf (text, "%s%s %s %u", i > 0 ? "; " : "", coverage->rows[gap->row].school->name, missing,
                              gap->n_begun);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_gaps (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzCoverage) coverage
      = cover (network, NETZ_COVERAGE_PROGRAMMES, NETZ_COVERAGE_BY_DISTRICT, NETZ_STAGE_ESTABLISHED);

  assert_gaps (coverage, NETZ_COVERAGE_ALL, FALSE,
               "G museum-school 1; P library-school 0; Q library-school, museum-school 1; "
               "R library-school, museum-school 0");
  assert_gaps (coverage, 0, FALSE, "P library-school 0; Q library-school 1; R library-school 0");
  assert_gaps (coverage, NETZ_COVERAGE_ALL, TRUE,
               "Q library-school, museum-school 1; R library-school, museum-school 0");
}

/* The part has no museum, but the museum's partnerships count; it has G and L, but not what they do together. */
static void
test_part (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzNetwork) part = netz_test_network_new ("L:library G:gymnasium P:primary_school P-L::ended");
  const NetzCoverageOptions options = NETZ_COVERAGE_OPTIONS_DEFAULT;

  assert_coverage (netz_coverage_new (network, part, &options),
                   "[ 1/2 0 1] G:.i P:xE = 1/2 library-school 0 museum-school 1");
}

static void
test_empty (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("");

  assert_coverage (cover (network, NETZ_COVERAGE_PROGRAMMES, NETZ_COVERAGE_BY_DISTRICT, NETZ_STAGE_ESTABLISHED),
                   "= 0/0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/programmes", test_programmes);
  g_test_add_func ("/coverage/least", test_least);
  g_test_add_func ("/coverage/kinds", test_kinds);
  g_test_add_func ("/coverage/social-index", test_social_index);
  g_test_add_func ("/coverage/no-systematic", test_no_systematic);
  g_test_add_func ("/coverage/cells", test_cells);
  g_test_add_func ("/coverage/lists", test_lists);
  g_test_add_func ("/coverage/gaps", test_gaps);
  g_test_add_func ("/coverage/part", test_part);
  g_test_add_func ("/coverage/empty", test_empty);
  return g_test_run ();
}
