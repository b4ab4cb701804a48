/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-paint.h"

#include <math.h>

/* Lines and dots that are thinner than a pixel are made one, and so reach beyond their bounds. */
#define SLACK_PIXELS 3.0

static const NetzRect everything = { -2 * NETZ_COORDINATE_LIMIT, -2 * NETZ_COORDINATE_LIMIT, 4 * NETZ_COORDINATE_LIMIT,
                                     4 * NETZ_COORDINATE_LIMIT };

static gboolean
names_partnerships (NetzItems *items,
                    GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;

  if (ids == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint32 item = netz_items_find (items, id);

      if (item != NETZ_NO_ITEM && NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_left_out (const NetzPaint *self,
             guint32 item)
{
  GHashTable *ids = self->options->leave_out;

  if (g_hash_table_contains (ids, netz_record_get_id (netz_items_get_record (self->items, item))))
    return TRUE;

  if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
    {
      const NetzEdgeItem *edge = netz_items_get_edge (self->items, NETZ_ITEM_SLOT (item));

      return is_left_out (self, NETZ_ITEM (NETZ_ITEM_NODE, edge->ends[0])) ||
             is_left_out (self, NETZ_ITEM (NETZ_ITEM_NODE, edge->ends[1]));
    }
  return FALSE;
}

static void
drop_left_out (const NetzPaint *self,
               GArray *items)
{
  guint kept = 0;

  if (self->options->leave_out == NULL)
    return;

  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);

      if (!is_left_out (self, item))
        g_array_index (items, guint32, kept++) = item;
    }
  g_array_set_size (items, kept);
}

static void
begin (NetzPaint *self,
       NetzScene *scene,
       cairo_t *cr,
       double scale,
       const NetzPaintOptions *options)
{
  *self = (NetzPaint) {
    .scene = scene,
    .items = scene->items,
    .style = scene->style,
    .cr = cr,
    .scale = scale,
    .pixel = 1 / scale,
    .area = everything,
    .options = options,
    .edges_named = names_partnerships (scene->items, options->highlight),
  };
}

static void
paint_background (const NetzPaint *self)
{
  const NetzRect *rect = &self->scene->background_rect;
  cairo_surface_t *picture = self->scene->background;
  double scale;

  if (self->options->no_background || picture == NULL)
    return;

  scale = rect->width / cairo_image_surface_get_width (picture);
  cairo_save (self->cr);
  cairo_translate (self->cr, rect->x, rect->y);
  cairo_scale (self->cr, scale, scale);
  cairo_rectangle (self->cr, 0, 0, cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture));
  cairo_clip (self->cr);
  cairo_set_source_surface (self->cr, picture, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (self->cr), CAIRO_EXTEND_PAD);
  cairo_paint_with_alpha (self->cr, self->scene->background_opacity);
  cairo_restore (self->cr);
}

static void
paint_all (const NetzPaint *self,
           GArray *items)
{
  netz_paint_frames (self, items);
  netz_paint_edges (self, items, FALSE);
  netz_paint_edges (self, items, TRUE);
  netz_paint_nodes (self, items);
  netz_paint_notes (self, items);
  netz_paint_titles (self, items);
  netz_paint_edge_labels (self, items);
  netz_paint_labels (self, items);
}

void
netz_paint_set_colour (const NetzPaint *self,
                       const NetzRgba *colour,
                       double alpha)
{
  cairo_set_source_rgba (self->cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

/* The opacity of an item: what does not stand out fades. */
double
netz_paint_get_alpha (const NetzPaint *self,
                      guint32 item)
{
  GHashTable *highlight = self->options->highlight;
  guint32 slot = NETZ_ITEM_SLOT (item);
  gboolean faded = FALSE;

  if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
    {
      const NetzEdgeItem *edge = netz_items_get_edge (self->items, slot);
      const NetzNodeItem *a = netz_items_get_node (self->items, edge->ends[0]);
      const NetzNodeItem *b = netz_items_get_node (self->items, edge->ends[1]);

      faded = edge->faded || a->faded || b->faded;
      if (!faded && highlight != NULL && !self->edges_named)
        faded = !g_hash_table_contains (highlight, netz_record_get_id (NETZ_RECORD (a->record))) ||
                !g_hash_table_contains (highlight, netz_record_get_id (NETZ_RECORD (b->record)));
      else if (!faded && highlight != NULL)
        faded = !g_hash_table_contains (highlight, netz_record_get_id (NETZ_RECORD (edge->record)));
      return faded ? self->style->fade * 0.7 : 1;
    }

  if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_NODE)
    faded = netz_items_get_node (self->items, slot)->faded;
  else
    faded = netz_items_get_box (self->items, item)->faded;

  if (!faded && highlight != NULL && NETZ_ITEM_TYPE (item) != NETZ_ITEM_FRAME)
    faded = !g_hash_table_contains (highlight, netz_record_get_id (netz_items_get_record (self->items, item)));
  return faded ? self->style->fade : 1;
}

NetzPoint
netz_paint_get_centre (const NetzPaint *self,
                       guint32 slot)
{
  const NetzNodeItem *node = netz_items_get_node (self->items, slot);

  if (self->moved == NULL || !g_hash_table_contains (self->moved, netz_record_get_id (NETZ_RECORD (node->record))))
    return node->centre;

  return (NetzPoint){ netz_coordinate_clamp (node->centre.x + self->dx),
                      netz_coordinate_clamp (node->centre.y + self->dy) };
}

void
netz_paint_get_curve (const NetzPaint *self,
                      guint32 slot,
                      NetzCurve *curve)
{
  const NetzEdgeItem *edge = netz_items_get_edge (self->items, slot);

  netz_items_route (self->items, edge, netz_paint_get_centre (self, edge->ends[0]),
                    netz_paint_get_centre (self, edge->ends[1]), curve);
}

/* How much type is enlarged so that it can still be read; 1 where it can anyway. */
double
netz_paint_get_type_factor (NetzScene *scene,
                            double scale)
{
  double pixels = scene->items->font_size * scale;

  return pixels >= NETZ_PAINTER_SMALLEST_TYPE ? 1 : NETZ_PAINTER_SMALLEST_TYPE * 1.05 / pixels;
}

/**
 * netz_painter_paint:
 * @scene: a scene
 * @cr: what to paint on; its matrix maps scene units
 * @area: (nullable): what is needed, in scene units; %NULL = all. The caller clips.
 * @scale: pixels a scene unit
 * @options: (nullable): what is painted, and how
 */
void
netz_painter_paint (NetzScene *scene,
                    cairo_t *cr,
                    const NetzRect *area,
                    double scale,
                    const NetzPaintOptions *options)
{
  const NetzPaintOptions defaults = { 0 };
  g_autoptr (GArray) items = NULL;
  NetzPaint paint;

  g_return_if_fail (NETZ_IS_SCENE (scene));
  g_return_if_fail (scale > 0 && isfinite (scale));

  g_mutex_lock (&scene->lock);
  begin (&paint, scene, cr, scale, options != NULL ? options : &defaults);
  if (area != NULL)
    {
      double edge_label = options != NULL && (options->all_edge_labels || options->edge_labels != NULL) ? 120 : 0;

      paint.area = netz_rect_grow (area, netz_painter_get_margin (scene, scale) +
                                             edge_label * scene->items->font_size / NETZ_LABEL_SIZE + 8);
    }

  items = netz_items_collect (scene->items, &paint.area);
  drop_left_out (&paint, items);

  cairo_save (cr);
  paint_background (&paint);
  paint_all (&paint, items);
  cairo_restore (cr);
  g_mutex_unlock (&scene->lock);
}

/* The items named, with the partnerships of the institutions among them, in the order of painting. */
static GArray *
find_items (NetzScene *scene,
            GHashTable *ids)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint32 item = netz_items_find (scene->items, id);
      guint32 slot = NETZ_ITEM_SLOT (item);
      guint32 edge;

      if (item == NETZ_NO_ITEM)
        continue;
      if (g_hash_table_add (found, GUINT_TO_POINTER (item)))
        g_array_append_val (items, item);
      if (NETZ_ITEM_TYPE (item) != NETZ_ITEM_NODE)
        continue;

      for (edge = netz_items_get_node (scene->items, slot)->first_edge; edge != NETZ_NO_ITEM;)
        {
          const NetzEdgeItem *next = netz_items_get_edge (scene->items, edge);
          guint32 edge_item = NETZ_ITEM (NETZ_ITEM_EDGE, edge);

          if (g_hash_table_add (found, GUINT_TO_POINTER (edge_item)))
            g_array_append_val (items, edge_item);
          edge = next->next[next->ends[0] == slot ? 0 : 1];
        }
    }
  return items;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/**
 * netz_painter_paint_items:
 * @scene: a scene
 * @cr: what to paint on
 * @ids: set of ids
 * @dx: how far they are moved
 * @dy: how far they are moved
 * @scale: pixels a scene unit
 * @highlight: whether they are ringed in the accent colour
 *
 * Paints these and the partnerships of the institutions among them, as if they
 * were moved: what is being dragged. Frames and notes move too.
 */
void
netz_painter_paint_items (NetzScene *scene,
                          cairo_t *cr,
                          GHashTable *ids,
                          double dx,
                          double dy,
                          double scale,
                          gboolean highlight)
{
  const NetzPaintOptions options = { .every_label = TRUE };
  g_autoptr (GArray) items = NULL;
  NetzPaint paint;

  g_return_if_fail (NETZ_IS_SCENE (scene));
  g_return_if_fail (ids != NULL);
  g_return_if_fail (scale > 0 && isfinite (scale) && isfinite (dx) && isfinite (dy));

  g_mutex_lock (&scene->lock);
  begin (&paint, scene, cr, scale, &options);
  paint.moved = ids;
  paint.dx = dx;
  paint.dy = dy;
  items = find_items (scene, ids);
  g_array_sort (items, compare_items);

  cairo_save (cr);
  paint_all (&paint, items);
  if (highlight)
    {
      GHashTableIter iter;
      gpointer id;

      cairo_translate (cr, dx, dy);
      cairo_new_path (cr);
      g_hash_table_iter_init (&iter, ids);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        netz_painter_trace_item (scene, cr, id, 3);
      netz_paint_set_colour (&paint, &paint.style->accent, 1);
      cairo_set_line_width (cr, MAX (2.5, 1.5 * paint.pixel));
      cairo_stroke (cr);
    }
  cairo_restore (cr);
  g_mutex_unlock (&scene->lock);
}

/**
 * netz_painter_get_margin:
 * @scene: a scene
 * @scale: pixels a scene unit
 *
 * Where the picture is small, type and thin lines are enlarged to be seen, and
 * names give way to each other.
 *
 * Returns: how far beyond a damaged rectangle the picture may look different, in scene units
 */
double
netz_painter_get_margin (NetzScene *scene,
                         double scale)
{
  double factor = netz_paint_get_type_factor (scene, scale);
  double margin = scene->style->line_width * SLACK_PIXELS / scale;

  if (factor > 1)
    margin += (NETZ_LABEL_PLAN_REACH + 0.5) * netz_items_get_wrap (scene->items) * factor +
              2 * NETZ_NODE_RADIUS * (scene->size_by_degree ? NETZ_NODE_GROWTH : 1);
  return margin;
}

/**
 * netz_painter_trace_item:
 * @scene: a scene
 * @cr: whose path it is added to
 * @id: of an institution, partnership, frame or note
 * @grow: how far outside
 *
 * Adds an item's outline to the path, for rings of selection and focus.
 */
void
netz_painter_trace_item (NetzScene *scene,
                         cairo_t *cr,
                         const char *id,
                         double grow)
{
  guint32 item = netz_items_find (scene->items, id);
  guint32 slot = NETZ_ITEM_SLOT (item);
  NetzCurve curve;

  if (item == NETZ_NO_ITEM)
    return;

  if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_NODE)
    {
      const NetzNodeItem *node = netz_items_get_node (scene->items, slot);

      netz_shape_trace (g_array_index (scene->looks, NetzLook, node->look).shape, cr, node->centre.x, node->centre.y,
                        node->radius + grow);
    }
  else if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
    {
      netz_items_get_curve (scene->items, slot, &curve);
      cairo_new_sub_path (cr);
      cairo_move_to (cr, curve.p[0].x, curve.p[0].y);
      cairo_curve_to (cr, curve.p[1].x, curve.p[1].y, curve.p[2].x, curve.p[2].y, curve.p[3].x, curve.p[3].y);
    }
  else
    {
      NetzRect rect = netz_rect_grow (&netz_items_get_box (scene->items, item)->rect, grow);

      cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
    }
}
