/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-graph"

#include "graph/netz-graph.h"

#include "graph/netz-graph-private.h"
#include "model/netz-partnership.h"

#include <glib/gi18n-lib.h>

struct _NetzGraph
{
  GPtrArray *ids; /* of the vertices, in order; each a GRefString */
  igraph_t igraph;
};

/* What netz_graph_new() hands to igraph. */
typedef struct
{
  igraph_t *igraph;
  GArray *ends; /* gint64, two an edge */
  guint n_vertices;
} Building;

static GMutex gate;
static char *reason; /* what igraph complained of last, behind the gate */

G_DEFINE_QUARK (netz-graph-error, netz_graph_error)

static void
on_igraph_error (const char *message, const char *file, int line, igraph_error_t code)
{
  g_free (reason);
  reason = g_strdup (message);
  IGRAPH_FINALLY_FREE ();
}

static void
on_igraph_warning (const char *message, const char *file, int line)
{
  g_debug ("igraph: %s", message);
}

static void
set_handlers (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  igraph_set_error_handler (on_igraph_error);
  igraph_set_warning_handler (on_igraph_warning);
  igraph_set_interruption_handler (netz_graph_job_on_interruption);
  igraph_set_progress_handler (netz_graph_job_on_progress);
  g_once_init_leave (&done, 1);
}

/* Whether the work was done. `data` must be in order after a failure too. */
gboolean
netz_graph_run (NetzGraphWork work, gpointer data, GError **error)
{
  igraph_error_t code;

  set_handlers ();
  g_mutex_lock (&gate);
  g_clear_pointer (&reason, g_free);
  /* Whoever waited for the gate may no longer be wanted. */
  code = netz_graph_job_current_is_cancelled () ? IGRAPH_INTERRUPTED : work (data);
  if (code == IGRAPH_INTERRUPTED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The computation was stopped."));
  else if (code == IGRAPH_ENOMEM)
    g_set_error_literal (error, NETZ_GRAPH_ERROR, NETZ_GRAPH_ERROR_NO_MEMORY,
                         _("There is not enough memory for the measures of this network."));
  else if (code != IGRAPH_SUCCESS)
    g_set_error (error, NETZ_GRAPH_ERROR, NETZ_GRAPH_ERROR_FAILED, _("The measures could not be computed: %s"),
                 reason != NULL ? reason : igraph_strerror (code));
  g_clear_pointer (&reason, g_free);
  g_mutex_unlock (&gate);
  return code == IGRAPH_SUCCESS;
}

const igraph_t *
netz_graph_get_igraph (const NetzGraph *self)
{
  return &self->igraph;
}

static igraph_error_t
build (gpointer data)
{
  Building *building = data;
  igraph_vector_int_t edges;

  IGRAPH_CHECK (igraph_vector_int_init (&edges, building->ends->len));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &edges);
  for (guint i = 0; i < building->ends->len; i++)
    VECTOR (edges)[i] = (igraph_integer_t) g_array_index (building->ends, gint64, i);
  IGRAPH_CHECK (igraph_create (building->igraph, &edges, building->n_vertices, IGRAPH_UNDIRECTED));
  igraph_vector_int_destroy (&edges);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

static void
add_edge (GHashTable *numbers, GHashTable *pairs, GArray *ends, const NetzPartnership *partnership)
{
  gpointer from, to;
  gint64 a, b;
  gint64 *pair;

  if (partnership->from == NULL || partnership->to == NULL ||
      !g_hash_table_lookup_extended (numbers, partnership->from, NULL, &from) ||
      !g_hash_table_lookup_extended (numbers, partnership->to, NULL, &to) || from == to)
    return;
  a = MIN (GPOINTER_TO_UINT (from), GPOINTER_TO_UINT (to));
  b = MAX (GPOINTER_TO_UINT (from), GPOINTER_TO_UINT (to));
  pair = g_new (gint64, 1);
  *pair = a << 32 | b;
  if (!g_hash_table_add (pairs, pair))
    return;
  g_array_append_val (ends, a);
  g_array_append_val (ends, b);
}

/**
 * netz_graph_new:
 * @snapshot: a network
 * @error: return location: %NETZ_GRAPH_ERROR
 *
 * O(institutions + partnerships).
 *
 * Returns: (transfer full) (nullable): the graph
 */
NetzGraph *
netz_graph_new (const NetzSnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint64));
  NetzGraph *self = g_new0 (NetzGraph, 1);
  Building building = { .igraph = &self->igraph, .ends = ends };

  for (guint i = 0; i < netz_snapshot_get_size (snapshot, NETZ_TABLE_INSTITUTION); i++)
    {
      const char *id = netz_record_get_id (netz_snapshot_get_nth (snapshot, NETZ_TABLE_INSTITUTION, i));

      g_ptr_array_add (ids, g_ref_string_new (id));
      g_hash_table_insert (numbers, g_ptr_array_index (ids, i), GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < netz_snapshot_get_size (snapshot, NETZ_TABLE_PARTNERSHIP); i++)
    add_edge (numbers, pairs, ends,
              (const NetzPartnership *) netz_snapshot_get_nth (snapshot, NETZ_TABLE_PARTNERSHIP, i));

  building.n_vertices = ids->len;
  if (!netz_graph_run (build, &building, error))
    {
      g_free (self);
      return NULL;
    }
  self->ids = g_steal_pointer (&ids);
  return self;
}

/**
 * netz_graph_free:
 * @self: (transfer full): a graph
 */
void
netz_graph_free (NetzGraph *self)
{
  g_mutex_lock (&gate);
  igraph_destroy (&self->igraph);
  g_mutex_unlock (&gate);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

/**
 * netz_graph_get_n_vertices:
 * @self: a graph
 *
 * Returns: how many institutions there are
 */
guint
netz_graph_get_n_vertices (const NetzGraph *self)
{
  return self->ids->len;
}

/**
 * netz_graph_get_n_edges:
 * @self: a graph
 *
 * Returns: how many pairs of institutions are partners
 */
guint
netz_graph_get_n_edges (const NetzGraph *self)
{
  return (guint) igraph_ecount (&self->igraph);
}

/**
 * netz_graph_get_id:
 * @self: a graph
 * @vertex: which, from 0
 *
 * Returns: (transfer none): the id of the institution
 */
const char *
netz_graph_get_id (const NetzGraph *self, guint vertex)
{
  return g_ptr_array_index (self->ids, vertex);
}
