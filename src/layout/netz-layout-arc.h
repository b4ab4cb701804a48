/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Boxes along a circle about (0, 0), as near to each other as they go without
 * covering one another.
 */
#pragma once

#include "layout/netz-layout-plane.h"

G_BEGIN_DECLS

double netz_layout_arc_get_radius (const NetzLayoutPlane *plane, const guint *order, guint n);
double netz_layout_arc_place (NetzLayoutPlane *plane, const guint *order, guint n, double least, double turn);

G_END_DECLS
