/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTool: what a press, a drag and a release on the canvas mean. A tool sees
 * the scene and the selection, never the toolkit: its events are plain values,
 * so that a test writes them by hand. It never changes the network; it hands
 * out a draft when the gesture is over, and nothing has happened when it is
 * cancelled.
 *
 * The owner calls begin, then update any number of times, then end or cancel;
 * hover in between gestures. An answer other than CONTINUE ends the gesture.
 * All coordinates are scene units.
 */
#pragma once

#include "model/netz-draft.h"
#include "scene/netz-scene.h"
#include "scene/netz-selection.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  NETZ_TOOL_SHIFT = 1 << 0,
  NETZ_TOOL_CONTROL = 1 << 1,
  NETZ_TOOL_ALT = 1 << 2,
} NetzToolModifiers;

/**
 * NetzToolEvent:
 * @point: where
 * @widget_point: the same in logical pixels of the widget, for tools that move the view
 * @target: what lies there, on top; owned by the caller
 * @modifiers: keys held
 * @tolerance: how far a press may wander before it is a drag, and how near is
 *   on it; grows for a finger
 */
typedef struct
{
  NetzPoint point;
  NetzPoint widget_point;
  NetzHit target;
  NetzToolModifiers modifiers;
  double tolerance;
} NetzToolEvent;

/**
 * NetzToolContext:
 * @scene: what is drawn
 * @selection: what is selected; tools change it directly
 * @visible: the part in sight
 * @zoom: logical pixels a scene unit
 * @snap: whether moved items snap to others' lines
 *
 * What a tool works on. Lent for the length of a call.
 */
typedef struct
{
  NetzScene *scene;
  NetzSelection *selection;
  NetzRect visible;
  double zoom;
  gboolean snap;
} NetzToolContext;

typedef enum
{
  NETZ_TOOL_CONTINUE, /* the gesture goes on */
  NETZ_TOOL_DONE,     /* over, nothing to commit */
  NETZ_TOOL_COMMIT,   /* over, commit `draft` */
  NETZ_TOOL_NEXT,     /* hand the gesture over to `next`, which has begun */
  NETZ_TOOL_ASK_NAME, /* over, ask for the name of a new institution at `point`, partner of `id` */
  NETZ_TOOL_EDIT,     /* over, commit `draft`, then edit the text of `id` */
  NETZ_TOOL_SCROLL,   /* the gesture goes on, scroll by `point` in logical pixels */
} NetzToolResult;

/**
 * NetzToolOutcome:
 * @result: what the owner shall do
 * @draft: (nullable): to be committed
 * @next: (nullable): the tool that takes over
 * @id: (nullable): an item; with COMMIT the one to select afterwards
 * @message: (nullable): why nothing came of it, translated
 * @point: a place
 *
 * Filled by a tool; free with netz_tool_outcome_clear().
 */
typedef struct
{
  NetzToolResult result;
  NetzDraft *draft;
  struct _NetzTool *next;
  char *id;
  char *message;
  NetzPoint point;
} NetzToolOutcome;

#define NETZ_TYPE_TOOL (netz_tool_get_type ())
G_DECLARE_INTERFACE (NetzTool, netz_tool, NETZ, TOOL, GObject)

/**
 * NetzToolInterface:
 * @begin: the pointer was pressed
 * @update: it moved while pressed
 * @end: it was released
 * @cancel: forget the gesture; nothing has happened
 * @hover: it moved while not pressed
 * @paint_overlay: paint what the gesture shows, in scene units
 * @get_lifted: items that the overlay paints and the kept picture leaves out;
 *   a set of ids, %NULL for none
 * @get_cursor: the name of a CSS cursor
 * @get_hint: a translated sentence for the tool in hand
 * @stays: whether the tool stays in hand after a gesture
 *
 * All but begin, update and end may be left out.
 */
struct _NetzToolInterface
{
  GTypeInterface parent_interface;

  void (*begin) (NetzTool *self, const NetzToolContext *context, const NetzToolEvent *event, NetzToolOutcome *outcome);
  void (*update) (NetzTool *self, const NetzToolContext *context, const NetzToolEvent *event, NetzToolOutcome *outcome);
  void (*end) (NetzTool *self, const NetzToolContext *context, const NetzToolEvent *event, NetzToolOutcome *outcome);
  void (*cancel) (NetzTool *self, const NetzToolContext *context);
  void (*hover) (NetzTool *self, const NetzToolContext *context, const NetzToolEvent *event);
  void (*paint_overlay) (NetzTool *self, const NetzToolContext *context, cairo_t *cr);
  GHashTable *(*get_lifted) (NetzTool *self);
  const char *(*get_cursor) (NetzTool *self, const NetzToolEvent *event);
  const char *(*get_hint) (NetzTool *self);
  gboolean (*stays) (NetzTool *self);
};

NetzToolResult netz_tool_begin (NetzTool *self,
                                const NetzToolContext *context,
                                const NetzToolEvent *event,
                                NetzToolOutcome *outcome);
NetzToolResult netz_tool_update (NetzTool *self,
                                 const NetzToolContext *context,
                                 const NetzToolEvent *event,
                                 NetzToolOutcome *outcome);
NetzToolResult netz_tool_end (NetzTool *self,
                              const NetzToolContext *context,
                              const NetzToolEvent *event,
                              NetzToolOutcome *outcome);
void netz_tool_cancel (NetzTool *self, const NetzToolContext *context);
void netz_tool_hover (NetzTool *self, const NetzToolContext *context, const NetzToolEvent *event);
void netz_tool_paint_overlay (NetzTool *self, const NetzToolContext *context, cairo_t *cr);
GHashTable *netz_tool_get_lifted (NetzTool *self);
const char *netz_tool_get_cursor (NetzTool *self, const NetzToolEvent *event);
const char *netz_tool_get_hint (NetzTool *self);
gboolean netz_tool_stays (NetzTool *self);

void netz_tool_outcome_clear (NetzToolOutcome *outcome);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NetzToolOutcome, netz_tool_outcome_clear)

G_END_DECLS
