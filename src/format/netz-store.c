/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-store.h"

#include "format/netz-store-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_job (NetzStoreJob *job)
{
  if (job->folder >= 0)
    {
      netz_store_drop_temporary (job);
      job->calls->close (job->folder);
    }
  g_clear_pointer (&job->old, g_bytes_unref);
  g_free (job->target);
  g_free (job->folder_path);
  g_free (job->name);
}

static gboolean
run_job (NetzStoreJob *job,
         const char *path)
{
  if (!netz_store_find_target (job, path) || !netz_store_open_folder (job) || !netz_store_inspect_target (job))
    return FALSE;
  if (job->report->outcome == NETZ_STORE_SAME)
    return TRUE;
  if (job->exists && (job->flags & NETZ_STORE_IN_PLACE))
    return netz_store_overwrite (job);
  return netz_store_write_temporary (job) && netz_store_put_in_place (job);
}

/**
 * netz_save_report_clear:
 * @self: a report
 *
 * Frees what is in @self, not @self.
 */
void
netz_save_report_clear (NetzSaveReport *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->backup_path, g_free);
  g_clear_pointer (&self->rescued_path, g_free);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  memset (self, 0, sizeof *self);
}

/**
 * netz_store_save_with_calls:
 * @calls: how to reach the disk
 * @path: see netz_store_save(), as all that follows
 * @content: what to save
 * @expected: (nullable): what is expected on disk
 * @flags: how
 * @verify: (nullable): looks at what was written
 * @user_data: for @verify
 * @report: (nullable): what was done
 * @error: return location
 *
 * netz_store_save() on other system calls.
 *
 * Returns: whether @content is on disk
 */
gboolean
netz_store_save_with_calls (const NetzStoreCalls *calls,
                            const char *path,
                            GBytes *content,
                            const NetzFileStamp *expected,
                            NetzStoreFlags flags,
                            NetzStoreVerify verify,
                            gpointer user_data,
                            NetzSaveReport *report,
                            GError **error)
{
  g_auto (NetzSaveReport) own_report = { 0 };
  NetzStoreJob job = {
    .calls = calls,
    .content = content,
    .expected = expected,
    .flags = flags,
    .verify = verify,
    .user_data = user_data,
    .report = report != NULL ? report : &own_report,
    .error = error,
    .folder = -1,
  };
  gboolean saved;

  netz_save_report_clear (job.report);
  saved = run_job (&job, path);
  clear_job (&job);
  return saved;
}

/**
 * netz_store_save:
 * @path: (type filename): the file; links are followed
 * @content: all its bytes
 * @expected: (nullable): what the file was when it was read or saved last; when it is
 *   something else now, nothing is written. %NULL = replace whatever is there
 * @flags: how
 * @verify: (nullable) (scope call): looks at what was written before it counts
 * @user_data: for @verify
 * @report: (out caller-allocates) (optional): what was done; cleared first
 * @error: return location
 *
 * Replaces a file durably, or leaves the old one as it is. Waits for the disk (and
 * up to a second for a program that holds the file): call it from a worker thread.
 * O(n) in the old and the new size.
 *
 * On an error the old file is whole, but for %NETZ_FORMAT_ERROR_NOT_CONFIRMED (the new one
 * is there) and %NETZ_FORMAT_ERROR_TORN; report->outcome says the same.
 *
 * Returns: whether @content is on disk for good, else a %NETZ_FORMAT_ERROR; see
 *   netz_format_error_offers_save_as()
 */
gboolean
netz_store_save (const char *path,
                 GBytes *content,
                 const NetzFileStamp *expected,
                 NetzStoreFlags flags,
                 NetzStoreVerify verify,
                 gpointer user_data,
                 NetzSaveReport *report,
                 GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  return netz_store_save_with_calls (netz_store_calls_get_default (), path, content, expected, flags, verify, user_data,
                                     report, error);
}

/**
 * netz_store_load:
 * @path: (type filename): a file
 * @limit: bytes that it may have
 * @stamp: (out caller-allocates) (optional): what it was, for the next save
 * @error: return location
 *
 * Reads a file and lets it pass the gate of netz_bytes_check_xml(). The stamp is of
 * the bytes on disk, also where they were converted.
 *
 * Returns: (transfer full): text for the parser, or %NULL with %NETZ_FORMAT_ERROR
 */
GBytes *
netz_store_load (const char *path,
                 gsize limit,
                 NetzFileStamp *stamp,
                 GError **error)
{
  g_autoptr (GBytes) bytes = netz_bytes_read_file (path, limit, stamp, error);

  return bytes != NULL ? netz_bytes_check_xml (bytes, error) : NULL;
}

static gboolean
same_hints (const struct stat *status,
            const NetzFileStamp *stamp)
{
  return (guint64) status->st_dev == stamp->device && (guint64) status->st_ino == stamp->inode &&
         (guint64) status->st_size == stamp->size &&
         (gint64) status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec == stamp->mtime &&
         (gint64) status->st_ctim.tv_sec * 1000000000 + status->st_ctim.tv_nsec == stamp->ctime;
}

/**
 * netz_store_look:
 * @path: (type filename): a file
 * @stamp: what it was
 * @thorough: read it in any case, also when size, place and times are as they were
 *
 * Whether a file is still what it was. Change notices do not arrive on shares, so
 * this is asked every few seconds, and always before saving. O(1) while nothing
 * happens to the file, else O(n); waits for the disk.
 *
 * Returns: what is there now
 */
NetzStoreState
netz_store_look (const char *path,
                 const NetzFileStamp *stamp,
                 gboolean thorough)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  NetzFileStamp now;
  struct stat status;

  g_return_val_if_fail (path != NULL && stamp != NULL, NETZ_STORE_UNREADABLE);

  if (!thorough && stat (path, &status) == 0 && S_ISREG (status.st_mode) && same_hints (&status, stamp))
    return NETZ_STORE_UNCHANGED;
  bytes = netz_bytes_read_file (path, G_MAXSSIZE - 1, &now, &error);
  if (bytes != NULL)
    return netz_file_stamp_same_content (&now, stamp) ? NETZ_STORE_UNCHANGED : NETZ_STORE_CHANGED;
  return error->code == NETZ_FORMAT_ERROR_NOT_FOUND ? NETZ_STORE_GONE : NETZ_STORE_UNREADABLE;
}

/**
 * netz_store_find_backup:
 * @path: (type filename): a file, which need not exist
 *
 * Returns: (transfer full) (nullable): the path of its `~` file, if there is one that is not empty
 */
char *
netz_store_find_backup (const char *path)
{
  g_autofree char *backup = g_strconcat (path, "~", NULL);
  struct stat status;

  if (stat (backup, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size == 0)
    return NULL;
  return g_steal_pointer (&backup);
}
