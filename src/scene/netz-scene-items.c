/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-scene-items.h"

#include <math.h>
#include <string.h>

/* Boxes of a partnership in the index: a long curve has several, or one box would cover half the network. */
#define PIECE_LENGTH 400.0
#define MOST_PIECES 24

static const gsize sizes[4] = {
  sizeof (NetzBoxItem),
  sizeof (NetzEdgeItem),
  sizeof (NetzNodeItem),
  sizeof (NetzBoxItem),
};

typedef void (*PieceFunc) (NetzSceneIndex *index, guint32 item, const NetzRect *box);

static void
damage (NetzItems *self,
        const NetzRect *rect)
{
  if (self->damage != NULL)
    g_array_append_val (self->damage, *rect);
}

static guint32
take_slot (NetzItems *self,
           NetzItemType type)
{
  GArray *free = self->free[type];
  guint32 slot;

  if (free->len == 0)
    {
      slot = self->slots[type]->len;
      g_array_set_size (self->slots[type], slot + 1);
      return slot;
    }

  slot = g_array_index (free, guint32, free->len - 1);
  g_array_set_size (free, free->len - 1);
  return slot;
}

static void
remember (NetzItems *self,
          NetzRecord *record,
          guint32 item)
{
  g_hash_table_insert (self->by_id, (gpointer) netz_record_get_id (record), GUINT_TO_POINTER (item + 1));
  self->revision++;
}

static void
forget (NetzItems *self,
        NetzRecord *record,
        guint32 item)
{
  guint32 slot = NETZ_ITEM_SLOT (item);

  g_hash_table_remove (self->by_id, netz_record_get_id (record));
  g_array_append_val (self->free[NETZ_ITEM_TYPE (item)], slot);
  self->revision++;
}

/* Both the curve and the straight line that stands for it far out lie in the boxes. */
static void
foreach_piece (NetzItems *self,
               guint32 slot,
               PieceFunc func)
{
  NetzCurve curve;
  NetzPoint a, b;
  int n;

  netz_items_get_curve (self, slot, &curve);
  a = curve.p[0];
  b = curve.p[3];
  n = CLAMP ((int) (hypot (a.x - b.x, a.y - b.y) / PIECE_LENGTH), 1, MOST_PIECES);

  for (int i = 0; i < n; i++)
    {
      double from = (double) i / n;
      double to = (i + 1.0) / n;
      NetzCurve part = netz_curve_get_part (&curve, from, to);
      NetzRect box = netz_curve_get_bounds (&part);
      NetzPoint chord_from = { a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from };
      NetzPoint chord_to = { a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to };
      NetzRect chord = netz_rect_from_points (chord_from, chord_to);

      box = netz_rect_union (&box, &chord);
      func (self->index, NETZ_ITEM (NETZ_ITEM_EDGE, slot), &box);
    }
}

static void
index_edge (NetzItems *self,
            guint32 slot,
            gboolean in)
{
  NetzRect bounds = netz_items_get_bounds (self, NETZ_ITEM (NETZ_ITEM_EDGE, slot));

  foreach_piece (self, slot, in ? netz_scene_index_add : netz_scene_index_remove);
  damage (self, &bounds);
  self->revision++;
}

static void
index_box (NetzItems *self,
           guint32 item,
           gboolean in)
{
  NetzRect bounds = netz_items_get_bounds (self, item);

  if (in)
    netz_scene_index_add (self->index, item, &bounds);
  else
    netz_scene_index_remove (self->index, item, &bounds);
  damage (self, &bounds);
  self->revision++;
}

static void
link_edge (NetzItems *self,
           guint32 slot,
           int end)
{
  NetzEdgeItem *edge = netz_items_get_edge (self, slot);
  NetzNodeItem *node = netz_items_get_node (self, edge->ends[end]);

  edge->next[end] = node->first_edge;
  node->first_edge = slot;
  node->degree++;
}

static void
unlink_edge (NetzItems *self,
             guint32 slot,
             int end)
{
  NetzEdgeItem *edge = netz_items_get_edge (self, slot);
  guint32 node_slot = edge->ends[end];
  NetzNodeItem *node = netz_items_get_node (self, node_slot);
  guint32 *link = &node->first_edge;

  while (*link != slot)
    {
      NetzEdgeItem *here = netz_items_get_edge (self, *link);

      link = &here->next[here->ends[0] == node_slot ? 0 : 1];
    }
  *link = edge->next[end];
  node->degree--;
}

static int
compare_edge_ids (gconstpointer a,
                  gconstpointer b,
                  gpointer data)
{
  NetzItems *self = data;
  const NetzEdgeItem *first = netz_items_get_edge (self, *(const guint32 *) a);
  const NetzEdgeItem *second = netz_items_get_edge (self, *(const guint32 *) b);

  return strcmp (netz_record_get_id (NETZ_RECORD (first->record)), netz_record_get_id (NETZ_RECORD (second->record)));
}

/* The partnerships of a pair, in the order of their ids. */
static void
find_pair (NetzItems *self,
           guint32 a,
           guint32 b,
           GArray *found)
{
  NetzNodeItem *first = netz_items_get_node (self, a);
  NetzNodeItem *second = netz_items_get_node (self, b);
  guint32 from = first->degree <= second->degree ? a : b;
  guint32 to = from == a ? b : a;
  guint32 slot = netz_items_get_node (self, from)->first_edge;

  g_array_set_size (found, 0);
  while (slot != NETZ_NO_ITEM)
    {
      NetzEdgeItem *edge = netz_items_get_edge (self, slot);
      int end = edge->ends[0] == from ? 0 : 1;

      if (edge->ends[1 - end] == to)
        g_array_append_val (found, slot);
      slot = edge->next[end];
    }
  if (found->len > 1)
    g_array_sort_with_data (found, compare_edge_ids, self);
}

static void
free_records (NetzItems *self)
{
  for (int type = 0; type < 4; type++)
    for (guint slot = 0; slot < self->slots[type]->len; slot++)
      {
        NetzRecord *record = netz_items_get_record (self, NETZ_ITEM (type, slot));

        g_clear_object (&record);
      }
}

NetzItems *
netz_items_new (NetzLabelCache *labels,
                GArray *looks)
{
  NetzItems *self = g_new0 (NetzItems, 1);

  for (int type = 0; type < 4; type++)
    {
      self->slots[type] = g_array_new (FALSE, TRUE, sizes[type]);
      self->free[type] = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->index = netz_scene_index_new ();
  self->labels = labels;
  self->looks = looks;
  self->font_size = 13;
  self->line_width = 1;
  return self;
}

void
netz_items_free (NetzItems *self)
{
  free_records (self);
  for (int type = 0; type < 4; type++)
    {
      g_array_unref (self->slots[type]);
      g_array_unref (self->free[type]);
    }
  g_hash_table_unref (self->by_id);
  netz_scene_index_free (self->index);
  g_free (self);
}

/* Forgets all of them, without damage: the caller knows that everything changes. */
void
netz_items_clear (NetzItems *self)
{
  g_hash_table_remove_all (self->by_id);
  free_records (self);
  for (int type = 0; type < 4; type++)
    {
      g_array_set_size (self->slots[type], 0);
      g_array_set_size (self->free[type], 0);
    }
  netz_scene_index_clear (self->index);
  self->n_edges = 0;
  self->revision++;
}

guint32
netz_items_find (NetzItems *self,
                 const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1 : NETZ_NO_ITEM;
}

NetzNodeItem *
netz_items_get_node (NetzItems *self,
                     guint32 slot)
{
  return &g_array_index (self->slots[NETZ_ITEM_NODE], NetzNodeItem, slot);
}

NetzEdgeItem *
netz_items_get_edge (NetzItems *self,
                     guint32 slot)
{
  return &g_array_index (self->slots[NETZ_ITEM_EDGE], NetzEdgeItem, slot);
}

NetzBoxItem *
netz_items_get_box (NetzItems *self,
                    guint32 item)
{
  return &g_array_index (self->slots[NETZ_ITEM_TYPE (item)], NetzBoxItem, NETZ_ITEM_SLOT (item));
}

NetzRecord *
netz_items_get_record (NetzItems *self,
                       guint32 item)
{
  switch (NETZ_ITEM_TYPE (item))
    {
    case NETZ_ITEM_NODE:
      return (NetzRecord *) netz_items_get_node (self, NETZ_ITEM_SLOT (item))->record;
    case NETZ_ITEM_EDGE:
      return (NetzRecord *) netz_items_get_edge (self, NETZ_ITEM_SLOT (item))->record;
    case NETZ_ITEM_FRAME:
    case NETZ_ITEM_NOTE:
    default:
      return netz_items_get_box (self, item)->record;
    }
}

guint
netz_items_get_n_slots (NetzItems *self,
                        NetzItemType type)
{
  return self->slots[type]->len;
}

guint32
netz_items_add_node (NetzItems *self,
                     NetzInstitution *record,
                     const NetzNodeItem *model)
{
  guint32 slot = take_slot (self, NETZ_ITEM_NODE);
  NetzNodeItem *node = netz_items_get_node (self, slot);

  *node = *model;
  node->record = g_object_ref (record);
  node->first_edge = NETZ_NO_ITEM;
  node->degree = 0;
  remember (self, NETZ_RECORD (record), NETZ_ITEM (NETZ_ITEM_NODE, slot));
  index_box (self, NETZ_ITEM (NETZ_ITEM_NODE, slot), TRUE);
  return slot;
}

/* Its partnerships go too: none is drawn without its ends. */
void
netz_items_remove_node (NetzItems *self,
                        guint32 slot)
{
  NetzNodeItem *node = netz_items_get_node (self, slot);

  while (node->first_edge != NETZ_NO_ITEM)
    netz_items_remove_edge (self, node->first_edge);

  index_box (self, NETZ_ITEM (NETZ_ITEM_NODE, slot), FALSE);
  forget (self, NETZ_RECORD (node->record), NETZ_ITEM (NETZ_ITEM_NODE, slot));
  g_clear_object (&node->record);
}

/* Takes over all of @model but what belongs to the partnerships. O(its partnerships) where it moves. */
void
netz_items_update_node (NetzItems *self,
                        guint32 slot,
                        NetzInstitution *record,
                        const NetzNodeItem *model)
{
  NetzNodeItem *node = netz_items_get_node (self, slot);
  gboolean rerouted =
      node->centre.x != model->centre.x || node->centre.y != model->centre.y || node->look != model->look ||
      node->radius != model->radius;
  g_autoptr (NetzInstitution) before = node->record;
  guint32 edge;

  for (edge = rerouted ? node->first_edge : NETZ_NO_ITEM; edge != NETZ_NO_ITEM;)
    {
      NetzEdgeItem *item = netz_items_get_edge (self, edge);

      index_edge (self, edge, FALSE);
      edge = item->next[item->ends[0] == slot ? 0 : 1];
    }

  index_box (self, NETZ_ITEM (NETZ_ITEM_NODE, slot), FALSE);
  g_hash_table_remove (self->by_id, netz_record_get_id (NETZ_RECORD (before)));
  node->record = g_object_ref (record);
  node->centre = model->centre;
  node->look = model->look;
  node->radius = model->radius;
  node->marks = model->marks;
  node->faded = model->faded;
  node->group = model->group;
  node->label_width = model->label_width;
  node->label_height = model->label_height;
  remember (self, NETZ_RECORD (record), NETZ_ITEM (NETZ_ITEM_NODE, slot));
  index_box (self, NETZ_ITEM (NETZ_ITEM_NODE, slot), TRUE);

  for (edge = rerouted ? node->first_edge : NETZ_NO_ITEM; edge != NETZ_NO_ITEM;)
    {
      NetzEdgeItem *item = netz_items_get_edge (self, edge);

      index_edge (self, edge, TRUE);
      edge = item->next[item->ends[0] == slot ? 0 : 1];
    }
}

/* Not in the index before the pair is fanned out. */
guint32
netz_items_add_edge (NetzItems *self,
                     NetzPartnership *record,
                     guint32 a,
                     guint32 b,
                     const NetzEdgeItem *model)
{
  guint32 slot = take_slot (self, NETZ_ITEM_EDGE);
  NetzEdgeItem *edge = netz_items_get_edge (self, slot);
  const char *id_a = netz_record_get_id (NETZ_RECORD (netz_items_get_node (self, a)->record));
  const char *id_b = netz_record_get_id (NETZ_RECORD (netz_items_get_node (self, b)->record));
  gboolean in_order = strcmp (id_a, id_b) <= 0;

  *edge = *model;
  edge->record = g_object_ref (record);
  edge->ends[0] = in_order ? a : b;
  edge->ends[1] = in_order ? b : a;
  edge->of = 0;
  link_edge (self, slot, 0);
  if (a != b)
    link_edge (self, slot, 1);
  remember (self, NETZ_RECORD (record), NETZ_ITEM (NETZ_ITEM_EDGE, slot));
  self->n_edges++;
  return slot;
}

void
netz_items_remove_edge (NetzItems *self,
                        guint32 slot)
{
  NetzEdgeItem *edge = netz_items_get_edge (self, slot);

  if (edge->of > 0)
    index_edge (self, slot, FALSE);
  unlink_edge (self, slot, 0);
  if (edge->ends[0] != edge->ends[1])
    unlink_edge (self, slot, 1);
  forget (self, NETZ_RECORD (edge->record), NETZ_ITEM (NETZ_ITEM_EDGE, slot));
  g_clear_object (&edge->record);
  self->n_edges--;
}

/* Gives each partnership of a pair its place in the fan. */
void
netz_items_fan_out (NetzItems *self,
                    guint32 a,
                    guint32 b)
{
  g_autoptr (GArray) pair = g_array_new (FALSE, FALSE, sizeof (guint32));

  find_pair (self, a, b, pair);
  for (guint i = 0; i < pair->len; i++)
    {
      guint32 slot = g_array_index (pair, guint32, i);
      NetzEdgeItem *edge = netz_items_get_edge (self, slot);

      if (edge->place == i && edge->of == pair->len)
        continue;
      if (edge->of > 0)
        index_edge (self, slot, FALSE);
      edge->place = MIN (i, G_MAXUINT16);
      edge->of = MIN (pair->len, G_MAXUINT16);
      index_edge (self, slot, TRUE);
    }
}

void
netz_items_fan_out_all (NetzItems *self)
{
  for (guint slot = 0; slot < self->slots[NETZ_ITEM_EDGE]->len; slot++)
    {
      NetzEdgeItem *edge = netz_items_get_edge (self, slot);

      if (edge->record != NULL && edge->of == 0)
        netz_items_fan_out (self, edge->ends[0], edge->ends[1]);
    }
}

void
netz_items_add_box (NetzItems *self,
                    NetzItemType type,
                    NetzRecord *record,
                    const NetzRect *rect,
                    gboolean faded)
{
  guint32 slot = take_slot (self, type);
  NetzBoxItem *box = &g_array_index (self->slots[type], NetzBoxItem, slot);

  *box = (NetzBoxItem) { g_object_ref (record), *rect, faded };
  remember (self, record, NETZ_ITEM (type, slot));
  index_box (self, NETZ_ITEM (type, slot), TRUE);
}

void
netz_items_remove_box (NetzItems *self,
                       guint32 item)
{
  NetzBoxItem *box = netz_items_get_box (self, item);

  index_box (self, item, FALSE);
  forget (self, box->record, item);
  g_clear_object (&box->record);
}

/* Its importance changed, and so what is shown of its name. */
void
netz_items_damage_node (NetzItems *self,
                        guint32 slot)
{
  NetzRect bounds = netz_items_get_bounds (self, NETZ_ITEM (NETZ_ITEM_NODE, slot));

  damage (self, &bounds);
}
