/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-colouring.h"

typedef struct
{
  char *name;
  GPtrArray *ids;
} Group;

struct _NetzColouring
{
  gatomicrefcount references;
  char *title;
  GArray *groups;       /* Group */
  GHashTable *group_of; /* id -> number of the group, from 1 */
};

/* Far apart in hue and in lightness; after the last the first comes again, with another number. */
static const NetzRgba colours[] = {
  { 0.95, 0.61, 0.07, 1 }, { 0.16, 0.50, 0.86, 1 }, { 0.20, 0.66, 0.33, 1 }, { 0.80, 0.20, 0.45, 1 },
  { 0.97, 0.85, 0.20, 1 }, { 0.47, 0.30, 0.70, 1 }, { 0.35, 0.78, 0.85, 1 }, { 0.75, 0.29, 0.12, 1 },
  { 0.66, 0.80, 0.35, 1 }, { 0.93, 0.62, 0.75, 1 }, { 0.10, 0.38, 0.40, 1 }, { 0.55, 0.45, 0.33, 1 },
};

static void
clear_group (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_ptr_array_unref (group->ids);
}

/**
 * netz_colouring_new:
 * @title: what the groups are
 *
 * Returns: (transfer full): a colouring without groups
 */
NetzColouring *
netz_colouring_new (const char *title)
{
  NetzColouring *self = g_new0 (NetzColouring, 1);

  g_atomic_ref_count_init (&self->references);
  self->title = g_strdup (title);
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_array_set_clear_func (self->groups, clear_group);
  self->group_of = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * netz_colouring_ref:
 * @self: a colouring
 *
 * Returns: (transfer full): the same
 */
NetzColouring *
netz_colouring_ref (NetzColouring *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * netz_colouring_unref:
 * @self: (transfer full): a colouring
 */
void
netz_colouring_unref (NetzColouring *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->group_of);
  g_array_unref (self->groups);
  g_free (self->title);
  g_free (self);
}

/**
 * netz_colouring_add_group:
 * @self: a colouring that no scene has yet
 * @name: what the group is called
 * @ids: (element-type utf8): its institutions; kept
 */
void
netz_colouring_add_group (NetzColouring *self, const char *name, GPtrArray *ids)
{
  Group group = { g_strdup (name), g_ptr_array_ref (ids) };

  g_array_append_val (self->groups, group);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (self->group_of, ids->pdata[i], GUINT_TO_POINTER (self->groups->len));
}

/**
 * netz_colouring_get_title:
 * @self: a colouring
 *
 * Returns: what the groups are
 */
const char *
netz_colouring_get_title (const NetzColouring *self)
{
  return self->title;
}

/**
 * netz_colouring_get_n_groups:
 * @self: a colouring
 *
 * Returns: how many groups there are
 */
guint
netz_colouring_get_n_groups (const NetzColouring *self)
{
  return self->groups->len;
}

/**
 * netz_colouring_get_name:
 * @self: a colouring
 * @group: which, from 1
 *
 * Returns: what the group is called
 */
const char *
netz_colouring_get_name (const NetzColouring *self, guint group)
{
  return g_array_index (self->groups, Group, group - 1).name;
}

/**
 * netz_colouring_get_size:
 * @self: a colouring
 * @group: which, from 1
 *
 * Returns: how many institutions are in it
 */
guint
netz_colouring_get_size (const NetzColouring *self, guint group)
{
  return g_array_index (self->groups, Group, group - 1).ids->len;
}

/**
 * netz_colouring_get_ids:
 * @self: a colouring
 * @group: which, from 1
 *
 * Returns: (transfer none) (element-type utf8): its institutions
 */
GPtrArray *
netz_colouring_get_ids (const NetzColouring *self, guint group)
{
  return g_array_index (self->groups, Group, group - 1).ids;
}

/**
 * netz_colouring_get_colour:
 * @group: the number of a group, from 1
 *
 * Returns: (transfer none): its colour
 */
const NetzRgba *
netz_colouring_get_colour (guint group)
{
  return &colours[(group - 1) % G_N_ELEMENTS (colours)];
}

/**
 * netz_colouring_find:
 * @self: a colouring
 * @id: an institution
 *
 * Returns: the number of its group, from 1; 0: it is in none
 */
guint
netz_colouring_find (const NetzColouring *self, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->group_of, id));
}
