/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-table-grid-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (NetzTableGrid, netz_table_grid, ADW_TYPE_BIN)

enum
{
  SIGNAL_COLUMNS_CHANGED,
  SIGNAL_ROWS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
passes (gpointer item, gpointer data)
{
  NetzTableGrid *self = data;
  NetzRecord *record = netz_row_get_record (item);
  GHashTableIter iter;
  gpointer name, wanted;

  if (self->network == NULL)
    return FALSE;
  if (self->words != NULL && !netz_filter_matches (self->words, self->network, record))
    return FALSE;
  g_hash_table_iter_init (&iter, self->column_filters);
  while (g_hash_table_iter_next (&iter, &name, &wanted))
    if (!netz_table_column_matches (netz_table_columns_find (self->columns, name), self->network, record, wanted))
      return FALSE;
  return TRUE;
}

/**
 * netz_table_grid_get_row:
 * @position: among those that pass the filters, in the order of the table
 *
 * Returns: (transfer none) (nullable): the row there
 */
NetzRow *
netz_table_grid_get_row (NetzTableGrid *self, guint position)
{
  g_autoptr (NetzRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return row; /* the rows keep it */
}

/* Ids of partnerships are kept where institutions are listed, and the other way round. */
static gboolean
is_of_other_table (NetzTableGrid *self, const char *id)
{
  NetzRecord *record = netz_network_find (netz_session_get_network (self->session), id);

  return record != NULL && netz_record_get_table (record) != self->table;
}

static void
on_selected (NetzTableGrid *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint position;

  if (self->selecting || self->session == NULL)
    return;
  if (gtk_bitset_iter_init_first (&iter, chosen, &position))
    do
      g_ptr_array_add (ids, (gpointer) netz_row_get_id (netz_table_grid_get_row (self, position)));
    while (gtk_bitset_iter_next (&iter, &position));
  g_ptr_array_add (ids, NULL);
  self->selecting = TRUE;
  netz_selection_set (netz_session_get_selection (self->session), (const char *const *) ids->pdata);
  self->selecting = FALSE;
}

static void
scroll_to (NetzTableGrid *self, guint position)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u",
                              position);
}

/* O(rows), since a sorted list does not say where an item is. */
static void
show_selection (NetzTableGrid *self, gboolean scroll)
{
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  NetzSelection *selection;

  if (self->selecting || self->session == NULL)
    return;
  selection = netz_session_get_selection (self->session);
  for (guint i = 0; netz_selection_get_size (selection) > 0 && i < n; i++)
    if (netz_selection_contains (selection, netz_row_get_id (netz_table_grid_get_row (self, i))))
      gtk_bitset_add (chosen, i);
  all = gtk_bitset_new_range (0, n);
  self->selecting = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
  self->selecting = FALSE;
  if (scroll && !gtk_bitset_is_empty (chosen) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    scroll_to (self, gtk_bitset_get_minimum (chosen));
}

static void
on_session_selected (NetzTableGrid *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_selection (self, TRUE);
}

static void
on_rows_changed (NetzTableGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_ROWS_CHANGED], 0);
}

static gboolean
change (gpointer data, NetzRow *row, const NetzTableColumn *column, const char *text, gboolean selected, GError **error)
{
  NetzTableGrid *self = data;
  /* Translators: %s is a field's name; the label of a step that can be undone */
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"), netz_table_column_get_label (column));
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (self->session), label);
  g_autofree const char **ids = netz_selection_get_ids (netz_session_get_selection (self->session));
  const char *one[] = { netz_row_get_id (row), NULL };
  const char *const *changed = selected ? (const char *const *) ids : one;

  for (guint i = 0; changed[i] != NULL; i++)
    {
      NetzRecord *record = is_of_other_table (self, changed[i]) ? NULL
                                                                 : netz_draft_edit (draft, self->table, changed[i]);

      if (record != NULL && !netz_table_column_parse (column, draft, record, text, error))
        return FALSE;
    }
  netz_session_commit (self->session, draft);
  return TRUE;
}

static void
leave_cell (gpointer data, GtkWidget *cell, int forward)
{
  netz_table_grid_leave_cell (data, cell, forward);
}

static void
point (gpointer data, const NetzTableColumn *column)
{
  netz_table_grid_point (data, column);
}

static void
netz_table_grid_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (netz_table_grid_parent_class)->map (widget);
  show_selection (NETZ_TABLE_GRID (widget), TRUE);
}

static void
netz_table_grid_dispose (GObject *object)
{
  NetzTableGrid *self = NETZ_TABLE_GRID (object);

  /* The view takes its columns away when it ends: nobody chose that. */
  self->arranging = TRUE;
  netz_table_grid_set_session (self, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (netz_table_grid_parent_class)->dispose (object);
}

static void
netz_table_grid_finalize (GObject *object)
{
  NetzTableGrid *self = NETZ_TABLE_GRID (object);

  g_clear_pointer (&self->words, netz_filter_free);
  g_hash_table_unref (self->column_filters);
  g_ptr_array_unref (self->columns);
  G_OBJECT_CLASS (netz_table_grid_parent_class)->finalize (object);
}

static void
netz_table_grid_class_init (NetzTableGridClass *class)
{
  G_OBJECT_CLASS (class)->dispose = netz_table_grid_dispose;
  G_OBJECT_CLASS (class)->finalize = netz_table_grid_finalize;
  GTK_WIDGET_CLASS (class)->map = netz_table_grid_map;

  signals[SIGNAL_COLUMNS_CHANGED] = g_signal_new ("columns-changed", NETZ_TYPE_TABLE_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ROWS_CHANGED] = g_signal_new ("rows-changed", NETZ_TYPE_TABLE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 0);
}

static void
netz_table_grid_init (NetzTableGrid *self)
{
  self->column_filters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->host = (NetzTableHost) { .change = change, .leave = leave_cell, .point = point, .data = self };
}

static void
build (NetzTableGrid *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->filter = gtk_custom_filter_new (passes, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), GTK_FILTER (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_column_view_set_enable_rubberband (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(netz_table_get_info (self->table)->labels), -1);
  /* The view's own row of headings. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_rows_changed), self, G_CONNECT_SWAPPED);
}

/**
 * netz_table_grid_new:
 * @table: institutions or partnerships
 *
 * Returns: (transfer none): a table of no network
 */
GtkWidget *
netz_table_grid_new (NetzTable table)
{
  NetzTableGrid *self = g_object_new (NETZ_TYPE_TABLE_GRID, NULL);

  self->table = table;
  self->columns = netz_table_columns_new (table);
  self->cursor = self->columns->pdata[0];
  self->rows = netz_rows_new (table);
  build (self);
  netz_table_grid_fill_columns (self);
  netz_table_grid_follow_keys (self);
  return GTK_WIDGET (self);
}

/**
 * netz_table_grid_set_session:
 * @session: (nullable): whose network to show; netz_table_grid_refresh() shows it
 */
void
netz_table_grid_set_session (NetzTableGrid *self, NetzSession *session)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (netz_session_get_selection (self->session), self);
  g_set_object (&self->session, session);
  if (session == NULL)
    {
      g_clear_object (&self->network);
      self->host.network = NULL;
      netz_rows_update (self->rows, NULL);
    }
  else
    g_signal_connect_object (netz_session_get_selection (session), "changed", G_CALLBACK (on_session_selected), self,
                             G_CONNECT_SWAPPED);
}

/**
 * netz_table_grid_refresh:
 *
 * Shows the part of the network that is looked at as it is now. O(n log n).
 */
void
netz_table_grid_refresh (NetzTableGrid *self)
{
  g_return_if_fail (self->session != NULL);

  g_set_object (&self->network, netz_session_get_part (self->session));
  self->host.network = self->network;
  netz_rows_update (self->rows, self->network);
  show_selection (self, FALSE);
}

/**
 * netz_table_grid_set_filter:
 * @text: words and conditions, see netz-search.h; "" for all
 * @error: return location: %NETZ_MODEL_ERROR_VALUE
 *
 * Returns: whether @text could be understood; if not, the table stays as it is
 */
gboolean
netz_table_grid_set_filter (NetzTableGrid *self, const char *text, GError **error)
{
  NetzFilter *words = netz_filter_new (text, error);

  if (words == NULL)
    return FALSE;
  g_clear_pointer (&self->words, netz_filter_free);
  self->words = words;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_selection (self, FALSE);
  return TRUE;
}

/**
 * netz_table_grid_get_counts:
 * @shown: (out): rows that pass the filters
 * @all: (out): rows
 */
void
netz_table_grid_get_counts (NetzTableGrid *self, guint *shown, guint *all)
{
  *shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  *all = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/**
 * netz_table_grid_get_column_filter:
 * @name: of a column
 *
 * Returns: (nullable) (transfer none): what rows must show there
 */
const char *
netz_table_grid_get_column_filter (NetzTableGrid *self, const char *name)
{
  return g_hash_table_lookup (self->column_filters, name);
}

/**
 * netz_table_grid_set_column_filter:
 * @name: of a column
 * @wanted: what rows must show there, see netz_table_column_matches(); "" for anything
 */
void
netz_table_grid_set_column_filter (NetzTableGrid *self, const char *name, const char *wanted)
{
  const char *before = netz_table_grid_get_column_filter (self, name);

  if (g_strcmp0 (before != NULL ? before : "", wanted) == 0)
    return;
  if (*wanted == '\0')
    g_hash_table_remove (self->column_filters, name);
  else
    g_hash_table_insert (self->column_filters, g_strdup (name), g_strdup (wanted));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_selection (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_COLUMNS_CHANGED], 0);
}
