/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Choosing files: the only place that knows which chooser the toolkit has.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NetzFileFunc:
 * @file: (nullable): what was chosen; %NULL: nothing
 * @data: data
 */
typedef void (*NetzFileFunc) (GFile *file, gpointer data);

/**
 * NetzFilesFunc:
 * @files: (element-type GFile): what was chosen, perhaps nothing
 * @data: data
 */
typedef void (*NetzFilesFunc) (GListModel *files, gpointer data);

void netz_file_dialogs_open_networks (GtkWindow *parent, NetzFilesFunc func, gpointer data);
void netz_file_dialogs_open_table (GtkWindow *parent, NetzFileFunc func, gpointer data);
void netz_file_dialogs_open_picture (GtkWindow *parent, NetzFileFunc func, gpointer data);
void netz_file_dialogs_save_network (GtkWindow *parent,
                                     const char *name,
                                     const char *beside,
                                     NetzFileFunc func,
                                     gpointer data);
void netz_file_dialogs_save_picture (GtkWindow *parent,
                                     const char *name,
                                     const char *beside,
                                     NetzFileFunc func,
                                     gpointer data);
void netz_file_dialogs_save_table (GtkWindow *parent,
                                   const char *name,
                                   const char *beside,
                                   NetzFileFunc func,
                                   gpointer data);
void netz_file_dialogs_save_document (GtkWindow *parent,
                                      const char *name,
                                      const char *beside,
                                      NetzFileFunc func,
                                      gpointer data);
void netz_file_dialogs_open_network (GtkWindow *parent, const char *beside, NetzFileFunc func, gpointer data);
char *netz_file_dialogs_suggest_name (const char *title, const char *suffix);

G_END_DECLS
