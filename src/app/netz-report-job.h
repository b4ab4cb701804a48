/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzReportJob: a paper that is made in a thread: a picture of one of its
 * pages, or the whole of it in a file. It takes from the session what it needs
 * when it is made, and knows nothing of it after that.
 */
#pragma once

#include "app/netz-session.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef struct _NetzReportJob NetzReportJob;

NetzReportJob *netz_report_job_new (NetzSession *session, const char *paper, const char *language);
void netz_report_job_free (NetzReportJob *self);

void netz_report_job_show_page (NetzReportJob *self,
                                guint page,
                                double scale,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
GdkTexture *netz_report_job_show_page_finish (GAsyncResult *result, guint *page, guint *n_pages, GError **error);

void netz_report_job_save (NetzReportJob *self,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);
char *netz_report_job_save_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzReportJob, netz_report_job_free)

G_END_DECLS
