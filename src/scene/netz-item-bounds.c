/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-edge-route.h"
#include "scene/netz-scene-items.h"
#include "scene/netz-scene.h"

#include <math.h>
#include <string.h>

/* Room around shapes and lines for rims, marks and rounding. */
#define NODE_MARGIN 9.0
#define EDGE_MARGIN 6.0
#define BOX_MARGIN 8.0

/* What a partnership is called, in the middle of its line. */
#define EDGE_LABEL_HALF 92.0

typedef struct
{
  guint8 *seen[4];
  NetzItems *items;
} Collection;

static void
on_item (guint32 item,
         gpointer data)
{
  Collection *collection = data;

  collection->seen[NETZ_ITEM_TYPE (item)][NETZ_ITEM_SLOT (item)] = 1;
}

/**
 * netz_items_route:
 * @self: the items
 * @edge: a partnership
 * @a: where its first end is
 * @b: where its second end is
 * @curve: (out): its way, were they there
 */
void
netz_items_route (NetzItems *self,
                  const NetzEdgeItem *edge,
                  NetzPoint a,
                  NetzPoint b,
                  NetzCurve *curve)
{
  const NetzNodeItem *node_a = netz_items_get_node (self, edge->ends[0]);
  const NetzNodeItem *node_b = netz_items_get_node (self, edge->ends[1]);
  NetzRouteEnd from = { a, g_array_index (self->looks, NetzLook, node_a->look).shape, node_a->radius };
  NetzRouteEnd to = { b, g_array_index (self->looks, NetzLook, node_b->look).shape, node_b->radius };

  netz_edge_route (&from, &to, edge->place, edge->of, curve);
}

void
netz_items_get_curve (NetzItems *self,
                      guint32 slot,
                      NetzCurve *curve)
{
  const NetzEdgeItem *edge = netz_items_get_edge (self, slot);

  netz_items_route (self, edge, netz_items_get_node (self, edge->ends[0])->centre,
                    netz_items_get_node (self, edge->ends[1])->centre, curve);
}

/* Larger type gets more room, but not as much more: the places are as far apart as before. */
double
netz_items_get_wrap (NetzItems *self)
{
  return NETZ_LABEL_WRAP * sqrt (self->font_size / NETZ_LABEL_SIZE);
}

NetzLabelSpec
netz_items_get_label_spec (NetzItems *self,
                           const NetzNodeItem *node)
{
  const char *text = netz_institution_get_label (node->record);
  NetzLabelSpec spec = { text, self->font_size, FALSE, netz_items_get_wrap (self), 2, NETZ_LABEL_CENTRE };

  if (*text == '\0')
    spec.text = netz_label_get_placeholder ();
  if (self->whole_names)
    {
      spec.wrap = netz_label_cache_get_whole_wrap (self->labels, spec.text, self->font_size, spec.wrap, self->joined);
      spec.lines = 4;
      spec.joined = self->joined;
    }
  return spec;
}

/* As far as is known without shaping it. */
NetzRect
netz_items_get_label_box (NetzItems *self,
                          const NetzNodeItem *node)
{
  return (NetzRect) { node->centre.x - node->label_width / 2, node->centre.y + node->radius + NETZ_LABEL_GAP,
                      node->label_width, node->label_height };
}

/**
 * netz_items_get_bounds:
 * @self: the items
 * @item: one of them
 *
 * Returns: a rectangle that holds all that is painted of it where type is not enlarged
 */
NetzRect
netz_items_get_bounds (NetzItems *self,
                       guint32 item)
{
  guint32 slot = NETZ_ITEM_SLOT (item);

  if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_NODE)
    {
      const NetzNodeItem *node = netz_items_get_node (self, slot);
      double half = MAX (node->radius * 1.2 + NODE_MARGIN, netz_items_get_wrap (self) / 2 + 5);
      double below = node->radius + NETZ_LABEL_GAP +
                     2.2 * netz_label_cache_get_line_height (self->labels, self->font_size) + 5;

      if (self->whole_names)
        {
          half = MAX (half, node->label_width / 2 + 8);
          below = MAX (below, node->radius + NETZ_LABEL_GAP + node->label_height * 1.05 + 5);
        }
      return (NetzRect) { node->centre.x - half, node->centre.y - node->radius * 1.2 - NODE_MARGIN, half * 2,
                          node->radius * 1.2 + NODE_MARGIN + below };
    }

  if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
    {
      NetzCurve curve;
      NetzPoint middle;
      NetzRect bounds, label;

      netz_items_get_curve (self, slot, &curve);
      middle = netz_curve_at (&curve, 0.5);
      bounds = netz_curve_get_bounds (&curve);
      bounds = netz_rect_grow (&bounds, EDGE_MARGIN * self->line_width);
      label =
          (NetzRect){ middle.x - EDGE_LABEL_HALF * self->font_size / NETZ_LABEL_SIZE, middle.y - self->font_size * 1.2,
                      2 * EDGE_LABEL_HALF * self->font_size / NETZ_LABEL_SIZE, self->font_size * 2.4 };
      return netz_rect_union (&bounds, &label);
    }

  return netz_rect_grow (&netz_items_get_box (self, item)->rect, BOX_MARGIN);
}

/* The same without rims, names and marks. */
NetzRect
netz_items_get_shape (NetzItems *self,
                      guint32 item)
{
  guint32 slot = NETZ_ITEM_SLOT (item);
  NetzCurve curve;

  switch (NETZ_ITEM_TYPE (item))
    {
    case NETZ_ITEM_NODE:
      {
        const NetzNodeItem *node = netz_items_get_node (self, slot);

        return (NetzRect) { node->centre.x - node->radius, node->centre.y - node->radius, node->radius * 2,
                            node->radius * 2 };
      }

    case NETZ_ITEM_EDGE:
      netz_items_get_curve (self, slot, &curve);
      return netz_curve_get_bounds (&curve);

    case NETZ_ITEM_FRAME:
    case NETZ_ITEM_NOTE:
    default:
      return netz_items_get_box (self, item)->rect;
    }
}

/**
 * netz_items_collect:
 * @self: the items
 * @area: a rectangle
 *
 * Returns: (transfer full): the items that may be painted in it, each once, in the order of painting. The names of
 *   partnerships may reach further. O(items in the area + all items / 64)
 */
GArray *
netz_items_collect (NetzItems *self,
                    const NetzRect *area)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint32));
  Collection collection = { .items = self };

  for (int type = 0; type < 4; type++)
    collection.seen[type] = g_malloc0 (self->slots[type]->len + 8);

  netz_scene_index_foreach (self->index, area, on_item, &collection);

  for (int type = 0; type < 4; type++)
    {
      const guint8 *seen = collection.seen[type];
      guint n = self->slots[type]->len;

      for (guint slot = 0; slot < n; slot++)
        {
          guint32 item = NETZ_ITEM (type, slot);
          guint64 eight;

          if (slot % 8 == 0 && (memcpy (&eight, seen + slot, 8), eight == 0))
            slot += 7;
          else if (seen[slot])
            g_array_append_val (items, item);
        }
      g_free (collection.seen[type]);
    }

  return items;
}
