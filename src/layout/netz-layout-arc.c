/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-arc.h"

#include <math.h>

#define ROUNDS 12u
#define LOOSE 1.04 /* boxes are placed along arcs, but chords are shorter */

/* How much of the circle a box takes where the circle runs in the direction of the angle. */
static double
get_share (const NetzLayoutPlane *plane, guint i, double angle)
{
  double along_x = fabs (sin (angle)), along_y = fabs (cos (angle));
  double by_width = 2 * plane->half_width[i] / MAX (along_x, 1e-6);
  double by_height = 2 * plane->half_height[i] / MAX (along_y, 1e-6);

  return MIN (by_width, by_height) * LOOSE;
}

static double
measure (const NetzLayoutPlane *plane, const guint *order, guint n, double turn, double *angles)
{
  double radius = 0;

  for (guint k = 0; k < n; k++)
    angles[k] = turn + 2 * G_PI * (k + 0.5) / n;
  for (guint round = 0; round < ROUNDS; round++)
    {
      double sum = 0, from = 0;

      for (guint k = 0; k < n; k++)
        sum += get_share (plane, order[k], angles[k]);
      radius = sum / (2 * G_PI);
      for (guint k = 0; k < n; k++)
        {
          double share = get_share (plane, order[k], angles[k]);

          /* half of the way, or it would swing */
          angles[k] = (angles[k] + turn + 2 * G_PI * (from + share / 2) / sum) / 2;
          from += share;
        }
    }
  return radius;
}

/**
 * netz_layout_arc_get_radius:
 * @plane: a plane
 * @order: (array length=n): some of its nodes
 * @n: how many
 *
 * Returns: of the smallest circle that has room for them, about
 */
double
netz_layout_arc_get_radius (const NetzLayoutPlane *plane, const guint *order, guint n)
{
  g_autofree double *angles = g_new (double, n);

  return measure (plane, order, n, 0, angles);
}

/**
 * netz_layout_arc_place:
 * @plane: a plane
 * @order: (array length=n): some of its nodes, as they follow each other clockwise
 * @n: how many
 * @least: how large the radius is at least
 * @turn: the angle where the first begins; 0 is to the right
 *
 * O(n).
 *
 * Returns: the radius
 */
double
netz_layout_arc_place (NetzLayoutPlane *plane, const guint *order, guint n, double least, double turn)
{
  g_autofree double *angles = g_new (double, n);
  double radius = measure (plane, order, n, turn, angles);
  double spare = MAX (least, radius) / MAX (radius, 1e-9);

  radius = MAX (least, radius);
  if (n == 1 && least == 0)
    radius = 0;
  for (guint k = 0; k < n; k++)
    {
      /* where there is more room than is needed, it is shared out evenly */
      double even = turn + 2 * G_PI * (k + 0.5) / n, angle = spare > 1.5 ? even : angles[k];

      plane->x[order[k]] = radius * cos (angle);
      plane->y[order[k]] = radius * sin (angle);
    }
  return radius;
}
