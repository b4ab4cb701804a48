/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzBacking: the kept picture of a scene: square tiles at the zoom in use,
 * each a surface and a render node that GTK recognises in the next frame. It
 * knows which tiles are missing or stale and repaints only those, a few at a
 * time, so that the window never waits. While the zoom changes, the tiles of
 * the zoom before are shown scaled beneath.
 *
 * Owned by the canvas. Scene units, unless pixels are mentioned.
 */
#pragma once

#include "canvas/netz-viewport.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Length of a tile's side in device pixels. */
#define NETZ_BACKING_TILE 512

/**
 * NetzBackingPaint:
 * @cr: maps scene units to the tile
 * @area: what the tile shows, scene units
 * @zoom: logical pixels a scene unit
 * @user_data: data
 *
 * Paints all of the area, the ground included.
 */
typedef void (*NetzBackingPaint) (cairo_t *cr, const NetzRect *area, double zoom, gpointer user_data);

typedef struct _NetzBacking NetzBacking;

NetzBacking *netz_backing_new (NetzBackingPaint paint, gpointer user_data);
void netz_backing_free (NetzBacking *self);

void netz_backing_set_view (NetzBacking *self, const NetzViewport *view, int scale_factor);
void netz_backing_damage (NetzBacking *self, const NetzRect *rect);
gboolean netz_backing_work (NetzBacking *self, gint64 deadline, gboolean ahead);
gint64 netz_backing_estimate (NetzBacking *self);
gboolean netz_backing_has_before (NetzBacking *self);
void netz_backing_snapshot (NetzBacking *self, GtkSnapshot *snapshot);

guint netz_backing_get_n_painted (NetzBacking *self);
guint netz_backing_get_n_kept (NetzBacking *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzBacking, netz_backing_free)

G_END_DECLS
