/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a window's network looks, by the settings: style, language of names,
 * ended partnerships.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

void netz_window_follow_look (NetzWindow *window);
void netz_window_apply_look (NetzWindow *window);

G_END_DECLS
