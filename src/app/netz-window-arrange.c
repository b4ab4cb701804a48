/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-commands.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

static const char **
get_selected (NetzWindow *self)
{
  return netz_selection_get_ids (netz_session_get_selection (netz_window_get_session (self)));
}

static NetzNetwork *
get_network (NetzWindow *self)
{
  return netz_session_get_network (netz_window_get_session (self));
}

/**
 * netz_window_align:
 * @alignment: a NetzAlignment
 *
 * Puts what is selected into line.
 */
void
netz_window_align (NetzWindow *self, int alignment)
{
  g_autofree const char **ids = get_selected (self);
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), _("Align"));

  netz_align (draft, ids, alignment);
  netz_window_commit (self, draft);
}

/**
 * netz_window_distribute:
 * @vertically: or horizontally
 *
 * Makes the gaps between what is selected equal.
 */
void
netz_window_distribute (NetzWindow *self, int vertically)
{
  g_autofree const char **ids = get_selected (self);
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), _("Distribute"));

  netz_distribute (draft, ids, vertically);
  netz_window_commit (self, draft);
}

/**
 * netz_window_set_pinned:
 * @pinned: whether layouts shall leave the selected institutions where they are
 */
void
netz_window_set_pinned (NetzWindow *self, int pinned)
{
  g_autofree const char **ids = get_selected (self);
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), pinned ? _("Pin in Place") : _("Unpin"));

  netz_set_pinned (draft, ids, pinned);
  netz_window_commit (self, draft);
}

static const char *
find_frame (NetzNetwork *network, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (netz_network_get (network, NETZ_TABLE_FRAME, ids[i]) != NULL)
      return ids[i];
  return NULL;
}

/**
 * netz_window_put_in_frame:
 * @into: into the frame that is selected too, or out of the one that they are in
 */
void
netz_window_put_in_frame (NetzWindow *self, int into)
{
  NetzNetwork *network = get_network (self);
  g_autofree const char **ids = get_selected (self);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, into ? _("Put into Frame") : _("Take out of Frame"));

  netz_put_in_frame (draft, ids, into ? find_frame (network, ids) : NULL);
  netz_window_commit (self, draft);
}

/**
 * netz_window_place_unplaced:
 *
 * Gives places to the institutions that have none, and shows everything.
 */
void
netz_window_place_unplaced (NetzWindow *self, int detail)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), _("Give Places"));

  netz_place_unplaced (draft);
  if (netz_window_commit (self, draft))
    netz_canvas_fit (netz_window_get_canvas (self));
}
