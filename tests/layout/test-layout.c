/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of every engine, whatever the graph. */
#include "layout/netz-layout-quality.h"
#include "layout/netz-layout.h"

#include <math.h>
#include <string.h>

typedef NetzLayoutGraph *(*Maker) (void);

/* Boxes as of names of several lengths, groups and a map. */
static NetzLayoutGraph *
make_graph (guint n_nodes, guint n_edges)
{
  NetzLayoutGraph *graph = netz_layout_graph_new (n_nodes, n_edges, 5);
  guint64 chance = 99;

  graph->frame_head = 30;
  for (guint i = 0; i < n_nodes; i++)
    {
      double half = 22 + 50 * netz_layout_random_double (&chance);

      graph->boxes[i] = (NetzLayoutBox) { -half, -22, half, i % 3 == 0 ? 40 : 56 };
      graph->groups[i] = netz_layout_random_below (&chance, 5);
      graph->map_x[i] = netz_layout_random_double (&chance);
      graph->map_y[i] = netz_layout_random_double (&chance);
    }
  return graph;
}

static NetzLayoutGraph *
make_empty (void)
{
  return make_graph (0, 0);
}

static NetzLayoutGraph *
make_single (void)
{
  return make_graph (1, 0);
}

static NetzLayoutGraph *
make_pair (void)
{
  NetzLayoutGraph *graph = make_graph (2, 3);

  netz_layout_graph_set_edge (graph, 0, 0, 1);
  netz_layout_graph_set_edge (graph, 1, 1, 0);
  netz_layout_graph_set_edge (graph, 2, 1, 1);
  return graph;
}

static NetzLayoutGraph *
make_star_of (guint n)
{
  NetzLayoutGraph *graph = make_graph (n, n - 1);

  for (guint i = 1; i < n; i++)
    netz_layout_graph_set_edge (graph, i - 1, 0, i);
  return graph;
}

static NetzLayoutGraph *
make_star (void)
{
  return make_star_of (5000);
}

static NetzLayoutGraph *
make_clique (void)
{
  NetzLayoutGraph *graph = make_graph (300, 300 * 299 / 2);
  guint e = 0;

  for (guint i = 0; i < 300; i++)
    for (guint j = 0; j < i; j++)
      netz_layout_graph_set_edge (graph, e++, i, j);
  return graph;
}

static NetzLayoutGraph *
make_isolated (void)
{
  return make_graph (1000, 0);
}

/* Two rings of a hundred, far from each other. */
static NetzLayoutGraph *
make_far (void)
{
  NetzLayoutGraph *graph = make_graph (200, 200);

  for (guint i = 0; i < 200; i++)
    {
      netz_layout_graph_set_edge (graph, i, i, i / 100 * 100 + (i + 1) % 100);
      graph->x[i] = i < 100 ? -1e8 : 1e8;
      graph->y[i] = i;
    }
  return graph;
}

static NetzLayoutGraph *
make_network (guint n)
{
  NetzLayoutGraph *graph = make_graph (n, 2 * n);
  guint64 chance = 5;

  for (guint e = 0; e < 2 * n; e++)
    {
      double skew = netz_layout_random_double (&chance);

      netz_layout_graph_set_edge (graph, e, e / 2, (guint) (skew * skew * skew * n));
    }
  return graph;
}

static NetzLayoutGraph *
make_one_place (void)
{
  NetzLayoutGraph *graph = make_network (400);

  for (guint i = 0; i < graph->n_nodes; i++)
    graph->x[i] = graph->y[i] = 3;
  return graph;
}

static NetzLayoutGraph *
make_usual (void)
{
  return make_network (700);
}

/* One whose name is very long, and one that is nothing. */
static NetzLayoutGraph *
make_odd_boxes (void)
{
  NetzLayoutGraph *graph = make_network (100);

  graph->boxes[7] = (NetzLayoutBox) { -4000, -22, 4000, 3000 };
  graph->boxes[8] = (NetzLayoutBox) { 0, 0, 0, 0 };
  return graph;
}

static const struct
{
  const char *name;
  Maker make;
} graphs[] = {
  { "empty", make_empty },       { "single", make_single },       { "pair", make_pair },
  { "star", make_star },         { "clique", make_clique },       { "isolated", make_isolated },
  { "far", make_far },           { "one place", make_one_place }, { "usual", make_usual },
  { "odd boxes", make_odd_boxes },
};

static void
assert_placed (const NetzLayoutGraph *graph)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    g_assert_true (isfinite (graph->x[i]) && isfinite (graph->y[i]));
}

static void
run (gconstpointer data, NetzLayoutGraph *graph, guint n_threads)
{
  NetzLayoutOptions options = { 7, n_threads, NETZ_LAYOUT_NOWHERE };
  g_autoptr (GError) error = NULL;

  netz_layout_run (data, graph, &options, NULL, &error);
  if (graph->n_nodes > 0)
    g_assert_no_error (error);
}

static void
test_no_overlap (gconstpointer engine)
{
  for (guint g = 0; g < G_N_ELEMENTS (graphs); g++)
    {
      g_autoptr (NetzLayoutGraph) graph = graphs[g].make ();

      run (engine, graph, 2);
      g_test_message ("%s", graphs[g].name);
      assert_placed (graph);
      g_assert_cmpuint (netz_layout_quality_count_overlaps (graph), ==, 0);
    }
}

static void
test_same_bits (gconstpointer engine)
{
  g_autoptr (NetzLayoutGraph) one = make_usual (), three = make_usual ();
  gsize size = sizeof (double) * one->n_nodes;

  run (engine, one, 1);
  run (engine, three, 3);
  g_assert_cmpmem (one->x, size, three->x, size);
  g_assert_cmpmem (one->y, size, three->y, size);
}

static void
test_fixed (gconstpointer engine)
{
  g_autoptr (NetzLayoutGraph) graph = make_usual ();

  for (guint i = 0; i < graph->n_nodes; i += 5)
    {
      graph->fixed[i] = 1;
      graph->x[i] = i * 31 % 4000;
      graph->y[i] = i / 50 * 200.0;
    }
  run (engine, graph, 2);
  assert_placed (graph);
  for (guint i = 0; i < graph->n_nodes; i += 5)
    {
      g_assert_cmpfloat (graph->x[i], ==, i * 31 % 4000);
      g_assert_cmpfloat (graph->y[i], ==, i / 50 * 200.0);
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    if (!graph->fixed[i])
      for (guint j = 0; j < graph->n_nodes; j++)
        if (i != j)
          g_assert_false (graph->x[i] + graph->boxes[i].left < graph->x[j] + graph->boxes[j].right
                          && graph->x[j] + graph->boxes[j].left < graph->x[i] + graph->boxes[i].right
                          && graph->y[i] + graph->boxes[i].top < graph->y[j] + graph->boxes[j].bottom
                          && graph->y[j] + graph->boxes[j].top < graph->y[i] + graph->boxes[i].bottom);
}

static void
test_cancel (gconstpointer engine)
{
  g_autoptr (NetzLayoutGraph) graph = make_one_place ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (netz_layout_run (engine, graph, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      g_assert_cmpfloat (graph->x[i], ==, 3);
      g_assert_cmpfloat (graph->y[i], ==, 3);
    }
}

typedef struct
{
  GCancellable *cancellable;
  double last;
} Progress;

static void
on_progress (double fraction, gpointer data)
{
  Progress *progress = data;

  g_assert_true (fraction >= 0 && fraction <= 1);
  progress->last = MAX (progress->last, fraction);
  if (progress->cancellable != NULL && fraction > 0.2)
    g_cancellable_cancel (progress->cancellable);
}

/* In the middle of the work, at a moment that is always the same. */
static void
test_cancel_halfway (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_usual ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Progress progress = { cancellable };
  NetzLayoutOptions options = { 1, 2, NETZ_LAYOUT_NOWHERE, on_progress, &progress };

  g_assert_false (netz_layout_run (netz_layout_find_engine ("force"), graph, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (isnan (graph->x[0]));
}

static void
test_bad_places (gconstpointer engine)
{
  g_autoptr (NetzLayoutGraph) graph = make_usual ();
  g_autoptr (GError) error = NULL;

  graph->x[3] = 5; /* and no y */
  g_assert_false (netz_layout_run (engine, graph, NULL, NULL, &error));
  g_assert_error (error, NETZ_LAYOUT_ERROR, NETZ_LAYOUT_ERROR_PLACE);
  g_clear_error (&error);
  graph->x[3] = NAN;
  graph->boxes[4].right = INFINITY;
  g_assert_false (netz_layout_run (engine, graph, NULL, NULL, &error));
  g_assert_error (error, NETZ_LAYOUT_ERROR, NETZ_LAYOUT_ERROR_PLACE);
}

/* A second run mends what there is: nodes stay about where they are. */
static void
test_again (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_network (150);
  g_autofree double *x = NULL, *y = NULL;
  double moved = 0, size = 0;

  run (netz_layout_find_engine ("force"), graph, 2);
  x = g_memdup2 (graph->x, sizeof (double) * graph->n_nodes);
  y = g_memdup2 (graph->y, sizeof (double) * graph->n_nodes);
  run (netz_layout_find_engine ("force"), graph, 2);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      moved += hypot (graph->x[i] - x[i], graph->y[i] - y[i]) / graph->n_nodes;
      size = MAX (size, fabs (x[i] - x[0]));
    }
  g_assert_cmpfloat (moved, <, size / 5);
}

static void
test_new_beside (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_graph (3, 1);

  netz_layout_graph_set_edge (graph, 0, 2, 1);
  graph->x[0] = graph->y[0] = graph->y[1] = 0;
  graph->x[1] = 5000;
  run (netz_layout_find_engine ("new"), graph, 1);
  g_assert_cmpfloat (graph->x[0], ==, 0);
  g_assert_cmpfloat (graph->x[1], ==, 5000);
  g_assert_cmpfloat (hypot (graph->x[2] - 5000, graph->y[2]), <, 300);
}

/* A square whose two diagonals are drawn as sides is found without a crossing. */
static void
test_circle_uncrossed (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_graph (8, 8);
  NetzLayoutQuality quality;

  for (guint i = 0; i < 8; i++)
    netz_layout_graph_set_edge (graph, i, i * 3 % 8, (i + 1) * 3 % 8);
  run (netz_layout_find_engine ("circle"), graph, 1);
  netz_layout_quality_measure (graph, 8, &quality);
  g_assert_cmpfloat (quality.crossings, ==, 0);
}

static void
test_rings (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_star_of (9);
  NetzLayoutOptions options = { 1, 1, 4 };

  netz_layout_run (netz_layout_find_engine ("rings"), graph, &options, NULL, NULL);
  for (guint i = 1; i < 9; i++)
    if (i != 4)
      g_assert_cmpfloat (hypot (graph->x[i] - graph->x[4], graph->y[i] - graph->y[4]), >,
                         hypot (graph->x[0] - graph->x[4], graph->y[0] - graph->y[4]));
}

static void
test_layers (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_usual ();
  double lowest[5] = { -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY };
  double highest[5] = { INFINITY, INFINITY, INFINITY, INFINITY, INFINITY };

  run (netz_layout_find_engine ("layered"), graph, 2);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      lowest[graph->groups[i]] = MAX (lowest[graph->groups[i]], graph->y[i]);
      highest[graph->groups[i]] = MIN (highest[graph->groups[i]], graph->y[i]);
    }
  for (guint level = 1; level < 5; level++)
    g_assert_cmpfloat (lowest[level - 1], <, highest[level]);
}

/* Each in the frame of its district, and no frame on another. */
static void
test_frames (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_usual ();

  run (netz_layout_find_engine ("district"), graph, 2);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const NetzLayoutBox *frame = &graph->frames[graph->groups[i]];

      g_assert_cmpfloat (graph->x[i] + graph->boxes[i].left, >=, frame->left);
      g_assert_cmpfloat (graph->x[i] + graph->boxes[i].right, <=, frame->right);
      g_assert_cmpfloat (graph->y[i] + graph->boxes[i].top, >=, frame->top + graph->frame_head);
      g_assert_cmpfloat (graph->y[i] + graph->boxes[i].bottom, <=, frame->bottom);
    }
  for (guint a = 0; a < 5; a++)
    for (guint b = 0; b < a; b++)
      g_assert_true (graph->frames[a].right <= graph->frames[b].left || graph->frames[b].right <= graph->frames[a].left
                     || graph->frames[a].bottom <= graph->frames[b].top
                     || graph->frames[b].bottom <= graph->frames[a].top);
}

/* Nearly in line becomes in line; what has room stays. */
static void
test_tidy (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_graph (3, 0);

  graph->x[0] = 0;
  graph->y[0] = 0;
  graph->x[1] = 6;
  graph->y[1] = 300;
  graph->x[2] = 500;
  graph->y[2] = 4;
  run (netz_layout_find_engine ("tidy"), graph, 1);
  g_assert_cmpfloat_with_epsilon (graph->x[0], 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (graph->x[1], 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (graph->y[0], 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (graph->y[2], 2, 1e-9);
  g_assert_cmpfloat (graph->x[2], ==, 500);
  g_assert_cmpfloat (graph->y[1], ==, 300);
}

static void
test_map_keeps_sides (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_graph (60, 0);
  guint kept = 0, pairs = 0;

  run (netz_layout_find_engine ("map"), graph, 1);
  for (guint i = 0; i < 60; i++)
    for (guint j = 0; j < i; j++, pairs++)
      kept += (graph->map_x[i] < graph->map_x[j]) == (graph->x[i] < graph->x[j]);
  g_assert_cmpuint (kept * 10, >, pairs * 9);
}

static void
test_map_unknown (void)
{
  g_autoptr (NetzLayoutGraph) graph = make_isolated ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < graph->n_nodes; i++)
    graph->map_x[i] = NAN;
  g_assert_false (netz_layout_run (netz_layout_find_engine ("map"), graph, NULL, NULL, &error));
  g_assert_error (error, NETZ_LAYOUT_ERROR, NETZ_LAYOUT_ERROR_NOTHING);
}

static void
add_for_each_engine (const char *name, GTestDataFunc test)
{
  guint n_engines;
  const NetzLayoutEngine *engines = netz_layout_get_engines (&n_engines);

  for (guint i = 0; i < n_engines; i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/%s/%s", engines[i].id, name);

      g_test_add_data_func (path, &engines[i], test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_for_each_engine ("no-overlap", test_no_overlap);
  add_for_each_engine ("same-bits", test_same_bits);
  add_for_each_engine ("fixed", test_fixed);
  add_for_each_engine ("cancel", test_cancel);
  add_for_each_engine ("bad-places", test_bad_places);
  g_test_add_func ("/layout/cancel-halfway", test_cancel_halfway);
  g_test_add_func ("/layout/again", test_again);
  g_test_add_func ("/layout/new-beside", test_new_beside);
  g_test_add_func ("/layout/circle-uncrossed", test_circle_uncrossed);
  g_test_add_func ("/layout/rings-by-distance", test_rings);
  g_test_add_func ("/layout/layers-in-order", test_layers);
  g_test_add_func ("/layout/frames-hold", test_frames);
  g_test_add_func ("/layout/tidy-aligns", test_tidy);
  g_test_add_func ("/layout/map-keeps-sides", test_map_keeps_sides);
  g_test_add_func ("/layout/map-unknown", test_map_unknown);
  return g_test_run ();
}
