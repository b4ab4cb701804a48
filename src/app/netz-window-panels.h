/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The panels left and right of the canvas: made when the window is, and handed
 * the session that it shows.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

void netz_window_panels_fill (AdwClamp *left, AdwClamp *right);
void netz_window_panels_set_session (AdwClamp *left, AdwClamp *right, NetzSession *session);
void netz_window_panels_focus_search (AdwClamp *left);
void netz_window_panels_focus_inspector (AdwClamp *right);

G_END_DECLS
