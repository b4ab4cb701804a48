/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-graph"

#include "graph/netz-graph-job.h"

#include "graph/netz-graph-private.h"

#define THOUSAND 1000

struct _NetzGraphJob
{
  gatomicrefcount references;
  GCancellable *cancellable;
  double from; /* the step that is being done, 0 to 1; only the thread of the job looks at them */
  double to;
  int progress; /* thousandths, read by any thread */
};

/* What a thread is told to do. */
typedef struct
{
  NetzGraphJob *job;
  NetzGraphJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Order;

/* The job of this thread, for the handlers of igraph, which are told nothing. */
static GPrivate current;

static void
free_order (gpointer data)
{
  Order *order = data;

  if (order->free_data != NULL)
    order->free_data (order->data);
  netz_graph_job_unref (order->job);
  g_free (order);
}

/* igraph's: it leaves its work as it is and expects to be tidied up behind. */
igraph_error_t
netz_graph_job_on_interruption (void *data)
{
  NetzGraphJob *job = g_private_get (&current);

  if (job == NULL || !netz_graph_job_is_cancelled (job))
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE ();
  return IGRAPH_INTERRUPTED;
}

igraph_error_t
netz_graph_job_on_progress (const char *message, igraph_real_t percent, void *data)
{
  NetzGraphJob *job = g_private_get (&current);

  if (job != NULL)
    g_atomic_int_set (&job->progress, (int) (THOUSAND * (job->from + (job->to - job->from) * percent / 100)));
  return IGRAPH_SUCCESS;
}

/* Whether the computation of this thread is no longer wanted. */
gboolean
netz_graph_job_current_is_cancelled (void)
{
  NetzGraphJob *job = g_private_get (&current);

  return job != NULL && netz_graph_job_is_cancelled (job);
}

/**
 * netz_graph_job_new:
 * @cancellable: (nullable): stops it
 *
 * Returns: (transfer full): a job that has not begun
 */
NetzGraphJob *
netz_graph_job_new (GCancellable *cancellable)
{
  NetzGraphJob *self = g_new0 (NetzGraphJob, 1);

  g_atomic_ref_count_init (&self->references);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->to = 1;
  return self;
}

/**
 * netz_graph_job_ref:
 * @self: a job
 *
 * Returns: (transfer full): the same
 */
NetzGraphJob *
netz_graph_job_ref (NetzGraphJob *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * netz_graph_job_unref:
 * @self: (transfer full): a job
 */
void
netz_graph_job_unref (NetzGraphJob *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * netz_graph_job_set_step:
 * @self: a job
 * @from: how far the whole has come, 0 to 1
 * @to: how far it will have come when the next computation of igraph is done
 *
 * For the function that runs in the job.
 */
void
netz_graph_job_set_step (NetzGraphJob *self, double from, double to)
{
  self->from = from;
  self->to = to;
  g_atomic_int_set (&self->progress, (int) (THOUSAND * from));
}

/**
 * netz_graph_job_get_progress:
 * @self: a job
 *
 * Any thread.
 *
 * Returns: how far it has come, 0 to 1
 */
double
netz_graph_job_get_progress (NetzGraphJob *self)
{
  return g_atomic_int_get (&self->progress) / (double) THOUSAND;
}

/**
 * netz_graph_job_is_cancelled:
 * @self: a job
 *
 * Any thread.
 *
 * Returns: whether nobody wants the result any more
 */
gboolean
netz_graph_job_is_cancelled (NetzGraphJob *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  g_autoptr (GError) error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_private_set (&current, order->job);
  result = order->func (order->job, order->data, &error);
  g_private_set (&current, NULL);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, result, order->free_result);
}

/**
 * netz_graph_job_run_async:
 * @self: a job that has not begun
 * @func: what to do, in another thread
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees a result that nobody takes
 * @callback: told in this thread when it has ended, with no source: a thread may be the last to let go of one
 * @callback_data: for @callback
 */
void
netz_graph_job_run_async (NetzGraphJob *self,
                          NetzGraphJobFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          GDestroyNotify free_result,
                          GAsyncReadyCallback callback,
                          gpointer callback_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, callback, callback_data);
  Order *order = g_new0 (Order, 1);

  order->job = netz_graph_job_ref (self);
  order->func = func;
  order->data = data;
  order->free_data = free_data;
  order->free_result = free_result;
  g_task_set_source_tag (task, netz_graph_job_run_async);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, run);
}

/**
 * netz_graph_job_run_finish:
 * @result: what the callback was given
 * @error: return location: %G_IO_ERROR_CANCELLED where it was stopped, or an error of the function
 *
 * Returns: (transfer full) (nullable): what the function returned
 */
gpointer
netz_graph_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
