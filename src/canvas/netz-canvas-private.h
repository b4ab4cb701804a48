/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the canvas share: netz-canvas.c (state and properties),
 * -view (scrolling, zooming), -draw (kept picture and overlay), -input
 * (controllers), -gesture (tools at work), -describe (in words), -keys
 * (keyboard) and -entry (names typed on the canvas).
 */
#pragma once

#include "canvas/netz-backing.h"
#include "canvas/netz-canvas.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_CANVAS_COMMIT,
  NETZ_CANVAS_COMMIT_JOINED,
  NETZ_CANVAS_CONTEXT_MENU,
  NETZ_CANVAS_ACTIVATE_ITEM,
  NETZ_CANVAS_TEXT_DROPPED,
  NETZ_CANVAS_DELETE,
  NETZ_CANVAS_VIEW_CHANGED,
  NETZ_CANVAS_POINTED,
  NETZ_CANVAS_MESSAGE,
  NETZ_CANVAS_N_SIGNALS,
} NetzCanvasSignal;

/**
 * NetzCanvasInput:
 * @drag: of the primary and the middle button, or one finger
 * @zoom: two fingers
 * @drag_x: where the drag began, logical pixels
 * @drag_y: the same
 * @zoom_before: the zoom when the fingers came down
 * @zoom_centre: where the fingers' middle was last, logical pixels
 * @pointer: where the pointer was last, logical pixels
 * @inside: whether it is over the canvas
 * @space: whether the space bar is held
 *
 * What the gestures keep between events.
 */
typedef struct
{
  GtkGesture *drag;
  GtkGesture *zoom;
  double drag_x;
  double drag_y;
  double zoom_before;
  NetzPoint zoom_centre;
  NetzPoint pointer;
  gboolean inside;
  gboolean space;
} NetzCanvasInput;

struct _NetzCanvas
{
  GtkWidget parent_instance;

  NetzScene *scene;
  NetzSelection *selection;
  NetzViewport view;
  gboolean fitted;              /* shows everything, also after a change of size, until the view is moved */
  NetzBacking *backing;
  guint idle_id;
  guint settle_id;              /* until the zoom has not changed for a while */

  NetzTool *home;               /* in hand when no other is */
  NetzTool *tool;               /* in hand */
  NetzTool *gesture;            /* at work; NULL between gestures */
  GHashTable *lifted;           /* what the kept picture leaves out now */

  NetzCanvasInput input;
  char *hovered;
  NetzHitPart hovered_part;
  char *focus_item;
  gboolean snap;

  GtkWidget *entry;             /* NULL when nothing is typed on the canvas */
  char *entry_id;               /* whose text it changes; NULL for a new institution */
  NetzPoint entry_place;        /* of what it names, scene units */
  double entry_below;           /* how far below the place its top is, logical pixels */

  NetzCanvasGuessFunc guess;
  gpointer guess_data;
  GDestroyNotify guess_destroy;
};

/* netz-canvas.c */
NetzNetwork *netz_canvas_get_network (NetzCanvas *self);
NetzToolContext netz_canvas_get_tool_context (NetzCanvas *self);
void netz_canvas_emit (NetzCanvas *self, NetzCanvasSignal signal, ...);
void netz_canvas_commit (NetzCanvas *self, NetzDraft *draft, const char *join_key);
void netz_canvas_hint_changed (NetzCanvas *self);
void netz_canvas_select_and_focus (NetzCanvas *self, const char *id);

/* netz-canvas-view.c */
void netz_canvas_view_moved (NetzCanvas *self);
void netz_canvas_zoom_about (NetzCanvas *self, double zoom, double x, double y);
void netz_canvas_pan (NetzCanvas *self, double dx, double dy);
void netz_canvas_reveal (NetzCanvas *self, const char *id);

/* netz-canvas-draw.c */
void netz_canvas_draw_init (NetzCanvas *self);
void netz_canvas_draw_dispose (NetzCanvas *self);
void netz_canvas_draw (NetzCanvas *self, GtkSnapshot *snapshot);
void netz_canvas_damage (NetzCanvas *self, const NetzRect *rect);
void netz_canvas_zoomed (NetzCanvas *self);
void netz_canvas_lift (NetzCanvas *self, GHashTable *ids);

/* netz-canvas-gesture.c */
NetzToolEvent netz_canvas_make_event (NetzCanvas *self, double x, double y, GdkModifierType state);
void netz_canvas_answer (NetzCanvas *self, NetzToolOutcome *outcome);
void netz_canvas_cancel_gesture (NetzCanvas *self);
void netz_canvas_set_cursor_for (NetzCanvas *self, const NetzToolEvent *event);
void netz_canvas_update_hover (NetzCanvas *self);

/* netz-canvas-input.c */
void netz_canvas_input_init (NetzCanvas *self);

/* netz-canvas-keys.c */
void netz_canvas_keys_class_init (GtkWidgetClass *widget_class);

/* netz-canvas-entry.c */
void netz_canvas_begin_name (NetzCanvas *self, NetzPoint place, const char *kind, const char *partner);
void netz_canvas_allocate_entry (NetzCanvas *self);

/* netz-canvas-describe.c */
char *netz_canvas_describe (NetzCanvas *self, const char *id);
char *netz_canvas_describe_briefly (NetzCanvas *self, const char *id);
gboolean netz_canvas_fill_tooltip (NetzCanvas *self, gboolean keyboard, GtkTooltip *tooltip);

G_END_DECLS
