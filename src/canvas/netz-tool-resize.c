/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-tool-resize.h"

#include "canvas/netz-snap.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

/* How far a line pulls, logical pixels. */
#define PULL 6.0

/* Smaller ones could not be got hold of again; scene units. */
#define SMALLEST 40.0

struct _NetzToolResize
{
  GObject parent_instance;

  char *id;
  gboolean is_frame;
  gboolean active;
  NetzCorner corner;
  NetzRect before;
  NetzRect rect;
  NetzSnap *snap;
};

static void tool_iface_init (NetzToolInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NetzToolResize, netz_tool_resize, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NETZ_TYPE_TOOL, tool_iface_init))

/* The rectangle with one corner at the point and the opposite one unmoved. */
static NetzRect
drag_corner (const NetzRect *rect,
             NetzCorner      corner,
             NetzPoint       point)
{
  gboolean left = corner == NETZ_CORNER_TOP_LEFT || corner == NETZ_CORNER_BOTTOM_LEFT;
  gboolean top = corner == NETZ_CORNER_TOP_LEFT || corner == NETZ_CORNER_TOP_RIGHT;
  double right_edge = rect->x + rect->width;
  double bottom_edge = rect->y + rect->height;
  NetzRect result = *rect;

  result.width = MAX (left ? right_edge - point.x : point.x - rect->x, SMALLEST);
  result.height = MAX (top ? bottom_edge - point.y : point.y - rect->y, SMALLEST);
  if (left)
    result.x = right_edge - result.width;
  if (top)
    result.y = bottom_edge - result.height;
  return result;
}

/* What the frame now holds joins it, what it held before leaves it. */
static void
settle (NetzToolResize        *self,
        const NetzToolContext *context,
        NetzDraft             *draft)
{
  NetzRect both = netz_rect_union (&self->before, &self->rect);
  g_autoptr (GPtrArray) ids = netz_scene_query_inside (context->scene, &both);

  g_ptr_array_add (ids, NULL);
  netz_settle_in_frames (draft, (const char *const *) ids->pdata);
}

static void
netz_tool_resize_update (NetzTool              *tool,
                         const NetzToolContext *context,
                         const NetzToolEvent   *event,
                         NetzToolOutcome       *outcome)
{
  NetzToolResize *self = NETZ_TOOL_RESIZE (tool);
  NetzPoint point = event->point;

  if (context->snap && !(event->modifiers & NETZ_TOOL_CONTROL))
    point = netz_snap_apply (self->snap, point, PULL / context->zoom);
  else
    netz_snap_reset (self->snap);
  self->rect = drag_corner (&self->before, self->corner, point);
}

static void
netz_tool_resize_end (NetzTool              *tool,
                      const NetzToolContext *context,
                      const NetzToolEvent   *event,
                      NetzToolOutcome       *outcome)
{
  NetzToolResize *self = NETZ_TOOL_RESIZE (tool);

  netz_tool_resize_update (tool, context, event, outcome);
  self->active = FALSE;
  if (netz_rect_equal (&self->rect, &self->before))
    return;

  outcome->draft = netz_draft_new (netz_scene_get_network (context->scene), _("Change the size"));
  netz_resize (outcome->draft, self->id, self->rect.x, self->rect.y, self->rect.width, self->rect.height);
  if (self->is_frame)
    settle (self, context, outcome->draft);
  outcome->result = NETZ_TOOL_COMMIT;
}

static void
netz_tool_resize_cancel (NetzTool              *tool,
                         const NetzToolContext *context)
{
  NETZ_TOOL_RESIZE (tool)->active = FALSE;
}

static void
netz_tool_resize_paint_overlay (NetzTool              *tool,
                                const NetzToolContext *context,
                                cairo_t               *cr)
{
  NetzToolResize *self = NETZ_TOOL_RESIZE (tool);
  const NetzRgba *accent = &netz_scene_get_style (context->scene)->accent;

  if (!self->active)
    return;

  cairo_rectangle (cr, self->rect.x, self->rect.y, self->rect.width, self->rect.height);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.10);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 1);
  cairo_set_line_width (cr, 1.5 / context->zoom);
  cairo_stroke (cr);
  netz_snap_paint (self->snap, cr, accent, context->zoom);
}

static const char *
netz_tool_resize_get_cursor (NetzTool            *tool,
                             const NetzToolEvent *event)
{
  NetzCorner corner = NETZ_TOOL_RESIZE (tool)->corner;

  return corner == NETZ_CORNER_TOP_LEFT || corner == NETZ_CORNER_BOTTOM_RIGHT ? "nwse-resize" : "nesw-resize";
}

static const char *
netz_tool_resize_get_hint (NetzTool *tool)
{
  return _("Hold Control to place freely. Escape puts it back.");
}

static void
tool_iface_init (NetzToolInterface *iface)
{
  iface->begin = netz_tool_resize_update;
  iface->update = netz_tool_resize_update;
  iface->end = netz_tool_resize_end;
  iface->cancel = netz_tool_resize_cancel;
  iface->paint_overlay = netz_tool_resize_paint_overlay;
  iface->get_cursor = netz_tool_resize_get_cursor;
  iface->get_hint = netz_tool_resize_get_hint;
}

static void
netz_tool_resize_finalize (GObject *object)
{
  NetzToolResize *self = NETZ_TOOL_RESIZE (object);

  g_free (self->id);
  g_clear_pointer (&self->snap, netz_snap_free);

  G_OBJECT_CLASS (netz_tool_resize_parent_class)->finalize (object);
}

static void
netz_tool_resize_class_init (NetzToolResizeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = netz_tool_resize_finalize;
}

static void
netz_tool_resize_init (NetzToolResize *self)
{
}

/**
 * netz_tool_resize_new:
 * @context: what it works on
 * @corner: the corner of a frame or note that is dragged
 *
 * Returns: (transfer full): the tool, in the middle of its gesture
 */
NetzTool *
netz_tool_resize_new (const NetzToolContext *context,
                      const NetzHit         *corner)
{
  NetzToolResize *self = g_object_new (NETZ_TYPE_TOOL_RESIZE, NULL);
  NetzNetwork *network = netz_scene_get_network (context->scene);
  NetzRecord *record = netz_network_find (network, corner->id);
  g_autoptr (GHashTable) itself = g_hash_table_new (g_str_hash, g_str_equal);

  self->id = g_strdup (corner->id);
  self->corner = corner->corner;
  self->active = TRUE;
  self->is_frame = corner->part == NETZ_HIT_FRAME_CORNER;
  if (self->is_frame)
    self->before = (NetzRect) { NETZ_FRAME (record)->x, NETZ_FRAME (record)->y,
                                NETZ_FRAME (record)->width, NETZ_FRAME (record)->height };
  else
    self->before = (NetzRect) { NETZ_NOTE (record)->x, NETZ_NOTE (record)->y,
                                NETZ_NOTE (record)->width, NETZ_NOTE (record)->height };
  self->rect = self->before;

  g_hash_table_add (itself, self->id);
  self->snap = netz_snap_new (context->scene, &context->visible, itself);
  return NETZ_TOOL (self);
}
