/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzQuickEntry: a window to type or paste a list into: one institution a
 * line, or partnerships in the outline notation. What a line means is shown
 * while it is typed; everything is one step of the history.
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_QUICK_ENTRY (netz_quick_entry_get_type ())
G_DECLARE_FINAL_TYPE (NetzQuickEntry, netz_quick_entry, NETZ, QUICK_ENTRY, AdwWindow)

NetzQuickEntry *netz_quick_entry_new (GtkWindow *parent, NetzSession *session);
void netz_quick_entry_set_text (NetzQuickEntry *self, const char *text);

G_END_DECLS
