/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-force.h"
#include "layout/netz-layout-place.h"
#include "layout/netz-layout-polish.h"
#include "layout/netz-layout-separate.h"
#include "layout/netz-layout-spread.h"

#include <math.h>

#define N_PIVOTS 50u
#define FILL 0.53       /* how much of the place boxes cover where it is dense */
#define PUSH_FILL 0.4
#define PUSH 0.03        /* together with the masses this gives about the room that boxes need */
#define JITTER 0.5       /* of a box: nodes with the same neighbours have the same place in the picture by pivots */
#define AS_GOOD 1.02     /* a drawing with at most so many times the stress of a new start is kept */

/* A drawing that is kept moves this little. */
static const NetzLayoutForces gentle = { 12, 0.03, 0, 1 };

static NetzLayoutForces
make_forces (const NetzLayoutPlane *plane, double room)
{
  NetzLayoutForces forces = { 30, 0.2, 0, 1 };

  if (plane->n <= 3000)
    forces = (NetzLayoutForces) { 100, 0.2, 0, 2 };
  forces.push = PUSH * room / netz_layout_forces_sum_masses (plane);
  return forces;
}

/* Of a circle that boxes fill. */
static double
get_room (const NetzLayoutPlane *plane)
{
  double side = netz_layout_plane_get_mean_side (plane);

  return side * side * plane->n / (G_PI * PUSH_FILL);
}

/* Turned and mirrored so that nodes are as near as can be to where they were (Procrustes). */
static void
turn_back (const NetzLayoutPlane *plane, float *x, float *y)
{
  double mean_x = 0, mean_y = 0, xx = 0, xy = 0, yx = 0, yy = 0, cosine, sine, length;
  gboolean mirrored;

  for (guint i = 0; i < plane->n; i++)
    {
      if (isnan (plane->x[i]))
        return;
      mean_x += plane->x[i] / plane->n;
      mean_y += plane->y[i] / plane->n;
    }
  for (guint i = 0; i < plane->n; i++)
    {
      xx += x[i] * (plane->x[i] - mean_x);
      xy += x[i] * (plane->y[i] - mean_y);
      yx += y[i] * (plane->x[i] - mean_x);
      yy += y[i] * (plane->y[i] - mean_y);
    }
  mirrored = hypot (xx - yy, xy + yx) > hypot (xx + yy, xy - yx);
  cosine = mirrored ? xx - yy : xx + yy;
  sine = mirrored ? xy + yx : xy - yx;
  length = hypot (cosine, sine);
  if (length == 0)
    return;
  for (guint i = 0; i < plane->n; i++)
    {
      double from_x = x[i], from_y = mirrored ? -y[i] : y[i];

      x[i] = (float) ((cosine * from_x - sine * from_y) / length);
      y[i] = (float) ((sine * from_x + cosine * from_y) / length);
    }
}

static gboolean
is_worth_keeping (const NetzLayoutPlane *plane, const NetzLayoutPivots *pivots, const float *x, const float *y)
{
  g_autofree float *old = g_new (float, 2 * (gsize) plane->n);

  for (guint i = 0; i < plane->n; i++)
    {
      if (isnan (plane->x[i]))
        return FALSE;
      old[i] = (float) plane->x[i];
      old[plane->n + i] = (float) plane->y[i];
    }
  return netz_layout_pivots_measure_stress (pivots, old, old + plane->n)
         < AS_GOOD * netz_layout_pivots_measure_stress (pivots, x, y);
}

/* Scaled to the room, and apart where they were in one place. */
static void
take_places (NetzLayoutPlane *plane, const NetzLayoutJob *job, const float *x, const float *y, double room)
{
  double squares = 0, factor, jitter = JITTER * netz_layout_plane_get_mean_side (plane);
  guint64 chance = job->seed ^ 0x71773;

  for (guint i = 0; i < plane->n; i++)
    squares += (double) x[i] * x[i] + (double) y[i] * y[i];
  factor = squares > 0 ? 0.7 * sqrt (room * plane->n / squares) : 0;
  for (guint i = 0; i < plane->n; i++)
    {
      plane->x[i] = x[i] * factor + (2 * netz_layout_random_double (&chance) - 1) * jitter;
      plane->y[i] = y[i] * factor + (2 * netz_layout_random_double (&chance) - 1) * jitter;
    }
}

static void
centre (NetzLayoutPlane *plane)
{
  double x = 0, y = 0;

  for (guint i = 0; i < plane->n; i++)
    {
      x += plane->x[i] / plane->n;
      y += plane->y[i] / plane->n;
    }
  netz_layout_plane_shift (plane, -x, -y);
}

static void
free_boxes (NetzLayoutPlane *plane, const NetzLayoutJob *job, gboolean flow)
{
  NetzLayoutJob spreading = netz_layout_job_part (job, 0, 0.3), separating = netz_layout_job_part (job, 0.3, 0.9);

  centre (plane);
  if (flow && plane->n > 2)
    netz_layout_spread (plane, &spreading, FILL, 3);
  netz_layout_separate (plane, &separating, 24);
  netz_layout_settle (plane, job);
}

/* From what is there, or from nothing. TRUE: from what is there. */
static gboolean
force (NetzLayoutPlane *plane, const NetzLayoutJob *job)
{
  g_autoptr (NetzLayoutPivots) pivots = netz_layout_pivots_new (plane, job, N_PIVOTS);
  g_autofree float *places = g_new0 (float, 2 * (gsize) plane->n);
  double room = get_room (plane);
  NetzLayoutForces forces = make_forces (plane, room);
  gboolean kept;

  if (netz_layout_job_is_cancelled (job))
    return FALSE;
  netz_layout_pivots_place (pivots, job, places, places + plane->n);
  kept = is_worth_keeping (plane, pivots, places, places + plane->n);
  if (kept)
    {
      double push = forces.push;

      forces = gentle;
      forces.push = push;
    }
  else
    {
      turn_back (plane, places, places + plane->n);
      take_places (plane, job, places, places + plane->n, room);
    }
  netz_layout_forces_run (&forces, plane, pivots, job);
  return kept;
}

/* Two, where there is no shape to be found. */
static void
place_pair (NetzLayoutPlane *plane)
{
  plane->x[0] = 0;
  plane->y[0] = plane->y[plane->n - 1] = 0;
  if (plane->n == 2)
    plane->x[1] = (plane->half_width[0] + plane->half_width[1]) * 1.2;
}

/**
 * netz_layout_place_connected:
 * @plane: a connected plane of which nothing is fixed
 * @job: the job
 *
 * A drawing that is good already is only mended. O(n log n) with the constants
 * of the parts.
 */
void
netz_layout_place_connected (NetzLayoutPlane *plane, const NetzLayoutJob *job)
{
  NetzLayoutJob forcing = netz_layout_job_part (job, 0, 0.6), freeing = netz_layout_job_part (job, 0.6, 0.9);
  NetzLayoutJob polishing = netz_layout_job_part (job, 0.6, 1);

  if (plane->n <= 2)
    {
      place_pair (plane);
      return;
    }
  force (plane, &forcing);
  free_boxes (plane, &freeing, TRUE);
  if (plane->n <= NETZ_LAYOUT_MOST_POLISHED)
    netz_layout_polish (plane, &polishing);
}
