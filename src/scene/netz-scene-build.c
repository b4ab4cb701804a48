/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-background.h"
#include "scene/netz-scene-private.h"

#include <math.h>

#define DEFAULT_WIDTH 200.0
#define DEFAULT_HEIGHT 120.0

/* Partnerships drawn up to which lines are as strong as they can be, and how strong beyond. */
static const struct
{
  guint edges;
  double alpha;
} densities[] = { { 150, 1 }, { 500, 0.85 }, { 2000, 0.7 }, { 8000, 0.55 }, { G_MAXUINT, 0.42 } };

static void
build_looks (NetzScene *self)
{
  g_autoptr (GPtrArray) kinds = netz_network_list (self->network, NETZ_TABLE_KIND);

  g_array_set_size (self->looks, 0);
  g_hash_table_remove_all (self->look_of);
  g_hash_table_remove_all (self->stamps);
  g_ptr_array_set_size (self->kinds, 0);

  for (guint i = 0; i <= kinds->len && i < G_MAXUINT16; i++)
    {
      NetzKind *kind = i > 0 ? g_ptr_array_index (kinds, i - 1) : NULL;
      NetzLook look;

      netz_look_init (&look, kind, self->style);
      g_array_append_val (self->looks, look);
      g_ptr_array_add (self->kinds, kind != NULL ? g_object_ref (kind) : NULL);
      if (kind != NULL)
        g_hash_table_insert (self->look_of, (gpointer) netz_record_get_id (NETZ_RECORD (kind)), GUINT_TO_POINTER (i));
    }
}

static void
build_lines (NetzScene *self)
{
  g_autoptr (GPtrArray) programmes = netz_network_list (self->network, NETZ_TABLE_PROGRAMME);

  g_array_set_size (self->lines, 0);
  g_hash_table_remove_all (self->line_of);

  for (guint i = 0; i <= programmes->len && i < G_MAXUINT16; i++)
    {
      NetzProgramme *programme = i > 0 ? g_ptr_array_index (programmes, i - 1) : NULL;
      NetzLine line = { self->style->line, FALSE, NULL };

      if (programme != NULL)
        {
          line.programme = g_object_ref (programme);
          line.is_double = g_strcmp0 (programme->line, "double") == 0;
          netz_rgba_parse (&line.colour, programme->colour);
          g_hash_table_insert (self->line_of, (gpointer) netz_record_get_id (NETZ_RECORD (programme)),
                               GUINT_TO_POINTER (i));
        }
      line.colour =
          netz_rgba_reach_contrast (&line.colour, &self->style->ground, self->style->contrast >= 7 ? 4.5 : 2.6);
      g_array_append_val (self->lines, line);
    }
}

static guint
find_index (GHashTable *table,
            const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (table, id)) : 0;
}

static gboolean
is_listed (GHashTable *set,
           const char *id)
{
  return id != NULL && g_hash_table_contains (set, id);
}

/* Frames and notes are in any part. */
gboolean
netz_scene_has_in_part (NetzScene *self,
             const NetzRecord *record)
{
  NetzTable table = netz_record_get_table (record);

  return self->part == NULL || (table != NETZ_TABLE_INSTITUTION && table != NETZ_TABLE_PARTNERSHIP) ||
         netz_network_get (self->part, table, netz_record_get_id (record)) != NULL;
}

static gboolean
is_left_out (NetzScene *self,
             const NetzRecord *record)
{
  return is_listed (self->hidden_ids, netz_record_get_id (record)) ||
         (!self->fades_rest && !netz_scene_has_in_part (self, record));
}

static gboolean
is_faded (NetzScene *self,
          const NetzRecord *record)
{
  return is_listed (self->faded_ids, netz_record_get_id (record)) ||
         (self->fades_rest && !netz_scene_has_in_part (self, record));
}

/* The status of the day that is looked at. */
static NetzStatus
get_status (NetzScene *self,
            const NetzPartnership *partnership)
{
  const char *id = netz_record_get_id (NETZ_RECORD (partnership));
  const NetzPartnership *then = self->part != NULL ? netz_network_get_partnership (self->part, id) : NULL;

  return netz_status_parse (then != NULL ? then->status : partnership->status);
}

gboolean
netz_scene_shows_institution (NetzScene *self,
                   const NetzInstitution *institution)
{
  return institution != NULL && !isnan (institution->x) && !isnan (institution->y) &&
         !is_listed (self->hidden_kinds, institution->kind) && !is_left_out (self, NETZ_RECORD (institution));
}

static gboolean
shows_partnership (NetzScene *self,
                   const NetzPartnership *partnership)
{
  return partnership != NULL &&
         (self->show_ended || get_status (self, partnership) != NETZ_STATUS_ENDED) &&
         !is_listed (self->hidden_programmes, partnership->programme) &&
         !is_left_out (self, NETZ_RECORD (partnership));
}

/* The area grows with the number of partnerships; the largest is twice as wide as usual. */
static double
get_radius_of_degree (guint degree)
{
  return NETZ_NODE_RADIUS * CLAMP (0.7 + 0.22 * sqrt (degree), 0.7, NETZ_NODE_GROWTH);
}

void
netz_scene_describe_node (NetzScene *self,
               NetzInstitution *record,
               NetzNodeItem *model)
{
  NetzNetwork *counted = self->part != NULL && netz_scene_has_in_part (self, NETZ_RECORD (record)) ? self->part
                                                                                                   : self->network;
  GPtrArray *incident = netz_network_get_incident (counted, netz_record_get_id (NETZ_RECORD (record)));
  NetzLabelSpec spec;
  double height;

  *model = (NetzNodeItem) { .record = record, .radius = NETZ_NODE_RADIUS };
  if (self->size_by_degree)
    model->radius = (float) get_radius_of_degree (incident != NULL ? incident->len : 0);
  model->centre = (NetzPoint) { netz_coordinate_clamp (record->x), netz_coordinate_clamp (record->y) };
  model->look = find_index (self->look_of, record->kind);
  model->faded = is_faded (self, NETZ_RECORD (record));
  if (self->colouring != NULL)
    model->group = (guint16) netz_colouring_find (self->colouring, netz_record_get_id (NETZ_RECORD (record)));
  if (record->notes != NULL)
    model->marks |= NETZ_MARK_NOTES;
  if (record->pinned)
    model->marks |= NETZ_MARK_PINNED;
  if (record->contacts == NULL && incident != NULL && incident->len > 0)
    model->marks |= NETZ_MARK_CONTACT;

  spec = netz_items_get_label_spec (self->items, model);
  model->label_width = (float) netz_label_cache_estimate (self->labels, &spec, &height);
  model->label_height = (float) height;
}

guint32
netz_scene_find_node (NetzScene *self,
           const char *id)
{
  guint32 item = netz_items_find (self->items, id);

  return item != NETZ_NO_ITEM && NETZ_ITEM_TYPE (item) == NETZ_ITEM_NODE ? NETZ_ITEM_SLOT (item) : NETZ_NO_ITEM;
}

/* FALSE where it is not to be seen, or seen already. */
gboolean
netz_scene_add_partnership (NetzScene *self,
                 NetzPartnership *partnership)
{
  NetzEdgeItem model = { 0 };
  const char *id = netz_record_get_id (NETZ_RECORD (partnership));
  guint32 a = netz_scene_find_node (self, partnership->from);
  guint32 b = netz_scene_find_node (self, partnership->to);

  if (a == NETZ_NO_ITEM || b == NETZ_NO_ITEM || !shows_partnership (self, partnership) ||
      netz_items_find (self->items, id) != NETZ_NO_ITEM)
    return FALSE;

  model.look = find_index (self->line_of, partnership->programme);
  model.status = get_status (self, partnership);
  model.faded = is_faded (self, NETZ_RECORD (partnership));
  netz_items_add_edge (self->items, partnership, a, b, &model);
  return TRUE;
}

static gboolean
read_box (double x,
          double y,
          double width,
          double height,
          NetzRect *rect)
{
  if (isnan (x) || isnan (y))
    return FALSE;

  width = width > 0 ? MIN (width, NETZ_COORDINATE_LIMIT) : DEFAULT_WIDTH;
  height = height > 0 ? MIN (height, NETZ_COORDINATE_LIMIT) : DEFAULT_HEIGHT;
  *rect = (NetzRect) { netz_coordinate_clamp (x), netz_coordinate_clamp (y), width, height };
  return TRUE;
}

void
netz_scene_add_box (NetzScene *self,
         NetzRecord *record)
{
  const char *id = netz_record_get_id (record);
  gboolean faded = is_listed (self->faded_ids, id);
  NetzRect rect;

  if (is_listed (self->hidden_ids, id))
    return;

  if (NETZ_IS_FRAME (record))
    {
      NetzFrame *frame = NETZ_FRAME (record);

      if (read_box (frame->x, frame->y, frame->width, frame->height, &rect))
        netz_items_add_box (self->items, NETZ_ITEM_FRAME, record, &rect, faded);
    }
  else
    {
      NetzNote *note = NETZ_NOTE (record);

      if (read_box (note->x, note->y, note->width, note->height, &rect))
        netz_items_add_box (self->items, NETZ_ITEM_NOTE, record, &rect, faded);
    }
}

static void
add_boxes (NetzScene *self,
           NetzTable table)
{
  g_autoptr (GPtrArray) records = netz_network_list (self->network, table);

  for (guint i = 0; i < records->len; i++)
    netz_scene_add_box (self, g_ptr_array_index (records, i));
}

/* A step: one partnership more or less must not change how all others look. */
static int
find_density (guint n_edges)
{
  int density = 0;

  while (n_edges > densities[density].edges)
    density++;
  return density;
}

void
netz_scene_load_background (NetzScene *self)
{
  const NetzSettings *settings = netz_network_get_settings (self->network);

  g_clear_pointer (&self->background, cairo_surface_destroy);
  self->background = netz_background_load (settings, self->background_folder);
  self->background_rect = netz_background_get_rect (settings, self->background);
  self->background_opacity = settings->background_opacity >= 0 ? MIN (settings->background_opacity, 1) : 1;
}

/* Builds all items anew. O(n log n). */
void
netz_scene_rebuild (NetzScene *self)
{
  g_autoptr (GPtrArray) institutions = netz_network_list (self->network, NETZ_TABLE_INSTITUTION);
  g_autoptr (GPtrArray) partnerships = netz_network_list (self->network, NETZ_TABLE_PARTNERSHIP);

  netz_items_clear (self->items);
  self->items->font_size = self->style->font_size * self->font_scale;
  self->items->line_width = self->style->line_width;
  self->items->whole_names = self->whole_names;
  self->items->joined = self->joined_names;
  build_looks (self);
  build_lines (self);

  for (guint i = 0; i < institutions->len; i++)
    {
      NetzInstitution *institution = g_ptr_array_index (institutions, i);
      NetzNodeItem model;

      if (!netz_scene_shows_institution (self, institution))
        continue;
      netz_scene_describe_node (self, institution, &model);
      netz_items_add_node (self->items, institution, &model);
    }
  for (guint i = 0; i < partnerships->len; i++)
    netz_scene_add_partnership (self, g_ptr_array_index (partnerships, i));
  netz_items_fan_out_all (self->items);
  add_boxes (self, NETZ_TABLE_FRAME);
  add_boxes (self, NETZ_TABLE_NOTE);
  netz_scene_update_density (self);
}

/* How strong lines are, so that a dense network stays clear. */
double
netz_scene_get_edge_alpha (NetzScene *self)
{
  return densities[self->density].alpha;
}

void
netz_scene_update_density (NetzScene *self)
{
  self->density = find_density (self->items->n_edges);
}
