/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard on the canvas: everything that the pointer can do has a key. */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-canvas-private.h"

#include "canvas/netz-walk.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

/* How far an arrow key moves, scene units; with Shift ten times. */
#define STEP 5.0

typedef enum
{
  LEFT,
  RIGHT,
  UP,
  DOWN,
} Direction;

static const double direction_x[] = { -1, 1, 0, 0 };
static const double direction_y[] = { 0, 0, -1, 1 };

static void
go_to (NetzCanvas *self,
       const char *id)
{
  netz_canvas_select_and_focus (self, id);
  netz_canvas_reveal (self, id);
}

/* At the end the key goes on to the next widget: nobody is caught here. */
static gboolean
walk (NetzCanvas *self,
      int         direction)
{
  const char *next = netz_walk_next (self->scene, self->focus_item, direction);

  if (next == NULL)
    return FALSE;
  go_to (self, next);
  return TRUE;
}

static gboolean
walk_along (NetzCanvas *self,
            int         direction)
{
  const char *next = NULL;

  if (self->focus_item == NULL)
    return walk (self, 1);
  next = netz_walk_along (self->scene, self->focus_item, direction_x[direction], direction_y[direction]);
  if (next != NULL)
    go_to (self, next);
  return TRUE;
}

static gboolean
move (NetzCanvas *self,
      double      dx,
      double      dy)
{
  g_autofree const char **ids = netz_selection_get_ids (self->selection);
  NetzDraft *draft = NULL;

  if (ids[0] == NULL)
    {
      netz_canvas_pan (self, dx * STEP, dy * STEP);
      return TRUE;
    }
  draft = netz_draft_new (netz_canvas_get_network (self), _("Move"));
  netz_move (draft, ids, dx, dy);
  netz_settle_in_frames (draft, ids);
  netz_canvas_commit (self, draft, "move");
  if (self->focus_item != NULL)
    netz_canvas_reveal (self, self->focus_item);
  return TRUE;
}

static gboolean
move_near (NetzCanvas *self,
           int         direction)
{
  return move (self, STEP * direction_x[direction], STEP * direction_y[direction]);
}

static gboolean
move_far (NetzCanvas *self,
          int         direction)
{
  return move (self, 10 * STEP * direction_x[direction], 10 * STEP * direction_y[direction]);
}

static gboolean
add (NetzCanvas *self,
     int         unused)
{
  netz_canvas_add_institution (self, NULL);
  return TRUE;
}

static gboolean
rename_focused (NetzCanvas *self,
                int         unused)
{
  const char *id = netz_selection_get_single (self->selection);

  if (id == NULL)
    id = self->focus_item;
  if (id == NULL)
    return FALSE;
  if (netz_network_get_partnership (netz_canvas_get_network (self), id) != NULL)
    netz_canvas_emit (self, NETZ_CANVAS_ACTIVATE_ITEM, id);
  else
    netz_canvas_rename (self, id);
  return TRUE;
}

static gboolean
connect_focused (NetzCanvas *self,
                 int         unused)
{
  const char *id = netz_selection_get_single (self->selection);

  return netz_canvas_connect_from (self, id != NULL ? id : self->focus_item);
}

static gboolean
delete_selected (NetzCanvas *self,
                 int         unused)
{
  g_autofree const char **ids = netz_selection_get_ids (self->selection);
  NetzDraft *draft = NULL;

  if (ids[0] == NULL)
    return FALSE;
  if (g_signal_has_handler_pending (self, g_signal_lookup ("delete", NETZ_TYPE_CANVAS), 0, FALSE))
    {
      netz_canvas_emit (self, NETZ_CANVAS_DELETE);
      return TRUE;
    }
  draft = netz_draft_new (netz_canvas_get_network (self), _("Delete"));
  netz_delete (draft, ids);
  netz_canvas_commit (self, draft, NULL);
  return TRUE;
}

static gboolean
select_all (NetzCanvas *self,
            int         unused)
{
  netz_canvas_select_all (self);
  return TRUE;
}

static gboolean
select_neighbours (NetzCanvas *self,
                   int         unused)
{
  GPtrArray *incident = NULL;

  if (self->focus_item == NULL)
    return FALSE;
  incident = netz_network_get_incident (netz_canvas_get_network (self), self->focus_item);
  netz_selection_add (self->selection, self->focus_item);
  for (guint i = 0; incident != NULL && i < incident->len; i++)
    {
      const char *other = netz_partnership_get_other (g_ptr_array_index (incident, i), self->focus_item);
      NetzRect bounds;

      if (other != NULL && netz_scene_get_item_bounds (self->scene, other, &bounds))
        netz_selection_add (self->selection, other);
    }
  return TRUE;
}

/* One step back: the gesture, the tool, the selection. */
static gboolean
step_back (NetzCanvas *self,
           int         unused)
{
  if (self->gesture != NULL)
    netz_canvas_cancel_gesture (self);
  else if (self->tool != self->home)
    netz_canvas_set_tool (self, NULL);
  else if (netz_selection_get_size (self->selection) > 0)
    netz_selection_clear (self->selection);
  else
    return FALSE;
  return TRUE;
}

static gboolean
open_menu (NetzCanvas *self,
           int         unused)
{
  const char *id = netz_selection_get_single (self->selection);
  NetzPoint at = { self->view.width / 2, self->view.height / 2 };
  NetzRect bounds;

  if (id == NULL)
    id = self->focus_item;
  if (id != NULL && netz_scene_get_item_bounds (self->scene, id, &bounds))
    {
      netz_canvas_reveal (self, id);
      at = netz_viewport_to_widget (&self->view, bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    }
  netz_canvas_emit (self, NETZ_CANVAS_CONTEXT_MENU, at.x, at.y, id);
  return TRUE;
}

static gboolean
zoom (NetzCanvas *self,
      int         direction)
{
  if (direction > 0)
    netz_canvas_zoom_in (self);
  else
    netz_canvas_zoom_out (self);
  return TRUE;
}

static gboolean
zoom_to_one (NetzCanvas *self,
             int         unused)
{
  netz_canvas_zoom_to (self, 1);
  return TRUE;
}

static gboolean
fit (NetzCanvas *self,
     int         unused)
{
  netz_canvas_fit (self);
  return TRUE;
}

static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  gboolean (*act) (NetzCanvas *self, int argument);
  int argument;
} keys[] = {
  { GDK_KEY_Tab, 0, walk, 1 },
  { GDK_KEY_KP_Tab, 0, walk, 1 },
  { GDK_KEY_Tab, GDK_SHIFT_MASK, walk, -1 },
  { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, walk, -1 },
  { GDK_KEY_Left, GDK_CONTROL_MASK, walk_along, LEFT },
  { GDK_KEY_Right, GDK_CONTROL_MASK, walk_along, RIGHT },
  { GDK_KEY_Up, GDK_CONTROL_MASK, walk_along, UP },
  { GDK_KEY_Down, GDK_CONTROL_MASK, walk_along, DOWN },
  { GDK_KEY_Left, 0, move_near, LEFT },
  { GDK_KEY_Right, 0, move_near, RIGHT },
  { GDK_KEY_Up, 0, move_near, UP },
  { GDK_KEY_Down, 0, move_near, DOWN },
  { GDK_KEY_Left, GDK_SHIFT_MASK, move_far, LEFT },
  { GDK_KEY_Right, GDK_SHIFT_MASK, move_far, RIGHT },
  { GDK_KEY_Up, GDK_SHIFT_MASK, move_far, UP },
  { GDK_KEY_Down, GDK_SHIFT_MASK, move_far, DOWN },
  { GDK_KEY_Insert, 0, add, 0 },
  { GDK_KEY_KP_Insert, 0, add, 0 },
  { GDK_KEY_F2, 0, rename_focused, 0 },
  { GDK_KEY_Return, 0, rename_focused, 0 },
  { GDK_KEY_KP_Enter, 0, rename_focused, 0 },
  { GDK_KEY_ISO_Enter, 0, rename_focused, 0 },
  { GDK_KEY_c, 0, connect_focused, 0 },
  { GDK_KEY_n, 0, select_neighbours, 0 },
  { GDK_KEY_Delete, 0, delete_selected, 0 },
  { GDK_KEY_KP_Delete, 0, delete_selected, 0 },
  { GDK_KEY_BackSpace, 0, delete_selected, 0 },
  { GDK_KEY_a, GDK_CONTROL_MASK, select_all, 0 },
  { GDK_KEY_Escape, 0, step_back, 0 },
  { GDK_KEY_Menu, 0, open_menu, 0 },
  { GDK_KEY_F10, GDK_SHIFT_MASK, open_menu, 0 },
  { GDK_KEY_plus, 0, zoom, 1 },
  { GDK_KEY_KP_Add, 0, zoom, 1 },
  { GDK_KEY_plus, GDK_CONTROL_MASK, zoom, 1 },
  { GDK_KEY_equal, GDK_CONTROL_MASK, zoom, 1 },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, zoom, 1 },
  { GDK_KEY_minus, 0, zoom, -1 },
  { GDK_KEY_KP_Subtract, 0, zoom, -1 },
  { GDK_KEY_minus, GDK_CONTROL_MASK, zoom, -1 },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, zoom, -1 },
  { GDK_KEY_0, GDK_CONTROL_MASK, zoom_to_one, 0 },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, zoom_to_one, 0 },
  { GDK_KEY_1, GDK_CONTROL_MASK, fit, 0 },
  { GDK_KEY_KP_1, GDK_CONTROL_MASK, fit, 0 },
};

/* Keys that an entry on the canvas did not want do nothing here. */
static gboolean
on_key (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  NetzCanvas *self = NETZ_CANVAS (widget);
  int index = 0;

  if (self->scene == NULL || self->entry != NULL)
    return FALSE;
  g_variant_get (arguments, "(i)", &index);
  return keys[index].act (self, keys[index].argument);
}

void
netz_canvas_keys_class_init (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].keyval, keys[i].modifiers, on_key, "(i)", (int) i);
}

/**
 * netz_canvas_select_all:
 * @self: the canvas
 *
 * Selects all institutions, frames and notes that are shown; their
 * partnerships go with them anyway.
 */
void
netz_canvas_select_all (NetzCanvas *self)
{
  static const NetzTable tables[] = { NETZ_TABLE_INSTITUTION, NETZ_TABLE_FRAME, NETZ_TABLE_NOTE };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_return_if_fail (NETZ_IS_CANVAS (self));

  if (self->scene == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      NetzNetworkIter iter;
      NetzRecord *record;
      NetzRect bounds;

      netz_network_iter_init (&iter, netz_canvas_get_network (self), tables[i]);
      while (netz_network_iter_next (&iter, &record))
        if (netz_scene_get_item_bounds (self->scene, netz_record_get_id (record), &bounds))
          g_ptr_array_add (ids, (char *) netz_record_get_id (record));
    }
  g_ptr_array_add (ids, NULL);
  netz_selection_set (self->selection, (const char *const *) ids->pdata);
}
