/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzHistory: what was done to a network, and what can be undone and done
 * again. Everything that changes a network is committed here.
 *
 * Properties (read-only, notified): "can-undo", "can-redo", "undo-label",
 * "redo-label", "modified" (FALSE when undone back to what was saved).
 */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

#define NETZ_TYPE_HISTORY (netz_history_get_type ())
G_DECLARE_FINAL_TYPE (NetzHistory, netz_history, NETZ, HISTORY, GObject)

NetzHistory *netz_history_new (NetzNetwork *network);
NetzNetwork *netz_history_get_network (NetzHistory *self);

gboolean netz_history_can_undo (NetzHistory *self);
gboolean netz_history_can_redo (NetzHistory *self);
const char *netz_history_get_undo_label (NetzHistory *self);
const char *netz_history_get_redo_label (NetzHistory *self);
gboolean netz_history_is_modified (NetzHistory *self);
guint netz_history_get_n_undo (NetzHistory *self);
guint netz_history_get_n_redo (NetzHistory *self);

gboolean netz_history_commit (NetzHistory *self, NetzDraft *draft);
gboolean netz_history_commit_joined (NetzHistory *self, NetzDraft *draft, const char *key);
NetzEdit *netz_history_undo (NetzHistory *self) G_GNUC_WARN_UNUSED_RESULT;
NetzEdit *netz_history_redo (NetzHistory *self) G_GNUC_WARN_UNUSED_RESULT;
void netz_history_mark_saved (NetzHistory *self);
void netz_history_mark_modified (NetzHistory *self);

G_END_DECLS
