/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzCatalogueItem: an entry of a catalogue that is no record: a status, an
 * actor group, a condition for a workshop, a criterion of an agreement. It has
 * an id, a name and a longer text in several languages, and parameters, whose
 * meaning depends on its list (data/schema/catalogue-1.rng). Reference counted
 * and never changed once made.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NetzCatalogueItem NetzCatalogueItem;

NetzCatalogueItem *
netz_catalogue_item_new (const char *id, GPtrArray *names, GPtrArray *texts, GHashTable *parameters);
NetzCatalogueItem *netz_catalogue_item_ref (NetzCatalogueItem *self);
void netz_catalogue_item_unref (NetzCatalogueItem *self);

const char *netz_catalogue_item_get_id (const NetzCatalogueItem *self);
const char *netz_catalogue_item_get_name (const NetzCatalogueItem *self, const char *language);
const char *netz_catalogue_item_get_text (const NetzCatalogueItem *self, const char *language);
const char *netz_catalogue_item_get (const NetzCatalogueItem *self, const char *parameter);
guint netz_catalogue_item_get_number (const NetzCatalogueItem *self, const char *parameter, guint fallback);
gboolean netz_catalogue_item_has (const NetzCatalogueItem *self, const char *parameter, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzCatalogueItem, netz_catalogue_item_unref)

G_END_DECLS
