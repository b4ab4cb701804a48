/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-tool-select.h"

#include "canvas/netz-tool-connect.h"
#include "canvas/netz-tool-move.h"
#include "canvas/netz-tool-resize.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  IDLE,
  PRESSED,
  BAND,
} Mode;

struct _NetzToolSelect
{
  GObject parent_instance;

  Mode mode;
  NetzPoint start;
  NetzRect band;
  NetzHit pressed;          /* its id is pressed_id */
  char *pressed_id;
  gboolean narrow;          /* on release the pressed item alone is selected */
  GPtrArray *before;        /* what was selected when the rubber band began */
  NetzHitPart hovered;
};

static void tool_iface_init (NetzToolInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NetzToolSelect, netz_tool_select, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NETZ_TYPE_TOOL, tool_iface_init))

static GPtrArray *
copy_selection (NetzSelection *selection)
{
  g_autofree const char **ids = netz_selection_get_ids (selection);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (copy, g_strdup (ids[i]));
  g_ptr_array_add (copy, NULL);
  return copy;
}

static void
select_with_neighbours (const NetzToolContext *context,
                        const char            *id,
                        gboolean               add)
{
  GPtrArray *incident = netz_network_get_incident (netz_scene_get_network (context->scene), id);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (char *) id);
  for (guint i = 0; incident != NULL && i < incident->len; i++)
    {
      const NetzPartnership *partnership = g_ptr_array_index (incident, i);
      const char *other = netz_partnership_get_other (partnership, id);

      if (other != NULL && netz_scene_get_item_bounds (context->scene, other, &(NetzRect) { 0 }))
        g_ptr_array_add (ids, (char *) other);
    }
  g_ptr_array_add (ids, NULL);

  if (add)
    netz_selection_add_all (context->selection, (const char *const *) ids->pdata);
  else
    netz_selection_set (context->selection, (const char *const *) ids->pdata);
}

/* What is pressed is selected at once, so that the window answers before the
 * release; an item among several selected ones waits, as a drag takes all. */
static void
press_item (NetzToolSelect        *self,
            const NetzToolContext *context,
            const NetzToolEvent   *event)
{
  const char *id = event->target.id;

  if ((event->modifiers & NETZ_TOOL_ALT) && netz_hit_is_institution (&event->target))
    select_with_neighbours (context, id, (event->modifiers & NETZ_TOOL_SHIFT) != 0);
  else if (event->modifiers & (NETZ_TOOL_SHIFT | NETZ_TOOL_CONTROL))
    netz_selection_toggle (context->selection, id);
  else if (netz_selection_contains (context->selection, id))
    self->narrow = TRUE;
  else
    netz_selection_set_single (context->selection, id);
}

static void
begin_band (NetzToolSelect        *self,
            const NetzToolContext *context,
            const NetzToolEvent   *event)
{
  self->mode = BAND;
  self->before = copy_selection (context->selection);
  if (!(event->modifiers & (NETZ_TOOL_SHIFT | NETZ_TOOL_CONTROL)))
    netz_selection_clear (context->selection);
}

/* Institutions, frames and notes: partnerships go with them anyway. */
static GPtrArray *
find_inside (const NetzToolContext *context,
             const NetzRect        *band)
{
  g_autoptr (GPtrArray) all = netz_scene_query_inside (context->scene, band);
  NetzNetwork *network = netz_scene_get_network (context->scene);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (netz_network_get_partnership (network, g_ptr_array_index (all, i)) == NULL)
      g_ptr_array_add (ids, g_ptr_array_index (all, i));
  return ids;
}

static void
stretch_band (NetzToolSelect        *self,
              const NetzToolContext *context,
              const NetzToolEvent   *event)
{
  g_autoptr (GPtrArray) ids = NULL;

  self->band = netz_rect_from_points (self->start, event->point);
  ids = find_inside (context, &self->band);

  if (event->modifiers & (NETZ_TOOL_SHIFT | NETZ_TOOL_CONTROL))
    for (guint i = 0; i + 1 < self->before->len; i++)
      g_ptr_array_add (ids, g_ptr_array_index (self->before, i));
  g_ptr_array_add (ids, NULL);
  netz_selection_set (context->selection, (const char *const *) ids->pdata);
}

static void
forget (NetzToolSelect *self)
{
  self->mode = IDLE;
  self->narrow = FALSE;
  g_clear_pointer (&self->before, g_ptr_array_unref);
}

/* Hands the gesture over to a tool made for it. */
static void
hand_over (NetzToolSelect        *self,
           NetzTool              *tool,
           const NetzToolContext *context,
           const NetzToolEvent   *event,
           NetzToolOutcome       *outcome)
{
  g_auto (NetzToolOutcome) unused = { 0 };

  forget (self);
  netz_tool_update (tool, context, event, &unused);
  outcome->result = NETZ_TOOL_NEXT;
  outcome->next = tool;
}

static void
begin_drag (NetzToolSelect        *self,
            const NetzToolContext *context,
            const NetzToolEvent   *event,
            NetzToolOutcome       *outcome)
{
  switch (self->pressed.part)
    {
    case NETZ_HIT_FRAME_CORNER:
    case NETZ_HIT_NOTE_CORNER:
      hand_over (self, netz_tool_resize_new (context, &self->pressed), context, event, outcome);
      break;

    case NETZ_HIT_NODE:
    case NETZ_HIT_RIM:
    case NETZ_HIT_LABEL:
    case NETZ_HIT_FRAME:
    case NETZ_HIT_NOTE:
      if (!netz_selection_contains (context->selection, self->pressed_id))
        netz_selection_add (context->selection, self->pressed_id);
      hand_over (self, netz_tool_move_new (context, self->pressed_id, self->start), context, event, outcome);
      break;

    case NETZ_HIT_NOTHING:
    case NETZ_HIT_EDGE:
    default:
      begin_band (self, context, event);
      stretch_band (self, context, event);
      break;
    }
}

static void
netz_tool_select_begin (NetzTool              *tool,
                        const NetzToolContext *context,
                        const NetzToolEvent   *event,
                        NetzToolOutcome       *outcome)
{
  NetzToolSelect *self = NETZ_TOOL_SELECT (tool);

  forget (self);
  self->mode = PRESSED;
  self->start = event->point;
  g_free (self->pressed_id);
  self->pressed_id = g_strdup (event->target.id);
  self->pressed = event->target;
  self->pressed.id = self->pressed_id;

  if (event->target.part == NETZ_HIT_RIM && event->modifiers == 0)
    {
      g_auto (NetzToolOutcome) unused = { 0 };

      forget (self);
      outcome->result = NETZ_TOOL_NEXT;
      outcome->next = netz_tool_connect_new ();
      netz_tool_begin (outcome->next, context, event, &unused);
    }
  else if (event->target.id != NULL)
    press_item (self, context, event);
}

static void
netz_tool_select_update (NetzTool              *tool,
                         const NetzToolContext *context,
                         const NetzToolEvent   *event,
                         NetzToolOutcome       *outcome)
{
  NetzToolSelect *self = NETZ_TOOL_SELECT (tool);

  if (self->mode == BAND)
    stretch_band (self, context, event);
  else if (self->mode == PRESSED
           && hypot (event->point.x - self->start.x, event->point.y - self->start.y) > event->tolerance)
    begin_drag (self, context, event, outcome);
}

static void
netz_tool_select_end (NetzTool              *tool,
                      const NetzToolContext *context,
                      const NetzToolEvent   *event,
                      NetzToolOutcome       *outcome)
{
  NetzToolSelect *self = NETZ_TOOL_SELECT (tool);

  if (self->mode == BAND)
    stretch_band (self, context, event);
  else if (self->mode == PRESSED && self->pressed.part == NETZ_HIT_NOTHING
           && !(event->modifiers & (NETZ_TOOL_SHIFT | NETZ_TOOL_CONTROL)))
    netz_selection_clear (context->selection);
  else if (self->narrow)
    netz_selection_set_single (context->selection, self->pressed_id);
  forget (self);
}

static void
netz_tool_select_cancel (NetzTool              *tool,
                         const NetzToolContext *context)
{
  NetzToolSelect *self = NETZ_TOOL_SELECT (tool);

  if (self->mode == BAND)
    netz_selection_set (context->selection, (const char *const *) self->before->pdata);
  forget (self);
}

static void
netz_tool_select_hover (NetzTool              *tool,
                        const NetzToolContext *context,
                        const NetzToolEvent   *event)
{
  NETZ_TOOL_SELECT (tool)->hovered = event->target.part;
}

static void
netz_tool_select_paint_overlay (NetzTool              *tool,
                                const NetzToolContext *context,
                                cairo_t               *cr)
{
  NetzToolSelect *self = NETZ_TOOL_SELECT (tool);
  const NetzRgba *accent = &netz_scene_get_style (context->scene)->accent;

  if (self->mode != BAND)
    return;

  cairo_rectangle (cr, self->band.x, self->band.y, self->band.width, self->band.height);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.9);
  cairo_set_line_width (cr, 1 / context->zoom);
  cairo_stroke (cr);
}

static const char *
netz_tool_select_get_cursor (NetzTool            *tool,
                             const NetzToolEvent *event)
{
  switch (event->target.part)
    {
    case NETZ_HIT_RIM:
      return "crosshair";

    case NETZ_HIT_FRAME_CORNER:
    case NETZ_HIT_NOTE_CORNER:
      return event->target.corner == NETZ_CORNER_TOP_LEFT || event->target.corner == NETZ_CORNER_BOTTOM_RIGHT
             ? "nwse-resize" : "nesw-resize";

    case NETZ_HIT_NODE:
    case NETZ_HIT_LABEL:
    case NETZ_HIT_EDGE:
      return "pointer";

    case NETZ_HIT_FRAME:
    case NETZ_HIT_NOTE:
      return "move";

    case NETZ_HIT_NOTHING:
    default:
      return "default";
    }
}

static const char *
netz_tool_select_get_hint (NetzTool *tool)
{
  switch (NETZ_TOOL_SELECT (tool)->hovered)
    {
    case NETZ_HIT_RIM:
      return _("Drag from the rim to another institution to make a partnership.");

    case NETZ_HIT_NODE:
    case NETZ_HIT_LABEL:
      return _("Drag to move, double-click to rename; drag from the rim to make a partnership.");

    case NETZ_HIT_EDGE:
      return _("Click to select the partnership and see its details.");

    case NETZ_HIT_FRAME:
      return _("Drag to move the frame with what is in it, double-click to change its title.");

    case NETZ_HIT_NOTE:
      return _("Drag to move the note, double-click to write.");

    case NETZ_HIT_FRAME_CORNER:
    case NETZ_HIT_NOTE_CORNER:
      return _("Drag to change the size.");

    case NETZ_HIT_NOTHING:
    default:
      return _("Double-click to add an institution; drag to select several.");
    }
}

static gboolean
netz_tool_select_stays (NetzTool *tool)
{
  return TRUE;
}

static void
tool_iface_init (NetzToolInterface *iface)
{
  iface->begin = netz_tool_select_begin;
  iface->update = netz_tool_select_update;
  iface->end = netz_tool_select_end;
  iface->cancel = netz_tool_select_cancel;
  iface->hover = netz_tool_select_hover;
  iface->paint_overlay = netz_tool_select_paint_overlay;
  iface->get_cursor = netz_tool_select_get_cursor;
  iface->get_hint = netz_tool_select_get_hint;
  iface->stays = netz_tool_select_stays;
}

static void
netz_tool_select_finalize (GObject *object)
{
  NetzToolSelect *self = NETZ_TOOL_SELECT (object);

  g_free (self->pressed_id);
  g_clear_pointer (&self->before, g_ptr_array_unref);

  G_OBJECT_CLASS (netz_tool_select_parent_class)->finalize (object);
}

static void
netz_tool_select_class_init (NetzToolSelectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = netz_tool_select_finalize;
}

static void
netz_tool_select_init (NetzToolSelect *self)
{
}

NetzTool *
netz_tool_select_new (void)
{
  return g_object_new (NETZ_TYPE_TOOL_SELECT, NULL);
}
