/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-edge-route.h"

#include <math.h>

/* Between the rim and where the line begins. */
#define RIM_GAP 2.0

/* A lone partnership bows by this part of its length, so that lines through a third institution are seen to pass. */
#define BOW_PART 0.06
#define BOW_MOST 34.0

/* Between the middles of two partnerships of the same pair. */
#define FAN_GAP 19.0
#define FAN_LEAST 9.0

static double
get_bow (double length,
         double room,
         guint place,
         guint of)
{
  double gap = CLAMP (length * 1.1 / MAX (of, 1), FAN_LEAST, FAN_GAP);
  double bow;

  if (of <= 1)
    bow = MIN (length * BOW_PART, BOW_MOST);
  else
    bow = (place - (of - 1) / 2.0) * gap;

  /* Where the shapes touch there is no way between them, only around. */
  if (length < room)
    bow += (bow < 0 ? -1 : 1) * (room - length) * 0.8;

  return bow;
}

static NetzPoint
leave_rim (const NetzRouteEnd *end,
           NetzPoint towards)
{
  double dx = towards.x - end->centre.x;
  double dy = towards.y - end->centre.y;
  double length = hypot (dx, dy);
  double extent = netz_shape_get_extent (end->shape, end->radius, dx, dy) + RIM_GAP;

  if (length < 1e-9)
    return (NetzPoint) { end->centre.x + extent, end->centre.y };
  return (NetzPoint) { end->centre.x + dx / length * extent, end->centre.y + dy / length * extent };
}

static void
route_loop (const NetzRouteEnd *end,
            guint place,
            NetzCurve *curve)
{
  double reach = end->radius * 3 + place * FAN_GAP;
  NetzPoint left = { end->centre.x - reach * 0.7, end->centre.y - reach };
  NetzPoint right = { end->centre.x + reach * 0.7, end->centre.y - reach };

  curve->p[0] = leave_rim (end, left);
  curve->p[1] = left;
  curve->p[2] = right;
  curve->p[3] = leave_rim (end, right);
}

/**
 * netz_edge_route:
 * @from: where it begins
 * @to: where it ends
 * @place: which of the pair's partnerships it is, from 0
 * @of: how many the pair has
 * @curve: (out): its way
 *
 * All partnerships of a pair must be routed in the same direction, or they
 * cross each other.
 */
void
netz_edge_route (const NetzRouteEnd *from,
                 const NetzRouteEnd *to,
                 guint place,
                 guint of,
                 NetzCurve *curve)
{
  double dx = to->centre.x - from->centre.x;
  double dy = to->centre.y - from->centre.y;
  double length = hypot (dx, dy);
  double bow, nx, ny;
  NetzPoint first, second;

  if (length < 1)
    {
      route_loop (from, place, curve);
      return;
    }

  /* Control points a third along move the middle by three quarters of their offset. */
  bow = get_bow (length, (from->radius + to->radius) * 1.3, place, of) * 4 / 3;
  nx = -dy / length * bow;
  ny = dx / length * bow;
  first = (NetzPoint) { from->centre.x + dx * 0.33 + nx, from->centre.y + dy * 0.33 + ny };
  second = (NetzPoint) { to->centre.x - dx * 0.33 + nx, to->centre.y - dy * 0.33 + ny };

  curve->p[0] = leave_rim (from, first);
  curve->p[1] = first;
  curve->p[2] = second;
  curve->p[3] = leave_rim (to, second);
}
