/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzOutlineNames: what the names in an outline stand for, in a draft that is
 * being written: institutions by name, partnerships by their ends, kinds,
 * programmes and statuses by id or any name. Used by netz-outline only.
 *
 * Each look-up is O(1) but for those that are asked for the first time. Who
 * adds or renames tells the index; what the draft has removed it notices.
 */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

typedef struct _NetzOutlineNames NetzOutlineNames;

NetzOutlineNames *netz_outline_names_new (NetzDraft *draft);
void netz_outline_names_free (NetzOutlineNames *self);

GPtrArray *netz_outline_names_find_institutions (NetzOutlineNames *self, const char *name);
void netz_outline_names_add_institution (NetzOutlineNames *self, const char *id, const char *name);
void netz_outline_names_rename (NetzOutlineNames *self, const char *id, const char *old, const char *name);

GPtrArray *netz_outline_names_find_partnerships (NetzOutlineNames *self, const char *a, const char *b);
void netz_outline_names_add_partnership (NetzOutlineNames *self, const char *id, const char *a, const char *b);

const char *netz_outline_names_find_kind (NetzOutlineNames *self, const char *name);
const char *netz_outline_names_find_programme (NetzOutlineNames *self, const char *name);
const char *netz_outline_names_find_status (NetzOutlineNames *self, const char *name);
const char *netz_outline_names_find_frame (NetzOutlineNames *self, const char *name);
const char *netz_outline_names_make (NetzOutlineNames *self, NetzTable table, const char *name);

const char *netz_outline_names_guess_kind (NetzOutlineNames *self, const char *name);
const char *netz_outline_names_guess_programme (NetzOutlineNames *self, const char *kind_a, const char *kind_b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzOutlineNames, netz_outline_names_free)

G_END_DECLS
