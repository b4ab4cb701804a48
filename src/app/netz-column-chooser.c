/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-column-chooser.h"

#include <glib/gi18n-lib.h>

struct _NetzColumnChooser
{
  GtkPopover parent_instance;

  NetzTableGrid *view;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (NetzColumnChooser, netz_column_chooser, GTK_TYPE_POPOVER)

static const char *
get_name (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "netz-name");
}

static void
on_toggled (GtkWidget *check, NetzColumnChooser *self)
{
  netz_table_grid_show_column (self->view, get_name (check), gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  /* The last column stays in sight. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), netz_table_grid_is_shown (self->view, get_name (check)));
}

static void
on_wanted_changed (GtkWidget *entry, NetzColumnChooser *self)
{
  netz_table_grid_set_column_filter (self->view, get_name (entry), gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void fill (NetzColumnChooser *self, const char *focused, gboolean up);

static void
on_moved (GtkWidget *button, NetzColumnChooser *self)
{
  gboolean up = g_object_get_data (G_OBJECT (button), "netz-up") != NULL;
  g_autofree char *name = g_strdup (get_name (button));

  netz_table_grid_move_column (self->view, name, up ? -1 : 1);
  fill (self, name, up);
}

static void
name_widget (GtkWidget *widget, const NetzTableColumn *column, const char *text)
{
  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (widget), "netz-name", (gpointer) column->name);
}

static GtkWidget *
make_move (NetzColumnChooser *self, const NetzTableColumn *column, gboolean up)
{
  GtkWidget *button = gtk_button_new_from_icon_name (up ? "go-up-symbolic" : "go-down-symbolic");
  const char *label = netz_table_column_get_label (column);
  g_autofree char *text
      = up ? g_strdup_printf (_("Move “%s” to the left"), label) : g_strdup_printf (_("Move “%s” to the right"), label);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  name_widget (button, column, text);
  g_object_set_data (G_OBJECT (button), "netz-up", up ? self : NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (on_moved), self);
  return button;
}

static GtkWidget *
make_wanted (NetzColumnChooser *self, const NetzTableColumn *column)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *wanted = netz_table_grid_get_column_filter (self->view, column->name);
  g_autofree char *text = g_strdup_printf (_("Only rows whose “%s” contains this; = ≠ < > compare"),
                                           netz_table_column_get_label (column));

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Anything"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  gtk_editable_set_text (GTK_EDITABLE (entry), wanted != NULL ? wanted : "");
  name_widget (entry, column, text);
  g_signal_connect (entry, "changed", G_CALLBACK (on_wanted_changed), self);
  return entry;
}

static GtkWidget *
add_row (NetzColumnChooser *self, const NetzTableColumn *column)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *check = gtk_check_button_new_with_label (netz_table_column_get_label (column));

  gtk_widget_set_hexpand (check, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), netz_table_grid_is_shown (self->view, column->name));
  g_object_set_data (G_OBJECT (check), "netz-name", (gpointer) column->name);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), make_wanted (self, column));
  gtk_box_append (GTK_BOX (row), make_move (self, column, TRUE));
  gtk_box_append (GTK_BOX (row), make_move (self, column, FALSE));
  gtk_box_append (GTK_BOX (self->list), row);
  return row;
}

/* @focused: the column whose button keeps the keyboard, NULL: none. */
static void
fill (NetzColumnChooser *self, const char *focused, gboolean up)
{
  g_autoptr (GPtrArray) columns = netz_table_grid_get_columns (self->view);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < columns->len; i++)
    {
      const NetzTableColumn *column = columns->pdata[i];
      GtkWidget *row = add_row (self, column);
      GtkWidget *last = gtk_widget_get_last_child (row);

      if (g_strcmp0 (focused, column->name) == 0)
        gtk_widget_grab_focus (up ? gtk_widget_get_prev_sibling (last) : last);
    }
}

static void
on_shown (NetzColumnChooser *self)
{
  fill (self, NULL, FALSE);
}

static void
netz_column_chooser_class_init (NetzColumnChooserClass *class)
{
}

static void
netz_column_chooser_init (NetzColumnChooser *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  g_signal_connect (self, "show", G_CALLBACK (on_shown), NULL);
}

/**
 * netz_column_chooser_new:
 * @view: whose columns to choose; it must live longer
 *
 * Returns: (transfer none): a popover
 */
GtkWidget *
netz_column_chooser_new (NetzTableGrid *view)
{
  NetzColumnChooser *self = g_object_new (NETZ_TYPE_COLUMN_CHOOSER, NULL);

  self->view = view;
  return GTK_WIDGET (self);
}

/**
 * netz_column_chooser_set_view:
 * @view: whose columns to choose from now on; it must live longer
 */
void
netz_column_chooser_set_view (NetzColumnChooser *self, NetzTableGrid *view)
{
  g_return_if_fail (NETZ_IS_COLUMN_CHOOSER (self));

  self->view = view;
}
