/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a window takes besides plain actions: files that are dropped onto it,
 * and the choices of the canvas' menus.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

void netz_window_accept_files (NetzWindow *self);
void netz_window_install_targets (NetzWindow *self);

G_END_DECLS
