/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-compare-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PICTURE_WIDTH 132
#define PICTURE_HEIGHT 88
#define NAME_CHARS 15
#define LABEL_CHARS 34 /* a longer one is broken */

struct _NetzCompareTable
{
  AdwBin parent_instance;

  GtkGrid *grid;
  NetzComparison *comparison; /* of those columns of which the figures are known */
  char **names;
};

G_DEFINE_FINAL_TYPE (NetzCompareTable, netz_compare_table, ADW_TYPE_BIN)

static guint remove_signal;

static void
add_label (NetzCompareTable *self, const char *text, int column, int row, float align, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  if (column == 0)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
    }
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static GtkWidget *
create_picture (NetzCompareColumn *column, const char *name)
{
  GdkTexture *texture = netz_compare_column_get_picture (column);
  GtkWidget *picture, *clamp;

  if (netz_compare_column_is_busy (column) && netz_compare_column_get_figures (column) == NULL)
    {
      picture = gtk_spinner_new ();
      gtk_spinner_start (GTK_SPINNER (picture));
      gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Counting…"), -1);
    }
  else if (texture == NULL)
    {
      picture = gtk_label_new (_("No institutions"));
      gtk_widget_add_css_class (picture, "dim-label");
    }
  else
    {
      picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
      gtk_picture_set_alternative_text (GTK_PICTURE (picture), name);
    }
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PICTURE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), picture);
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_set_halign (clamp, GTK_ALIGN_END);
  gtk_widget_add_css_class (picture, "netz-compare-picture");
  return clamp;
}

static void
on_remove (GtkWidget *button)
{
  GtkWidget *table = gtk_widget_get_ancestor (button, NETZ_TYPE_COMPARE_TABLE);

  g_signal_emit (table, remove_signal, 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "netz-index")));
}

static GtkWidget *
create_remove (const char *name, guint index)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a network; it is only no longer compared */
  g_autofree char *label = g_strdup_printf (_("Remove “%s” from the Comparison"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "netz-index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), NULL);
  return button;
}

static GtkWidget *
create_line (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, css);
  return label;
}

static void
add_head (NetzCompareTable *self, NetzCompareColumn *column, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const char *path = netz_compare_column_get_path (column);
  g_autofree char *file = path != NULL ? g_filename_display_basename (path) : g_strdup (_("the open network"));
  g_autofree char *name = netz_compare_column_get_name (column);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *line = create_line (file, "caption");

  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_add_css_class (line, "dim-label");
  gtk_box_append (GTK_BOX (box), create_picture (column, name));
  gtk_box_append (GTK_BOX (box), create_line (name, "heading"));
  gtk_box_append (GTK_BOX (below), line);
  if (path != NULL)
    gtk_box_append (GTK_BOX (below), create_remove (name, index));
  gtk_box_append (GTK_BOX (box), below);
  gtk_grid_attach (self->grid, box, (int) index + 1, 0, 1, 1);
}

static void
add_values (NetzCompareTable *self, const NetzCompareRow *row, const int *places, int line)
{
  add_label (self, row->label, 0, line, 0, NULL);
  for (guint i = 0; i < self->comparison->n_columns; i++)
    {
      g_autofree char *value = netz_compare_format (row->values[i], row->unit);

      add_label (self, value, places[i], line, 1, "numeric");
    }
}

static void
add_rows (NetzCompareTable *self, const int *places)
{
  const char *group = NULL;
  int line = 1;

  for (guint i = 0; i < self->comparison->rows->len; i++)
    {
      const NetzCompareRow *row = self->comparison->rows->pdata[i];

      if (g_strcmp0 (group, row->group) != 0)
        add_label (self, row->group, 0, line++, 0, "netz-compare-group");
      group = row->group;
      add_values (self, row, places, line++);
    }
}

static void
clear (NetzCompareTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_clear_pointer (&self->comparison, netz_comparison_free);
  g_clear_pointer (&self->names, g_strfreev);
}

/**
 * netz_compare_table_show:
 * @columns: (element-type NetzCompareColumn): the networks
 *
 * Returns: whether there are figures
 */
gboolean
netz_compare_table_show (NetzCompareTable *self, GPtrArray *columns)
{
  g_autofree const NetzFigures **figures = g_new0 (const NetzFigures *, columns->len + 1);
  g_autofree int *places = g_new0 (int, columns->len + 1);
  guint n = 0;

  clear (self);
  self->names = g_new0 (char *, columns->len + 1);
  for (guint i = 0; i < columns->len; i++)
    {
      NetzCompareColumn *column = columns->pdata[i];

      add_head (self, column, i);
      if (netz_compare_column_get_figures (column) == NULL)
        continue;
      self->names[n] = netz_compare_column_get_name (column);
      places[n] = (int) i + 1;
      figures[n++] = netz_compare_column_get_figures (column);
    }
  if (n == 0)
    return FALSE;
  self->comparison = netz_comparison_new (figures, n);
  add_rows (self, places);
  return TRUE;
}

/**
 * netz_compare_table_create_sheet:
 *
 * Returns: (transfer full) (nullable): the table that is shown; shares in per cent
 */
NetzSheet *
netz_compare_table_create_sheet (NetzCompareTable *self)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  NetzSheet *sheet;

  if (self->comparison == NULL)
    return NULL;
  g_ptr_array_add (heads, (gpointer) _("Key figure"));
  for (guint i = 0; i < self->comparison->n_columns; i++)
    g_ptr_array_add (heads, self->names[i]);
  g_ptr_array_add (heads, NULL);
  sheet = netz_sheet_new (_("Comparison"), (const char *const *) heads->pdata);
  for (guint i = 0; i < self->comparison->rows->len; i++)
    {
      const NetzCompareRow *row = self->comparison->rows->pdata[i];
      gboolean share = row->unit == NETZ_COMPARE_SHARE;
      /* Translators: a figure of a table whose numbers are per cents */
      g_autofree char *label = share ? g_strdup_printf (_("%s (%%)"), row->label) : g_strdup (row->label);

      netz_sheet_add_text (sheet, label);
      for (guint k = 0; k < self->comparison->n_columns; k++)
        netz_sheet_add_number (sheet, share ? round (1000 * row->values[k]) / 10 : row->values[k]);
    }
  return sheet;
}

static void
netz_compare_table_finalize (GObject *object)
{
  NetzCompareTable *self = NETZ_COMPARE_TABLE (object);

  g_clear_pointer (&self->comparison, netz_comparison_free);
  g_clear_pointer (&self->names, g_strfreev);
  G_OBJECT_CLASS (netz_compare_table_parent_class)->finalize (object);
}

static void
netz_compare_table_class_init (NetzCompareTableClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_compare_table_finalize;
  remove_signal = g_signal_new ("remove", NETZ_TYPE_COMPARE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
netz_compare_table_init (NetzCompareTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_widget_set_halign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "netz-compare");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
