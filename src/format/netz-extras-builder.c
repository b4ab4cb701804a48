/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-extras-builder.h"

#include <string.h>

typedef struct
{
  char *slot;
  char *name;
  char *value;
  guint position;
} Entry;

struct _NetzExtrasBuilder
{
  GArray *entries;
};

static void
clear_entry (Entry *entry)
{
  g_free (entry->slot);
  g_free (entry->name);
  g_free (entry->value);
}

static gint
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;
  int order = strcmp (x->slot, y->slot);

  if (order != 0)
    return order;
  if ((x->name == NULL) != (y->name == NULL))
    return x->name == NULL ? 1 : -1;
  if (x->name != NULL)
    order = strcmp (x->name, y->name);
  if (order != 0)
    return order;
  return x->position < y->position ? -1 : x->position > y->position;
}

/**
 * netz_extras_builder_new:
 *
 * Returns: (transfer full): a builder that has nothing yet
 */
NetzExtrasBuilder *
netz_extras_builder_new (void)
{
  NetzExtrasBuilder *self = g_new0 (NetzExtrasBuilder, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, (GDestroyNotify) clear_entry);
  return self;
}

void
netz_extras_builder_free (NetzExtrasBuilder *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * netz_extras_builder_take:
 * @self: a builder
 * @slot: where it stood, see netz-slots.h
 * @name: (nullable): an attribute's name, %NULL for content
 * @value: (transfer full): the attribute's value, or the content as XML
 *
 * Adds one thing.
 */
void
netz_extras_builder_take (NetzExtrasBuilder *self,
                          const char *slot,
                          const char *name,
                          char *value)
{
  Entry entry = { g_strdup (slot), g_strdup (name), value, self->entries->len };

  g_array_append_val (self->entries, entry);
}

/**
 * netz_extras_builder_take_all:
 * @self: a builder
 * @slot: where they stood
 * @contents: (element-type utf8): pieces of content; empty afterwards
 *
 * Adds pieces of content in their order.
 */
void
netz_extras_builder_take_all (NetzExtrasBuilder *self,
                              const char *slot,
                              GPtrArray *contents)
{
  for (guint i = 0; i < contents->len; i++)
    netz_extras_builder_take (self, slot, NULL, g_steal_pointer (&g_ptr_array_index (contents, i)));
  g_ptr_array_set_size (contents, 0);
}

/**
 * netz_extras_builder_declare:
 * @self: a builder
 * @slot: where it stood
 * @prefix: a prefix of a namespace
 * @uri: the namespace
 *
 * Adds the declaration of a prefix, once for a slot. O(things in the slot).
 */
void
netz_extras_builder_declare (NetzExtrasBuilder *self,
                             const char *slot,
                             const char *prefix,
                             const char *uri)
{
  g_autofree char *name = g_strconcat ("xmlns:", prefix, NULL);

  for (guint i = self->entries->len; i > 0; i--)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i - 1);

      if (strcmp (entry->slot, slot) != 0)
        break;
      if (g_strcmp0 (entry->name, name) == 0)
        return;
    }
  netz_extras_builder_take (self, slot, name, g_strdup (uri));
}

/**
 * netz_extras_builder_drain:
 * @self: a builder, which has nothing afterwards
 * @target: another
 * @suffix: what follows each slot there, after a slash
 *
 * Hands over what was collected.
 */
void
netz_extras_builder_drain (NetzExtrasBuilder *self,
                           NetzExtrasBuilder *target,
                           const char *suffix)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autofree char *slot = g_strconcat (entry->slot, "/", suffix, NULL);

      netz_extras_builder_take (target, slot, entry->name, g_steal_pointer (&entry->value));
    }
  g_array_set_size (self->entries, 0);
}

/**
 * netz_extras_builder_finish:
 * @self: a builder, which has nothing afterwards
 *
 * O(n log n).
 *
 * Returns: (transfer full) (nullable): what was collected, %NULL for nothing
 */
NetzExtras *
netz_extras_builder_finish (NetzExtrasBuilder *self)
{
  NetzExtras *extras;

  if (self->entries->len == 0)
    return NULL;
  g_array_sort (self->entries, compare_entries);
  extras = netz_extras_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      netz_extras_add (extras, entry->slot, entry->name, entry->value);
    }
  g_array_set_size (self->entries, 0);
  return extras;
}
