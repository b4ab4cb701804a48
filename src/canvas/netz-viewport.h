/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzViewport: which part of the endless scene a window shows. A plain value,
 * embedded in its owner; no toolkit inside.
 *
 * Scene coordinates are scene units, y downwards; widget coordinates are
 * logical pixels from the widget's top left corner. The view is clamped to
 * where arithmetic is still exact; what lies beyond is not changed, it is only
 * out of sight.
 */
#pragma once

#include "scene/netz-geometry.h"

G_BEGIN_DECLS

#define NETZ_VIEWPORT_MIN_ZOOM 0.02
#define NETZ_VIEWPORT_MAX_ZOOM 8.0
/* Farther out than anything is drawn. */
#define NETZ_VIEWPORT_LIMIT (2 * NETZ_COORDINATE_LIMIT)

/**
 * NetzViewport:
 * @x: scene coordinate of the widget's left edge
 * @y: scene coordinate of the widget's top edge
 * @zoom: logical pixels a scene unit
 * @width: of the widget, logical pixels
 * @height: of the widget, logical pixels
 */
typedef struct
{
  double x;
  double y;
  double zoom;
  double width;
  double height;
} NetzViewport;

void netz_viewport_init (NetzViewport *self);
void netz_viewport_set_size (NetzViewport *self, double width, double height);

NetzPoint netz_viewport_to_scene (const NetzViewport *self, double x, double y);
NetzPoint netz_viewport_to_widget (const NetzViewport *self, double x, double y);
NetzRect netz_viewport_rect_to_widget (const NetzViewport *self, const NetzRect *rect);
NetzRect netz_viewport_get_visible (const NetzViewport *self);
NetzPoint netz_viewport_get_centre (const NetzViewport *self);
NetzPoint netz_viewport_get_origin (const NetzViewport *self, int scale_factor);

gboolean netz_viewport_pan (NetzViewport *self, double dx, double dy);
gboolean netz_viewport_centre_on (NetzViewport *self, double x, double y);
gboolean netz_viewport_zoom_about (NetzViewport *self, double zoom, double x, double y);
gboolean netz_viewport_fit (NetzViewport *self, const NetzRect *bounds, double margin, double max_zoom);
gboolean netz_viewport_reveal (NetzViewport *self, const NetzRect *rect, double margin);
double netz_viewport_next_zoom (double zoom, int direction);

G_END_DECLS
