/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-workshop-basics.h"
#include "app/netz-institution-chooser.h"
#include "app/netz-workshop-edit.h"

#include <glib/gi18n-lib.h>

enum
{
  AGENDA,
  NOTES,
  N_TEXTS,
};

static const struct
{
  const char *field;
  const char *label;
} texts[N_TEXTS] = {
  [AGENDA] = { "agenda", N_("Agenda") },
  [NOTES] = { "notes", N_("Notes") },
};

struct _NetzWorkshopBasics
{
  NetzWorkshopPanel parent_instance;

  GtkEditable *title;
  GtkWidget *organiser;
  GtkWidget *choose; /* the organiser's button, for one network */
  GtkTextBuffer *texts[N_TEXTS];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NetzWorkshopBasics, netz_workshop_basics, NETZ_TYPE_WORKSHOP_PANEL)

static void
set_text (NetzWorkshopBasics *self, const char *field, const char *text)
{
  NetzWorkshopPanel *panel = NETZ_WORKSHOP_PANEL (self);

  if (!self->filling)
    netz_workshop_edit_set_text (netz_workshop_panel_get_session (panel), netz_workshop_panel_get_id (panel), field,
                                 text);
}

static void
on_title_changed (NetzWorkshopBasics *self)
{
  set_text (self, "title", gtk_editable_get_text (self->title));
}

static void
on_organiser_chosen (const char *id, gpointer data)
{
  set_text (NETZ_WORKSHOP_BASICS (data), "organiser", id);
}

static char *
get_buffer_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_text_changed (NetzWorkshopBasics *self, GtkTextBuffer *buffer)
{
  g_autofree char *text = get_buffer_text (buffer);

  for (guint i = 0; i < N_TEXTS; i++)
    if (self->texts[i] == buffer)
      set_text (self, texts[i].field, text);
}

static void
show_buffer (GtkTextBuffer *buffer, const char *text)
{
  g_autofree char *shown = get_buffer_text (buffer);

  if (g_strcmp0 (shown, text != NULL ? text : "") != 0)
    gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
}

static void
show_organiser (NetzWorkshopBasics *self, const char *id)
{
  NetzNetwork *network = netz_workshop_panel_get_network (NETZ_WORKSHOP_PANEL (self));
  NetzInstitution *institution = id != NULL ? netz_network_get_institution (network, id) : NULL;
  g_autofree char *name = g_markup_escape_text (
      institution != NULL && institution->name != NULL ? institution->name : _("Not chosen yet"), -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->organiser), name);
  if (self->choose != NULL && g_object_get_data (G_OBJECT (self->choose), "netz-network") == network)
    return;
  if (self->choose != NULL)
    adw_action_row_remove (ADW_ACTION_ROW (self->organiser), self->choose);
  self->choose = netz_institution_chooser_new_button (_("Choose…"), network, NULL, on_organiser_chosen, self, NULL);
  g_object_set_data (G_OBJECT (self->choose), "netz-network", network);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose the organiser"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->organiser), self->choose);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->organiser), self->choose);
}

static void
netz_workshop_basics_fill (NetzWorkshopPanel *panel, NetzWorkshop *workshop)
{
  NetzWorkshopBasics *self = NETZ_WORKSHOP_BASICS (panel);
  const char *title = workshop->title != NULL ? workshop->title : "";

  self->filling = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->title), title) != 0)
    gtk_editable_set_text (self->title, title);
  show_organiser (self, workshop->organiser);
  show_buffer (self->texts[AGENDA], workshop->agenda);
  show_buffer (self->texts[NOTES], workshop->notes);
  self->filling = FALSE;
}

static void
netz_workshop_basics_class_init (NetzWorkshopBasicsClass *class)
{
  NETZ_WORKSHOP_PANEL_CLASS (class)->fill = netz_workshop_basics_fill;
}

static GtkWidget *
make_text_row (NetzWorkshopBasics *self, guint index)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (_(texts[index].label));
  GtkWidget *view = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 40);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _(texts[index].label), -1);
  gtk_widget_add_css_class (box, "netz-lines");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  self->texts[index] = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect_object (self->texts[index], "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static void
netz_workshop_basics_init (NetzWorkshopBasics *self)
{
  AdwPreferencesGroup *group = netz_workshop_panel_get_group (NETZ_WORKSHOP_PANEL (self));

  adw_preferences_group_set_title (group, _("Workshop"));
  self->title = GTK_EDITABLE (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title), _("Title"));
  g_signal_connect_object (self->title, "changed", G_CALLBACK (on_title_changed), self, G_CONNECT_SWAPPED);
  self->organiser = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->organiser), _("Organiser"));
  adw_preferences_group_add (group, GTK_WIDGET (self->title));
  adw_preferences_group_add (group, self->organiser);
  for (guint i = 0; i < N_TEXTS; i++)
    adw_preferences_group_add (group, make_text_row (self, i));
}

/**
 * netz_workshop_basics_focus_title:
 *
 * Lets one type the title of a workshop that was just made.
 */
void
netz_workshop_basics_focus_title (NetzWorkshopBasics *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  gtk_editable_select_region (self->title, 0, -1);
}
