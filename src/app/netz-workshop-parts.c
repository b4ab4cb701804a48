/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-workshop-parts.h"
#include "app/netz-part-dialog.h"
#include "app/netz-workshop-edit.h"
#include "planning/netz-readiness.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is being entered, and where it goes. */
typedef struct
{
  NetzSession *session;
  char *workshop;
  char *field;
  guint index; /* G_MAXUINT: it is new */
} Place;

static void
free_place (gpointer data)
{
  Place *place = data;

  g_object_unref (place->session);
  g_free (place->workshop);
  g_free (place->field);
  g_free (place);
}

static void
on_entered (NetzPart *part, gpointer data)
{
  Place *place = data;

  if (part == NULL)
    netz_workshop_edit_remove_part (place->session, place->workshop, place->field, place->index);
  else
    netz_workshop_edit_set_part (place->session, place->workshop, place->field, place->index, part);
}

static const char *
get_title (const char *field, gboolean added)
{
  if (strcmp (field, "sessions") == 0)
    return added ? _("New Session") : _("Session");
  return added ? _("New Participant") : _("Participant");
}

static void
ask (NetzWorkshopPanel *panel, NetzPart *part, const char *field, guint index)
{
  gboolean added = index == G_MAXUINT;
  Place *place = g_new0 (Place, 1);
  NetzPartDialog *dialog
      = netz_part_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (panel))), get_title (field, added),
                              netz_workshop_panel_get_network (panel), netz_workshop_panel_get_catalogue (panel),
                              part, !added);

  place->session = g_object_ref (netz_workshop_panel_get_session (panel));
  place->workshop = g_strdup (netz_workshop_panel_get_id (panel));
  place->field = g_strdup (field);
  place->index = index;
  netz_part_dialog_set_func (dialog, on_entered, place, free_place);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * netz_workshop_parts_edit:
 * @field: "sessions" or "participants"
 * @index: the place of one that is there
 *
 * Asks for what is to be changed.
 */
void
netz_workshop_parts_edit (NetzWorkshopPanel *panel, const char *field, guint index)
{
  NetzWorkshop *workshop
      = netz_workshop_edit_get (netz_workshop_panel_get_session (panel), netz_workshop_panel_get_id (panel));
  GPtrArray *parts = workshop != NULL ? netz_field_get_list (netz_table_find_field (NETZ_TABLE_WORKSHOP, field),
                                                             &workshop->parent_instance)
                                      : NULL;

  if (parts != NULL && index < parts->len)
    ask (panel, parts->pdata[index], field, index);
}

/**
 * netz_workshop_parts_add:
 * @part: what it is to begin with
 * @field: "sessions" or "participants"
 *
 * Asks for a new one.
 */
void
netz_workshop_parts_add (NetzWorkshopPanel *panel, NetzPart *part, const char *field)
{
  ask (panel, part, field, G_MAXUINT);
}

/**
 * netz_workshop_parts_invite:
 * @institution: (nullable): an id
 *
 * Asks who of that institution is invited, with the actor group that its kind stands for.
 */
void
netz_workshop_parts_invite (NetzWorkshopPanel *panel, const char *institution)
{
  const char *group = netz_readiness_propose_group (netz_workshop_panel_get_network (panel), institution);
  const char *const values[] = { NULL, NULL, institution, group, "invited" };
  g_autoptr (NetzPart) part = netz_part_new (&netz_participant_part, values);

  netz_workshop_parts_add (panel, part, "participants");
}
