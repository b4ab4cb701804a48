/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-saving.h"

#include "app/netz-application.h"
#include "app/netz-file-dialogs.h"
#include "app/netz-session-file.h"

#include <glib/gi18n-lib.h>

/* A save from the first key to the last answer. */
typedef struct
{
  NetzWindow *window;
  NetzSession *session;
  char *path; /* NULL: where it is already */
  NetzSavedFunc func;
  gpointer data;
} Saving;

static void write_to (Saving *saving, NetzSaveFlags flags);
static void ask_for_name (Saving *saving);

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->session);
  g_free (saving->path);
  g_free (saving);
}

static void
end_saving (Saving *saving, gboolean saved)
{
  if (saving->func != NULL)
    saving->func (saving->window, saved, saving->data);
  saving_free (saving);
}

static void
on_reloaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  NetzMessages *messages = netz_window_get_messages (saving->window);

  if (netz_session_reload_finish (saving->session, result, &error))
    netz_messages_toast_undo (messages, _("The network is now as it is on disk."));
  else
    netz_messages_show_bar (messages, "reload", GTK_MESSAGE_ERROR, error->message, NULL, NULL, NULL);
  end_saving (saving, FALSE);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  if (netz_session_keep_ours_finish (saving->session, result, &error))
    {
      write_to (saving, NETZ_STORE_DEFAULT);
      return;
    }
  netz_messages_show_bar (netz_window_get_messages (saving->window), "save", GTK_MESSAGE_ERROR, error->message, NULL,
                          NULL, NULL);
  end_saving (saving, FALSE);
}

static void
on_answer (const char *response, gpointer data)
{
  Saving *saving = data;

  if (g_str_equal (response, "save-as"))
    ask_for_name (saving);
  else if (g_str_equal (response, "save-again"))
    write_to (saving, NETZ_STORE_DEFAULT);
  else if (g_str_equal (response, "overwrite-in-place"))
    write_to (saving, NETZ_STORE_IN_PLACE);
  else if (g_str_equal (response, "overwrite-theirs"))
    netz_session_keep_ours_async (saving->session, on_kept, saving);
  else if (g_str_equal (response, "discard-reload"))
    netz_session_reload_async (saving->session, on_reloaded, saving);
  else
    end_saving (saving, FALSE);
}

static void
ask_about_change (Saving *saving, const GError *error)
{
  const char *responses[] = { "cancel", _("Cancel"), "discard-reload", _("Reload Their Version"),
                              "overwrite-theirs", _("Save over It"), "save-as", _("Save As…"), NULL };
  g_autofree char *text = g_strdup_printf (
      _("%s Your version is still here, unsaved. If you save over the other version, it is kept beside the file as a "
        "backup. If you reload, Undo brings yours back."),
      netz_format_error_get_text (error));

  netz_messages_ask (GTK_WINDOW (saving->window), _("Somebody else changed the file"), text, responses, on_answer,
                     saving);
}

static void
ask_about_folder (Saving *saving, const GError *error)
{
  const char *responses[] = { "cancel", _("Cancel"), "overwrite-in-place", _("Write into the File Itself"), "save-as",
                              _("Save As…"), NULL };

  netz_messages_ask (GTK_WINDOW (saving->window), _("The folder cannot be written"), error->message, responses,
                     on_answer, saving);
}

static void
ask_about_failure (Saving *saving, const GError *error)
{
  const char *responses[] = { "cancel", _("Cancel"), "save-again", _("Try Again"), "save-as", _("Save As…"), NULL };

  netz_messages_ask (GTK_WINDOW (saving->window), _("The network could not be saved"), error->message, responses,
                     on_answer, saving);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  NetzMessages *messages = netz_window_get_messages (saving->window);

  if (netz_session_save_finish (saving->session, result, &note, &error))
    {
      if (note != NULL && *note != '\0')
        netz_messages_show_bar (messages, "save", GTK_MESSAGE_INFO, note, NULL, NULL, NULL);
      else
        netz_messages_hide_bar (messages, "save");
      netz_messages_hide_bar (messages, "disk");
      end_saving (saving, TRUE);
    }
  else if (g_error_matches (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_CHANGED_ON_DISK))
    ask_about_change (saving, error);
  else if (g_error_matches (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_FOLDER_NOT_WRITABLE))
    ask_about_folder (saving, error);
  else
    ask_about_failure (saving, error);
}

static void
write_to (Saving *saving, NetzSaveFlags flags)
{
  netz_session_save_async (saving->session, saving->path, flags, on_saved, saving);
}

static void
on_name_chosen (GFile *file, gpointer data)
{
  Saving *saving = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;
  NetzWindow *other = NULL;

  if (path == NULL)
    {
      if (file != NULL)
        netz_messages_toast (netz_window_get_messages (saving->window),
                             _("Networks can be saved only in folders of this computer or that it has mounted."));
      end_saving (saving, FALSE);
      return;
    }
  other = netz_application_find_window (NETZ_APPLICATION (g_application_get_default ()), path);
  if (other != NULL && other != saving->window)
    {
      netz_messages_toast (netz_window_get_messages (saving->window),
                           _("That file is open in another window. Choose another name."));
      end_saving (saving, FALSE);
      return;
    }
  g_free (saving->path);
  saving->path = strrchr (base, '.') != NULL ? g_strdup (path) : g_strconcat (path, ".netz", NULL);
  /* The chooser has asked about the name that was typed, not about one that we made of it. */
  write_to (saving, g_str_equal (saving->path, path) ? NETZ_STORE_DEFAULT : NETZ_STORE_NEW);
}

static void
ask_for_name (Saving *saving)
{
  g_autofree char *name = NULL;

  if (netz_session_get_path (saving->session) != NULL)
    name = g_path_get_basename (netz_session_get_path (saving->session));
  else
    name = netz_file_dialogs_suggest_name (netz_session_get_title (saving->session), "netz");
  netz_file_dialogs_save_network (GTK_WINDOW (saving->window), name, netz_session_get_path (saving->session),
                                  on_name_chosen, saving);
}

static Saving *
begin_saving (NetzWindow *self, NetzSavedFunc func, gpointer data)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->session = g_object_ref (netz_window_get_session (self));
  saving->func = func;
  saving->data = data;
  return saving;
}

/**
 * netz_window_save_then:
 * @func: (nullable) (scope async): told of the outcome
 *
 * Saves where the network is already, or asks for a name.
 */
void
netz_window_save_then (NetzWindow *self, NetzSavedFunc func, gpointer data)
{
  Saving *saving = begin_saving (self, func, data);

  if (netz_session_get_path (saving->session) != NULL)
    write_to (saving, NETZ_STORE_DEFAULT);
  else
    ask_for_name (saving);
}

/**
 * netz_window_save_as_then:
 * @func: (nullable) (scope async): told of the outcome
 *
 * Asks for a name and saves there.
 */
void
netz_window_save_as_then (NetzWindow *self, NetzSavedFunc func, gpointer data)
{
  ask_for_name (begin_saving (self, func, data));
}
