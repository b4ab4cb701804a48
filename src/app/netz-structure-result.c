/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-structure-result.h"

#include "graph/netz-measures.h"

#include <string.h>

/* When igraph begins with betweenness, and when it has done with it: nearly all of the time. */
#define BEGUN 0.05
#define MEASURED 0.9

static void
clear_between (gpointer data)
{
  g_ref_string_release ((char *) ((NetzBetween *) data)->id);
}

static int
compare_between (gconstpointer a, gconstpointer b)
{
  const NetzBetween *first = a;
  const NetzBetween *second = b;

  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;
  return strcmp (first->id, second->id);
}

static void
rank (NetzStructureResult *self, const NetzGraph *graph, const NetzCentrality *centrality)
{
  for (guint i = 0; i < netz_graph_get_n_vertices (graph); i++)
    if (centrality[i].betweenness > 0)
      {
        NetzBetween between = { g_ref_string_new (netz_graph_get_id (graph, i)), centrality[i].betweenness,
                                centrality[i].degree };

        g_array_append_val (self->between, between);
      }
  g_array_sort (self->between, compare_between);
}

static void
find_centres (NetzStructureResult *self, const NetzGraph *graph, const NetzCentrality *centrality)
{
  g_autoptr (GHashTable) degrees = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < netz_graph_get_n_vertices (graph); i++)
    g_hash_table_insert (degrees, (gpointer) netz_graph_get_id (graph, i), GUINT_TO_POINTER (centrality[i].degree));
  for (guint i = 0; i < self->communities->communities->len; i++)
    {
      GPtrArray *ids = self->communities->communities->pdata[i];
      const char *centre = ids->pdata[0];

      for (guint j = 1; j < ids->len; j++)
        if (g_hash_table_lookup (degrees, ids->pdata[j]) > g_hash_table_lookup (degrees, centre))
          centre = ids->pdata[j];
      g_ptr_array_add (self->centres, g_ref_string_new (centre));
    }
}

/**
 * netz_structure_result_new:
 * @job: the job that this runs in
 * @snapshot: a network
 * @error: return location: %NETZ_GRAPH_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * O(institutions × partnerships): seconds for ten thousand.
 *
 * Returns: (transfer full) (nullable): its structure
 */
NetzStructureResult *
netz_structure_result_new (NetzGraphJob *job, const NetzSnapshot *snapshot, GError **error)
{
  g_autoptr (NetzStructureResult) self = g_new0 (NetzStructureResult, 1);
  g_autoptr (NetzGraph) graph = netz_graph_new (snapshot, error);
  g_autofree NetzCentrality *centrality = NULL;

  self->between = g_array_new (FALSE, FALSE, sizeof (NetzBetween));
  g_array_set_clear_func (self->between, clear_between);
  self->centres = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  if (graph == NULL)
    return NULL;
  self->structure = netz_graph_structure_new (graph, error);
  if (self->structure == NULL)
    return NULL;
  netz_graph_job_set_step (job, BEGUN, MEASURED);
  centrality = netz_measures_compute_betweenness (graph, error);
  if (centrality == NULL)
    return NULL;
  netz_graph_job_set_step (job, MEASURED, 1);
  self->communities = netz_communities_find (graph, error);
  if (self->communities == NULL)
    return NULL;
  rank (self, graph, centrality);
  find_centres (self, graph, centrality);
  return g_steal_pointer (&self);
}

/**
 * netz_structure_result_free:
 * @self: (transfer full): a result
 */
void
netz_structure_result_free (NetzStructureResult *self)
{
  g_clear_pointer (&self->between, g_array_unref);
  g_clear_pointer (&self->structure, netz_graph_structure_free);
  g_clear_pointer (&self->communities, netz_communities_free);
  g_clear_pointer (&self->centres, g_ptr_array_unref);
  g_free (self);
}
