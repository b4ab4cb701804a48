/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzDegreePicture: how many institutions have how many partners, as columns.
 * The same in words is its accessible description.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NETZ_TYPE_DEGREE_PICTURE (netz_degree_picture_get_type ())
G_DECLARE_FINAL_TYPE (NetzDegreePicture, netz_degree_picture, NETZ, DEGREE_PICTURE, GtkWidget)

GtkWidget *netz_degree_picture_new (void);
void netz_degree_picture_set_counts (NetzDegreePicture *self, const guint *counts, guint n_counts);

G_END_DECLS
