/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-table-cell.h"

#include "app/netz-symbol.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

struct _NetzTableCell
{
  GtkWidget parent_instance;

  const NetzTableHost *host;
  const NetzTableColumn *column;
  NetzRow *row;
  gulong changed;

  GtkWidget *symbol; /* of the kind; NULL in other columns */
  GtkWidget *label;
  GtkWidget *editor;   /* NULL unless edited */
  GtkWidget *problem;  /* a popover that says what is wrong; NULL unless something is */
  GPtrArray *values;   /* of a chooser: what its lines stand for */
  gboolean leaving;
};

G_DEFINE_FINAL_TYPE (NetzTableCell, netz_table_cell, GTK_TYPE_WIDGET)

static void
show_row (NetzTableCell *self)
{
  g_autofree char *text = NULL;
  NetzRecord *record;

  if (self->row == NULL || self->host->network == NULL)
    return;
  record = netz_row_get_record (self->row);
  text = netz_table_column_get_text (self->column, self->host->network, record);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  if (self->symbol != NULL)
    netz_symbol_set_kind (NETZ_SYMBOL (self->symbol),
                          netz_network_get_kind (self->host->network, NETZ_INSTITUTION (record)->kind));
}

static void
hide_problem (NetzTableCell *self)
{
  g_clear_pointer (&self->problem, gtk_widget_unparent);
  if (self->editor != NULL)
    gtk_widget_remove_css_class (self->editor, "error");
}

static void
say_problem (NetzTableCell *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  hide_problem (self);
  self->problem = gtk_popover_new ();
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_popover_set_child (GTK_POPOVER (self->problem), label);
  gtk_popover_set_autohide (GTK_POPOVER (self->problem), FALSE);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->editor, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_popover_popup (GTK_POPOVER (self->problem));
}

static void
end_edit (NetzTableCell *self)
{
  if (self->editor == NULL)
    return;
  hide_problem (self);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  gtk_widget_set_visible (self->label, TRUE);
}

static void
leave (NetzTableCell *self, int forward)
{
  end_edit (self);
  self->host->leave (self->host->data, GTK_WIDGET (self), forward);
}

/* Hands over what was entered; FALSE where it was refused and is still being edited. */
static gboolean
hand_over (NetzTableCell *self, const char *text, gboolean selected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = netz_table_column_get_entry (self->column, netz_row_get_record (self->row));

  if (!selected && g_str_equal (before, text))
    return TRUE;
  if (self->host->change (self->host->data, self->row, self->column, text, selected, &error))
    return TRUE;
  say_problem (self, error->message);
  return FALSE;
}

static gboolean
finish (NetzTableCell *self, int forward, gboolean selected)
{
  g_autofree char *text = NULL;

  if (GTK_IS_DROP_DOWN (self->editor))
    {
      leave (self, forward);
      return TRUE;
    }
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  if (!hand_over (self, text, selected))
    return FALSE;
  leave (self, forward);
  return TRUE;
}

static gboolean
on_key (NetzTableCell *self, guint key, guint code, GdkModifierType modifiers)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      leave (self, 0);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      finish (self, 1, FALSE);
      return TRUE;
    case GDK_KEY_ISO_Left_Tab:
      finish (self, -1, FALSE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (GTK_IS_DROP_DOWN (self->editor))
        return FALSE;
      finish (self, 0, (modifiers & GDK_CONTROL_MASK) != 0);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Who clicks elsewhere has entered what stands there, unless it is no value. */
static void
on_focus_left (NetzTableCell *self)
{
  if (self->editor == NULL || GTK_IS_DROP_DOWN (self->editor) || self->leaving)
    return;
  self->leaving = TRUE;
  if (hand_over (self, gtk_editable_get_text (GTK_EDITABLE (self->editor)), FALSE))
    end_edit (self);
  self->leaving = FALSE;
}

static void
on_chosen (NetzTableCell *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));

  if (at < self->values->len && hand_over (self, self->values->pdata[at], FALSE))
    leave (self, 0);
}

static void
add_choice (NetzTableCell *self, GtkStringList *names, const char *value, const char *name)
{
  g_ptr_array_add (self->values, g_strdup (value));
  gtk_string_list_append (names, name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (netz_record_get_title (*(NetzRecord *const *) a),
                         netz_record_get_title (*(NetzRecord *const *) b));
}

static void
add_records (NetzTableCell *self, GtkStringList *names)
{
  NetzTable target = self->column->field->target;
  g_autoptr (GPtrArray) all = netz_network_list (self->host->network, target);

  for (guint i = all->len; i > 0; i--)
    if (netz_record_get_title (all->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (all, i - 1);
  g_ptr_array_sort (all, compare_names);
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = netz_record_get_id (all->pdata[i]);

      add_choice (self, names, id,
                  target == NETZ_TABLE_KIND        ? netz_describe_kind (self->host->network, id, NULL)
                  : target == NETZ_TABLE_PROGRAMME ? netz_describe_programme (self->host->network, id, NULL)
                                                   : netz_record_get_title (all->pdata[i]));
    }
}

static GtkWidget *
make_chooser (NetzTableCell *self)
{
  const NetzField *field = self->column->field;
  g_autofree char *now = netz_field_print (field, netz_row_get_record (self->row));
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *chooser;
  guint at = 0;

  self->values = g_ptr_array_new_with_free_func (g_free);
  add_choice (self, names, "", C_("choice", "None"));
  if (field->type == NETZ_FIELD_REF)
    add_records (self, names);
  else if (field->type == NETZ_FIELD_CHOICE)
    for (guint i = 0; field->choices[i].id != NULL; i++)
      add_choice (self, names, field->choices[i].id, netz_field_get_choice_label (field, field->choices[i].id));
  for (guint i = 0; i < self->values->len; i++)
    if (g_str_equal (self->values->pdata[i], now))
      at = i;
  chooser = gtk_drop_down_new (G_LIST_MODEL (names), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (chooser), self->values->len > 8);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), at);
  g_signal_connect_swapped (chooser, "notify::selected", G_CALLBACK (on_chosen), self);
  return chooser;
}

static GtkWidget *
make_entry (NetzTableCell *self, const char *typed)
{
  g_autofree char *now = netz_table_column_get_entry (self->column, netz_row_get_record (self->row));
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), typed != NULL ? typed : now);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), netz_table_column_is_number (self->column) ? 1 : 0);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
toggle (NetzTableCell *self)
{
  gboolean now = netz_field_get_boolean (self->column->field, netz_row_get_record (self->row));

  self->host->change (self->host->data, self->row, self->column, now ? "false" : "true", FALSE, NULL);
}

static void
on_pressed (NetzTableCell *self)
{
  self->host->point (self->host->data, self->column);
}

static void
netz_table_cell_dispose (GObject *object)
{
  NetzTableCell *self = NETZ_TABLE_CELL (object);

  netz_table_cell_set_row (self, NULL);
  g_clear_pointer (&self->symbol, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (netz_table_cell_parent_class)->dispose (object);
}

static void
netz_table_cell_class_init (NetzTableCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_table_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "netz-cell");
}

static void
netz_table_cell_init (NetzTableCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * netz_table_cell_new:
 * @host: the table
 * @column: what it shows
 *
 * Returns: (transfer none): a cell without a row
 */
GtkWidget *
netz_table_cell_new (const NetzTableHost *host, const NetzTableColumn *column)
{
  NetzTableCell *self = g_object_new (NETZ_TYPE_TABLE_CELL, NULL);
  gboolean number = netz_table_column_is_number (column);

  self->host = host;
  self->column = column;
  gtk_label_set_xalign (GTK_LABEL (self->label), number ? 1 : 0);
  if (number)
    gtk_widget_add_css_class (self->label, "numeric");
  if (g_str_equal (column->name, "kind"))
    {
      self->symbol = netz_symbol_new (20);
      gtk_widget_set_margin_end (self->symbol, 6);
      gtk_widget_insert_after (self->symbol, GTK_WIDGET (self), NULL);
    }
  return GTK_WIDGET (self);
}

/**
 * netz_table_cell_set_row:
 * @row: (nullable): what it shows from now on; what is being edited is dropped
 */
void
netz_table_cell_set_row (NetzTableCell *self, NetzRow *row)
{
  end_edit (self);
  if (self->row != NULL)
    g_clear_signal_handler (&self->changed, self->row);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  self->changed = g_signal_connect_swapped (row, "changed", G_CALLBACK (show_row), self);
  show_row (self);
}

/**
 * netz_table_cell_get_row:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
NetzRow *
netz_table_cell_get_row (NetzTableCell *self)
{
  return self->row;
}

/**
 * netz_table_cell_get_column:
 *
 * Returns: (transfer none): its column
 */
const NetzTableColumn *
netz_table_cell_get_column (NetzTableCell *self)
{
  return self->column;
}

/**
 * netz_table_cell_set_cursor:
 * @cursor: whether keys go to this cell of the row
 */
void
netz_table_cell_set_cursor (NetzTableCell *self, gboolean cursor)
{
  if (cursor)
    gtk_widget_add_css_class (GTK_WIDGET (self), "cursor");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cursor");
}

/**
 * netz_table_cell_is_edited:
 *
 * Returns: whether an editor is open in it
 */
gboolean
netz_table_cell_is_edited (NetzTableCell *self)
{
  return self->editor != NULL;
}

/**
 * netz_table_cell_edit:
 * @typed: (nullable): what stands in the entry at first, instead of the value
 *
 * Opens the editor that fits the field; yes and no change places at once.
 *
 * Returns: whether there is anything to be changed here
 */
gboolean
netz_table_cell_edit (NetzTableCell *self, const char *typed)
{
  GtkEventController *keys;
  g_autofree char *name = NULL;

  if (self->row == NULL || self->editor != NULL || !netz_table_column_is_editable (self->column))
    return FALSE;
  if (self->column->field->type == NETZ_FIELD_BOOLEAN)
    {
      toggle (self);
      return TRUE;
    }
  self->editor = self->column->field->type == NETZ_FIELD_REF || self->column->field->type == NETZ_FIELD_CHOICE
                     ? make_chooser (self)
                     : make_entry (self, typed);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->editor, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  netz_table_column_get_label (self->column), -1);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_hexpand (self->editor, TRUE);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->editor);
  if (GTK_IS_EDITABLE (self->editor) && typed != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  if (GTK_IS_DROP_DOWN (self->editor))
    gtk_widget_activate (self->editor);
  return TRUE;
}
