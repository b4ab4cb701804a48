/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-store-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Long names are cut: the hash keeps them apart. */
#define NAME_PART 100

/* In the user's state folder: the place of the file in its name, so that two files of one name do
 * not share a backup. */
static char *
make_backup_path (NetzStoreJob *job)
{
  g_autofree char *canonical = g_canonicalize_filename (job->target, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *name = g_strdup_printf ("%.12s-%.*s~", hash, NAME_PART, job->name);

  return g_build_filename (g_get_user_state_dir (), "netzwerkstatt", "backups", name, NULL);
}

static gboolean
save_backup (NetzStoreJob *job)
{
  g_autofree char *path = make_backup_path (job);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *display = g_filename_display_name (folder);
  g_autoptr (GError) error = NULL;
  g_auto (NetzSaveReport) report = { 0 };

  g_mkdir_with_parents (folder, 0700);
  if (job->old == NULL || !netz_store_save_with_calls (job->calls, path, job->old, NULL,
                                                       NETZ_STORE_FORCE | NETZ_STORE_NO_BACKUP, NULL, NULL, &report,
                                                       &error))
    return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NOT_ALLOWED,
                                 _("The file was not overwritten, since no backup of it could be made in “%s”."),
                                 display);
  job->report->backup_path = g_steal_pointer (&path);
  return TRUE;
}

static int
open_for_writing (NetzStoreJob *job,
                  int *descriptor)
{
  do
    *descriptor = job->calls->open (job->folder, job->name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
  while (*descriptor < 0 && errno == EINTR);
  return *descriptor >= 0 ? 0 : errno;
}

/* Asks for the room before the first old byte is lost. */
static int
reserve (NetzStoreJob *job,
         int descriptor,
         gsize size)
{
  if (size == 0 || job->calls->fallocate (descriptor, 0x01 /* FALLOC_FL_KEEP_SIZE */, 0, (off_t) size) == 0)
    return 0;
  return errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? errno : 0;
}

static int
write_over (NetzStoreJob *job,
            GBytes *bytes,
            gboolean *touched)
{
  int descriptor;
  int number = open_for_writing (job, &descriptor);

  if (number != 0)
    return number;
  number = reserve (job, descriptor, g_bytes_get_size (bytes));
  if (number == 0)
    {
      *touched = TRUE;
      number = netz_store_write_all (job, descriptor, bytes);
    }
  if (number == 0 && job->calls->ftruncate (descriptor, (off_t) g_bytes_get_size (bytes)) != 0)
    number = errno;
  if (number == 0)
    number = netz_store_sync (job, descriptor);
  if (job->calls->close (descriptor) != 0 && number == 0 && errno != EINTR)
    number = errno;
  if (number == 0)
    number = netz_store_compare (job, job->name, bytes);
  return number;
}

static gboolean
go_back (NetzStoreJob *job,
         int number)
{
  gboolean touched;
  g_autofree char *file = NULL;
  g_autofree char *backup = NULL;

  if (write_over (job, job->old, &touched) == 0)
    return netz_store_fail (job, number);
  file = g_filename_display_name (job->target);
  backup = g_filename_display_name (job->report->backup_path);
  job->report->outcome = NETZ_STORE_WRITTEN;
  memset (&job->report->stamp, 0, sizeof job->report->stamp);
  return netz_store_fail_with (job, NETZ_FORMAT_ERROR_TORN,
                               /* TRANSLATORS: a file, a reason, another file. */
                               _("Overwriting “%s” failed half-way: %s. The file is damaged; its earlier version is "
                                 "whole in “%s”. Save yours elsewhere."),
                               file, g_strerror (number == NETZ_STORE_DIFFERS ? EIO : number), backup);
}

/**
 * netz_store_overwrite:
 * @job: a save whose target was inspected and exists
 *
 * The way for a file that may be written in a folder that may not: writes into the
 * file itself after a whole backup in the user's state folder. When that fails, the
 * old bytes are written back.
 *
 * Returns: whether the file has the new content
 */
gboolean
netz_store_overwrite (NetzStoreJob *job)
{
  gboolean touched = FALSE;
  int number;

  if (!save_backup (job))
    return FALSE;
  number = write_over (job, job->content, &touched);
  if (number != 0)
    return touched ? go_back (job, number) : netz_store_fail (job, number);
  job->report->outcome = NETZ_STORE_WRITTEN;
  netz_store_fill_stamp (job);
  return TRUE;
}
