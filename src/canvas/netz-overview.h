/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzOverview: a little map of the whole network with the part that a canvas
 * shows as a rectangle, which can be dragged, or moved by the arrow keys. It
 * follows the canvas that it is given and keeps no reference cycle with it.
 */
#pragma once

#include "canvas/netz-canvas.h"

G_BEGIN_DECLS

#define NETZ_TYPE_OVERVIEW (netz_overview_get_type ())
G_DECLARE_FINAL_TYPE (NetzOverview, netz_overview, NETZ, OVERVIEW, GtkWidget)

GtkWidget *netz_overview_new (void);
void netz_overview_set_canvas (NetzOverview *self, NetzCanvas *canvas);

G_END_DECLS
