/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-scene-box.h"

#define RIM 4.0 /* of the line around a shape, and of its marks */

/**
 * netz_scene_measure_box:
 * @self: a scene
 * @id: of an institution
 * @box: (out): around its shape and its name, seen from the middle of the shape
 *
 * Nothing is shaped for it: names are measured as they are for painting.
 *
 * Returns: whether it is drawn
 */
gboolean
netz_scene_measure_box (NetzScene *self, const char *id, NetzRect *box)
{
  NetzRect shape, label;
  double x, y;

  *box = NETZ_RECT_EMPTY;
  if (!netz_scene_get_shape_bounds (self, id, &shape))
    return FALSE;
  x = shape.x + shape.width / 2;
  y = shape.y + shape.height / 2;
  *box = netz_rect_grow (&shape, RIM);
  if (netz_scene_get_label_rect (self, id, &label))
    *box = netz_rect_union (box, &label);
  box->x -= x;
  box->y -= y;
  return TRUE;
}
