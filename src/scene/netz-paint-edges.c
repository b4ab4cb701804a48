/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-paint.h"
#include "scene/netz-raster.h"

#include <math.h>

/* Below this scale a bow is less than two pixels: a straight line costs half. */
#define STRAIGHT_SCALE 0.12

/* Below this one dashes run into each other. */
#define SOLID_SCALE 0.28

#define THINNEST_PIXELS 0.75
#define DOUBLE_OUTER 3.0
#define DOUBLE_INNER 1.15

/* Up to this width in pixels a line need not have two sides. */
#define THIN_PIXELS 1.1

/* Parts of a curve that are looked at on their own where only some of it is in sight, and how long it has to be for
 * that to be worth a dash that may be a hair off its place. */
#define N_PARTS 16
#define LONG_PIXELS 4000.0

/* A part without bows in it lies within its four points. */
static gboolean
is_in_sight (const NetzCurve *part,
             const NetzRect *area)
{
  NetzRect ends = netz_rect_from_points (part->p[0], part->p[3]);
  NetzRect middle = netz_rect_from_points (part->p[1], part->p[2]);
  NetzRect box = netz_rect_union (&ends, &middle);

  return netz_rect_intersects (&box, area);
}

static double
measure_part (const NetzCurve *curve,
              double to)
{
  NetzPoint before = curve->p[0];
  double length = 0;

  for (int i = 1; i <= 4 * N_PARTS; i++)
    {
      NetzPoint here = netz_curve_at (curve, to * i / (4 * N_PARTS));

      length += hypot (here.x - before.x, here.y - before.y);
      before = here;
    }
  return length;
}

/* Leaves what is in sight of a curve: dashes of a long line far outside take long, and cairo's numbers end. Gives the
 * length of what was cut off its beginning, so that dashes stay where they are. FALSE where nothing is left. */
static gboolean
clip_curve (const NetzPaint *self,
            NetzCurve *curve,
            double *skipped)
{
  NetzRect bounds = netz_curve_get_bounds (curve);
  int first = -1, last = -1;

  *skipped = 0;
  if (netz_rect_contains (&self->area, &bounds))
    return TRUE;

  for (int i = 0; i < N_PARTS; i++)
    {
      NetzCurve part = netz_curve_get_part (curve, (double) i / N_PARTS, (i + 1.0) / N_PARTS);

      if (is_in_sight (&part, &self->area))
        {
          first = first < 0 ? i : first;
          last = i;
        }
    }
  if (first < 0)
    return FALSE;
  if (MAX (bounds.width, bounds.height) * self->scale < LONG_PIXELS)
    return TRUE;

  if (first > 0)
    *skipped = measure_part (curve, (double) first / N_PARTS);
  *curve = netz_curve_get_part (curve, (double) first / N_PARTS, (last + 1.0) / N_PARTS);
  return TRUE;
}

static void
trace_curve (const NetzPaint *self,
             const NetzCurve *curve)
{
  cairo_move_to (self->cr, curve->p[0].x, curve->p[0].y);
  if (self->scale < STRAIGHT_SCALE)
    cairo_line_to (self->cr, curve->p[3].x, curve->p[3].y);
  else
    cairo_curve_to (self->cr, curve->p[1].x, curve->p[1].y, curve->p[2].x, curve->p[2].y, curve->p[3].x, curve->p[3].y);
}

static void
set_stroke (const NetzPaint *self,
            const NetzStroke *stroke,
            double factor,
            double skipped)
{
  gboolean dashed = stroke->n_dash > 0 && self->scale >= SOLID_SCALE;

  cairo_set_line_width (self->cr, MAX (stroke->width * factor, THINNEST_PIXELS * self->pixel));
  cairo_set_dash (self->cr, stroke->dash, dashed ? stroke->n_dash : 0, skipped);
  cairo_set_line_cap (self->cr, dashed && stroke->dash[0] < 1 ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

/* Far out a thin line cannot be thinner than a pixel: it becomes paler instead. */
static double
get_far_alpha (const NetzPaint *self,
               const NetzStroke *stroke)
{
  double pixels = stroke->width * self->scale;

  return pixels >= THINNEST_PIXELS ? 1 : MAX (pixels / THINNEST_PIXELS, 0.35);
}

static void
paint_double (const NetzPaint *self,
              const NetzCurve *curve,
              const NetzStroke *stroke,
              const NetzRgba *colour,
              double alpha,
              double skipped)
{
  gboolean solid = stroke->width * DOUBLE_INNER * self->scale < 0.5;
  NetzRgba flat = netz_rgba_mix (&self->style->ground, colour, stroke->alpha * alpha);

  trace_curve (self, curve);
  set_stroke (self, stroke, solid ? DOUBLE_OUTER * 0.7 : DOUBLE_OUTER, skipped);
  netz_paint_set_colour (self, &flat, 1);
  if (solid)
    {
      cairo_stroke (self->cr);
      return;
    }

  cairo_stroke_preserve (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_width (self->cr, stroke->width * DOUBLE_INNER);
  netz_paint_set_colour (self, &self->style->ground, 1);
  cairo_stroke (self->cr);
}

static void
paint_edge (const NetzPaint *self,
            const NetzRaster *raster,
            guint32 item)
{
  const NetzEdgeItem *edge = netz_items_get_edge (self->items, NETZ_ITEM_SLOT (item));
  const NetzLine *line = &g_array_index (self->scene->lines, NetzLine, edge->look);
  double alpha = netz_paint_get_alpha (self, item);
  NetzStroke stroke;
  NetzCurve curve;
  double skipped = 0;

  netz_paint_get_curve (self, NETZ_ITEM_SLOT (item), &curve);
  netz_style_get_stroke (self->style, edge->status, &stroke);
  if (!line->is_double)
    alpha *= stroke.alpha * netz_scene_get_edge_alpha (self->scene) * get_far_alpha (self, &stroke);

  if (raster != NULL)
    {
      alpha *= MAX (stroke.width * self->scale, THINNEST_PIXELS);
      if (self->scale < STRAIGHT_SCALE)
        netz_raster_line (raster, curve.p[0], curve.p[3], &line->colour, alpha);
      else
        netz_raster_curve (raster, &curve, &line->colour, alpha);
      return;
    }

  if (self->scale >= STRAIGHT_SCALE && !clip_curve (self, &curve, &skipped))
    return;
  if (line->is_double)
    {
      paint_double (self, &curve, &stroke, &line->colour, alpha, skipped);
      return;
    }

  trace_curve (self, &curve);
  set_stroke (self, &stroke, 1, skipped);
  netz_paint_set_colour (self, &line->colour, alpha);
  cairo_stroke (self->cr);
}

/* Each line is stroked by itself: all in one path take three times as long, and crossings would not show. */
void
netz_paint_edges (const NetzPaint *self,
                  GArray *items,
                  gboolean doubles)
{
  gboolean thin = !doubles && self->scale < SOLID_SCALE && 2.4 * self->style->line_width * self->scale < THIN_PIXELS;
  NetzRaster raster;

  thin = thin && netz_raster_begin (&raster, self->cr);
  cairo_new_path (self->cr);
  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);

      if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
        {
          const NetzEdgeItem *edge = netz_items_get_edge (self->items, NETZ_ITEM_SLOT (item));

          if (g_array_index (self->scene->lines, NetzLine, edge->look).is_double == doubles)
            paint_edge (self, thin ? &raster : NULL, item);
        }
    }
  if (thin)
    netz_raster_end (&raster);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

/**
 * netz_painter_paint_line:
 * @cr: what to paint on
 * @programme: (nullable): whose colour and kind of line
 * @status: what dashes
 * @style: the style
 * @x: the left end
 * @y: the height
 * @width: how long
 *
 * Paints a piece of a partnership's line, as on the canvas, for legends and lists.
 */
void
netz_painter_paint_line (cairo_t *cr,
                         const NetzProgramme *programme,
                         NetzStatus status,
                         const NetzStyle *style,
                         double x,
                         double y,
                         double width)
{
  const NetzPaint paint = { .style = style, .cr = cr, .scale = 1, .pixel = 1 };
  const NetzCurve curve = { { { x, y }, { x + width / 3, y }, { x + width * 2 / 3, y }, { x + width, y } } };
  NetzRgba colour = style->line;
  NetzStroke stroke;

  if (programme != NULL)
    netz_rgba_parse (&colour, programme->colour);
  colour = netz_rgba_reach_contrast (&colour, &style->ground, style->contrast >= 7 ? 4.5 : 2.6);
  netz_style_get_stroke (style, status, &stroke);

  cairo_save (cr);
  cairo_new_path (cr);
  if (programme != NULL && g_strcmp0 (programme->line, "double") == 0)
    {
      paint_double (&paint, &curve, &stroke, &colour, 1, 0);
    }
  else
    {
      trace_curve (&paint, &curve);
      set_stroke (&paint, &stroke, 1, 0);
      netz_paint_set_colour (&paint, &colour, stroke.alpha);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
