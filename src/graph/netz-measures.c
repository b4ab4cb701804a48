/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-graph"

#include "graph/netz-measures.h"

#include "graph/netz-graph-private.h"

typedef struct
{
  const igraph_t *igraph;
  NetzMeasures *measures;
} Whole;

typedef struct
{
  const igraph_t *igraph;
  NetzCentrality *centrality;
} Each;

static igraph_error_t
compute_whole (gpointer data)
{
  Whole *whole = data;
  igraph_vector_int_t sizes;
  igraph_integer_t n_components;
  double n = igraph_vcount (whole->igraph);
  double m = igraph_ecount (whole->igraph);

  IGRAPH_CHECK (igraph_vector_int_init (&sizes, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &sizes);
  IGRAPH_CHECK (igraph_connected_components (whole->igraph, NULL, &sizes, &n_components, IGRAPH_WEAK));
  whole->measures->n_components = (guint) n_components;
  for (igraph_integer_t i = 0; i < igraph_vector_int_size (&sizes); i++)
    if (VECTOR (sizes)[i] == 1)
      whole->measures->n_isolated++;
  whole->measures->density = n > 1 ? 2 * m / (n * (n - 1)) : 0;
  whole->measures->mean_degree = n > 0 ? 2 * m / n : 0;
  igraph_vector_int_destroy (&sizes);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

static igraph_error_t
compute_degree (Each *each)
{
  igraph_vector_int_t degrees;

  IGRAPH_CHECK (igraph_vector_int_init (&degrees, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &degrees);
  IGRAPH_CHECK (igraph_degree (each->igraph, &degrees, igraph_vss_all (), IGRAPH_ALL, IGRAPH_NO_LOOPS));
  for (igraph_integer_t i = 0; i < igraph_vector_int_size (&degrees); i++)
    each->centrality[i].degree = (guint) VECTOR (degrees)[i];
  igraph_vector_int_destroy (&degrees);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

static igraph_error_t
compute_betweenness (Each *each)
{
  double n = igraph_vcount (each->igraph);
  igraph_vector_t values;

  IGRAPH_CHECK (igraph_vector_init (&values, 0));
  IGRAPH_FINALLY (igraph_vector_destroy, &values);
  IGRAPH_CHECK (igraph_betweenness (each->igraph, &values, igraph_vss_all (), IGRAPH_UNDIRECTED, NULL));
  for (igraph_integer_t i = 0; n > 2 && i < igraph_vector_size (&values); i++)
    each->centrality[i].betweenness = VECTOR (values)[i] / ((n - 1) * (n - 2) / 2);
  igraph_vector_destroy (&values);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

/* In a network of several islands a small one would seem close: the share that is reached corrects that. */
static igraph_error_t
compute_closeness (Each *each)
{
  double n = igraph_vcount (each->igraph);
  igraph_vector_int_t reached;
  igraph_vector_t values;

  IGRAPH_CHECK (igraph_vector_init (&values, 0));
  IGRAPH_FINALLY (igraph_vector_destroy, &values);
  IGRAPH_CHECK (igraph_vector_int_init (&reached, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &reached);
  IGRAPH_CHECK (igraph_closeness (each->igraph, &values, &reached, NULL, igraph_vss_all (), IGRAPH_ALL, NULL, TRUE));
  for (igraph_integer_t i = 0; i < igraph_vector_size (&values); i++)
    if (VECTOR (reached)[i] > 0 && n > 1)
      each->centrality[i].closeness = VECTOR (values)[i] * VECTOR (reached)[i] / (n - 1);
  igraph_vector_int_destroy (&reached);
  igraph_vector_destroy (&values);
  IGRAPH_FINALLY_CLEAN (2);
  return IGRAPH_SUCCESS;
}

static igraph_error_t
compute_without_closeness (gpointer data)
{
  IGRAPH_CHECK (compute_degree (data));
  IGRAPH_CHECK (compute_betweenness (data));
  return IGRAPH_SUCCESS;
}

static igraph_error_t
compute_each (gpointer data)
{
  IGRAPH_CHECK (compute_without_closeness (data));
  IGRAPH_CHECK (compute_closeness (data));
  return IGRAPH_SUCCESS;
}

static NetzCentrality *
compute (const NetzGraph *graph, NetzGraphWork work, GError **error)
{
  g_autofree NetzCentrality *centrality = g_new0 (NetzCentrality, MAX (1, netz_graph_get_n_vertices (graph)));
  Each each = { .igraph = netz_graph_get_igraph (graph), .centrality = centrality };

  if (!netz_graph_run (work, &each, error))
    return NULL;
  return g_steal_pointer (&centrality);
}

/**
 * netz_measures_compute:
 * @graph: a graph
 * @measures: (out): the figures
 * @error: return location: %NETZ_GRAPH_ERROR
 *
 * O(institutions + partnerships).
 *
 * Returns: whether they could be computed
 */
gboolean
netz_measures_compute (const NetzGraph *graph, NetzMeasures *measures, GError **error)
{
  Whole whole = { .igraph = netz_graph_get_igraph (graph), .measures = measures };

  *measures = (NetzMeasures) { 0 };
  return netz_graph_run (compute_whole, &whole, error);
}

/**
 * netz_measures_compute_centrality:
 * @graph: a graph
 * @error: return location: %NETZ_GRAPH_ERROR
 *
 * O(institutions × partnerships): seconds for ten thousand institutions.
 * Betweenness as Brandes (2001) computes it; closeness with the correction for
 * several components of Wasserman and Faust (1994).
 *
 * Returns: (transfer full) (nullable) (array): one an institution, in the graph's order; to be freed with g_free()
 */
NetzCentrality *
netz_measures_compute_centrality (const NetzGraph *graph, GError **error)
{
  return compute (graph, compute_each, error);
}

/**
 * netz_measures_compute_betweenness:
 * @graph: a graph
 * @error: return location: %NETZ_GRAPH_ERROR
 *
 * The same without closeness, which stays 0, in half the time.
 *
 * Returns: (transfer full) (nullable) (array): one an institution, in the graph's order; to be freed with g_free()
 */
NetzCentrality *
netz_measures_compute_betweenness (const NetzGraph *graph, GError **error)
{
  return compute (graph, compute_without_closeness, error);
}
