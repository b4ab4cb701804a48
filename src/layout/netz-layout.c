/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout.h"

#include "layout/netz-layout-engines.h"
#include "layout/netz-layout-place.h"
#include "layout/netz-layout-separate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_THREADS 8u

G_DEFINE_QUARK (netz-layout-error, netz_layout_error)

static const NetzLayoutEngine engines[] = {
  { "force", N_("By Forces"), NETZ_LAYOUT_NO_GROUPS, TRUE, netz_layout_run_force },
  { "kind", N_("By Kind"), NETZ_LAYOUT_BY_KIND, TRUE, netz_layout_run_kind },
  { "district", N_("By District"), NETZ_LAYOUT_BY_DISTRICT, FALSE, netz_layout_run_district },
  { "layered", N_("In Layers"), NETZ_LAYOUT_BY_LEVEL, TRUE, netz_layout_run_layered },
  { "circle", N_("In a Circle"), NETZ_LAYOUT_NO_GROUPS, TRUE, netz_layout_run_circle },
  { "rings", N_("In Rings around One"), NETZ_LAYOUT_NO_GROUPS, TRUE, netz_layout_run_rings },
  { "map", N_("As on the Map"), NETZ_LAYOUT_NO_GROUPS, FALSE, netz_layout_run_map },
  { "tidy", N_("Tidy Up"), NETZ_LAYOUT_NO_GROUPS, FALSE, netz_layout_run_tidy },
  { "new", N_("Only Those without a Place"), NETZ_LAYOUT_NO_GROUPS, FALSE, netz_layout_run_new },
};

/**
 * netz_layout_get_engines:
 * @n_engines: (out): how many there are
 *
 * Returns: (array length=n_engines) (transfer none): all engines, in the order in which people are offered them
 */
const NetzLayoutEngine *
netz_layout_get_engines (guint *n_engines)
{
  *n_engines = G_N_ELEMENTS (engines);
  return engines;
}

/**
 * netz_layout_find_engine:
 * @id: what it is called
 *
 * Returns: (nullable) (transfer none): the engine
 */
const NetzLayoutEngine *
netz_layout_find_engine (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (engines); i++)
    if (g_strcmp0 (engines[i].id, id) == 0)
      return &engines[i];
  return NULL;
}

static NetzLayoutGraph *
copy_graph (const NetzLayoutGraph *graph)
{
  NetzLayoutGraph *copy = netz_layout_graph_new (graph->n_nodes, graph->n_edges, graph->n_groups);

  if (graph->n_nodes > 0)
    {
      memcpy (copy->x, graph->x, sizeof (double) * graph->n_nodes);
      memcpy (copy->y, graph->y, sizeof (double) * graph->n_nodes);
      memcpy (copy->map_x, graph->map_x, sizeof (double) * graph->n_nodes);
      memcpy (copy->map_y, graph->map_y, sizeof (double) * graph->n_nodes);
      memcpy (copy->boxes, graph->boxes, sizeof (NetzLayoutBox) * graph->n_nodes);
      memcpy (copy->fixed, graph->fixed, graph->n_nodes);
      memcpy (copy->groups, graph->groups, sizeof (guint) * graph->n_nodes);
    }
  if (graph->n_edges > 0)
    memcpy (copy->edges, graph->edges, sizeof (NetzLayoutEdge) * graph->n_edges);
  copy->frame_head = graph->frame_head;
  return copy;
}

/* What an engine has made of it is the graph's, if no box covers another. */
static void
take_places (NetzLayoutGraph *graph, const NetzLayoutGraph *copy, const NetzLayoutJob *job)
{
  g_autoptr (NetzLayoutPlane) plane = netz_layout_plane_new (copy);

  netz_layout_settle (plane, job);
  if (netz_layout_job_is_cancelled (job))
    return;
  netz_layout_plane_write (plane, graph);
  if (graph->n_groups > 0)
    memcpy (graph->frames, copy->frames, sizeof (NetzLayoutBox) * graph->n_groups);
}

/**
 * netz_layout_run:
 * @engine: one of the engines
 * @graph: what to lay out; nodes without a place are at NAN
 * @options: (nullable): how
 * @cancellable: (nullable): ends it early
 * @error: return location: %NETZ_LAYOUT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Nothing of the graph changes where it fails. It may take long for large
 * graphs; call it in a thread of its own, which waits for those that help.
 *
 * Returns: whether the nodes have their places
 */
gboolean
netz_layout_run (const NetzLayoutEngine *engine, NetzLayoutGraph *graph, const NetzLayoutOptions *options,
                 GCancellable *cancellable, GError **error)
{
  static const NetzLayoutOptions usual = { 1, 0, NETZ_LAYOUT_NOWHERE };
  g_autoptr (NetzLayoutGraph) copy = NULL;
  NetzLayoutJob job;
  guint bad = netz_layout_graph_find_bad_node (graph);

  options = options != NULL ? options : &usual;
  if (graph->n_nodes == 0)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  if (bad != NETZ_LAYOUT_NOWHERE)
    {
      g_set_error (error, NETZ_LAYOUT_ERROR, NETZ_LAYOUT_ERROR_PLACE,
                   _("Number %u is too far away, or nowhere, and cannot be arranged."), bad + 1);
      return FALSE;
    }
  job = (NetzLayoutJob) { options->seed, options->n_threads, cancellable, options->progress, options->progress_data,
                          0, 1 };
  if (job.n_threads == 0)
    job.n_threads = MIN (g_get_num_processors (), MOST_THREADS);
  copy = copy_graph (graph);
  if (!engine->run (copy, options, &job, error))
    return FALSE;
  if (!g_cancellable_is_cancelled (cancellable))
    take_places (graph, copy, &job);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

gboolean
netz_layout_run_force (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                       GError **error)
{
  g_autoptr (NetzLayoutPlane) plane = netz_layout_plane_new (graph);

  netz_layout_place (plane, job);
  netz_layout_plane_write (plane, graph);
  return TRUE;
}
