/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-tool.h"

G_DEFINE_INTERFACE (NetzTool, netz_tool, G_TYPE_OBJECT)

static void
netz_tool_default_init (NetzToolInterface *iface)
{
}

/**
 * netz_tool_begin:
 * @self: the tool
 * @context: what it works on
 * @event: where the pointer was pressed
 * @outcome: (out): what the owner shall do; clear it afterwards
 *
 * Returns: the outcome's result
 */
NetzToolResult
netz_tool_begin (NetzTool              *self,
                 const NetzToolContext *context,
                 const NetzToolEvent   *event,
                 NetzToolOutcome       *outcome)
{
  g_return_val_if_fail (NETZ_IS_TOOL (self), NETZ_TOOL_DONE);

  *outcome = (NetzToolOutcome) { NETZ_TOOL_CONTINUE };
  NETZ_TOOL_GET_IFACE (self)->begin (self, context, event, outcome);
  return outcome->result;
}

/**
 * netz_tool_update:
 * @self: the tool
 * @context: what it works on
 * @event: where the pointer is now
 * @outcome: (out): what the owner shall do; clear it afterwards
 *
 * Returns: the outcome's result
 */
NetzToolResult
netz_tool_update (NetzTool              *self,
                  const NetzToolContext *context,
                  const NetzToolEvent   *event,
                  NetzToolOutcome       *outcome)
{
  g_return_val_if_fail (NETZ_IS_TOOL (self), NETZ_TOOL_DONE);

  *outcome = (NetzToolOutcome) { NETZ_TOOL_CONTINUE };
  NETZ_TOOL_GET_IFACE (self)->update (self, context, event, outcome);
  return outcome->result;
}

/**
 * netz_tool_end:
 * @self: the tool
 * @context: what it works on
 * @event: where the pointer was released
 * @outcome: (out): what the owner shall do; clear it afterwards
 *
 * Returns: the outcome's result, never %NETZ_TOOL_CONTINUE
 */
NetzToolResult
netz_tool_end (NetzTool              *self,
               const NetzToolContext *context,
               const NetzToolEvent   *event,
               NetzToolOutcome       *outcome)
{
  g_return_val_if_fail (NETZ_IS_TOOL (self), NETZ_TOOL_DONE);

  *outcome = (NetzToolOutcome) { NETZ_TOOL_DONE };
  NETZ_TOOL_GET_IFACE (self)->end (self, context, event, outcome);
  return outcome->result;
}

/**
 * netz_tool_cancel:
 * @self: the tool
 * @context: what it works on
 *
 * Forgets the gesture, if there is one.
 */
void
netz_tool_cancel (NetzTool              *self,
                  const NetzToolContext *context)
{
  g_return_if_fail (NETZ_IS_TOOL (self));

  if (NETZ_TOOL_GET_IFACE (self)->cancel != NULL)
    NETZ_TOOL_GET_IFACE (self)->cancel (self, context);
}

void
netz_tool_hover (NetzTool              *self,
                 const NetzToolContext *context,
                 const NetzToolEvent   *event)
{
  g_return_if_fail (NETZ_IS_TOOL (self));

  if (NETZ_TOOL_GET_IFACE (self)->hover != NULL)
    NETZ_TOOL_GET_IFACE (self)->hover (self, context, event);
}

/**
 * netz_tool_paint_overlay:
 * @self: the tool
 * @context: what it works on
 * @cr: maps scene units to the widget
 */
void
netz_tool_paint_overlay (NetzTool              *self,
                         const NetzToolContext *context,
                         cairo_t               *cr)
{
  g_return_if_fail (NETZ_IS_TOOL (self));

  if (NETZ_TOOL_GET_IFACE (self)->paint_overlay != NULL)
    NETZ_TOOL_GET_IFACE (self)->paint_overlay (self, context, cr);
}

/**
 * netz_tool_get_lifted:
 * @self: the tool
 *
 * Returns: (nullable) (transfer none): the set of ids that the overlay paints
 *   in place of the kept picture; the same pointer as long as it is the same set
 */
GHashTable *
netz_tool_get_lifted (NetzTool *self)
{
  g_return_val_if_fail (NETZ_IS_TOOL (self), NULL);

  if (NETZ_TOOL_GET_IFACE (self)->get_lifted == NULL)
    return NULL;
  return NETZ_TOOL_GET_IFACE (self)->get_lifted (self);
}

/**
 * netz_tool_get_cursor:
 * @self: the tool
 * @event: where the pointer is
 *
 * Returns: the name of a CSS cursor
 */
const char *
netz_tool_get_cursor (NetzTool            *self,
                      const NetzToolEvent *event)
{
  g_return_val_if_fail (NETZ_IS_TOOL (self), "default");

  if (NETZ_TOOL_GET_IFACE (self)->get_cursor == NULL)
    return "default";
  return NETZ_TOOL_GET_IFACE (self)->get_cursor (self, event);
}

/**
 * netz_tool_get_hint:
 * @self: the tool
 *
 * Returns: (nullable): a sentence for the tool in hand
 */
const char *
netz_tool_get_hint (NetzTool *self)
{
  g_return_val_if_fail (NETZ_IS_TOOL (self), NULL);

  if (NETZ_TOOL_GET_IFACE (self)->get_hint == NULL)
    return NULL;
  return NETZ_TOOL_GET_IFACE (self)->get_hint (self);
}

/**
 * netz_tool_stays:
 * @self: the tool
 *
 * Returns: whether the tool stays in hand after a gesture
 */
gboolean
netz_tool_stays (NetzTool *self)
{
  g_return_val_if_fail (NETZ_IS_TOOL (self), FALSE);

  return NETZ_TOOL_GET_IFACE (self)->stays != NULL && NETZ_TOOL_GET_IFACE (self)->stays (self);
}

void
netz_tool_outcome_clear (NetzToolOutcome *outcome)
{
  g_clear_pointer (&outcome->draft, netz_draft_free);
  g_clear_object (&outcome->next);
  g_clear_pointer (&outcome->id, g_free);
  g_clear_pointer (&outcome->message, g_free);
}
