/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-selection.h"

struct _NetzSelection
{
  GObject parent_instance;

  GPtrArray *order; /* GRefString */
  GHashTable *set;  /* the same strings */
};

G_DEFINE_TYPE (NetzSelection, netz_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
add_one (NetzSelection *self,
         const char *id)
{
  char *own;

  if (id == NULL || g_hash_table_contains (self->set, id))
    return FALSE;

  own = g_ref_string_new (id);
  g_ptr_array_add (self->order, own);
  g_hash_table_add (self->set, own);
  return TRUE;
}

static gboolean
remove_one (NetzSelection *self,
            const char *id)
{
  gpointer own;

  if (id == NULL || !g_hash_table_lookup_extended (self->set, id, &own, NULL))
    return FALSE;

  g_hash_table_remove (self->set, own);
  g_ptr_array_remove (self->order, own);
  return TRUE;
}

static gboolean
is_same (NetzSelection *self,
         const char *const *ids)
{
  guint i;

  for (i = 0; ids != NULL && ids[i] != NULL; i++)
    if (i >= self->order->len || g_strcmp0 (ids[i], g_ptr_array_index (self->order, i)) != 0)
      return FALSE;

  return i == self->order->len;
}

static void
netz_selection_finalize (GObject *object)
{
  NetzSelection *self = NETZ_SELECTION (object);

  g_hash_table_unref (self->set);
  g_ptr_array_unref (self->order);

  G_OBJECT_CLASS (netz_selection_parent_class)->finalize (object);
}

static void
netz_selection_class_init (NetzSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = netz_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", NETZ_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
netz_selection_init (NetzSelection *self)
{
  self->order = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  self->set = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * netz_selection_new:
 * Returns: (transfer full): a selection with nothing in it
 */
NetzSelection *
netz_selection_new (void)
{
  return g_object_new (NETZ_TYPE_SELECTION, NULL);
}

/**
 * netz_selection_contains:
 * @self: a selection
 * @id: (nullable): id of a record
 *
 * Returns: whether it is selected
 */
gboolean
netz_selection_contains (NetzSelection *self,
                         const char *id)
{
  g_return_val_if_fail (NETZ_IS_SELECTION (self), FALSE);
  return id != NULL && g_hash_table_contains (self->set, id);
}

/**
 * netz_selection_get_size:
 * @self: a selection
 *
 * Returns: how many records are selected
 */
guint
netz_selection_get_size (NetzSelection *self)
{
  g_return_val_if_fail (NETZ_IS_SELECTION (self), 0);
  return self->order->len;
}

/**
 * netz_selection_get_ids:
 * @self: a selection
 *
 * Returns: (transfer container) (array zero-terminated=1): the ids in the order in which they came;
 *   free with g_free(); valid until the selection changes
 */
const char **
netz_selection_get_ids (NetzSelection *self)
{
  const char **ids;

  g_return_val_if_fail (NETZ_IS_SELECTION (self), NULL);

  ids = g_new0 (const char *, self->order->len + 1);
  for (guint i = 0; i < self->order->len; i++)
    ids[i] = g_ptr_array_index (self->order, i);
  return ids;
}

/**
 * netz_selection_get_set:
 * @self: a selection
 *
 * Returns: (transfer none): the same as a set, for the painter; valid until the selection changes
 */
GHashTable *
netz_selection_get_set (NetzSelection *self)
{
  g_return_val_if_fail (NETZ_IS_SELECTION (self), NULL);
  return self->set;
}

/**
 * netz_selection_get_single:
 * @self: a selection
 *
 * Returns: (nullable): the id where exactly one is selected
 */
const char *
netz_selection_get_single (NetzSelection *self)
{
  g_return_val_if_fail (NETZ_IS_SELECTION (self), NULL);
  return self->order->len == 1 ? g_ptr_array_index (self->order, 0) : NULL;
}

/**
 * netz_selection_set:
 * @self: a selection
 * @ids: (nullable) (array zero-terminated=1): what is selected from now on; may be the selection's own strings
 */
void
netz_selection_set (NetzSelection *self,
                    const char *const *ids)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (NETZ_IS_SELECTION (self));

  if (is_same (self, ids))
    return;

  before = g_steal_pointer (&self->order);
  self->order = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  g_hash_table_remove_all (self->set);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    add_one (self, ids[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * netz_selection_set_single:
 * @self: a selection
 * @id: (nullable): the only record to be selected from now on; %NULL for none
 */
void
netz_selection_set_single (NetzSelection *self,
                           const char *id)
{
  const char *ids[] = { id, NULL };

  netz_selection_set (self, ids);
}

/**
 * netz_selection_add:
 * @self: a selection
 * @id: id of a record
 *
 * Adds it as the last one; nothing happens if it is there.
 */
void
netz_selection_add (NetzSelection *self,
                    const char *id)
{
  g_return_if_fail (NETZ_IS_SELECTION (self));

  if (add_one (self, id))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * netz_selection_add_all:
 * @self: a selection
 * @ids: (nullable): ids of records
 *
 * Adds those that are not there yet, in this order, and says so once.
 */
void
netz_selection_add_all (NetzSelection *self,
                        const char *const *ids)
{
  gboolean changed = FALSE;

  g_return_if_fail (NETZ_IS_SELECTION (self));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    changed |= add_one (self, ids[i]);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * netz_selection_remove:
 * @self: a selection
 * @id: id of a record
 *
 * Takes it out; nothing happens if it is not there. O(n).
 */
void
netz_selection_remove (NetzSelection *self,
                       const char *id)
{
  g_return_if_fail (NETZ_IS_SELECTION (self));

  if (remove_one (self, id))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * netz_selection_toggle:
 * @self: a selection
 * @id: id of a record
 *
 * Takes it out if it is there, else adds it.
 */
void
netz_selection_toggle (NetzSelection *self,
                       const char *id)
{
  g_return_if_fail (NETZ_IS_SELECTION (self));

  if (remove_one (self, id) || add_one (self, id))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * netz_selection_clear:
 * @self: a selection
 *
 * Selects nothing.
 */
void
netz_selection_clear (NetzSelection *self)
{
  netz_selection_set (self, NULL);
}
