/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzColumns: two widgets side by side where there is room for both, else one
 * below the other.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NETZ_TYPE_COLUMNS (netz_columns_get_type ())
G_DECLARE_FINAL_TYPE (NetzColumns, netz_columns, NETZ, COLUMNS, GtkWidget)

GtkWidget *netz_columns_new (GtkWidget *first, GtkWidget *second);

G_END_DECLS
