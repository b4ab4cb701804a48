/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-workshop-sessions.h"
#include "app/netz-workshop-edit.h"
#include "app/netz-workshop-parts.h"
#include "model/netz-date.h"
#include "planning/netz-session-log.h"

#include <glib/gi18n-lib.h>

struct _NetzWorkshopSessions
{
  NetzWorkshopPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (NetzWorkshopSessions, netz_workshop_sessions, NETZ_TYPE_WORKSHOP_PANEL)

#define INDEX "netz-index"

static guint
get_index (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), INDEX));
}

static void
on_open (NetzWorkshopPanel *panel, GtkWidget *button)
{
  netz_workshop_edit_open (netz_workshop_panel_get_session (panel), netz_workshop_panel_get_id (panel),
                           get_index (button));
}

static void
on_close (NetzWorkshopPanel *panel, GtkWidget *button)
{
  netz_workshop_edit_close (netz_workshop_panel_get_session (panel), netz_workshop_panel_get_id (panel),
                            get_index (button));
}

static void
on_edit (NetzWorkshopPanel *panel, GtkWidget *button)
{
  netz_workshop_parts_edit (panel, "sessions", get_index (button));
}

static void
on_add (NetzWorkshopPanel *panel)
{
  const char *const values[] = { "whole-day", NULL, NULL, NULL, NULL, "planned" };
  g_autoptr (NetzPart) part = netz_part_new (&netz_session_part, values);

  netz_workshop_parts_add (panel, part, "sessions");
}

/* "Preliminary talk · 25/08/2008 · VHS Köln", without what the title says already. */
static char *
describe (NetzPart *session)
{
  const char *kind = netz_part_get (session, "kind");
  const char *date = netz_part_get (session, "date");
  const char *place = netz_part_get (session, "place");
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (netz_part_get (session, "title") != NULL && kind != NULL)
    g_ptr_array_add (words, g_strdup (netz_field_get_choice_label (&netz_session_part.fields[0], kind)));
  if (date != NULL && netz_part_get (session, "title") != NULL)
    g_ptr_array_add (words, netz_date_display (date));
  if (place != NULL)
    g_ptr_array_add (words, g_strdup (place));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

static GtkWidget *
make_button (NetzWorkshopPanel *panel, const char *label, guint index, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), INDEX, GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", callback, panel, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_state (NetzWorkshop *workshop, NetzPart *session, gboolean open)
{
  const char *state = netz_part_get (session, "state");
  guint n = netz_session_log_count (workshop, netz_part_get (session, "id"));
  g_autofree char *changes
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", n), n);
  const char *text = open ? C_ ("choice", "Open") : n > 0 ? changes : g_strcmp0 (state, "closed") == 0
                     ? C_ ("choice", "Closed") : "";
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, open ? "netz-open" : "dim-label");
  return label;
}

static void
add_session (NetzWorkshopPanel *panel, NetzWorkshop *workshop, guint index)
{
  NetzPart *session = workshop->sessions->pdata[index];
  gboolean open = g_strcmp0 (netz_part_get (session, "state"), "open") == 0;
  g_autofree char *name = netz_session_log_name_session (session);
  g_autofree char *about = describe (session);
  GtkWidget *row = netz_workshop_panel_make_row (name, about);
  GtkWidget *edit = make_button (panel, NULL, index, G_CALLBACK (on_edit));
  g_autofree char *label = g_strdup_printf (_("Change the session “%s”"), name);

  gtk_button_set_icon_name (GTK_BUTTON (edit), "document-edit-symbolic");
  gtk_button_set_has_frame (GTK_BUTTON (edit), FALSE);
  gtk_widget_set_tooltip_text (edit, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_state (workshop, session, open));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             open ? make_button (panel, _("Close"), index, G_CALLBACK (on_close))
                                  : make_button (panel, _("Open"), index, G_CALLBACK (on_open)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  netz_workshop_panel_add (panel, row);
}

static void
netz_workshop_sessions_fill (NetzWorkshopPanel *panel, NetzWorkshop *workshop)
{
  netz_workshop_panel_clear (panel);
  for (guint i = 0; workshop->sessions != NULL && i < workshop->sessions->len; i++)
    add_session (panel, workshop, i);
}

static void
netz_workshop_sessions_class_init (NetzWorkshopSessionsClass *class)
{
  NETZ_WORKSHOP_PANEL_CLASS (class)->fill = netz_workshop_sessions_fill;
}

static void
netz_workshop_sessions_init (NetzWorkshopSessions *self)
{
  AdwPreferencesGroup *group = netz_workshop_panel_get_group (NETZ_WORKSHOP_PANEL (self));
  GtkWidget *add = gtk_button_new_with_label (_("Add…"));

  adw_preferences_group_set_title (group, _("Sessions"));
  adw_preferences_group_set_description (group,
                                         _("While a session is open, each change to the network is marked with it."));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a session"), -1);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, add);
}
