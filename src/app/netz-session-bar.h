/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSessionBar: the sign that a session of a workshop is open: its name, how
 * much was changed in it, the way to the workshop page, and the end. Hidden
 * while none is open.
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_SESSION_BAR (netz_session_bar_get_type ())
G_DECLARE_FINAL_TYPE (NetzSessionBar, netz_session_bar, NETZ, SESSION_BAR, AdwBin)

GtkWidget *netz_session_bar_new (void);
void netz_session_bar_set_session (NetzSessionBar *self, NetzSession *session);

G_END_DECLS
