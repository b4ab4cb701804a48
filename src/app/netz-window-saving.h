/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving from a window: asks for a name where there is none, and what to do
 * where the file cannot be written as it is.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

/**
 * NetzSavedFunc:
 * @saved: whether the network is on disk now
 * @data: data
 */
typedef void (*NetzSavedFunc) (NetzWindow *window, gboolean saved, gpointer data);

void netz_window_save_then (NetzWindow *self, NetzSavedFunc func, gpointer data);
void netz_window_save_as_then (NetzWindow *self, NetzSavedFunc func, gpointer data);

G_END_DECLS
