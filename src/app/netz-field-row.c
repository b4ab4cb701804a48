/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-field-row.h"
#include "model/netz-date.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#define TEXT_HEIGHT 96

/**
 * netz_field_row_get_common:
 * @self: a row
 * @records: (element-type NetzRecord): one or more records
 * @mixed: (out): whether they differ
 *
 * Returns: (transfer full): the value that all of them have, "" where they differ
 */
char *
netz_field_row_get_common (NetzFieldRow *self, GPtrArray *records, gboolean *mixed)
{
  *mixed = FALSE;
  for (guint i = 1; i < records->len && !*mixed; i++)
    *mixed = !netz_field_equal (self->field, records->pdata[0], records->pdata[i]);
  return *mixed || records->len == 0 ? g_strdup ("") : netz_field_print (self->field, records->pdata[0]);
}

static void
show_problem (NetzFieldRow *self, const char *message)
{
  if (message != NULL)
    {
      gtk_widget_add_css_class (self->widget, "error");
      gtk_label_set_label (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (self->problem))), message);
      gtk_popover_popup (GTK_POPOVER (self->problem));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
      return;
    }
  if (!gtk_widget_has_css_class (self->widget, "error"))
    return;
  gtk_widget_remove_css_class (self->widget, "error");
  gtk_popover_popdown (GTK_POPOVER (self->problem));
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * netz_field_row_commit:
 * @self: a row
 * @text: what was entered
 *
 * Hands it over, unless it is what was shown; says at the row what is wrong
 * with it.
 *
 * Returns: whether it was taken, or nothing was to be done
 */
gboolean
netz_field_row_commit (NetzFieldRow *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return TRUE;
  if (g_strcmp0 (text, self->shown) == 0)
    {
      show_problem (self, NULL);
      return TRUE;
    }
  if (!self->host->set_text (self->host->data, self->field, text, &error))
    {
      show_problem (self, error->message);
      return FALSE;
    }
  show_problem (self, NULL);
  return TRUE;
}

static void
set_shown (NetzFieldRow *self, const char *text)
{
  g_free (self->shown);
  self->shown = g_strdup (text);
}

static void
set_title (NetzFieldRow *self, gboolean mixed)
{
  const char *label = netz_field_get_label (self->field);
  /* Translators: %s is a field's name; the records that are selected have different values there */
  g_autofree char *title = mixed ? g_strdup_printf (_ ("%s (several values)"), label) : g_strdup (label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->widget), title);
}

/* --- one line --- */

/* A day as the locale writes it; what is less exact stays in the form of files, which is what people type. */
static char *
localise_day (char *text)
{
  NetzDate date, back;
  g_autofree char *local = netz_date_display (text);

  if (!netz_date_parse (text, &date) || date.precision != NETZ_DATE_DAY || !netz_date_parse_input (local, &back)
      || back.day != date.day || back.month != date.month || back.year != date.year)
    return text;
  g_free (text);
  return g_steal_pointer (&local);
}

/* With the locale's decimal comma, where it has one; both are understood. */
static char *
localise_number (char *text)
{
  return g_str_equal (nl_langinfo (RADIXCHAR), ",") ? g_strdelimit (text, ".", ',') : text;
}

static void
show_entry (NetzFieldRow *self, NetzNetwork *network, GPtrArray *records)
{
  gboolean mixed;
  g_autofree char *text = netz_field_row_get_common (self, records, &mixed);

  if (self->field->type == NETZ_FIELD_DATE)
    text = localise_day (g_steal_pointer (&text));
  else if (self->field->type == NETZ_FIELD_NUMBER)
    text = localise_number (g_steal_pointer (&text));
  set_title (self, mixed);
  if (!self->fresh && g_strcmp0 (text, self->shown) == 0)
    return;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->widget)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
  set_shown (self, text);
  show_problem (self, NULL);
}

static void
on_entry_activated (NetzFieldRow *self)
{
  netz_field_row_commit (self, gtk_editable_get_text (GTK_EDITABLE (self->widget)));
}

static gboolean
on_entry_key (NetzFieldRow *self, guint key)
{
  if (key != GDK_KEY_Escape || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->widget)), self->shown) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (self->widget), self->shown);
  show_problem (self, NULL);
  return GDK_EVENT_STOP;
}

static void
add_entry_controllers (NetzFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_entry_activated), self);
  gtk_widget_add_controller (self->widget, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_entry_key), self);
  gtk_widget_add_controller (self->widget, keys);
}

static void
on_day_selected (NetzFieldRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->inner));
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  if (self->filling)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
  netz_field_row_commit (self, text);
}

static void
on_calendar_shown (NetzFieldRow *self)
{
  NetzDate date;
  GDate first, last;
  g_autoptr (GDateTime) day = NULL;

  if (!netz_date_parse_input (self->shown, &date))
    return;
  netz_date_get_span (&date, &first, &last);
  day = g_date_time_new_local (g_date_get_year (&first), g_date_get_month (&first), g_date_get_day (&first), 0, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->inner), day);
  self->filling = FALSE;
}

static void
add_calendar (NetzFieldRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  /* Translators: %s is a field's name */
  g_autofree char *label = g_strdup_printf (_ ("Choose a day: %s"), netz_field_get_label (self->field));

  self->inner = gtk_calendar_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->inner);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->widget), button);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_calendar_shown), self);
  g_signal_connect_swapped (self->inner, "day-selected", G_CALLBACK (on_day_selected), self);
}

static void
make_entry (NetzFieldRow *self)
{
  self->widget = adw_entry_row_new ();
  self->show = show_entry;
  g_signal_connect_swapped (self->widget, "entry-activated", G_CALLBACK (on_entry_activated), self);
  add_entry_controllers (self);
  if (self->field->type == NETZ_FIELD_NUMBER)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->widget), GTK_INPUT_PURPOSE_NUMBER);
  if (self->field->type == NETZ_FIELD_DATE)
    add_calendar (self);
}

/* --- several lines --- */

static char *
get_lines (NetzFieldRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inner));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_lines (NetzFieldRow *self, NetzNetwork *network, GPtrArray *records)
{
  gboolean mixed;
  g_autofree char *text = netz_field_row_get_common (self, records, &mixed);
  g_autofree char *old = get_lines (self);

  set_title (self, mixed);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (gtk_widget_get_first_child (self->widget))),
                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->widget)));
  if (!self->fresh && g_strcmp0 (text, self->shown) == 0)
    return;
  if (g_strcmp0 (old, text) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inner)), text, -1);
  set_shown (self, text);
}

static void
on_lines_left (NetzFieldRow *self)
{
  g_autofree char *text = get_lines (self);

  netz_field_row_commit (self, text);
}

static void
make_lines (NetzFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->widget = adw_preferences_row_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  netz_field_get_label (self->field), -1);
  self->inner = gtk_text_view_new ();
  self->show = show_lines;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->inner), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->inner), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->inner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  netz_field_get_label (self->field), -1);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->inner);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_add_css_class (box, "netz-lines");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->widget), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->widget), FALSE);
  gtk_widget_set_focusable (self->widget, FALSE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_lines_left), self);
  gtk_widget_add_controller (self->inner, focus);
}

/* --- yes or no --- */

static void
show_switch (NetzFieldRow *self, NetzNetwork *network, GPtrArray *records)
{
  gboolean mixed;
  g_autofree char *text = netz_field_row_get_common (self, records, &mixed);

  set_title (self, mixed);
  gtk_switch_set_active (GTK_SWITCH (self->inner), g_str_equal (text, "true"));
}

static void
on_switched (NetzFieldRow *self)
{
  netz_field_row_commit (self, gtk_switch_get_active (GTK_SWITCH (self->inner)) ? "true" : "false");
}

static void
make_switch (NetzFieldRow *self)
{
  self->widget = adw_action_row_new ();
  self->inner = gtk_switch_new ();
  self->show = show_switch;
  gtk_widget_set_valign (self->inner, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->widget), self->inner);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->widget), self->inner);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->inner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  netz_field_get_label (self->field), -1);
  g_signal_connect_swapped (self->inner, "notify::active", G_CALLBACK (on_switched), self);
}

/* --- a colour --- */

static void
show_colour (NetzFieldRow *self, NetzNetwork *network, GPtrArray *records)
{
  gboolean mixed;
  g_autofree char *text = netz_field_row_get_common (self, records, &mixed);
  GdkRGBA colour = { 0.5f, 0.5f, 0.5f, 1 };

  set_title (self, mixed);
  gdk_rgba_parse (&colour, text);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->inner), &colour);
}

static void
on_colour_set (NetzFieldRow *self)
{
  g_autofree char *text = NULL;
  GdkRGBA colour;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->inner), &colour);
  text = g_strdup_printf ("#%02x%02x%02x", (guint) (colour.red * 255 + 0.5f), (guint) (colour.green * 255 + 0.5f),
                          (guint) (colour.blue * 255 + 0.5f));
  netz_field_row_commit (self, text);
}

static void
make_colour (NetzFieldRow *self)
{
  self->widget = adw_action_row_new ();
  self->inner = gtk_color_button_new ();
  self->show = show_colour;
  gtk_widget_set_valign (self->inner, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->inner, netz_field_get_label (self->field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->inner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  netz_field_get_label (self->field), -1);
  /* What has the keyboard is the button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->inner)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, netz_field_get_label (self->field), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->widget), self->inner);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->widget), self->inner);
  g_signal_connect_swapped (self->inner, "color-set", G_CALLBACK (on_colour_set), self);
}

static void
make_widget (NetzFieldRow *self)
{
  switch (self->field->type)
    {
    case NETZ_FIELD_TEXT:
      make_lines (self);
      break;
    case NETZ_FIELD_BOOLEAN:
      make_switch (self);
      break;
    case NETZ_FIELD_COLOUR:
      make_colour (self);
      break;
    case NETZ_FIELD_CHOICE:
    case NETZ_FIELD_REF:
      netz_field_row_make_choice (self);
      break;
    case NETZ_FIELD_PARTS:
      netz_field_row_make_parts (self);
      break;
    case NETZ_FIELD_STRING:
    case NETZ_FIELD_DATE:
    case NETZ_FIELD_LINK:
    case NETZ_FIELD_NUMBER:
    case NETZ_FIELD_STRINGS:
      make_entry (self);
      break;
    }
}

static void
on_widget_destroyed (GtkWidget *widget, NetzFieldRow *self)
{
  g_clear_pointer (&self->problem, gtk_widget_unparent);
}

/**
 * netz_field_row_new:
 * @field: what to edit
 * @host: who takes what is entered; must outlive the row
 *
 * Returns: (transfer full): a row, whose widget waits for a parent; free it when the widget has gone
 */
NetzFieldRow *
netz_field_row_new (const NetzField *field, const NetzFieldRowHost *host)
{
  NetzFieldRow *self = g_new0 (NetzFieldRow, 1);
  GtkWidget *label = gtk_label_new (NULL);

  self->field = field;
  self->host = host;
  self->shown = g_strdup ("");
  make_widget (self);
  g_object_ref_sink (self->widget);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  self->problem = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->problem), FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->problem), label);
  gtk_widget_set_parent (self->problem, self->widget);
  g_signal_connect (self->widget, "destroy", G_CALLBACK (on_widget_destroyed), self);
  return self;
}

/**
 * netz_field_row_free:
 * @self: (transfer full): a row
 */
void
netz_field_row_free (NetzFieldRow *self)
{
  self->filling = TRUE;
  g_clear_pointer (&self->problem, gtk_widget_unparent);
  g_signal_handlers_disconnect_by_data (self->widget, self);
  if (self->inner != NULL)
    g_signal_handlers_disconnect_by_data (self->inner, self);
  g_clear_object (&self->widget);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->shown);
  g_free (self);
}

/**
 * netz_field_row_show:
 * @self: a row
 * @network: the network of the records
 * @records: (element-type NetzRecord): one or more records of the field's table
 * @fresh: whether they are others than before
 *
 * Fills the row with what they have in common. What a person is typing stays
 * where the value has not changed.
 */
void
netz_field_row_show (NetzFieldRow *self, NetzNetwork *network, GPtrArray *records, gboolean fresh)
{
  self->fresh = fresh;
  self->filling = TRUE;
  self->show (self, network, records);
  self->filling = FALSE;
}
