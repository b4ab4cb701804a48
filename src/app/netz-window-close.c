/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-close.h"

#include "app/netz-window-saving.h"

#include <glib/gi18n-lib.h>

/**
 * netz_window_must_ask:
 *
 * Returns: whether something would be lost, or a save torn off, if the window closed now
 */
gboolean
netz_window_must_ask (NetzWindow *self)
{
  NetzSession *session = netz_window_get_session (self);

  return session != NULL && (netz_session_is_modified (session) || netz_session_is_saving (session));
}

static void
on_saved_then_close (NetzWindow *window, gboolean saved, gpointer data)
{
  if (saved)
    gtk_window_close (GTK_WINDOW (window));
}

static gboolean
close_now (gpointer data)
{
  netz_window_set_session (NETZ_WINDOW (data), NULL);
  gtk_window_close (GTK_WINDOW (data));
  return G_SOURCE_REMOVE;
}

static void
on_answer (const char *response, gpointer data)
{
  /* The dialog goes with the window. */
  NetzWindow *self = data;

  if (g_str_equal (response, "save"))
    netz_window_save_then (self, on_saved_then_close, NULL);
  else if (g_str_equal (response, "discard"))
    /* Later: the dialog that has just been answered would go down with the window. */
    g_idle_add_full (G_PRIORITY_DEFAULT, close_now, g_object_ref (self), g_object_unref);
}

static void
on_saving_over (NetzSession *session, GParamSpec *pspec, NetzWindow *self)
{
  if (netz_session_is_saving (session))
    return;
  g_signal_handlers_disconnect_by_func (session, on_saving_over, self);
  gtk_window_close (GTK_WINDOW (self));
}

/**
 * netz_window_ask_before_close:
 *
 * Asks what to do with unsaved changes, and closes the window if nothing speaks against it. A save under way is
 * waited for.
 */
void
netz_window_ask_before_close (NetzWindow *self)
{
  NetzSession *session = netz_window_get_session (self);
  const char *responses[] = { "cancel", _("Cancel"), "discard", _("Close without Saving"), "save", _("Save"), NULL };
  g_autofree char *text = NULL;

  if (netz_session_is_saving (session))
    {
      g_signal_handlers_disconnect_by_func (session, on_saving_over, self);
      g_signal_connect_object (session, "notify::saving", G_CALLBACK (on_saving_over), self, 0);
      return;
    }
  text = g_strdup_printf (_("“%s” has changes that are not saved. Without saving they are lost for good."),
                          netz_session_get_title (session));
  netz_messages_ask (GTK_WINDOW (self), _("Save the changes?"), text, responses, on_answer, self);
}

/**
 * netz_window_keep_state:
 *
 * Remembers size and panels for the next window.
 */
void
netz_window_keep_state (NetzWindow *self, GSettings *settings)
{
  int width = 0;
  int height = 0;

  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0 && !gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
}

/**
 * netz_window_restore_state:
 *
 * Makes the window as large as the last one was.
 */
void
netz_window_restore_state (NetzWindow *self, GSettings *settings)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}
