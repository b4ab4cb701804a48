/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing tables for others: CSV for programs and old spreadsheets, XLSX and
 * ODS with types, a header that stays in view and columns as wide as what is
 * in them. Nothing is written to a disk here: who asks gets the bytes, and puts
 * them into a file as a whole.
 */
#pragma once

#include "interchange/netz-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_TABLE_CSV,
  NETZ_TABLE_XLSX,
  NETZ_TABLE_ODS,
} NetzTableFormat;

/**
 * NetzTableStyle:
 * @separator: between cells: ',', ';' or a tab
 * @decimal: in numbers: '.' or ','
 * @mark: whether a byte order mark tells spreadsheets that this is UTF-8
 *
 * How CSV is to look. Without one it is for machines: ',', '.', no mark.
 */
typedef struct
{
  char separator;
  char decimal;
  gboolean mark;
} NetzTableStyle;

GBytes *netz_table_write (GPtrArray *sheets, NetzTableFormat format, const NetzTableStyle *style, GError **error);
gboolean netz_table_find_format (const char *file_name, NetzTableFormat *format);

G_END_DECLS
