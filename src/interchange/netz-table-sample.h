/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTableSample: the first rows of a table, and which of them names the
 * columns: titles may stand above it. It belongs to whoever made it.
 */
#pragma once

#include "interchange/netz-table-source.h"

G_BEGIN_DECLS

#define NETZ_TABLE_SAMPLE_ROWS 200

/**
 * NetzTableSample:
 * @rows: (element-type GStrv): the first rows that are not empty
 * @lines: (element-type guint): where they stand
 * @n_columns: how many columns there are
 * @header: which row names the columns, -1 for none
 * @columns: (array zero-terminated=1): the names, each only once; letters where there are none
 */
typedef struct
{
  GPtrArray *rows;
  GArray *lines;
  guint n_columns;
  int header;
  char **columns;
} NetzTableSample;

NetzTableSample *netz_table_sample_new (NetzTableSource *source, guint header_line, GError **error);
void netz_table_sample_free (NetzTableSample *self);
guint netz_table_sample_get_header_line (const NetzTableSample *self);
int netz_table_sample_find_column (const NetzTableSample *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzTableSample, netz_table_sample_free)

G_END_DECLS
