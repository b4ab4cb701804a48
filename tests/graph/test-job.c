/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/netz-graph-job.h"
#include "graph/netz-graph-private.h"
#include "graph/netz-measures.h"
#include "support/netz-test-network.h"

/* What the test and the thread know of each other. */
typedef struct
{
  NetzGraphJob *job;
  GCancellable *cancellable;
  GMainLoop *loop;
  gpointer result;
  GError *error;
  gboolean freed;
} Run;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  run->result = netz_graph_job_run_finish (result, &run->error);
  g_main_loop_quit (run->loop);
}

static void
on_freed (gpointer data)
{
  ((Run *) data)->freed = TRUE;
}

static void
start (Run *run, NetzGraphJobFunc func)
{
  run->cancellable = g_cancellable_new ();
  run->job = netz_graph_job_new (run->cancellable);
  run->loop = g_main_loop_new (NULL, FALSE);
  netz_graph_job_run_async (run->job, func, run, on_freed, g_free, on_done, run);
}

static void
end (Run *run)
{
  while (!run->freed)
    g_main_context_iteration (NULL, TRUE);
  netz_graph_job_unref (run->job);
  g_object_unref (run->cancellable);
  g_main_loop_unref (run->loop);
  g_clear_error (&run->error);
}

static gpointer
compute_centrality (NetzGraphJob *job, gpointer data, GError **error)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A B C A-B B-C");
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (NetzGraph) graph = netz_graph_new (snapshot, error);

  netz_graph_job_set_step (job, 0.25, 0.75);
  return graph != NULL ? netz_measures_compute_centrality (graph, error) : NULL;
}

static gboolean
on_idle (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_result (void)
{
  Run run = { NULL };
  guint idle = g_idle_add (on_idle, NULL);
  g_autofree NetzCentrality *centrality = NULL;

  start (&run, compute_centrality);
  g_main_loop_run (run.loop);
  g_assert_no_error (run.error);
  centrality = run.result;
  g_assert_cmpfloat (centrality[1].betweenness, ==, 1);
  /* igraph has told how far it was: at the end all of the step. */
  g_assert_cmpfloat_with_epsilon (netz_graph_job_get_progress (run.job), 0.75, 0.002);
  end (&run);
  g_source_remove (idle);
}

/* Until igraph itself says that it is to stop. */
static igraph_error_t
work_for_ever (gpointer data)
{
  Run *run = data;
  igraph_vector_t values;
  igraph_t ring;

  IGRAPH_CHECK (igraph_vector_init (&values, 10));
  IGRAPH_FINALLY (igraph_vector_destroy, &values);
  IGRAPH_CHECK (igraph_ring (&ring, 20, IGRAPH_UNDIRECTED, FALSE, TRUE));
  IGRAPH_FINALLY (igraph_destroy, &ring);
  g_cancellable_cancel (run->cancellable);
  for (;;)
    IGRAPH_CHECK (igraph_betweenness (&ring, &values, igraph_vss_all (), IGRAPH_UNDIRECTED, NULL));
}

static gpointer
run_for_ever (NetzGraphJob *job, gpointer data, GError **error)
{
  g_assert_false (netz_graph_run (work_for_ever, data, error));
  return NULL;
}

/* igraph at work stops, and is in order afterwards. */
static void
test_stopped_at_work (void)
{
  Run run = { NULL };
  guint idle = g_idle_add (on_idle, NULL);

  start (&run, run_for_ever);
  g_main_loop_run (run.loop);
  g_assert_error (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (run.result);
  end (&run);
  g_source_remove (idle);
  test_result ();
}

static igraph_error_t
do_nothing (gpointer data)
{
  g_assert_not_reached ();
}

static gpointer
run_too_late (NetzGraphJob *job, gpointer data, GError **error)
{
  g_cancellable_cancel (((Run *) data)->cancellable);
  g_assert_true (netz_graph_job_is_cancelled (job));
  g_assert_false (netz_graph_run (do_nothing, NULL, error));
  return NULL;
}

/* Whoever is stopped while it waits for the gate does not go through it. */
static void
test_stopped_before (void)
{
  Run run = { NULL };
  guint idle = g_idle_add (on_idle, NULL);

  start (&run, run_too_late);
  g_main_loop_run (run.loop);
  g_assert_error (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  end (&run);
  g_source_remove (idle);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph-job/result", test_result);
  g_test_add_func ("/graph-job/stopped-at-work", test_stopped_at_work);
  g_test_add_func ("/graph-job/stopped-before", test_stopped_before);
  return g_test_run ();
}
