/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-workshop-log.h"
#include "app/netz-workshop-record.h"
#include "planning/netz-session-log.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_ROWS 100 /* of one session; the record on paper has all */

struct _NetzWorkshopLog
{
  NetzWorkshopPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (NetzWorkshopLog, netz_workshop_log, NETZ_TYPE_WORKSHOP_PANEL)

#define ID "netz-id"

/* What is told of a session, in this order; agreed partnerships are told once. */
enum
{
  AGREED,
  ADDED,
  CHANGED,
  REMOVED,
  N_GROUPS,
};

static const struct
{
  const char *label;
  const char *icon;
} groups[N_GROUPS] = {
  [AGREED] = { NC_ ("session record", "Agreed on"), "emblem-ok-symbolic" },
  [ADDED] = { NC_ ("session record", "Added"), "list-add-symbolic" },
  [CHANGED] = { NC_ ("session record", "Changed"), "document-edit-symbolic" },
  [REMOVED] = { NC_ ("session record", "Removed"), "list-remove-symbolic" },
};

static guint
get_group (NetzWorkshop *workshop, NetzPart *entry)
{
  const char *action = netz_part_get (entry, "action");
  const char *record = netz_part_get (entry, "record");

  if (g_strcmp0 (action, "removed") == 0)
    return REMOVED;
  if (record != NULL && netz_session_log_is_agreed (workshop, netz_part_get (entry, "session"), record))
    return AGREED;
  return g_strcmp0 (action, "added") == 0 ? ADDED : CHANGED;
}

static void
on_row_activated (NetzWorkshopPanel *panel, GtkWidget *row)
{
  netz_workshop_panel_show_on_canvas (panel, g_object_get_data (G_OBJECT (row), ID));
}

static void
add_entry (NetzWorkshopPanel *panel, NetzPart *entry, guint group)
{
  const char *id = netz_part_get (entry, "record");
  const char *text = netz_part_get (entry, "text");
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", 2);
  const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "session record", groups[group].label);
  g_autofree char *fields = lines[0] != NULL && lines[1] != NULL ? g_strdelimit (g_strdup (lines[1]), "\n", ';') : NULL;
  g_autofree char *about = fields != NULL ? g_strdup_printf ("%s · %s", label, fields) : g_strdup (label);
  GtkWidget *row = netz_workshop_panel_make_row (lines[0] != NULL ? lines[0] : "", about);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (groups[group].icon));
  if (id != NULL && netz_network_find (netz_workshop_panel_get_network (panel), id) != NULL)
    {
      g_object_set_data_full (G_OBJECT (row), ID, g_strdup (id), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, _("Show on the canvas"));
      g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), panel, G_CONNECT_SWAPPED);
    }
  netz_workshop_panel_add (panel, row);
}

static void
add_session (NetzWorkshopPanel *panel, NetzWorkshop *workshop, NetzPart *session)
{
  const char *id = netz_part_get (session, "id");
  guint n = netz_session_log_count (workshop, id);
  g_autofree char *name = netz_session_log_name_session (session);
  g_autofree char *heading = NULL;
  guint n_rows = 0;

  if (n == 0)
    return;
  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u change", "%s: %u changes", n), name, n);
  netz_workshop_panel_add_heading (panel, heading);
  for (guint group = 0; group < N_GROUPS; group++)
    for (guint i = 0; i < workshop->log->len; i++)
      if (g_strcmp0 (netz_part_get (workshop->log->pdata[i], "session"), id) == 0
          && get_group (workshop, workshop->log->pdata[i]) == group && n_rows++ < MOST_ROWS)
        add_entry (panel, workshop->log->pdata[i], group);
}

static void
netz_workshop_log_fill (NetzWorkshopPanel *panel, NetzWorkshop *workshop)
{
  AdwPreferencesGroup *group = netz_workshop_panel_get_group (panel);

  netz_workshop_panel_clear (panel);
  adw_preferences_group_set_description (group, workshop->log == NULL
                                                    ? _("Nothing yet. Open a session, then draw what the room says.")
                                                    : "");
  for (guint i = 0; workshop->sessions != NULL && i < workshop->sessions->len; i++)
    add_session (panel, workshop, workshop->sessions->pdata[i]);
}

static void
netz_workshop_log_class_init (NetzWorkshopLogClass *class)
{
  NETZ_WORKSHOP_PANEL_CLASS (class)->fill = netz_workshop_log_fill;
}

static void
on_save (NetzWorkshopPanel *panel)
{
  netz_workshop_record_save (GTK_WIDGET (panel), netz_workshop_panel_get_session (panel),
                             netz_workshop_panel_get_id (panel), netz_workshop_panel_get_catalogue (panel));
}

static void
netz_workshop_log_init (NetzWorkshopLog *self)
{
  AdwPreferencesGroup *group = netz_workshop_panel_get_group (NETZ_WORKSHOP_PANEL (self));
  GtkWidget *save = gtk_button_new_with_label (_("Save as PDF…"));

  gtk_widget_set_valign (save, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (save, _("The record of the workshop: who was there, what was agreed, the network now"));
  g_signal_connect_object (save, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, save);
  adw_preferences_group_set_title (group, _("What Was Done in the Sessions"));
}
