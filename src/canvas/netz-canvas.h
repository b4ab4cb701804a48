/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzCanvas: the widget on which a network is drawn, seen and edited. It owns
 * the view (what part is in sight, how large), the tool in hand and the inline
 * entries for names and texts; the scene and the selection are shared with the
 * window. It never changes the network: it fills drafts and hands them out.
 *
 * Properties: "zoom" (double, logical pixels a scene unit), "hint" (string, for
 * the tool in hand), "snap" (boolean), "focus-item" (string, the id that the
 * keyboard is on), "editing" (boolean, read-only: a name is typed on the canvas).
 *
 * Signals:
 *   "commit" (NetzDraft *draft): commit this to the history
 *   "commit-joined" (NetzDraft *draft, const char *key): commit it joined to the
 *     step before, if that had the same key (arrow keys); where nobody listens,
 *     "commit" is emitted instead
 *   "context-menu" (double x, double y, const char *id): show a menu at the point
 *     (widget coordinates) for the item, which is selected; id is NULL on empty canvas
 *   "activate-item" (const char *id): Enter or double-click on a partnership: show its details
 *   "text-dropped" (const char *text, double x, double y): lines of text were
 *     dropped or pasted at the point (scene units)
 *   "delete" (): the Delete key; where nobody listens, the canvas hands out a
 *     draft that deletes the selection
 *   "view-changed" (): scrolled, zoomed or resized
 *   "pointed" (const char *id): what is under the pointer now, NULL for nothing
 *   "message" (const char *text): something to tell in a toast
 *
 * Keys, beside those of the window: Insert new institution · F2 or Enter rename ·
 * C partnership from the selected one · Delete · Ctrl+A · Tab and Shift+Tab next
 * and previous institution · arrows move the selection, Shift ten times as far ·
 * Ctrl+arrows along partnerships · Menu or Shift+F10 menu · Space held and drag
 * scrolls · + - zoom · Ctrl+0 100 % · Ctrl+1 all · Escape steps back.
 */
#pragma once

#include "canvas/netz-tool.h"
#include "scene/netz-scene.h"
#include "scene/netz-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NetzCanvasGuessFunc:
 * @network: the network
 * @name: a name as far as it is typed
 * @user_data: data
 *
 * Returns: (nullable): the id of the kind that the name betrays
 */
typedef const char *(*NetzCanvasGuessFunc) (NetzNetwork *network, const char *name, gpointer user_data);

#define NETZ_TYPE_CANVAS (netz_canvas_get_type ())
G_DECLARE_FINAL_TYPE (NetzCanvas, netz_canvas, NETZ, CANVAS, GtkWidget)

GtkWidget *netz_canvas_new (void);

NetzScene *netz_canvas_get_scene (NetzCanvas *self);
NetzSelection *netz_canvas_get_selection (NetzCanvas *self);
double netz_canvas_get_zoom (NetzCanvas *self);
NetzRect netz_canvas_get_visible (NetzCanvas *self);
NetzPoint netz_canvas_get_place (NetzCanvas *self);
NetzTool *netz_canvas_get_tool (NetzCanvas *self);
const char *netz_canvas_get_hint (NetzCanvas *self);
gboolean netz_canvas_get_snap (NetzCanvas *self);
const char *netz_canvas_get_focus_item (NetzCanvas *self);
gboolean netz_canvas_is_editing (NetzCanvas *self);

void netz_canvas_set_document (NetzCanvas *self, NetzScene *scene, NetzSelection *selection);
void netz_canvas_set_guess_func (NetzCanvas *self,
                                 NetzCanvasGuessFunc func,
                                 gpointer user_data,
                                 GDestroyNotify destroy);
void netz_canvas_set_tool (NetzCanvas *self, NetzTool *tool);
void netz_canvas_set_snap (NetzCanvas *self, gboolean snap);
void netz_canvas_set_focus_item (NetzCanvas *self, const char *id);

void netz_canvas_zoom_in (NetzCanvas *self);
void netz_canvas_zoom_out (NetzCanvas *self);
void netz_canvas_zoom_to (NetzCanvas *self, double zoom);
void netz_canvas_fit (NetzCanvas *self);
void netz_canvas_show_area (NetzCanvas *self, const NetzRect *area);
void netz_canvas_centre_on (NetzCanvas *self, double x, double y);
void netz_canvas_scroll_to_ids (NetzCanvas *self, const char *const *ids);

void netz_canvas_add_institution (NetzCanvas *self, const char *partner);
void netz_canvas_add_of_kind (NetzCanvas *self, const char *kind);
gboolean netz_canvas_rename (NetzCanvas *self, const char *id);
gboolean netz_canvas_connect_from (NetzCanvas *self, const char *id);
void netz_canvas_select_all (NetzCanvas *self);
void netz_canvas_close_entry (NetzCanvas *self, gboolean accept);

G_END_DECLS
