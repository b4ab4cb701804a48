/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/netz-bytes.h"

G_BEGIN_DECLS

/*
 * The store puts a document on disk so that, whatever call fails and wherever
 * the power goes, the old file or the new one is there whole; the return value
 * and the message say which. It holds no state, keeps no descriptor open, and may
 * be called from any thread. Paths are in the encoding of file names.
 *
 * How: an own temporary in the same folder, written, synced, closed, read back
 * and compared; the old file linked as `NAME~`; one rename; the folder synced.
 */

/**
 * NetzStoreFlags:
 * @NETZ_STORE_DEFAULT: nothing is written when the file has these bytes already
 * @NETZ_STORE_FORCE: write even then
 * @NETZ_STORE_NEW: the file must not exist yet, else %NETZ_FORMAT_ERROR_EXISTS
 * @NETZ_STORE_NO_BACKUP: leave no `NAME~` (exports)
 * @NETZ_STORE_IN_PLACE: overwrite the file itself, with a backup in the user's state
 *   folder: only after the user agreed to it (%NETZ_FORMAT_ERROR_FOLDER_NOT_WRITABLE)
 */
typedef enum
{
  NETZ_STORE_DEFAULT = 0,
  NETZ_STORE_FORCE = 1 << 0,
  NETZ_STORE_NEW = 1 << 1,
  NETZ_STORE_NO_BACKUP = 1 << 2,
  NETZ_STORE_IN_PLACE = 1 << 3,
} NetzStoreFlags;

/**
 * NetzStoreOutcome:
 * @NETZ_STORE_OLD: the file on disk is what it was before
 * @NETZ_STORE_SAME: the same, since it had the wanted bytes already
 * @NETZ_STORE_WRITTEN: the file on disk is the new one
 */
typedef enum
{
  NETZ_STORE_OLD,
  NETZ_STORE_SAME,
  NETZ_STORE_WRITTEN,
} NetzStoreOutcome;

/**
 * NetzSaveReport:
 * @outcome: what is on disk now
 * @stamp: of the file on disk; the `expected` of the next save. Filled unless @outcome is %NETZ_STORE_OLD
 * @path: (nullable): the file that was meant after following links
 * @backup_path: (nullable): where the earlier version is
 * @rescued_path: (nullable): after an error, where the whole new content was left
 * @notes: (nullable) (element-type utf8): translated sentences about what could not be kept
 *
 * What a save did. Set to zero before (`NetzSaveReport report = { 0 }`, or
 * g_auto (NetzSaveReport)), cleared with netz_save_report_clear().
 */
typedef struct
{
  NetzStoreOutcome outcome;
  NetzFileStamp stamp;
  char *path;
  char *backup_path;
  char *rescued_path;
  GPtrArray *notes;
} NetzSaveReport;

void netz_save_report_clear (NetzSaveReport *report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NetzSaveReport, netz_save_report_clear)

/**
 * NetzStoreVerify:
 * @written: the bytes as they were read back from disk
 * @user_data: as given to netz_store_save()
 * @error: why they are no good
 *
 * Reads what was written before it takes the place of the old file.
 *
 * Returns: whether @written is the document that was meant
 */
typedef gboolean (*NetzStoreVerify) (GBytes *written, gpointer user_data, GError **error);

gboolean netz_store_save (const char *path,
                          GBytes *content,
                          const NetzFileStamp *expected,
                          NetzStoreFlags flags,
                          NetzStoreVerify verify,
                          gpointer user_data,
                          NetzSaveReport *report,
                          GError **error);

GBytes *netz_store_load (const char *path, gsize limit, NetzFileStamp *stamp, GError **error);

/**
 * NetzStoreState:
 * @NETZ_STORE_UNCHANGED: the content is what @stamp says
 * @NETZ_STORE_CHANGED: somebody wrote other bytes
 * @NETZ_STORE_GONE: there is no file any more
 * @NETZ_STORE_UNREADABLE: it cannot be told now (share away, no permission, being written)
 */
typedef enum
{
  NETZ_STORE_UNCHANGED,
  NETZ_STORE_CHANGED,
  NETZ_STORE_GONE,
  NETZ_STORE_UNREADABLE,
} NetzStoreState;

NetzStoreState netz_store_look (const char *path, const NetzFileStamp *stamp, gboolean thorough);

char *netz_store_find_backup (const char *path);

G_END_DECLS
