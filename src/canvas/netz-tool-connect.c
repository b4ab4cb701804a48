/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-tool-connect.h"

#include "model/netz-operations.h"
#include "scene/netz-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _NetzToolConnect
{
  GObject parent_instance;

  char *from;               /* NULL when no gesture is under way */
  char *to;                 /* the institution under the pointer */
  gboolean dragged;
  NetzPoint start;
  NetzPoint end;
};

static void tool_iface_init (NetzToolInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NetzToolConnect, netz_tool_connect, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NETZ_TYPE_TOOL, tool_iface_init))

static void
forget (NetzToolConnect *self)
{
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
}

static const char *
get_kind (NetzNetwork *network,
          const char  *id)
{
  NetzInstitution *institution = netz_network_get_institution (network, id);

  return institution != NULL ? institution->kind : NULL;
}

static void
connect_two (NetzNetwork     *network,
             const char      *from,
             const char      *to,
             NetzToolOutcome *outcome)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (network, _("Add a partnership"));
  g_autoptr (GError) error = NULL;
  const char *programme = netz_programme_for_kinds (draft, get_kind (network, from), get_kind (network, to));
  const char *id = netz_connect (draft, from, to, programme, NULL, &error);

  if (id == NULL)
    {
      outcome->message = g_strdup (error->message);
      return;
    }
  outcome->result = NETZ_TOOL_COMMIT;
  outcome->id = g_strdup (id);
  outcome->draft = g_steal_pointer (&draft);
}

static void
netz_tool_connect_begin (NetzTool              *tool,
                         const NetzToolContext *context,
                         const NetzToolEvent   *event,
                         NetzToolOutcome       *outcome)
{
  NetzToolConnect *self = NETZ_TOOL_CONNECT (tool);
  NetzInstitution *institution = NULL;

  forget (self);
  if (!netz_hit_is_institution (&event->target))
    return;

  institution = netz_network_get_institution (netz_scene_get_network (context->scene), event->target.id);
  self->from = g_strdup (event->target.id);
  self->dragged = FALSE;
  self->start = event->point;
  self->end = event->point;
  if (institution != NULL && netz_institution_is_placed (institution))
    self->start = (NetzPoint) { institution->x, institution->y };
}

static void
netz_tool_connect_update (NetzTool              *tool,
                          const NetzToolContext *context,
                          const NetzToolEvent   *event,
                          NetzToolOutcome       *outcome)
{
  NetzToolConnect *self = NETZ_TOOL_CONNECT (tool);

  if (self->from == NULL)
    return;
  if (!self->dragged && hypot (event->point.x - self->end.x, event->point.y - self->end.y) <= event->tolerance)
    return;

  self->dragged = TRUE;
  self->end = event->point;
  g_clear_pointer (&self->to, g_free);
  if (netz_hit_is_institution (&event->target) && g_strcmp0 (event->target.id, self->from) != 0)
    self->to = g_strdup (event->target.id);
}

static void
netz_tool_connect_end (NetzTool              *tool,
                       const NetzToolContext *context,
                       const NetzToolEvent   *event,
                       NetzToolOutcome       *outcome)
{
  NetzToolConnect *self = NETZ_TOOL_CONNECT (tool);

  netz_tool_connect_update (tool, context, event, outcome);
  if (self->from != NULL && !self->dragged)
    netz_selection_set_single (context->selection, self->from);
  else if (self->from != NULL && self->to != NULL)
    connect_two (netz_scene_get_network (context->scene), self->from, self->to, outcome);
  else if (self->from != NULL && !netz_hit_is_institution (&event->target))
    {
      outcome->result = NETZ_TOOL_ASK_NAME;
      outcome->id = g_strdup (self->from);
      outcome->point = event->point;
    }
  forget (self);
}

static void
netz_tool_connect_cancel (NetzTool              *tool,
                          const NetzToolContext *context)
{
  forget (NETZ_TOOL_CONNECT (tool));
}

static void
netz_tool_connect_paint_overlay (NetzTool              *tool,
                                 const NetzToolContext *context,
                                 cairo_t               *cr)
{
  NetzToolConnect *self = NETZ_TOOL_CONNECT (tool);
  const NetzRgba *accent = &netz_scene_get_style (context->scene)->accent;
  double length = hypot (self->end.x - self->start.x, self->end.y - self->start.y);
  double out = NETZ_NODE_RADIUS;

  if (self->from == NULL || !self->dragged || length < out)
    return;

  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 1);
  cairo_set_line_width (cr, 2.5 / context->zoom);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, self->start.x + (self->end.x - self->start.x) * out / length,
                 self->start.y + (self->end.y - self->start.y) * out / length);
  cairo_line_to (cr, self->end.x, self->end.y);
  cairo_stroke (cr);

  if (self->to != NULL)
    {
      netz_painter_trace_item (context->scene, cr, self->to, 5 / context->zoom);
      cairo_stroke (cr);
    }
  else
    {
      cairo_new_path (cr);
      cairo_arc (cr, self->end.x, self->end.y, 5 / context->zoom, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static const char *
netz_tool_connect_get_cursor (NetzTool            *tool,
                              const NetzToolEvent *event)
{
  return "crosshair";
}

static const char *
netz_tool_connect_get_hint (NetzTool *tool)
{
  NetzToolConnect *self = NETZ_TOOL_CONNECT (tool);

  if (self->from == NULL)
    return _("Drag from one institution to another to make a partnership.");
  return _("Release on an institution to connect it, or on empty canvas to add a new one. Escape gives up.");
}

static void
tool_iface_init (NetzToolInterface *iface)
{
  iface->begin = netz_tool_connect_begin;
  iface->update = netz_tool_connect_update;
  iface->end = netz_tool_connect_end;
  iface->cancel = netz_tool_connect_cancel;
  iface->paint_overlay = netz_tool_connect_paint_overlay;
  iface->get_cursor = netz_tool_connect_get_cursor;
  iface->get_hint = netz_tool_connect_get_hint;
}

static void
netz_tool_connect_finalize (GObject *object)
{
  forget (NETZ_TOOL_CONNECT (object));

  G_OBJECT_CLASS (netz_tool_connect_parent_class)->finalize (object);
}

static void
netz_tool_connect_class_init (NetzToolConnectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = netz_tool_connect_finalize;
}

static void
netz_tool_connect_init (NetzToolConnect *self)
{
}

NetzTool *
netz_tool_connect_new (void)
{
  return g_object_new (NETZ_TYPE_TOOL_CONNECT, NULL);
}
