/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzBackgroundDialog: the picture behind the network: which one, embedded in
 * the file or beside it, how large and how pale. What is changed shows at once.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

#define NETZ_TYPE_BACKGROUND_DIALOG (netz_background_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NetzBackgroundDialog, netz_background_dialog, NETZ, BACKGROUND_DIALOG, AdwWindow)

NetzBackgroundDialog *netz_background_dialog_new (NetzWindow *parent);

G_END_DECLS
