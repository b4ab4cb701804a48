/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSheet: a small table in memory, to be written as CSV, XLSX or ODS by
 * netz_table_write(): a title, columns with names, and rows of cells that are
 * texts, numbers or dates. It belongs to whoever made it. Cells are added from
 * left to right; after the last column the next row begins.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NetzSheet NetzSheet;

typedef enum
{
  NETZ_CELL_EMPTY,
  NETZ_CELL_TEXT,
  NETZ_CELL_NUMBER,
  NETZ_CELL_DATE,
} NetzCellType;

/**
 * NetzCell:
 * @type: what it holds
 * @text: (nullable): a text, or a date as records have it (netz-date.h)
 * @number: a finite number
 */
typedef struct
{
  NetzCellType type;
  char *text;
  double number;
} NetzCell;

NetzSheet *netz_sheet_new (const char *title, const char *const *columns);
void netz_sheet_free (NetzSheet *self);
void netz_sheet_add_text (NetzSheet *self, const char *text);
void netz_sheet_add_number (NetzSheet *self, double number);
void netz_sheet_add_date (NetzSheet *self, const char *date);
void netz_sheet_add_empty (NetzSheet *self);

const char *netz_sheet_get_title (const NetzSheet *self);
guint netz_sheet_get_n_columns (const NetzSheet *self);
guint netz_sheet_get_n_rows (const NetzSheet *self);
const char *netz_sheet_get_column (const NetzSheet *self, guint column);
const NetzCell *netz_sheet_get_cell (const NetzSheet *self, guint row, guint column);
GPtrArray *netz_sheets_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzSheet, netz_sheet_free)

G_END_DECLS
