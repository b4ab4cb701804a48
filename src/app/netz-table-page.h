/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTablePage: the institutions and the partnerships as tables, with a filter
 * for all columns and one for each, and the choice of columns.
 */
#pragma once

#include "app/netz-window-page.h"

G_BEGIN_DECLS

#define NETZ_TYPE_TABLE_PAGE (netz_table_page_get_type ())
G_DECLARE_FINAL_TYPE (NetzTablePage, netz_table_page, NETZ, TABLE_PAGE, NetzWindowPage)

G_END_DECLS
