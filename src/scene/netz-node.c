/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-node.h"

#include <math.h>

/* The shapes are drawn so that all seem to be of one size. */
#define ROUNDED_HALF 0.9
#define ROUNDED_CORNER 0.34
#define SQUARE_HALF 0.86
#define SQUARE_CORNER 0.08
#define HEXAGON_RADIUS 1.07
#define DIAMOND_RADIUS 1.2

#define ICON_SIZE 1.06
#define RIM_WIDTH 0.07

static NetzShape
find_shape (const NetzKind *kind)
{
  static const char *const names[] = { "circle", "rounded", "hexagon", "square", "diamond" };

  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (kind->shape, names[i]) == 0)
      return i;

  if (kind != NULL && g_strcmp0 (kind->group, "school") == 0)
    return NETZ_SHAPE_CIRCLE;
  if (kind != NULL && g_strcmp0 (kind->group, "provider") == 0)
    return NETZ_SHAPE_ROUNDED;
  if (kind != NULL && g_strcmp0 (kind->group, "steering") == 0)
    return NETZ_SHAPE_HEXAGON;
  return NETZ_SHAPE_SQUARE;
}

/* How far a rounded square's edge is from its centre, towards the unit vector (ux, uy), both at least 0. */
static double
get_square_extent (double half,
                   double corner,
                   double ux,
                   double uy)
{
  double extent = half / MAX (ux, uy);
  double inner = half - corner;
  double along;

  if (MIN (ux, uy) * extent <= inner)
    return extent;

  along = (ux + uy) * inner;
  return along + sqrt (MAX (0, along * along - 2 * inner * inner + corner * corner));
}

static void
trace_square (cairo_t *cr,
              double x,
              double y,
              double half,
              double corner)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + half - corner, y - half + corner, corner, -G_PI_2, 0);
  cairo_arc (cr, x + half - corner, y + half - corner, corner, 0, G_PI_2);
  cairo_arc (cr, x - half + corner, y + half - corner, corner, G_PI_2, G_PI);
  cairo_arc (cr, x - half + corner, y - half + corner, corner, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_polygon (cairo_t *cr,
               double x,
               double y,
               double radius,
               int corners)
{
  cairo_new_sub_path (cr);
  for (int i = 0; i < corners; i++)
    {
      double angle = 2 * G_PI * i / corners;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

/**
 * netz_look_init:
 * @self: (out): how the kind looks
 * @kind: (nullable): a kind; its icon's name is borrowed from it
 * @style: the style
 */
void
netz_look_init (NetzLook *self,
                const NetzKind *kind,
                const NetzStyle *style)
{
  NetzRgba towards;

  self->shape = find_shape (kind);
  self->fill = style->neutral;
  self->icon = kind != NULL ? kind->icon : NULL;
  if (kind != NULL)
    netz_rgba_parse (&self->fill, kind->colour);

  if (netz_rgba_get_contrast (&style->rim_dark, &self->fill) > netz_rgba_get_contrast (&style->rim_light, &self->fill))
    self->ink = style->rim_dark;
  else
    self->ink = style->rim_light;

  towards = netz_rgba_mix (&self->fill, &style->rim_dark, 0.4);
  self->rim = netz_rgba_reach_contrast (&towards, &style->ground, 3);
}

/**
 * netz_shape_get_extent:
 * @shape: an outline
 * @radius: half of its size
 * @dx: a direction
 * @dy: a direction
 *
 * Returns: how far the rim is from the centre in that direction
 */
double
netz_shape_get_extent (NetzShape shape,
                       double radius,
                       double dx,
                       double dy)
{
  double length = hypot (dx, dy);
  double ux = length > 0 ? fabs (dx) / length : 1;
  double uy = length > 0 ? fabs (dy) / length : 0;

  switch (shape)
    {
    case NETZ_SHAPE_ROUNDED:
      return get_square_extent (radius * ROUNDED_HALF, radius * ROUNDED_CORNER, ux, uy);

    case NETZ_SHAPE_SQUARE:
      return get_square_extent (radius * SQUARE_HALF, radius * SQUARE_CORNER, ux, uy);

    case NETZ_SHAPE_HEXAGON:
      /* The sides' normals are at 30° and 90°. */
      return radius * HEXAGON_RADIUS * cos (G_PI / 6) / MAX (uy, ux * cos (G_PI / 6) + uy * 0.5);

    case NETZ_SHAPE_DIAMOND:
      return radius * DIAMOND_RADIUS / (ux + uy);

    case NETZ_SHAPE_CIRCLE:
    default:
      return radius;
    }
}

/**
 * netz_shape_trace:
 * @shape: an outline
 * @cr: whose path it is added to
 * @x: the centre
 * @y: the centre
 * @radius: half of its size
 */
void
netz_shape_trace (NetzShape shape,
                  cairo_t *cr,
                  double x,
                  double y,
                  double radius)
{
  switch (shape)
    {
    case NETZ_SHAPE_ROUNDED:
      trace_square (cr, x, y, radius * ROUNDED_HALF, radius * ROUNDED_CORNER);
      break;

    case NETZ_SHAPE_SQUARE:
      trace_square (cr, x, y, radius * SQUARE_HALF, radius * SQUARE_CORNER);
      break;

    case NETZ_SHAPE_HEXAGON:
      trace_polygon (cr, x, y, radius * HEXAGON_RADIUS, 6);
      break;

    case NETZ_SHAPE_DIAMOND:
      trace_polygon (cr, x, y, radius * DIAMOND_RADIUS, 4);
      break;

    case NETZ_SHAPE_CIRCLE:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    }
}

/**
 * netz_look_paint:
 * @self: how it looks
 * @cr: what to paint on
 * @icons: (nullable): where the icon comes from; %NULL = without
 * @x: the centre
 * @y: the centre
 * @radius: half of its size
 *
 * Paints the shape with rim and icon.
 */
void
netz_look_paint (const NetzLook *self,
                 cairo_t *cr,
                 NetzIcons *icons,
                 double x,
                 double y,
                 double radius)
{
  double icon = radius * ICON_SIZE;

  netz_shape_trace (self->shape, cr, x, y, radius * (1 - RIM_WIDTH / 2));
  cairo_set_source_rgba (cr, self->fill.red, self->fill.green, self->fill.blue, self->fill.alpha);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, self->rim.red, self->rim.green, self->rim.blue, self->rim.alpha);
  cairo_set_line_width (cr, radius * RIM_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);

  if (icons != NULL)
    netz_icons_paint (icons, cr, self->icon, &self->ink, x - icon / 2, y - icon / 2, icon);
}

/**
 * netz_node_paint_icon:
 * @cr: what to paint on
 * @kind: (nullable): a kind
 * @style: the style
 * @x: the left side
 * @y: the top
 * @size: width and height, in units of @cr
 *
 * Paints the symbol of a kind as on the canvas, for lists and palettes. May
 * be called from any thread.
 */
void
netz_node_paint_icon (cairo_t *cr,
                      const NetzKind *kind,
                      const NetzStyle *style,
                      double x,
                      double y,
                      double size)
{
  static GPrivate icons_of_thread = G_PRIVATE_INIT ((GDestroyNotify) netz_icons_unref);
  NetzIcons *icons = g_private_get (&icons_of_thread);
  NetzLook look;

  if (icons == NULL)
    {
      icons = netz_icons_new ();
      g_private_set (&icons_of_thread, icons);
    }

  netz_look_init (&look, kind, style);
  netz_look_paint (&look, cr, icons, x + size / 2, y + size / 2, size / 2 * 0.92);
}
