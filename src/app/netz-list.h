/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzList: the institutions of a network as a GListModel, ordered by name as
 * the locale wants it, and narrowed down by a filter. Its items are the records
 * themselves; a record that an edit replaces is one changed row.
 */
#pragma once

#include "model/netz-network.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NETZ_TYPE_LIST (netz_list_get_type ())
G_DECLARE_FINAL_TYPE (NetzList, netz_list, NETZ, LIST, GObject)

NetzList *netz_list_new (void);
void netz_list_set_network (NetzList *self, NetzNetwork *network);
void netz_list_set_part (NetzList *self, NetzNetwork *part);
gboolean netz_list_set_filter (NetzList *self, const char *text, GError **error);
NetzInstitution *netz_list_get (NetzList *self, guint position);
gboolean netz_list_find (NetzList *self, const char *id, guint *position);

G_END_DECLS
