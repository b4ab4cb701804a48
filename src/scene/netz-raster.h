/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzRaster: thin lines and dots straight into the pixels of an image
 * surface. Far out there are tens of thousands of them, and cairo takes ten times
 * as long for each. Begun and ended around such painting; cairo must not
 * paint on the surface meanwhile.
 */
#pragma once

#include "scene/netz-geometry.h"
#include "scene/netz-style.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  cairo_surface_t *surface;
  guint32 *pixels;
  int stride; /* pixels */
  int left, top, right, bottom;
  double scale_x, scale_y;
  double origin_x, origin_y;
} NetzRaster;

gboolean netz_raster_begin (NetzRaster *self, cairo_t *cr);
void netz_raster_end (NetzRaster *self);
void netz_raster_line (const NetzRaster *self, NetzPoint a, NetzPoint b, const NetzRgba *colour, double alpha);
void netz_raster_curve (const NetzRaster *self, const NetzCurve *curve, const NetzRgba *colour, double alpha);
void netz_raster_dot (const NetzRaster *self, NetzPoint centre, double half, const NetzRgba *colour, double alpha);

G_END_DECLS
