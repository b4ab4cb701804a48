/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-export-dialog.h"

#include "app/netz-file-dialogs.h"
#include "format/netz-store.h"
#include "scene/netz-picture.h"

#include <glib/gi18n-lib.h>

enum
{
  PART_WHOLE,
  PART_VISIBLE,
  PART_SELECTED,
};

struct _NetzExportDialog
{
  AdwWindow parent_instance;

  GtkWidget *export_button;
  GtkSpinner *spinner;
  GtkInfoBar *error_bar;
  GtkLabel *error_label;
  AdwComboRow *format_row;
  AdwComboRow *style_row;
  AdwComboRow *part_row;
  GtkWidget *paper_group;
  AdwComboRow *paper_row;
  GtkSwitch *landscape_switch;
  GtkSpinButton *tiles_spin;
  GtkWidget *pixel_group;
  AdwComboRow *size_row;
  GtkWidget *width_row;
  GtkSpinButton *width_spin;
  GtkWidget *dpi_row;
  GtkSpinButton *dpi_spin;
  GtkEditable *title_row;
  GtkSwitch *legend_switch;
  GtkSwitch *labels_switch;

  NetzWindow *window; /* not owned: the dialog goes with it */
};

G_DEFINE_FINAL_TYPE (NetzExportDialog, netz_export_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows of the template. */
static const NetzPictureFormat formats[] = { NETZ_PICTURE_PDF, NETZ_PICTURE_PNG, NETZ_PICTURE_SVG };
static const char *const suffixes[] = { "pdf", "png", "svg" };
static const NetzStyleId styles[] = { NETZ_STYLE_PRINT, NETZ_STYLE_LIGHT, NETZ_STYLE_DARK, NETZ_STYLE_PROJECTOR };

/* All that a thread needs. */
typedef struct
{
  NetzSnapshot *snapshot;
  NetzPictureOptions options;
  NetzRect area;
  char *title;
  char *language;
  char *folder;
  GStrv ids;
  NetzSnapshot *part; /* NULL: all of it */
  char *path;
} Export;

static void
export_free (Export *export)
{
  g_clear_pointer (&export->snapshot, netz_snapshot_unref);
  g_free (export->title);
  g_free (export->language);
  g_free (export->folder);
  g_strfreev (export->ids);
  g_clear_pointer (&export->part, netz_snapshot_unref);
  g_free (export->path);
  g_free (export);
}

static void
run_export (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (export->snapshot);
  g_autoptr (NetzNetwork) part = export->part != NULL ? netz_network_new_from_snapshot (export->part) : NULL;
  g_auto (NetzSaveReport) report = { 0 };
  g_autoptr (GBytes) picture = NULL;
  GError *error = NULL;

  export->options.part = part;
  picture = netz_picture_render (network, &export->options, &error);
  if (picture == NULL
      || !netz_store_save (export->path, picture, NULL, NETZ_STORE_NO_BACKUP, NULL, NULL, &report, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
set_busy (NetzExportDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->export_button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
show_error (NetzExportDialog *self, const char *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_info_bar_set_revealed (self->error_bar, text != NULL);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzExportDialog) self = data;
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (export->path);
  g_autofree char *text = NULL;

  set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_error (self, error->message);
      return;
    }
  /* The dialog was closed meanwhile: nobody is left to tell. */
  if (self->window == NULL)
    return;
  text = g_strdup_printf (_("The picture is in “%s”."), name);
  netz_messages_toast (netz_window_get_messages (self->window), text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose_part (NetzExportDialog *self, Export *export, NetzSession *session)
{
  guint part = adw_combo_row_get_selected (self->part_row);

  if (part == PART_VISIBLE)
    {
      export->area = netz_canvas_get_visible (netz_window_get_canvas (self->window));
      export->options.area = &export->area;
    }
  else if (part == PART_SELECTED)
    {
      g_autofree const char **ids = netz_selection_get_ids (netz_session_get_selection (session));

      export->ids = g_strdupv ((GStrv) ids);
      export->options.ids = (const char *const *) export->ids;
    }
}

static void
choose_size (NetzExportDialog *self, NetzPictureOptions *options)
{
  if (adw_combo_row_get_selected (self->size_row) == 0)
    options->width = gtk_spin_button_get_value_as_int (self->width_spin);
  else
    options->dpi = gtk_spin_button_get_value (self->dpi_spin);
  options->paper = adw_combo_row_get_selected (self->paper_row);
  options->landscape = gtk_switch_get_active (self->landscape_switch);
  options->tiles = (guint) gtk_spin_button_get_value_as_int (self->tiles_spin);
}

static Export *
collect (NetzExportDialog *self)
{
  NetzSession *session = netz_window_get_session (self->window);
  NetzScene *scene = netz_session_get_scene (session);
  const NetzScope *scope = netz_session_get_scope (session);
  Export *export = g_new0 (Export, 1);
  NetzPictureOptions *options = &export->options;

  netz_picture_options_init (options);
  export->snapshot = netz_network_snapshot (netz_session_get_network (session));
  export->title = g_strdup (gtk_editable_get_text (self->title_row));
  export->language = g_strdup (netz_session_get_language (session));
  if (!netz_scope_is_everything (scope))
    export->part = netz_network_snapshot (netz_session_get_part (session));
  if (netz_session_get_path (session) != NULL)
    export->folder = g_path_get_dirname (netz_session_get_path (session));

  options->format = formats[adw_combo_row_get_selected (self->format_row)];
  options->style = styles[adw_combo_row_get_selected (self->style_row)];
  options->title = export->title;
  options->language = export->language;
  options->legend = gtk_switch_get_active (self->legend_switch);
  options->all_edge_labels = gtk_switch_get_active (self->labels_switch);
  options->show_ended = netz_scene_get_show_ended (scene);
  options->size_by_degree = netz_scene_get_size_by_degree (scene);
  options->fade_rest = scope->fade;
  options->background_folder = export->folder;
  choose_size (self, options);
  choose_part (self, export, session);
  return export;
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (NetzExportDialog) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  NetzSession *session = self->window != NULL ? netz_window_get_session (self->window) : NULL;
  g_autoptr (GTask) task = NULL;
  Export *export = NULL;

  if (path == NULL || session == NULL)
    return;
  if (g_strcmp0 (path, netz_session_get_path (session)) == 0 || g_str_has_suffix (path, ".netz"))
    {
      show_error (self, _("That name belongs to a network. Choose another name for the picture."));
      return;
    }

  show_error (self, NULL);
  set_busy (self, TRUE);
  export = collect (self);
  export->path = g_steal_pointer (&path);
  /* Not the task's source: a thread may be the last to let go of it. */
  task = g_task_new (NULL, NULL, on_exported, g_object_ref (self));
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, run_export);
}

static void
on_export (NetzExportDialog *self)
{
  NetzSession *session = netz_window_get_session (self->window);
  const char *suffix = suffixes[adw_combo_row_get_selected (self->format_row)];
  g_autofree char *name = netz_file_dialogs_suggest_name (netz_session_get_title (session), suffix);

  netz_file_dialogs_save_picture (GTK_WINDOW (self), name, netz_session_get_path (session), on_file_chosen,
                                  g_object_ref (self));
}

static void
update_rows (NetzExportDialog *self)
{
  NetzPictureFormat format = formats[adw_combo_row_get_selected (self->format_row)];
  gboolean by_width = adw_combo_row_get_selected (self->size_row) == 0;

  gtk_widget_set_visible (self->paper_group, format == NETZ_PICTURE_PDF);
  gtk_widget_set_visible (self->pixel_group, format == NETZ_PICTURE_PNG);
  gtk_widget_set_visible (self->width_row, by_width);
  gtk_widget_set_visible (self->dpi_row, !by_width);
}

static void
netz_export_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&NETZ_EXPORT_DIALOG (object)->window);
  G_OBJECT_CLASS (netz_export_dialog_parent_class)->dispose (object);
}

static void
netz_export_dialog_class_init (NetzExportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, error_bar);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, style_row);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, part_row);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, paper_group);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, landscape_switch);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, tiles_spin);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, pixel_group);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, width_spin);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, dpi_row);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, dpi_spin);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, NetzExportDialog, labels_switch);
}

static void
netz_export_dialog_init (NetzExportDialog *self)
{
  g_autoptr (GtkStringList) papers = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (NetzPaper paper = 0; paper < NETZ_N_PAPERS; paper++)
    gtk_string_list_append (papers, netz_paper_get_name (paper));
  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (papers));
  g_signal_connect_object (self->format_row, "notify::selected", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->size_row, "notify::selected", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->export_button, "clicked", G_CALLBACK (on_export), self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->format_row));
  update_rows (self);
}

/**
 * netz_export_dialog_new:
 * @parent: the window whose network is exported
 *
 * Returns: (transfer none): a dialog that waits to be presented
 */
NetzExportDialog *
netz_export_dialog_new (NetzWindow *parent)
{
  NetzExportDialog *self = g_object_new (NETZ_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  NetzSession *session = netz_window_get_session (parent);

  g_set_weak_pointer (&self->window, parent);
  gtk_editable_set_text (self->title_row, netz_session_get_title (session));
  if (netz_selection_get_size (netz_session_get_selection (session)) == 0)
    {
      const char *parts[] = { _("The whole network"), _("What is in sight"), NULL };
      g_autoptr (GtkStringList) model = gtk_string_list_new (parts);

      adw_combo_row_set_model (self->part_row, G_LIST_MODEL (model));
    }
  return self;
}
