/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-paint.h"

#include <math.h>

/* Below this scale a bow is less than two pixels: a straight line costs half. */
#define STRAIGHT_SCALE 0.12

/* Below this one dashes run into each other. */
#define SOLID_SCALE 0.28

#define THINNEST_PIXELS 0.75
#define DOUBLE_OUTER 3.0
#define DOUBLE_INNER 1.15

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
            double factor)
{
  gboolean dashed = stroke->n_dash > 0 && self->scale >= SOLID_SCALE;

  cairo_set_line_width (self->cr, MAX (stroke->width * factor, THINNEST_PIXELS * self->pixel));
  cairo_set_dash (self->cr, stroke->dash, dashed ? stroke->n_dash : 0, 0);
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
              double alpha)
{
  gboolean solid = stroke->width * DOUBLE_INNER * self->scale < 0.5;
  NetzRgba flat = netz_rgba_mix (&self->style->ground, colour, stroke->alpha * alpha);

  trace_curve (self, curve);
  set_stroke (self, stroke, solid ? DOUBLE_OUTER * 0.7 : DOUBLE_OUTER);
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
            guint32 item)
{
  const NetzEdgeItem *edge = netz_items_get_edge (self->items, NETZ_ITEM_SLOT (item));
  const NetzLine *line = &g_array_index (self->scene->lines, NetzLine, edge->look);
  double alpha = netz_paint_get_alpha (self, item);
  NetzStroke stroke;
  NetzCurve curve;

  netz_paint_get_curve (self, NETZ_ITEM_SLOT (item), &curve);
  netz_style_get_stroke (self->style, edge->status, &stroke);
  if (line->is_double)
    {
      paint_double (self, &curve, &stroke, &line->colour, alpha);
      return;
    }

  alpha *= stroke.alpha * netz_scene_get_edge_alpha (self->scene) * get_far_alpha (self, &stroke);
  trace_curve (self, &curve);
  set_stroke (self, &stroke, 1);
  netz_paint_set_colour (self, &line->colour, alpha);
  cairo_stroke (self->cr);
}

/* Each line is stroked by itself: all in one path take three times as long, and crossings would not show. */
void
netz_paint_edges (const NetzPaint *self,
                  GArray *items,
                  gboolean doubles)
{
  cairo_new_path (self->cr);
  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);

      if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
        {
          const NetzEdgeItem *edge = netz_items_get_edge (self->items, NETZ_ITEM_SLOT (item));

          if (g_array_index (self->scene->lines, NetzLine, edge->look).is_double == doubles)
            paint_edge (self, item);
        }
    }
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
      paint_double (&paint, &curve, &stroke, &colour, 1);
    }
  else
    {
      trace_curve (&paint, &curve);
      set_stroke (&paint, &stroke, 1);
      netz_paint_set_colour (&paint, &colour, stroke.alpha);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
