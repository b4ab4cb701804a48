/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-extras.h"

struct _NetzExtras
{
  gatomicrefcount references;
  GArray *entries;
};

static void
clear_extra (gpointer data)
{
  NetzExtra *extra = data;

  g_clear_pointer (&extra->slot, g_ref_string_release);
  g_clear_pointer (&extra->name, g_ref_string_release);
  g_clear_pointer (&extra->value, g_ref_string_release);
}

/**
 * netz_extras_new:
 *
 * Returns: (transfer full): an empty list, to be filled with netz_extras_add() before a record gets it
 */
NetzExtras *
netz_extras_new (void)
{
  NetzExtras *self = g_new0 (NetzExtras, 1);

  g_atomic_ref_count_init (&self->references);
  self->entries = g_array_new (FALSE, FALSE, sizeof (NetzExtra));
  g_array_set_clear_func (self->entries, clear_extra);
  return self;
}

/**
 * netz_extras_ref:
 * @self: (nullable): a list
 *
 * Returns: (transfer full) (nullable): @self
 */
NetzExtras *
netz_extras_ref (NetzExtras *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * netz_extras_unref:
 * @self: (transfer full): a list
 */
void
netz_extras_unref (NetzExtras *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * netz_extras_add:
 * @self: a list that no record holds yet
 * @slot: where it stood, "" for the record's own element
 * @name: (nullable): an attribute's name, %NULL for content
 * @value: the attribute's value, or the content as XML
 */
void
netz_extras_add (NetzExtras *self, const char *slot, const char *name, const char *value)
{
  NetzExtra extra = {
    .slot = g_ref_string_new_intern (slot),
    .name = name != NULL ? g_ref_string_new_intern (name) : NULL,
    .value = g_ref_string_new (value),
  };

  g_array_append_val (self->entries, extra);
}

/**
 * netz_extras_get_size:
 * @self: (nullable): a list
 *
 * Returns: how many it holds
 */
guint
netz_extras_get_size (const NetzExtras *self)
{
  return self != NULL ? self->entries->len : 0;
}

/**
 * netz_extras_get_nth:
 * @self: a list
 * @index: less than its size
 *
 * Returns: (transfer none): one of them, in the order of the file
 */
const NetzExtra *
netz_extras_get_nth (const NetzExtras *self, guint index)
{
  g_return_val_if_fail (index < netz_extras_get_size (self), NULL);

  return &g_array_index (self->entries, NetzExtra, index);
}

/**
 * netz_extras_get_attribute:
 * @self: (nullable): a list
 * @name: an attribute's name
 *
 * Returns: (transfer none) (nullable): its value in the record's own element
 */
const char *
netz_extras_get_attribute (const NetzExtras *self, const char *name)
{
  for (guint i = 0; i < netz_extras_get_size (self); i++)
    {
      const NetzExtra *extra = netz_extras_get_nth (self, i);

      if (*extra->slot == '\0' && g_strcmp0 (extra->name, name) == 0)
        return extra->value;
    }
  return NULL;
}

/**
 * netz_extras_equal:
 * @a: (nullable): a list
 * @b: (nullable): another
 *
 * Returns: whether they hold the same in the same order; %NULL equals an empty list
 */
gboolean
netz_extras_equal (const NetzExtras *a, const NetzExtras *b)
{
  guint size = netz_extras_get_size (a);

  if (a == b)
    return TRUE;
  if (size != netz_extras_get_size (b))
    return FALSE;
  for (guint i = 0; i < size; i++)
    {
      const NetzExtra *x = netz_extras_get_nth (a, i), *y = netz_extras_get_nth (b, i);

      if (g_strcmp0 (x->slot, y->slot) != 0 || g_strcmp0 (x->name, y->name) != 0 || g_strcmp0 (x->value, y->value) != 0)
        return FALSE;
    }
  return TRUE;
}
