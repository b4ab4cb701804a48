/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-tool-pan.h"

#include <glib/gi18n-lib.h>

struct _NetzToolPan
{
  GObject parent_instance;

  gboolean active;
  NetzPoint last;
};

static void tool_iface_init (NetzToolInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NetzToolPan, netz_tool_pan, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NETZ_TYPE_TOOL, tool_iface_init))

static void
netz_tool_pan_begin (NetzTool              *tool,
                     const NetzToolContext *context,
                     const NetzToolEvent   *event,
                     NetzToolOutcome       *outcome)
{
  NetzToolPan *self = NETZ_TOOL_PAN (tool);

  self->active = TRUE;
  self->last = event->widget_point;
}

static void
netz_tool_pan_update (NetzTool              *tool,
                      const NetzToolContext *context,
                      const NetzToolEvent   *event,
                      NetzToolOutcome       *outcome)
{
  NetzToolPan *self = NETZ_TOOL_PAN (tool);

  outcome->result = NETZ_TOOL_SCROLL;
  outcome->point = (NetzPoint) { self->last.x - event->widget_point.x, self->last.y - event->widget_point.y };
  self->last = event->widget_point;
}

static void
netz_tool_pan_end (NetzTool              *tool,
                   const NetzToolContext *context,
                   const NetzToolEvent   *event,
                   NetzToolOutcome       *outcome)
{
  NETZ_TOOL_PAN (tool)->active = FALSE;
}

static void
netz_tool_pan_cancel (NetzTool              *tool,
                      const NetzToolContext *context)
{
  NETZ_TOOL_PAN (tool)->active = FALSE;
}

static const char *
netz_tool_pan_get_cursor (NetzTool            *tool,
                          const NetzToolEvent *event)
{
  return NETZ_TOOL_PAN (tool)->active ? "grabbing" : "grab";
}

static const char *
netz_tool_pan_get_hint (NetzTool *tool)
{
  return _("Drag to move the view.");
}

static gboolean
netz_tool_pan_stays (NetzTool *tool)
{
  return TRUE;
}

static void
tool_iface_init (NetzToolInterface *iface)
{
  iface->begin = netz_tool_pan_begin;
  iface->update = netz_tool_pan_update;
  iface->end = netz_tool_pan_end;
  iface->cancel = netz_tool_pan_cancel;
  iface->get_cursor = netz_tool_pan_get_cursor;
  iface->get_hint = netz_tool_pan_get_hint;
  iface->stays = netz_tool_pan_stays;
}

static void
netz_tool_pan_class_init (NetzToolPanClass *klass)
{
}

static void
netz_tool_pan_init (NetzToolPan *self)
{
}

NetzTool *
netz_tool_pan_new (void)
{
  return g_object_new (NETZ_TYPE_TOOL_PAN, NULL);
}
