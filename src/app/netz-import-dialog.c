/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-import-dialog.h"

#include "app/netz-import-job.h"
#include "app/netz-import-list.h"

#include <glib/gi18n-lib.h>

#define PREVIEW_ROWS 6
#define WIDEST_CELL 28 /* characters */

struct _NetzImportDialog
{
  AdwWindow parent_instance;

  GtkButton *back_button;
  GtkButton *next_button;
  GtkSpinner *spinner;
  GtkInfoBar *error_bar;
  GtkLabel *error_label;
  GtkStack *stack;
  AdwComboRow *rows_row;
  AdwComboRow *encoding_row;
  AdwComboRow *separator_row;
  AdwComboRow *sheet_row;
  AdwComboRow *filter_row;
  GtkEditable *filter_entry;
  AdwComboRow *kind_row;
  GtkSwitch *keep_switch;
  AdwPreferencesGroup *columns_group;
  GtkScrolledWindow *preview;
  GtkLabel *summary;
  GtkLabel *notes;
  GtkScrolledWindow *report;

  NetzWindow *window; /* not owned: the dialog goes with it */
  char *path;
  GBytes *bytes;
  NetzImportMap *map;
  NetzTableSample *sample;
  NetzImport *import;
  GPtrArray *column_rows; /* AdwComboRow, one a column */
  GPtrArray *kinds;       /* ids, for the rows of kind_row after the first */
  GCancellable *cancellable;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NetzImportDialog, netz_import_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows of the template; NULL is found out. */
static const char *const encodings[] = { NULL, "UTF-8", "WINDOWS-1252", "CP850", "UTF-16" };
static const char separators[] = { '\0', ';', ',', '\t', '|' };

static void read_sample (NetzImportDialog *self, gboolean guess);

static void
show_error (NetzImportDialog *self, const char *text)
{
  gtk_label_set_text (self->error_label, text != NULL ? text : "");
  gtk_info_bar_set_revealed (self->error_bar, text != NULL);
}

static gboolean
is_report (NetzImportDialog *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "report") == 0;
}

static void
set_busy (NetzImportDialog *self, gboolean busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), !busy && self->sample != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), !busy);
}

static void
show_page (NetzImportDialog *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_button_set_label (self->next_button, is_report (self) ? _("_Import") : _("_Compare"));
  gtk_button_set_label (self->back_button, is_report (self) ? _("_Back") : _("_Cancel"));
}

static GtkStringList *
list_fields (NetzImportDialog *self, GPtrArray *ids)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint n_fields;
  const NetzImportField *fields = netz_import_field_get_all (&n_fields);

  gtk_string_list_append (list, _("Left out"));
  g_ptr_array_add (ids, NULL);
  for (guint i = 0; i < n_fields; i++)
    if (!fields[i].partnership == !self->map->partnerships)
      {
        gtk_string_list_append (list, netz_import_field_get_label (&fields[i]));
        g_ptr_array_add (ids, (gpointer) fields[i].id);
      }
  return list;
}

static char *
make_example (NetzImportDialog *self, guint column)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = (guint) (self->sample->header + 1); i < self->sample->rows->len && n < 3; i++)
    {
      char **row = self->sample->rows->pdata[i];

      if (g_strv_length (row) <= column || *row[column] == '\0')
        continue;
      g_string_append_printf (text, "%s%s", n++ > 0 ? " · " : "", row[column]);
    }
  g_strdelimit (text->str, "\r\n", ' ');
  return g_markup_escape_text (text->str, -1);
}

static void
on_field_chosen (AdwComboRow *row, GParamSpec *spec, NetzImportDialog *self)
{
  GPtrArray *ids = g_object_get_data (G_OBJECT (row), "ids");
  const char *column = g_object_get_data (G_OBJECT (row), "column");
  const char *field = ids->pdata[adw_combo_row_get_selected (row)];

  if (self->showing)
    return;
  if (field != NULL)
    netz_import_map_set_column (self->map, field, column);
  else
    netz_import_map_unset_column (self->map, column);
  read_sample (self, FALSE);
}

static void
add_column_row (NetzImportDialog *self, guint column)
{
  GtkWidget *row = adw_combo_row_new ();
  GPtrArray *ids = g_ptr_array_new ();
  g_autoptr (GtkStringList) fields = list_fields (self, ids);
  g_autofree char *title = g_markup_escape_text (self->sample->columns[column], -1);
  g_autofree char *example = make_example (self, column);
  const char *field = netz_import_map_find_field (self->map, self->sample->columns[column]);
  guint index = 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), example);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (fields));
  for (guint i = 1; field != NULL && i < ids->len; i++)
    if (g_str_equal (ids->pdata[i], field))
      index = i;
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), index);
  g_object_set_data_full (G_OBJECT (row), "ids", ids, (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data_full (G_OBJECT (row), "column", g_strdup (self->sample->columns[column]), g_free);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_field_chosen), self);
  adw_preferences_group_add (self->columns_group, row);
  g_ptr_array_add (self->column_rows, row);
}

static GtkWidget *
make_cell (const char *text, gboolean header)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1) + 1, WIDEST_CELL));
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (header)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
show_preview (NetzImportDialog *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint column = 0; column < self->sample->n_columns; column++)
    {
      guint first = (guint) (self->sample->header + 1);

      gtk_grid_attach (GTK_GRID (grid), make_cell (self->sample->columns[column], TRUE), (int) column, 0, 1, 1);
      for (guint i = 0; i < PREVIEW_ROWS && first + i < self->sample->rows->len; i++)
        {
          char **row = self->sample->rows->pdata[first + i];

          if (column < g_strv_length (row))
            gtk_grid_attach (GTK_GRID (grid), make_cell (row[column], FALSE), (int) column, (int) i + 1, 1, 1);
        }
    }
  gtk_scrolled_window_set_child (self->preview, grid);
}

static void
show_filter_columns (NetzImportDialog *self)
{
  g_autoptr (GtkStringList) columns = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (columns, _("All rows"));
  for (guint i = 0; i < self->sample->n_columns; i++)
    {
      gtk_string_list_append (columns, self->sample->columns[i]);
      if (g_strcmp0 (self->sample->columns[i], self->map->filter_column) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->filter_row, G_LIST_MODEL (columns));
  adw_combo_row_set_selected (self->filter_row, selected);
  if (self->map->filter_value != NULL)
    gtk_editable_set_text (self->filter_entry, self->map->filter_value);
}

static void
show_sheets (NetzImportDialog *self, const NetzTableSource *source)
{
  const char *const *sheets = netz_table_source_get_sheets (source);
  gboolean is_text = netz_table_source_get_format (source) == NETZ_TABLE_SOURCE_TEXT;
  g_autoptr (GtkStringList) names = gtk_string_list_new (sheets);

  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), is_text);
  gtk_widget_set_visible (GTK_WIDGET (self->separator_row), is_text);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), sheets != NULL && sheets[0] != NULL && sheets[1] != NULL);
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  for (guint i = 0; sheets != NULL && sheets[i] != NULL; i++)
    if (g_strcmp0 (sheets[i], self->map->sheet) == 0)
      adw_combo_row_set_selected (self->sheet_row, i);
  if (is_text)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding_row), netz_table_source_get_encoding (source));
}

static void
show_sample (NetzImportDialog *self, const NetzTableSource *source)
{
  self->showing = TRUE;
  adw_combo_row_set_selected (self->rows_row, self->map->partnerships ? 1 : 0);
  show_sheets (self, source);
  show_filter_columns (self);
  show_preview (self);
  for (guint i = 0; i < self->column_rows->len; i++)
    adw_preferences_group_remove (self->columns_group, self->column_rows->pdata[i]);
  g_ptr_array_set_size (self->column_rows, 0);
  for (guint i = 0; i < self->sample->n_columns; i++)
    add_column_row (self, i);
  self->showing = FALSE;
}

static gboolean
finish (NetzImportDialog *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return FALSE;
  set_busy (self, FALSE);
  show_error (self, good ? NULL : error->message);
  return good && self->window != NULL;
}

static void
on_sampled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzImportDialog) self = data;
  NetzImportJob *job = g_task_get_task_data (G_TASK (result));

  if (!finish (self, result))
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->sample, netz_table_sample_free);
  netz_import_map_free (self->map);
  self->bytes = g_bytes_ref (job->bytes);
  self->sample = g_steal_pointer (&job->sample);
  self->map = g_steal_pointer (&job->map);
  show_sample (self, job->source);
  set_busy (self, FALSE);
}

static NetzImportJob *
make_job (NetzImportDialog *self)
{
  NetzNetwork *network = netz_session_get_network (netz_window_get_session (self->window));
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  return netz_import_job_new (self->path, self->bytes, self->map, snapshot);
}

static void
read_sample (NetzImportDialog *self, gboolean guess)
{
  NetzImportJob *job = make_job (self);

  job->guess = guess;
  set_busy (self, TRUE);
  netz_import_job_start (job, self->cancellable, on_sampled, g_object_ref (self));
}

static void
on_reading_changed (NetzImportDialog *self)
{
  GtkStringObject *sheet = adw_combo_row_get_selected_item (self->sheet_row);

  if (self->showing || self->sample == NULL)
    return;
  g_clear_pointer (&self->map, netz_import_map_free);
  self->map = netz_import_map_new ();
  self->map->encoding = g_strdup (encodings[adw_combo_row_get_selected (self->encoding_row)]);
  self->map->separator = separators[adw_combo_row_get_selected (self->separator_row)];
  self->map->sheet = sheet != NULL ? g_strdup (gtk_string_object_get_string (sheet)) : NULL;
  self->map->partnerships = adw_combo_row_get_selected (self->rows_row) == 1;
  read_sample (self, TRUE);
}

static void
collect (NetzImportDialog *self)
{
  guint filter = adw_combo_row_get_selected (self->filter_row), kind = adw_combo_row_get_selected (self->kind_row);

  g_clear_pointer (&self->map->filter_column, g_free);
  g_clear_pointer (&self->map->filter_value, g_free);
  g_clear_pointer (&self->map->kind, g_free);
  if (filter > 0 && filter <= self->sample->n_columns)
    {
      self->map->filter_column = g_strdup (self->sample->columns[filter - 1]);
      self->map->filter_value = g_strdup (gtk_editable_get_text (self->filter_entry));
    }
  if (kind > 0)
    self->map->kind = g_strdup (self->kinds->pdata[kind - 1]);
  g_hash_table_remove_all (self->map->keep);
  if (gtk_switch_get_active (self->keep_switch))
    g_hash_table_add (self->map->keep, g_strdup ("name"));
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzImportDialog) self = data;
  NetzImportJob *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *summary = NULL;
  g_autofree char *notes = NULL;

  if (!finish (self, result))
    return;
  gtk_scrolled_window_set_child (self->report, NULL);
  g_clear_pointer (&self->import, netz_import_free);
  self->import = g_steal_pointer (&job->import);
  summary = netz_import_list_summarise (self->import);
  notes = netz_import_list_print_notes (self->import);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->notes, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *notes != '\0');
  gtk_scrolled_window_set_child (self->report, netz_import_list_new (self->import));
  show_page (self, "report");
}

static void
apply (NetzImportDialog *self)
{
  NetzSession *session = netz_window_get_session (self->window);
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (session), _("Import Table"));

  netz_import_apply (self->import, draft);
  netz_import_job_remember (self->sample, self->map);
  netz_session_commit (session, draft);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_next (NetzImportDialog *self)
{
  NetzImportJob *job;

  if (self->window == NULL || self->sample == NULL)
    return;
  if (is_report (self))
    {
      apply (self);
      return;
    }
  collect (self);
  job = make_job (self);
  job->compare = TRUE;
  set_busy (self, TRUE);
  netz_import_job_start (job, self->cancellable, on_compared, g_object_ref (self));
}

static void
on_back (NetzImportDialog *self)
{
  if (is_report (self))
    show_page (self, "columns");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
list_kinds (NetzImportDialog *self)
{
  NetzNetwork *network = netz_session_get_network (netz_window_get_session (self->window));
  g_autoptr (GPtrArray) kinds = netz_network_list (network, NETZ_TABLE_KIND);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("None"));
  for (guint i = 0; i < kinds->len; i++)
    {
      gtk_string_list_append (names, netz_kind_get_name (kinds->pdata[i], NULL));
      g_ptr_array_add (self->kinds, g_strdup (netz_record_get_id (kinds->pdata[i])));
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
}

static void
netz_import_dialog_dispose (GObject *object)
{
  NetzImportDialog *self = NETZ_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  if (self->report != NULL)
    gtk_scrolled_window_set_child (self->report, NULL);
  self->report = NULL;
  g_clear_weak_pointer (&self->window);
  G_OBJECT_CLASS (netz_import_dialog_parent_class)->dispose (object);
}

static void
netz_import_dialog_finalize (GObject *object)
{
  NetzImportDialog *self = NETZ_IMPORT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  netz_import_map_free (self->map);
  g_clear_pointer (&self->sample, netz_table_sample_free);
  g_clear_pointer (&self->import, netz_import_free);
  g_ptr_array_unref (self->column_rows);
  g_ptr_array_unref (self->kinds);
  G_OBJECT_CLASS (netz_import_dialog_parent_class)->finalize (object);
}

static void
netz_import_dialog_class_init (NetzImportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_import_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = netz_import_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, error_bar);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, rows_row);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, separator_row);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, filter_row);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, keep_switch);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, NetzImportDialog, report);
}

static void
netz_import_dialog_init (NetzImportDialog *self)
{
  self->map = netz_import_map_new ();
  self->column_rows = g_ptr_array_new ();
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->back_button, "clicked", G_CALLBACK (on_back), self);
  g_signal_connect_swapped (self->next_button, "clicked", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (self->rows_row, "notify::selected", G_CALLBACK (on_reading_changed), self);
  g_signal_connect_swapped (self->encoding_row, "notify::selected", G_CALLBACK (on_reading_changed), self);
  g_signal_connect_swapped (self->separator_row, "notify::selected", G_CALLBACK (on_reading_changed), self);
  g_signal_connect_swapped (self->sheet_row, "notify::selected", G_CALLBACK (on_reading_changed), self);
  show_page (self, "columns");
}

/**
 * netz_import_dialog_new:
 * @parent: the window into whose network the table comes
 * @path: (type filename): the table
 *
 * Returns: (transfer none): a dialog that waits to be presented
 */
NetzImportDialog *
netz_import_dialog_new (NetzWindow *parent, const char *path)
{
  NetzImportDialog *self = g_object_new (NETZ_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->window, parent);
  self->path = g_strdup (path);
  list_kinds (self);
  read_sample (self, TRUE);
  return self;
}

/**
 * netz_import_dialog_takes:
 * @path: (type filename): a file
 *
 * Returns: whether its name is that of a table
 */
gboolean
netz_import_dialog_takes (const char *path)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".xlsx", ".ods", ".geojson" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}
