/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzCatalogue: what a field of work knows beforehand, as data: the kinds of
 * institutions and the programmes, as the records that go into a network, and
 * the statuses, actor groups, workshop conditions and agreement criteria. It is
 * made once, by the reader of catalogue files, and does not change afterwards;
 * then any thread may read it. Reference counted.
 */
#pragma once

#include "model/netz-catalogue-item.h"
#include "model/netz-draft.h"
#include "model/netz-guess.h"

G_BEGIN_DECLS

typedef struct _NetzCatalogue NetzCatalogue;

/**
 * NetzCatalogueList:
 *
 * The lists of items. In the order of the catalogue file, statuses from the first idea to the end.
 */
typedef enum
{
  NETZ_CATALOGUE_STATUSES,
  NETZ_CATALOGUE_ACTOR_GROUPS,
  NETZ_CATALOGUE_CONDITIONS,
  NETZ_CATALOGUE_CRITERIA,
} NetzCatalogueList;

#define NETZ_CATALOGUE_N_LISTS (NETZ_CATALOGUE_CRITERIA + 1)

NetzCatalogue *netz_catalogue_new (const char *id);
NetzCatalogue *netz_catalogue_ref (NetzCatalogue *self);
void netz_catalogue_unref (NetzCatalogue *self);
void netz_catalogue_set_names (NetzCatalogue *self, GPtrArray *names, GPtrArray *texts);
gboolean netz_catalogue_add_record (NetzCatalogue *self, NetzRecord *record);
gboolean netz_catalogue_add_item (NetzCatalogue *self, NetzCatalogueList list, NetzCatalogueItem *item);

const char *netz_catalogue_get_id (const NetzCatalogue *self);
const char *netz_catalogue_get_name (const NetzCatalogue *self, const char *language);
const char *netz_catalogue_get_text (const NetzCatalogue *self, const char *language);

GPtrArray *netz_catalogue_get_kinds (const NetzCatalogue *self);
GPtrArray *netz_catalogue_get_programmes (const NetzCatalogue *self);
GPtrArray *netz_catalogue_get_items (const NetzCatalogue *self, NetzCatalogueList list);
NetzKind *netz_catalogue_find_kind (const NetzCatalogue *self, const char *id);
NetzKind *netz_catalogue_find_kind_by_key (const NetzCatalogue *self, const char *key);
NetzProgramme *netz_catalogue_find_programme (const NetzCatalogue *self, const char *id);
NetzCatalogueItem *netz_catalogue_find_item (const NetzCatalogue *self, NetzCatalogueList list, const char *id);

const char *netz_catalogue_guess_kind (const NetzCatalogue *self, const char *name, const char **word);
NetzProgramme *
netz_catalogue_programme_for (const NetzCatalogue *self, const NetzKind *a, const NetzKind *b, gboolean *turned);
guint netz_catalogue_install (const NetzCatalogue *self, NetzDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzCatalogue, netz_catalogue_unref)

G_END_DECLS
