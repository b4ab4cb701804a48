/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-file.h"
#include "planning-fixture.h"
#include "planning/netz-compare.h"
#include "support/netz-test-network.h"

#include <math.h>

static double
get (const NetzComparison *comparison, const char *id, guint column)
{
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const NetzCompareRow *row = comparison->rows->pdata[i];

      if (g_str_equal (row->id, id))
        return row->values[column];
    }
  g_assert_not_reached ();
}

/*
 * Two libraries, a museum, four schools and an institution of which nothing is
 * known. Covered are B (twice) and C; E has an idea only, F is linked to a
 * school. Pairs: A-B, A-C, A-D, A-E, D-B, B-F, D-G = 7 of 28.
 */
static NetzNetwork *
make_network (void)
{
  NetzNetwork *network = netz_test_network_new (
      "A:library G:library D:museum B:gymnasium C:gymnasium E:gymnasium F:gymnasium X: A-B:l:established "
      "A-B:l:established A-C:l:established A-D::established A-E:l:idea D-B:m:established B-F:m:established "
      "D-G::preparation");

  fixture_make_systematic (network, "l");
  fixture_make_systematic (network, "m");
  return network;
}

static void
test_figures (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzFigures) figures = netz_figures_new (network);
  const NetzFigures *const all[] = { figures, figures };
  g_autoptr (NetzComparison) comparison = netz_comparison_new (all, 2);

  g_assert_cmpfloat (get (comparison, "institutions", 0), ==, 8);
  g_assert_cmpfloat (get (comparison, "schools", 0), ==, 4);
  g_assert_cmpfloat (get (comparison, "providers", 1), ==, 3);
  g_assert_cmpfloat (get (comparison, "steering", 0), ==, 0);
  g_assert_cmpfloat (get (comparison, "others", 0), ==, 1);
  g_assert_cmpfloat (get (comparison, "partnerships", 0), ==, 8);
  g_assert_cmpfloat (get (comparison, "established", 0), ==, 6);
  g_assert_cmpfloat (get (comparison, "idea", 0), ==, 1);
  g_assert_cmpfloat (get (comparison, "coverage", 0), ==, 0.5);
  g_assert_cmpfloat (get (comparison, "coverage.l", 0), ==, 0.5);
  g_assert_cmpfloat (get (comparison, "coverage.m", 0), ==, 0.25);
  g_assert_cmpfloat (get (comparison, "partner-links", 0), ==, 1);
  g_assert_cmpfloat (get (comparison, "partner-links-planned", 0), ==, 1);
  g_assert_cmpfloat_with_epsilon (get (comparison, "density", 0), 7. / 28, 1e-12);
  g_assert_cmpfloat_with_epsilon (get (comparison, "mean-partners", 0), 14. / 8, 1e-12);
  g_assert_true (isnan (get (comparison, "communities", 0)));
  g_assert_true (isnan (get (comparison, "per-thousand-pupils", 0)));
}

/* B has 500 pupils and three partnerships with providers, E 300 and none, F none known: 3 of 800. */
static void
test_pupils (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzFigures) figures = NULL;
  g_autoptr (NetzComparison) comparison = NULL;
  const NetzFigures *all[1];

  fixture_set (network, "B", "pupils", "500", NULL);
  fixture_set (network, "E", "pupils", "300", NULL);
  fixture_set (network, "A", "pupils", "9999", NULL);
  all[0] = figures = netz_figures_new (network);
  figures->communities = 3;
  comparison = netz_comparison_new (all, 1);
  g_assert_cmpfloat (get (comparison, "per-thousand-pupils", 0), ==, 3.75);
  g_assert_cmpfloat (get (comparison, "schools-with-pupils", 0), ==, 2);
  g_assert_cmpfloat (get (comparison, "communities", 0), ==, 3);
}

/* Programmes of both are rows; of an empty network no share is known. */
static void
test_two (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzNetwork) other = netz_test_network_new ("A:stage B:gymnasium A-B:s:established");
  g_autoptr (NetzNetwork) empty = netz_network_new ();
  g_autoptr (NetzFigures) first = netz_figures_new (network);
  g_autoptr (NetzFigures) second = NULL;
  g_autoptr (NetzFigures) third = netz_figures_new (empty);
  g_autoptr (NetzComparison) comparison = NULL;
  const NetzFigures *all[3];

  fixture_make_systematic (other, "s");
  second = netz_figures_new (other);
  all[0] = first, all[1] = second, all[2] = third;
  comparison = netz_comparison_new (all, 3);
  g_assert_cmpfloat (get (comparison, "coverage.s", 0), ==, 0);
  g_assert_cmpfloat (get (comparison, "coverage.s", 1), ==, 1);
  g_assert_cmpfloat (get (comparison, "coverage.l", 1), ==, 0);
  g_assert_true (isnan (get (comparison, "coverage.l", 2)));
  g_assert_true (isnan (get (comparison, "coverage", 2)));
  g_assert_true (isnan (get (comparison, "density", 2)));
  g_assert_cmpfloat (get (comparison, "institutions", 2), ==, 0);
  g_assert_cmpfloat (get (comparison, "density", 1), ==, 1);
}

/* Counted by a script of its own with Python's ElementTree on the sample. */
static void
test_cologne (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("NETZ_DATA_DIR"), "samples", "koeln-2008.netz", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_file_load (path, NULL, NULL, &error);
  g_autoptr (NetzNetwork) network = NULL;
  g_autoptr (NetzFigures) figures = NULL;

  g_assert_no_error (error);
  network = netz_network_new_from_snapshot (snapshot);
  figures = netz_figures_new (network);
  g_assert_cmpstr (figures->title, ==, "Bildungsnetzwerk Köln");
  g_assert_cmpuint (figures->institutions, ==, 70);
  g_assert_cmpuint (figures->schools, ==, 45);
  g_assert_cmpuint (figures->providers, ==, 17);
  g_assert_cmpuint (figures->steering, ==, 8);
  g_assert_cmpuint (figures->by_status[NETZ_PROGRESS_ESTABLISHED], ==, 71);
  g_assert_cmpuint (figures->by_status[NETZ_PROGRESS_PREPARATION], ==, 33);
  g_assert_cmpuint (figures->by_status[NETZ_PROGRESS_IDEA], ==, 16);
  g_assert_cmpuint (figures->covered, ==, 30);
  g_assert_cmpuint (((NetzProgrammeFigures *) g_hash_table_lookup (figures->programmes, "library-school"))->covered,
                    ==, 16);
  g_assert_cmpuint (figures->links, ==, 11);
  g_assert_cmpuint (figures->links_planned, ==, 13);
  g_assert_cmpuint (figures->pairs, ==, 128);
  g_assert_cmpuint (figures->schools_with_pupils, ==, 0);
}

static void
test_format (void)
{
  static const struct
  {
    double value;
    NetzCompareUnit unit;
    const char *text;
  } cases[] = {
    { NAN, NETZ_COMPARE_COUNT, "–" },       { 12, NETZ_COMPARE_COUNT, "12" },
    { 0.5, NETZ_COMPARE_SHARE, "50%" },     { 1.756, NETZ_COMPARE_NUMBER, "1.76" },
    { 0.05299, NETZ_COMPARE_SMALL, "0.0530" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = netz_compare_format (cases[i].value, cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/compare/figures", test_figures);
  g_test_add_func ("/planning/compare/pupils", test_pupils);
  g_test_add_func ("/planning/compare/two", test_two);
  g_test_add_func ("/planning/compare/cologne", test_cologne);
  g_test_add_func ("/planning/compare/format", test_format);
  return g_test_run ();
}
