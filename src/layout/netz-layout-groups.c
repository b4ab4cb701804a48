/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups apart: each a block of its own, the blocks side by side in rows, those with many edges between them near. */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-engines.h"
#include "layout/netz-layout-place.h"
#include "layout/netz-layout-separate.h"

#include <math.h>
#include <string.h>

#define ASPECT 1.6
#define BLOCK_ASPECT 1.4
#define KINDS_APART 0.9    /* of a usual box, between blocks */
#define FRAME_MARGIN 16.0  /* inside a frame */
#define FRAMES_APART 36.0
#define HELD_APART 60.0

/* The nodes of a group that can move, and the room that it takes. */
typedef struct
{
  NetzLayoutPlane *plane; /* (nullable): empty */
  double width, height;
  double x, y;            /* of its middle */
  double wish_x, wish_y;  /* where its partners would have it */
  guint number;
} Block;

static void
clear_block (gpointer block)
{
  g_clear_pointer (&((Block *) block)->plane, netz_layout_plane_free);
}

/* Rows of nodes in the order in which they came. */
static void
fill_rows (NetzLayoutPlane *plane)
{
  double width = 0, height = 0;
  guint columns;

  for (guint i = 0; i < plane->n; i++)
    {
      width = MAX (width, 2 * plane->half_width[i]);
      height = MAX (height, 2 * plane->half_height[i]);
    }
  columns = MAX (1, (guint) ceil (sqrt (plane->n * BLOCK_ASPECT * height / width) - 1e-9));
  for (guint i = 0; i < plane->n; i++)
    {
      plane->x[i] = (i % columns + 0.5) * width;
      plane->y[i] = (i / columns + 0.5) * height;
    }
}

static GArray *
make_blocks (const NetzLayoutPlane *whole, const NetzLayoutGraph *graph)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_autofree guint *starts = g_new0 (guint, graph->n_groups + 1);
  g_autofree guint *nodes = g_new (guint, graph->n_nodes);
  guint from = 0;

  g_array_set_clear_func (blocks, clear_block);
  g_array_set_size (blocks, graph->n_groups);
  for (guint i = 0; i < graph->n_nodes; i++)
    if (!graph->fixed[i])
      starts[graph->groups[i] + 1]++;
  for (guint g = 0; g < graph->n_groups; g++)
    starts[g + 1] += starts[g];
  for (guint i = 0; i < graph->n_nodes; i++)
    if (!graph->fixed[i])
      nodes[starts[graph->groups[i]]++] = i;
  for (guint g = 0; g < graph->n_groups; g++)
    {
      Block *block = &g_array_index (blocks, Block, g);

      block->number = g;
      if (starts[g] > from)
        block->plane = netz_layout_plane_new_part (whole, nodes + from, starts[g] - from);
      from = starts[g];
    }
  return blocks;
}

static void
measure_block (Block *block, double margin, double head)
{
  NetzLayoutBox bounds = netz_layout_plane_get_bounds (block->plane);

  netz_layout_plane_shift (block->plane, -(bounds.left + bounds.right) / 2,
                           -(bounds.top + bounds.bottom) / 2 + head / 2);
  block->width = bounds.right - bounds.left + 2 * margin;
  block->height = bounds.bottom - bounds.top + 2 * margin + head;
}

/* A graph whose nodes are the blocks: forces tell which should be near which. */
static void
find_wishes (GArray *blocks, const NetzLayoutGraph *graph, const NetzLayoutJob *job)
{
  g_autoptr (NetzLayoutGraph) summary = netz_layout_graph_new (blocks->len, graph->n_edges, 1);
  g_autoptr (NetzLayoutPlane) plane = NULL;

  for (guint b = 0; b < blocks->len; b++)
    {
      Block *block = &g_array_index (blocks, Block, b);

      summary->boxes[b] = (NetzLayoutBox) { -block->width / 2, -block->height / 2, block->width / 2,
                                            block->height / 2 };
    }
  for (guint e = 0; e < graph->n_edges; e++)
    netz_layout_graph_set_edge (summary, e, graph->groups[graph->edges[e].from], graph->groups[graph->edges[e].to]);
  plane = netz_layout_plane_new (summary);
  netz_layout_place (plane, job);
  for (guint b = 0; b < blocks->len; b++)
    {
      g_array_index (blocks, Block, b).wish_x = isnan (plane->x[b]) ? 0 : plane->x[b];
      g_array_index (blocks, Block, b).wish_y = isnan (plane->y[b]) ? 0 : plane->y[b];
    }
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const Block *p = *(Block *const *) a, *q = *(Block *const *) b;

  if (p->wish_y != q->wish_y)
    return p->wish_y < q->wish_y ? -1 : 1;
  return p->number < q->number ? -1 : 1;
}

static int
compare_sides (gconstpointer a, gconstpointer b)
{
  const Block *p = *(Block *const *) a, *q = *(Block *const *) b;

  if (p->wish_x != q->wish_x)
    return p->wish_x < q->wish_x ? -1 : 1;
  return p->number < q->number ? -1 : 1;
}

static double
put_row (Block **row, guint n, double top, double apart, gboolean same_height)
{
  double x = 0, height = 0;

  qsort (row, n, sizeof (Block *), compare_sides);
  for (guint k = 0; k < n; k++)
    height = MAX (height, row[k]->height);
  for (guint k = 0; k < n; k++)
    {
      if (same_height)
        {
          netz_layout_plane_shift (row[k]->plane, 0, -(height - row[k]->height) / 2);
          row[k]->height = height;
        }
      row[k]->x = x + row[k]->width / 2;
      row[k]->y = top + height / 2;
      x += row[k]->width + apart;
    }
  for (guint k = 0; k < n; k++)
    row[k]->x -= (x - apart) / 2;
  return height;
}

/* Rows of about the same width, from top to bottom as the blocks would like to be. */
static void
put_in_rows (GArray *blocks, double apart, gboolean same_height)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  double area = 0, sum = 0, limit, top = 0;
  guint from = 0, n_rows;

  for (guint b = 0; b < blocks->len; b++)
    {
      Block *block = &g_array_index (blocks, Block, b);

      if (block->plane == NULL)
        continue;
      g_ptr_array_add (order, block);
      area += (block->width + apart) * (block->height + apart);
      sum += block->width + apart;
    }
  if (order->len == 0)
    return;
  g_ptr_array_sort (order, compare_heights);
  n_rows = MAX (1, (guint) round (sum / sqrt (area * ASPECT)));
  limit = sum / n_rows;
  sum = 0;
  for (guint k = 0; k < order->len; k++)
    {
      const Block *block = order->pdata[k];

      /* a block belongs to the row in which most of it lies */
      if (k > from && sum + (block->width + apart) / 2 > limit && from < k)
        {
          top += put_row ((Block **) order->pdata + from, k - from, top, apart, same_height) + apart;
          from = k;
          sum = 0;
        }
      sum += block->width + apart;
    }
  put_row ((Block **) order->pdata + from, order->len - from, top, apart, same_height);
}

/* Below what does not move, or about the middle of where things were. */
static void
find_origin (const NetzLayoutGraph *graph, GArray *blocks, double *x, double *y)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY, new_top = INFINITY,
         new_bottom = -INFINITY;
  gboolean fixed = graph->n_nodes > 0 && memchr (graph->fixed, 1, graph->n_nodes) != NULL;

  for (guint i = 0; i < graph->n_nodes; i++)
    if (!isnan (graph->x[i]) && (!fixed || graph->fixed[i]))
      {
        left = MIN (left, graph->x[i] + graph->boxes[i].left);
        right = MAX (right, graph->x[i] + graph->boxes[i].right);
        top = MIN (top, graph->y[i] + graph->boxes[i].top);
        bottom = MAX (bottom, graph->y[i] + graph->boxes[i].bottom);
      }
  for (guint b = 0; b < blocks->len; b++)
    {
      const Block *block = &g_array_index (blocks, Block, b);

      if (block->plane == NULL)
        continue;
      new_top = MIN (new_top, block->y - block->height / 2);
      new_bottom = MAX (new_bottom, block->y + block->height / 2);
    }
  *x = isinf (left) ? 0 : (left + right) / 2;
  *y = isinf (left) ? 0 : fixed ? bottom + HELD_APART - new_top : (top + bottom - new_top - new_bottom) / 2;
}

static void
write_blocks (GArray *blocks, NetzLayoutPlane *whole, NetzLayoutGraph *graph, gboolean frames)
{
  double x, y;

  find_origin (graph, blocks, &x, &y);
  for (guint b = 0; b < blocks->len; b++)
    {
      Block *block = &g_array_index (blocks, Block, b);

      if (block->plane == NULL)
        continue;
      netz_layout_plane_shift (block->plane, block->x + x, block->y + y);
      netz_layout_plane_write_part (block->plane, whole);
      if (frames)
        graph->frames[b] = (NetzLayoutBox) { block->x + x - block->width / 2, block->y + y - block->height / 2,
                                             block->x + x + block->width / 2, block->y + y + block->height / 2 };
    }
  netz_layout_plane_write (whole, graph);
}

static void
arrange (GArray *blocks, NetzLayoutPlane *whole, NetzLayoutGraph *graph, const NetzLayoutJob *job, gboolean frames)
{
  NetzLayoutJob last = netz_layout_job_part (job, 0.8, 1);

  for (guint b = 0; b < blocks->len; b++)
    if (g_array_index (blocks, Block, b).plane != NULL)
      measure_block (&g_array_index (blocks, Block, b), frames ? FRAME_MARGIN : 0, frames ? graph->frame_head : 0);
  find_wishes (blocks, graph, &last);
  put_in_rows (blocks, frames ? FRAMES_APART : KINDS_APART * netz_layout_plane_get_mean_side (whole), frames);
  write_blocks (blocks, whole, graph, frames);
}

gboolean
netz_layout_run_kind (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                      GError **error)
{
  g_autoptr (NetzLayoutPlane) whole = netz_layout_plane_new (graph);
  g_autoptr (GArray) blocks = make_blocks (whole, graph);

  for (guint b = 0; b < blocks->len; b++)
    if (g_array_index (blocks, Block, b).plane != NULL)
      fill_rows (g_array_index (blocks, Block, b).plane);
  arrange (blocks, whole, graph, job, FALSE);
  return TRUE;
}

gboolean
netz_layout_run_district (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                          GError **error)
{
  g_autoptr (NetzLayoutPlane) whole = netz_layout_plane_new (graph);
  g_autoptr (GArray) blocks = make_blocks (whole, graph);

  for (guint b = 0; b < blocks->len && !netz_layout_job_is_cancelled (job); b++)
    {
      Block *block = &g_array_index (blocks, Block, b);
      NetzLayoutJob part = netz_layout_job_part (job, 0.8 * b / blocks->len, 0.8 * (b + 1) / blocks->len);

      if (block->plane != NULL)
        netz_layout_place (block->plane, &part);
    }
  if (!netz_layout_job_is_cancelled (job))
    arrange (blocks, whole, graph, job, TRUE);
  return TRUE;
}
