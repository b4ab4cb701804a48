/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GeoJSON (RFC 7946) as a table: a row for each feature; the columns are "id",
 * its properties in the order in which they first occur, "longitude" and
 * "latitude". Used by netz-table-source only.
 */
#pragma once

#include "interchange/netz-table-row.h"

G_BEGIN_DECLS

gboolean netz_table_places_read (GBytes *bytes, NetzTableRowMaker *maker, GError **error);

G_END_DECLS
