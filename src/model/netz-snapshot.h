/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSnapshot: all records of a network at a moment, sorted by id within each
 * table. Reference counted and never changed: it may be read from any thread.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_SNAPSHOT (netz_snapshot_get_type ())
GType netz_snapshot_get_type (void);

NetzSnapshot *netz_snapshot_new (void);
void netz_snapshot_take (NetzSnapshot *self, NetzRecord *record);
void netz_snapshot_sort (NetzSnapshot *self);
NetzSnapshot *netz_snapshot_ref (NetzSnapshot *self);
void netz_snapshot_unref (NetzSnapshot *self);
guint netz_snapshot_get_size (const NetzSnapshot *self, NetzTable table);
NetzRecord *netz_snapshot_get_nth (const NetzSnapshot *self, NetzTable table, guint index);
NetzRecord *netz_snapshot_find (const NetzSnapshot *self, NetzTable table, const char *id);
NetzSettings *netz_snapshot_get_settings (const NetzSnapshot *self);
gboolean netz_snapshot_equal (const NetzSnapshot *a, const NetzSnapshot *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzSnapshot, netz_snapshot_unref)

G_END_DECLS
