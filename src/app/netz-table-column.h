/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The columns that a table of institutions or partnerships can have: one for
 * each field that is data, and what is counted. A column says what a record
 * shows in it, how it is sorted, and what a person may change there.
 */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

/**
 * NetzTableColumn:
 * @table: whose column it is
 * @name: as in settings
 * @field: (nullable): what it shows; %NULL: the number of partnerships
 * @width: at first, in pixels
 * @shown: whether it is there at first
 */
typedef struct
{
  NetzTable table;
  const char *name;
  const NetzField *field;
  int width;
  gboolean shown;
} NetzTableColumn;

GPtrArray *netz_table_columns_new (NetzTable table);
const NetzTableColumn *netz_table_columns_find (GPtrArray *columns, const char *name);

const char *netz_table_column_get_label (const NetzTableColumn *self);
gboolean netz_table_column_is_number (const NetzTableColumn *self);
gboolean netz_table_column_is_editable (const NetzTableColumn *self);
char *netz_table_column_get_text (const NetzTableColumn *self, NetzNetwork *network, NetzRecord *record);
char *netz_table_column_get_entry (const NetzTableColumn *self, NetzRecord *record);
double netz_table_column_get_rank (const NetzTableColumn *self, NetzNetwork *network, NetzRecord *record);
gboolean netz_table_column_has_rank (const NetzTableColumn *self);
gboolean netz_table_column_matches (const NetzTableColumn *self, NetzNetwork *network, NetzRecord *record,
                                    const char *wanted);
gboolean netz_table_column_parse (const NetzTableColumn *self, NetzDraft *draft, NetzRecord *record, const char *text,
                                  GError **error);

G_END_DECLS
