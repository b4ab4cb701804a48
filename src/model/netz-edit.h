/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzEdit: a labelled list of changes, each a record before and after. It is
 * what happened and the notice of it at once: undo applies it backwards;
 * scene, lists, dirty flag, difference and merge all read the same edit.
 * Reference counted, never changed once made.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

/**
 * NetzChange:
 * @table: the record's table
 * @id: its id
 * @before: (nullable): the record as it was, %NULL where it is new
 * @after: (nullable): the record as it becomes, %NULL where it goes
 */
typedef struct
{
  NetzTable table;
  GRefString *id;
  NetzRecord *before;
  NetzRecord *after;
} NetzChange;

#define NETZ_TYPE_EDIT (netz_edit_get_type ())
GType netz_edit_get_type (void);

NetzEdit *netz_edit_new (const char *label);
void netz_edit_add (NetzEdit *self, NetzTable table, const char *id, NetzRecord *before, NetzRecord *after);
NetzEdit *netz_edit_ref (NetzEdit *self);
void netz_edit_unref (NetzEdit *self);
const char *netz_edit_get_label (const NetzEdit *self);
guint netz_edit_get_size (const NetzEdit *self);
const NetzChange *netz_edit_get_nth (const NetzEdit *self, guint index);
NetzEdit *netz_edit_reverse (const NetzEdit *self);
NetzEdit *netz_edit_join (const NetzEdit *first, const NetzEdit *second);
gboolean netz_edit_touches (const NetzEdit *self, NetzTable table, const char *id);
gboolean netz_edit_touches_table (const NetzEdit *self, NetzTable table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzEdit, netz_edit_unref)

G_END_DECLS
