/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTableGrid: the institutions or the partnerships of a network as a table.
 * Its selection is that of the session, so what is selected here is selected on
 * the canvas. One cell of the row that has the keyboard is the cursor: arrows
 * move it, Enter and F2 change it, typing overwrites it.
 *
 * Signals:
 *   "columns-changed" ()   a column was shown, hidden, moved or filtered
 *   "rows-changed" ()      other rows pass the filters
 */
#pragma once

#include "app/netz-session.h"
#include "app/netz-table-column.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_TABLE_GRID (netz_table_grid_get_type ())
G_DECLARE_FINAL_TYPE (NetzTableGrid, netz_table_grid, NETZ, TABLE_GRID, AdwBin)

GtkWidget *netz_table_grid_new (NetzTable table);
void netz_table_grid_set_session (NetzTableGrid *self, NetzSession *session);
void netz_table_grid_refresh (NetzTableGrid *self);
void netz_table_grid_focus (NetzTableGrid *self);
gboolean netz_table_grid_set_filter (NetzTableGrid *self, const char *text, GError **error);
void netz_table_grid_get_counts (NetzTableGrid *self, guint *shown, guint *all);

GPtrArray *netz_table_grid_get_columns (NetzTableGrid *self);
GStrv netz_table_grid_get_shown (NetzTableGrid *self);
void netz_table_grid_set_shown (NetzTableGrid *self, const char *const *names);
gboolean netz_table_grid_is_shown (NetzTableGrid *self, const char *name);
void netz_table_grid_show_column (NetzTableGrid *self, const char *name, gboolean shown);
void netz_table_grid_move_column (NetzTableGrid *self, const char *name, int by);
const char *netz_table_grid_get_column_filter (NetzTableGrid *self, const char *name);
void netz_table_grid_set_column_filter (NetzTableGrid *self, const char *name, const char *wanted);

char *netz_table_grid_get_selected_text (NetzTableGrid *self, gboolean html);
gboolean netz_table_grid_paste (NetzTableGrid *self, const char *text, GError **error);

G_END_DECLS
