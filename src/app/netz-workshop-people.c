/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-workshop-people.h"
#include "app/netz-workshop-edit.h"
#include "app/netz-workshop-parts.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

struct _NetzWorkshopPeople
{
  NetzWorkshopPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (NetzWorkshopPeople, netz_workshop_people, NETZ_TYPE_WORKSHOP_PANEL)

#define INDEX "netz-index"
#define ATTENDANCE 4 /* the field of a participant */

static guint
get_index (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), INDEX));
}

static void
on_edit (NetzWorkshopPanel *panel, GtkWidget *button)
{
  netz_workshop_parts_edit (panel, "participants", get_index (button));
}

static void
on_add (NetzWorkshopPanel *panel)
{
  netz_workshop_parts_invite (panel, NULL);
}

static void
on_attendance (NetzWorkshopPanel *panel, GParamSpec *pspec, GtkDropDown *choice)
{
  NetzSession *session = netz_workshop_panel_get_session (panel);
  NetzWorkshop *workshop = netz_workshop_edit_get (session, netz_workshop_panel_get_id (panel));
  const NetzChoice *choices = netz_participant_part.fields[ATTENDANCE].choices;
  guint selected = gtk_drop_down_get_selected (choice);
  guint index = get_index (GTK_WIDGET (choice));
  g_autoptr (NetzPart) part = NULL;

  if (workshop == NULL || workshop->participants == NULL || index >= workshop->participants->len)
    return;
  part = netz_part_with (workshop->participants->pdata[index], "attendance",
                         selected > 0 ? choices[selected - 1].id : NULL);
  netz_workshop_edit_set_part (session, netz_workshop_panel_get_id (panel), "participants", index, part);
}

static GtkWidget *
make_attendance (NetzWorkshopPanel *panel, NetzPart *participant, guint index, const char *name)
{
  const NetzField *field = &netz_participant_part.fields[ATTENDANCE];
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *label = g_strdup_printf (_("Attendance of %s"), name);
  GtkWidget *choice;
  guint selected = 0;

  gtk_string_list_append (names, "–");
  for (guint i = 0; field->choices[i].id != NULL; i++)
    {
      gtk_string_list_append (names, netz_field_get_choice_label (field, field->choices[i].id));
      if (g_strcmp0 (field->choices[i].id, netz_part_get (participant, "attendance")) == 0)
        selected = i + 1;
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (choice, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (choice), INDEX, GUINT_TO_POINTER (index));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_attendance), panel, G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
make_edit (NetzWorkshopPanel *panel, guint index, const char *name)
{
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *label = g_strdup_printf (_("Change %s"), name);

  gtk_button_set_has_frame (GTK_BUTTON (edit), FALSE);
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (edit, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (edit), INDEX, GUINT_TO_POINTER (index));
  g_signal_connect_object (edit, "clicked", G_CALLBACK (on_edit), panel, G_CONNECT_SWAPPED);
  return edit;
}

static void
add_person (NetzWorkshopPanel *panel, NetzPart *participant, guint index)
{
  const char *person = netz_part_get (participant, "person");
  const char *role = netz_part_get (participant, "role");
  const char *id = netz_part_get (participant, "institution");
  NetzInstitution *institution
      = id != NULL ? netz_network_get_institution (netz_workshop_panel_get_network (panel), id) : NULL;
  const char *from = institution != NULL ? institution->name : NULL;
  const char *name = person != NULL ? person : from != NULL ? from : _("Somebody without a name");
  g_autofree char *about = role != NULL && from != NULL ? g_strdup_printf ("%s · %s", role, from)
                                                        : g_strdup (role != NULL ? role : from);
  GtkWidget *row = netz_workshop_panel_make_row (name, about);
  GtkWidget *edit = make_edit (panel, index, name);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_attendance (panel, participant, index, name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), edit);
  netz_workshop_panel_add (panel, row);
}

/* Those of one actor group, under its name and number; NULL: those of none that the catalogue knows. */
static void
add_group (NetzWorkshopPanel *panel, NetzWorkshop *workshop, NetzCatalogueItem *group)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *name = group != NULL ? netz_catalogue_item_get_name (group, netz_language_get ()) : _("No actor group");
  g_autofree char *heading = NULL;

  for (guint i = 0; i < workshop->participants->len; i++)
    {
      const char *id = netz_part_get (workshop->participants->pdata[i], "group");
      NetzCatalogueItem *known
          = id != NULL ? netz_catalogue_find_item (netz_workshop_panel_get_catalogue (panel),
                                                   NETZ_CATALOGUE_ACTOR_GROUPS, id)
                       : NULL;

      if (known == group)
        g_array_append_val (places, i);
    }
  if (places->len == 0)
    return;
  /* TRANSLATORS: an actor group and how many persons stand for it. */
  heading = g_strdup_printf (_("%s (%u)"), name, places->len);
  netz_workshop_panel_add_heading (panel, heading);
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);

      add_person (panel, workshop->participants->pdata[place], place);
    }
}

static char *
count_attendance (NetzWorkshop *workshop)
{
  guint n_all = workshop->participants != NULL ? workshop->participants->len : 0;
  guint n_present = 0;
  guint n_coming = 0;

  for (guint i = 0; i < n_all; i++)
    {
      const char *attendance = netz_part_get (workshop->participants->pdata[i], "attendance");

      n_present += g_strcmp0 (attendance, "present") == 0;
      n_coming += g_strcmp0 (attendance, "confirmed") == 0;
    }
  if (n_all == 0)
    return g_strdup (_("Nobody yet. Institutions are offered from the network, the actor group from their kind."));
  return g_strdup_printf (_("%u in all, %u will come, %u present"), n_all, n_coming, n_present);
}

static void
netz_workshop_people_fill (NetzWorkshopPanel *panel, NetzWorkshop *workshop)
{
  GPtrArray *groups = netz_catalogue_get_items (netz_workshop_panel_get_catalogue (panel), NETZ_CATALOGUE_ACTOR_GROUPS);
  g_autofree char *counted = count_attendance (workshop);

  netz_workshop_panel_clear (panel);
  adw_preferences_group_set_description (netz_workshop_panel_get_group (panel), counted);
  if (workshop->participants == NULL)
    return;
  for (guint i = 0; i < groups->len; i++)
    add_group (panel, workshop, groups->pdata[i]);
  add_group (panel, workshop, NULL);
}

static void
netz_workshop_people_class_init (NetzWorkshopPeopleClass *class)
{
  NETZ_WORKSHOP_PANEL_CLASS (class)->fill = netz_workshop_people_fill;
}

static void
netz_workshop_people_init (NetzWorkshopPeople *self)
{
  AdwPreferencesGroup *group = netz_workshop_panel_get_group (NETZ_WORKSHOP_PANEL (self));
  GtkWidget *add = gtk_button_new_with_label (_("Add…"));

  adw_preferences_group_set_title (group, _("Participants"));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a participant"), -1);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, add);
}
