/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-place.h"

#include <math.h>

typedef struct
{
  double x, y, width;
} Step;

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer data)
{
  const NetzLayoutBox *boxes = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  double height_i = boxes[i].bottom - boxes[i].top, height_j = boxes[j].bottom - boxes[j].top;

  if (height_i != height_j)
    return height_i < height_j ? 1 : -1;
  return (i > j) - (i < j);
}

/* Where a width fits lowest; the steps that it covers tell how high it comes to stand. */
static guint
find_lowest (GArray *steps, double width, double limit, double *y)
{
  guint best = 0;

  *y = INFINITY;
  for (guint s = 0; s < steps->len; s++)
    {
      const Step *first = &g_array_index (steps, Step, s);
      double top = 0;

      if (s > 0 && first->x + width > limit)
        break;
      for (guint k = s; k < steps->len && g_array_index (steps, Step, k).x < first->x + width; k++)
        top = MAX (top, g_array_index (steps, Step, k).y);
      if (top < *y)
        {
          *y = top;
          best = s;
        }
    }
  return best;
}

static void
raise_steps (GArray *steps, guint at, double width, double y)
{
  Step step = { g_array_index (steps, Step, at).x, y, width };
  double end = step.x + width, left_over = 0, below = 0;
  guint last = at;

  while (last < steps->len && g_array_index (steps, Step, last).x < end)
    {
      const Step *covered = &g_array_index (steps, Step, last++);

      left_over = covered->x + covered->width - end;
      below = covered->y;
    }
  g_array_remove_range (steps, at, last - at);
  if (left_over > 1e-9)
    {
      Step rest = { end, below, left_over };

      g_array_insert_val (steps, at, rest);
    }
  g_array_insert_val (steps, at, step);
}

/**
 * netz_layout_pack:
 * @boxes: (array length=n): boxes of any origin
 * @x: (out caller-allocates): how far each is to be shifted
 * @y: (out caller-allocates): the same
 * @n: how many
 * @aspect: of the whole, width by height
 *
 * Packs boxes without overlap, highest first, each as far up as it goes along
 * the skyline of those before (bottom-left: Baker, Coffman and Rivest 1980).
 * O(n²) at worst, O(n × steps of the skyline) usually.
 */
void
netz_layout_pack (NetzLayoutBox *boxes, double *x, double *y, guint n, double aspect)
{
  g_autofree guint *order = g_new (guint, n);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  double area = 0, widest = 0, limit;
  Step whole = { 0, 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      area += (boxes[i].right - boxes[i].left) * (boxes[i].bottom - boxes[i].top);
      widest = MAX (widest, boxes[i].right - boxes[i].left);
    }
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_sizes, boxes);
  limit = MAX (widest, sqrt (area * aspect * 1.1));
  whole.width = limit;
  g_array_append_val (steps, whole);
  for (guint k = 0; k < n; k++)
    {
      const NetzLayoutBox *box = &boxes[order[k]];
      double width = MAX (box->right - box->left, 1e-6), top;
      guint at = find_lowest (steps, width, limit + 1e-6, &top);

      x[order[k]] = g_array_index (steps, Step, at).x - box->left;
      y[order[k]] = top - box->top;
      raise_steps (steps, at, width, top + box->bottom - box->top);
    }
}
