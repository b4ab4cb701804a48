/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLongGroup: a group of rows of which the first few are shown, and more on
 * request, so that a list of thousands costs no more than what is looked at.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_LONG_GROUP (netz_long_group_get_type ())
G_DECLARE_FINAL_TYPE (NetzLongGroup, netz_long_group, NETZ, LONG_GROUP, AdwBin)

/**
 * NetzLongGroupFunc:
 * @index: which row, from 0
 * @data: data
 *
 * Returns: (transfer floating): the row
 */
typedef GtkWidget *(*NetzLongGroupFunc) (guint index, gpointer data);

GtkWidget *netz_long_group_new (const char *title, const char *description, const char *nothing);
void netz_long_group_set_suffix (NetzLongGroup *self, GtkWidget *suffix);
void netz_long_group_fill (NetzLongGroup *self, guint n, NetzLongGroupFunc func, gpointer data);
GtkWidget *netz_long_group_get_row (NetzLongGroup *self, guint index);

G_END_DECLS
