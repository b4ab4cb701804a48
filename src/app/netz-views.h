/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saved views: which part of a network is looked at and where the canvas looks,
 * under a name, kept in the network. Saving, changing, renaming and deleting
 * are edits like any other.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

GPtrArray *netz_views_list (NetzSession *session);
GMenuModel *netz_views_new_menu (NetzSession *session);
void netz_views_show (NetzWindow *window, const char *id);
gboolean netz_views_add (NetzWindow *window, const char *title);
gboolean netz_views_update (NetzWindow *window, const char *id);
gboolean netz_views_rename (NetzWindow *window, const char *id, const char *title);
gboolean netz_views_delete (NetzWindow *window, const char *id);

G_END_DECLS
