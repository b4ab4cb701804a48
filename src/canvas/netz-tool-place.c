/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-tool-place.h"

#include "scene/netz-node.h"

#include <glib/gi18n-lib.h>

struct _NetzToolPlace
{
  GObject parent_instance;

  char *kind;
  gboolean hovers;
  NetzPoint at;
};

static void tool_iface_init (NetzToolInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NetzToolPlace, netz_tool_place, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NETZ_TYPE_TOOL, tool_iface_init))

static void
follow (NetzToolPlace       *self,
        const NetzToolEvent *event)
{
  self->hovers = TRUE;
  self->at = event->point;
}

static void
netz_tool_place_begin (NetzTool              *tool,
                       const NetzToolContext *context,
                       const NetzToolEvent   *event,
                       NetzToolOutcome       *outcome)
{
  follow (NETZ_TOOL_PLACE (tool), event);
}

static void
netz_tool_place_end (NetzTool              *tool,
                     const NetzToolContext *context,
                     const NetzToolEvent   *event,
                     NetzToolOutcome       *outcome)
{
  NetzToolPlace *self = NETZ_TOOL_PLACE (tool);

  self->hovers = FALSE;
  outcome->result = NETZ_TOOL_ASK_NAME;
  outcome->kind = g_strdup (self->kind);
  outcome->point = event->point;
}

static void
netz_tool_place_cancel (NetzTool              *tool,
                        const NetzToolContext *context)
{
  NETZ_TOOL_PLACE (tool)->hovers = FALSE;
}

static void
netz_tool_place_hover (NetzTool              *tool,
                       const NetzToolContext *context,
                       const NetzToolEvent   *event)
{
  follow (NETZ_TOOL_PLACE (tool), event);
}

static void
netz_tool_place_paint_overlay (NetzTool              *tool,
                               const NetzToolContext *context,
                               cairo_t               *cr)
{
  NetzToolPlace *self = NETZ_TOOL_PLACE (tool);
  NetzKind *kind = netz_network_get_kind (netz_scene_get_network (context->scene), self->kind);

  if (!self->hovers || kind == NULL)
    return;

  cairo_push_group (cr);
  netz_node_paint_icon (cr, kind, netz_scene_get_style (context->scene),
                        self->at.x - NETZ_NODE_RADIUS, self->at.y - NETZ_NODE_RADIUS, 2 * NETZ_NODE_RADIUS);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, 0.6);
}

static const char *
netz_tool_place_get_cursor (NetzTool            *tool,
                            const NetzToolEvent *event)
{
  return "copy";
}

static const char *
netz_tool_place_get_hint (NetzTool *tool)
{
  return _("Click where the institution shall be. Escape puts it away.");
}

static void
tool_iface_init (NetzToolInterface *iface)
{
  iface->begin = netz_tool_place_begin;
  iface->update = netz_tool_place_begin;
  iface->end = netz_tool_place_end;
  iface->cancel = netz_tool_place_cancel;
  iface->hover = netz_tool_place_hover;
  iface->paint_overlay = netz_tool_place_paint_overlay;
  iface->get_cursor = netz_tool_place_get_cursor;
  iface->get_hint = netz_tool_place_get_hint;
}

static void
netz_tool_place_finalize (GObject *object)
{
  g_free (NETZ_TOOL_PLACE (object)->kind);

  G_OBJECT_CLASS (netz_tool_place_parent_class)->finalize (object);
}

static void
netz_tool_place_class_init (NetzToolPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = netz_tool_place_finalize;
}

static void
netz_tool_place_init (NetzToolPlace *self)
{
}

/**
 * netz_tool_place_new:
 * @kind: id of a kind of the network
 *
 * Returns: (transfer full): the tool
 */
NetzTool *
netz_tool_place_new (const char *kind)
{
  NetzToolPlace *self = g_object_new (NETZ_TYPE_TOOL_PLACE, NULL);

  self->kind = g_strdup (kind);
  return NETZ_TOOL (self);
}
