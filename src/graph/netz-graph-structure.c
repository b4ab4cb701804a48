/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-graph"

#include "graph/netz-graph-structure.h"

#include "graph/netz-graph-walk.h"

#include <string.h>

/*
 * Vertices are numbered in the order of a depth-first walk, so that an island,
 * and all that hangs below a vertex, is a range of numbers. What is left of an
 * island without a vertex and the ranges that hang off it is "the rest".
 */
typedef struct
{
  guint first;
  guint length;
  gboolean is_rest;
} Part;

typedef struct
{
  NetzGraphCut shown;
  guint number;  /* of the vertex */
  GArray *parts; /* Part, largest first */
} Cut;

typedef struct
{
  NetzGraphBridge shown;
  Part far;
  guint below; /* number of the lower end; the far side is its range or the rest without it */
} Bridge;

struct _NetzGraphStructure
{
  NetzGraphWalk *walk;
  GPtrArray *ids;    /* GRefString, by number */
  GArray *islands;   /* Part, largest first */
  GPtrArray *cuts;   /* Cut, that which splits off most first */
  GPtrArray *bridges; /* Bridge, likewise */
};

static void
free_cut (gpointer data)
{
  Cut *cut = data;

  g_array_unref (cut->parts);
  g_free (cut);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *first = a;
  const Part *second = b;

  if (first->length != second->length)
    return first->length > second->length ? -1 : 1;
  return first->first < second->first ? -1 : first->first > second->first;
}

static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  const NetzGraphCut *first = &(*(Cut *const *) a)->shown;
  const NetzGraphCut *second = &(*(Cut *const *) b)->shown;

  if (first->n_split != second->n_split)
    return first->n_split > second->n_split ? -1 : 1;
  return strcmp (first->id, second->id);
}

static int
compare_bridges (gconstpointer a, gconstpointer b)
{
  const NetzGraphBridge *first = &(*(Bridge *const *) a)->shown;
  const NetzGraphBridge *second = &(*(Bridge *const *) b)->shown;
  int order;

  if (first->n_split != second->n_split)
    return first->n_split > second->n_split ? -1 : 1;
  order = strcmp (first->near, second->near);
  return order != 0 ? order : strcmp (first->far, second->far);
}

static const char *
get_id (const NetzGraphStructure *self, guint number)
{
  return self->ids->pdata[number];
}

static void
add_island (NetzGraphStructure *self, guint root)
{
  Part island = { .first = root, .length = self->walk->sizes[root] };

  g_array_append_val (self->islands, island);
}

/* Whether what hangs below @child is held by the vertex above it alone. */
static gboolean
hangs (const NetzGraphWalk *walk, guint child)
{
  return walk->lows[child] >= walk->parents[child];
}

static void
add_part_to_cut (GHashTable *cuts, const NetzGraphWalk *walk, guint child)
{
  guint number = walk->parents[child];
  Part part = { .first = child, .length = walk->sizes[child] };
  Cut *cut = g_hash_table_lookup (cuts, GUINT_TO_POINTER (number));

  if (cut == NULL)
    {
      cut = g_new0 (Cut, 1);
      cut->number = number;
      cut->parts = g_array_new (FALSE, FALSE, sizeof (Part));
      g_hash_table_insert (cuts, GUINT_TO_POINTER (number), cut);
    }
  g_array_append_val (cut->parts, part);
}

/* Takes the cut over. What has one part only cuts nothing. */
static void
end_cut (NetzGraphStructure *self, Cut *cut)
{
  guint root = self->walk->roots[cut->number];
  Part rest = { .first = root, .length = self->walk->sizes[root] - 1, .is_rest = TRUE };

  for (guint i = 0; i < cut->parts->len; i++)
    rest.length -= g_array_index (cut->parts, Part, i).length;
  if (rest.length > 0)
    g_array_append_val (cut->parts, rest);
  if (cut->parts->len < 2)
    {
      free_cut (cut);
      return;
    }
  g_array_sort (cut->parts, compare_parts);
  cut->shown.id = get_id (self, cut->number);
  cut->shown.n_parts = cut->parts->len;
  cut->shown.n_split = self->walk->sizes[root] - 1 - g_array_index (cut->parts, Part, 0).length;
  g_ptr_array_add (self->cuts, cut);
}

static void
add_bridge (NetzGraphStructure *self, guint child)
{
  const NetzGraphWalk *walk = self->walk;
  guint root = walk->roots[child];
  Bridge *bridge = g_new0 (Bridge, 1);
  guint rest = walk->sizes[root] - walk->sizes[child];
  gboolean below = walk->sizes[child] <= rest;

  bridge->below = child;
  bridge->far.first = below ? child : root;
  bridge->far.length = below ? walk->sizes[child] : rest;
  bridge->far.is_rest = !below;
  bridge->shown.near = get_id (self, below ? walk->parents[child] : child);
  bridge->shown.far = get_id (self, below ? child : walk->parents[child]);
  bridge->shown.n_split = bridge->far.length;
  g_ptr_array_add (self->bridges, bridge);
}

static void
evaluate (NetzGraphStructure *self)
{
  g_autoptr (GHashTable) cuts = g_hash_table_new (NULL, NULL);
  const NetzGraphWalk *walk = self->walk;
  GHashTableIter iter;
  gpointer cut;

  for (guint number = 0; number < walk->n; number++)
    {
      if (walk->roots[number] == number)
        {
          add_island (self, number);
          continue;
        }
      if (hangs (walk, number))
        add_part_to_cut (cuts, walk, number);
      if (walk->lows[number] > walk->parents[number])
        add_bridge (self, number);
    }
  g_hash_table_iter_init (&iter, cuts);
  while (g_hash_table_iter_next (&iter, NULL, &cut))
    end_cut (self, cut);
  g_array_sort (self->islands, compare_parts);
  g_ptr_array_sort (self->cuts, compare_cuts);
  g_ptr_array_sort (self->bridges, compare_bridges);
}

/**
 * netz_graph_structure_new:
 * @graph: a graph
 * @error: return location: %NETZ_GRAPH_ERROR
 *
 * Cut vertices and bridges as Hopcroft and Tarjan (1973) find them, in one walk.
 * O(institutions log institutions + partnerships), in time and in memory.
 *
 * Returns: (transfer full) (nullable): what holds it together
 */
NetzGraphStructure *
netz_graph_structure_new (const NetzGraph *graph, GError **error)
{
  NetzGraphWalk *walk = netz_graph_walk_new (graph, error);
  NetzGraphStructure *self;

  if (walk == NULL)
    return NULL;
  self = g_new0 (NetzGraphStructure, 1);
  self->walk = walk;
  self->ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  for (guint i = 0; i < walk->n; i++)
    g_ptr_array_add (self->ids, g_ref_string_new (netz_graph_get_id (graph, walk->vertices[i])));
  self->islands = g_array_new (FALSE, FALSE, sizeof (Part));
  self->cuts = g_ptr_array_new_with_free_func (free_cut);
  self->bridges = g_ptr_array_new_with_free_func (g_free);
  evaluate (self);
  return self;
}

/**
 * netz_graph_structure_free:
 * @self: (transfer full): a structure
 */
void
netz_graph_structure_free (NetzGraphStructure *self)
{
  netz_graph_walk_free (self->walk);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->islands);
  g_ptr_array_unref (self->cuts);
  g_ptr_array_unref (self->bridges);
  g_free (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The ids of a range of numbers, without some of them, in the order of ids. */
static void
add_range (const NetzGraphStructure *self, GPtrArray *ids, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    g_ptr_array_add (ids, g_ref_string_acquire (self->ids->pdata[i]));
}

static GPtrArray *
create_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
}

/**
 * netz_graph_structure_get_n_components:
 * @self: a structure
 *
 * Returns: how many islands there are, those of one institution included
 */
guint
netz_graph_structure_get_n_components (const NetzGraphStructure *self)
{
  return self->islands->len;
}

/**
 * netz_graph_structure_list_component:
 * @self: a structure
 * @index: which island, from 0, the largest
 *
 * Returns: (transfer full) (element-type utf8): the ids of its institutions, in order
 */
GPtrArray *
netz_graph_structure_list_component (const NetzGraphStructure *self, guint index)
{
  const Part *island = &g_array_index (self->islands, Part, index);
  GPtrArray *ids = create_list ();

  add_range (self, ids, island->first, island->first + island->length);
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

/**
 * netz_graph_structure_get_n_cuts:
 * @self: a structure
 *
 * Returns: how many institutions there are without which an island falls apart
 */
guint
netz_graph_structure_get_n_cuts (const NetzGraphStructure *self)
{
  return self->cuts->len;
}

/**
 * netz_graph_structure_get_cut:
 * @self: a structure
 * @index: which, from 0, the one that splits off most
 *
 * Returns: (transfer none): what happens without that institution
 */
const NetzGraphCut *
netz_graph_structure_get_cut (const NetzGraphStructure *self, guint index)
{
  return &((Cut *) self->cuts->pdata[index])->shown;
}

/**
 * netz_graph_structure_list_part:
 * @self: a structure
 * @cut: which institution goes
 * @part: which of the parts that are left, from 0, the largest
 *
 * O(size of the island log its size).
 *
 * Returns: (transfer full) (element-type utf8): the ids of the institutions in it, in order
 */
GPtrArray *
netz_graph_structure_list_part (const NetzGraphStructure *self, guint cut, guint part)
{
  const Cut *gone = self->cuts->pdata[cut];
  const Part *wanted = &g_array_index (gone->parts, Part, part);
  GPtrArray *ids = create_list ();
  g_autofree gboolean *elsewhere = NULL;
  guint size;

  if (!wanted->is_rest)
    {
      add_range (self, ids, wanted->first, wanted->first + wanted->length);
      g_ptr_array_sort (ids, compare_ids);
      return ids;
    }
  size = self->walk->sizes[wanted->first];
  elsewhere = g_new0 (gboolean, size);
  elsewhere[gone->number - wanted->first] = TRUE;
  for (guint i = 0; i < gone->parts->len; i++)
    {
      const Part *other = &g_array_index (gone->parts, Part, i);

      for (guint j = 0; !other->is_rest && j < other->length; j++)
        elsewhere[other->first + j - wanted->first] = TRUE;
    }
  for (guint i = 0; i < size; i++)
    if (!elsewhere[i])
      add_range (self, ids, wanted->first + i, wanted->first + i + 1);
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

/**
 * netz_graph_structure_get_n_bridges:
 * @self: a structure
 *
 * Returns: how many pairs of partners alone join two parts
 */
guint
netz_graph_structure_get_n_bridges (const NetzGraphStructure *self)
{
  return self->bridges->len;
}

/**
 * netz_graph_structure_get_bridge:
 * @self: a structure
 * @index: which, from 0, the one that splits off most
 *
 * Returns: (transfer none): the pair
 */
const NetzGraphBridge *
netz_graph_structure_get_bridge (const NetzGraphStructure *self, guint index)
{
  return &((Bridge *) self->bridges->pdata[index])->shown;
}

/**
 * netz_graph_structure_list_far_side:
 * @self: a structure
 * @bridge: which pair of partners parts
 *
 * O(size of the island log its size).
 *
 * Returns: (transfer full) (element-type utf8): the ids of the institutions on the smaller side, in order
 */
GPtrArray *
netz_graph_structure_list_far_side (const NetzGraphStructure *self, guint bridge)
{
  const Bridge *gone = self->bridges->pdata[bridge];
  GPtrArray *ids = create_list ();
  guint below_end = gone->below + self->walk->sizes[gone->below];

  if (!gone->far.is_rest)
    add_range (self, ids, gone->far.first, gone->far.first + gone->far.length);
  else
    {
      add_range (self, ids, gone->far.first, gone->below);
      add_range (self, ids, below_end, gone->far.first + self->walk->sizes[gone->far.first]);
    }
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}
