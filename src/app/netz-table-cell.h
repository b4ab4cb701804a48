/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTableCell: a cell of a table: what a row shows in a column, and the
 * editor in its place while it is changed. It changes nothing itself: what was
 * entered goes to its NetzTableHost.
 */
#pragma once

#include "app/netz-row.h"
#include "app/netz-table-column.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * NetzTableHost:
 * @network: what is shown; the names of kinds and ends are looked up there
 * @change: takes what was entered for a row, or for all selected ones; %FALSE and an error where it is no value
 * @leave: the cell is no longer edited; @forward: 1 to edit the next, -1 the one before, 0 neither
 * @point: somebody clicked into the cell
 * @data: for all of them
 *
 * What a table gives its cells; it lives longer than they do.
 */
typedef struct
{
  NetzNetwork *network;
  gboolean (*change) (gpointer data, NetzRow *row, const NetzTableColumn *column, const char *text, gboolean selected,
                      GError **error);
  void (*leave) (gpointer data, GtkWidget *cell, int forward);
  void (*point) (gpointer data, const NetzTableColumn *column);
  gpointer data;
} NetzTableHost;

#define NETZ_TYPE_TABLE_CELL (netz_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (NetzTableCell, netz_table_cell, NETZ, TABLE_CELL, GtkWidget)

GtkWidget *netz_table_cell_new (const NetzTableHost *host, const NetzTableColumn *column);
void netz_table_cell_set_row (NetzTableCell *self, NetzRow *row);
NetzRow *netz_table_cell_get_row (NetzTableCell *self);
const NetzTableColumn *netz_table_cell_get_column (NetzTableCell *self);
void netz_table_cell_set_cursor (NetzTableCell *self, gboolean cursor);
gboolean netz_table_cell_edit (NetzTableCell *self, const char *typed);
gboolean netz_table_cell_is_edited (NetzTableCell *self);

G_END_DECLS
