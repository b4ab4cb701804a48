/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzCompareTable: the figures of several networks beside each other, each
 * below its picture and name.
 *
 * Signal "remove" (uint index): somebody wants to do without that column.
 */
#pragma once

#include "app/netz-compare-column.h"
#include "interchange/netz-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_COMPARE_TABLE (netz_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (NetzCompareTable, netz_compare_table, NETZ, COMPARE_TABLE, AdwBin)

gboolean netz_compare_table_show (NetzCompareTable *self, GPtrArray *columns);
NetzSheet *netz_compare_table_create_sheet (NetzCompareTable *self);

G_END_DECLS
