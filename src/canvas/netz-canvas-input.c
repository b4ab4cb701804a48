/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only gestures and controllers of the canvas: what the toolkit tells is
 * turned into events of tools and into moves of the view.
 */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-canvas-private.h"

#include "canvas/netz-tool-pan.h"

#include <math.h>

/* From here on the press is a drag, and nobody else's; logical pixels. */
#define CLAIM_DISTANCE 5.0

/* A notch of the wheel. */
#define SCROLL_STEP 60.0
#define ZOOM_STEP 1.15

#define KIND_PREFIX "netz-kind:"

static void
on_drag_begin (GtkGestureDrag *drag,
               double          x,
               double          y,
               NetzCanvas     *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (drag));
  g_auto (NetzToolOutcome) outcome = { 0 };
  NetzToolContext context;
  NetzToolEvent event;

  if (self->scene == NULL || (button != GDK_BUTTON_PRIMARY && button != GDK_BUTTON_MIDDLE))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  netz_canvas_close_entry (self, TRUE);
  netz_canvas_cancel_gesture (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->input.drag_x = x;
  self->input.drag_y = y;

  if (button == GDK_BUTTON_MIDDLE || self->input.space)
    self->gesture = netz_tool_pan_new ();
  else
    self->gesture = g_object_ref (self->tool);

  context = netz_canvas_get_tool_context (self);
  event = netz_canvas_make_event (self, x, y, state);
  netz_tool_begin (self->gesture, &context, &event, &outcome);
  netz_canvas_answer (self, &outcome);
  if (self->gesture != NULL)
    netz_canvas_set_cursor_for (self, &event);
}

static void
on_drag_update (GtkGestureDrag *drag,
                double          dx,
                double          dy,
                NetzCanvas     *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  g_auto (NetzToolOutcome) outcome = { 0 };
  NetzToolContext context;
  NetzToolEvent event;

  if (self->gesture == NULL)
    return;
  if (hypot (dx, dy) > CLAIM_DISTANCE)
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);

  context = netz_canvas_get_tool_context (self);
  event = netz_canvas_make_event (self, self->input.drag_x + dx, self->input.drag_y + dy, state);
  netz_tool_update (self->gesture, &context, &event, &outcome);
  netz_canvas_answer (self, &outcome);
  if (self->gesture != NULL)
    netz_canvas_set_cursor_for (self, &event);
}

static void
on_drag_end (GtkGestureDrag *drag,
             double          dx,
             double          dy,
             NetzCanvas     *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  g_auto (NetzToolOutcome) outcome = { 0 };
  NetzToolContext context;
  NetzToolEvent event;

  if (self->gesture == NULL)
    return;

  context = netz_canvas_get_tool_context (self);
  event = netz_canvas_make_event (self, self->input.drag_x + dx, self->input.drag_y + dy, state);
  netz_tool_end (self->gesture, &context, &event, &outcome);
  netz_canvas_answer (self, &outcome);
  netz_canvas_update_hover (self);
}

static void
on_drag_cancel (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                NetzCanvas       *self)
{
  if (self->scene != NULL)
    netz_canvas_cancel_gesture (self);
}

/* Double-click: rename what is there, show a partnership, or make a new
 * institution where nothing is. */
static void
open_at (NetzCanvas *self,
         double      x,
         double      y)
{
  NetzToolEvent event = netz_canvas_make_event (self, x, y, 0);

  if (event.target.part == NETZ_HIT_NOTHING)
    netz_canvas_begin_name (self, event.point, NULL, NULL);
  else if (event.target.part == NETZ_HIT_EDGE)
    netz_canvas_emit (self, NETZ_CANVAS_ACTIVATE_ITEM, event.target.id);
  else
    netz_canvas_rename (self, event.target.id);
}

/* On the release: a press closes what is open. */
static void
on_released (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             NetzCanvas      *self)
{
  if (self->scene == NULL || n_press != 2 || self->tool != self->home || self->input.space)
    return;
  netz_canvas_cancel_gesture (self);
  open_at (self, x, y);
}

static void
open_menu (NetzCanvas *self,
           double      x,
           double      y)
{
  NetzToolEvent event = netz_canvas_make_event (self, x, y, 0);
  g_autofree char *id = g_strdup (event.target.id);

  netz_canvas_cancel_gesture (self);
  netz_canvas_close_entry (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (id != NULL && !netz_selection_contains (self->selection, id))
    netz_selection_set_single (self->selection, id);
  netz_canvas_emit (self, NETZ_CANVAS_CONTEXT_MENU, x, y, id);
}

static void
on_menu_pressed (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 NetzCanvas      *self)
{
  if (self->scene != NULL && n_press == 1)
    open_menu (self, x, y);
}

static void
on_long_press (GtkGestureLongPress *press,
               double               x,
               double               y,
               NetzCanvas          *self)
{
  if (self->scene != NULL)
    open_menu (self, x, y);
}

static void
on_motion (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           NetzCanvas               *self)
{
  self->input.inside = TRUE;
  self->input.pointer = (NetzPoint) { x, y };
  netz_canvas_update_hover (self);
}

static void
on_leave (GtkEventControllerMotion *motion,
          NetzCanvas               *self)
{
  self->input.inside = FALSE;
  netz_canvas_update_hover (self);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           NetzCanvas               *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double step = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL ? SCROLL_STEP : 1;
  NetzPoint pointer = self->input.pointer;

  if (self->scene == NULL)
    return FALSE;

  if (state & GDK_CONTROL_MASK)
    {
      if (!self->input.inside)
        pointer = (NetzPoint) { self->view.width / 2, self->view.height / 2 };
      netz_canvas_zoom_about (self, self->view.zoom * pow (ZOOM_STEP, -dy * step / SCROLL_STEP), pointer.x, pointer.y);
    }
  else if ((state & GDK_SHIFT_MASK) && dx == 0)
    netz_canvas_pan (self, dy * step, 0);
  else
    netz_canvas_pan (self, dx * step, dy * step);
  netz_canvas_update_hover (self);
  return TRUE;
}

static void
on_zoom_begin (GtkGesture       *zoom,
               GdkEventSequence *sequence,
               NetzCanvas       *self)
{
  if (self->scene == NULL)
    return;
  netz_canvas_cancel_gesture (self);
  gtk_gesture_set_state (zoom, GTK_EVENT_SEQUENCE_CLAIMED);
  self->input.zoom_before = self->view.zoom;
  gtk_gesture_get_bounding_box_center (zoom, &self->input.zoom_centre.x, &self->input.zoom_centre.y);
}

/* Two fingers zoom by their distance and scroll by their middle. */
static void
on_zoom_changed (GtkGestureZoom *zoom,
                 double          scale,
                 NetzCanvas     *self)
{
  NetzPoint before = self->input.zoom_centre;
  NetzPoint now = before;

  if (self->scene == NULL)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (zoom), &now.x, &now.y);
  self->input.zoom_centre = now;
  netz_canvas_pan (self, before.x - now.x, before.y - now.y);
  netz_canvas_zoom_about (self, self->input.zoom_before * scale, now.x, now.y);
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                NetzCanvas            *self)
{
  if (keyval != GDK_KEY_space || self->entry != NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return FALSE;
  self->input.space = TRUE;
  netz_canvas_update_hover (self);
  return TRUE;
}

static void
on_key_released (GtkEventControllerKey *keys,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 NetzCanvas            *self)
{
  if (keyval != GDK_KEY_space)
    return;
  self->input.space = FALSE;
  netz_canvas_update_hover (self);
}

static void
on_focus_changed (NetzCanvas *self)
{
  self->input.space = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         NetzCanvas    *self)
{
  NetzPoint place = netz_viewport_to_scene (&self->view, x, y);
  const char *text = g_value_get_string (value);

  if (self->scene == NULL || text == NULL)
    return FALSE;

  netz_canvas_close_entry (self, TRUE);
  if (g_str_has_prefix (text, KIND_PREFIX))
    netz_canvas_begin_name (self, place, text + strlen (KIND_PREFIX), NULL);
  else
    netz_canvas_emit (self, NETZ_CANVAS_TEXT_DROPPED, text, place.x, place.y);
  return TRUE;
}

static void
add_controller (NetzCanvas *self,
                gpointer    controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_drag_and_click (NetzCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  self->input.drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->input.drag), 0);
  g_signal_connect (self->input.drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (self->input.drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (self->input.drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (self->input.drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  add_controller (self, self->input.drag);

  /* In one group a claim of the drag does not deny the click. */
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  add_controller (self, click);
  gtk_gesture_group (click, self->input.drag);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  add_controller (self, menu);

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press), self);
  add_controller (self, press);
  gtk_gesture_group (press, self->input.drag);
}

void
netz_canvas_input_init (NetzCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  add_drag_and_click (self);

  self->input.zoom = gtk_gesture_zoom_new ();
  g_signal_connect (self->input.zoom, "begin", G_CALLBACK (on_zoom_begin), self);
  g_signal_connect (self->input.zoom, "scale-changed", G_CALLBACK (on_zoom_changed), self);
  add_controller (self, self->input.zoom);

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  add_controller (self, motion);

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  add_controller (self, scroll);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  add_controller (self, keys);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus_changed), NULL);

  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), self);
  add_controller (self, drop);
}
