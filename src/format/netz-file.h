/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Networks in files: the one way of loading and saving for the window and for
 * the command line. Nothing is held open; all functions may be called from any
 * thread. Paths are in the encoding of file names; "-" is standard input or
 * output.
 */
#pragma once

#include "format/netz-reader.h"
#include "format/netz-store.h"

G_BEGIN_DECLS

typedef NetzStoreFlags NetzSaveFlags;

NetzSnapshot *netz_file_load (const char *path, NetzFileStamp **stamp, NetzReadReport **report, GError **error);

NetzSnapshot *netz_file_load_full (const char *path,
                                   NetzReadFlags flags,
                                   gsize limit,
                                   GCancellable *cancellable,
                                   NetzReadProgress progress,
                                   gpointer user_data,
                                   NetzFileStamp **stamp,
                                   NetzReadReport **report,
                                   GError **error);

gboolean netz_file_save (const char *path,
                         const NetzSnapshot *snapshot,
                         NetzFileStamp **stamp,
                         NetzSaveFlags flags,
                         char **note,
                         GError **error);

gboolean netz_file_save_full (const char *path,
                              const NetzSnapshot *snapshot,
                              const NetzFileStamp *expected,
                              NetzSaveFlags flags,
                              NetzSaveReport *report,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzFileStamp, g_free)

G_END_DECLS
