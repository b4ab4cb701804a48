/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-scene-private.h"

/* An edit of more changes than this, and of a quarter of the network, is cheaper done by building all anew. */
#define MANY_CHANGES 400

/* Takes away what is changed or gone of the partnerships; their pairs close up. */
static void
remove_partnerships (NetzScene *self,
                     NetzEdit *edit,
                     GArray *pairs)
{
  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (edit, i);
      guint32 item = change->table == NETZ_TABLE_PARTNERSHIP ? netz_items_find (self->items, change->id) : NETZ_NO_ITEM;

      if (item != NETZ_NO_ITEM && NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
        {
          const NetzEdgeItem *edge = netz_items_get_edge (self->items, NETZ_ITEM_SLOT (item));

          g_array_append_vals (pairs, edge->ends, 2);
          netz_items_damage_node (self->items, edge->ends[0]);
          netz_items_damage_node (self->items, edge->ends[1]);
          netz_items_remove_edge (self->items, NETZ_ITEM_SLOT (item));
        }
    }
}

static void
damage_neighbours (NetzScene *self,
                   guint32 slot)
{
  guint32 edge = netz_items_get_node (self->items, slot)->first_edge;

  while (edge != NETZ_NO_ITEM)
    {
      const NetzEdgeItem *item = netz_items_get_edge (self->items, edge);
      int end = item->ends[0] == slot ? 0 : 1;

      netz_items_damage_node (self->items, item->ends[1 - end]);
      edge = item->next[end];
    }
}

/* `fresh` takes the partnerships that may have to be drawn now. */
static void
change_institution (NetzScene *self,
                    const NetzChange *change,
                    GPtrArray *fresh)
{
  NetzInstitution *record = (NetzInstitution *) change->after;
  guint32 slot = netz_scene_find_node (self, change->id);
  NetzNodeItem model;

  if (!netz_scene_shows_institution (self, record))
    {
      if (slot != NETZ_NO_ITEM)
        {
          damage_neighbours (self, slot);
          netz_items_remove_node (self->items, slot);
        }
      return;
    }

  netz_scene_describe_node (self, record, &model);
  if (slot != NETZ_NO_ITEM)
    {
      netz_items_update_node (self->items, slot, record, &model);
    }
  else
    {
      GPtrArray *incident = netz_network_get_incident (self->network, change->id);

      netz_items_add_node (self->items, record, &model);
      for (guint i = 0; incident != NULL && i < incident->len; i++)
        g_ptr_array_add (fresh, g_ptr_array_index (incident, i));
    }
}

/* A mark depends on whether there are partnerships. */
static void
refresh_marks (NetzScene *self,
               guint32 slot)
{
  NetzNodeItem *node = netz_items_get_node (self->items, slot);
  NetzNodeItem model;

  if (node->record == NULL)
    return;

  netz_scene_describe_node (self, node->record, &model);
  node->marks = model.marks;
  netz_items_damage_node (self->items, slot);
}

static void
add_fresh (NetzScene *self,
           GPtrArray *fresh,
           GArray *pairs)
{
  for (guint i = 0; i < fresh->len; i++)
    {
      NetzPartnership *partnership = g_ptr_array_index (fresh, i);

      if (netz_scene_add_partnership (self, partnership))
        {
          guint32 item = netz_items_find (self->items, netz_record_get_id (NETZ_RECORD (partnership)));

          g_array_append_vals (pairs, netz_items_get_edge (self->items, NETZ_ITEM_SLOT (item))->ends, 2);
        }
    }

  for (guint i = 0; i < pairs->len; i += 2)
    {
      guint32 a = g_array_index (pairs, guint32, i);
      guint32 b = g_array_index (pairs, guint32, i + 1);

      netz_items_fan_out (self->items, a, b);
      refresh_marks (self, a);
      refresh_marks (self, b);
    }
}

/* TRUE where the change concerns the looks of everything. */
static gboolean
changes_all (NetzScene *self,
             NetzEdit *edit)
{
  guint n = netz_edit_get_size (edit);

  return (self->size_by_degree && netz_edit_touches_table (edit, NETZ_TABLE_PARTNERSHIP)) ||
         netz_edit_touches_table (edit, NETZ_TABLE_KIND) || netz_edit_touches_table (edit, NETZ_TABLE_PROGRAMME) ||
         (n > MANY_CHANGES && n > netz_network_get_size (self->network, NETZ_TABLE_INSTITUTION) / 4);
}

/**
 * netz_scene_take_edit:
 * @self: a scene
 * @edit: what has been applied to its network
 *
 * Recomputes what the edit touched and notes it as damage.
 *
 * Returns: TRUE where all looks different
 */
gboolean
netz_scene_take_edit (NetzScene *self,
                      NetzEdit *edit)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  int density = self->density;
  gboolean all = FALSE;

  if (netz_edit_touches_table (edit, NETZ_TABLE_SETTINGS))
    {
      netz_scene_load_background (self);
      all = TRUE;
    }
  if (changes_all (self, edit))
    {
      netz_scene_rebuild (self);
      return TRUE;
    }

  remove_partnerships (self, edit, pairs);
  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (edit, i);

      if (change->table == NETZ_TABLE_INSTITUTION)
        change_institution (self, change, fresh);
      else if (change->table == NETZ_TABLE_PARTNERSHIP && change->after != NULL)
        g_ptr_array_add (fresh, change->after);
      else if (change->table == NETZ_TABLE_FRAME || change->table == NETZ_TABLE_NOTE)
        {
          guint32 item = netz_items_find (self->items, change->id);

          if (item != NETZ_NO_ITEM)
            netz_items_remove_box (self->items, item);
          if (change->after != NULL)
            netz_scene_add_box (self, change->after);
        }
    }
  add_fresh (self, fresh, pairs);

  netz_scene_update_density (self);
  return all || self->density != density;
}
