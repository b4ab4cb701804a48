/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-messages.h"

#include "app/netz-details.h"
#include "app/netz-recent.h"
#include "app/netz-session-file.h"
#include "app/netz-window-saving.h"
#include "model/netz-check.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define LARGEST_CHECKED 30000

static void
add_notes (NetzDetails *details, const NetzReadReport *report)
{
  for (guint i = 0; i < report->notes->len; i++)
    {
      const NetzReadNote *note = report->notes->pdata[i];
      g_autofree char *place = g_strdup_printf (_("Line %" PRIu64 ", column %" PRIu64), note->line,
                                                note->column);

      netz_details_add (details, note->message, place, NULL);
    }
}

static void
add_issues (NetzDetails *details, NetzNetwork *network)
{
  g_autoptr (GPtrArray) issues = netz_check (network);

  for (guint i = 0; i < issues->len; i++)
    {
      const NetzIssue *issue = issues->pdata[i];

      if (issue->severity == NETZ_SEVERITY_ERROR)
        netz_details_add (details, issue->message, _("Needs repair"), issue->id);
    }
}

/**
 * netz_window_show_notes:
 *
 * Shows what was noticed when the file was read, and what needs repair, as a list.
 */
void
netz_window_show_notes (NetzWindow *self)
{
  NetzSession *session = netz_window_get_session (self);
  NetzReadReport *report = netz_session_get_report (session);
  NetzDetails *details = netz_details_new (self, _("What Was Noticed"),
                                           _("Everything below is still in the file and will be saved again. Choose a "
                                             "line to see what it is about."));

  add_issues (details, netz_session_get_network (session));
  if (report != NULL)
    add_notes (details, report);
  gtk_window_present (GTK_WINDOW (details));
}

static void
on_report_answer (const char *response, gpointer data)
{
  if (g_str_equal (response, "details"))
    netz_window_show_notes (NETZ_WINDOW (data));
}

/* How many things need repair; not looked for in networks so large that opening would wait for it. */
static guint
count_errors (NetzNetwork *network)
{
  g_autoptr (GPtrArray) issues = NULL;
  guint n_errors = 0;

  if (netz_network_get_size (network, NETZ_TABLE_PARTNERSHIP) > LARGEST_CHECKED)
    return 0;
  issues = netz_check (network);
  for (guint i = 0; i < issues->len; i++)
    n_errors += ((const NetzIssue *) issues->pdata[i])->severity == NETZ_SEVERITY_ERROR;
  return n_errors;
}

static char *
compose_report (NetzSession *session, const NetzReadReport *report, guint n_things)
{
  g_autofree char *name = netz_session_get_display_name (session);

  if (netz_session_is_read_only (session))
    return g_strdup_printf (_("“%s” was written by a newer version of Netzwerkstatt. It can be looked at and exported "
                              "here, but not changed, so that nothing of it is lost."), name);
  if (n_things == 0)
    return g_strdup_printf (_("“%s” was written by a newer version of Netzwerkstatt. What this version does not know "
                              "is kept."), name);
  /* Translators: %u is how many, %s the name of the file */
  return g_strdup_printf (ngettext ("%u thing in “%s” was odd or could not be read. It is kept as it is.",
                                    "%u things in “%s” were odd or could not be read. They are kept as they are.",
                                    n_things),
                          n_things, name);
}

/**
 * netz_window_tell_report:
 *
 * Shows a bar if something was noticed when the file was read.
 */
void
netz_window_tell_report (NetzWindow *self)
{
  const char *responses[] = { "details", _("Details…"), NULL };
  NetzSession *session = netz_window_get_session (self);
  NetzReadReport *report = netz_session_get_report (session);
  guint n_things = 0;
  g_autofree char *text = NULL;

  if (report == NULL)
    return;
  n_things = report->n_notes + count_errors (netz_session_get_network (session));
  if (n_things == 0 && !report->newer_major && !report->newer_minor)
    return;
  text = compose_report (session, report, n_things);
  netz_messages_show_bar (netz_window_get_messages (self), "report",
                          netz_session_is_read_only (session) ? GTK_MESSAGE_WARNING : GTK_MESSAGE_INFO, text,
                          n_things > 0 ? responses : NULL, on_report_answer, self);
}

static void
on_reloaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzWindow) self = data;
  g_autoptr (GError) error = NULL;
  NetzMessages *messages = netz_window_get_messages (self);

  if (netz_session_reload_finish (NETZ_SESSION (source), result, &error))
    netz_messages_toast_undo (messages, _("The network is now as it is on disk."));
  else
    netz_messages_show_bar (messages, "disk", GTK_MESSAGE_ERROR, error->message, NULL, NULL, NULL);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!netz_session_keep_ours_finish (NETZ_SESSION (source), result, &error))
    netz_messages_show_bar (netz_window_get_messages (self), "disk", GTK_MESSAGE_ERROR, error->message, NULL, NULL,
                            NULL);
}

static void
on_changed_answer (const char *response, gpointer data)
{
  NetzWindow *self = NETZ_WINDOW (data);
  NetzSession *session = netz_window_get_session (self);

  if (session == NULL)
    return;
  if (g_str_equal (response, "reload"))
    netz_session_reload_async (session, on_reloaded, g_object_ref (self));
  else if (g_str_equal (response, "keep"))
    netz_session_keep_ours_async (session, on_kept, g_object_ref (self));
}

static void
on_gone_answer (const char *response, gpointer data)
{
  NetzWindow *self = NETZ_WINDOW (data);

  if (netz_window_get_session (self) == NULL)
    return;
  if (g_str_equal (response, "save"))
    netz_window_save_then (self, NULL, NULL);
  else if (g_str_equal (response, "save-as"))
    netz_window_save_as_then (self, NULL, NULL);
}

/**
 * netz_window_tell_disk_state:
 * @state: a NetzStoreState
 *
 * Shows a bar if the file changed or went away, and takes it away if that is over.
 */
void
netz_window_tell_disk_state (NetzWindow *self, int state)
{
  const char *changed[] = { "reload", _("Reload"), "keep", _("Keep Mine"), NULL };
  const char *gone[] = { "save", _("Save It Here Again"), "save-as", _("Save As…"), NULL };
  NetzMessages *messages = netz_window_get_messages (self);
  g_autofree char *name = netz_session_get_display_name (netz_window_get_session (self));
  g_autofree char *text = NULL;

  if (state == NETZ_STORE_CHANGED)
    {
      text =
          g_strdup_printf (_("Somebody else changed “%s” on disk. You can take their version, which Undo takes back, "
                              "or keep yours, which the next save puts in its place."),
                           name);
      netz_messages_show_bar (messages, "disk", GTK_MESSAGE_WARNING, text, changed, on_changed_answer, self);
    }
  else if (state == NETZ_STORE_GONE)
    {
      text = g_strdup_printf (_("“%s” is no longer where it was. Your network is still here."), name);
      netz_messages_show_bar (messages, "disk", GTK_MESSAGE_WARNING, text, gone, on_gone_answer, self);
    }
  else
    netz_messages_hide_bar (messages, "disk");
}

/**
 * netz_window_remember_file:
 *
 * Puts the file among the recent ones, with a little picture.
 */
void
netz_window_remember_file (NetzWindow *self)
{
  NetzSession *session = netz_window_get_session (self);

  if (session != NULL && netz_session_get_path (session) != NULL)
    netz_recent_add (netz_session_get_path (session), netz_session_get_network (session));
}
