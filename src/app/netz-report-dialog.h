/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzReportDialog: makes papers from the network of a window: the paper to a
 * committee, with the form that its author fills, her paragraphs and the
 * sections that she wants, or the network in words. What she enters is kept in
 * the network at once, and can be undone; a page of the paper is shown as it
 * will be.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

#define NETZ_TYPE_REPORT_DIALOG (netz_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NetzReportDialog, netz_report_dialog, NETZ, REPORT_DIALOG, AdwWindow)

NetzReportDialog *netz_report_dialog_new (NetzWindow *parent, gboolean words);

G_END_DECLS
