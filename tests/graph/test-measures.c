/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/netz-graph-private.h"
#include "graph/netz-measures.h"
#include "support/netz-test-network.h"

#include <string.h>

#define TOLERANCE 1e-8

typedef struct
{
  guint degree;
  double betweenness;
  double closeness;
} Expected;

/* Zachary (1977), who was friends with whom in a karate club; what networkx 3.6 finds there. */
static const int karate[][2] = {
  { 0, 1 }, { 0, 2 }, { 0, 3 }, { 0, 4 }, { 0, 5 }, { 0, 6 }, { 0, 7 }, { 0, 8 }, { 0, 10 }, { 0, 11 },
  { 0, 12 }, { 0, 13 }, { 0, 17 }, { 0, 19 }, { 0, 21 }, { 0, 31 }, { 1, 2 }, { 1, 3 }, { 1, 7 }, { 1, 13 },
  { 1, 17 }, { 1, 19 }, { 1, 21 }, { 1, 30 }, { 2, 3 }, { 2, 7 }, { 2, 8 }, { 2, 9 }, { 2, 13 }, { 2, 27 },
  { 2, 28 }, { 2, 32 }, { 3, 7 }, { 3, 12 }, { 3, 13 }, { 4, 6 }, { 4, 10 }, { 5, 6 }, { 5, 10 }, { 5, 16 },
  { 6, 16 }, { 8, 30 }, { 8, 32 }, { 8, 33 }, { 9, 33 }, { 13, 33 }, { 14, 32 }, { 14, 33 }, { 15, 32 },
  { 15, 33 }, { 18, 32 }, { 18, 33 }, { 19, 33 }, { 20, 32 }, { 20, 33 }, { 22, 32 }, { 22, 33 }, { 23, 25 },
  { 23, 27 }, { 23, 29 }, { 23, 32 }, { 23, 33 }, { 24, 25 }, { 24, 27 }, { 24, 31 }, { 25, 31 }, { 26, 29 },
  { 26, 33 }, { 27, 33 }, { 28, 31 }, { 28, 33 }, { 29, 32 }, { 29, 33 }, { 30, 32 }, { 30, 33 }, { 31, 32 },
  { 31, 33 }, { 32, 33 },
};

static const Expected karate_expected[] = {
  { 16, 0.437635281, 0.568965517 }, { 9, 0.053936688, 0.485294118 }, { 10, 0.143656806, 0.559322034 },
  { 6, 0.011909271, 0.464788732 }, { 3, 0.000631313, 0.379310345 }, { 4, 0.029987374, 0.383720930 },
  { 4, 0.029987374, 0.383720930 }, { 4, 0.000000000, 0.440000000 }, { 5, 0.055926828, 0.515625000 },
  { 2, 0.000847763, 0.434210526 }, { 3, 0.000631313, 0.379310345 }, { 1, 0.000000000, 0.366666667 },
  { 2, 0.000000000, 0.370786517 }, { 5, 0.045863396, 0.515625000 }, { 2, 0.000000000, 0.370786517 },
  { 2, 0.000000000, 0.370786517 }, { 2, 0.000000000, 0.284482759 }, { 2, 0.000000000, 0.375000000 },
  { 2, 0.000000000, 0.370786517 }, { 3, 0.032475048, 0.500000000 }, { 2, 0.000000000, 0.370786517 },
  { 2, 0.000000000, 0.375000000 }, { 2, 0.000000000, 0.370786517 }, { 5, 0.017613636, 0.392857143 },
  { 3, 0.002209596, 0.375000000 }, { 3, 0.003840488, 0.375000000 }, { 2, 0.000000000, 0.362637363 },
  { 4, 0.022333454, 0.458333333 }, { 3, 0.001794733, 0.452054795 }, { 4, 0.002922078, 0.383720930 },
  { 4, 0.014411977, 0.458333333 }, { 6, 0.138275613, 0.540983607 }, { 12, 0.145247114, 0.515625000 },
  { 17, 0.304074976, 0.550000000 },
};

static NetzGraph *
make_graph (const char *line)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (line);
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (GError) error = NULL;
  NetzGraph *graph = netz_graph_new (snapshot, &error);

  g_assert_no_error (error);
  return graph;
}

static NetzMeasures
measure (NetzGraph *graph)
{
  g_autoptr (GError) error = NULL;
  NetzMeasures measures;

  netz_measures_compute (graph, &measures, &error);
  g_assert_no_error (error);
  return measures;
}

/* A line, and what is to come out. */
static const struct
{
  const char *line;
  guint n_edges, n_components, n_isolated;
  double density, mean_degree;
} wholes[] = {
  { "", 0, 0, 0, 0, 0 },
  { "A", 0, 1, 1, 0, 0 },
  { "A B", 0, 2, 2, 0, 0 },
  { "A B A-B", 1, 1, 0, 1, 1 },
  { "A B A-B B-A A-B:x:ended", 1, 1, 0, 1, 1 },
  { "A B A-A A-C B-", 0, 2, 2, 0, 0 },
  { "A B C D E F A-B B-C D-E", 3, 3, 1, 0.2, 1 },
  { "A B C D A-B B-C C-D D-A A-C B-D", 6, 1, 0, 1, 3 },
};

static void
test_wholes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autoptr (NetzGraph) graph = make_graph (wholes[i].line);
      NetzMeasures measures = measure (graph);

      g_assert_cmpuint (netz_graph_get_n_edges (graph), ==, wholes[i].n_edges);
      g_assert_cmpuint (measures.n_components, ==, wholes[i].n_components);
      g_assert_cmpuint (measures.n_isolated, ==, wholes[i].n_isolated);
      g_assert_cmpfloat_with_epsilon (measures.density, wholes[i].density, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (measures.mean_degree, wholes[i].mean_degree, TOLERANCE);
    }
}

static void
assert_centrality (NetzGraph *graph, const Expected *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree NetzCentrality *centrality = netz_measures_compute_centrality (graph, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < netz_graph_get_n_vertices (graph); i++)
    {
      g_assert_cmpuint (centrality[i].degree, ==, expected[i].degree);
      g_assert_cmpfloat_with_epsilon (centrality[i].betweenness, expected[i].betweenness, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (centrality[i].closeness, expected[i].closeness, TOLERANCE);
    }
}

/* By hand: B lies between A and C, one of ten pairs of others; D and E see one of five others each. */
static void
test_islands (void)
{
  static const Expected expected[] = {
    { 1, 0, 2.0 / 3 * 2 / 5 }, { 2, 0.1, 1.0 * 2 / 5 }, { 1, 0, 2.0 / 3 * 2 / 5 },
    { 1, 0, 0.2 },             { 1, 0, 0.2 },           { 0, 0, 0 },
  };
  g_autoptr (NetzGraph) graph = make_graph ("A B C D E F A-B B-C D-E");

  assert_centrality (graph, expected);
}

static void
test_small (void)
{
  static const Expected one[] = { { 0, 0, 0 } };
  static const Expected two[] = { { 1, 0, 1 }, { 1, 0, 1 } };
  g_autoptr (NetzGraph) none = make_graph ("");
  g_autoptr (NetzGraph) single = make_graph ("A");
  g_autoptr (NetzGraph) pair = make_graph ("A B A-B");

  assert_centrality (none, NULL);
  assert_centrality (single, one);
  assert_centrality (pair, two);
}

/* Vertices are in the order of ids, so these have two digits. */
static void
test_karate (void)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (NetzGraph) graph = NULL;
  NetzMeasures measures;

  for (guint i = 0; i < G_N_ELEMENTS (karate_expected); i++)
    g_string_append_printf (line, "m%02u ", i);
  for (guint i = 0; i < G_N_ELEMENTS (karate); i++)
    g_string_append_printf (line, "m%02d-m%02d ", karate[i][0], karate[i][1]);
  graph = make_graph (line->str);
  measures = measure (graph);

  g_assert_cmpuint (netz_graph_get_n_vertices (graph), ==, 34);
  g_assert_cmpuint (netz_graph_get_n_edges (graph), ==, 78);
  g_assert_cmpstr (netz_graph_get_id (graph, 33), ==, "m33");
  g_assert_cmpuint (measures.n_components, ==, 1);
  g_assert_cmpfloat_with_epsilon (measures.density, 0.13903743315508021, TOLERANCE);
  assert_centrality (graph, karate_expected);
}

static igraph_error_t
fail_in_igraph (gpointer data)
{
  igraph_vector_int_t vector;
  igraph_t graph;

  IGRAPH_CHECK (igraph_vector_int_init (&vector, 3));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &vector);
  IGRAPH_CHECK (igraph_create (&graph, &vector, 1, IGRAPH_UNDIRECTED)); /* an odd number of ends */
  g_assert_not_reached ();
}

/* An error of igraph is one of ours, not the end of the program, and the next call is none the worse. */
static void
test_error (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (netz_graph_run (fail_in_igraph, NULL, &error));
  g_assert_error (error, NETZ_GRAPH_ERROR, NETZ_GRAPH_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, ": "));
  test_karate ();
}

static gpointer
measure_in_thread (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      test_karate ();
      g_assert_false (netz_graph_run (fail_in_igraph, NULL, NULL));
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("measure", measure_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measures/wholes", test_wholes);
  g_test_add_func ("/measures/islands", test_islands);
  g_test_add_func ("/measures/small", test_small);
  g_test_add_func ("/measures/karate", test_karate);
  g_test_add_func ("/measures/error", test_error);
  g_test_add_func ("/measures/threads", test_threads);
  return g_test_run ();
}
