/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of netz-table-writer share: a function for each format. */
#pragma once

#include "interchange/netz-table-writer.h"

G_BEGIN_DECLS

GBytes *netz_table_write_xlsx (GPtrArray *sheets, GError **error);
GBytes *netz_table_write_ods (GPtrArray *sheets);
char *netz_table_make_title (const GPtrArray *sheets, guint index);
guint netz_table_measure_column (const NetzSheet *sheet, guint column);

G_END_DECLS
