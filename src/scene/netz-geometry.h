/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Points, rectangles and curves in scene units, y downwards. Plain values,
 * owned by nobody. A rectangle whose width or height is negative is empty: it
 * contains nothing and is the neutral element of a union.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nothing is drawn further out: cairo's numbers end not far beyond. */
#define NETZ_COORDINATE_LIMIT 500000.0

typedef struct
{
  double x;
  double y;
} NetzPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} NetzRect;

/**
 * NetzCurve:
 * @p: begin, two control points, end of a cubic Bézier curve
 */
typedef struct
{
  NetzPoint p[4];
} NetzCurve;

#define NETZ_RECT_EMPTY ((NetzRect) { 0, 0, -1, -1 })

double netz_coordinate_clamp (double value);

gboolean netz_rect_is_empty (const NetzRect *self);
NetzRect netz_rect_union (const NetzRect *a, const NetzRect *b);
NetzRect netz_rect_grow (const NetzRect *self, double margin);
NetzRect netz_rect_from_points (NetzPoint a, NetzPoint b);
gboolean netz_rect_intersects (const NetzRect *a, const NetzRect *b);
gboolean netz_rect_contains (const NetzRect *self, const NetzRect *other);
gboolean netz_rect_contains_point (const NetzRect *self, double x, double y);
gboolean netz_rect_equal (const NetzRect *a, const NetzRect *b);

NetzPoint netz_curve_at (const NetzCurve *self, double t);
NetzCurve netz_curve_get_part (const NetzCurve *self, double from, double to);
NetzRect netz_curve_get_bounds (const NetzCurve *self);
double netz_curve_get_distance (const NetzCurve *self, NetzPoint point);
gboolean netz_curve_is_near (const NetzCurve *self, NetzPoint point, double distance);
gboolean netz_curve_intersects (const NetzCurve *self, const NetzRect *rect);

G_END_DECLS
