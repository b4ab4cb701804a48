/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lays out made-up networks, with boxes of real names, by our engine of forces
 * and by what Debian has, and prints how long each took and how good it is:
 *
 *   netz-bench-layout [INSTITUTIONS…]      100, 1,000 and 10,000 without arguments
 *
 * Seconds of the clock, the best of several runs for what is quick. Programs of
 * graphviz are run as such, so theirs include reading and writing; those that
 * take longer than PATIENCE seconds have no figures.
 */
#define G_LOG_DOMAIN "netz-bench"

#include "arrange/netz-arrangement.h"
#include "layout/netz-layout-quality.h"
#include "netz-generate.h"
#include "scene/netz-scene-box.h"

#include <glib/gstdio.h>
#include <igraph.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PATIENCE "300"
#define RUNS 5
#define SOURCES 200

static gboolean
measure (const char *id, NetzLayoutBox *box, gpointer scene)
{
  NetzRect rect;

  if (!netz_scene_measure_box (scene, id, &rect))
    return FALSE;
  *box = (NetzLayoutBox) { rect.x, rect.y, rect.x + rect.width, rect.y + rect.height };
  return TRUE;
}

/* Without places, so that nothing that was there helps. */
static NetzLayoutGraph *
make_graph (guint n)
{
  g_autoptr (NetzSnapshot) snapshot = netz_generate (n, 1);
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (snapshot);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (NetzArrangement) arrangement
      = netz_arrangement_new (snapshot, netz_layout_find_engine ("force"), NULL, measure, scene);
  const NetzLayoutGraph *from = netz_arrangement_get_graph (arrangement);
  NetzLayoutGraph *graph = netz_layout_graph_new (from->n_nodes, from->n_edges, 1);

  memcpy (graph->boxes, from->boxes, sizeof (NetzLayoutBox) * from->n_nodes);
  memcpy (graph->edges, from->edges, sizeof (NetzLayoutEdge) * from->n_edges);
  return graph;
}

static void
print (const NetzLayoutGraph *graph, const char *name, double seconds)
{
  static gboolean any;
  NetzLayoutQuality quality;

  netz_layout_quality_measure (graph, SOURCES, &quality);
  g_print ("%s  {\"institutions\": %u, \"layout\": \"%s\", \"seconds\": %.4f, \"stress\": %.4f, "
           "\"crossings_per_edge\": %.2f, \"overlaps\": %.0f, \"area\": %.4g, \"fill\": %.3f, "
           "\"length_deviation\": %.2f, \"passes\": %.2f}",
           any ? ",\n" : "", graph->n_nodes, name, seconds, quality.stress, quality.crossings_per_edge,
           quality.overlaps, quality.area, quality.fill, quality.length_deviation, quality.passes);
  any = TRUE;
}

static void
measure_ours (NetzLayoutGraph *graph)
{
  double best = INFINITY;

  for (guint run = 0; run < RUNS; run++)
    {
      gint64 began;

      for (guint i = 0; i < graph->n_nodes; i++)
        graph->x[i] = graph->y[i] = NAN;
      began = g_get_monotonic_time ();
      netz_layout_run (netz_layout_find_engine ("force"), graph, NULL, NULL, NULL);
      best = MIN (best, (g_get_monotonic_time () - began) / 1e6);
    }
  print (graph, "netzwerkstatt", best);
}

static void
write_dot (const NetzLayoutGraph *graph, const char *path)
{
  g_autoptr (GString) dot = g_string_new ("graph {\nnode [shape=box, fixedsize=true, label=\"\"];\n");

  for (guint i = 0; i < graph->n_nodes; i++)
    g_string_append_printf (dot, "%u [width=%.3f, height=%.3f];\n", i,
                            (graph->boxes[i].right - graph->boxes[i].left) / 72,
                            (graph->boxes[i].bottom - graph->boxes[i].top) / 72);
  for (guint e = 0; e < graph->n_edges; e++)
    g_string_append_printf (dot, "%u -- %u;\n", graph->edges[e].from, graph->edges[e].to);
  g_string_append (dot, "}\n");
  g_file_set_contents (path, dot->str, -1, NULL);
}

/* Lines of the plain format: node NAME X Y WIDTH HEIGHT …, in inches. */
static gboolean
read_plain (NetzLayoutGraph *graph, const char *plain)
{
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  guint n = 0;

  for (guint k = 0; lines[k] != NULL; k++)
    {
      g_auto (GStrv) words = g_strsplit (lines[k], " ", 6);
      guint i;

      if (g_strv_length (words) < 5 || strcmp (words[0], "node") != 0)
        continue;
      i = (guint) g_ascii_strtoull (words[1], NULL, 10);
      graph->x[i] = g_ascii_strtod (words[2], NULL) * 72 - (graph->boxes[i].left + graph->boxes[i].right) / 2;
      graph->y[i] = g_ascii_strtod (words[3], NULL) * 72 - (graph->boxes[i].top + graph->boxes[i].bottom) / 2;
      n++;
    }
  return n == graph->n_nodes;
}

static void
measure_graphviz (NetzLayoutGraph *graph, const char *folder, const char *program, const char *overlap)
{
  g_autofree char *path = g_build_filename (folder, "graph.dot", NULL);
  g_autofree char *option = g_strconcat ("-Goverlap=", overlap, NULL);
  g_autofree char *name = g_strdup_printf ("%s, overlap=%s", program, overlap);
  const char *command[] = { "timeout", PATIENCE, program, "-Tplain", option, path, NULL };
  g_autofree char *plain = NULL;
  gint64 began;

  write_dot (graph, path);
  began = g_get_monotonic_time ();
  if (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                    &plain, NULL, NULL, NULL)
      && plain != NULL && read_plain (graph, plain))
    print (graph, name, (g_get_monotonic_time () - began) / 1e6);
  g_unlink (path);
}

static void
measure_igraph (NetzLayoutGraph *graph)
{
  igraph_t igraph;
  igraph_vector_int_t edges;
  igraph_matrix_t places;
  gint64 began;

  igraph_vector_int_init (&edges, 2 * (igraph_integer_t) graph->n_edges);
  for (guint e = 0; e < graph->n_edges; e++)
    {
      VECTOR (edges)[2 * e] = graph->edges[e].from;
      VECTOR (edges)[2 * e + 1] = graph->edges[e].to;
    }
  igraph_create (&igraph, &edges, graph->n_nodes, IGRAPH_UNDIRECTED);
  igraph_matrix_init (&places, 0, 0);
  igraph_rng_seed (igraph_rng_default (), 1);
  began = g_get_monotonic_time ();
  igraph_layout_fruchterman_reingold (&igraph, &places, FALSE, 500, sqrt (graph->n_nodes), IGRAPH_LAYOUT_AUTOGRID,
                                      NULL, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      graph->x[i] = MATRIX (places, i, 0) * 72;
      graph->y[i] = MATRIX (places, i, 1) * 72;
    }
  print (graph, "igraph Fruchterman-Reingold", (g_get_monotonic_time () - began) / 1e6);
  igraph_matrix_destroy (&places);
  igraph_vector_int_destroy (&edges);
  igraph_destroy (&igraph);
}

static void
compare (guint n, const char *folder)
{
  g_autoptr (NetzLayoutGraph) graph = make_graph (n);

  measure_ours (graph);
  if (n > 20000)
    return;
  measure_igraph (graph);
  if (n <= 1000)
    measure_graphviz (graph, folder, "neato", "true");
  if (n <= 1000)
    measure_graphviz (graph, folder, "neato", "prism");
  measure_graphviz (graph, folder, "sfdp", "true");
  measure_graphviz (graph, folder, "sfdp", "prism");
}

int
main (int argc, char **argv)
{
  static const char *const usual[] = { "100", "1000", "10000", NULL };
  const char *const *sizes = argc > 1 ? (const char *const *) argv + 1 : usual;
  g_autofree char *folder = g_dir_make_tmp ("netz-bench-XXXXXX", NULL);

  g_print ("[\n");
  for (guint i = 0; sizes[i] != NULL; i++)
    compare ((guint) g_ascii_strtoull (sizes[i], NULL, 10), folder);
  g_print ("\n]\n");
  g_rmdir (folder);
  return 0;
}
