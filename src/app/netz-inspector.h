/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzInspector: the panel right of the canvas. It shows what is selected: one
 * record with its partnerships, what several have in common, or, with nothing
 * selected, the network itself and its key figures.
 *
 * Uses the action "win.reveal" (bring the selection into view).
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_INSPECTOR (netz_inspector_get_type ())
G_DECLARE_FINAL_TYPE (NetzInspector, netz_inspector, NETZ, INSPECTOR, AdwBin)

GtkWidget *netz_inspector_new (void);
void netz_inspector_set_session (NetzInspector *self, NetzSession *session);

G_END_DECLS
