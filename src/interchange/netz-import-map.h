/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzImportMap: how a table is to be read: what its columns mean, which rows
 * are wanted, what stands for which kind. It is found out from the table, can be
 * changed, and is kept as a key file, so that next year's table is read the same.
 * It belongs to whoever made it.
 */
#pragma once

#include "interchange/netz-import-field.h"

G_BEGIN_DECLS

/**
 * NetzImportMap:
 * @encoding: (nullable): of text; %NULL = it is found out
 * @separator: of text; '\0' = it is found out
 * @sheet: (nullable): of a workbook; %NULL = the first
 * @header_line: the line that names the columns; 0 = it is found out
 * @partnerships: whether a row is a partnership, else an institution
 * @columns: (element-type utf8 GPtrArray): field -> names of columns
 * @scheme: (nullable): the register of the official numbers, "schulnummer"
 * @kind: (nullable): id of a kind, for rows of which nothing says theirs
 * @kinds: (element-type utf8 utf8): what stands in the table, folded -> id of a kind
 * @filter_column: (nullable): the column that decides which rows are wanted
 * @filter_value: (nullable): what must stand there; several between bars
 * @crs: (nullable): coordinate system of easting and northing; %NULL = EPSG:25832
 * @keep: (element-type utf8): fields that stay as they are where an institution has them
 */
typedef struct
{
  char *encoding;
  char separator;
  char *sheet;
  guint header_line;
  gboolean partnerships;
  GHashTable *columns;
  char *scheme;
  char *kind;
  GHashTable *kinds;
  char *filter_column;
  char *filter_value;
  char *crs;
  GHashTable *keep;
} NetzImportMap;

NetzImportMap *netz_import_map_new (void);
NetzImportMap *netz_import_map_copy (const NetzImportMap *self);
void netz_import_map_free (NetzImportMap *self);
void netz_import_map_guess (NetzImportMap *self, const NetzTableSample *sample);
void netz_import_map_set_column (NetzImportMap *self, const char *field, const char *column);
void netz_import_map_unset_column (NetzImportMap *self, const char *column);
const char *netz_import_map_find_field (const NetzImportMap *self, const char *column);
gboolean netz_import_map_set_filter (NetzImportMap *self, const char *text, GError **error);
gboolean netz_import_map_set_key (NetzImportMap *self, const NetzTableSample *sample, const char *key, GError **error);

char *netz_import_map_print (const NetzImportMap *self);
NetzImportMap *netz_import_map_parse (const char *text, gsize length, GError **error);
char *netz_import_map_make_key (const NetzTableSample *sample);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzImportMap, netz_import_map_free)

G_END_DECLS
