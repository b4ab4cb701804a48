/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What holds networks together: small ones counted by hand, and graphs, made
 * here or by others, whose figures networkx 3.6.1 has given.
 */
#include "graph/netz-graph-communities.h"
#include "graph/netz-graph-path.h"
#include "graph/netz-graph-structure.h"
#include "graph/netz-measures.h"
#include "support/netz-test-network.h"

#include <string.h>

#define TOLERANCE 1e-9

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

static NetzGraphStructure *
make_structure (const char *line)
{
  g_autoptr (NetzGraph) graph = make_graph (line);
  g_autoptr (GError) error = NULL;
  NetzGraphStructure *structure = netz_graph_structure_new (graph, &error);

  g_assert_no_error (error);
  return structure;
}

/* The ids with blanks between, and the list let go of. */
static char *
join (GPtrArray *ids)
{
  g_autoptr (GPtrArray) list = ids;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) list->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "B: A | C" for each institution that others need, the parts largest first. */
static char *
print_cuts (const NetzGraphStructure *structure)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < netz_graph_structure_get_n_cuts (structure); i++)
    {
      const NetzGraphCut *cut = netz_graph_structure_get_cut (structure, i);

      g_string_append_printf (text, "%s%s(%u):", i > 0 ? "; " : "", cut->id, cut->n_split);
      for (guint part = 0; part < cut->n_parts; part++)
        {
          g_autofree char *ids = join (netz_graph_structure_list_part (structure, i, part));

          g_string_append_printf (text, "%s%s", part > 0 ? " | " : " ", ids);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
print_bridges (const NetzGraphStructure *structure)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < netz_graph_structure_get_n_bridges (structure); i++)
    {
      const NetzGraphBridge *bridge = netz_graph_structure_get_bridge (structure, i);
      g_autofree char *ids = join (netz_graph_structure_list_far_side (structure, i));

      g_string_append_printf (text, "%s%s-%s: %s", i > 0 ? "; " : "", bridge->near, bridge->far, ids);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* By hand. */
static const struct
{
  const char *line;
  const char *cuts;
  const char *bridges;
} cases[] = {
  { "", "", "" },
  { "A", "", "" },
  { "A B A-B", "", "A-B: B" },
  { "A B A-B A-B B-A A-A", "", "A-B: B" },
  { "A B C A-B B-C", "B(1): A | C", "B-A: A; B-C: C" },
  { "A B C A-B B-C C-A", "", "" },
  /* two triangles that share C, and D hangs on E */
  { "A B C D E F A-B B-C C-A C-E E-F F-C E-D", "C(2): D E F | A B; E(1): A B C F | D", "E-D: D" },
  /* the walk begins in the smaller part: A and B before C hold the rest */
  { "A B C D E A-B B-C C-D D-E E-C", "C(2): A B | D E; B(1): C D E | A", "C-B: A B; B-A: A" },
  { "hub a b c hub-a hub-b hub-c z", "hub(2): a | b | c", "hub-a: a; hub-b: b; hub-c: c" },
  { "A B C D A-B C-D", "", "A-B: B; C-D: D" },
};

static void
test_by_hand (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NetzGraphStructure) structure = make_structure (cases[i].line);
      g_autofree char *cuts = print_cuts (structure);
      g_autofree char *bridges = print_bridges (structure);

      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (cuts, ==, cases[i].cuts);
      g_assert_cmpstr (bridges, ==, cases[i].bridges);
    }
}

static void
test_islands (void)
{
  g_autoptr (NetzGraphStructure) structure = make_structure ("A B C D E F A-B D-E E-F");
  g_autofree char *first = join (netz_graph_structure_list_component (structure, 0));
  g_autofree char *second = join (netz_graph_structure_list_component (structure, 1));
  g_autofree char *third = join (netz_graph_structure_list_component (structure, 2));

  g_assert_cmpuint (netz_graph_structure_get_n_components (structure), ==, 3);
  g_assert_cmpstr (first, ==, "D E F");
  g_assert_cmpstr (second, ==, "A B");
  g_assert_cmpstr (third, ==, "C");
}

static void
test_path (void)
{
  static const char *const ways[][3] = {
    { "A", "E", "A B E" }, { "E", "A", "E B A" }, { "A", "A", "A" },
    { "A", "F", "" },      { "A", "nobody", "" }, { "C", "D", "C D" },
  };
  g_autoptr (NetzGraph) graph = make_graph ("A B C D E F A-B B-C C-D D-E E-B");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *way = join (netz_graph_find_path (graph, ways[i][0], ways[i][1], &error));

      g_assert_no_error (error);
      g_assert_cmpstr (way, ==, ways[i][2]);
    }
}

static void
test_communities (void)
{
  g_autoptr (NetzGraph) graph = make_graph ("A B C D E F G H A-B B-C C-A D-E E-F F-D C-D G-H lone");
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzCommunities) found = netz_communities_find (graph, &error);
  static const char *const expected[] = { "A B C", "D E F", "G H" };
  g_autofree char *alone = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (found->communities->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *ids = join (g_ptr_array_ref (found->communities->pdata[i]));

      g_assert_cmpstr (ids, ==, expected[i]);
    }
  alone = join (g_ptr_array_ref (found->alone));
  g_assert_cmpstr (alone, ==, "lone");
  /* By hand: 8 pairs; inside 3, 3 and 1; the degrees sum to 7, 7 and 2. */
  g_assert_cmpfloat_with_epsilon (found->modularity, 7.0 / 8 - (49 + 49 + 4) / 256.0, TOLERANCE);
}

static void
test_no_communities (void)
{
  g_autoptr (NetzGraph) none = make_graph ("");
  g_autoptr (NetzGraph) lone = make_graph ("A B");
  g_autoptr (NetzCommunities) of_none = netz_communities_find (none, NULL);
  g_autoptr (NetzCommunities) of_lone = netz_communities_find (lone, NULL);

  g_assert_cmpuint (of_none->communities->len, ==, 0);
  g_assert_cmpuint (of_none->alone->len, ==, 0);
  g_assert_cmpuint (of_lone->communities->len, ==, 0);
  g_assert_cmpuint (of_lone->alone->len, ==, 2);
}

/* What networkx says of a graph. The modularity is that of its Louvain communities: ours are to be about as good. */
typedef struct
{
  const char *name;
  guint n, m, n_components, largest_component;
  guint n_cuts, most_split, sum_split, n_bridges;
  double density, most_betweenness, sum_betweenness, sum_closeness;
  guint sum_of_ways, n_of_degree_one, largest_degree;
  double modularity;
} Known;

/* sum_of_ways: from the first institution to all that it reaches. */
static const Known made[] = {
  { "barbell", 13, 24, 1, 13, 5, 6, 24, 4, 0.307692307692, 0.545454545455, 2.575757575758, 4.165790187043, 42, 0, 5,
    0.5182 },
  { "tree", 31, 30, 1, 31, 15, 15, 83, 30, 0.064516129032, 0.627586206897, 4.227586206897, 6.472322885000, 98, 16, 3,
    0.6478 },
  { "grid", 20, 31, 1, 20, 0, 0, 0, 0, 0.163157894737, 0.246950710109, 2.222222222222, 6.813399180641, 70, 0, 4,
    0.4469 },
  { "barbell and ring", 18, 29, 2, 13, 5, 6, 24, 4, 0.189542483660, 0.264705882353, 1.286764705882, 3.724871504579, 42,
    0, 5, 0.6284 },
};

static const Known found[] = {
  { "gephi-toolkit-demos__LesMiserables.gexf", 77, 254, 1, 77, 8, 15, 31, 18, 0.086807928913, 0.569989052784,
    1.684912280702, 29.979276293629, 177, 17, 36, 0.5543 },
  { "topologyzoo__Dfn.graphml", 58, 87, 1, 58, 4, 3, 7, 7, 0.052631578947, 0.479354636591, 2.260025062657,
    18.753106235516, 116, 7, 15, 0.5613 },
  { "walsh__got-network.graphml", 107, 352, 1, 107, 11, 4, 18, 16, 0.062070181626, 0.229964663685, 1.940161725067,
    37.956767995570, 272, 16, 36, 0.4922 },
  { "igraph__karate.gml", 34, 78, 1, 34, 1, 6, 6, 1, 0.139037433155, 0.437635281385, 1.496212121212, 14.500307507500,
    58, 1, 17, 0.4188 },
  { "gs-core__B.NET", 111, 193, 1, 111, 6, 17, 81, 4, 0.031613431613, 0.636639984799, 4.421851542952, 22.243633931927,
    373, 0, 47, 0.6295 },
};

static void
check_structure (const NetzGraph *graph, const Known *known)
{
  g_autoptr (NetzGraphStructure) structure = netz_graph_structure_new (graph, NULL);
  g_autoptr (GPtrArray) largest = netz_graph_structure_list_component (structure, 0);
  guint sum = 0;

  g_assert_cmpuint (netz_graph_structure_get_n_components (structure), ==, known->n_components);
  g_assert_cmpuint (largest->len, ==, known->largest_component);
  g_assert_cmpuint (netz_graph_structure_get_n_cuts (structure), ==, known->n_cuts);
  g_assert_cmpuint (netz_graph_structure_get_n_bridges (structure), ==, known->n_bridges);
  for (guint i = 0; i < known->n_cuts; i++)
    sum += netz_graph_structure_get_cut (structure, i)->n_split;
  g_assert_cmpuint (sum, ==, known->sum_split);
  if (known->n_cuts > 0)
    g_assert_cmpuint (netz_graph_structure_get_cut (structure, 0)->n_split, ==, known->most_split);
}

static void
check_centrality (const NetzGraph *graph, const Known *known)
{
  g_autofree NetzCentrality *centrality = netz_measures_compute_centrality (graph, NULL);
  double most = 0, sum = 0, closeness = 0;
  guint n_of_degree_one = 0, largest_degree = 0;

  for (guint i = 0; i < known->n; i++)
    {
      most = MAX (most, centrality[i].betweenness);
      sum += centrality[i].betweenness;
      closeness += centrality[i].closeness;
      n_of_degree_one += centrality[i].degree == 1;
      largest_degree = MAX (largest_degree, centrality[i].degree);
    }
  g_assert_cmpfloat_with_epsilon (most, known->most_betweenness, TOLERANCE);
  g_assert_cmpfloat_with_epsilon (sum, known->sum_betweenness, TOLERANCE);
  g_assert_cmpfloat_with_epsilon (closeness, known->sum_closeness, 1e-8);
  g_assert_cmpuint (n_of_degree_one, ==, known->n_of_degree_one);
  g_assert_cmpuint (largest_degree, ==, known->largest_degree);
}

static void
check_ways (const NetzGraph *graph, const Known *known)
{
  guint sum = 0;

  for (guint i = 1; i < known->n; i++)
    {
      g_autoptr (GPtrArray) way
          = netz_graph_find_path (graph, netz_graph_get_id (graph, 0), netz_graph_get_id (graph, i), NULL);

      sum += way->len > 0 ? way->len - 1 : 0;
    }
  g_assert_cmpuint (sum, ==, known->sum_of_ways);
}

static void
check (const char *line, const Known *known)
{
  g_autoptr (NetzGraph) graph = make_graph (line);
  g_autoptr (NetzCommunities) communities = netz_communities_find (graph, NULL);
  NetzMeasures measures;

  g_test_message ("%s", known->name);
  g_assert_cmpuint (netz_graph_get_n_vertices (graph), ==, known->n);
  g_assert_cmpuint (netz_graph_get_n_edges (graph), ==, known->m);
  g_assert_true (netz_measures_compute (graph, &measures, NULL));
  g_assert_cmpuint (measures.n_components, ==, known->n_components);
  g_assert_cmpfloat_with_epsilon (measures.density, known->density, TOLERANCE);
  check_structure (graph, known);
  check_centrality (graph, known);
  check_ways (graph, known);
  g_assert_cmpfloat (communities->modularity, >=, known->modularity - 0.01);
}

static void
add_edge (GString *line, guint from, guint to)
{
  g_string_append_printf (line, " n%03u-n%03u", from, to);
}

static GString *
begin_line (guint n)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (line, " n%03u", i);
  return line;
}

/* Each with each. */
static void
add_clique (GString *line, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    for (guint j = i + 1; j < end; j++)
      add_edge (line, i, j);
}

/* Two groups of five, and three between them in a row. */
static GString *
make_barbell (guint n)
{
  GString *line = begin_line (n);

  add_clique (line, 0, 5);
  add_clique (line, 8, 13);
  for (guint i = 4; i < 8; i++)
    add_edge (line, i, i + 1);
  return line;
}

static void
test_made (void)
{
  g_autoptr (GString) barbell = make_barbell (13);
  g_autoptr (GString) tree = begin_line (31);
  g_autoptr (GString) grid = begin_line (20);
  g_autoptr (GString) both = make_barbell (18);

  for (guint i = 1; i < 31; i++)
    add_edge (tree, (i - 1) / 2, i);
  for (guint i = 0; i < 20; i++)
    {
      if (i % 5 < 4)
        add_edge (grid, i, i + 1);
      if (i < 15)
        add_edge (grid, i, i + 5);
    }
  for (guint i = 0; i < 5; i++)
    add_edge (both, 13 + i, 13 + (i + 1) % 5);
  check (barbell->str, &made[0]);
  check (tree->str, &made[1]);
  check (grid->str, &made[2]);
  check (both->str, &made[3]);
}

/* Ids in the order in which they come get numbers; what names them again means the same one. */
static guint
number_of (GHashTable *numbers, const char *id)
{
  if (!g_hash_table_contains (numbers, id))
    g_hash_table_insert (numbers, g_strdup (id), GUINT_TO_POINTER (g_hash_table_size (numbers)));
  return GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id));
}

static void
read_nodes (GHashTable *numbers, const char *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *id = g_match_info_fetch (match, 1);

      number_of (numbers, id);
    }
}

static void
read_edges (GHashTable *numbers, GString *line, const char *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *from = g_match_info_fetch (match, 1);
      g_autofree char *to = g_match_info_fetch (match, 2);

      add_edge (line, number_of (numbers, from), number_of (numbers, to));
    }
}

/* Not a reader of these formats: just enough to find who is joined to whom in these files. */
static const struct
{
  const char *suffix;
  const char *nodes;
  const char *edges;
} patterns[] = {
  { ".gml", "\\bid (\\d+)", "\\bsource (\\d+)\\s+target (\\d+)" },
  { ".NET", "^ *(\\d+) +\"", "^ *(\\d+) +(\\d+)\\b" },
  { "", "<node\\b[^>]*?\\bid=\"([^\"]*)\"", "<edge\\b(?=[^>]*\\bsource=\"([^\"]*)\")(?=[^>]*\\btarget=\"([^\"]*)\")" },
};

static char *
read_graph (const char *path, guint n)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  GString *line = begin_line (n);
  guint i = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  while (!g_str_has_suffix (path, patterns[i].suffix))
    i++;
  read_nodes (numbers, text, patterns[i].nodes);
  g_assert_cmpuint (g_hash_table_size (numbers), ==, n);
  read_edges (numbers, line, text, patterns[i].edges);
  g_assert_cmpuint (g_hash_table_size (numbers), ==, n);
  return g_string_free (line, FALSE);
}

static void
test_found (void)
{
  const char *folder = g_getenv ("NETZ_TEST_DATA");

  if (folder == NULL || *folder == '\0')
    {
      g_test_skip ("The graphs of others are not here; meson's option test_data says where they are.");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autofree char *path = g_build_filename (folder, "graphs", found[i].name, NULL);
      g_autofree char *line = read_graph (path, found[i].n);

      check (line, &found[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/structure/by-hand", test_by_hand);
  g_test_add_func ("/structure/islands", test_islands);
  g_test_add_func ("/structure/path", test_path);
  g_test_add_func ("/structure/communities", test_communities);
  g_test_add_func ("/structure/no-communities", test_no_communities);
  g_test_add_func ("/structure/made", test_made);
  g_test_add_func ("/structure/found", test_found);
  return g_test_run ();
}
