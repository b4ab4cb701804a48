/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gives dense parts of a drawing more room, as a map is drawn by population
 * instead of by area: the boxes flow from where they are dense to where they
 * are not, all neighbourhoods staying (flow-based cartograms: Gastner, Seguy
 * and More 2018). What is left of overlaps is a matter of neighbours.
 */
#pragma once

#include "layout/netz-layout-plane.h"

G_BEGIN_DECLS

void netz_layout_spread (NetzLayoutPlane *plane, const NetzLayoutJob *job, double fill, guint passes);

G_END_DECLS
