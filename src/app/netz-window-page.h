/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWindowPage: what the pages beside the canvas have in common. A page is
 * handed the session, and computes anew what it shows when the network or the
 * scope has changed and somebody looks at it.
 *
 * A page counts netz_session_get_part(), changes netz_session_get_network(),
 * and asks for the canvas by netz_window_page_show_on_canvas().
 *
 * Signal "show-on-canvas" (GStrv ids): somebody wants to see these records on the canvas.
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_WINDOW_PAGE (netz_window_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (NetzWindowPage, netz_window_page, NETZ, WINDOW_PAGE, AdwBin)

/**
 * NetzWindowPageClass:
 * @session_changed: (nullable): another session is shown, or none
 * @refresh: shows what is so now; called only with a session, and only while the page is in sight
 */
struct _NetzWindowPageClass
{
  AdwBinClass parent_class;

  void (*session_changed) (NetzWindowPage *self);
  void (*refresh) (NetzWindowPage *self);
};

NetzSession *netz_window_page_get_session (NetzWindowPage *self);
void netz_window_page_set_session (NetzWindowPage *self, NetzSession *session);
void netz_window_page_queue_refresh (NetzWindowPage *self);
void netz_window_page_show_on_canvas (NetzWindowPage *self, const char *const *ids);

G_END_DECLS
