/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzShortcuts: the window that shows all keys, and finds them: those of the
 * actions, from their table, and those that the canvas takes itself.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_SHORTCUTS (netz_shortcuts_get_type ())
G_DECLARE_FINAL_TYPE (NetzShortcuts, netz_shortcuts, NETZ, SHORTCUTS, AdwPreferencesWindow)

GtkWidget *netz_shortcuts_new (void);

G_END_DECLS
