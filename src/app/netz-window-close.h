/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a window ends, and how it looked when the last one did.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

gboolean netz_window_must_ask (NetzWindow *self);
void netz_window_ask_before_close (NetzWindow *self);
void netz_window_keep_state (NetzWindow *self, GSettings *settings);
void netz_window_restore_state (NetzWindow *self, GSettings *settings);

G_END_DECLS
