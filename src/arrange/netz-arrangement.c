/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-arrange"

#include "arrange/netz-arrangement.h"

#include "model/netz-operations.h"

#include <math.h>
#include <string.h>

#define FRAME_HEAD 34.0 /* room for the title of a frame */
#define FRAME_MARGIN 16.0

/* Where the length of a name cannot be measured. */
static const NetzLayoutBox usual_box = { -64, -26, 64, 62 };

struct _NetzArrangement
{
  const NetzLayoutEngine *engine;
  NetzLayoutGraph *graph;
  GPtrArray *institutions; /* NetzInstitution: what each node stands for */
  GPtrArray *titles;       /* (nullable): district of each group; NULL: no district */
};

/* Names are compared in no language, so that the same network is arranged alike everywhere. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  NetzInstitution *p = *(NetzInstitution *const *) a, *q = *(NetzInstitution *const *) b;
  int order = g_strcmp0 (netz_institution_get_label (p), netz_institution_get_label (q));

  return order != 0 ? order : strcmp (netz_record_get_id (NETZ_RECORD (p)), netz_record_get_id (NETZ_RECORD (q)));
}

static gboolean
is_meant (GHashTable *meant, NetzInstitution *institution)
{
  return meant == NULL || g_hash_table_contains (meant, netz_record_get_id (NETZ_RECORD (institution)));
}

/* Those to be moved, and as obstacles all others that are anywhere. */
static GPtrArray *
collect (const NetzSnapshot *snapshot, GHashTable *meant)
{
  GPtrArray *institutions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < netz_snapshot_get_size (snapshot, NETZ_TABLE_INSTITUTION); i++)
    {
      NetzInstitution *institution = NETZ_INSTITUTION (netz_snapshot_get_nth (snapshot, NETZ_TABLE_INSTITUTION, i));

      if (is_meant (meant, institution) || netz_institution_is_placed (institution))
        g_ptr_array_add (institutions, g_object_ref (institution));
    }
  g_ptr_array_sort (institutions, compare_names);
  return institutions;
}

static void
fill_node (NetzLayoutGraph *graph, guint i, NetzInstitution *institution, gboolean meant)
{
  double latitude = institution->latitude, longitude = institution->longitude;

  graph->boxes[i] = usual_box;
  if (netz_institution_is_placed (institution))
    {
      graph->x[i] = institution->x;
      graph->y[i] = institution->y;
      graph->fixed[i] = institution->pinned || !meant;
    }
  if (isfinite (latitude) && isfinite (longitude) && fabs (latitude) <= 90 && fabs (longitude) <= 180)
    {
      graph->map_x[i] = longitude;
      graph->map_y[i] = -latitude;
    }
}

/* Degrees of longitude are shorter than those of latitude: an equirectangular map about the mean latitude. */
static void
level_map (NetzLayoutGraph *graph)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    if (!isnan (graph->map_y[i]))
      {
        sum += graph->map_y[i];
        n++;
      }
  for (guint i = 0; n > 0 && i < graph->n_nodes; i++)
    graph->map_x[i] *= cos (sum / n * G_PI / 180);
}

static guint
add_edges (NetzLayoutGraph *graph, const NetzSnapshot *snapshot, GHashTable *numbers)
{
  guint n = 0;

  for (guint i = 0; i < netz_snapshot_get_size (snapshot, NETZ_TABLE_PARTNERSHIP); i++)
    {
      const NetzPartnership *partnership
          = (const NetzPartnership *) netz_snapshot_get_nth (snapshot, NETZ_TABLE_PARTNERSHIP, i);
      gpointer from, to;

      if (partnership->from == NULL || partnership->to == NULL
          || !g_hash_table_lookup_extended (numbers, partnership->from, NULL, &from)
          || !g_hash_table_lookup_extended (numbers, partnership->to, NULL, &to))
        continue;
      netz_layout_graph_set_edge (graph, n++, GPOINTER_TO_UINT (from), GPOINTER_TO_UINT (to));
    }
  return n;
}

static guint
get_level (const NetzSnapshot *snapshot, const NetzInstitution *institution)
{
  static const char *const levels[] = { "state", "municipality", "provider", "school" };
  const NetzKind *kind = institution->kind != NULL
                             ? (const NetzKind *) netz_snapshot_find (snapshot, NETZ_TABLE_KIND, institution->kind)
                             : NULL;

  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (kind->level, levels[i]) == 0)
      return i;
  return G_N_ELEMENTS (levels);
}

/* What sets an institution apart, as a text that sorts as groups shall. */
static char *
make_key (const NetzSnapshot *snapshot, const NetzInstitution *institution, NetzLayoutGrouping grouping)
{
  switch (grouping)
    {
    case NETZ_LAYOUT_BY_KIND:
      return g_strdup_printf ("%u %s", get_level (snapshot, institution),
                              institution->kind != NULL ? institution->kind : "");

    case NETZ_LAYOUT_BY_DISTRICT:
      return g_strdup (institution->district != NULL ? institution->district : "");

    case NETZ_LAYOUT_BY_LEVEL:
      return g_strdup_printf ("%u", get_level (snapshot, institution));

    case NETZ_LAYOUT_NO_GROUPS:
    default:
      return g_strdup ("");
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The keys of all groups, sorted; `keys` has that of each institution. */
static GPtrArray *
find_groups (GPtrArray *keys)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < keys->len; i++)
    if (g_hash_table_add (seen, keys->pdata[i]))
      g_ptr_array_add (groups, g_strdup (keys->pdata[i]));
  g_ptr_array_sort (groups, compare_texts);
  return groups;
}

static void
set_groups (NetzLayoutGraph *graph, GPtrArray *keys, GPtrArray *groups)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint g = 0; g < groups->len; g++)
    g_hash_table_insert (numbers, groups->pdata[g], GUINT_TO_POINTER (g));
  for (guint i = 0; i < graph->n_nodes; i++)
    graph->groups[i] = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, keys->pdata[i]));
}

/**
 * netz_arrangement_new:
 * @snapshot: a network
 * @engine: how it is to be arranged
 * @ids: (nullable) (array zero-terminated=1): the institutions to be moved; %NULL: all
 * @measure: (nullable) (scope call): measures what an institution covers
 * @data: for @measure
 *
 * O(n log n + partnerships).
 *
 * Returns: (transfer full): an arrangement that has not been run
 */
NetzArrangement *
netz_arrangement_new (const NetzSnapshot *snapshot, const NetzLayoutEngine *engine, const char *const *ids,
                      NetzArrangementMeasure measure, gpointer data)
{
  NetzArrangement *self = g_new0 (NetzArrangement, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) meant = ids != NULL ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  NetzLayoutGraph *graph;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_hash_table_add (meant, (gpointer) ids[i]);
  self->engine = engine;
  self->institutions = collect (snapshot, meant);
  for (guint i = 0; i < self->institutions->len; i++)
    g_ptr_array_add (keys, make_key (snapshot, self->institutions->pdata[i], engine->grouping));
  self->titles = find_groups (keys);
  self->graph = graph = netz_layout_graph_new (self->institutions->len,
                                               netz_snapshot_get_size (snapshot, NETZ_TABLE_PARTNERSHIP),
                                               MAX (self->titles->len, 1));
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      NetzInstitution *institution = self->institutions->pdata[i];
      const char *id = netz_record_get_id (NETZ_RECORD (institution));

      g_hash_table_insert (numbers, (gpointer) id, GUINT_TO_POINTER (i));
      fill_node (graph, i, institution, is_meant (meant, institution));
      if (measure != NULL && !measure (id, &graph->boxes[i], data))
        graph->boxes[i] = usual_box;
    }
  level_map (graph);
  set_groups (graph, keys, self->titles);
  graph->n_edges = add_edges (graph, snapshot, numbers);
  graph->frame_head = FRAME_HEAD;
  return self;
}

/**
 * netz_arrangement_free:
 * @self: (transfer full): an arrangement
 */
void
netz_arrangement_free (NetzArrangement *self)
{
  netz_layout_graph_free (self->graph);
  g_ptr_array_unref (self->institutions);
  g_ptr_array_unref (self->titles);
  g_free (self);
}

/**
 * netz_arrangement_get_graph:
 * @self: an arrangement
 *
 * Returns: (transfer none): its places, new ones once it has been run
 */
const NetzLayoutGraph *
netz_arrangement_get_graph (const NetzArrangement *self)
{
  return self->graph;
}

/**
 * netz_arrangement_get_id:
 * @self: an arrangement
 * @node: a node of its graph
 *
 * Returns: (transfer none): the institution
 */
const char *
netz_arrangement_get_id (const NetzArrangement *self, guint node)
{
  return netz_record_get_id (self->institutions->pdata[node]);
}

static guint
find_node (const NetzArrangement *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->institutions->len; i++)
    if (strcmp (netz_arrangement_get_id (self, i), id) == 0)
      return i;
  return NETZ_LAYOUT_NOWHERE;
}

/**
 * netz_arrangement_run:
 * @self: an arrangement
 * @seed: of all chance
 * @focus: (nullable): the institution that rings are laid around
 * @progress: (nullable): told how far it is, 0 to 1, in this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location: %NETZ_LAYOUT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * May be called in any thread, and takes long for large networks.
 *
 * Returns: whether there are new places
 */
gboolean
netz_arrangement_run (NetzArrangement *self, guint32 seed, const char *focus, NetzLayoutProgress progress,
                      gpointer progress_data, GCancellable *cancellable, GError **error)
{
  NetzLayoutOptions options = { seed, 0, find_node (self, focus), progress, progress_data };

  return netz_layout_run (self->engine, self->graph, &options, cancellable, error);
}

static const char *
find_frame (GPtrArray *frames, const char *district)
{
  for (guint i = 0; i < frames->len; i++)
    {
      const NetzFrame *frame = frames->pdata[i];

      if (g_strcmp0 (frame->district != NULL ? frame->district : frame->title, district) == 0)
        return netz_record_get_id (frames->pdata[i]);
    }
  return NULL;
}

/* Around those of the district that have been moved; a frame that there is already is moved. */
static const char *
write_frame (NetzDraft *draft, GPtrArray *frames, const char *district, const NetzLayoutBox *box)
{
  const char *id = find_frame (frames, district);

  if (id != NULL)
    {
      netz_resize (draft, id, box->left, box->top, box->right - box->left, box->bottom - box->top);
      return id;
    }
  id = netz_add_frame (draft, district, box->left, box->top, box->right - box->left, box->bottom - box->top);
  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_FRAME, id), "district", district);
  return id;
}

static void
write_frames (const NetzArrangement *self, NetzDraft *draft)
{
  g_autoptr (GPtrArray) frames = netz_draft_list (draft, NETZ_TABLE_FRAME);

  for (guint g = 0; g < self->titles->len; g++)
    {
      const NetzLayoutBox *box = &self->graph->frames[g];
      const char *frame = NULL;

      if (box->right <= box->left)
        continue;
      if (*(const char *) self->titles->pdata[g] != '\0')
        frame = write_frame (draft, frames, self->titles->pdata[g], box);
      for (guint i = 0; i < self->graph->n_nodes; i++)
        if (self->graph->groups[i] == g && !self->graph->fixed[i])
          {
            const char *const ids[] = { netz_arrangement_get_id (self, i), NULL };

            netz_put_in_frame (draft, ids, frame);
          }
    }
}

/* Of what belongs to a frame. */
typedef struct
{
  NetzLayoutBox box;
  gboolean moved;    /* any of it */
  gboolean district; /* all of it has the title for its district: the frame says nothing that they do not */
} Members;

static Members
find_members (const NetzArrangement *self, const NetzFrame *frame)
{
  const char *id = netz_record_get_id ((NetzRecord *) frame);
  Members members = { { INFINITY, INFINITY, -INFINITY, -INFINITY }, FALSE, TRUE };

  for (guint i = 0; i < self->graph->n_nodes; i++)
    {
      const NetzInstitution *institution = self->institutions->pdata[i];
      const NetzLayoutBox *own = &self->graph->boxes[i];

      if (g_strcmp0 (institution->frame, id) != 0)
        continue;
      members.moved = members.moved || !self->graph->fixed[i];
      members.district = members.district && g_strcmp0 (institution->district, frame->title) == 0;
      members.box.left = MIN (members.box.left, self->graph->x[i] + own->left);
      members.box.right = MAX (members.box.right, self->graph->x[i] + own->right);
      members.box.top = MIN (members.box.top, self->graph->y[i] + own->top);
      members.box.bottom = MAX (members.box.bottom, self->graph->y[i] + own->bottom);
    }
  return members;
}

/*
 * A frame goes round what belongs to it, wherever that has gone. Those of
 * districts go away where districts have been mixed: all that they say is said
 * by the institutions, and the engine of districts makes them anew.
 */
static void
let_frames_follow (const NetzArrangement *self, NetzDraft *draft, gboolean mixed)
{
  g_autoptr (GPtrArray) frames = netz_draft_list (draft, NETZ_TABLE_FRAME);

  for (guint f = 0; f < frames->len; f++)
    {
      const char *const ids[] = { netz_record_get_id (frames->pdata[f]), NULL };
      Members members = find_members (self, frames->pdata[f]);

      if (!members.moved)
        continue;
      if (mixed && members.district)
        netz_delete (draft, ids);
      else
        netz_resize (draft, ids[0], members.box.left - FRAME_MARGIN, members.box.top - FRAME_MARGIN - FRAME_HEAD,
                     members.box.right - members.box.left + 2 * FRAME_MARGIN,
                     members.box.bottom - members.box.top + 2 * FRAME_MARGIN + FRAME_HEAD);
    }
}

static void
add_obstacle (NetzLayoutGraph *graph, guint node, double x, double y, NetzLayoutBox box)
{
  graph->x[node] = x;
  graph->y[node] = y;
  graph->boxes[node] = box;
  graph->fixed[node] = 1;
}

/* Everything that notes could lie on, and then the notes. */
static NetzLayoutGraph *
make_graph_of_notes (const NetzArrangement *self, GPtrArray *notes)
{
  NetzLayoutGraph *graph = netz_layout_graph_new (self->graph->n_nodes + self->graph->n_groups + notes->len, 0, 1);
  guint n = 0;

  for (guint i = 0; i < self->graph->n_nodes; i++)
    if (!isnan (self->graph->x[i]))
      add_obstacle (graph, n++, self->graph->x[i], self->graph->y[i], self->graph->boxes[i]);
  for (guint g = 0; g < self->graph->n_groups; g++)
    if (self->graph->frames[g].right > self->graph->frames[g].left)
      add_obstacle (graph, n++, 0, 0, self->graph->frames[g]);
  for (guint i = 0; i < notes->len; i++, n++)
    {
      const NetzNote *note = notes->pdata[i];

      add_obstacle (graph, n, note->x, note->y, (NetzLayoutBox) { 0, 0, note->width, note->height });
      graph->fixed[n] = 0;
    }
  graph->n_nodes = n;
  return graph;
}

/* Notes stay where nothing has come to lie under them, and make room where something has. */
static void
move_notes (const NetzArrangement *self, NetzDraft *draft)
{
  g_autoptr (GPtrArray) all = netz_draft_list (draft, NETZ_TABLE_NOTE);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (NetzLayoutGraph) graph = NULL;

  for (guint i = 0; i < all->len; i++)
    if (isfinite (((NetzNote *) all->pdata[i])->x) && isfinite (((NetzNote *) all->pdata[i])->y))
      g_ptr_array_add (notes, all->pdata[i]);
  if (notes->len == 0)
    return;
  graph = make_graph_of_notes (self, notes);
  if (!netz_layout_run (netz_layout_find_engine ("tidy"), graph, NULL, NULL, NULL))
    return;
  for (guint i = 0; i < notes->len; i++)
    {
      guint node = graph->n_nodes - notes->len + i;

      netz_place (draft, netz_record_get_id (notes->pdata[i]), graph->x[node], graph->y[node]);
    }
}

/**
 * netz_arrangement_write:
 * @self: an arrangement that has been run
 * @draft: of the network of its snapshot; what is gone from it meanwhile is passed over
 *
 * Writes the places, and the frames of districts where the engine makes such;
 * other frames go round what belongs to them, and notes make room.
 * O(institutions × frames).
 */
void
netz_arrangement_write (const NetzArrangement *self, NetzDraft *draft)
{
  for (guint i = 0; i < self->graph->n_nodes; i++)
    if (!self->graph->fixed[i] && !isnan (self->graph->x[i]))
      netz_place (draft, netz_arrangement_get_id (self, i), self->graph->x[i], self->graph->y[i]);
  if (self->engine->grouping == NETZ_LAYOUT_BY_DISTRICT)
    write_frames (self, draft);
  else
    let_frames_follow (self, draft, self->engine->mixes);
  move_notes (self, draft);
}
