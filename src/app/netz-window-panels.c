/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-panels.h"

#include "app/netz-inspector.h"
#include "app/netz-sidebar.h"

/**
 * netz_window_panels_fill:
 * @left: where the legend and the list go
 * @right: where the inspector goes
 */
void
netz_window_panels_fill (AdwClamp *left, AdwClamp *right)
{
  adw_clamp_set_child (left, netz_sidebar_new ());
  adw_clamp_set_child (right, netz_inspector_new ());
}

/**
 * netz_window_panels_set_session:
 * @session: (nullable): what they show
 */
void
netz_window_panels_set_session (AdwClamp *left, AdwClamp *right, NetzSession *session)
{
  netz_sidebar_set_session (NETZ_SIDEBAR (adw_clamp_get_child (left)), session);
  netz_inspector_set_session (NETZ_INSPECTOR (adw_clamp_get_child (right)), session);
}

/**
 * netz_window_panels_focus_search:
 *
 * Puts the keyboard into the search of the left panel.
 */
void
netz_window_panels_focus_search (AdwClamp *left)
{
  netz_sidebar_focus_search (NETZ_SIDEBAR (adw_clamp_get_child (left)));
}

/**
 * netz_window_panels_focus_inspector:
 *
 * Puts the keyboard into the first field of the right panel.
 */
void
netz_window_panels_focus_inspector (AdwClamp *right)
{
  gtk_widget_child_focus (GTK_WIDGET (right), GTK_DIR_TAB_FORWARD);
}
