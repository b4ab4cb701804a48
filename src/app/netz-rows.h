/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzRows: the rows of one table of a network as a GListModel of NetzRow, in
 * the order of ids; what shows them sorts. It is brought up to date by hand,
 * since what is shown may be a part of a network that is cut out anew.
 */
#pragma once

#include "app/netz-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NETZ_TYPE_ROWS (netz_rows_get_type ())
G_DECLARE_FINAL_TYPE (NetzRows, netz_rows, NETZ, ROWS, GObject)

NetzRows *netz_rows_new (NetzTable table);
void netz_rows_update (NetzRows *self, NetzNetwork *network);
NetzRow *netz_rows_find (NetzRows *self, const char *id);

G_END_DECLS
