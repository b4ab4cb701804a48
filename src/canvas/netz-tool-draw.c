/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-tool-draw.h"

#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What a click makes, scene units. */
#define FRAME_WIDTH 400.0
#define FRAME_HEIGHT 280.0

/* Smaller ones could not be got hold of again. */
#define SMALLEST 40.0

struct _NetzToolDraw
{
  GObject parent_instance;

  NetzTable table;
  gboolean active;
  gboolean dragged;
  NetzPoint start;
  NetzPoint end;
};

static void tool_iface_init (NetzToolInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NetzToolDraw, netz_tool_draw, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NETZ_TYPE_TOOL, tool_iface_init))

static NetzRect
get_rect (NetzToolDraw *self)
{
  NetzRect rect = netz_rect_from_points (self->start, self->end);

  rect.width = MAX (rect.width, SMALLEST);
  rect.height = MAX (rect.height, SMALLEST);
  return rect;
}

static NetzDraft *
draw_frame (NetzToolDraw *self,
            NetzScene    *scene,
            char        **id)
{
  NetzDraft *draft = netz_draft_new (netz_scene_get_network (scene), _("Add a frame"));
  g_autoptr (GPtrArray) inside = NULL;
  NetzRect rect = { self->start.x, self->start.y, FRAME_WIDTH, FRAME_HEIGHT };

  if (self->dragged)
    rect = get_rect (self);
  *id = g_strdup (netz_add_frame (draft, "", rect.x, rect.y, rect.width, rect.height));
  inside = netz_scene_query_inside (scene, &rect);
  g_ptr_array_add (inside, NULL);
  netz_settle_in_frames (draft, (const char *const *) inside->pdata);
  return draft;
}

static NetzDraft *
draw_note (NetzToolDraw *self,
           NetzScene    *scene,
           char        **id)
{
  NetzDraft *draft = netz_draft_new (netz_scene_get_network (scene), _("Add a note"));
  NetzRect rect = get_rect (self);
  const char *ids[2] = { NULL };

  *id = g_strdup (netz_add_note (draft, "", rect.x, rect.y));
  if (self->dragged)
    netz_resize (draft, *id, rect.x, rect.y, rect.width, rect.height);
  ids[0] = *id;
  netz_settle_in_frames (draft, ids);
  return draft;
}

static void
netz_tool_draw_begin (NetzTool              *tool,
                      const NetzToolContext *context,
                      const NetzToolEvent   *event,
                      NetzToolOutcome       *outcome)
{
  NetzToolDraw *self = NETZ_TOOL_DRAW (tool);

  self->active = TRUE;
  self->dragged = FALSE;
  self->start = event->point;
  self->end = event->point;
}

static void
netz_tool_draw_update (NetzTool              *tool,
                       const NetzToolContext *context,
                       const NetzToolEvent   *event,
                       NetzToolOutcome       *outcome)
{
  NetzToolDraw *self = NETZ_TOOL_DRAW (tool);

  self->end = event->point;
  if (hypot (self->end.x - self->start.x, self->end.y - self->start.y) > event->tolerance)
    self->dragged = TRUE;
}

static void
netz_tool_draw_end (NetzTool              *tool,
                    const NetzToolContext *context,
                    const NetzToolEvent   *event,
                    NetzToolOutcome       *outcome)
{
  NetzToolDraw *self = NETZ_TOOL_DRAW (tool);

  netz_tool_draw_update (tool, context, event, outcome);
  self->active = FALSE;
  outcome->result = NETZ_TOOL_EDIT;
  outcome->draft = self->table == NETZ_TABLE_FRAME ? draw_frame (self, context->scene, &outcome->id)
                                                   : draw_note (self, context->scene, &outcome->id);
}

static void
netz_tool_draw_cancel (NetzTool              *tool,
                       const NetzToolContext *context)
{
  NETZ_TOOL_DRAW (tool)->active = FALSE;
}

static void
netz_tool_draw_paint_overlay (NetzTool              *tool,
                              const NetzToolContext *context,
                              cairo_t               *cr)
{
  NetzToolDraw *self = NETZ_TOOL_DRAW (tool);
  const NetzRgba *accent = &netz_scene_get_style (context->scene)->accent;
  NetzRect rect = get_rect (self);

  if (!self->active || !self->dragged)
    return;

  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 1);
  cairo_set_line_width (cr, 1.5 / context->zoom);
  cairo_stroke (cr);
}

static const char *
netz_tool_draw_get_cursor (NetzTool            *tool,
                           const NetzToolEvent *event)
{
  return "crosshair";
}

static const char *
netz_tool_draw_get_hint (NetzTool *tool)
{
  if (NETZ_TOOL_DRAW (tool)->table == NETZ_TABLE_FRAME)
    return _("Drag a frame around what belongs together. Escape puts it away.");
  return _("Click where the note shall be. Escape puts it away.");
}

static void
tool_iface_init (NetzToolInterface *iface)
{
  iface->begin = netz_tool_draw_begin;
  iface->update = netz_tool_draw_update;
  iface->end = netz_tool_draw_end;
  iface->cancel = netz_tool_draw_cancel;
  iface->paint_overlay = netz_tool_draw_paint_overlay;
  iface->get_cursor = netz_tool_draw_get_cursor;
  iface->get_hint = netz_tool_draw_get_hint;
}

static void
netz_tool_draw_class_init (NetzToolDrawClass *klass)
{
}

static void
netz_tool_draw_init (NetzToolDraw *self)
{
}

/**
 * netz_tool_draw_new:
 * @table: %NETZ_TABLE_FRAME or %NETZ_TABLE_NOTE
 *
 * Returns: (transfer full): the tool
 */
NetzTool *
netz_tool_draw_new (NetzTable table)
{
  NetzToolDraw *self = NULL;

  g_return_val_if_fail (table == NETZ_TABLE_FRAME || table == NETZ_TABLE_NOTE, NULL);

  self = g_object_new (NETZ_TYPE_TOOL_DRAW, NULL);
  self->table = table;
  return NETZ_TOOL (self);
}
