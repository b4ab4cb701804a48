/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPreferences: the settings that hold for all networks.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_PREFERENCES (netz_preferences_get_type ())
G_DECLARE_FINAL_TYPE (NetzPreferences, netz_preferences, NETZ, PREFERENCES, AdwPreferencesWindow)

void netz_preferences_show (GtkWindow *parent);

G_END_DECLS
