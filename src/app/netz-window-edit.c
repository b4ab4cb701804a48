/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-commands.h"
#include "model/netz-describe.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

/* How far a duplicate lies from what it was made of, in scene units. */
#define DUPLICATE_OFFSET 40.0

static const char **
get_selected (NetzWindow *self)
{
  return netz_selection_get_ids (netz_session_get_selection (netz_window_get_session (self)));
}

static NetzNetwork *
get_network (NetzWindow *self)
{
  return netz_session_get_network (netz_window_get_session (self));
}

/**
 * netz_window_undo:
 *
 * Takes the last step back.
 */
void
netz_window_undo (NetzWindow *self, int detail)
{
  netz_session_undo (netz_window_get_session (self));
}

/**
 * netz_window_redo:
 *
 * Does the step again that was taken back last.
 */
void
netz_window_redo (NetzWindow *self, int detail)
{
  netz_session_redo (netz_window_get_session (self));
}

/**
 * netz_window_duplicate:
 *
 * Puts a copy of what is selected beside it and selects the copy.
 */
void
netz_window_duplicate (NetzWindow *self, int detail)
{
  g_autofree const char **ids = get_selected (self);
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), _("Duplicate"));
  g_auto (GStrv) made = netz_duplicate (draft, ids, DUPLICATE_OFFSET, DUPLICATE_OFFSET);

  if (netz_window_commit (self, draft))
    netz_selection_set (netz_session_get_selection (netz_window_get_session (self)), (const char *const *) made);
}

static char *
compose_deleted (NetzWindow *self, const char *const *ids)
{
  guint n = g_strv_length ((GStrv) ids);
  NetzRecord *record = n == 1 ? netz_network_find (get_network (self), ids[0]) : NULL;
  g_autofree char *name = NULL;

  if (record == NULL)
    return g_strdup_printf (ngettext ("%u thing was deleted.", "%u things were deleted.", n), n);
  name = netz_describe_record (get_network (self), record);
  return g_strdup_printf (_("“%s” was deleted."), name);
}

/**
 * netz_window_delete:
 *
 * Deletes what is selected, and says so with an offer to take it back.
 */
void
netz_window_delete (NetzWindow *self, int detail)
{
  g_autofree const char **ids = get_selected (self);
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), _("Delete"));
  g_autofree char *text = compose_deleted (self, ids);

  netz_delete (draft, ids);
  if (netz_window_commit (self, draft))
    netz_messages_toast_undo (netz_window_get_messages (self), text);
}

/**
 * netz_window_select_all:
 *
 * Selects all that is drawn.
 */
void
netz_window_select_all (NetzWindow *self, int detail)
{
  netz_canvas_select_all (netz_window_get_canvas (self));
}

/**
 * netz_window_select_none:
 *
 * Selects nothing.
 */
void
netz_window_select_none (NetzWindow *self, int detail)
{
  netz_selection_clear (netz_session_get_selection (netz_window_get_session (self)));
}

/**
 * netz_window_select_neighbours:
 *
 * Adds the partners of the selected institutions, and the partnerships with them, to the selection.
 */
void
netz_window_select_neighbours (NetzWindow *self, int detail)
{
  NetzNetwork *network = get_network (self);
  g_autofree const char **ids = get_selected (self);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GPtrArray *incident = netz_network_get_incident (network, ids[i]);

      for (guint k = 0; incident != NULL && k < incident->len; k++)
        {
          NetzPartnership *partnership = incident->pdata[k];
          const char *other = netz_partnership_get_other (partnership, ids[i]);

          g_ptr_array_add (added, (gpointer) netz_record_get_id (NETZ_RECORD (partnership)));
          if (other != NULL && netz_network_get_institution (network, other) != NULL)
            g_ptr_array_add (added, (gpointer) other);
        }
    }
  g_ptr_array_add (added, NULL);
  netz_selection_add_all (netz_session_get_selection (netz_window_get_session (self)),
                          (const char *const *) added->pdata);
}

/**
 * netz_window_rename:
 *
 * Opens the entry for the name of what is selected, on the canvas.
 */
void
netz_window_rename (NetzWindow *self, int detail)
{
  const char *id = netz_selection_get_single (netz_session_get_selection (netz_window_get_session (self)));
  const char *ids[] = { id, NULL };

  if (id == NULL)
    return;
  netz_canvas_scroll_to_ids (netz_window_get_canvas (self), ids);
  netz_canvas_rename (netz_window_get_canvas (self), id);
}

/**
 * netz_window_unite:
 *
 * Makes one of the two selected institutions: the one that was selected first stays and takes over what the other has.
 */
void
netz_window_unite (NetzWindow *self, int detail)
{
  NetzNetwork *network = get_network (self);
  g_autofree const char **ids = get_selected (self);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, _("Unite Institutions"));
  g_autoptr (GError) error = NULL;
  g_autofree char *keep = netz_describe_record (network, netz_network_find (network, ids[0]));
  g_autofree char *gone = netz_describe_record (network, netz_network_find (network, ids[1]));
  g_autofree char *text = g_strdup_printf (_("“%s” is now part of “%s”."), gone, keep);

  if (!netz_unite (draft, ids[0], ids[1], &error))
    netz_messages_toast (netz_window_get_messages (self), error->message);
  else if (netz_window_commit (self, draft))
    netz_messages_toast_undo (netz_window_get_messages (self), text);
}
