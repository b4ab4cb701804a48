/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-place.h"

#include "layout/netz-layout-force.h"
#include "layout/netz-layout-separate.h"

#include <math.h>
#include <string.h>

#define ASPECT 1.6      /* of the whole */
#define APART 0.5       /* of a box, between components */
#define HOLD_ROUNDS 60u

typedef struct
{
  guint n;
  guint *first; /* where the nodes of each component begin, one more than there are components */
  guint *nodes; /* in the order of a search, so that neighbours are near each other in memory */
} Components;

static void
on_component (const NetzLayoutPlane *plane, Components *components, guint start, guint8 *seen, guint *end)
{
  guint next = *end;

  seen[start] = 1;
  components->nodes[(*end)++] = start;
  for (; next < *end; next++)
    {
      guint node = components->nodes[next];

      for (guint e = plane->first[node]; e < plane->first[node + 1]; e++)
        if (!seen[plane->to[e]])
          {
            seen[plane->to[e]] = 1;
            components->nodes[(*end)++] = plane->to[e];
          }
    }
}

static void
find_components (const NetzLayoutPlane *plane, Components *components)
{
  g_autofree guint8 *seen = g_new0 (guint8, plane->n);
  guint end = 0;

  components->first = g_new0 (guint, plane->n + 1);
  components->nodes = g_new (guint, plane->n);
  components->n = 0;
  for (guint i = 0; i < plane->n; i++)
    if (!seen[i])
      {
        on_component (plane, components, i, seen, &end);
        components->first[++components->n] = end;
      }
}

static gboolean
is_held (const NetzLayoutPlane *plane, const guint *nodes, guint n)
{
  for (guint k = 0; k < n; k++)
    if (plane->fixed[nodes[k]])
      return TRUE;
  return FALSE;
}

/**
 * netz_layout_place_beside:
 * @plane: a plane
 *
 * Gives each node without a place that of its neighbours, on average, and to
 * those that no way leads to from any place (0, 0), or a place below all.
 * O(nodes + edges).
 */
void
netz_layout_place_beside (NetzLayoutPlane *plane)
{
  g_autofree guint *queue = g_new (guint, plane->n);
  g_autofree guint8 *placed = g_new0 (guint8, plane->n);
  double bottom = -INFINITY, left = INFINITY;
  guint begin = 0, end = 0;

  for (guint i = 0; i < plane->n; i++)
    if (!isnan (plane->x[i]))
      {
        placed[i] = 1;
        queue[end++] = i;
        bottom = MAX (bottom, plane->y[i] + 4 * plane->half_height[i]);
        left = MIN (left, plane->x[i]);
      }
  while (begin < end)
    {
      guint node = queue[begin++];

      for (guint e = plane->first[node]; e < plane->first[node + 1]; e++)
        {
          guint other = plane->to[e], n = 0;
          double x = 0, y = 0;

          if (placed[other])
            continue;
          for (guint k = plane->first[other]; k < plane->first[other + 1]; k++)
            if (placed[plane->to[k]])
              {
                x += plane->x[plane->to[k]];
                y += plane->y[plane->to[k]];
                n++;
              }
          plane->x[other] = x / n;
          plane->y[other] = y / n;
          placed[other] = 1;
          queue[end++] = other;
        }
    }
  for (guint i = 0; i < plane->n; i++)
    if (!placed[i])
      {
        plane->x[i] = isinf (left) ? 0 : left;
        plane->y[i] = isinf (bottom) ? 0 : bottom;
      }
}

/* With some nodes held: forces at the scale of the drawing as it is. */
static void
place_held (NetzLayoutPlane *plane, const NetzLayoutJob *job)
{
  double side = netz_layout_plane_get_mean_side (plane);
  NetzLayoutForces forces = { HOLD_ROUNDS, 0.2, 0, 0 };
  guint64 chance = job->seed;

  netz_layout_place_beside (plane);
  forces.push = 0.12 * side * side * plane->n / netz_layout_forces_sum_masses (plane);
  for (guint i = 0; i < plane->n; i++)
    if (!plane->fixed[i])
      {
        plane->x[i] += (netz_layout_random_double (&chance) - 0.5) * side * 0.1;
        plane->y[i] += (netz_layout_random_double (&chance) - 0.5) * side * 0.1;
      }
  if (plane->n > 1)
    netz_layout_forces_run (&forces, plane, NULL, job);
}

/* Packs the loose components, below those that are held where there are such. */
static void
pack (GPtrArray *loose, GPtrArray *held, double apart)
{
  guint n = loose->len;
  g_autofree NetzLayoutBox *boxes = g_new (NetzLayoutBox, n);
  g_autofree double *shifts = g_new (double, 2 * n);
  double bottom = 0, left = 0;

  for (guint c = 0; c < n; c++)
    {
      boxes[c] = netz_layout_plane_get_bounds (loose->pdata[c]);
      if (((NetzLayoutPlane *) loose->pdata[c])->n > 1)
        {
          boxes[c].right += apart;
          boxes[c].bottom += apart;
        }
    }
  for (guint c = 0; c < held->len; c++)
    {
      NetzLayoutBox box = netz_layout_plane_get_bounds (held->pdata[c]);

      bottom = c == 0 ? box.bottom : MAX (bottom, box.bottom);
      left = c == 0 ? box.left : MIN (left, box.left);
    }
  netz_layout_pack (boxes, shifts, shifts + n, n, ASPECT);
  for (guint c = 0; c < n; c++)
    netz_layout_plane_shift (loose->pdata[c], shifts[c] + left, shifts[n + c] + bottom + (held->len > 0 ? apart : 0));
}

/* Where the middle of what had a place was; FALSE where nothing had. */
static gboolean
find_middle (const NetzLayoutPlane *plane, double *x, double *y)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < plane->n; i++)
    if (!isnan (plane->x[i]))
      {
        left = MIN (left, plane->x[i]);
        right = MAX (right, plane->x[i]);
        top = MIN (top, plane->y[i]);
        bottom = MAX (bottom, plane->y[i]);
      }
  *x = (left + right) / 2;
  *y = (top + bottom) / 2;
  return !isinf (left);
}

static void
place_components (NetzLayoutPlane *plane, const NetzLayoutJob *job, const Components *components, GPtrArray *loose,
                  GPtrArray *held)
{
  for (guint c = 0; c < components->n && !netz_layout_job_is_cancelled (job); c++)
    {
      guint from = components->first[c], n = components->first[c + 1] - from;
      NetzLayoutJob part = netz_layout_job_part (job, from / (double) plane->n, (from + n) / (double) plane->n);
      gboolean hold = is_held (plane, components->nodes + from, n);
      NetzLayoutPlane *component;

      /* a part costs as much as the whole plane is large, so single nodes are made together below */
      if (n == 1 && !hold)
        continue;
      component = netz_layout_plane_new_part (plane, components->nodes + from, n);
      if (hold)
        place_held (component, &part);
      else
        netz_layout_place_connected (component, &part);
      g_ptr_array_add (hold ? held : loose, component);
    }
}

/* Rows of single nodes, as one component. */
static void
place_singles (NetzLayoutPlane *plane, const Components *components, GPtrArray *loose)
{
  g_autoptr (GArray) singles = g_array_new (FALSE, FALSE, sizeof (guint));
  NetzLayoutPlane *part;
  double x = 0, y = 0, row = 0, limit;

  for (guint c = 0; c < components->n; c++)
    if (components->first[c + 1] - components->first[c] == 1 && !plane->fixed[components->nodes[components->first[c]]])
      g_array_append_val (singles, components->nodes[components->first[c]]);
  if (singles->len == 0)
    return;
  part = netz_layout_plane_new_part (plane, (const guint *) singles->data, singles->len);
  limit = netz_layout_plane_get_mean_side (part) * sqrt (part->n * ASPECT);
  for (guint i = 0; i < part->n; i++)
    {
      if (x > 0 && x + 2 * part->half_width[i] > limit * 1.05)
        {
          x = 0;
          y += row;
          row = 0;
        }
      part->x[i] = x + part->half_width[i];
      part->y[i] = y + part->half_height[i];
      x += 2 * part->half_width[i];
      row = MAX (row, 2 * part->half_height[i]);
    }
  g_ptr_array_add (loose, part);
}

/**
 * netz_layout_place:
 * @plane: a plane, nodes without a place at NAN
 * @job: the job
 *
 * Components that hold a fixed node are laid out around it, the others packed
 * below those, or about the middle of where they were.
 */
void
netz_layout_place (NetzLayoutPlane *plane, const NetzLayoutJob *job)
{
  g_autoptr (GPtrArray) loose = g_ptr_array_new_with_free_func ((GDestroyNotify) netz_layout_plane_free);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) netz_layout_plane_free);
  double side = netz_layout_plane_get_mean_side (plane), x, y, new_x, new_y;
  gboolean had_middle = find_middle (plane, &x, &y);
  Components components;

  find_components (plane, &components);
  place_components (plane, job, &components, loose, held);
  place_singles (plane, &components, loose);
  g_free (components.first);
  g_free (components.nodes);
  if (netz_layout_job_is_cancelled (job))
    return;
  if (loose->len > 0)
    pack (loose, held, side * APART);
  for (guint c = 0; c < loose->len; c++)
    netz_layout_plane_write_part (loose->pdata[c], plane);
  for (guint c = 0; c < held->len; c++)
    netz_layout_plane_write_part (held->pdata[c], plane);
  if (held->len > 0)
    netz_layout_separate (plane, job, HOLD_ROUNDS);
  else if (find_middle (plane, &new_x, &new_y))
    netz_layout_plane_shift (plane, (had_middle ? x : 0) - new_x, (had_middle ? y : 0) - new_y);
  netz_layout_settle (plane, job);
}
