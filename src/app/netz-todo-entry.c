/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-todo-entry.h"

#include "model/netz-date.h"

#define SHOWN "netz-shown"

/* What an entry hands over to. */
typedef struct
{
  NetzTodoCell *cell;
  NetzTodoEntryFunc func;
  GtkWidget *entry;
} Taker;

static void
tell_problem (GtkWidget *entry, const char *problem)
{
  if (problem == NULL && !gtk_widget_has_css_class (entry, "error"))
    return;
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_PRIMARY,
                                     problem != NULL ? "dialog-error-symbolic" : NULL);
  gtk_widget_set_tooltip_text (entry, problem);
  if (problem == NULL)
    {
      gtk_widget_remove_css_class (entry, "error");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
}

static void
hand_over (Taker *self)
{
  const char *shown = g_object_get_data (G_OBJECT (self->entry), SHOWN);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;

  if (self->cell->item == NULL || self->cell->filling || *self->cell->session == NULL)
    return;
  if (g_strcmp0 (text, shown) == 0)
    tell_problem (self->entry, NULL);
  else
    tell_problem (self->entry, self->func (self->cell, text, &error) ? NULL : error->message);
}

static gboolean
on_key (Taker *self, guint key)
{
  const char *shown = g_object_get_data (G_OBJECT (self->entry), SHOWN);

  if (key != GDK_KEY_Escape || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), shown) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), shown != NULL ? shown : "");
  tell_problem (self->entry, NULL);
  return GDK_EVENT_STOP;
}

/**
 * netz_todo_entry_new:
 * @cell: the cell that it is for; outlives it
 * @placeholder: what stands there while nothing is entered
 * @func: takes what was typed
 *
 * Returns: (transfer floating): an entry
 */
GtkWidget *
netz_todo_entry_new (NetzTodoCell *cell, const char *placeholder, NetzTodoEntryFunc func)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Taker *taker = g_new0 (Taker, 1);

  taker->cell = cell;
  taker->func = func;
  taker->entry = entry;
  g_object_set_data_full (G_OBJECT (entry), "netz-taker", taker, g_free);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (hand_over), taker);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (hand_over), taker);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), taker);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

/**
 * netz_todo_entry_show:
 * @entry: an entry
 * @text: (nullable): what is entered now
 *
 * What somebody is typing stays while that is as it was.
 */
void
netz_todo_entry_show (GtkWidget *entry, const char *text)
{
  const char *shown = g_object_get_data (G_OBJECT (entry), SHOWN);

  if (shown != NULL && g_strcmp0 (text != NULL ? text : "", shown) == 0
      && (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return;
  g_object_set_data_full (G_OBJECT (entry), SHOWN, g_strdup (text != NULL ? text : ""), g_free);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  tell_problem (entry, NULL);
}

/**
 * netz_todo_entry_print_date:
 * @date: (nullable): a date as records have it
 *
 * Returns: (transfer full): a day as the locale writes it; what is less exact as people type it
 */
char *
netz_todo_entry_print_date (const char *date)
{
  NetzDate parsed;

  if (netz_date_parse (date, &parsed) && parsed.precision == NETZ_DATE_DAY)
    return netz_date_display (date);
  return g_strdup (date != NULL ? date : "");
}
