/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Arranging by an engine: in a thread, with progress and Cancel if it takes
 * longer than a moment, and as one step of the history.
 */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-commands.h"
#include "arrange/netz-arrangement.h"
#include "scene/netz-scene-box.h"

#include <glib/gi18n-lib.h>

#define PATIENCE_MS 200  /* until progress is shown */
#define PULSE_MS 100

/* A layout under way; owned by its task. */
typedef struct
{
  NetzWindow *window;
  NetzNetwork *network;
  const NetzLayoutEngine *engine;
  NetzArrangement *arrangement;
  char *focus;            /* (nullable) */
  GCancellable *cancellable;
  int progress;           /* thousandths, atomic */
  GtkWidget *dialog;      /* (nullable): from PATIENCE_MS on */
  GtkWidget *bar;
  guint timer;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  netz_arrangement_free (job->arrangement);
  g_clear_object (&job->window);
  g_clear_object (&job->network);
  g_clear_object (&job->cancellable);
  g_free (job->focus);
  g_free (job);
}

/* In the thread that lays out. */
static void
on_progress (double fraction, gpointer data)
{
  g_atomic_int_set (&((Job *) data)->progress, (int) (fraction * 1000));
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (netz_arrangement_run (job->arrangement, 1, job->focus, on_progress, job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
on_pulse (gpointer data)
{
  Job *job = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (job->bar), g_atomic_int_get (&job->progress) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Job *job)
{
  g_cancellable_cancel (job->cancellable);
}

static gboolean
on_patience_lost (gpointer data)
{
  Job *job = data;

  job->bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (job->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Arranging…"), -1);
  job->dialog = adw_message_dialog_new (GTK_WINDOW (job->window), _("Arranging…"),
                                        _("The network changes only when all is done."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (job->dialog), job->bar);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (job->dialog), "cancel", _("_Cancel"));
  g_signal_connect (job->dialog, "response", G_CALLBACK (on_response), job);
  gtk_window_present (GTK_WINDOW (job->dialog));
  job->timer = g_timeout_add (PULSE_MS, on_pulse, job);
  return G_SOURCE_REMOVE;
}

static void
hide_progress (Job *job)
{
  g_clear_handle_id (&job->timer, g_source_remove);
  if (job->dialog == NULL)
    return;
  g_signal_handlers_disconnect_by_func (job->dialog, on_response, job);
  gtk_window_destroy (GTK_WINDOW (job->dialog));
  job->dialog = NULL;
}

static void
finish (Job *job)
{
  NetzSession *session = netz_window_get_session (job->window);
  g_autoptr (NetzDraft) draft = NULL;

  /* another network may have been opened meanwhile */
  if (session == NULL || netz_session_get_network (session) != job->network)
    return;
  draft = netz_draft_new (job->network, _("Arrange"));
  netz_arrangement_write (job->arrangement, draft);
  if (!netz_window_commit (job->window, draft))
    return;
  netz_canvas_fit (netz_window_get_canvas (job->window));
  netz_messages_toast_undo (netz_window_get_messages (job->window), _("The network is arranged anew."));
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  hide_progress (job);
  if (done)
    finish (job);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    netz_messages_toast (netz_window_get_messages (job->window), error->message);
}

static gboolean
measure (const char *id, NetzLayoutBox *box, gpointer scene)
{
  NetzRect rect;

  if (!netz_scene_measure_box (scene, id, &rect))
    return FALSE;
  *box = (NetzLayoutBox) { rect.x, rect.y, rect.x + rect.width, rect.y + rect.height };
  return TRUE;
}

/* The institutions among what is selected. */
static const char **
get_selected (NetzSession *session, guint *n)
{
  const char **ids = netz_selection_get_ids (netz_session_get_selection (session));

  *n = 0;
  for (guint i = 0; ids[i] != NULL; i++)
    if (netz_network_get (netz_session_get_network (session), NETZ_TABLE_INSTITUTION, ids[i]) != NULL)
      ids[(*n)++] = ids[i];
  ids[*n] = NULL;
  return ids;
}

/**
 * netz_window_lay_out:
 * @number: of the engine in the table of engines
 *
 * Arranges what is selected, if that are several, else everything. Around one
 * that is selected, rings are laid.
 */
void
netz_window_lay_out (NetzWindow *self, int number)
{
  NetzSession *session = netz_window_get_session (self);
  guint n_engines, n_selected;
  const NetzLayoutEngine *engine = netz_layout_get_engines (&n_engines) + number;
  g_autofree const char **selected = get_selected (session, &n_selected);
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (netz_session_get_network (session));
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (self);
  job->network = g_object_ref (netz_session_get_network (session));
  job->engine = engine;
  job->cancellable = g_cancellable_new ();
  job->focus = n_selected == 1 ? g_strdup (selected[0]) : NULL;
  job->arrangement = netz_arrangement_new (snapshot, engine, n_selected > 1 ? selected : NULL, measure,
                                           netz_session_get_scene (session));
  job->timer = g_timeout_add (PATIENCE_MS, on_patience_lost, job);
  task = g_task_new (NULL, job->cancellable, on_done, NULL);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run);
}
