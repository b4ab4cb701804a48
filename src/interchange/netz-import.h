/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzImport: what a table would do to a network: an item for each row that is
 * wanted, and for each institution that a list of official numbers no longer
 * has. Nothing changes until netz_import_apply(), and each item can be decided
 * before. It is made from a snapshot, in any thread, and then belongs to one.
 *
 * Rows and institutions belong together by their official number. Where a row
 * has none that is known, by name and place together (the same name and the
 * same street, or less than 30 m apart, and no other such); all else that is
 * alike in name and place is only proposed. A name alone unites nothing.
 */
#pragma once

#include "interchange/netz-exchange-note.h"
#include "interchange/netz-import-map.h"
#include "model/netz-draft.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_IMPORT_NEW,
  NETZ_IMPORT_GONE,
  NETZ_IMPORT_CHANGED,
  NETZ_IMPORT_UNSURE,
  NETZ_IMPORT_SAME,
} NetzImportState;

#define NETZ_IMPORT_N_STATES (NETZ_IMPORT_SAME + 1)

typedef enum
{
  NETZ_IMPORT_RENAMED = 1 << 0,
  NETZ_IMPORT_OTHER_KIND = 1 << 1,
  NETZ_IMPORT_MOVED = 1 << 2,
  NETZ_IMPORT_OTHER_FIELDS = 1 << 3,
} NetzImportChanges;

typedef enum
{
  NETZ_IMPORT_SKIP,   /* nothing happens */
  NETZ_IMPORT_ADD,    /* it is new, and its partners with it */
  NETZ_IMPORT_UPDATE, /* what the row says goes into the record `id` */
  NETZ_IMPORT_MARK,   /* it gets a tag */
  NETZ_IMPORT_DELETE, /* it goes; marked instead where it has partnerships */
} NetzImportDecision;

/**
 * NetzImportItem:
 * @state: what it is
 * @changes: (type NetzImportChanges): what is different, for those that are CHANGED
 * @line: where the row stands; 0 for those that are gone
 * @row: (nullable): a record with what the row says; its id is that of the new one
 * @id: (nullable): the record of the network that is meant, or proposed first
 * @proposals: (nullable) (element-type utf8): ids of all that may be meant, the likeliest first
 * @ends: (nullable): for partnerships: what the row says of its two partners
 * @n_partnerships: how many the institution has
 * @decision: what is to be done
 */
typedef struct
{
  NetzImportState state;
  guint changes;
  guint line;
  NetzRecord *row;
  char *id;
  GPtrArray *proposals;
  char *ends[2];
  guint n_partnerships;
  NetzImportDecision decision;
} NetzImportItem;

/**
 * NetzImport:
 * @snapshot: the network for which it was made
 * @map: how the table was read
 * @items: (element-type NetzImportItem): in the order of the table, then those that are gone
 * @notes: (element-type NetzExchangeNote): what was noticed
 * @n_rows: rows of the table
 * @n_filtered: those that were not wanted
 */
typedef struct
{
  NetzSnapshot *snapshot;
  NetzImportMap *map;
  GPtrArray *items;
  GPtrArray *notes;
  guint n_rows;
  guint n_filtered;
} NetzImport;

NetzImport *netz_import_new (NetzTableSource *source,
                             const NetzImportMap *map,
                             NetzSnapshot *snapshot,
                             GCancellable *cancellable,
                             GError **error);
void netz_import_free (NetzImport *self);
guint netz_import_count (const NetzImport *self, NetzImportState state);
guint netz_import_count_changes (const NetzImport *self, NetzImportChanges change);
void netz_import_decide (NetzImport *self, NetzImportState state, NetzImportDecision decision);
void netz_import_apply (NetzImport *self, NetzDraft *draft);
char *netz_import_describe_item (const NetzImport *self, const NetzImportItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzImport, netz_import_free)

G_END_DECLS
