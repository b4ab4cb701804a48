/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the table: what they show, how they sort, which are shown and in what order. */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-table-grid-private.h"

#include <string.h>

/* A sorter asks for many rows, and outlives neither the table nor its columns. */
typedef struct
{
  NetzTableGrid *view;
  const NetzTableColumn *column;
} Source;

static const char *
get_key (NetzRow *row, const Source *source)
{
  const NetzTableColumn *column = source->column;
  const char *known = netz_row_get_key (row, column);
  g_autofree char *text = NULL;

  if (known != NULL)
    return known;
  /* Dates in the form of files come in the order of time. */
  text = column->field != NULL && column->field->type == NETZ_FIELD_DATE
             ? netz_table_column_get_entry (column, netz_row_get_record (row))
             : netz_table_column_get_text (column, source->view->network, netz_row_get_record (row));
  return netz_row_set_key (row, column, g_utf8_collate_key (text, -1));
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Source *source = data;
  NetzNetwork *network = source->view->network;
  NetzRow *first = (NetzRow *) a;
  NetzRow *second = (NetzRow *) b;

  if (network == NULL)
    return 0;
  if (netz_table_column_has_rank (source->column))
    {
      double x = netz_table_column_get_rank (source->column, network, netz_row_get_record (first));
      double y = netz_table_column_get_rank (source->column, network, netz_row_get_record (second));

      return x < y ? -1 : x > y;
    }
  return strcmp (get_key (first, source), get_key (second, source));
}

static GtkSorter *
create_sorter (NetzTableGrid *self, const NetzTableColumn *column)
{
  Source *source = g_new (Source, 1);

  *source = (Source) { self, column };
  return GTK_SORTER (gtk_custom_sorter_new (compare, source, g_free));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, NetzTableGrid *self)
{
  const NetzTableColumn *column = g_object_get_data (G_OBJECT (factory), "netz-column");

  gtk_list_item_set_child (item, netz_table_cell_new (&self->host, column));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, NetzTableGrid *self)
{
  NetzTableCell *cell = NETZ_TABLE_CELL (gtk_list_item_get_child (item));
  GtkWidget *holder = gtk_widget_get_parent (GTK_WIDGET (cell));
  GtkWidget *row = holder != NULL ? gtk_widget_get_parent (holder) : NULL;

  netz_table_cell_set_row (cell, gtk_list_item_get_item (item));
  if (row != NULL && netz_table_cell_get_column (cell) == self->cursor)
    netz_table_grid_name_row (self, row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, NetzTableGrid *self)
{
  netz_table_cell_set_row (NETZ_TABLE_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
tell (NetzTableGrid *self)
{
  if (!self->arranging)
    g_signal_emit_by_name (self, "columns-changed");
}

static void
add_column (NetzTableGrid *self, const NetzTableColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (netz_table_column_get_label (column), factory);
  g_autoptr (GtkSorter) sorter = create_sorter (self, column);

  g_object_set_data (G_OBJECT (factory), "netz-column", (gpointer) column);
  g_object_set_data (G_OBJECT (view_column), "netz-column", (gpointer) column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, column->width);
  gtk_column_view_column_set_expand (view_column, column == self->columns->pdata[0]);
  gtk_column_view_column_set_visible (view_column, column->shown);
  gtk_column_view_append_column (self->view, view_column);
  g_object_unref (view_column);
}

/**
 * netz_table_grid_fill_columns:
 *
 * Adds all columns, and sorts by the first.
 */
void
netz_table_grid_fill_columns (NetzTableGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    add_column (self, self->columns->pdata[i]);
  gtk_column_view_sort_by_column (self->view, netz_table_grid_get_view_column (self, self->columns->pdata[0]),
                                  GTK_SORT_ASCENDING);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed", G_CALLBACK (tell), self,
                           G_CONNECT_SWAPPED);
}

static GtkColumnViewColumn *
get_nth (NetzTableGrid *self, guint position, const NetzTableColumn **column)
{
  g_autoptr (GtkColumnViewColumn) view_column
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), position);

  *column = view_column != NULL ? g_object_get_data (G_OBJECT (view_column), "netz-column") : NULL;
  return view_column; /* the view keeps it */
}

/**
 * netz_table_grid_get_view_column:
 * @column: one of the table's
 *
 * Returns: (transfer none): the column of the view
 */
GtkColumnViewColumn *
netz_table_grid_get_view_column (NetzTableGrid *self, const NetzTableColumn *column)
{
  GtkColumnViewColumn *view_column;
  const NetzTableColumn *nth;

  for (guint i = 0; (view_column = get_nth (self, i, &nth)) != NULL; i++)
    if (nth == column)
      return view_column;
  g_return_val_if_reached (NULL);
}

/**
 * netz_table_grid_list_shown:
 *
 * Returns: (transfer container) (element-type NetzTableColumn): the columns in sight, in their order
 */
GPtrArray *
netz_table_grid_list_shown (NetzTableGrid *self)
{
  GPtrArray *shown = g_ptr_array_new ();
  GtkColumnViewColumn *view_column;
  const NetzTableColumn *column;

  for (guint i = 0; (view_column = get_nth (self, i, &column)) != NULL; i++)
    if (gtk_column_view_column_get_visible (view_column))
      g_ptr_array_add (shown, (gpointer) column);
  return shown;
}

/**
 * netz_table_grid_get_columns:
 *
 * Returns: (transfer container) (element-type NetzTableColumn): all columns in their order, shown or not
 */
GPtrArray *
netz_table_grid_get_columns (NetzTableGrid *self)
{
  GPtrArray *all = g_ptr_array_new ();
  const NetzTableColumn *column;

  for (guint i = 0; get_nth (self, i, &column) != NULL; i++)
    g_ptr_array_add (all, (gpointer) column);
  return all;
}

/**
 * netz_table_grid_get_shown:
 *
 * Returns: (transfer full): the names of the columns in sight, in their order, as settings keep them
 */
GStrv
netz_table_grid_get_shown (NetzTableGrid *self)
{
  g_autoptr (GPtrArray) shown = netz_table_grid_list_shown (self);
  GStrvBuilder *names = g_strv_builder_new ();
  GStrv strings;

  for (guint i = 0; i < shown->len; i++)
    g_strv_builder_add (names, ((NetzTableColumn *) shown->pdata[i])->name);
  strings = g_strv_builder_end (names);
  g_strv_builder_unref (names);
  return strings;
}

/**
 * netz_table_grid_set_shown:
 * @names: (array zero-terminated=1): columns; those that there are none of are passed over, and none = as at first
 */
void
netz_table_grid_set_shown (NetzTableGrid *self, const char *const *names)
{
  guint position = 0;

  if (names[0] == NULL)
    return;
  self->arranging = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    gtk_column_view_column_set_visible (netz_table_grid_get_view_column (self, self->columns->pdata[i]), FALSE);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const NetzTableColumn *column = netz_table_columns_find (self->columns, names[i]);
      GtkColumnViewColumn *view_column = column != NULL ? netz_table_grid_get_view_column (self, column) : NULL;

      if (view_column == NULL || gtk_column_view_column_get_visible (view_column))
        continue;
      gtk_column_view_column_set_visible (view_column, TRUE);
      gtk_column_view_insert_column (self->view, position++, view_column);
    }
  self->arranging = FALSE;
}

/**
 * netz_table_grid_is_shown:
 * @name: of a column
 *
 * Returns: whether it is in sight
 */
gboolean
netz_table_grid_is_shown (NetzTableGrid *self, const char *name)
{
  const NetzTableColumn *column = netz_table_columns_find (self->columns, name);

  return gtk_column_view_column_get_visible (netz_table_grid_get_view_column (self, column));
}

/**
 * netz_table_grid_show_column:
 * @name: of a column
 * @shown: whether it is to be in sight; the last one stays
 */
void
netz_table_grid_show_column (NetzTableGrid *self, const char *name, gboolean shown)
{
  const NetzTableColumn *column = netz_table_columns_find (self->columns, name);
  g_autoptr (GPtrArray) now = netz_table_grid_list_shown (self);

  if (!shown && now->len == 1 && now->pdata[0] == column)
    return;
  gtk_column_view_column_set_visible (netz_table_grid_get_view_column (self, column), shown);
  tell (self);
}

/**
 * netz_table_grid_move_column:
 * @name: of a column
 * @by: -1 to the left, 1 to the right
 */
void
netz_table_grid_move_column (NetzTableGrid *self, const char *name, int by)
{
  g_autoptr (GPtrArray) all = netz_table_grid_get_columns (self);
  guint from, to;

  for (from = 0; !g_str_equal (((NetzTableColumn *) all->pdata[from])->name, name); from++)
    ;
  to = from + by;
  if (to >= all->len)
    return;
  self->arranging = TRUE;
  gtk_column_view_insert_column (self->view, to, netz_table_grid_get_view_column (self, all->pdata[from]));
  self->arranging = FALSE;
  tell (self);
}
