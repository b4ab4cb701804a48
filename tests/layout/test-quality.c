/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings of which the figures can be said beforehand. */
#include "layout/netz-layout-quality.h"

#include <math.h>

static void
place (NetzLayoutGraph *graph, guint node, double x, double y)
{
  graph->x[node] = x;
  graph->y[node] = y;
  graph->boxes[node] = (NetzLayoutBox) { -5, -5, 5, 5 };
}

/* A path of three in a straight line: all distances are right, at any scale. */
static NetzLayoutGraph *
make_path (void)
{
  NetzLayoutGraph *graph = netz_layout_graph_new (3, 2, 1);

  for (guint i = 0; i < 3; i++)
    place (graph, i, 70.0 * i, 0);
  netz_layout_graph_set_edge (graph, 0, 0, 1);
  netz_layout_graph_set_edge (graph, 1, 1, 2);
  return graph;
}

static NetzLayoutGraph *
make_square (void)
{
  NetzLayoutGraph *graph = netz_layout_graph_new (4, 2, 1);

  place (graph, 0, 0, 0);
  place (graph, 1, 100, 0);
  place (graph, 2, 100, 100);
  place (graph, 3, 0, 100);
  netz_layout_graph_set_edge (graph, 0, 0, 2);
  netz_layout_graph_set_edge (graph, 1, 1, 3);
  return graph;
}

static void
test_stress (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_path ();
  NetzLayoutQuality quality;

  netz_layout_quality_measure (graph, 100, &quality);
  g_assert_cmpfloat_with_epsilon (quality.stress, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (quality.length_deviation, 0, 1e-12);

  /* the ends in one place: ratios 1, 1, 0; the best scale is 1, two pairs are right and one is off by all of it */
  graph->x[2] = 0;
  g_assert_cmpfloat_with_epsilon (netz_layout_quality_measure_stress (graph, 100), 1.0 / 3, 1e-12);

  /* all in one place: nothing is right */
  graph->x[1] = 0;
  g_assert_cmpfloat_with_epsilon (netz_layout_quality_measure_stress (graph, 100), 1, 1e-12);
}

static void
test_crossings (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_square ();
  NetzLayoutQuality quality;

  netz_layout_quality_measure (graph, 100, &quality);
  g_assert_cmpfloat (quality.crossings, ==, 1);
  g_assert_cmpfloat (quality.crossings_per_edge, ==, 0.5);

  netz_layout_graph_set_edge (graph, 1, 0, 1); /* a common end is no crossing */
  netz_layout_quality_measure (graph, 100, &quality);
  g_assert_cmpfloat (quality.crossings, ==, 0);

  netz_layout_graph_set_edge (graph, 1, 2, 0); /* the same pair is the same edge */
  netz_layout_quality_measure (graph, 100, &quality);
  g_assert_cmpfloat (quality.crossings_per_edge, ==, 0);
}

static void
test_overlaps_and_area (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_square ();
  NetzLayoutQuality quality;

  netz_layout_quality_measure (graph, 100, &quality);
  g_assert_cmpfloat (quality.overlaps, ==, 0);
  g_assert_cmpfloat (quality.area, ==, 110 * 110);
  g_assert_cmpfloat_with_epsilon (quality.fill, 400.0 / (110 * 110), 1e-12);

  graph->x[0] = 90; /* touches the second one */
  g_assert_cmpuint (netz_layout_quality_count_overlaps (graph), ==, 0);
  graph->x[0] = 91;
  g_assert_cmpuint (netz_layout_quality_count_overlaps (graph), ==, 1);
}

static void
test_passes (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_path ();
  NetzLayoutQuality quality;

  netz_layout_graph_set_edge (graph, 1, 0, 2);
  netz_layout_quality_measure (graph, 100, &quality);
  g_assert_cmpfloat (quality.passes, ==, 0.5);
  graph->y[1] = 5.5;
  netz_layout_quality_measure (graph, 100, &quality);
  g_assert_cmpfloat (quality.passes, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/quality/stress", test_stress);
  g_test_add_func ("/layout/quality/crossings", test_crossings);
  g_test_add_func ("/layout/quality/overlaps-and-area", test_overlaps_and_area);
  g_test_add_func ("/layout/quality/passes", test_passes);
  return g_test_run ();
}
