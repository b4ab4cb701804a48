/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-paint.h"
#include "scene/netz-raster.h"

#include <math.h>

/*
 * In pixels, of half a shape: less is a dot, less is without an icon, more is not worth a stamp. What is no raster can
 * be made larger by who looks at it, so it has all icons.
 */
#define DOT 2.6
#define ICON 7.0
#define LARGEST_STAMP 48.0

#define MOST_STAMPS 500

/* The ground around a shape, so that lines that pass behind it are seen to. */
#define HALO 2.5

#define MARKS_SCALE 0.55
#define MARK_RADIUS 5.5

/* How far the ground of a group reaches beyond a shape, and the number that stands on it. */
#define GROUND_FACTOR 1.2
#define GROUND_MARGIN 5.5
#define NUMBER_RADIUS 10.0
#define NUMBER_SIZE 13.0

/* In pixels: smaller type cannot be read. A number that would be is written large, in place of the icon. */
#define LEAST_TYPE 9.0
#define LARGE_NUMBER 1.25

/* What a stamp needs to know of the surface that it is made for. */
typedef struct
{
  gboolean raster;
  double device;
  double radius; /* pixels */
} Target;

static Target
get_target (const NetzPaint *self)
{
  cairo_surface_t *surface = cairo_get_group_target (self->cr);
  Target target = { FALSE, 1, NETZ_NODE_RADIUS * self->scale };
  double device_y, x = NETZ_NODE_RADIUS, y = 0;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return target;

  cairo_surface_get_device_scale (surface, &target.device, &device_y);
  cairo_user_to_device_distance (self->cr, &x, &y);
  target.raster = y == 0 && target.device == device_y;
  target.radius = x * target.device;
  return target;
}

static void
paint_look (const NetzPaint *self,
            cairo_t *cr,
            const NetzLook *look,
            double x,
            double y,
            double radius,
            gboolean icon)
{
  const NetzRgba *ground = &self->style->ground;

  netz_shape_trace (look->shape, cr, x, y, radius * (1 + HALO / NETZ_NODE_RADIUS));
  cairo_set_source_rgba (cr, ground->red, ground->green, ground->blue, 0.9);
  cairo_fill (cr);
  netz_look_paint (look, cr, icon ? self->scene->icons : NULL, x, y, radius);
}

static cairo_surface_t *
get_stamp (const NetzPaint *self,
           guint look,
           double radius)
{
  GHashTable *stamps = self->scene->stamps;
  gint64 key = ((gint64) look << 32) | (gint64) lround (radius * 8);
  cairo_surface_t *stamp = g_hash_table_lookup (stamps, &key);
  int side = 2 * ((int) ceil (radius * 1.35) + 1);
  cairo_t *cr;

  if (stamp != NULL)
    return stamp;

  if (g_hash_table_size (stamps) >= MOST_STAMPS)
    g_hash_table_remove_all (stamps);

  stamp = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cr = cairo_create (stamp);
  paint_look (self, cr, &g_array_index (self->scene->looks, NetzLook, look), side / 2, side / 2, radius,
              radius >= ICON);
  cairo_destroy (cr);
  g_hash_table_insert (stamps, g_memdup2 (&key, sizeof key), stamp);
  return stamp;
}

static void
paint_stamp (const NetzPaint *self,
             const Target *target,
             guint look,
             NetzPoint centre,
             double alpha)
{
  cairo_surface_t *stamp = get_stamp (self, look, target->radius);
  int half = cairo_image_surface_get_width (stamp) / 2;

  cairo_user_to_device (self->cr, &centre.x, &centre.y);
  cairo_save (self->cr);
  cairo_identity_matrix (self->cr);
  cairo_scale (self->cr, 1 / target->device, 1 / target->device);
  cairo_set_source_surface (self->cr, stamp, round (centre.x * target->device) - half,
                            round (centre.y * target->device) - half);
  cairo_pattern_set_filter (cairo_get_source (self->cr), CAIRO_FILTER_NEAREST);
  if (alpha < 1)
    cairo_paint_with_alpha (self->cr, alpha);
  else
    cairo_paint (self->cr);
  cairo_restore (self->cr);
}

static void
paint_dot (const NetzPaint *self,
           const NetzRaster *raster,
           const NetzRgba *fill,
           NetzPoint centre,
           double radius,
           double alpha)
{
  double half = MAX (radius, 1.1 * self->pixel);

  if (raster != NULL)
    {
      netz_raster_dot (raster, centre, half, fill, alpha);
      return;
    }

  cairo_rectangle (self->cr, centre.x - half, centre.y - half, half * 2, half * 2);
  netz_paint_set_colour (self, fill, alpha);
  cairo_fill (self->cr);
}

static void
paint_mark (const NetzPaint *self,
            NetzPoint centre,
            double dx,
            double dy,
            const NetzRgba *fill,
            const NetzRgba *rim,
            double radius,
            double alpha)
{
  double x = centre.x + dx;
  double y = centre.y + dy;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
  netz_paint_set_colour (self, fill, alpha);
  cairo_fill_preserve (self->cr);
  netz_paint_set_colour (self, rim, alpha);
  cairo_set_line_width (self->cr, 1.5);
  cairo_stroke (self->cr);
}

static void
paint_marks (const NetzPaint *self,
             const NetzNodeItem *node,
             NetzPoint centre,
             double alpha)
{
  const NetzStyle *style = self->style;
  const double away = node->radius * 0.78;

  if (node->marks & NETZ_MARK_NOTES)
    paint_mark (self, centre, away, -away, &style->mark, &style->ground, MARK_RADIUS, alpha);
  if (node->marks & NETZ_MARK_CONTACT)
    paint_mark (self, centre, away, away, &style->ground, &style->text_quiet, MARK_RADIUS * 0.7, alpha);
  if (node->marks & NETZ_MARK_PINNED)
    {
      paint_mark (self, centre, -away, -away, &style->text_quiet, &style->ground, MARK_RADIUS, alpha);
      cairo_arc (self->cr, centre.x - away, centre.y - away, MARK_RADIUS * 0.35, 0, 2 * G_PI);
      netz_paint_set_colour (self, &style->ground, alpha);
      cairo_fill (self->cr);
    }
}

/* The ground of a group, behind the shape. */
static void
paint_ground (const NetzPaint *self,
              const NetzNodeItem *node,
              NetzPoint centre,
              double alpha)
{
  double radius = node->radius * GROUND_FACTOR + GROUND_MARGIN;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, centre.x, centre.y, radius, 0, 2 * G_PI);
  netz_paint_set_colour (self, netz_colouring_get_colour (node->group), alpha);
  cairo_fill (self->cr);
}

static void
write_number (const NetzPaint *self,
              guint number,
              NetzPoint at,
              double size,
              double alpha)
{
  cairo_text_extents_t extents;
  char text[8];

  g_snprintf (text, sizeof text, "%u", number);
  cairo_select_font_face (self->cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (self->cr, size);
  cairo_text_extents (self->cr, text, &extents);
  cairo_move_to (self->cr, at.x - extents.width / 2 - extents.x_bearing,
                 at.y - extents.height / 2 - extents.y_bearing);
  netz_paint_set_colour (self, &self->style->text, alpha);
  cairo_show_text (self->cr, text);
  cairo_new_path (self->cr);
}

/* The number of a group: at the lower left of the shape, or where that would be too small, on it. */
static void
paint_number (const NetzPaint *self,
              const NetzNodeItem *node,
              NetzPoint centre,
              double alpha)
{
  const NetzRgba *colour = netz_colouring_get_colour (node->group);
  const double away = node->radius * 0.92;
  const double large = node->radius * LARGE_NUMBER;

  if (NUMBER_SIZE * self->scale >= LEAST_TYPE)
    {
      paint_mark (self, centre, -away, away, &self->style->ground, colour, NUMBER_RADIUS, alpha);
      write_number (self, node->group, (NetzPoint) { centre.x - away, centre.y + away }, NUMBER_SIZE, alpha);
    }
  else if (large * self->scale >= LEAST_TYPE)
    {
      paint_mark (self, centre, 0, 0, &self->style->ground, colour, node->radius * 0.85, alpha);
      write_number (self, node->group, centre, large, alpha);
    }
}

void
netz_paint_nodes (const NetzPaint *self,
                  GArray *items)
{
  Target target = get_target (self);
  gboolean marks = self->scene->show_marks && self->scale >= MARKS_SCALE;

  NetzRaster raster;
  gboolean dots = target.raster && target.radius < DOT;
  gboolean fast = dots && netz_raster_begin (&raster, self->cr);

  cairo_new_path (self->cr);
  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);
      guint32 slot = NETZ_ITEM_SLOT (item);
      const NetzNodeItem *node;
      const NetzLook *look;
      NetzPoint centre;
      double alpha;

      if (NETZ_ITEM_TYPE (item) != NETZ_ITEM_NODE)
        continue;

      node = netz_items_get_node (self->items, slot);
      look = &g_array_index (self->scene->looks, NetzLook, node->look);
      centre = netz_paint_get_centre (self, slot);
      alpha = netz_paint_get_alpha (self, item);

      if (dots)
        {
          paint_dot (self, fast ? &raster : NULL,
                     node->group > 0 ? netz_colouring_get_colour (node->group) : &look->fill, centre, node->radius,
                     alpha);
          continue;
        }
      if (node->group > 0)
        paint_ground (self, node, centre, alpha);
      if (target.raster && target.radius <= LARGEST_STAMP && node->radius == (float) NETZ_NODE_RADIUS)
        {
          paint_stamp (self, &target, node->look, centre, alpha);
        }
      else
        {
          if (alpha < 1)
            cairo_push_group (self->cr);
          paint_look (self, self->cr, look, centre.x, centre.y, node->radius,
                      !target.raster || target.radius >= ICON);
          if (alpha < 1)
            {
              cairo_pop_group_to_source (self->cr);
              cairo_paint_with_alpha (self->cr, alpha);
            }
        }
      if (marks && node->marks != 0)
        paint_marks (self, node, centre, alpha);
      if (node->group > 0)
        paint_number (self, node, centre, alpha);
    }
  if (fast)
    netz_raster_end (&raster);
}
