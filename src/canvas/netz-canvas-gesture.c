/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tools at work: what they are told, and what comes of their answers. */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-canvas-private.h"

/* How far a press may wander, and how near is on it; logical pixels. */
#define TOLERANCE 5.0
#define TOUCH_TOLERANCE 14.0

static NetzToolModifiers
get_modifiers (GdkModifierType state)
{
  NetzToolModifiers modifiers = 0;

  if (state & GDK_SHIFT_MASK)
    modifiers |= NETZ_TOOL_SHIFT;
  if (state & GDK_CONTROL_MASK)
    modifiers |= NETZ_TOOL_CONTROL;
  if (state & GDK_ALT_MASK)
    modifiers |= NETZ_TOOL_ALT;
  return modifiers;
}

static gboolean
is_touch (NetzCanvas *self)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (self->input.drag));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* The target is valid until the network changes. */
NetzToolEvent
netz_canvas_make_event (NetzCanvas     *self,
                        double          x,
                        double          y,
                        GdkModifierType state)
{
  NetzToolEvent event = { 0 };

  event.point = netz_viewport_to_scene (&self->view, x, y);
  event.widget_point = (NetzPoint) { x, y };
  event.modifiers = get_modifiers (state);
  event.tolerance = (is_touch (self) ? TOUCH_TOLERANCE : TOLERANCE) / self->view.zoom;
  netz_scene_pick (self->scene, event.point.x, event.point.y, event.tolerance, &event.target);
  return event;
}

void
netz_canvas_set_cursor_for (NetzCanvas          *self,
                            const NetzToolEvent *event)
{
  const char *name = self->input.space && self->gesture == NULL
                     ? "grab"
                     : netz_tool_get_cursor (self->gesture != NULL ? self->gesture : self->tool, event);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
set_hovered (NetzCanvas          *self,
             const NetzToolEvent *event)
{
  gboolean other = g_strcmp0 (self->hovered, event->target.id) != 0;

  if (!other && self->hovered_part == event->target.part)
    return;

  self->hovered_part = event->target.part;
  if (other)
    {
      g_free (self->hovered);
      self->hovered = g_strdup (event->target.id);
      gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
      netz_canvas_emit (self, NETZ_CANVAS_POINTED, self->hovered);
    }
  netz_canvas_hint_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Looks again at what is under the pointer. */
void
netz_canvas_update_hover (NetzCanvas *self)
{
  NetzToolContext context;
  NetzToolEvent event;

  if (self->scene == NULL || self->gesture != NULL)
    return;

  context = netz_canvas_get_tool_context (self);
  event = netz_canvas_make_event (self, self->input.pointer.x, self->input.pointer.y, 0);
  if (!self->input.inside || self->entry != NULL)
    event.target = (NetzHit) { NETZ_HIT_NOTHING };
  netz_tool_hover (self->tool, &context, &event);
  set_hovered (self, &event);
  netz_canvas_set_cursor_for (self, &event);
  if (self->tool != self->home)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_gesture (NetzCanvas *self)
{
  gboolean was_in_hand = self->gesture == self->tool;

  g_clear_object (&self->gesture);
  netz_canvas_lift (self, NULL);
  if (was_in_hand && !netz_tool_stays (self->tool))
    netz_canvas_set_tool (self, NULL);
  netz_canvas_hint_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * netz_canvas_cancel_gesture:
 * @self: the canvas
 *
 * Nothing has happened.
 */
void
netz_canvas_cancel_gesture (NetzCanvas *self)
{
  NetzToolContext context;

  if (self->gesture == NULL)
    return;
  context = netz_canvas_get_tool_context (self);
  netz_tool_cancel (self->gesture, &context);
  g_clear_object (&self->gesture);
  netz_canvas_lift (self, NULL);
  netz_canvas_hint_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The draft is committed before what was dragged returns to the kept picture,
 * so that it is never painted at its old place. */
static void
finish (NetzCanvas      *self,
        NetzToolOutcome *outcome)
{
  if (outcome->draft != NULL)
    netz_canvas_commit (self, g_steal_pointer (&outcome->draft), NULL);
  end_gesture (self);

  if (outcome->message != NULL)
    netz_canvas_emit (self, NETZ_CANVAS_MESSAGE, outcome->message);
  if (outcome->result == NETZ_TOOL_COMMIT || outcome->result == NETZ_TOOL_EDIT)
    netz_canvas_select_and_focus (self, outcome->id);
  if (outcome->result == NETZ_TOOL_EDIT)
    netz_canvas_rename (self, outcome->id);
  else if (outcome->result == NETZ_TOOL_ASK_NAME)
    netz_canvas_begin_name (self, outcome->point, NULL, outcome->id);
}

/* Does what the tool at work asks for. */
void
netz_canvas_answer (NetzCanvas      *self,
                    NetzToolOutcome *outcome)
{
  switch (outcome->result)
    {
    case NETZ_TOOL_CONTINUE:
      break;

    case NETZ_TOOL_SCROLL:
      netz_canvas_pan (self, outcome->point.x, outcome->point.y);
      break;

    case NETZ_TOOL_NEXT:
      g_set_object (&self->gesture, outcome->next);
      netz_canvas_hint_changed (self);
      break;

    case NETZ_TOOL_DONE:
    case NETZ_TOOL_COMMIT:
    case NETZ_TOOL_ASK_NAME:
    case NETZ_TOOL_EDIT:
    default:
      finish (self, outcome);
      return;
    }

  netz_canvas_lift (self, netz_tool_get_lifted (self->gesture));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
