/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-geometry.h"

#include <math.h>

/* Pieces into which a curve is cut where its nearest point is sought: at this
 * many the error is below a tenth of a unit for curves as gentle as ours. */
#define CURVE_PIECES 24

static double
distance_to_segment (NetzPoint a,
                     NetzPoint b,
                     NetzPoint point)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double square = dx * dx + dy * dy;
  double t = 0;

  if (square > 0)
    t = CLAMP (((point.x - a.x) * dx + (point.y - a.y) * dy) / square, 0, 1);

  return hypot (point.x - (a.x + t * dx), point.y - (a.y + t * dy));
}

/* Liang and Barsky: cuts the segment off at each side in turn until nothing is left. */
static gboolean
segment_intersects (NetzPoint a,
                    NetzPoint b,
                    const NetzRect *rect)
{
  const double steps[4] = { a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y };
  const double rooms[4] = { a.x - rect->x, rect->x + rect->width - a.x, a.y - rect->y, rect->y + rect->height - a.y };
  double from = 0, to = 1;

  for (int side = 0; side < 4; side++)
    {
      if (steps[side] == 0)
        {
          if (rooms[side] < 0)
            return FALSE;
          continue;
        }
      if (steps[side] < 0)
        from = MAX (from, rooms[side] / steps[side]);
      else
        to = MIN (to, rooms[side] / steps[side]);
    }

  return from <= to;
}

/* The parameters in (0, 1) where one coordinate of a cubic turns round; how many. */
static int
find_turns (double p0,
            double p1,
            double p2,
            double p3,
            double turns[2])
{
  double a = -p0 + 3 * p1 - 3 * p2 + p3;
  double b = 2 * (p0 - 2 * p1 + p2);
  double c = p1 - p0;
  double root;
  int n = 0;

  if (fabs (a) < 1e-9)
    {
      if (fabs (b) > 1e-9)
        turns[n++] = -c / b;
      return n;
    }

  root = b * b - 4 * a * c;
  if (root < 0)
    return 0;

  root = sqrt (root);
  turns[n++] = (-b + root) / (2 * a);
  turns[n++] = (-b - root) / (2 * a);
  return n;
}

/**
 * netz_coordinate_clamp:
 * @value: any number at all
 *
 * Returns: @value, or the nearest number that can be drawn; 0 for what is no number
 */
double
netz_coordinate_clamp (double value)
{
  if (isnan (value))
    return 0;
  return CLAMP (value, -NETZ_COORDINATE_LIMIT, NETZ_COORDINATE_LIMIT);
}

/**
 * netz_rect_is_empty:
 * @self: a rectangle
 *
 * A rectangle without width or height is a point or a line and not empty; one of negative or undefined size is.
 *
 * Returns: whether it contains no point at all
 */
gboolean
netz_rect_is_empty (const NetzRect *self)
{
  return !(self->width >= 0 && self->height >= 0);
}

/**
 * netz_rect_union:
 * @a: a rectangle
 * @b: another
 *
 * Returns: the smallest rectangle around both; the other one, where one is empty
 */
NetzRect
netz_rect_union (const NetzRect *a,
                 const NetzRect *b)
{
  double x, y;

  if (netz_rect_is_empty (a))
    return *b;
  if (netz_rect_is_empty (b))
    return *a;

  x = MIN (a->x, b->x);
  y = MIN (a->y, b->y);
  return (NetzRect) { x, y, MAX (a->x + a->width, b->x + b->width) - x, MAX (a->y + a->height, b->y + b->height) - y };
}

/**
 * netz_rect_grow:
 * @self: a rectangle
 * @margin: how far each side moves out; negative moves them in
 *
 * Returns: the grown rectangle; an empty one stays empty
 */
NetzRect
netz_rect_grow (const NetzRect *self,
                double margin)
{
  if (netz_rect_is_empty (self))
    return NETZ_RECT_EMPTY;

  return (NetzRect) { self->x - margin, self->y - margin, self->width + 2 * margin, self->height + 2 * margin };
}

/**
 * netz_rect_from_points:
 * @a: a corner
 * @b: the corner opposite, on whichever side
 *
 * Returns: the rectangle between them, which may have no width or no height but is not empty
 */
NetzRect
netz_rect_from_points (NetzPoint a,
                       NetzPoint b)
{
  return (NetzRect) { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };
}

/**
 * netz_rect_intersects:
 * @a: a rectangle
 * @b: another
 *
 * Returns: whether they have a point in common; touching borders do, an empty one has none
 */
gboolean
netz_rect_intersects (const NetzRect *a,
                      const NetzRect *b)
{
  return !netz_rect_is_empty (a) && !netz_rect_is_empty (b) &&
         a->x <= b->x + b->width && b->x <= a->x + a->width &&
         a->y <= b->y + b->height && b->y <= a->y + a->height;
}

/**
 * netz_rect_contains:
 * @self: a rectangle
 * @other: another
 *
 * An empty rectangle neither contains nor is contained.
 *
 * Returns: whether all of @other lies in @self, borders included
 */
gboolean
netz_rect_contains (const NetzRect *self,
                    const NetzRect *other)
{
  return !netz_rect_is_empty (self) && !netz_rect_is_empty (other) &&
         other->x >= self->x && other->x + other->width <= self->x + self->width &&
         other->y >= self->y && other->y + other->height <= self->y + self->height;
}

/**
 * netz_rect_contains_point:
 * @self: a rectangle
 * @x: a point, in the units of @self
 * @y: its other coordinate
 *
 * Returns: whether the point lies in @self or on its border
 */
gboolean
netz_rect_contains_point (const NetzRect *self,
                          double x,
                          double y)
{
  return x >= self->x && x <= self->x + self->width && y >= self->y && y <= self->y + self->height;
}

/**
 * netz_rect_equal:
 * @a: a rectangle
 * @b: another
 *
 * Compares exactly: two rectangles that went different ways through the same arithmetic may differ in the last bit.
 *
 * Returns: whether both have the same numbers
 */
gboolean
netz_rect_equal (const NetzRect *a,
                 const NetzRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

/**
 * netz_curve_at:
 * @self: a cubic curve of Bézier
 * @t: how far along it, 0 at its beginning, 1 at its end; not a measure of length
 *
 * Returns: the point there, in the units of @self
 */
NetzPoint
netz_curve_at (const NetzCurve *self,
               double t)
{
  const NetzPoint *p = self->p;
  double u = 1 - t;
  double a = u * u * u;
  double b = 3 * u * u * t;
  double c = 3 * u * t * t;
  double d = t * t * t;

  return (NetzPoint) { a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                       a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

static NetzPoint
mix_points (NetzPoint a,
            NetzPoint b,
            double t)
{
  return (NetzPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* The blossom of the curve: linear in each of the three parameters, and the curve itself where they are one. */
static NetzPoint
get_blossom (const NetzCurve *self,
             double t0,
             double t1,
             double t2)
{
  NetzPoint a = mix_points (self->p[0], self->p[1], t0);
  NetzPoint b = mix_points (self->p[1], self->p[2], t0);
  NetzPoint c = mix_points (self->p[2], self->p[3], t0);

  return mix_points (mix_points (a, b, t1), mix_points (b, c, t1), t2);
}

/**
 * netz_curve_get_part:
 * @self: a curve
 * @from: where the part begins, from 0 to 1
 * @to: where it ends
 *
 * Returns: that part of it, exactly
 */
NetzCurve
netz_curve_get_part (const NetzCurve *self,
                     double from,
                     double to)
{
  return (NetzCurve) { { get_blossom (self, from, from, from), get_blossom (self, from, from, to),
                         get_blossom (self, from, to, to), get_blossom (self, to, to, to) } };
}

/**
 * netz_curve_get_bounds:
 * @self: a curve
 *
 * Returns: the smallest rectangle around it, without the width of its line
 */
NetzRect
netz_curve_get_bounds (const NetzCurve *self)
{
  const NetzPoint *p = self->p;
  NetzRect bounds = netz_rect_from_points (p[0], p[3]);
  double turns[4];
  int n;

  n = find_turns (p[0].x, p[1].x, p[2].x, p[3].x, turns);
  n += find_turns (p[0].y, p[1].y, p[2].y, p[3].y, turns + n);

  for (int i = 0; i < n; i++)
    if (turns[i] > 0 && turns[i] < 1)
      {
        NetzPoint turn = netz_curve_at (self, turns[i]);
        NetzRect point = { turn.x, turn.y, 0, 0 };

        bounds = netz_rect_union (&bounds, &point);
      }

  return bounds;
}

/**
 * netz_curve_get_distance:
 * @self: a curve
 * @point: a point
 *
 * Returns: how far @point is from the curve, in scene units
 */
double
netz_curve_get_distance (const NetzCurve *self,
                         NetzPoint point)
{
  double nearest = INFINITY;
  NetzPoint before = self->p[0];

  for (int i = 1; i <= CURVE_PIECES; i++)
    {
      NetzPoint here = netz_curve_at (self, (double) i / CURVE_PIECES);

      nearest = MIN (nearest, distance_to_segment (before, here, point));
      before = here;
    }

  return nearest;
}

/**
 * netz_curve_is_near:
 * @self: a curve
 * @point: a point
 * @distance: how far is near
 *
 * A cheap look before an exact one: a curve lies among its four points, so it
 * is nowhere further from its chord than they are.
 *
 * Returns: FALSE where @point is certainly further from the curve than @distance
 */
gboolean
netz_curve_is_near (const NetzCurve *self,
                    NetzPoint point,
                    double distance)
{
  const NetzPoint *p = self->p;
  double bow = MAX (distance_to_segment (p[0], p[3], p[1]), distance_to_segment (p[0], p[3], p[2]));

  return distance_to_segment (p[0], p[3], point) <= bow + distance;
}

/**
 * netz_curve_intersects:
 * @self: a curve
 * @rect: a rectangle
 *
 * Returns: whether the curve comes into @rect
 */
gboolean
netz_curve_intersects (const NetzCurve *self,
                       const NetzRect *rect)
{
  NetzPoint before = self->p[0];

  if (netz_rect_is_empty (rect))
    return FALSE;

  for (int i = 1; i <= CURVE_PIECES; i++)
    {
      NetzPoint here = netz_curve_at (self, (double) i / CURVE_PIECES);

      if (segment_intersects (before, here, rect))
        return TRUE;
      before = here;
    }

  return FALSE;
}
