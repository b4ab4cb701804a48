/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSelection: the set of ids that the user means: institutions,
 * partnerships, frames and notes, in the order in which they came. Several
 * views share one.
 *
 * Signal "changed" (NetzSelection *self): once for each call that changed it.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NETZ_TYPE_SELECTION (netz_selection_get_type ())
G_DECLARE_FINAL_TYPE (NetzSelection, netz_selection, NETZ, SELECTION, GObject)

NetzSelection *netz_selection_new (void);
gboolean netz_selection_contains (NetzSelection *self, const char *id);
guint netz_selection_get_size (NetzSelection *self);
const char **netz_selection_get_ids (NetzSelection *self);
GHashTable *netz_selection_get_set (NetzSelection *self);
const char *netz_selection_get_single (NetzSelection *self);
void netz_selection_set (NetzSelection *self, const char *const *ids);
void netz_selection_set_single (NetzSelection *self, const char *id);
void netz_selection_add (NetzSelection *self, const char *id);
void netz_selection_add_all (NetzSelection *self, const char *const *ids);
void netz_selection_remove (NetzSelection *self, const char *id);
void netz_selection_toggle (NetzSelection *self, const char *id);
void netz_selection_clear (NetzSelection *self);

G_END_DECLS
