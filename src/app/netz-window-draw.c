/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-kinds-dialog.h"
#include "app/netz-quick-entry.h"
#include "app/netz-window-commands.h"
#include "canvas/netz-tool-draw.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

/* A frame around nothing, and what it leaves around what it holds, in scene units. */
#define FRAME_WIDTH 360.0
#define FRAME_HEIGHT 240.0
#define FRAME_MARGIN 32.0
#define FRAME_TITLE 28.0

static NetzNetwork *
get_network (NetzWindow *self)
{
  return netz_session_get_network (netz_window_get_session (self));
}

static NetzSelection *
get_selection (NetzWindow *self)
{
  return netz_session_get_selection (netz_window_get_session (self));
}

/**
 * netz_window_add_institution:
 *
 * Opens the entry for a new institution where the canvas last was pointed at.
 */
void
netz_window_add_institution (NetzWindow *self, int detail)
{
  netz_canvas_add_institution (netz_window_get_canvas (self), NULL);
}

/**
 * netz_window_connect:
 *
 * Begins a partnership of the selected institution.
 */
void
netz_window_connect (NetzWindow *self, int detail)
{
  const char *id = netz_selection_get_single (get_selection (self));

  if (id != NULL)
    netz_canvas_connect_from (netz_window_get_canvas (self), id);
}

static NetzRect
find_area_of_selection (NetzWindow *self, const char *const *ids)
{
  NetzScene *scene = netz_session_get_scene (netz_window_get_session (self));
  NetzRect area = NETZ_RECT_EMPTY;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzRecord *record = netz_network_find (get_network (self), ids[i]);
      NetzRect bounds;

      if (record != NULL && netz_record_get_table (record) != NETZ_TABLE_PARTNERSHIP
          && netz_scene_get_item_bounds (scene, ids[i], &bounds))
        area = netz_rect_union (&area, &bounds);
    }
  return area;
}

static void
select_and_rename (NetzWindow *self, const char *id)
{
  netz_selection_set_single (get_selection (self), id);
  netz_canvas_rename (netz_window_get_canvas (self), id);
}

/**
 * netz_window_add_frame:
 *
 * Draws a frame around what is selected, which then belongs to it, or an empty one, and asks for its title.
 */
void
netz_window_add_frame (NetzWindow *self, int detail)
{
  g_autofree const char **ids = netz_selection_get_ids (get_selection (self));
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), _("Add Frame"));
  NetzRect area = find_area_of_selection (self, ids);
  NetzPoint place = netz_canvas_get_place (netz_window_get_canvas (self));
  g_autofree char *id = NULL;

  if (netz_rect_is_empty (&area))
    area = (NetzRect) { place.x - FRAME_WIDTH / 2, place.y - FRAME_HEIGHT / 2, FRAME_WIDTH, FRAME_HEIGHT };
  else
    {
      area = netz_rect_grow (&area, FRAME_MARGIN);
      area.y -= FRAME_TITLE;
      area.height += FRAME_TITLE;
    }
  id = g_strdup (netz_add_frame (draft, _("New frame"), area.x, area.y, area.width, area.height));
  netz_put_in_frame (draft, ids, id);
  if (netz_window_commit (self, draft))
    select_and_rename (self, id);
}

/**
 * netz_window_draw_frame:
 *
 * Puts the tool into the hand that drags a frame around what belongs together.
 */
void
netz_window_draw_frame (NetzWindow *self, int detail)
{
  g_autoptr (NetzTool) tool = netz_tool_draw_new (NETZ_TABLE_FRAME);

  netz_canvas_set_tool (netz_window_get_canvas (self), tool);
}

/**
 * netz_window_add_note:
 *
 * Puts a note where the canvas last was pointed at and opens it for writing.
 */
void
netz_window_add_note (NetzWindow *self, int detail)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), _("Add Note"));
  NetzPoint place = netz_canvas_get_place (netz_window_get_canvas (self));
  g_autofree char *id = g_strdup (netz_add_note (draft, "", place.x, place.y));

  if (netz_window_commit (self, draft))
    select_and_rename (self, id);
}

/**
 * netz_window_quick_entry:
 *
 * Opens the dialog into which many lines can be typed or pasted.
 */
void
netz_window_quick_entry (NetzWindow *self, int detail)
{
  gtk_window_present (GTK_WINDOW (netz_quick_entry_new (GTK_WINDOW (self), netz_window_get_session (self))));
}

/**
 * netz_window_edit_kinds:
 *
 * Opens the dialog for kinds and programmes.
 */
void
netz_window_edit_kinds (NetzWindow *self, int detail)
{
  gtk_window_present (GTK_WINDOW (netz_kinds_dialog_new (GTK_WINDOW (self), netz_window_get_session (self))));
}
