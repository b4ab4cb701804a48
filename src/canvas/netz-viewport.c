/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-viewport.h"

#include <math.h>

/* What the zoom buttons and keys step through. */
static const double zoom_steps[] = {
  0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8,
};

static double
clamp_coordinate (double value)
{
  return isnan (value) ? 0 : CLAMP (value, -NETZ_VIEWPORT_LIMIT, NETZ_VIEWPORT_LIMIT);
}

static double
clamp_zoom (double zoom)
{
  return isnan (zoom) ? 1 : CLAMP (zoom, NETZ_VIEWPORT_MIN_ZOOM, NETZ_VIEWPORT_MAX_ZOOM);
}

/* Everything that moves the view ends here, so that the centre cannot leave
 * the space in which a pixel is still told from the next. */
static gboolean
move_to (NetzViewport *self,
         double        centre_x,
         double        centre_y,
         double        zoom)
{
  NetzViewport old = *self;

  self->zoom = clamp_zoom (zoom);
  self->x = clamp_coordinate (centre_x) - self->width / 2 / self->zoom;
  self->y = clamp_coordinate (centre_y) - self->height / 2 / self->zoom;

  return old.x != self->x || old.y != self->y || old.zoom != self->zoom;
}

/* The middle and the length of what is left of a range inside the limits. */
static void
clamp_range (double  start,
             double  length,
             double *middle,
             double *clamped_length)
{
  double a = clamp_coordinate (start);
  double b = clamp_coordinate (start + (isfinite (length) ? MAX (length, 0) : 0));

  *middle = (a + b) / 2;
  *clamped_length = b - a;
}

/**
 * netz_viewport_init:
 * @self: the viewport
 *
 * Shows the origin of the scene at 100 %, in a widget without a size yet.
 */
void
netz_viewport_init (NetzViewport *self)
{
  *self = (NetzViewport) { .zoom = 1 };
}

/**
 * netz_viewport_set_size:
 * @self: the viewport
 * @width: of the widget, logical pixels
 * @height: of the widget, logical pixels
 *
 * The top left corner stays where it is, so that nothing moves when a panel
 * opens or a window grows; the first size puts the origin in the middle.
 */
void
netz_viewport_set_size (NetzViewport *self,
                        double        width,
                        double        height)
{
  gboolean first = self->width <= 0 || self->height <= 0;
  NetzPoint centre = netz_viewport_get_centre (self);

  self->width = MAX (width, 0);
  self->height = MAX (height, 0);
  if (first)
    move_to (self, centre.x, centre.y, self->zoom);
}

NetzPoint
netz_viewport_to_scene (const NetzViewport *self,
                        double              x,
                        double              y)
{
  return (NetzPoint) { self->x + x / self->zoom, self->y + y / self->zoom };
}

NetzPoint
netz_viewport_to_widget (const NetzViewport *self,
                         double              x,
                         double              y)
{
  return (NetzPoint) { (x - self->x) * self->zoom, (y - self->y) * self->zoom };
}

NetzRect
netz_viewport_rect_to_widget (const NetzViewport *self,
                              const NetzRect     *rect)
{
  NetzPoint corner = netz_viewport_to_widget (self, rect->x, rect->y);

  return (NetzRect) { corner.x, corner.y, rect->width * self->zoom, rect->height * self->zoom };
}

/**
 * netz_viewport_get_visible:
 * @self: the viewport
 *
 * Returns: the rectangle in sight, scene units
 */
NetzRect
netz_viewport_get_visible (const NetzViewport *self)
{
  return (NetzRect) { self->x, self->y, self->width / self->zoom, self->height / self->zoom };
}

NetzPoint
netz_viewport_get_centre (const NetzViewport *self)
{
  return netz_viewport_to_scene (self, self->width / 2, self->height / 2);
}

/**
 * netz_viewport_get_origin:
 * @self: the viewport
 * @scale_factor: device pixels a logical pixel
 *
 * What is painted is shifted by whole device pixels, so that a scrolled
 * picture stays sharp; this is by how many.
 *
 * Returns: the widget's top left corner in logical pixels from the scene's origin
 */
NetzPoint
netz_viewport_get_origin (const NetzViewport *self,
                          int                 scale_factor)
{
  return (NetzPoint) { round (self->x * self->zoom * scale_factor) / scale_factor,
                       round (self->y * self->zoom * scale_factor) / scale_factor };
}

/**
 * netz_viewport_pan:
 * @self: the viewport
 * @dx: how far the view goes to the right, logical pixels
 * @dy: how far the view goes down, logical pixels
 *
 * Returns: whether it moved
 */
gboolean
netz_viewport_pan (NetzViewport *self,
                   double        dx,
                   double        dy)
{
  NetzPoint centre = netz_viewport_get_centre (self);

  return move_to (self, centre.x + dx / self->zoom, centre.y + dy / self->zoom, self->zoom);
}

/**
 * netz_viewport_centre_on:
 * @self: the viewport
 * @x: scene coordinate
 * @y: scene coordinate
 *
 * Returns: whether it moved
 */
gboolean
netz_viewport_centre_on (NetzViewport *self,
                         double        x,
                         double        y)
{
  return move_to (self, x, y, self->zoom);
}

/**
 * netz_viewport_zoom_about:
 * @self: the viewport
 * @zoom: logical pixels a scene unit, clamped
 * @x: widget coordinate
 * @y: widget coordinate
 *
 * What lies under the point stays there.
 *
 * Returns: whether anything changed
 */
gboolean
netz_viewport_zoom_about (NetzViewport *self,
                          double        zoom,
                          double        x,
                          double        y)
{
  NetzPoint fixed = netz_viewport_to_scene (self, x, y);

  zoom = clamp_zoom (zoom);
  return move_to (self,
                  fixed.x + (self->width / 2 - x) / zoom,
                  fixed.y + (self->height / 2 - y) / zoom,
                  zoom);
}

/**
 * netz_viewport_fit:
 * @self: the viewport
 * @bounds: what shall be seen, scene units; may be empty, infinite or absurdly far away
 * @margin: to leave free on each side, logical pixels
 * @max_zoom: not larger than this
 *
 * Returns: whether anything changed
 */
gboolean
netz_viewport_fit (NetzViewport   *self,
                   const NetzRect *bounds,
                   double          margin,
                   double          max_zoom)
{
  double x, y, width, height;
  double zoom = clamp_zoom (max_zoom);
  double room_x = MAX (self->width - 2 * margin, 1);
  double room_y = MAX (self->height - 2 * margin, 1);

  clamp_range (bounds->x, bounds->width, &x, &width);
  clamp_range (bounds->y, bounds->height, &y, &height);

  /* Compared as products: an empty rectangle divides nothing. */
  if (width * zoom > room_x)
    zoom = room_x / width;
  if (height * zoom > room_y)
    zoom = room_y / height;

  return move_to (self, x, y, zoom);
}

static double
reveal_range (double start,
              double length,
              double view,
              double view_length)
{
  if (length >= view_length)
    return start + (length - view_length) / 2;
  if (start < view)
    return start;
  if (start + length > view + view_length)
    return start + length - view_length;
  return view;
}

/**
 * netz_viewport_reveal:
 * @self: the viewport
 * @rect: scene units
 * @margin: logical pixels around it
 *
 * Moves as little as needed to bring the rectangle into sight.
 *
 * Returns: whether it moved
 */
gboolean
netz_viewport_reveal (NetzViewport   *self,
                      const NetzRect *rect,
                      double          margin)
{
  NetzRect view = netz_viewport_get_visible (self);
  double around = margin / self->zoom;
  double x, y;

  if (!isfinite (rect->x + rect->y + rect->width + rect->height))
    return FALSE;

  x = reveal_range (rect->x - around, rect->width + 2 * around, view.x, view.width);
  y = reveal_range (rect->y - around, rect->height + 2 * around, view.y, view.height);
  if (x == view.x && y == view.y)
    return FALSE;

  return move_to (self, x + view.width / 2, y + view.height / 2, self->zoom);
}

/**
 * netz_viewport_next_zoom:
 * @zoom: the zoom now
 * @direction: positive = nearer, negative = farther
 *
 * Returns: the next of the steps that the zoom buttons go through
 */
double
netz_viewport_next_zoom (double zoom,
                         int    direction)
{
  guint n = G_N_ELEMENTS (zoom_steps);

  if (direction > 0)
    {
      for (guint i = 0; i < n; i++)
        if (zoom_steps[i] > zoom * 1.01)
          return zoom_steps[i];
      return zoom_steps[n - 1];
    }

  for (guint i = n; i > 0; i--)
    if (zoom_steps[i - 1] < zoom * 0.99)
      return zoom_steps[i - 1];
  return zoom_steps[0];
}
