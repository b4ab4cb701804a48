/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-workshop-record.h"

#include "app/netz-file-dialogs.h"
#include "app/netz-messages.h"
#include "app/netz-workshop-edit.h"
#include "model/netz-describe.h"
#include "report/netz-session-record.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *from;
  NetzSnapshot *snapshot;
  NetzCatalogue *catalogue;
  char *workshop;
  char *language;
  char *path;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->from);
  netz_snapshot_unref (saving->snapshot);
  netz_catalogue_unref (saving->catalogue);
  g_free (saving->workshop);
  g_free (saving->language);
  g_free (saving->path);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, free_saving)

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  NetzDossierFormat format = NETZ_DOSSIER_PDF;
  g_auto (NetzSaveReport) report = { 0 };
  g_autoptr (NetzDossier) record
      = netz_session_record_new (saving->snapshot, saving->workshop, saving->catalogue, saving->language);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  netz_dossier_find_format (saving->path, &format);
  bytes = netz_dossier_write (record, format, cancellable, &error);
  if (bytes == NULL
      || !netz_store_save (saving->path, bytes, NULL, NETZ_STORE_NO_BACKUP, NULL, NULL, &report, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
tell (Saving *saving, const char *text)
{
  GtkWidget *messages = gtk_widget_get_ancestor (saving->from, NETZ_TYPE_MESSAGES);

  if (messages != NULL)
    netz_messages_toast (NETZ_MESSAGES (messages), text);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* TRANSLATORS: %s is the name of a file */
    text = g_strdup_printf (_("The record of the workshop is in “%s”."), name);
  tell (saving, text != NULL ? text : error->message);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GTask) task = NULL;

  saving->path = file != NULL ? g_file_get_path (file) : NULL;
  if (saving->path == NULL)
    return;
  if (g_str_has_suffix (saving->path, ".netz"))
    {
      tell (saving, _("That name belongs to a network. Choose another name for the record."));
      return;
    }
  task = g_task_new (NULL, NULL, on_saved, saving);
  g_task_set_task_data (task, saving, NULL);
  g_task_run_in_thread (task, run);
  g_steal_pointer (&saving);
}

/**
 * netz_workshop_record_save:
 * @from: the widget that asks
 * @session: the document at work
 * @workshop: id of one of its workshops
 * @catalogue: for the names of actor groups
 *
 * Asks for a file, and writes PDF, ODT, HTML or text by its name.
 */
void
netz_workshop_record_save (GtkWidget *from, NetzSession *session, const char *workshop, NetzCatalogue *catalogue)
{
  NetzNetwork *network = netz_session_get_network (session);
  NetzWorkshop *record = netz_workshop_edit_get (session, workshop);
  const char *own = netz_network_get_settings (network)->language;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  Saving *saving;

  if (record == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->from = g_object_ref (from);
  saving->snapshot = netz_network_snapshot (network);
  saving->catalogue = netz_catalogue_ref (catalogue);
  saving->workshop = g_strdup (workshop);
  saving->language = g_strdup (own != NULL ? own : netz_language_get ());
  /* TRANSLATORS: the beginning of a file's name; %s is the title of a workshop. */
  title = g_strdup_printf (_("Record – %s"), record->title != NULL ? record->title : _("Workshop"));
  name = netz_file_dialogs_suggest_name (title, "pdf");
  netz_file_dialogs_save_document (GTK_WINDOW (gtk_widget_get_root (from)), name, netz_session_get_path (session),
                                   on_file_chosen, saving);
}
