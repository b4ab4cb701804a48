/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-graph"

#include "graph/netz-graph-walk.h"

#include "graph/netz-graph-private.h"

#define NOT_YET G_MAXUINT

/* The ends of edges, and after sorting them the neighbours of each vertex, one list behind the other. */
typedef struct
{
  const igraph_t *igraph;
  guint n_edges;
  guint *ends;
  guint *first; /* of the neighbours of a vertex; one more than there are vertices */
  guint *neighbours;
} Lists;

static void
clear_lists (Lists *self)
{
  g_free (self->ends);
  g_free (self->first);
  g_free (self->neighbours);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lists, clear_lists)

static igraph_error_t
copy_ends (gpointer data)
{
  Lists *self = data;
  igraph_vector_int_t ends;

  IGRAPH_CHECK (igraph_vector_int_init (&ends, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &ends);
  IGRAPH_CHECK (igraph_get_edgelist (self->igraph, &ends, FALSE));
  for (guint i = 0; i < 2 * self->n_edges; i++)
    self->ends[i] = (guint) VECTOR (ends)[i];
  igraph_vector_int_destroy (&ends);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

/* Counting sort by one end, then the other. */
static void
sort_ends (Lists *self, guint n)
{
  g_autofree guint *next = g_new0 (guint, n + 1);

  self->first = g_new0 (guint, n + 1);
  self->neighbours = g_new0 (guint, 2 * self->n_edges + 1);
  for (guint i = 0; i < 2 * self->n_edges; i++)
    self->first[self->ends[i] + 1]++;
  for (guint i = 0; i < n; i++)
    self->first[i + 1] += self->first[i];
  for (guint i = 0; i < n; i++)
    next[i] = self->first[i];
  for (guint i = 0; i < self->n_edges; i++)
    {
      guint from = self->ends[2 * i];
      guint to = self->ends[2 * i + 1];

      self->neighbours[next[from]++] = to;
      self->neighbours[next[to]++] = from;
    }
}

static guint
enter (NetzGraphWalk *self, guint *numbers, guint vertex, guint parent, gboolean is_root)
{
  guint number = self->n++;

  numbers[vertex] = number;
  self->vertices[number] = vertex;
  self->parents[number] = is_root ? number : parent;
  self->roots[number] = is_root ? number : self->roots[parent];
  self->lows[number] = number;
  self->sizes[number] = 1;
  return number;
}

static void
leave (NetzGraphWalk *self, guint number)
{
  guint parent = self->parents[number];

  if (parent == number)
    return;
  self->sizes[parent] += self->sizes[number];
  self->lows[parent] = MIN (self->lows[parent], self->lows[number]);
}

/* Two vertices have at most one edge, so the way back to the parent is the one that it came by. */
static void
walk_island (NetzGraphWalk *self, const Lists *lists, guint *numbers, guint *next, guint start)
{
  guint number = enter (self, numbers, start, 0, TRUE);

  for (;;)
    {
      guint vertex = self->vertices[number];

      if (next[vertex] < lists->first[vertex + 1])
        {
          guint other = lists->neighbours[next[vertex]++];

          if (numbers[other] == NOT_YET)
            number = enter (self, numbers, other, number, FALSE);
          else if (numbers[other] != self->parents[number] || self->parents[number] == number)
            self->lows[number] = MIN (self->lows[number], numbers[other]);
          continue;
        }
      leave (self, number);
      if (self->parents[number] == number)
        return;
      number = self->parents[number];
    }
}

/**
 * netz_graph_walk_new:
 * @graph: a graph
 * @error: return location: %NETZ_GRAPH_ERROR
 *
 * O(vertices + edges).
 *
 * Returns: (transfer full) (nullable): a walk over all of it
 */
NetzGraphWalk *
netz_graph_walk_new (const NetzGraph *graph, GError **error)
{
  guint n = netz_graph_get_n_vertices (graph);
  g_auto (Lists) lists = { .igraph = netz_graph_get_igraph (graph), .n_edges = netz_graph_get_n_edges (graph) };
  g_autofree guint *numbers = g_new (guint, n + 1);
  g_autofree guint *next = g_new (guint, n + 1);
  NetzGraphWalk *self;

  lists.ends = g_new0 (guint, 2 * lists.n_edges + 1);
  if (!netz_graph_run (copy_ends, &lists, error))
    return NULL;
  sort_ends (&lists, n);
  self = g_new0 (NetzGraphWalk, 1);
  self->vertices = g_new0 (guint, n + 1);
  self->parents = g_new0 (guint, n + 1);
  self->roots = g_new0 (guint, n + 1);
  self->sizes = g_new0 (guint, n + 1);
  self->lows = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      numbers[i] = NOT_YET;
      next[i] = lists.first[i];
    }
  for (guint i = 0; i < n; i++)
    if (numbers[i] == NOT_YET)
      walk_island (self, &lists, numbers, next, i);
  return self;
}

/**
 * netz_graph_walk_free:
 * @self: (transfer full): a walk
 */
void
netz_graph_walk_free (NetzGraphWalk *self)
{
  g_free (self->vertices);
  g_free (self->parents);
  g_free (self->roots);
  g_free (self->sizes);
  g_free (self->lows);
  g_free (self);
}
