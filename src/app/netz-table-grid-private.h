/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the table share.
 */
#pragma once

#include "app/netz-rows.h"
#include "app/netz-table-cell.h"
#include "app/netz-table-grid.h"
#include "model/netz-search.h"

G_BEGIN_DECLS

struct _NetzTableGrid
{
  AdwBin parent_instance;

  NetzTable table;
  NetzSession *session;
  NetzNetwork *network; /* the part that is shown */
  NetzTableHost host;
  GPtrArray *columns;   /* NetzTableColumn */

  NetzRows *rows;
  GtkCustomFilter *filter;
  GtkMultiSelection *selection; /* of what passes the filter, sorted */
  GtkColumnView *view;

  NetzFilter *words;          /* of all columns; NULL: none */
  GHashTable *column_filters; /* name -> text */
  const NetzTableColumn *cursor;
  guint patience;             /* frames to wait for a row that can have the keyboard; 0: nobody waits */
  gboolean selecting;         /* the selection is being brought in from outside */
  gboolean arranging;         /* columns are being brought into another order */
};

/* netz-table-grid-columns.c */
void netz_table_grid_fill_columns (NetzTableGrid *self);
GtkColumnViewColumn *netz_table_grid_get_view_column (NetzTableGrid *self, const NetzTableColumn *column);
GPtrArray *netz_table_grid_list_shown (NetzTableGrid *self);

/* netz-table-grid-keys.c */
void netz_table_grid_follow_keys (NetzTableGrid *self);
void netz_table_grid_point (NetzTableGrid *self, const NetzTableColumn *column);
void netz_table_grid_name_row (NetzTableGrid *self, GtkWidget *row);
void netz_table_grid_leave_cell (NetzTableGrid *self, GtkWidget *cell, int forward);

NetzRow *netz_table_grid_get_row (NetzTableGrid *self, guint position);
NetzRow *netz_table_grid_get_focused (NetzTableGrid *self);

G_END_DECLS
