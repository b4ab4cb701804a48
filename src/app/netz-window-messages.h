/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a window says of its file: what was noticed when it was read, and that
 * somebody changed it.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

void netz_window_tell_report (NetzWindow *self);
void netz_window_tell_disk_state (NetzWindow *self, int state);
void netz_window_remember_file (NetzWindow *self);
void netz_window_show_notes (NetzWindow *self);

G_END_DECLS
