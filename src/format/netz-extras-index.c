/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-extras-index.h"

#include <string.h>

struct _NetzExtrasIndex
{
  GHashTable *by_slot;
  GPtrArray *groups; /* in the order of the extras */
  guint next;
};

static void
free_group (NetzExtrasGroup *group)
{
  g_ptr_array_unref (group->attributes);
  g_ptr_array_unref (group->contents);
  g_free (group);
}

static NetzExtrasGroup *
ensure_group (NetzExtrasIndex *self,
              const char *slot)
{
  NetzExtrasGroup *group = g_hash_table_lookup (self->by_slot, slot);

  if (group != NULL)
    return group;
  group = g_new0 (NetzExtrasGroup, 1);
  group->attributes = g_ptr_array_new ();
  group->contents = g_ptr_array_new ();
  g_ptr_array_add (self->groups, group);
  g_hash_table_insert (self->by_slot, (gpointer) slot, group);
  return group;
}

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  const NetzExtra *x = *(const NetzExtra *const *) a, *y = *(const NetzExtra *const *) b;

  return strcmp (x->name, y->name);
}

static void
settle_attributes (GPtrArray *attributes)
{
  guint kept = 0;

  g_ptr_array_sort (attributes, compare_names);
  for (guint i = 0; i < attributes->len; i++)
    if (kept == 0 || compare_names (&attributes->pdata[kept - 1], &attributes->pdata[i]) != 0)
      attributes->pdata[kept++] = attributes->pdata[i];
  g_ptr_array_set_size (attributes, (int) kept);
}

/**
 * netz_extras_index_new:
 * @extras: (nullable): extras, which must outlive the index
 *
 * O(n log n).
 *
 * Returns: (transfer full) (nullable): an index, %NULL where there is nothing
 */
NetzExtrasIndex *
netz_extras_index_new (const NetzExtras *extras)
{
  guint n = extras != NULL ? netz_extras_get_size (extras) : 0;
  NetzExtrasIndex *self;

  if (n == 0)
    return NULL;
  self = g_new0 (NetzExtrasIndex, 1);
  self->by_slot = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) free_group);
  for (guint i = 0; i < n; i++)
    {
      const NetzExtra *extra = netz_extras_get_nth (extras, i);
      NetzExtrasGroup *group = ensure_group (self, extra->slot);

      g_ptr_array_add (extra->name != NULL ? group->attributes : group->contents, (gpointer) extra);
    }
  for (guint i = 0; i < self->groups->len; i++)
    settle_attributes (((NetzExtrasGroup *) self->groups->pdata[i])->attributes);
  return self;
}

void
netz_extras_index_free (NetzExtrasIndex *self)
{
  g_hash_table_unref (self->by_slot);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/**
 * netz_extras_index_take:
 * @self: (nullable): an index
 * @slot: the first piece of a slot's name
 * @...: the other pieces, then %NULL
 *
 * Returns: (transfer none) (nullable): what stands there, the first time; %NULL for nothing and later
 */
const NetzExtrasGroup *
netz_extras_index_take (NetzExtrasIndex *self,
                        const char *slot,
                        ...)
{
  g_autoptr (GString) name = NULL;
  NetzExtrasGroup *group;
  const char *piece;
  va_list pieces;

  if (self == NULL)
    return NULL;
  name = g_string_new (slot);
  va_start (pieces, slot);
  while ((piece = va_arg (pieces, const char *)) != NULL)
    g_string_append (name, piece);
  va_end (pieces);

  group = g_hash_table_lookup (self->by_slot, name->str);
  if (group == NULL || group->taken)
    return NULL;
  group->taken = TRUE;
  return group;
}

/**
 * netz_extras_index_take_next:
 * @self: (nullable): an index
 *
 * Returns: (transfer none) (nullable): the next group that nobody asked for, %NULL when there is none left
 */
const NetzExtrasGroup *
netz_extras_index_take_next (NetzExtrasIndex *self)
{
  while (self != NULL && self->next < self->groups->len)
    {
      NetzExtrasGroup *group = self->groups->pdata[self->next++];

      if (group->taken)
        continue;
      group->taken = TRUE;
      return group;
    }
  return NULL;
}
