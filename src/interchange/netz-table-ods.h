/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of OpenDocument workbooks (version 1.2, part 1, chapter 9). Used by netz-table-source only. */
#pragma once

#include "interchange/netz-table-row.h"

G_BEGIN_DECLS

GPtrArray *netz_ods_list_sheets (GBytes *bytes, GError **error);
gboolean netz_ods_read (GBytes *bytes, guint sheet, NetzTableRowMaker *maker, GError **error);

G_END_DECLS
