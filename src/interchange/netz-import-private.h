/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of netz-import share: from rows to records, and from records to those that are there. */
#pragma once

#include "interchange/netz-import.h"

#include <proj.h>

G_BEGIN_DECLS

typedef struct _NetzImportKinds NetzImportKinds;

/**
 * NetzImportReading:
 * @import: what is being made
 * @cells: (element-type GArray): field -> indices of its columns
 * @kinds: finds kinds
 * @projection: (nullable): from the table's coordinates to degrees
 * @seen: number -> the line in which it stood
 */
typedef struct
{
  NetzImport *import;
  GHashTable *cells;
  NetzImportKinds *kinds;
  PJ_CONTEXT *proj;
  PJ *projection;
  int filter_column;
  char **filter_values;
  GHashTable *seen;
  gboolean any_column;
  guint header_line;
} NetzImportReading;

NetzImportItem *netz_import_item_new (NetzImportState state, NetzImportDecision decision);

/* netz-import-kinds.c */
NetzImportKinds *netz_import_kinds_new (const NetzSnapshot *snapshot, const NetzImportMap *map);
void netz_import_kinds_free (NetzImportKinds *self);
const char *netz_import_kinds_find (NetzImportKinds *self, const char *text, const char *name);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzImportKinds, netz_import_kinds_free)

/* netz-import-row.c */
char *netz_import_get_cell (NetzImportReading *self, const NetzTableRow *row, const char *field);
NetzRecord *netz_import_make_institution (NetzImportReading *self, const NetzTableRow *row);
NetzRecord *netz_import_make_partnership (NetzImportReading *self, const NetzTableRow *row);

/* netz-import-match.c */
void netz_import_match (NetzImportReading *self);
double netz_import_measure_distance (const NetzInstitution *a, const NetzInstitution *b);

/* netz-import-change.c */
guint netz_import_find_changes (const NetzImport *self, const NetzRecord *row, const NetzRecord *old);
void netz_import_write (const NetzImport *self, const NetzRecord *row, NetzRecord *record);

/* netz-import-partnership.c */
void netz_import_match_partnerships (NetzImportReading *self);
void netz_import_apply_partnership (NetzImport *self, NetzImportItem *item, NetzDraft *draft, GHashTable *made);

G_END_DECLS
