/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-graph"

#include "graph/netz-graph-path.h"

#include "graph/netz-graph-private.h"

#include <string.h>

typedef struct
{
  const NetzGraph *graph;
  igraph_integer_t from;
  igraph_integer_t to;
  GPtrArray *ids;
} Search;

static igraph_error_t
find (gpointer data)
{
  Search *search = data;
  igraph_vector_int_t vertices;

  IGRAPH_CHECK (igraph_vector_int_init (&vertices, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &vertices);
  IGRAPH_CHECK (igraph_get_shortest_path (netz_graph_get_igraph (search->graph), &vertices, NULL, search->from,
                                          search->to, IGRAPH_ALL));
  for (igraph_integer_t i = 0; i < igraph_vector_int_size (&vertices); i++)
    g_ptr_array_add (search->ids, g_ref_string_new (netz_graph_get_id (search->graph, (guint) VECTOR (vertices)[i])));
  igraph_vector_int_destroy (&vertices);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

/* Vertices are in the order of ids. */
static gboolean
find_vertex (const NetzGraph *graph, const char *id, igraph_integer_t *vertex)
{
  guint low = 0;
  guint high = netz_graph_get_n_vertices (graph);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (netz_graph_get_id (graph, middle), id);

      if (order == 0)
        {
          *vertex = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

/**
 * netz_graph_find_path:
 * @graph: a graph
 * @from: the id of an institution
 * @to: the id of another
 * @error: return location: %NETZ_GRAPH_ERROR
 *
 * O(institutions + partnerships).
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids on the way, both ends included; empty where there
 *   is none
 */
GPtrArray *
netz_graph_find_path (const NetzGraph *graph, const char *from, const char *to, GError **error)
{
  Search search = { .graph = graph };

  search.ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  if (find_vertex (graph, from, &search.from) && find_vertex (graph, to, &search.to)
      && !netz_graph_run (find, &search, error))
    g_clear_pointer (&search.ids, g_ptr_array_unref);
  return search.ids;
}
