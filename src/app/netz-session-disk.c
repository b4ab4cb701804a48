/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-session-file.h"
#include "app/netz-session-private.h"

/* Shares tell nobody of changes: somebody has to look. */
#define SECONDS_BETWEEN_LOOKS 4

typedef struct
{
  char *path;
  NetzFileStamp stamp;
  NetzStoreState state;
} LookJob;

static void
look_job_free (LookJob *job)
{
  g_free (job->path);
  g_free (job);
}

static void
run_keep (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LookJob *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) theirs = netz_bytes_read_file (job->path, NETZ_BYTES_DEFAULT_LIMIT, &job->stamp, &error);

  if (theirs == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * netz_session_keep_ours_async:
 *
 * Accepts that the file on disk is another one, and that the next save will take its place (the store keeps the other
 * version as a backup). Until the file changes once more nothing is said of it.
 */
void
netz_session_keep_ours_async (NetzSession *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  LookJob *job = NULL;

  g_return_if_fail (NETZ_IS_SESSION (self));
  g_return_if_fail (self->path != NULL);

  task = g_task_new (self, NULL, callback, data);
  job = g_new0 (LookJob, 1);
  job->path = g_strdup (self->path);
  g_task_set_task_data (task, job, (GDestroyNotify) look_job_free);
  netz_session_run_in_thread (task, run_keep, netz_session_on_thread_done);
}

/**
 * netz_session_keep_ours_finish:
 *
 * Returns: whether the next save may take the place of the file on disk
 */
gboolean
netz_session_keep_ours_finish (NetzSession *self, GAsyncResult *result, GError **error)
{
  LookJob *job = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  job = g_task_get_task_data (G_TASK (result));
  netz_history_mark_modified (self->history);
  netz_session_set_file (self, job->path, &job->stamp);
  return TRUE;
}

static void
run_look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LookJob *job = data;

  job->state = netz_store_look (job->path, &job->stamp, FALSE);
  g_task_return_boolean (task, TRUE);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  NetzSession *self = NETZ_SESSION (source);
  LookJob *job = g_task_get_task_data (G_TASK (result));

  self->looking = FALSE;
  /* A save or a reload meanwhile has made what was seen old news. */
  if (self->saves.length > 0 || g_strcmp0 (job->path, self->path) != 0
      || !netz_file_stamp_same_content (&job->stamp, &self->stamp))
    return;
  if (job->state != NETZ_STORE_UNREADABLE)
    netz_session_tell_disk_state (self, job->state);
}

/**
 * netz_session_look_at_disk:
 *
 * Looks in a thread whether the file is still what was read or written last, and emits "disk-changed" if that is
 * news. Does nothing while a save or another look is under way.
 */
void
netz_session_look_at_disk (NetzSession *self)
{
  g_autoptr (GTask) task = NULL;
  LookJob *job = NULL;

  g_return_if_fail (NETZ_IS_SESSION (self));

  if (self->path == NULL || !self->has_stamp || self->looking || self->saves.length > 0)
    return;

  self->looking = TRUE;
  task = g_task_new (self, NULL, on_looked, NULL);
  job = g_new0 (LookJob, 1);
  job->path = g_strdup (self->path);
  job->stamp = self->stamp;
  g_task_set_task_data (task, job, (GDestroyNotify) look_job_free);
  netz_session_run_in_thread (task, run_look, netz_session_on_thread_done);
}

static gboolean
on_watch (gpointer data)
{
  netz_session_look_at_disk (data);
  return G_SOURCE_CONTINUE;
}

/**
 * netz_session_watch_disk:
 *
 * Looks every few seconds from now on, as long as the session lives.
 */
void
netz_session_watch_disk (NetzSession *self)
{
  g_return_if_fail (NETZ_IS_SESSION (self));

  if (self->watch == 0)
    self->watch = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, on_watch, self);
}
