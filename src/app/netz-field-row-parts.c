/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a field that has several parts, such as contacts: each part opens to its values. */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-field-row.h"

#include <glib/gi18n-lib.h>

/* One value of one part; belongs to its widget. */
typedef struct
{
  NetzFieldRow *row;
  guint part;
  guint value;
} Place;

static GPtrArray *
copy_parts (NetzFieldRow *self)
{
  GPtrArray *parts = netz_parts_new ();

  for (guint i = 0; self->values != NULL && i < self->values->len; i++)
    g_ptr_array_add (parts, netz_part_ref (self->values->pdata[i]));
  return parts;
}

static void
hand_over (NetzFieldRow *self, GPtrArray *parts)
{
  if (!self->filling)
    self->host->set_list (self->host->data, self->field, parts);
}

static void
set_value (Place *place, const char *text)
{
  NetzFieldRow *self = place->row;
  const NetzPartType *type = self->field->part;
  g_autoptr (GPtrArray) parts = NULL;
  NetzPart *old;

  if (self->filling || self->values == NULL || place->part >= self->values->len)
    return;
  old = self->values->pdata[place->part];
  if (g_strcmp0 (netz_part_get_nth (old, place->value), *text != '\0' ? text : NULL) == 0)
    return;
  parts = copy_parts (self);
  netz_part_unref (parts->pdata[place->part]);
  parts->pdata[place->part] = netz_part_with (old, type->fields[place->value].name, text);
  hand_over (self, parts);
}

static void
on_value_entered (GtkWidget *widget, Place *place)
{
  set_value (place, gtk_editable_get_text (GTK_EDITABLE (widget)));
}

static void
on_value_left (GtkEventController *controller, Place *place)
{
  on_value_entered (gtk_event_controller_get_widget (controller), place);
}

static void
on_value_chosen (GtkWidget *widget, GParamSpec *spec, Place *place)
{
  const NetzField *field = &place->row->field->part->fields[place->value];
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (widget));

  set_value (place, selected > 0 && selected != GTK_INVALID_LIST_POSITION ? field->choices[selected - 1].id : "");
}

static void
on_remove (GtkWidget *button, Place *place)
{
  g_autoptr (GPtrArray) parts = copy_parts (place->row);

  g_ptr_array_remove_index (parts, place->part);
  hand_over (place->row, parts);
}

static void
on_add (NetzFieldRow *self)
{
  const NetzPartType *type = self->field->part;
  g_autoptr (GPtrArray) parts = copy_parts (self);
  g_autofree const char **values = g_new0 (const char *, type->n_fields);

  g_ptr_array_add (parts, netz_part_new (type, values));
  hand_over (self, parts);
}

static Place *
make_place (NetzFieldRow *self, guint part, guint value, GtkWidget *widget)
{
  Place *place = g_new (Place, 1);

  place->row = self;
  place->part = part;
  place->value = value;
  g_object_set_data_full (G_OBJECT (widget), "netz-place", place, g_free);
  return place;
}

static GtkWidget *
make_choice_value (NetzFieldRow *self, const NetzField *field, const char *value, guint part, guint index)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, C_ ("choice", "None"));
  for (guint i = 0; field->choices[i].id != NULL; i++)
    {
      gtk_string_list_append (names, netz_field_get_choice_label (field, field->choices[i].id));
      if (g_strcmp0 (field->choices[i].id, value) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_value_chosen), make_place (self, part, index, row));
  return row;
}

static GtkWidget *
make_text_value (NetzFieldRow *self, const char *value, guint part, guint index)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Place *place = make_place (self, part, index, row);

  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  g_signal_connect (row, "entry-activated", G_CALLBACK (on_value_entered), place);
  g_signal_connect (focus, "leave", G_CALLBACK (on_value_left), place);
  gtk_widget_add_controller (row, focus);
  return row;
}

static void
add_item (NetzFieldRow *self, GtkWidget *item)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->widget), item);
  g_ptr_array_add (self->items, item);
}

static void
add_part (NetzFieldRow *self, guint index)
{
  const NetzPartType *type = self->field->part;
  NetzPart *part = self->values->pdata[index];
  g_autofree char *text = netz_part_print (part);
  GtkWidget *head = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a contact, a name, or whatever else comes several times */
  g_autofree char *label = g_strdup_printf (_ ("Remove: %s"), *text != '\0' ? text : _ (type->label));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (head), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (head), *text != '\0' ? text : _ (type->label));
  gtk_widget_add_css_class (head, "netz-part");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), make_place (self, index, 0, remove));
  adw_action_row_add_suffix (ADW_ACTION_ROW (head), remove);
  add_item (self, head);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const NetzField *field = &type->fields[i];
      const char *value = netz_part_get_nth (part, i);
      GtkWidget *row;

      if ((field->flags & NETZ_FIELD_INNER) != 0)
        continue;
      row = field->type == NETZ_FIELD_CHOICE ? make_choice_value (self, field, value, index, i)
                                             : make_text_value (self, value, index, i);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), netz_field_get_label (field));
      add_item (self, row);
    }
}

static void
add_adder (NetzFieldRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");
  /* Translators: %s is what is to be added: a contact, a name … */
  g_autofree char *label = g_strdup_printf (_ ("Add: %s"), _ (self->field->part->label));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_add), self);
  add_item (self, row);
}

static void
clear_items (NetzFieldRow *self)
{
  for (guint i = 0; i < self->items->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->widget), self->items->pdata[i]);
  g_ptr_array_set_size (self->items, 0);
}

static gboolean
same_parts (GPtrArray *a, GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0, m = b != NULL ? b->len : 0;

  for (guint i = 0; n == m && i < n; i++)
    if (!netz_part_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return n == m;
}

static void
show_parts (NetzFieldRow *self, NetzNetwork *network, GPtrArray *records)
{
  GPtrArray *parts = records->len == 1 ? netz_field_get_list (self->field, records->pdata[0]) : NULL;
  g_autofree char *number = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->widget), netz_field_get_label (self->field));
  gtk_widget_set_visible (self->widget, records->len == 1);
  if (self->items->len > 0 && same_parts (self->values, parts))
    return;
  clear_items (self);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  self->values = parts != NULL ? g_ptr_array_ref (parts) : NULL;
  number = g_strdup_printf ("%u", parts != NULL ? parts->len : 0);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->widget), number);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    add_part (self, i);
  add_adder (self);
}

/**
 * netz_field_row_make_parts:
 * @self: a row without a widget, of a field of parts
 */
void
netz_field_row_make_parts (NetzFieldRow *self)
{
  self->widget = adw_expander_row_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  netz_field_get_label (self->field), -1);
  self->show = show_parts;
  self->items = g_ptr_array_new ();
}
