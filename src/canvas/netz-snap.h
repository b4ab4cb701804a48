/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSnap: the lines that something moved can snap to: the middles of
 * institutions and the borders of frames and notes in sight. Made when a drag
 * begins, owned by the tool. Scene units.
 */
#pragma once

#include "scene/netz-scene.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _NetzSnap NetzSnap;

NetzSnap *netz_snap_new (NetzScene *scene, const NetzRect *visible, GHashTable *leave_out);
void netz_snap_free (NetzSnap *self);
NetzPoint netz_snap_apply (NetzSnap *self, NetzPoint point, double tolerance);
void netz_snap_reset (NetzSnap *self);
void netz_snap_paint (NetzSnap *self, cairo_t *cr, const NetzRgba *colour, double zoom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzSnap, netz_snap_free)

G_END_DECLS
