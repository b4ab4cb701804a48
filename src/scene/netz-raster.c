/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-raster.h"

#include <math.h>

/* A curve is drawn in straight pieces of about so many pixels. */
#define PIECE_PIXELS 14.0
#define MOST_PIECES 20

/* Red and blue in one word and alpha and green in another are blended two at a time. */
typedef struct
{
  guint32 red_blue;
  guint32 alpha_green;
} Ink;

static Ink
make_ink (const NetzRgba *colour)
{
  guint32 red = (guint32) lround (colour->red * 255);
  guint32 green = (guint32) lround (colour->green * 255);
  guint32 blue = (guint32) lround (colour->blue * 255);

  return (Ink) { red << 16 | blue, 0xffu << 16 | green };
}

/* `part` from 0 to 256. */
static inline void
blend (guint32 *pixel,
       const Ink *ink,
       guint32 part)
{
  guint32 red_blue = *pixel & 0xff00ff;
  guint32 alpha_green = (*pixel >> 8) & 0xff00ff;

  red_blue = (red_blue * (256 - part) + ink->red_blue * part) >> 8 & 0xff00ff;
  alpha_green = (alpha_green * (256 - part) + ink->alpha_green * part) & 0xff00ff00;
  *pixel = red_blue | alpha_green;
}

/* Draws along the longer of the two axes: `step` and `across` are the distances of pixels along it and across it. At
 * each pixel the line is shared by the two that it passes between. */
static void
draw_line (guint32 *pixels,
           int step,
           int across,
           int begin,
           int end,
           int low,
           int high,
           double from,
           double value,
           double slope,
           const Ink *ink,
           double alpha)
{
  int first, last;

  /* A flatter line covers more of each pixel than a steep one of the same width. */
  alpha = MIN (1, alpha * sqrt (1 + slope * slope)) * 256;

  /* Where the line is outside on the other axis there is nothing to do. */
  if (fabs (slope) > 1e-9)
    {
      double at_low = from + (low - 1 - value) / slope;
      double at_high = from + (high + 1 - value) / slope;

      begin = (int) MAX (begin, floor (MIN (at_low, at_high)));
      end = (int) MIN (end, ceil (MAX (at_low, at_high)));
    }

  for (int i = begin; i < end; i++)
    {
      double position = value + (i + 0.5 - from) * slope - 0.5;
      double part = position - floor (position);

      first = (int) floor (position);
      last = first + 1;
      if (first >= low && first < high)
        blend (pixels + i * step + first * across, ink, (guint32) ((1 - part) * alpha));
      if (last >= low && last < high)
        blend (pixels + i * step + last * across, ink, (guint32) (part * alpha));
    }
}

static NetzPoint
to_pixels (const NetzRaster *self,
           NetzPoint point)
{
  return (NetzPoint) { point.x * self->scale_x + self->origin_x, point.y * self->scale_y + self->origin_y };
}

static void
draw_between (const NetzRaster *self,
              NetzPoint a,
              NetzPoint b,
              const Ink *ink,
              double alpha)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;

  if (MAX (a.x, b.x) < self->left - 1 || MIN (a.x, b.x) > self->right + 1 || MAX (a.y, b.y) < self->top - 1 ||
      MIN (a.y, b.y) > self->bottom + 1)
    return;

  if (fabs (dx) >= fabs (dy) && dx != 0)
    draw_line (self->pixels, 1, self->stride, (int)MAX (self->left, lround (MIN (a.x, b.x))),
               (int)MIN (self->right, lround (MAX (a.x, b.x))), self->top, self->bottom, a.x, a.y, dy / dx, ink, alpha);
  else if (dy != 0)
    draw_line (self->pixels, self->stride, 1, (int)MAX (self->top, lround (MIN (a.y, b.y))),
               (int)MIN (self->bottom, lround (MAX (a.y, b.y))), self->left, self->right, a.y, a.x, dx / dy, ink,
               alpha);
}

static gboolean
find_clip (NetzRaster *self,
           cairo_t *cr,
           int width,
           int height)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean single = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;

  if (single)
    {
      const cairo_rectangle_t *clip = list->rectangles;
      NetzPoint low = to_pixels (self, (NetzPoint) { clip->x, clip->y });
      NetzPoint high = to_pixels (self, (NetzPoint) { clip->x + clip->width, clip->y + clip->height });

      self->left = (int) CLAMP (ceil (low.x - 0.01), 0, width);
      self->top = (int) CLAMP (ceil (low.y - 0.01), 0, height);
      self->right = (int) CLAMP (floor (high.x + 0.01), 0, width);
      self->bottom = (int) CLAMP (floor (high.y + 0.01), 0, height);
    }

  cairo_rectangle_list_destroy (list);
  return single;
}

/**
 * netz_raster_begin:
 * @self: (out): what is drawn with
 * @cr: a context; its matrix and clip hold
 *
 * Returns: FALSE where the context is none for this: not an image, turned, or clipped to more than a rectangle
 */
gboolean
netz_raster_begin (NetzRaster *self,
                   cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  double device_x, device_y, offset_x, offset_y;
  cairo_matrix_t matrix;
  cairo_format_t format;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE || cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    return FALSE;

  format = cairo_image_surface_get_format (surface);
  cairo_get_matrix (cr, &matrix);
  if ((format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24) || matrix.xy != 0 || matrix.yx != 0 ||
      cairo_get_operator (cr) != CAIRO_OPERATOR_OVER)
    return FALSE;

  cairo_surface_flush (surface);
  cairo_surface_get_device_scale (surface, &device_x, &device_y);
  cairo_surface_get_device_offset (surface, &offset_x, &offset_y);
  self->surface = surface;
  self->pixels = (gpointer) cairo_image_surface_get_data (surface);
  self->stride = cairo_image_surface_get_stride (surface) / 4;
  self->scale_x = matrix.xx * device_x;
  self->scale_y = matrix.yy * device_y;
  self->origin_x = matrix.x0 * device_x + offset_x;
  self->origin_y = matrix.y0 * device_y + offset_y;
  return self->pixels != NULL &&
         find_clip (self, cr, cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));
}

void
netz_raster_end (NetzRaster *self)
{
  cairo_surface_mark_dirty (self->surface);
}

/**
 * netz_raster_line:
 * @self: what is drawn with
 * @a: one end
 * @b: the other
 * @colour: its colour
 * @alpha: the line's width in pixels, at most 1, times its opacity
 */
void
netz_raster_line (const NetzRaster *self,
                  NetzPoint a,
                  NetzPoint b,
                  const NetzRgba *colour,
                  double alpha)
{
  Ink ink = make_ink (colour);

  draw_between (self, to_pixels (self, a), to_pixels (self, b), &ink, alpha);
}

void
netz_raster_curve (const NetzRaster *self,
                   const NetzCurve *curve,
                   const NetzRgba *colour,
                   double alpha)
{
  Ink ink = make_ink (colour);
  NetzPoint before = to_pixels (self, curve->p[0]);
  NetzPoint end = to_pixels (self, curve->p[3]);
  int n = CLAMP ((int) ((fabs (end.x - before.x) + fabs (end.y - before.y)) / PIECE_PIXELS), 1, MOST_PIECES);

  for (int i = 1; i <= n; i++)
    {
      NetzPoint here = to_pixels (self, netz_curve_at (curve, (double) i / n));

      draw_between (self, before, here, &ink, alpha);
      before = here;
    }
}

/* A square around a point, of `half` a side's length. */
void
netz_raster_dot (const NetzRaster *self,
                 NetzPoint centre,
                 double half,
                 const NetzRgba *colour,
                 double alpha)
{
  Ink ink = make_ink (colour);
  guint32 part = (guint32) (CLAMP (alpha, 0, 1) * 256);
  NetzPoint low = to_pixels (self, (NetzPoint) { centre.x - half, centre.y - half });
  NetzPoint high = to_pixels (self, (NetzPoint) { centre.x + half, centre.y + half });
  int left = (int) MAX (self->left, lround (low.x));
  int right = (int) MIN (self->right, lround (high.x));

  for (int y = (int) MAX (self->top, lround (low.y)); y < MIN (self->bottom, lround (high.y)); y++)
    for (int x = left; x < right; x++)
      blend (self->pixels + y * self->stride + x, &ink, part);
}
