/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a window does when its canvas asks: commits drafts, shows menus and
 * details, takes dropped lines; and what it shows there after undo.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

void netz_window_follow_canvas (NetzWindow *self);
void netz_window_show_reverted (NetzWindow *self, NetzEdit *edit);

G_END_DECLS
