/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-application.h"

#include "app/netz-about.h"
#include "app/netz-application-recovery.h"
#include "app/netz-file-dialogs.h"
#include "app/netz-preferences.h"
#include "app/netz-session-file.h"
#include "format/netz-catalogue-folder.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#define APPLICATION_ID "io.github.netzwerkstatt.Netzwerkstatt"

struct _NetzApplication
{
  AdwApplication parent_instance;

  gboolean recovered; /* unsaved work has been looked for */
};

G_DEFINE_FINAL_TYPE (NetzApplication, netz_application, ADW_TYPE_APPLICATION)

/* A file on its way into a window. */
typedef struct
{
  NetzApplication *application;
  NetzWindow *window;
  char *path;
  gboolean as_copy; /* without a file of its own */
} Opening;

static NetzWindow *
get_window (NetzApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !NETZ_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? NETZ_WINDOW (window) : NULL;
}

/* A window that shows the start page, or a network that nobody has touched, is taken; else there is a new one. */
static NetzWindow *
take_window (NetzApplication *self, NetzWindow *beside)
{
  NetzSession *session = beside != NULL ? netz_window_get_session (beside) : NULL;

  if (beside != NULL && (session == NULL || netz_session_is_pristine (session)))
    return beside;
  return netz_window_new (GTK_APPLICATION (self));
}

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->application);
  g_object_unref (opening->window);
  g_free (opening->path);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void load_into (NetzApplication *self, NetzWindow *window, const char *path, gboolean as_copy);

/* The version before the one that cannot be read, as a network without a file: it takes no file's place unasked. */
static void
on_failed_answer (const char *response, gpointer data)
{
  NetzWindow *window = NETZ_WINDOW (data);
  const char *backup = g_object_get_data (G_OBJECT (window), "netz-backup");

  if (g_str_equal (response, "backup") && backup != NULL)
    load_into (NETZ_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), window, backup, TRUE);
}

static void
tell_failed (Opening *opening, const GError *error)
{
  const char *responses[] = { "backup", _("Open the Backup"), NULL };
  g_autofree char *backup = netz_format_error_offers_backup (error) ? netz_store_find_backup (opening->path) : NULL;
  gboolean has_backup = backup != NULL;
  g_autofree char *name = g_filename_display_basename (opening->path);
  /* Translators: %1$s is the name of a file, %2$s whole sentences about what is wrong */
  g_autofree char *text = g_strdup_printf (_("“%1$s” could not be opened. %2$s"), name, error->message);

  g_object_set_data_full (G_OBJECT (opening->window), "netz-backup", g_steal_pointer (&backup), g_free);
  netz_messages_show_bar (netz_window_get_messages (opening->window), "open", GTK_MESSAGE_ERROR, text,
                          has_backup ? responses : NULL, on_failed_answer, opening->window);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSession) session = netz_session_load_finish (result, &error);

  g_application_release (G_APPLICATION (opening->application));
  /* The window was closed meanwhile. */
  if (gtk_window_get_application (GTK_WINDOW (opening->window)) == NULL)
    return;
  netz_window_set_busy (opening->window, NULL);
  if (session == NULL)
    {
      tell_failed (opening, error);
      return;
    }
  if (opening->as_copy)
    netz_session_forget_file (session);
  netz_messages_hide_bar (netz_window_get_messages (opening->window), "open");
  netz_window_set_session (opening->window, session);
}

static void
load_into (NetzApplication *self, NetzWindow *window, const char *path, gboolean as_copy)
{
  Opening *opening = g_new0 (Opening, 1);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Opening %s…"), name);

  opening->application = g_object_ref (self);
  opening->window = g_object_ref (window);
  opening->path = g_strdup (path);
  opening->as_copy = as_copy;
  g_application_hold (G_APPLICATION (self));
  netz_window_set_busy (window, text);
  gtk_window_present (GTK_WINDOW (window));
  netz_session_load_async (path, NULL, on_loaded, opening);
}

static void
on_files_chosen (GListModel *files, gpointer data)
{
  NetzApplication *self = NETZ_APPLICATION (data);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      netz_application_open_file (self, file, get_window (self));
    }
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  netz_file_dialogs_open_networks (GTK_WINDOW (get_window (data)), on_files_chosen, data);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  NetzWindow *window = get_window (data);

  if (window == NULL || netz_window_get_session (window) != NULL)
    window = netz_window_new (GTK_APPLICATION (data));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_new_from (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  netz_application_open_new (data, g_variant_get_string (parameter, NULL), get_window (data));
}

static void
on_open_path (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  netz_application_open_file (data, file, get_window (data));
}

static void
on_open_example (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  netz_application_open_example (data, get_window (data));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  netz_preferences_show (GTK_WINDOW (get_window (data)));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  netz_about_show (GTK_WINDOW (get_window (data)));
}

/* Each window asks about its own changes; the program ends with the last. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *item = windows; item != NULL; item = item->next)
    if (NETZ_IS_WINDOW (item->data))
      gtk_window_close (GTK_WINDOW (item->data));
}

static void
netz_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "new", on_new, NULL, NULL, NULL, { 0 } },
    { "new-from", on_new_from, "s", NULL, NULL, { 0 } },
    { "open", on_open, NULL, NULL, NULL, { 0 } },
    { "open-path", on_open_path, "s", NULL, NULL, { 0 } },
    { "open-example", on_open_example, NULL, NULL, NULL, { 0 } },
    { "preferences", on_preferences, NULL, NULL, NULL, { 0 } },
    { "about", on_about, NULL, NULL, NULL, { 0 } },
    { "quit", on_quit, NULL, NULL, NULL, { 0 } },
  };

  G_APPLICATION_CLASS (netz_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

/* Before anything else is shown, and not again while the program runs. */
static void
recover_once (NetzApplication *self)
{
  if (self->recovered)
    return;
  self->recovered = TRUE;
  netz_application_recover (self);
}

static void
netz_application_activate (GApplication *application)
{
  NetzWindow *window = get_window (NETZ_APPLICATION (application));

  recover_once (NETZ_APPLICATION (application));
  window = window != NULL ? window : get_window (NETZ_APPLICATION (application));
  if (window == NULL)
    window = netz_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
}

static void
netz_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  recover_once (NETZ_APPLICATION (application));
  for (int i = 0; i < n_files; i++)
    netz_application_open_file (NETZ_APPLICATION (application), files[i], get_window (NETZ_APPLICATION (application)));
}

static void
netz_application_class_init (NetzApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->startup = netz_application_startup;
  application_class->activate = netz_application_activate;
  application_class->open = netz_application_open;
}

static void
netz_application_init (NetzApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Draws and keeps municipal education networks."));
}

/**
 * netz_application_new:
 *
 * Returns: (transfer full): the program; run it with g_application_run()
 */
NetzApplication *
netz_application_new (void)
{
  return g_object_new (NETZ_TYPE_APPLICATION, "application-id", APPLICATION_ID, "resource-base-path",
                       "/io/github/netzwerkstatt/Netzwerkstatt", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

/* The same file may have several names: links, shares that do not tell capitals apart. */
static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat stat_a;
  struct stat stat_b;

  if (g_str_equal (a, b))
    return TRUE;
  return stat (a, &stat_a) == 0 && stat (b, &stat_b) == 0 && stat_a.st_dev == stat_b.st_dev
         && stat_a.st_ino == stat_b.st_ino;
}

/**
 * netz_application_find_window:
 * @path: (type filename): a file
 *
 * Returns: (nullable) (transfer none): the window in which it is open
 */
NetzWindow *
netz_application_find_window (NetzApplication *self, const char *path)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      NetzSession *session = NETZ_IS_WINDOW (item->data) ? netz_window_get_session (item->data) : NULL;
      const char *other = session != NULL ? netz_session_get_path (session) : NULL;

      if (other != NULL && is_same_file (path, other))
        return item->data;
    }
  return NULL;
}

/**
 * netz_application_open_file:
 * @beside: (nullable): the window from which it was asked for; it is taken if it shows nothing yet
 *
 * Opens a file in a window, or presents the one in which it is open already.
 */
void
netz_application_open_file (NetzApplication *self, GFile *file, NetzWindow *beside)
{
  g_autofree char *path = g_file_get_path (file);
  NetzWindow *window = path != NULL ? netz_application_find_window (self, path) : NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  window = take_window (self, beside);
  if (path == NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      netz_messages_show_bar (netz_window_get_messages (window), "open", GTK_MESSAGE_ERROR,
                              _("Only files of this computer, or of folders that it has mounted, can be opened."), NULL,
                              NULL, NULL);
      return;
    }
  load_into (self, window, path, FALSE);
}

/**
 * netz_application_open_new:
 * @catalogue: id of the catalogue to begin with
 * @beside: (nullable): the window from which it was asked for
 *
 * Shows a new, empty network with the kinds and programmes of a catalogue.
 */
void
netz_application_open_new (NetzApplication *self, const char *catalogue, NetzWindow *beside)
{
  NetzWindow *window = take_window (self, beside);
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzCatalogue) loaded = netz_catalogue_load (catalogue, &error);
  g_autoptr (NetzSession) session = NULL;

  gtk_window_present (GTK_WINDOW (window));
  if (loaded == NULL)
    {
      netz_messages_show_bar (netz_window_get_messages (window), "open", GTK_MESSAGE_ERROR, error->message, NULL, NULL,
                              NULL);
      return;
    }
  session = netz_session_new_from_catalogue (loaded);
  netz_window_set_session (window, session);
}

/**
 * netz_application_open_example:
 * @beside: (nullable): the window from which it was asked for
 *
 * Shows the Cologne example as a network without a file, so that nobody changes the installed one.
 */
void
netz_application_open_example (NetzApplication *self, NetzWindow *beside)
{
  g_autofree char *path = netz_application_get_data_path ("samples/koeln-2008.netz");

  load_into (self, take_window (self, beside), path, TRUE);
}

/**
 * netz_application_get_data_path:
 * @name: of a file, below the folder of the program's data
 *
 * Returns: (transfer full) (type filename): where it is
 */
char *
netz_application_get_data_path (const char *name)
{
  const char *folder = g_getenv ("NETZ_DATA_DIR");

  return g_build_filename (folder != NULL && *folder != '\0' ? folder : NETZ_PKGDATADIR, name, NULL);
}
