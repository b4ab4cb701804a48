/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A session and its file: loading, saving, reloading, looking whether the file
 * changed. The work is done in threads on snapshots; the main loop never waits.
 */
#pragma once

#include "app/netz-session.h"

G_BEGIN_DECLS

void netz_session_load_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
NetzSession *netz_session_load_finish (GAsyncResult *result, GError **error);

void netz_session_save_async (NetzSession *self,
                              const char *path,
                              NetzSaveFlags flags,
                              GAsyncReadyCallback callback,
                              gpointer data);
gboolean netz_session_save_finish (NetzSession *self, GAsyncResult *result, char **note, GError **error);

void netz_session_reload_async (NetzSession *self, GAsyncReadyCallback callback, gpointer data);
gboolean netz_session_reload_finish (NetzSession *self, GAsyncResult *result, GError **error);

void netz_session_keep_ours_async (NetzSession *self, GAsyncReadyCallback callback, gpointer data);
gboolean netz_session_keep_ours_finish (NetzSession *self, GAsyncResult *result, GError **error);

void netz_session_look_at_disk (NetzSession *self);
void netz_session_watch_disk (NetzSession *self);

G_END_DECLS
