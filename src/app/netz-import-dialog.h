/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzImportDialog: brings a table into the network of a window: shows the
 * first rows as they are read and what the columns are taken for, then what
 * would change, and makes one step of the history of it.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

#define NETZ_TYPE_IMPORT_DIALOG (netz_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NetzImportDialog, netz_import_dialog, NETZ, IMPORT_DIALOG, AdwWindow)

NetzImportDialog *netz_import_dialog_new (NetzWindow *parent, const char *path);
gboolean netz_import_dialog_takes (const char *path);

G_END_DECLS
