/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-file.h"

#include "format/netz-verify.h"
#include "format/netz-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

static gboolean
is_standard (const char *path)
{
  return strcmp (path, "-") == 0;
}

/* Says that there is an earlier version, where the file looks damaged. */
static void
add_backup_hint (const char *path,
                 GError **error)
{
  g_autofree char *backup = NULL;
  g_autofree char *display = NULL;
  g_autoptr (GError) original = NULL;

  if (error == NULL || is_standard (path) || !netz_format_error_offers_backup (*error))
    return;
  backup = netz_store_find_backup (path);
  if (backup == NULL)
    return;
  display = g_filename_display_name (backup);
  original = g_steal_pointer (error);
  netz_format_error_set (error, original->code, netz_format_error_get_line (original),
                         netz_format_error_get_column (original),
                         /* TRANSLATORS: what is wrong, as a whole sentence; the name of a file. */
                         _("%s There is an earlier version in “%s”."), netz_format_error_get_text (original), display);
}

static GBytes *
read_bytes (const char *path,
            gsize limit,
            NetzFileStamp *stamp,
            GError **error)
{
  if (is_standard (path))
    return netz_bytes_read_descriptor (STDIN_FILENO, limit, error);
  return netz_bytes_read_file (path, limit, stamp, error); /* the reader has the gate */
}

/**
 * netz_file_load_full:
 * @path: (type filename): a file, or "-"
 * @flags: what is allowed
 * @limit: bytes that the file may have; %NETZ_BYTES_DEFAULT_LIMIT unless the user wants more
 * @cancellable: (nullable): to stop it from another thread
 * @progress: (nullable): told now and then how far it is, in this thread
 * @user_data: for @progress
 * @stamp: (out) (optional) (transfer full): what the file was, for saving it later; to be freed with g_free()
 * @report: (out) (optional) (transfer full): what was noticed
 * @error: return location
 *
 * Reads a network. Where the file is damaged and there is a backup, the message
 * names it. Waits for the disk: call it from a worker thread. O(size of the file).
 *
 * Returns: (transfer full): the records, or %NULL with %NETZ_FORMAT_ERROR or %G_IO_ERROR_CANCELLED
 */
NetzSnapshot *
netz_file_load_full (const char *path,
                     NetzReadFlags flags,
                     gsize limit,
                     GCancellable *cancellable,
                     NetzReadProgress progress,
                     gpointer user_data,
                     NetzFileStamp **stamp,
                     NetzReadReport **report,
                     GError **error)
{
  g_autofree NetzFileStamp *found = g_new0 (NetzFileStamp, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  NetzSnapshot *snapshot = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = read_bytes (path, limit, found, &local);
  if (bytes != NULL)
    snapshot = netz_reader_read_full (bytes, flags, cancellable, progress, user_data, report, &local);
  if (snapshot == NULL)
    {
      add_backup_hint (path, &local);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (stamp != NULL)
    *stamp = g_steal_pointer (&found);
  return snapshot;
}

/**
 * netz_file_load:
 * @path: (type filename): a file, or "-"
 * @stamp: (out) (optional) (transfer full): what the file was, for saving it later; to be freed with g_free()
 * @report: (out) (optional) (transfer full): what was noticed
 * @error: return location
 *
 * Reads a network, see netz_file_load_full().
 *
 * Returns: (transfer full): the records, or %NULL
 */
NetzSnapshot *
netz_file_load (const char *path,
                NetzFileStamp **stamp,
                NetzReadReport **report,
                GError **error)
{
  return netz_file_load_full (path, NETZ_READ_DEFAULT, NETZ_BYTES_DEFAULT_LIMIT, NULL, NULL, NULL, stamp, report,
                              error);
}

static gboolean
write_to_standard_output (GBytes *bytes,
                          GError **error)
{
  gsize size, done = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  while (done < size)
    {
      gssize count = write (STDOUT_FILENO, data + done, size - done);

      if (count < 0 && errno == EINTR)
        continue;
      if (count <= 0)
        {
          netz_format_error_set (error, NETZ_FORMAT_ERROR_IO, 0, 0, _("The standard output could not be written: %s."),
                                 g_strerror (count < 0 ? errno : EIO));
          return FALSE;
        }
      done += (gsize) count;
    }
  return TRUE;
}

static gboolean
on_verify (GBytes *written,
           gpointer user_data,
           GError **error)
{
  return netz_verify (written, user_data, error);
}

/**
 * netz_file_save_full:
 * @path: (type filename): a file, or "-"
 * @snapshot: a network
 * @expected: (nullable): what the file was when it was read or saved last; when it is something else
 *   now, nothing is written. %NULL = replace whatever is there
 * @flags: how
 * @report: (out caller-allocates) (optional): what was done; cleared first
 * @error: return location
 *
 * Writes a network so that the old file or the new one is whole whatever
 * happens, see netz_store_save(). What was written is read back and compared with
 * @snapshot before it takes the place of the old file. Waits for the disk: call
 * it from a worker thread. O(size of the file).
 *
 * Returns: whether the network is on disk for good
 */
gboolean
netz_file_save_full (const char *path,
                     const NetzSnapshot *snapshot,
                     const NetzFileStamp *expected,
                     NetzSaveFlags flags,
                     NetzSaveReport *report,
                     GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (snapshot != NULL, FALSE);

  bytes = netz_writer_write (snapshot);
  if (is_standard (path))
    {
      if (report != NULL)
        netz_save_report_clear (report);
      return netz_verify (bytes, snapshot, error) && write_to_standard_output (bytes, error);
    }
  return netz_store_save (path, bytes, expected, flags, on_verify, (gpointer) snapshot, report, error);
}

static char *
join_notes (GPtrArray *notes)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", (char *) notes->pdata[i]);
  return all->len > 0 ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}

/**
 * netz_file_save:
 * @path: (type filename): a file, or "-"
 * @snapshot: a network
 * @stamp: (inout) (optional): what the file was when it was read or saved last, or %NULL; what it is now,
 *   to be freed with g_free()
 * @flags: how
 * @note: (out) (optional) (nullable): translated sentences about what could not be kept, one a line
 * @error: return location
 *
 * Writes a network, see netz_file_save_full().
 *
 * Returns: whether the network is on disk for good
 */
gboolean
netz_file_save (const char *path,
                const NetzSnapshot *snapshot,
                NetzFileStamp **stamp,
                NetzSaveFlags flags,
                char **note,
                GError **error)
{
  g_auto (NetzSaveReport) report = { 0 };
  gboolean saved = netz_file_save_full (path, snapshot, stamp != NULL ? *stamp : NULL, flags, &report, error);

  if (note != NULL)
    *note = join_notes (report.notes);
  if (stamp != NULL && report.outcome != NETZ_STORE_OLD)
    {
      g_free (*stamp);
      *stamp = g_memdup2 (&report.stamp, sizeof report.stamp);
    }
  return saved;
}
