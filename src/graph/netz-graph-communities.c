/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-graph"

#include "graph/netz-graph-communities.h"

#include "graph/netz-graph-private.h"

#include <string.h>

/* igraph draws lots; always the same ones. */
#define SEED 2008
#define RANDOMNESS 0.01

typedef struct
{
  const igraph_t *igraph;
  guint n;
  guint n_communities;
  guint *membership;
  double modularity;
} Division;

/* With degrees as weights and 1/2m as resolution its quality is the modularity of Newman and Girvan (2004). */
static igraph_error_t
divide (gpointer data)
{
  Division *division = data;
  igraph_integer_t n_communities = 0;
  igraph_vector_int_t membership;
  igraph_vector_t weights;
  double m = igraph_ecount (division->igraph);

  IGRAPH_CHECK (igraph_vector_int_init (&membership, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &membership);
  IGRAPH_CHECK (igraph_vector_init (&weights, 0));
  IGRAPH_FINALLY (igraph_vector_destroy, &weights);
  IGRAPH_CHECK (igraph_strength (division->igraph, &weights, igraph_vss_all (), IGRAPH_ALL, IGRAPH_NO_LOOPS, NULL));
  IGRAPH_CHECK (igraph_rng_seed (igraph_rng_default (), SEED));
  IGRAPH_CHECK (igraph_community_leiden (division->igraph, NULL, &weights, 1 / (2 * m), RANDOMNESS, FALSE, -1,
                                         &membership, &n_communities, NULL));
  IGRAPH_CHECK (igraph_modularity (division->igraph, &membership, NULL, 1, FALSE, &division->modularity));
  for (guint i = 0; i < division->n; i++)
    division->membership[i] = (guint) VECTOR (membership)[i];
  division->n_communities = (guint) n_communities;
  igraph_vector_destroy (&weights);
  igraph_vector_int_destroy (&membership);
  IGRAPH_FINALLY_CLEAN (2);
  return IGRAPH_SUCCESS;
}

static int
compare_communities (gconstpointer a, gconstpointer b)
{
  const GPtrArray *first = *(GPtrArray *const *) a;
  const GPtrArray *second = *(GPtrArray *const *) b;

  if (first->len != second->len)
    return first->len > second->len ? -1 : 1;
  return first->len > 0 ? strcmp (first->pdata[0], second->pdata[0]) : 0;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
create_ids (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
}

static void
sort_out (NetzCommunities *self)
{
  for (guint i = self->communities->len; i > 0; i--)
    {
      GPtrArray *ids = self->communities->pdata[i - 1];

      if (ids->len > 1)
        continue;
      if (ids->len == 1)
        g_ptr_array_add (self->alone, g_ref_string_acquire (ids->pdata[0]));
      g_ptr_array_remove_index (self->communities, i - 1);
    }
  g_ptr_array_sort (self->communities, compare_communities);
  g_ptr_array_sort (self->alone, compare_ids);
}

/**
 * netz_communities_find:
 * @graph: a graph
 * @error: return location: %NETZ_GRAPH_ERROR
 *
 * About O(institutions + partnerships).
 *
 * Returns: (transfer full) (nullable): the communities
 */
NetzCommunities *
netz_communities_find (const NetzGraph *graph, GError **error)
{
  guint n = netz_graph_get_n_vertices (graph);
  g_autofree guint *membership = g_new0 (guint, n + 1);
  Division division = { .igraph = netz_graph_get_igraph (graph), .n = n, .n_communities = n, .membership = membership };
  NetzCommunities *self;

  for (guint i = 0; i < n; i++)
    membership[i] = i;
  if (netz_graph_get_n_edges (graph) > 0 && !netz_graph_run (divide, &division, error))
    return NULL;
  self = g_new0 (NetzCommunities, 1);
  self->modularity = division.modularity;
  self->communities = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->alone = create_ids ();
  for (guint i = 0; i < division.n_communities; i++)
    g_ptr_array_add (self->communities, create_ids ());
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->communities->pdata[membership[i]], g_ref_string_new (netz_graph_get_id (graph, i)));
  sort_out (self);
  return self;
}

/**
 * netz_communities_free:
 * @self: (transfer full): communities
 */
void
netz_communities_free (NetzCommunities *self)
{
  g_ptr_array_unref (self->communities);
  g_ptr_array_unref (self->alone);
  g_free (self);
}
