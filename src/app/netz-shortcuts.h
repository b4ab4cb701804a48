/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window that shows all keys: those of the actions, from their table, and
 * those that the canvas takes itself.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *netz_shortcuts_new (void);
char *netz_shortcuts_print (void);

G_END_DECLS
