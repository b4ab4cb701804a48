/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTableRowMaker: a row being put together, for the readers behind
 * netz-table-source only. Texts lie one behind the other in one buffer that is
 * used again for each row.
 */
#pragma once

#include "interchange/netz-table-source.h"

G_BEGIN_DECLS

/**
 * NetzTableRowMaker:
 * @func: who gets the rows
 * @data: for it
 * @cancellable: (nullable): asked from time to time
 * @text: the cells, each with its NUL
 * @starts: where each begins in @text
 * @cells: pointers to them, made when the row is ready
 * @n_rows: how many rows have been handed on
 * @stopped: whether @func wants no more
 */
typedef struct
{
  NetzTableRowFunc func;
  gpointer data;
  GCancellable *cancellable;
  GString *text;
  GArray *starts;
  GPtrArray *cells;
  guint n_rows;
  gboolean stopped;
} NetzTableRowMaker;

void netz_table_row_maker_init (NetzTableRowMaker *self,
                                NetzTableRowFunc func,
                                gpointer data,
                                GCancellable *cancellable);
void netz_table_row_maker_clear (NetzTableRowMaker *self);
gboolean netz_table_row_maker_add (NetzTableRowMaker *self, const char *text, gsize length);
gboolean netz_table_row_maker_end_row (NetzTableRowMaker *self, guint line, GError **error);

G_END_DECLS
