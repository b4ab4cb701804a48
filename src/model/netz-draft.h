/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzDraft: an edit being written. Reads look through it to the network;
 * what it hands out for writing is a private copy. Freeing it without a commit
 * means that nothing happened. The network must not change meanwhile.
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

NetzDraft *netz_draft_new (NetzNetwork *network, const char *label);
void netz_draft_free (NetzDraft *self);
NetzNetwork *netz_draft_get_network (NetzDraft *self);
const char *netz_draft_get_label (NetzDraft *self);
void netz_draft_set_label (NetzDraft *self, const char *label);
gboolean netz_draft_is_empty (NetzDraft *self);

NetzRecord *netz_draft_get (NetzDraft *self, NetzTable table, const char *id);
NetzRecord *netz_draft_find (NetzDraft *self, const char *id);
GPtrArray *netz_draft_list (NetzDraft *self, NetzTable table);
GPtrArray *netz_draft_list_changes (NetzDraft *self);
GPtrArray *netz_draft_incident (NetzDraft *self, const char *institution);

NetzRecord *netz_draft_edit (NetzDraft *self, NetzTable table, const char *id);
NetzRecord *netz_draft_add (NetzDraft *self, NetzRecord *record);
void netz_draft_remove (NetzDraft *self, NetzTable table, const char *id);

NetzInstitution *netz_draft_edit_institution (NetzDraft *self, const char *id);
NetzPartnership *netz_draft_edit_partnership (NetzDraft *self, const char *id);

NetzEdit *netz_draft_end (NetzDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzDraft, netz_draft_free)

G_END_DECLS
