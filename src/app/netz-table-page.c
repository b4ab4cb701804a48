/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-table-page.h"

#include "app/netz-column-chooser.h"
#include "app/netz-table-grid.h"

#include <glib/gi18n-lib.h>

#define N_TABLES 2

static const NetzTable tables[N_TABLES] = { NETZ_TABLE_INSTITUTION, NETZ_TABLE_PARTNERSHIP };
static const char *const setting_names[N_TABLES] = { "institution-columns", "partnership-columns" };
static const char *const child_names[N_TABLES] = { "institutions", "partnerships" };

struct _NetzTablePage
{
  NetzWindowPage parent_instance;

  AdwViewStack *stack;
  GtkSearchEntry *search;
  GtkMenuButton *columns_button;
  GtkLabel *count;
  GtkLabel *problem;
  GtkBox *chips;
  NetzTableGrid *views[N_TABLES];
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (NetzTablePage, netz_table_page, NETZ_TYPE_WINDOW_PAGE)

static guint
get_current (NetzTablePage *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), child_names[1]) == 0 ? 1 : 0;
}

static void
say (NetzTablePage *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
show_count (NetzTablePage *self)
{
  g_autofree char *text = NULL;
  guint shown, all;

  netz_table_grid_get_counts (self->views[get_current (self)], &shown, &all);
  /* Translators: how many rows of a table are shown, and how many there are */
  text = shown == all ? g_strdup_printf (ngettext ("%'u row", "%'u rows", all), all)
                      : g_strdup_printf (ngettext ("%'u of %'u row", "%'u of %'u rows", all), shown, all);
  gtk_label_set_text (self->count, text);
}

static void
on_chip_clicked (GtkWidget *chip, NetzTablePage *self)
{
  netz_table_grid_set_column_filter (self->views[get_current (self)], g_object_get_data (G_OBJECT (chip), "name"), "");
}

static void
add_chip (NetzTablePage *self, const NetzTableColumn *column, const char *wanted)
{
  /* Translators: a column of a table and what its rows must show there */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), netz_table_column_get_label (column), wanted);
  g_autofree char *name = g_strdup_printf (_("Remove the filter “%s”"), text);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), text);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "window-close-symbolic");
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (chip, "pill-chip");
  g_object_set_data (G_OBJECT (chip), "name", (gpointer) column->name);
  g_signal_connect (chip, "clicked", G_CALLBACK (on_chip_clicked), self);
  gtk_box_append (self->chips, chip);
}

static void
show_chips (NetzTablePage *self)
{
  NetzTableGrid *view = self->views[get_current (self)];
  g_autoptr (GPtrArray) columns = netz_table_grid_get_columns (view);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  for (guint i = 0; i < columns->len; i++)
    {
      const NetzTableColumn *column = columns->pdata[i];
      const char *wanted = netz_table_grid_get_column_filter (view, column->name);

      if (wanted != NULL)
        add_chip (self, column, wanted);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
}

static void
on_columns_changed (NetzTablePage *self)
{
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_auto (GStrv) shown = netz_table_grid_get_shown (self->views[i]);

      g_settings_set_strv (self->settings, setting_names[i], (const char *const *) shown);
    }
  show_chips (self);
  show_count (self);
}

static void
on_search_changed (NetzTablePage *self)
{
  g_autoptr (GError) error = NULL;

  netz_table_grid_set_filter (self->views[get_current (self)], gtk_editable_get_text (GTK_EDITABLE (self->search)),
                              &error);
  say (self, error != NULL ? error->message : NULL);
  show_count (self);
}

/* The filter stays with the page: the other table is narrowed down by the same words. */
static void
on_table_changed (NetzTablePage *self)
{
  if (netz_window_page_get_session (NETZ_WINDOW_PAGE (self)) != NULL)
    netz_table_grid_refresh (self->views[get_current (self)]);
  netz_column_chooser_set_view (NETZ_COLUMN_CHOOSER (gtk_menu_button_get_popover (self->columns_button)),
                                self->views[get_current (self)]);
  on_search_changed (self);
  show_chips (self);
}

static void
copy (NetzTablePage *self)
{
  NetzTableGrid *view = self->views[get_current (self)];
  g_autofree char *lines = netz_table_grid_get_selected_text (view, FALSE);
  char *html = netz_table_grid_get_selected_text (view, TRUE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = { gdk_content_provider_new_typed (G_TYPE_STRING, lines),
                                      gdk_content_provider_new_for_bytes ("text/html", bytes) };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

static void
on_text_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzTablePage) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GError) error = NULL;

  if (netz_window_page_get_session (NETZ_WINDOW_PAGE (self)) == NULL)
    return;
  if (text == NULL || *text == '\0')
    say (self, _("There is nothing in the clipboard that can be pasted."));
  else
    {
      netz_table_grid_paste (self->views[get_current (self)], text, &error);
      say (self, error != NULL ? error->message : NULL);
    }
}

static void
paste (NetzTablePage *self)
{
  NetzSession *session = netz_window_page_get_session (NETZ_WINDOW_PAGE (self));

  if (session != NULL && !netz_session_is_read_only (session))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read,
                                   g_object_ref (self));
}

static gboolean
on_table_key (NetzTablePage *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_EDITABLE (gtk_root_get_focus (root)) || (modifiers & GDK_CONTROL_MASK) == 0
      || (modifiers & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_c)
    copy (self);
  else if (key == GDK_KEY_v)
    paste (self);
  else if (key == GDK_KEY_f)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    return FALSE;
  return TRUE;
}

static void
on_show_clicked (NetzTablePage *self)
{
  NetzSession *session = netz_window_page_get_session (NETZ_WINDOW_PAGE (self));
  g_autofree const char **ids = netz_selection_get_ids (netz_session_get_selection (session));

  netz_window_page_show_on_canvas (NETZ_WINDOW_PAGE (self), (const char *const *) ids);
}

static void
netz_table_page_session_changed (NetzWindowPage *page)
{
  NetzTablePage *self = NETZ_TABLE_PAGE (page);

  for (guint i = 0; i < N_TABLES; i++)
    netz_table_grid_set_session (self->views[i], netz_window_page_get_session (page));
}

static void
netz_table_page_refresh (NetzWindowPage *page)
{
  NetzTablePage *self = NETZ_TABLE_PAGE (page);

  /* The other one is brought up to date when it comes into sight. */
  netz_table_grid_refresh (self->views[get_current (self)]);
  show_count (self);
}

static gboolean
netz_table_page_grab_focus (GtkWidget *widget)
{
  NetzTablePage *self = NETZ_TABLE_PAGE (widget);

  netz_table_grid_focus (self->views[get_current (self)]);
  return TRUE;
}

static void
netz_table_page_dispose (GObject *object)
{
  g_clear_object (&NETZ_TABLE_PAGE (object)->settings);
  G_OBJECT_CLASS (netz_table_page_parent_class)->dispose (object);
}

static void
netz_table_page_class_init (NetzTablePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_table_page_dispose;
  widget_class->grab_focus = netz_table_page_grab_focus;
  NETZ_WINDOW_PAGE_CLASS (class)->session_changed = netz_table_page_session_changed;
  NETZ_WINDOW_PAGE_CLASS (class)->refresh = netz_table_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzTablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, NetzTablePage, search);
  gtk_widget_class_bind_template_child (widget_class, NetzTablePage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, NetzTablePage, count);
  gtk_widget_class_bind_template_child (widget_class, NetzTablePage, problem);
  gtk_widget_class_bind_template_child (widget_class, NetzTablePage, chips);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_table_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_table_key);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
}

static void
add_view (NetzTablePage *self, guint index)
{
  GtkWidget *view = netz_table_grid_new (tables[index]);
  AdwViewStackPage *child = adw_view_stack_add_titled (self->stack, view, child_names[index],
                                                       _(netz_table_get_info (tables[index])->labels));
  g_auto (GStrv) shown = g_settings_get_strv (self->settings, setting_names[index]);

  adw_view_stack_page_set_icon_name (child, index == 0 ? "view-list-symbolic" : "emblem-shared-symbolic");
  self->views[index] = NETZ_TABLE_GRID (view);
  netz_table_grid_set_shown (self->views[index], (const char *const *) shown);
  g_signal_connect_object (view, "columns-changed", G_CALLBACK (on_columns_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
}

static void
netz_table_page_init (NetzTablePage *self)
{
  self->settings = g_settings_new ("io.github.netzwerkstatt.Netzwerkstatt");
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_TABLES; i++)
    add_view (self, i);
  gtk_menu_button_set_popover (self->columns_button, netz_column_chooser_new (self->views[0]));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_table_changed), self,
                           G_CONNECT_SWAPPED);
}
