/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-scene-private.h"

#include <math.h>

/* The ring along the rim from which partnerships are drawn. */
#define RIM_DEPTH 6.0

/* Where the pointer is coarser than this, the picture is so small that names are not where they are at their own size,
 * and a rim cannot be told from its shape. */
#define COARSE 12.0

#define TITLE_HEIGHT 1.7

typedef struct
{
  NetzScene *scene;
  NetzItems *items;
  NetzPoint point;
  double tolerance;
} Search;

static gboolean
hits_corner (const NetzRect *rect,
             NetzPoint point,
             double tolerance,
             NetzCorner *corner)
{
  const NetzPoint corners[] = { { rect->x, rect->y },
                                { rect->x + rect->width, rect->y },
                                { rect->x + rect->width, rect->y + rect->height },
                                { rect->x, rect->y + rect->height } };

  for (int i = 0; i < 4; i++)
    if (fabs (corners[i].x - point.x) <= tolerance && fabs (corners[i].y - point.y) <= tolerance)
      {
        *corner = i;
        return TRUE;
      }
  return FALSE;
}

static NetzHitPart
hit_node (const Search *search,
          guint32 slot)
{
  const NetzNodeItem *node = netz_items_get_node (search->items, slot);
  double dx = search->point.x - node->centre.x;
  double dy = search->point.y - node->centre.y;
  NetzShape shape = g_array_index (search->items->looks, NetzLook, node->look).shape;
  double extent = netz_shape_get_extent (shape, node->radius, dx, dy);
  double distance = hypot (dx, dy);

  if (distance > extent + search->tolerance)
    return NETZ_HIT_NOTHING;
  return distance >= extent - RIM_DEPTH && search->tolerance < COARSE ? NETZ_HIT_RIM : NETZ_HIT_NODE;
}

static gboolean
hit_label (const Search *search,
           guint32 slot)
{
  NetzRect box = netz_items_get_label_box (search->items, netz_items_get_node (search->items, slot));

  return search->tolerance < COARSE && netz_rect_contains_point (&box, search->point.x, search->point.y);
}

static NetzHitPart
hit_note (const Search *search,
          guint32 item,
          NetzCorner *corner)
{
  const NetzRect *rect = &netz_items_get_box (search->items, item)->rect;

  if (hits_corner (rect, search->point, search->tolerance, corner))
    return NETZ_HIT_NOTE_CORNER;
  return netz_rect_contains_point (rect, search->point.x, search->point.y) ? NETZ_HIT_NOTE : NETZ_HIT_NOTHING;
}

/* Its inside is free: what lies in it is meant there, and the canvas between. */
static NetzHitPart
hit_frame (const Search *search,
           guint32 item,
           NetzCorner *corner)
{
  const NetzRect *rect = &netz_items_get_box (search->items, item)->rect;
  NetzRect outer = netz_rect_grow (rect, search->tolerance);
  NetzRect inner = netz_rect_grow (rect, -search->tolerance);
  NetzRect title = { rect->x, rect->y, rect->width,
                     search->scene->style->font_size_title * search->scene->font_scale * TITLE_HEIGHT };

  if (hits_corner (rect, search->point, search->tolerance, corner))
    return NETZ_HIT_FRAME_CORNER;
  if (!netz_rect_contains_point (&outer, search->point.x, search->point.y))
    return NETZ_HIT_NOTHING;
  if (netz_rect_contains_point (&title, search->point.x, search->point.y))
    return NETZ_HIT_FRAME;
  return inner.width > 0 && inner.height > 0 && netz_rect_contains_point (&inner, search->point.x, search->point.y)
             ? NETZ_HIT_NOTHING
             : NETZ_HIT_FRAME;
}

/* How near to the front a part is painted; of equals the later item counts. */
static int
get_rank (NetzHitPart part)
{
  switch (part)
    {
    case NETZ_HIT_NOTE:
    case NETZ_HIT_NOTE_CORNER:
      return 5;
    case NETZ_HIT_NODE:
    case NETZ_HIT_RIM:
      return 4;
    case NETZ_HIT_LABEL:
      return 3;
    case NETZ_HIT_EDGE:
      return 2;
    case NETZ_HIT_FRAME:
    case NETZ_HIT_FRAME_CORNER:
      return 1;
    case NETZ_HIT_NOTHING:
    default:
      return 0;
    }
}

static NetzHitPart
hit_item (const Search *search,
          guint32 item,
          NetzCorner *corner,
          double *distance)
{
  guint32 slot = NETZ_ITEM_SLOT (item);
  NetzHitPart part;
  NetzCurve curve;

  switch (NETZ_ITEM_TYPE (item))
    {
    case NETZ_ITEM_NODE:
      part = hit_node (search, slot);
      return part == NETZ_HIT_NOTHING && hit_label (search, slot) ? NETZ_HIT_LABEL : part;

    case NETZ_ITEM_EDGE:
      netz_items_get_curve (search->items, slot, &curve);
      if (!netz_curve_is_near (&curve, search->point, search->tolerance + 2))
        return NETZ_HIT_NOTHING;
      *distance = netz_curve_get_distance (&curve, search->point);
      return *distance <= search->tolerance + 1.5 ? NETZ_HIT_EDGE : NETZ_HIT_NOTHING;

    case NETZ_ITEM_NOTE:
      return hit_note (search, item, corner);

    case NETZ_ITEM_FRAME:
    default:
      return hit_frame (search, item, corner);
    }
}

/**
 * netz_hit_is_institution:
 * @self: what was hit
 *
 * Returns: whether it is an institution, be it at its body, its rim or its name
 */
gboolean
netz_hit_is_institution (const NetzHit *self)
{
  return self->part == NETZ_HIT_NODE || self->part == NETZ_HIT_RIM || self->part == NETZ_HIT_LABEL;
}

/**
 * netz_scene_pick:
 * @self: a scene
 * @x: a point, in scene units
 * @y: a point
 * @tolerance: how far beside a thing still counts, in scene units: some pixels divided by the zoom
 * @hit: (out): what is there
 *
 * The topmost thing; of partnerships the nearest.
 *
 * Returns: FALSE where there is nothing
 */
gboolean
netz_scene_pick (NetzScene *self,
                 double x,
                 double y,
                 double tolerance,
                 NetzHit *hit)
{
  Search search = { self, self->items, { x, y }, CLAMP (tolerance, 0, NETZ_COORDINATE_LIMIT) };
  NetzRect area = { x - search.tolerance - 2, y - search.tolerance - 2, search.tolerance * 2 + 4,
                    search.tolerance * 2 + 4 };
  g_autoptr (GArray) items = NULL;
  double nearest = INFINITY;

  *hit = (NetzHit) { NETZ_HIT_NOTHING, NULL, NETZ_CORNER_TOP_LEFT };
  if (!isfinite (x) || !isfinite (y) || isnan (tolerance))
    return FALSE;

  items = netz_items_collect (self->items, &area);
  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);
      NetzCorner corner = NETZ_CORNER_TOP_LEFT;
      double distance = INFINITY;
      NetzHitPart part = hit_item (&search, item, &corner, &distance);

      if (part == NETZ_HIT_NOTHING || get_rank (part) < get_rank (hit->part))
        continue;
      if (part == NETZ_HIT_EDGE && hit->part == NETZ_HIT_EDGE && distance > nearest)
        continue;
      nearest = distance;
      *hit = (NetzHit) { part, netz_record_get_id (netz_items_get_record (self->items, item)), corner };
    }

  return hit->part != NETZ_HIT_NOTHING;
}

static gboolean
is_in (NetzItems *items,
       guint32 item,
       const NetzRect *rect)
{
  NetzRect bounds;
  NetzCurve curve;

  if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
    {
      netz_items_get_curve (items, NETZ_ITEM_SLOT (item), &curve);
      return netz_curve_intersects (&curve, rect);
    }

  bounds = netz_items_get_bounds (items, item);
  return netz_rect_intersects (&bounds, rect);
}

static gboolean
is_inside (NetzItems *items,
           guint32 item,
           const NetzRect *rect)
{
  if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_NODE)
    {
      NetzPoint centre = netz_items_get_node (items, NETZ_ITEM_SLOT (item))->centre;

      return netz_rect_contains_point (rect, centre.x, centre.y);
    }

  if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
    {
      const NetzEdgeItem *edge = netz_items_get_edge (items, NETZ_ITEM_SLOT (item));

      return is_inside (items, NETZ_ITEM (NETZ_ITEM_NODE, edge->ends[0]), rect) &&
             is_inside (items, NETZ_ITEM (NETZ_ITEM_NODE, edge->ends[1]), rect);
    }

  return netz_rect_contains (rect, &netz_items_get_box (items, item)->rect);
}

static GPtrArray *
query (NetzScene *self,
       const NetzRect *rect,
       gboolean (*accept) (NetzItems *, guint32, const NetzRect *))
{
  g_autoptr (GArray) items = netz_items_collect (self->items, rect);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);

      if (accept (self->items, item, rect))
        g_ptr_array_add (ids, (gpointer) netz_record_get_id (netz_items_get_record (self->items, item)));
    }
  return ids;
}

/**
 * netz_scene_query:
 * @self: a scene
 * @rect: a rectangle in scene units
 *
 * Returns: (transfer container) (element-type utf8): the ids of the institutions, frames and notes whose bounds meet
 *   @rect and of the partnerships whose line comes into it, those in front last
 */
GPtrArray *
netz_scene_query (NetzScene *self,
                  const NetzRect *rect)
{
  return query (self, rect, is_in);
}

/**
 * netz_scene_query_inside:
 * @self: a scene
 * @rect: a rectangle in scene units
 *
 * What a rubber band takes.
 *
 * Returns: (transfer container) (element-type utf8): the ids of the institutions whose centre is in @rect, of the
 *   partnerships among them, and of the frames and notes that lie in it as a whole
 */
GPtrArray *
netz_scene_query_inside (NetzScene *self,
                         const NetzRect *rect)
{
  return query (self, rect, is_inside);
}
