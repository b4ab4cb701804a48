/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSidebar: the panel left of the canvas: search, legend, and the list of
 * institutions, which is the canvas' accessible twin: the same selection, the
 * same actions.
 *
 * Uses the actions "win.reveal" (bring the selection into view) and "win.rename".
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_SIDEBAR (netz_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (NetzSidebar, netz_sidebar, NETZ, SIDEBAR, AdwBin)

GtkWidget *netz_sidebar_new (void);
void netz_sidebar_set_session (NetzSidebar *self, NetzSession *session);
void netz_sidebar_focus_search (NetzSidebar *self);

G_END_DECLS
