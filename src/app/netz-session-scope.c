/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-session-private.h"

/**
 * netz_session_get_scope:
 *
 * Returns: (transfer none): which part of the network is looked at
 */
const NetzScope *
netz_session_get_scope (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->scope;
}

/* What is not to be seen cannot stay selected: it would be moved and deleted unseen. */
static void
drop_hidden (NetzSession *self, NetzNetwork *part)
{
  g_autofree const char **ids = netz_selection_get_ids (self->selection);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  guint n = 0;

  for (n = 0; ids[n] != NULL; n++)
    if (netz_network_find (part, ids[n]) != NULL)
      g_ptr_array_add (kept, (gpointer) ids[n]);
  if (kept->len == n)
    return;
  g_ptr_array_add (kept, NULL);
  netz_selection_set (self->selection, (const char *const *) kept->pdata);
}

/**
 * netz_session_show_scope:
 *
 * Brings the scene and the selection to the part that is looked at. O(1) while nothing is left out, else O(n log n)
 * after a change of network or scope.
 */
void
netz_session_show_scope (NetzSession *self)
{
  NetzNetwork *part = netz_scope_is_everything (self->scope) ? NULL : netz_session_get_part (self);

  netz_scene_set_part (self->scene, part, part != NULL && self->scope->fade);
  if (part != NULL && !self->scope->fade)
    drop_hidden (self, part);
}

/**
 * netz_session_set_scope:
 * @scope: which part is to be looked at; copied
 * @error: return location: %NETZ_MODEL_ERROR_VALUE where its filter cannot be read
 *
 * Looking at a part changes nothing in the network. Emits "scope-changed".
 *
 * Returns: whether it was set
 */
gboolean
netz_session_set_scope (NetzSession *self, const NetzScope *scope, GError **error)
{
  g_autoptr (NetzSnapshot) snapshot = NULL;

  g_return_val_if_fail (NETZ_IS_SESSION (self), FALSE);

  if (netz_scope_equal (scope, self->scope))
    return TRUE;
  snapshot = netz_scope_cut (scope, self->network, error);
  if (snapshot == NULL)
    return FALSE;
  netz_scope_free (self->scope);
  self->scope = netz_scope_copy (scope);
  g_clear_object (&self->part);
  if (!netz_scope_is_everything (scope))
    self->part = netz_network_new_from_snapshot (snapshot);
  self->part_revision = netz_network_get_revision (self->network);
  netz_session_show_scope (self);
  netz_session_tell_scope (self);
  return TRUE;
}

/**
 * netz_session_get_part:
 *
 * What pages count and reports tell of: the institutions and partnerships in
 * scope, as a network of their own that nobody changes. It is another object
 * after each change. O(n log n) after a change of network or scope, else O(1).
 *
 * Returns: (transfer none): the part that is looked at; the whole network while nothing is left out
 */
NetzNetwork *
netz_session_get_part (NetzSession *self)
{
  guint64 revision;

  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  if (netz_scope_is_everything (self->scope))
    return self->network;
  revision = netz_network_get_revision (self->network);
  if (self->part == NULL || self->part_revision != revision)
    {
      g_autoptr (NetzSnapshot) snapshot = netz_scope_cut (self->scope, self->network, NULL);

      g_clear_object (&self->part);
      self->part = netz_network_new_from_snapshot (snapshot);
      self->part_revision = revision;
    }
  return self->part;
}
