/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-file-dialogs.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NetzFileFunc func;
  NetzFilesFunc files_func;
  gpointer data;
} Choice;

static void
on_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Choice *choice = data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  gboolean accepted = response == GTK_RESPONSE_ACCEPT;

  if (choice->files_func != NULL)
    {
      g_autoptr (GListModel) files = accepted ? gtk_file_chooser_get_files (chooser)
                                              : G_LIST_MODEL (g_list_store_new (G_TYPE_FILE));
      choice->files_func (files, choice->data);
    }
  else
    {
      g_autoptr (GFile) file = accepted ? gtk_file_chooser_get_file (chooser) : NULL;

      choice->func (file, choice->data);
    }
  g_free (choice);
  g_object_unref (dialog);
}

static GtkFileChooserNative *
create_chooser (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  return dialog;
}

static void
add_filter (GtkFileChooserNative *dialog, const char *name, const char *const *suffixes, const char *type)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (type != NULL)
    gtk_file_filter_add_mime_type (filter, type);
  if (suffixes == NULL && type == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

static void
show_chooser (GtkFileChooserNative *dialog, NetzFileFunc func, NetzFilesFunc files_func, gpointer data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->func = func;
  choice->files_func = files_func;
  choice->data = data;
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
begin_beside (GtkFileChooserNative *dialog, const char *name, const char *beside)
{
  g_autoptr (GFile) file = beside != NULL ? g_file_new_for_path (beside) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
}

/**
 * netz_file_dialogs_open_networks:
 * @func: (scope async): told of the files
 */
void
netz_file_dialogs_open_networks (GtkWindow *parent, NetzFilesFunc func, gpointer data)
{
  static const char *const suffixes[] = { "netz", NULL };
  GtkFileChooserNative *dialog = create_chooser (parent, _("Open Network"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));

  add_filter (dialog, _("Networks"), suffixes, NULL);
  add_filter (dialog, _("All Files"), NULL, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  show_chooser (dialog, NULL, func, data);
}

/**
 * netz_file_dialogs_open_table:
 * @func: (scope async): told of the file
 */
void
netz_file_dialogs_open_table (GtkWindow *parent, NetzFileFunc func, gpointer data)
{
  static const char *const suffixes[] = { "csv", "tsv", "txt", "xlsx", "ods", "geojson", "json", NULL };
  GtkFileChooserNative *dialog = create_chooser (parent, _("Choose Table"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));

  add_filter (dialog, _("Tables"), suffixes, NULL);
  add_filter (dialog, _("All Files"), NULL, NULL);
  show_chooser (dialog, func, NULL, data);
}

/**
 * netz_file_dialogs_open_picture:
 * @func: (scope async): told of the file
 */
void
netz_file_dialogs_open_picture (GtkWindow *parent, NetzFileFunc func, gpointer data)
{
  static const char *const suffixes[] = { "png", "jpg", "jpeg", "svg", NULL };
  GtkFileChooserNative *dialog = create_chooser (parent, _("Choose Background Picture"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                 _("_Open"));

  add_filter (dialog, _("Pictures"), suffixes, NULL);
  show_chooser (dialog, func, NULL, data);
}

/**
 * netz_file_dialogs_save_network:
 * @name: what the file might be called
 * @beside: (nullable) (type filename): a file in the folder to begin with
 * @func: (scope async): told of the file; the toolkit has asked about one that exists
 */
void
netz_file_dialogs_save_network (GtkWindow *parent,
                                const char *name,
                                const char *beside,
                                NetzFileFunc func,
                                gpointer data)
{
  static const char *const suffixes[] = { "netz", NULL };
  GtkFileChooserNative *dialog = create_chooser (parent, _("Save Network"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));

  add_filter (dialog, _("Networks"), suffixes, NULL);
  begin_beside (dialog, name, beside);
  show_chooser (dialog, func, NULL, data);
}

/**
 * netz_file_dialogs_save_picture:
 * @name: what the file might be called, with the suffix of its kind
 * @beside: (nullable) (type filename): a file in the folder to begin with
 * @func: (scope async): told of the file; the toolkit has asked about one that exists
 */
void
netz_file_dialogs_save_picture (GtkWindow *parent,
                                const char *name,
                                const char *beside,
                                NetzFileFunc func,
                                gpointer data)
{
  GtkFileChooserNative *dialog = create_chooser (parent, _("Export Picture"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                 _("_Export"));

  begin_beside (dialog, name, beside);
  show_chooser (dialog, func, NULL, data);
}

/**
 * netz_file_dialogs_save_table:
 * @name: what the file might be called, with the suffix of its kind
 * @beside: (nullable) (type filename): a file in the folder to begin with
 * @func: (scope async): told of the file; the toolkit has asked about one that exists
 */
void
netz_file_dialogs_save_table (GtkWindow *parent, const char *name, const char *beside, NetzFileFunc func, gpointer data)
{
  static const char *const suffixes[] = { "csv", "xlsx", "ods", NULL };
  GtkFileChooserNative *dialog = create_chooser (parent, _("Save Table"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));

  add_filter (dialog, _("Tables"), suffixes, NULL);
  begin_beside (dialog, name, beside);
  show_chooser (dialog, func, NULL, data);
}

/**
 * netz_file_dialogs_save_document:
 * @name: what the file might be called, with the suffix of its kind
 * @beside: (nullable) (type filename): a file in the folder to begin with
 * @func: (scope async): told of the file; the toolkit has asked about one that exists
 */
void
netz_file_dialogs_save_document (GtkWindow *parent,
                                 const char *name,
                                 const char *beside,
                                 NetzFileFunc func,
                                 gpointer data)
{
  static const char *const suffixes[] = { "pdf", "odt", "html", "txt", NULL };
  GtkFileChooserNative *dialog = create_chooser (parent, _("Save Document"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                 _("_Save"));

  add_filter (dialog, _("Documents"), suffixes, NULL);
  begin_beside (dialog, name, beside);
  show_chooser (dialog, func, NULL, data);
}

/**
 * netz_file_dialogs_open_network:
 * @beside: (nullable) (type filename): a file in the folder to begin with
 * @func: (scope async): told of the file
 */
void
netz_file_dialogs_open_network (GtkWindow *parent, const char *beside, NetzFileFunc func, gpointer data)
{
  static const char *const suffixes[] = { "netz", NULL };
  GtkFileChooserNative *dialog = create_chooser (parent, _("Choose Earlier Network"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                 _("_Choose"));
  g_autoptr (GFile) file = beside != NULL ? g_file_new_for_path (beside) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  add_filter (dialog, _("Networks"), suffixes, NULL);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  show_chooser (dialog, func, NULL, data);
}

/* What Windows shares refuse in names, and what turns the direction of text. */
static gboolean
is_odd (gunichar character)
{
  return g_unichar_iscntrl (character) || g_unichar_type (character) == G_UNICODE_FORMAT
         || (character < 128 && strchr ("\\/:*?\"<>|", (int) character) != NULL);
}

/**
 * netz_file_dialogs_suggest_name:
 * @title: the network's title
 * @suffix: without its dot
 *
 * Returns: (transfer full): a file name that every system accepts
 */
char *
netz_file_dialogs_suggest_name (const char *title, const char *suffix)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = title; *p != '\0' && name->len < 80; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_string_append_unichar (name, is_odd (character) ? '-' : character);
    }
  g_strstrip (name->str);
  name->len = strlen (name->str);
  while (name->len > 0 && strchr (". -", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  if (name->len == 0 || name->str[0] == '.')
    g_string_prepend (name, _("Network"));
  g_string_append_printf (name, ".%s", suffix);
  return g_string_free (g_steal_pointer (&name), FALSE);
}
