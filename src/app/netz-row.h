/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzRow: the row of a record in a table. It stays the same object while edits
 * replace the record, so that selection, focus and place in a sorted list stay.
 *
 * Signal "changed" (): the record, or what the row says of others, is another one now.
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

#define NETZ_TYPE_ROW (netz_row_get_type ())
G_DECLARE_FINAL_TYPE (NetzRow, netz_row, NETZ, ROW, GObject)

NetzRow *netz_row_new (NetzRecord *record);
NetzRecord *netz_row_get_record (NetzRow *self);
const char *netz_row_get_id (NetzRow *self);
const char *netz_row_get_key (NetzRow *self, gconstpointer column);
const char *netz_row_set_key (NetzRow *self, gconstpointer column, char *key);
gboolean netz_row_update (NetzRow *self, NetzNetwork *network, NetzRecord *record);

G_END_DECLS
