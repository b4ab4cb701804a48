/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-sheet-saver.h"

#include "app/netz-file-dialogs.h"
#include "app/netz-messages.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *from;
  GPtrArray *sheets;
  NetzTableStyle style;
  char *path;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->from);
  g_ptr_array_unref (saving->sheets);
  g_free (saving->path);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, free_saving)

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  NetzTableFormat format = NETZ_TABLE_CSV;
  g_auto (NetzSaveReport) report = { 0 };
  GError *error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  netz_table_find_format (saving->path, &format);
  bytes = netz_table_write (saving->sheets, format, &saving->style, &error);
  if (bytes == NULL
      || !netz_store_save (saving->path, bytes, NULL, NETZ_STORE_NO_BACKUP, NULL, NULL, &report, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  GtkWidget *messages = gtk_widget_get_ancestor (saving->from, NETZ_TYPE_MESSAGES);
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_("The table is in “%s”."), name);
  if (messages != NULL)
    netz_messages_toast (NETZ_MESSAGES (messages), text != NULL ? text : error->message);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (Saving) saving = data;
  GtkWidget *messages = gtk_widget_get_ancestor (saving->from, NETZ_TYPE_MESSAGES);
  g_autoptr (GTask) task = NULL;

  saving->path = file != NULL ? g_file_get_path (file) : NULL;
  if (saving->path == NULL)
    return;
  if (g_str_has_suffix (saving->path, ".netz"))
    {
      if (messages != NULL)
        netz_messages_toast (NETZ_MESSAGES (messages),
                             _("That name belongs to a network. Choose another name for the table."));
      return;
    }
  task = g_task_new (NULL, NULL, on_saved, saving);
  g_task_set_task_data (task, saving, NULL);
  g_task_run_in_thread (task, run);
  g_steal_pointer (&saving);
}

/**
 * netz_sheet_saver_save:
 * @from: the widget that asks
 * @session: whose table it is
 * @sheet: (transfer full): the table
 * @decimal: '.' or ',', in CSV; with a comma, cells are separated by semicolons, as German spreadsheets expect
 *
 * Asks for a file, and writes CSV, XLSX or ODS by its name.
 */
void
netz_sheet_saver_save (GtkWidget *from, NetzSession *session, NetzSheet *sheet, char decimal)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *title = g_strdup_printf ("%s – %s", netz_session_get_title (session), netz_sheet_get_title (sheet));
  g_autofree char *name = netz_file_dialogs_suggest_name (title, "csv");

  saving->from = g_object_ref (from);
  saving->sheets = netz_sheets_new ();
  saving->style.separator = decimal == ',' ? ';' : ',';
  saving->style.decimal = decimal;
  saving->style.mark = decimal == ',';
  g_ptr_array_add (saving->sheets, sheet);
  netz_file_dialogs_save_table (GTK_WINDOW (gtk_widget_get_root (from)), name, netz_session_get_path (session),
                                on_file_chosen, saving);
}
