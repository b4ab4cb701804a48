/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-details.h"
#include "app/netz-export-dialog.h"
#include "app/netz-file-dialogs.h"
#include "app/netz-import-dialog.h"
#include "app/netz-report-dialog.h"
#include "app/netz-window-commands.h"
#include "app/netz-window-saving.h"
#include "model/netz-check.h"

#include <glib/gi18n-lib.h>

static void
on_saved (NetzWindow *self, gboolean saved, gpointer data)
{
  if (saved)
    netz_messages_toast (netz_window_get_messages (self), _("Saved."));
}

/**
 * netz_window_save:
 *
 * Saves, asking for a name where there is none.
 */
void
netz_window_save (NetzWindow *self, int detail)
{
  netz_window_save_then (self, on_saved, NULL);
}

/**
 * netz_window_save_as:
 *
 * Saves under another name.
 */
void
netz_window_save_as (NetzWindow *self, int detail)
{
  netz_window_save_as_then (self, on_saved, NULL);
}

/**
 * netz_window_export:
 *
 * Opens the dialog that makes pictures.
 */
void
netz_window_export (NetzWindow *self, int detail)
{
  gtk_window_present (GTK_WINDOW (netz_export_dialog_new (self)));
}

static void
on_table_chosen (GFile *file, gpointer data)
{
  g_autoptr (NetzWindow) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && netz_window_get_session (self) != NULL)
    gtk_window_present (GTK_WINDOW (netz_import_dialog_new (self, path)));
}

/**
 * netz_window_import:
 *
 * Lets a table be chosen and brings it in.
 */
void
netz_window_import (NetzWindow *self, int detail)
{
  netz_file_dialogs_open_table (GTK_WINDOW (self), on_table_chosen, g_object_ref (self));
}

/**
 * netz_window_write_paper:
 * @detail: whether it is the network in words
 *
 * Opens the dialog that makes papers.
 */
void
netz_window_write_paper (NetzWindow *self, int detail)
{
  gtk_window_present (GTK_WINDOW (netz_report_dialog_new (self, detail)));
}

/**
 * netz_window_close_it:
 *
 * Closes the window, which asks about unsaved changes.
 */
void
netz_window_close_it (NetzWindow *self, int detail)
{
  gtk_window_close (GTK_WINDOW (self));
}

static const char *
name_severity (NetzSeverity severity)
{
  switch (severity)
    {
    case NETZ_SEVERITY_ERROR:
      return _("Needs repair");
    case NETZ_SEVERITY_WARNING:
      return _("Odd, but perhaps meant");
    default:
      return _("Worth a look");
    }
}

/**
 * netz_window_show_issues:
 *
 * Lists what the rules find odd in the network.
 */
void
netz_window_show_issues (NetzWindow *self, int detail)
{
  g_autoptr (GPtrArray) issues = netz_check (netz_session_get_network (netz_window_get_session (self)));
  NetzDetails *details = netz_details_new (self, _("Possible Mistakes"),
                                           _("Choose a line to see on the canvas what it is about."));

  for (guint i = 0; i < issues->len; i++)
    {
      const NetzIssue *issue = issues->pdata[i];

      netz_details_add (details, issue->message, name_severity (issue->severity), issue->id);
    }
  gtk_window_present (GTK_WINDOW (details));
}
