/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-drop.h"

#include "app/netz-application.h"
#include "app/netz-import-dialog.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

static gboolean
takes_table (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL && netz_import_dialog_takes (path);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  NetzWindow *self = NETZ_WINDOW (data);
  GSList *files = g_value_get_boxed (value);

  for (GSList *item = files; item != NULL; item = item->next)
    if (netz_window_get_session (self) != NULL && takes_table (item->data))
      {
        g_autofree char *path = g_file_get_path (item->data);

        gtk_window_present (GTK_WINDOW (netz_import_dialog_new (self, path)));
      }
    else
      netz_application_open_file (NETZ_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), item->data, self);
  return files != NULL;
}

/**
 * netz_window_accept_files:
 *
 * Opens files that are dropped onto the window.
 */
void
netz_window_accept_files (NetzWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
set_field (NetzWindow *self, const char *field, const char *label, const char *value)
{
  NetzSession *session = netz_window_get_session (self);
  g_autofree const char **ids = NULL;
  g_autoptr (NetzDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (session == NULL)
    return;
  ids = netz_selection_get_ids (netz_session_get_selection (session));
  draft = netz_draft_new (netz_session_get_network (session), label);
  if (g_str_equal (field, "programme"))
    netz_set_programme (draft, ids, value);
  else if (!netz_set_field (draft, ids, field, value, &error))
    {
      netz_messages_toast (netz_window_get_messages (self), error->message);
      return;
    }
  netz_window_commit (self, draft);
}

static void
on_set_programme (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_field (data, "programme", _("Change Programme"), g_variant_get_string (parameter, NULL));
}

static void
on_set_status (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_field (data, "status", _("Change Status"), g_variant_get_string (parameter, NULL));
}

/**
 * netz_window_install_targets:
 *
 * Adds the actions that take a choice: win.set-programme and win.set-status of the selected partnerships.
 */
void
netz_window_install_targets (NetzWindow *self)
{
  static const GActionEntry entries[] = {
    { "set-programme", on_set_programme, "s", NULL, NULL, { 0 } },
    { "set-status", on_set_status, "s", NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
