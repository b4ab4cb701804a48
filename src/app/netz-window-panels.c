/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-panels.h"

#if __has_include("app/netz-sidebar.h")
#include "app/netz-inspector.h"
#include "app/netz-sidebar.h"
#define HAVE_PANELS 1
#endif

/**
 * netz_window_panels_fill:
 * @left: where the legend and the list go
 * @right: where the inspector goes
 */
void
netz_window_panels_fill (AdwBin *left, AdwBin *right)
{
#ifdef HAVE_PANELS
  adw_bin_set_child (left, netz_sidebar_new ());
  adw_bin_set_child (right, netz_inspector_new ());
#endif
}

/**
 * netz_window_panels_set_session:
 * @session: (nullable): what they show
 */
void
netz_window_panels_set_session (AdwBin *left, AdwBin *right, NetzSession *session)
{
#ifdef HAVE_PANELS
  netz_sidebar_set_session (NETZ_SIDEBAR (adw_bin_get_child (left)), session);
  netz_inspector_set_session (NETZ_INSPECTOR (adw_bin_get_child (right)), session);
#endif
}

/**
 * netz_window_panels_focus_search:
 *
 * Puts the keyboard into the search of the left panel.
 */
void
netz_window_panels_focus_search (AdwBin *left)
{
#ifdef HAVE_PANELS
  netz_sidebar_focus_search (NETZ_SIDEBAR (adw_bin_get_child (left)));
#endif
}

/**
 * netz_window_panels_focus_inspector:
 *
 * Puts the keyboard into the first field of the right panel.
 */
void
netz_window_panels_focus_inspector (AdwBin *right)
{
  gtk_widget_child_focus (GTK_WIDGET (right), GTK_DIR_TAB_FORWARD);
}
