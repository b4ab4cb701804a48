/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzViewsDialog: the saved views of a network: to save what is shown as
 * another, to rename, bring up to date and delete those that there are.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

#define NETZ_TYPE_VIEWS_DIALOG (netz_views_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NetzViewsDialog, netz_views_dialog, NETZ, VIEWS_DIALOG, AdwWindow)

NetzViewsDialog *netz_views_dialog_new (NetzWindow *parent);

G_END_DECLS
