/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row of a sheet whose cells come in any order, and cells joined from
 * several: each of these gets the text of the first. For the readers of XLSX
 * and ODS only. Columns count from 0, rows from 1.
 */
#pragma once

#include "interchange/netz-table-row.h"

G_BEGIN_DECLS

typedef struct _NetzTableSpans NetzTableSpans;

NetzTableSpans *netz_table_spans_new (void);
void netz_table_spans_free (NetzTableSpans *self);
void netz_table_spans_add (NetzTableSpans *self, guint left, guint top, guint right, guint bottom, const char *text);
void netz_table_spans_begin_row (NetzTableSpans *self, guint row);
gboolean netz_table_spans_put (NetzTableSpans *self, guint column, const char *text);
gboolean netz_table_spans_end_row (NetzTableSpans *self, NetzTableRowMaker *maker, GError **error);

G_END_DECLS
