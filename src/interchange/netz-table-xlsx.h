/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of XLSX workbooks (ECMA-376, part 1, chapter 18). Used by netz-table-source only. */
#pragma once

#include "interchange/netz-table-row.h"

G_BEGIN_DECLS

/**
 * NetzXlsx:
 * @bytes: the file
 * @names: (element-type utf8): the sheets
 * @parts: (element-type utf8): where each is in the archive
 * @from_1904: whether days are counted from 1904
 */
typedef struct
{
  GBytes *bytes;
  GPtrArray *names;
  GPtrArray *parts;
  gboolean from_1904;
} NetzXlsx;

NetzXlsx *netz_xlsx_new (GBytes *bytes, GError **error);
void netz_xlsx_free (NetzXlsx *self);
gboolean netz_xlsx_read (NetzXlsx *self, guint sheet, NetzTableRowMaker *maker, GError **error);

/* netz-xlsx-styles.c */
typedef enum
{
  NETZ_XLSX_NUMBER,
  NETZ_XLSX_DATE,
  NETZ_XLSX_DIGITS, /* a number with leading zeros; the width is above */
} NetzXlsxStyle;

#define NETZ_XLSX_STYLE(kind, width) ((guint) (kind) | (guint) (width) << 8)

GArray *netz_xlsx_read_styles (GBytes *bytes, const char *part, GError **error);
char *netz_xlsx_print_number (const char *text, guint style, gboolean from_1904);

G_END_DECLS
