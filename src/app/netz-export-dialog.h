/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzExportDialog: asks what a picture of the network shall be like, and makes
 * it: PNG, SVG or PDF, with title, date and legend.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

#define NETZ_TYPE_EXPORT_DIALOG (netz_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NetzExportDialog, netz_export_dialog, NETZ, EXPORT_DIALOG, AdwWindow)

NetzExportDialog *netz_export_dialog_new (NetzWindow *parent);

G_END_DECLS
