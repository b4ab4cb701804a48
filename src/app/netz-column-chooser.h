/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzColumnChooser: a popover with all columns of a table: which are shown, in
 * what order, and what rows must show in each.
 */
#pragma once

#include "app/netz-table-grid.h"

G_BEGIN_DECLS

#define NETZ_TYPE_COLUMN_CHOOSER (netz_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (NetzColumnChooser, netz_column_chooser, NETZ, COLUMN_CHOOSER, GtkPopover)

GtkWidget *netz_column_chooser_new (NetzTableGrid *view);
void netz_column_chooser_set_view (NetzColumnChooser *self, NetzTableGrid *view);

G_END_DECLS
