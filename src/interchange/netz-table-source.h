/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTableSource: somebody's table being read, row by row: text with
 * separators in whatever encoding, a sheet of an XLSX or ODS workbook, or the
 * points of a GeoJSON file. What it is is told by its content. It belongs to
 * one thread at a time and keeps the bytes that it reads.
 *
 * Cells are texts, whatever they were: numbers with a point and as few digits
 * as needed, days as 2008-08-25. A cell that was joined from several gives its
 * text to each of them.
 */
#pragma once

#include "interchange/netz-table-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NETZ_TABLE_MAX_COLUMNS 4096
#define NETZ_TABLE_MAX_ROWS 1048576                            /* of a sheet, as spreadsheets have them */
#define NETZ_TABLE_MAX_UNPACKED ((gsize) 512 * 1024 * 1024)    /* bytes of one part of a workbook */

typedef enum
{
  NETZ_TABLE_SOURCE_TEXT,
  NETZ_TABLE_SOURCE_XLSX,
  NETZ_TABLE_SOURCE_ODS,
  NETZ_TABLE_SOURCE_GEOJSON,
} NetzTableSourceFormat;

/**
 * NetzTableOptions:
 * @encoding: (nullable): of text; %NULL = it is found out
 * @separator: of text; '\0' = it is found out
 * @sheet: (nullable): the name of a workbook's sheet, or its number from "1"; %NULL = the first
 */
typedef struct
{
  const char *encoding;
  char separator;
  const char *sheet;
} NetzTableOptions;

/**
 * NetzTableRow:
 * @line: the line of the text, the row of the sheet or the number of the feature, from 1
 * @n_cells: how many cells there are, without empty ones at the end
 * @cells: (array length=n_cells): UTF-8, "" for empty ones
 */
typedef struct
{
  guint line;
  guint n_cells;
  const char *const *cells;
} NetzTableRow;

/**
 * NetzTableRowFunc:
 * @row: a row; it lives until the function returns
 * @data: what was handed to netz_table_source_read()
 * @error: return location
 *
 * Returns: whether to go on; %FALSE without an error is no failure
 */
typedef gboolean (*NetzTableRowFunc) (const NetzTableRow *row, gpointer data, GError **error);

typedef struct _NetzTableSource NetzTableSource;

NetzTableSource *netz_table_source_new (GBytes *bytes, const NetzTableOptions *options, GError **error);
void netz_table_source_free (NetzTableSource *self);
NetzTableSourceFormat netz_table_source_get_format (const NetzTableSource *self);
const char *netz_table_source_get_encoding (const NetzTableSource *self);
char netz_table_source_get_separator (const NetzTableSource *self);
const char *const *netz_table_source_get_sheets (const NetzTableSource *self);
gboolean netz_table_source_read (NetzTableSource *self,
                                 NetzTableRowFunc func,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzTableSource, netz_table_source_free)

G_END_DECLS
