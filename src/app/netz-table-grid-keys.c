/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cursor of the table. The view moves the keyboard from row to row; which
 * cell of that row is meant is kept here.
 */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-table-grid-private.h"

#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

#define FOCUS_FRAMES 30 /* a table that has no row by then is empty */

/* The cell that stands in a child of a row, NULL where there is none. */
static NetzTableCell *
get_cell (GtkWidget *child)
{
  GtkWidget *inside = gtk_widget_get_first_child (child);

  return NETZ_IS_TABLE_CELL (inside) ? NETZ_TABLE_CELL (inside) : NULL;
}

/* The widget of the row that has the keyboard, or whose cell has. */
static GtkWidget *
find_row_widget (NetzTableGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (widget == NULL || !gtk_widget_is_ancestor (widget, GTK_WIDGET (self->view)))
    return NULL;
  for (; widget != NULL && widget != GTK_WIDGET (self->view); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (child != NULL && get_cell (child) != NULL)
        return widget;
    }
  return NULL;
}

static NetzTableCell *
find_cell (GtkWidget *row, const NetzTableColumn *column)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      NetzTableCell *cell = get_cell (child);

      if (cell != NULL && netz_table_cell_get_column (cell) == column)
        return cell;
    }
  return NULL;
}

static NetzTableCell *
find_cursor (NetzTableGrid *self)
{
  GtkWidget *row = find_row_widget (self);

  return row != NULL ? find_cell (row, self->cursor) : NULL;
}

static void
mark_cursor (GtkWidget *row, const NetzTableColumn *cursor)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      NetzTableCell *cell = get_cell (child);

      if (cell != NULL)
        netz_table_cell_set_cursor (cell, netz_table_cell_get_column (cell) == cursor);
    }
}

/**
 * netz_table_grid_name_row:
 * @row: the widget of a row, with its cells
 *
 * A screen reader reads the row's record, and the cell that keys go to.
 */
void
netz_table_grid_name_row (NetzTableGrid *self, GtkWidget *row)
{
  NetzTableCell *cell = find_cell (row, self->cursor);
  NetzRow *shown = cell != NULL ? netz_table_cell_get_row (cell) : NULL;
  NetzRecord *record = shown != NULL ? netz_row_get_record (shown) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  if (record == NULL || self->network == NULL)
    return;
  name = netz_describe_record (self->network, record);
  value = netz_table_column_get_text (self->cursor, self->network, record);
  /* Translators: the heading of a column, and what a row shows there */
  text = g_strdup_printf (_("%s: %s"), netz_table_column_get_label (self->cursor), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_cursor (NetzTableGrid *self)
{
  GtkWidget *focused = find_row_widget (self);
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    mark_cursor (row, row == focused ? self->cursor : NULL);
  if (focused != NULL)
    netz_table_grid_name_row (self, focused);
}

/* Brings the cursor's cell into sight sideways. */
static void
scroll_to_cursor (NetzTableGrid *self)
{
  NetzTableCell *cell = find_cursor (self);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  double x = 0, y = 0;

  if (cell == NULL || !gtk_widget_translate_coordinates (GTK_WIDGET (cell), GTK_WIDGET (self->view), 0, 0, &x, &y))
    return;
  x += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, x, x + gtk_widget_get_width (GTK_WIDGET (cell)));
}

static gboolean
move_cursor (NetzTableGrid *self, int by)
{
  g_autoptr (GPtrArray) shown = netz_table_grid_list_shown (self);
  guint at = 0;

  g_ptr_array_find (shown, self->cursor, &at);
  if ((by < 0 && at == 0) || at + by >= shown->len)
    return FALSE;
  self->cursor = shown->pdata[at + by];
  show_cursor (self);
  scroll_to_cursor (self);
  return TRUE;
}

static gboolean
edit (NetzTableGrid *self, const char *typed)
{
  NetzTableCell *cell = find_cursor (self);

  return cell != NULL && !netz_session_is_read_only (self->session) && netz_table_cell_edit (cell, typed);
}

/* Whoever types means the cell. */
static gboolean
type_into (NetzTableGrid *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char typed[7] = { 0 };

  if (letter == 0 || !g_unichar_isprint (letter) || letter == ' ')
    return FALSE;
  g_unichar_to_utf8 (letter, typed);
  return edit (self, typed);
}

static gboolean
on_key (NetzTableGrid *self, guint key, guint code, GdkModifierType modifiers)
{
  NetzTableCell *cell = find_cursor (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (cell == NULL || netz_table_cell_is_edited (cell) || GTK_IS_EDITABLE (gtk_root_get_focus (root)))
    return FALSE;
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_cursor (self, -1) || TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_cursor (self, 1) || TRUE;
    case GDK_KEY_F2:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return edit (self, NULL);
    default:
      return type_into (self, key);
    }
}

static void
on_activate (NetzTableGrid *self)
{
  edit (self, NULL);
}

static void
on_focus_moved (NetzTableGrid *self)
{
  show_cursor (self);
}

static void
on_root (NetzTableGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (on_focus_moved), self, G_CONNECT_SWAPPED);
}

/**
 * netz_table_grid_follow_keys:
 *
 * Listens to keys and double clicks.
 */
void
netz_table_grid_follow_keys (NetzTableGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::root", G_CALLBACK (on_root), NULL);
}

static gboolean
try_focus (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  NetzTableGrid *self = NETZ_TABLE_GRID (widget);
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD) || self->patience-- == 0)
    {
      self->patience = 0;
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

/**
 * netz_table_grid_focus:
 *
 * Gives the keyboard to a row. Rows come into being with the first frames in
 * which the table is in sight, so it may take a few.
 */
void
netz_table_grid_focus (NetzTableGrid *self)
{
  if (self->patience == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), try_focus, NULL, NULL);
  self->patience = FOCUS_FRAMES;
}

/**
 * netz_table_grid_point:
 * @column: where the cursor is from now on
 */
void
netz_table_grid_point (NetzTableGrid *self, const NetzTableColumn *column)
{
  self->cursor = column;
  show_cursor (self);
}

/**
 * netz_table_grid_leave_cell:
 * @cell: was edited until now
 * @forward: 1 to edit the next cell, -1 the one before, 0 neither
 */
void
netz_table_grid_leave_cell (NetzTableGrid *self, GtkWidget *cell, int forward)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  gtk_widget_grab_focus (row);
  if (forward != 0 && move_cursor (self, forward))
    edit (self, NULL);
  else
    show_cursor (self);
}

/**
 * netz_table_grid_get_focused:
 *
 * Returns: (transfer none) (nullable): the row that has the keyboard
 */
NetzRow *
netz_table_grid_get_focused (NetzTableGrid *self)
{
  NetzTableCell *cell = find_cursor (self);

  return cell != NULL ? netz_table_cell_get_row (cell) : NULL;
}
