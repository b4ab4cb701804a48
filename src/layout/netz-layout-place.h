/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts a plane into shape by forces: one that is connected
 * (netz_layout_place_connected()), or any (netz_layout_place()), whose
 * components are laid out each on its own and then packed. Afterwards no two
 * boxes overlap, unless the job was cancelled.
 */
#pragma once

#include "layout/netz-layout-plane.h"

G_BEGIN_DECLS

void netz_layout_place (NetzLayoutPlane *plane, const NetzLayoutJob *job);
void netz_layout_place_connected (NetzLayoutPlane *plane, const NetzLayoutJob *job);
void netz_layout_place_beside (NetzLayoutPlane *plane);
void netz_layout_pack (NetzLayoutBox *boxes, double *x, double *y, guint n, double aspect);

G_END_DECLS
