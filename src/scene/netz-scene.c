/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-scene-private.h"

#include <string.h>

/* More pieces of damage than this are told as one. */
#define MOST_DAMAGE 48

G_DEFINE_TYPE (NetzScene, netz_scene, G_TYPE_OBJECT)

enum
{
  DAMAGED,
  COLOURING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GHashTable *
make_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
free_line (gpointer data)
{
  g_clear_object (&((NetzLine *) data)->programme);
}

static void
free_kind (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

static void
emit_damage (NetzScene *self,
             GArray *damage)
{
  NetzRect all = NETZ_RECT_EMPTY;

  if (damage->len <= MOST_DAMAGE)
    {
      for (guint i = 0; i < damage->len; i++)
        {
          NetzRect rect = g_array_index (damage, NetzRect, i);

          g_signal_emit (self, signals[DAMAGED], 0, &rect);
        }
      return;
    }

  for (guint i = 0; i < damage->len; i++)
    all = netz_rect_union (&all, &g_array_index (damage, NetzRect, i));
  g_signal_emit (self, signals[DAMAGED], 0, &all);
}

static void
on_network_changed (NetzNetwork *network,
                    NetzEdit *edit,
                    NetzScene *self)
{
  g_autoptr (GArray) damage = g_array_new (FALSE, FALSE, sizeof (NetzRect));
  gboolean all;

  g_mutex_lock (&self->lock);
  self->items->damage = damage;
  all = netz_scene_take_edit (self, edit);
  self->items->damage = NULL;
  g_mutex_unlock (&self->lock);

  if (all)
    g_signal_emit (self, signals[DAMAGED], 0, NULL);
  else
    emit_damage (self, damage);
}

static void
netz_scene_dispose (GObject *object)
{
  NetzScene *self = NETZ_SCENE (object);

  if (self->network != NULL)
    g_signal_handlers_disconnect_by_data (self->network, self);
  g_clear_object (&self->network);
  g_clear_object (&self->part);

  G_OBJECT_CLASS (netz_scene_parent_class)->dispose (object);
}

static void
netz_scene_finalize (GObject *object)
{
  NetzScene *self = NETZ_SCENE (object);

  netz_items_free (self->items);
  netz_label_plan_free (self->plan);
  netz_label_cache_free (self->labels);
  netz_icons_unref (self->icons);
  g_clear_pointer (&self->background, cairo_surface_destroy);
  g_hash_table_unref (self->stamps);
  g_hash_table_unref (self->look_of);
  g_hash_table_unref (self->line_of);
  g_array_unref (self->looks);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->kinds);
  g_hash_table_unref (self->hidden_kinds);
  g_hash_table_unref (self->hidden_programmes);
  g_hash_table_unref (self->hidden_ids);
  g_hash_table_unref (self->faded_ids);
  g_clear_pointer (&self->colouring, netz_colouring_unref);
  g_free (self->language);
  g_free (self->background_folder);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (netz_scene_parent_class)->finalize (object);
}

static void
netz_scene_class_init (NetzSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = netz_scene_dispose;
  object_class->finalize = netz_scene_finalize;

  signals[DAMAGED] = g_signal_new ("damaged", NETZ_TYPE_SCENE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[COLOURING_CHANGED] = g_signal_new ("colouring-changed", NETZ_TYPE_SCENE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 0);
}

static void
netz_scene_init (NetzScene *self)
{
  g_mutex_init (&self->lock);
  self->style = netz_style_get (NETZ_STYLE_LIGHT);
  self->font_scale = 1;
  self->show_marks = TRUE;
  self->hidden_kinds = make_set ();
  self->hidden_programmes = make_set ();
  self->hidden_ids = make_set ();
  self->faded_ids = make_set ();

  self->icons = netz_icons_new ();
  self->labels = netz_label_cache_new ();
  self->plan = netz_label_plan_new ();
  self->looks = g_array_new (FALSE, TRUE, sizeof (NetzLook));
  self->lines = g_array_new (FALSE, TRUE, sizeof (NetzLine));
  g_array_set_clear_func (self->lines, free_line);
  self->kinds = g_ptr_array_new_with_free_func (free_kind);
  self->look_of = g_hash_table_new (g_str_hash, g_str_equal);
  self->line_of = g_hash_table_new (g_str_hash, g_str_equal);
  self->stamps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  self->items = netz_items_new (self->labels, self->looks);
  self->bounds_revision = G_MAXUINT64;
}

/**
 * netz_scene_new:
 * @network: what is drawn
 * @style: how
 *
 * O(n log n).
 *
 * Returns: (transfer full): a scene that follows the network
 */
NetzScene *
netz_scene_new (NetzNetwork *network,
                NetzStyleId style)
{
  NetzScene *self = g_object_new (NETZ_TYPE_SCENE, NULL);

  self->network = g_object_ref (network);
  self->style = netz_style_get (style);
  netz_scene_load_background (self);
  netz_scene_rebuild (self);
  g_signal_connect (network, "changed", G_CALLBACK (on_network_changed), self);
  return self;
}

/**
 * netz_scene_get_network:
 * @self: a scene
 *
 * Returns: (transfer none): the network that it is a picture of
 */
NetzNetwork *
netz_scene_get_network (NetzScene *self)
{
  return self->network;
}

/**
 * netz_scene_get_style:
 * @self: a scene
 *
 * Returns: (transfer none): the style that it is painted in; it lives as long as the program
 */
/**
 * netz_scene_get_bounds:
 * @self: a scene
 * @bounds: (out): a rectangle around all of it
 *
 * O(n) after a change.
 *
 * Returns: FALSE where nothing is drawn
 */
gboolean
netz_scene_get_bounds (NetzScene *self,
                       NetzRect *bounds)
{
  if (self->bounds_revision != self->items->revision)
    {
      self->bounds = NETZ_RECT_EMPTY;
      for (int type = NETZ_ITEM_FRAME; type <= NETZ_ITEM_NOTE; type++)
        for (guint slot = 0; slot < netz_items_get_n_slots (self->items, type); slot++)
          if (netz_items_get_record (self->items, NETZ_ITEM (type, slot)) != NULL)
            {
              NetzRect item = netz_items_get_bounds (self->items, NETZ_ITEM (type, slot));

              self->bounds = netz_rect_union (&self->bounds, &item);
            }
      self->bounds_revision = self->items->revision;
    }

  *bounds = netz_rect_union (&self->bounds, &self->background_rect);
  return !netz_rect_is_empty (bounds);
}

/**
 * netz_scene_get_item_bounds:
 * @self: a scene
 * @id: of an institution, partnership, frame or note
 * @bounds: (out): a rectangle around it, its name included
 *
 * Returns: whether it is drawn
 */
gboolean
netz_scene_get_item_bounds (NetzScene *self,
                            const char *id,
                            NetzRect *bounds)
{
  guint32 item = netz_items_find (self->items, id);

  *bounds = item != NETZ_NO_ITEM ? netz_items_get_bounds (self->items, item) : NETZ_RECT_EMPTY;
  return item != NETZ_NO_ITEM;
}

/**
 * netz_scene_get_shape_bounds:
 * @self: a scene
 * @id: of an institution, partnership, frame or note
 * @bounds: (out): a rectangle around its shape alone
 *
 * Returns: whether it is drawn
 */
gboolean
netz_scene_get_shape_bounds (NetzScene *self,
                             const char *id,
                             NetzRect *bounds)
{
  guint32 item = netz_items_find (self->items, id);

  *bounds = item != NETZ_NO_ITEM ? netz_items_get_shape (self->items, item) : NETZ_RECT_EMPTY;
  return item != NETZ_NO_ITEM;
}

/**
 * netz_scene_get_label_rect:
 * @self: a scene
 * @id: of an institution
 * @rect: (out): where its name is, at its own size
 *
 * Returns: whether it is drawn
 */
gboolean
netz_scene_get_label_rect (NetzScene *self,
                           const char *id,
                           NetzRect *rect)
{
  guint32 slot = netz_scene_find_node (self, id);

  *rect = NETZ_RECT_EMPTY;
  if (slot != NETZ_NO_ITEM)
    *rect = netz_items_get_label_box (self->items, netz_items_get_node (self->items, slot));
  return slot != NETZ_NO_ITEM;
}

/**
 * netz_scene_get_curve:
 * @self: a scene
 * @partnership: its id
 * @curve: (out): its line
 *
 * Returns: whether it is drawn
 */
gboolean
netz_scene_get_curve (NetzScene *self,
                      const char *partnership,
                      NetzCurve *curve)
{
  guint32 item = netz_items_find (self->items, partnership);

  memset (curve, 0, sizeof *curve);
  if (item == NETZ_NO_ITEM || NETZ_ITEM_TYPE (item) != NETZ_ITEM_EDGE)
    return FALSE;

  netz_items_get_curve (self->items, NETZ_ITEM_SLOT (item), curve);
  return TRUE;
}

/* Builds all items anew, after what is drawn or how has changed. */
void
netz_scene_refresh (NetzScene *self)
{
  g_mutex_lock (&self->lock);
  netz_scene_rebuild (self);
  g_mutex_unlock (&self->lock);
  netz_scene_damage_all (self);
}

void
netz_scene_damage_all (NetzScene *self)
{
  g_signal_emit (self, signals[DAMAGED], 0, NULL);
}
