/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzGraphJob: a long computation in a thread of its own, which says how far
 * it has come and can be stopped: igraph, which knows neither threads nor
 * GCancellable, is asked through its handlers. Reference counted; the one who
 * started it may read the progress at any time.
 *
 * What runs in it may be anything, with or without igraph; it is given the job
 * to say where it is and to see whether it is still wanted.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NetzGraphJob NetzGraphJob;

/**
 * NetzGraphJobFunc:
 * @job: the job that it runs in
 * @data: what it works on; nobody else touches it meanwhile
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the result; %NULL with an error
 */
typedef gpointer (*NetzGraphJobFunc) (NetzGraphJob *job, gpointer data, GError **error);

NetzGraphJob *netz_graph_job_new (GCancellable *cancellable);
NetzGraphJob *netz_graph_job_ref (NetzGraphJob *self);
void netz_graph_job_unref (NetzGraphJob *self);

void netz_graph_job_set_step (NetzGraphJob *self, double from, double to);
double netz_graph_job_get_progress (NetzGraphJob *self);
gboolean netz_graph_job_is_cancelled (NetzGraphJob *self);

void netz_graph_job_run_async (NetzGraphJob *self,
                               NetzGraphJobFunc func,
                               gpointer data,
                               GDestroyNotify free_data,
                               GDestroyNotify free_result,
                               GAsyncReadyCallback callback,
                               gpointer callback_data);
gpointer netz_graph_job_run_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzGraphJob, netz_graph_job_unref)

G_END_DECLS
