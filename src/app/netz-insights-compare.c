/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-insights-compare.h"

#include "app/netz-compare-table.h"
#include "app/netz-file-dialogs.h"
#include "app/netz-sheet-saver.h"

#include <glib/gi18n-lib.h>

struct _NetzInsightsCompare
{
  NetzWindowPage parent_instance;

  GtkWidget *hint;
  GtkWidget *problems;
  GtkLabel *problem;
  GtkWidget *add;
  GtkWidget *save;
  NetzCompareTable *table;

  GPtrArray *columns; /* NetzCompareColumn; the first is the open network */
  NetzScope *scope;   /* that the files were counted by */
};

G_DEFINE_FINAL_TYPE (NetzInsightsCompare, netz_insights_compare, NETZ_TYPE_WINDOW_PAGE)

/* What is wrong with a file is said with its name, and its column goes. */
static void
take_problems (NetzInsightsCompare *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = self->columns->len; i-- > 0;)
    {
      NetzCompareColumn *column = self->columns->pdata[i];
      const char *problem = netz_compare_column_get_problem (column);
      g_autofree char *name = NULL;
      g_autofree char *line = NULL;

      if (problem == NULL)
        continue;
      name = netz_compare_column_get_name (column);
      /* Translators: the name of a file, and what is wrong with it */
      line = g_strdup_printf (_("“%s”: %s"), name, problem);
      g_string_prepend (text, text->len > 0 ? "\n" : "");
      g_string_prepend (text, line);
      if (netz_compare_column_get_path (column) != NULL)
        g_ptr_array_remove_index (self->columns, i);
    }
  if (text->len == 0)
    return;
  gtk_label_set_label (self->problem, text->str);
  gtk_widget_set_visible (self->problems, TRUE);
}

static void
update (NetzInsightsCompare *self)
{
  take_problems (self);
  gtk_widget_set_visible (self->hint, self->columns->len < NETZ_COMPARE_MIN);
  gtk_widget_set_sensitive (self->add, self->columns->len > 0 && self->columns->len < NETZ_COMPARE_MAX);
  gtk_widget_set_sensitive (self->save, netz_compare_table_show (self->table, self->columns));
}

static void
add_column (NetzInsightsCompare *self, const char *path)
{
  NetzCompareColumn *column = netz_compare_column_new (path);

  g_ptr_array_add (self->columns, column);
  g_signal_connect_object (column, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
load_file (NetzInsightsCompare *self, guint index)
{
  netz_compare_column_load (self->columns->pdata[index], NULL, self->scope);
}

/* The open network has changed, or the part that is looked at: then the files are counted anew, too. */
static void
netz_insights_compare_refresh (NetzWindowPage *page)
{
  NetzInsightsCompare *self = NETZ_INSIGHTS_COMPARE (page);
  NetzSession *session = netz_window_page_get_session (page);
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (netz_session_get_network (session));
  const NetzScope *scope = netz_session_get_scope (session);
  gboolean same = self->scope != NULL && netz_scope_equal (scope, self->scope);

  if (!same)
    {
      g_clear_pointer (&self->scope, netz_scope_free);
      self->scope = netz_scope_copy (scope);
    }
  if (self->columns->len == 0)
    add_column (self, NULL);
  netz_compare_column_load (self->columns->pdata[0], snapshot, scope);
  for (guint i = 1; !same && i < self->columns->len; i++)
    load_file (self, i);
}

static void
clear_columns (NetzInsightsCompare *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    g_signal_handlers_disconnect_by_data (self->columns->pdata[i], self);
  g_ptr_array_set_size (self->columns, 0);
}

static void
netz_insights_compare_session_changed (NetzWindowPage *page)
{
  NetzInsightsCompare *self = NETZ_INSIGHTS_COMPARE (page);

  clear_columns (self);
  gtk_widget_set_visible (self->problems, FALSE);
  update (self);
}

static gboolean
has_path (NetzInsightsCompare *self, const char *path)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (netz_compare_column_get_path (self->columns->pdata[i]), path) == 0)
      return TRUE;
  return FALSE;
}

static void
tell (NetzInsightsCompare *self, const char *text)
{
  gtk_label_set_label (self->problem, text);
  gtk_widget_set_visible (self->problems, TRUE);
}

/**
 * netz_insights_compare_add:
 * @files: (element-type GFile): networks
 *
 * Lays files beside the open network, as many as there is room for.
 */
void
netz_insights_compare_add (NetzInsightsCompare *self, GListModel *files)
{
  gtk_widget_set_visible (self->problems, FALSE);
  for (guint i = 0; self->columns->len > 0 && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path == NULL || has_path (self, path))
        continue;
      if (self->columns->len >= NETZ_COMPARE_MAX)
        {
          tell (self, _("Eight networks are compared at most. Remove one to make room for another."));
          break;
        }
      add_column (self, path);
      load_file (self, self->columns->len - 1);
    }
}

static void
on_files (GListModel *files, gpointer data)
{
  g_autoptr (NetzInsightsCompare) self = data;

  netz_insights_compare_add (self, files);
}

static void
on_add (NetzInsightsCompare *self)
{
  netz_file_dialogs_open_networks (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), on_files,
                                   g_object_ref (self));
}

static gboolean
on_drop (NetzInsightsCompare *self, const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *item = g_value_get_boxed (value); item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  netz_insights_compare_add (self, G_LIST_MODEL (files));
  return TRUE;
}

static void
on_remove (NetzInsightsCompare *self, guint index)
{
  g_signal_handlers_disconnect_by_data (self->columns->pdata[index], self);
  g_ptr_array_remove_index (self->columns, index);
  gtk_widget_set_visible (self->problems, FALSE);
  update (self);
  gtk_widget_grab_focus (self->add);
}

static void
on_dismiss (NetzInsightsCompare *self)
{
  gtk_widget_set_visible (self->problems, FALSE);
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NetzInsightsCompare *self = NETZ_INSIGHTS_COMPARE (widget);
  NetzSession *session = netz_window_page_get_session (NETZ_WINDOW_PAGE (self));
  NetzSheet *sheet = session != NULL ? netz_compare_table_create_sheet (self->table) : NULL;

  if (sheet != NULL)
    netz_sheet_saver_save (widget, session, sheet, g_variant_get_string (parameter, NULL)[0]);
}

static void
netz_insights_compare_dispose (GObject *object)
{
  clear_columns (NETZ_INSIGHTS_COMPARE (object));
  G_OBJECT_CLASS (netz_insights_compare_parent_class)->dispose (object);
}

static void
netz_insights_compare_finalize (GObject *object)
{
  NetzInsightsCompare *self = NETZ_INSIGHTS_COMPARE (object);

  g_ptr_array_unref (self->columns);
  g_clear_pointer (&self->scope, netz_scope_free);
  G_OBJECT_CLASS (netz_insights_compare_parent_class)->finalize (object);
}

static void
netz_insights_compare_class_init (NetzInsightsCompareClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (NETZ_TYPE_COMPARE_TABLE);
  G_OBJECT_CLASS (class)->dispose = netz_insights_compare_dispose;
  G_OBJECT_CLASS (class)->finalize = netz_insights_compare_finalize;
  NETZ_WINDOW_PAGE_CLASS (class)->refresh = netz_insights_compare_refresh;
  NETZ_WINDOW_PAGE_CLASS (class)->session_changed = netz_insights_compare_session_changed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-insights-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsCompare, hint);
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsCompare, problems);
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsCompare, problem);
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsCompare, add);
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsCompare, save);
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsCompare, table);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss);
  gtk_widget_class_install_action (widget_class, "compare.save", "s", on_save);
}

static void
netz_insights_compare_init (NetzInsightsCompare *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
