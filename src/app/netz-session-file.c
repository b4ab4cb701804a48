/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-session-file.h"

#include "app/netz-changes.h"
#include "app/netz-session-private.h"
#include "model/netz-difference.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *path;
  NetzSnapshot *snapshot;
  NetzReadReport *report;
  NetzFileStamp *stamp;
} LoadJob;

typedef struct
{
  char *path;
  NetzSnapshot *snapshot;
  NetzFileStamp *stamp;
  NetzSaveFlags flags;
  guint64 revision;
  char *note;
} SaveJob;

static void start_save (NetzSession *self);

static void
load_job_free (LoadJob *job)
{
  g_free (job->path);
  g_clear_pointer (&job->snapshot, netz_snapshot_unref);
  g_clear_pointer (&job->report, netz_read_report_free);
  g_clear_pointer (&job->stamp, g_free);
  g_free (job);
}

static void
save_job_free (SaveJob *job)
{
  g_free (job->path);
  g_clear_pointer (&job->snapshot, netz_snapshot_unref);
  g_clear_pointer (&job->stamp, g_free);
  g_free (job->note);
  g_free (job);
}

/**
 * netz_session_on_thread_done:
 * @data: (transfer full): the outer task, which gets the result
 */
void
netz_session_on_thread_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, error);
}

/**
 * netz_session_run_in_thread:
 * @outer: a task of the session, with the job as its data
 * @func: does the job, whose data is the same
 * @done: told in the main thread, with @outer as its data
 *
 * A thread may be the last to let go of its task, and a session must not end in a thread: the thread's task knows only
 * the job, which the outer one owns.
 */
void
netz_session_run_in_thread (GTask *outer, GTaskThreadFunc func, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (NULL, g_task_get_cancellable (outer), done, g_object_ref (outer));

  g_task_set_task_data (task, g_task_get_task_data (outer), NULL);
  g_task_run_in_thread (task, func);
}

static void
run_load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LoadJob *job = data;
  GError *error = NULL;

  job->snapshot = netz_file_load_full (job->path, NETZ_READ_NEWER_MAJOR, NETZ_BYTES_DEFAULT_LIMIT, cancellable, NULL,
                                       NULL, &job->stamp, &job->report, &error);
  if (job->snapshot == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static GTask *
start_load (gpointer source, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (source, cancellable, callback, data);
  LoadJob *job = g_new0 (LoadJob, 1);

  job->path = g_strdup (path);
  g_task_set_task_data (task, job, (GDestroyNotify) load_job_free);
  netz_session_run_in_thread (task, run_load, netz_session_on_thread_done);
  return task;
}

/**
 * netz_session_load_async:
 * @path: (type filename): a file
 *
 * Reads a file in a thread and makes a session of it.
 */
void
netz_session_load_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = start_load (NULL, path, cancellable, callback, data);
  g_task_set_source_tag (task, netz_session_load_async);
}

/**
 * netz_session_load_finish:
 *
 * Returns: (transfer full): the session, or %NULL with an error of NETZ_FORMAT_ERROR
 */
NetzSession *
netz_session_load_finish (GAsyncResult *result, GError **error)
{
  LoadJob *job = NULL;
  NetzSession *self = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, netz_session_load_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  job = g_task_get_task_data (G_TASK (result));
  self = netz_session_new (job->snapshot);
  self->report = g_steal_pointer (&job->report);
  self->read_only = self->report != NULL && self->report->newer_major;
  netz_session_set_file (self, job->path, job->stamp);
  return self;
}

/* What was edited while a save was under way is not in the file; nor is any earlier state that was marked saved. */
static void
finish_save (NetzSession *self, SaveJob *job)
{
  if (netz_network_get_revision (self->network) == job->revision)
    netz_history_mark_saved (self->history);
  else
    netz_history_mark_modified (self->history);
  netz_session_set_file (self, job->path, job->stamp);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  NetzSession *self = g_task_get_source_object (outer);
  GError *error = NULL;

  g_object_unref (g_queue_pop_head (&self->saves));
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      finish_save (self, g_task_get_task_data (outer));
      g_task_return_boolean (outer, TRUE);
    }
  else
    {
      netz_session_refresh (self);
      g_task_return_error (outer, error);
    }
  start_save (self);
}

static void
run_save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  GError *error = NULL;

  if (netz_file_save (job->path, job->snapshot, &job->stamp, job->flags, &job->note, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Nothing was edited and the file is where it was: there is nothing to write. */
static gboolean
has_nothing_to_write (NetzSession *self, const SaveJob *job)
{
  return g_strcmp0 (job->path, self->path) == 0 && !netz_session_is_modified (self);
}

/* Begins the save that waits first, with the network as it is by now. */
static void
start_save (NetzSession *self)
{
  GTask *outer = g_queue_peek_head (&self->saves);
  SaveJob *job = NULL;

  if (outer == NULL)
    {
      netz_session_refresh (self);
      return;
    }

  job = g_task_get_task_data (outer);
  if (job->path == NULL)
    job->path = g_strdup (self->path);
  if (job->path == NULL || has_nothing_to_write (self, job))
    {
      g_queue_pop_head (&self->saves);
      if (job->path != NULL)
        g_task_return_boolean (outer, TRUE);
      else
        g_task_return_new_error (outer, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_NOT_FOUND, "%s",
                                 _("The network has no file yet."));
      g_object_unref (outer);
      start_save (self);
      return;
    }

  job->snapshot = netz_network_snapshot (self->network);
  job->revision = netz_network_get_revision (self->network);
  if (self->has_stamp && g_strcmp0 (job->path, self->path) == 0 && self->disk_state != NETZ_STORE_GONE)
    job->stamp = g_memdup2 (&self->stamp, sizeof self->stamp);

  netz_session_run_in_thread (outer, run_save, on_written);
  netz_session_refresh (self);
}

/**
 * netz_session_save_async:
 * @path: (nullable) (type filename): where; %NULL: where it is already
 * @flags: how
 *
 * Writes the network as it is when the save begins. While another save is under way this one waits for it. A network
 * that was not edited is not written.
 */
void
netz_session_save_async (NetzSession *self,
                         const char *path,
                         NetzSaveFlags flags,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  GTask *task = NULL;
  SaveJob *job = NULL;

  g_return_if_fail (NETZ_IS_SESSION (self));
  g_return_if_fail (path != NULL || self->path != NULL || self->saves.length > 0);

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, netz_session_save_async);
  job = g_new0 (SaveJob, 1);
  job->path = g_strdup (path);
  job->flags = flags;
  g_task_set_task_data (task, job, (GDestroyNotify) save_job_free);
  g_queue_push_tail (&self->saves, task);
  if (self->saves.length == 1)
    start_save (self);
}

/**
 * netz_session_save_finish:
 * @note: (out) (optional) (nullable): what could not be kept, to be told
 *
 * Returns: whether the network is in the file now, whole
 */
gboolean
netz_session_save_finish (NetzSession *self, GAsyncResult *result, char **note, GError **error)
{
  SaveJob *job = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (note != NULL)
    *note = g_steal_pointer (&job->note);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The file's content becomes ours by an edit, so that "undo" brings back what was on the screen. */
static void
take_snapshot (NetzSession *self, NetzSnapshot *theirs)
{
  g_autoptr (NetzSnapshot) ours = netz_network_snapshot (self->network);
  g_autoptr (NetzEdit) edit = netz_difference (ours, theirs, _("Reload from Disk"));
  g_autoptr (NetzDraft) draft = netz_draft_new (self->network, _("Reload from Disk"));

  netz_changes_write (draft, edit);
  netz_history_commit (self->history, draft);
  netz_history_mark_saved (self->history);
}

/**
 * netz_session_reload_async:
 *
 * Reads the file again in a thread and takes what it says. One step of the history.
 */
void
netz_session_reload_async (NetzSession *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (NETZ_IS_SESSION (self));
  g_return_if_fail (self->path != NULL);

  task = start_load (self, self->path, NULL, callback, data);
  g_task_set_source_tag (task, netz_session_reload_async);
}

/**
 * netz_session_reload_finish:
 *
 * Returns: whether the network is what the file says now; if not, it is what it was
 */
gboolean
netz_session_reload_finish (NetzSession *self, GAsyncResult *result, GError **error)
{
  LoadJob *job = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  job = g_task_get_task_data (G_TASK (result));
  take_snapshot (self, job->snapshot);
  g_clear_pointer (&self->report, netz_read_report_free);
  self->report = g_steal_pointer (&job->report);
  netz_session_set_file (self, job->path, job->stamp);
  return TRUE;
}
