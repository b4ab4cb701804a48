/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The way of a partnership: a gentle curve from rim to rim. Several
 * partnerships of a pair fan out; one that begins and ends at the same
 * institution is a loop above it. The same input gives the same curve, always.
 */
#pragma once

#include "scene/netz-geometry.h"
#include "scene/netz-node.h"

G_BEGIN_DECLS

/**
 * NetzRouteEnd:
 * @centre: of the institution's shape
 * @shape: its outline
 * @radius: half of its size, in scene units
 */
typedef struct
{
  NetzPoint centre;
  NetzShape shape;
  double radius;
} NetzRouteEnd;

void netz_edge_route (const NetzRouteEnd *from, const NetzRouteEnd *to, guint place, guint of, NetzCurve *curve);

G_END_DECLS
