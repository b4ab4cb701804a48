/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-commands.h"
#include "planning/netz-scope-edit.h"

/**
 * netz_window_add_filter:
 *
 * Shows the filters, and the popover in which one is put together.
 */
void
netz_window_add_filter (NetzWindow *self, int detail)
{
  netz_scope_bar_add (netz_window_get_scope_bar (self));
}

/**
 * netz_window_show_whole_network:
 *
 * Looks at all of it again.
 */
void
netz_window_show_whole_network (NetzWindow *self, int detail)
{
  g_autoptr (NetzScope) everything = netz_scope_new ();

  netz_session_set_scope (netz_window_get_session (self), everything, NULL);
}

/**
 * netz_window_filter_neighbourhood:
 *
 * Looks at the selected institution and its partners only; once more, one step further.
 */
void
netz_window_filter_neighbourhood (NetzWindow *self, int detail)
{
  NetzSession *session = netz_window_get_session (self);
  const char *single = netz_selection_get_single (netz_session_get_selection (session));
  g_autoptr (NetzScope) scope = netz_scope_copy (netz_session_get_scope (session));
  guint steps = g_strcmp0 (scope->focus, single) == 0 ? scope->steps + 1 : 1;

  netz_scope_set_focus (scope, single, steps);
  netz_session_set_scope (session, scope, NULL);
}
