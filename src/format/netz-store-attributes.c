/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-store-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* More than any file system of ours keeps. */
#define MAX_LIST 65536
#define MAX_VALUE 65536

static gboolean
copy_attribute (NetzStoreJob *job,
                int from,
                int to,
                const char *name)
{
  g_autofree char *value = g_malloc (MAX_VALUE);
  ssize_t size = job->calls->fgetxattr (from, name, value, MAX_VALUE);

  if (size < 0)
    return errno == ENODATA;
  return job->calls->fsetxattr (to, name, value, (size_t) size, 0) == 0;
}

/* Access lists and what else is kept beside a file. Security labels are the system's own affair. */
static gboolean
copy_attributes (NetzStoreJob *job,
                 int from,
                 int to)
{
  g_autofree char *list = g_malloc (MAX_LIST);
  ssize_t size = job->calls->flistxattr (from, list, MAX_LIST);
  gboolean all = TRUE;

  if (size < 0)
    return errno == ENOTSUP || errno == ENOSYS;
  for (ssize_t at = 0; at < size; at += (ssize_t) strlen (list + at) + 1)
    if (!g_str_has_prefix (list + at, "security.") && !copy_attribute (job, from, to, list + at))
      all = FALSE;
  return all;
}

/* Gives owner and group of the old file to the new one, and its mode. Rights of a group that could
 * not be kept must not fall to another group. */
static void
keep_owner_and_mode (NetzStoreJob *job,
                     int descriptor,
                     const struct stat *status)
{
  mode_t mode = job->status.st_mode & 07777;

  if (status->st_gid != job->status.st_gid && job->calls->fchown (descriptor, (uid_t) -1, job->status.st_gid) != 0)
    {
      netz_store_note (job, _("The group of the file could not be kept."));
      mode = (mode & ~(mode_t) 02070) | ((mode & 07) << 3);
    }
  if (status->st_uid != job->status.st_uid && job->calls->fchown (descriptor, job->status.st_uid, (gid_t) -1) != 0)
    {
      netz_store_note (job, _("The file belonged to somebody else; now it belongs to you."));
      mode &= ~(mode_t) 04000;
    }
  if (job->calls->fchmod (descriptor, mode) != 0)
    netz_store_note (job, _("The access rights of the file could not be kept."));
}

/**
 * netz_store_keep_attributes:
 * @job: a save whose target exists
 * @descriptor: the temporary, open for writing
 *
 * Gives the temporary owner, group, mode, access lists and extended attributes of
 * the old file as far as the system lets us, and notes what it does not.
 */
void
netz_store_keep_attributes (NetzStoreJob *job,
                            int descriptor)
{
  struct stat status;
  int old;

  if (job->calls->fstat (descriptor, &status) != 0)
    {
      netz_store_note (job, _("The access rights of the file could not be kept."));
      return;
    }
  old = job->calls->open (job->folder, job->name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW, 0);
  if (old < 0 || !copy_attributes (job, old, descriptor))
    netz_store_note (job, _("Extended attributes or access lists of the file could not be kept."));
  if (old >= 0)
    job->calls->close (old);
  keep_owner_and_mode (job, descriptor, &status);
}
