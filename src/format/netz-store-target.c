/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-store-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

/* As many as the kernel follows. */
#define MAX_LINKS 40

static void
take_target (NetzStoreJob *job,
             char *target)
{
  g_free (job->target);
  g_free (job->folder_path);
  g_free (job->name);
  job->target = target;
  job->folder_path = g_path_get_dirname (target);
  job->name = g_path_get_basename (target);
}

/* The target of the link job->target, or NULL when it is none. */
static char *
read_link (NetzStoreJob *job)
{
  char buffer[PATH_MAX];
  ssize_t length = job->calls->readlinkat (AT_FDCWD, job->target, buffer, sizeof buffer);
  g_autofree char *link = NULL;

  if (length <= 0 || (gsize) length == sizeof buffer)
    return NULL;
  link = g_strndup (buffer, (gsize) length);
  if (g_path_is_absolute (link))
    return g_steal_pointer (&link);
  return g_build_filename (job->folder_path, link, NULL);
}

/**
 * netz_store_find_target:
 * @job: a save
 * @path: (type filename): what the user named
 *
 * Follows links, also one that leads to a file that is still to be made: replacing
 * the link itself would part it from the file it stands for.
 *
 * Returns: whether there is an end to the links
 */
gboolean
netz_store_find_target (NetzStoreJob *job,
                        const char *path)
{
  take_target (job, g_strdup (path));
  if (path[0] == '\0' || g_str_has_suffix (path, "/"))
    return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NOT_REGULAR, _("A file needs a name."));
  for (guint i = 0; i <= MAX_LINKS; i++)
    {
      char *next = read_link (job);

      if (next == NULL)
        {
          job->report->path = g_strdup (job->target);
          return TRUE;
        }
      take_target (job, next);
    }
  return netz_store_fail (job, ELOOP);
}

/**
 * netz_store_open_folder:
 * @job: a save whose target is known
 *
 * Returns: whether the folder of the target is open now
 */
gboolean
netz_store_open_folder (NetzStoreJob *job)
{
  g_autofree char *display = NULL;

  do
    job->folder = job->calls->open (AT_FDCWD, job->folder_path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  while (job->folder < 0 && errno == EINTR);
  if (job->folder >= 0)
    return TRUE;
  if (errno != EACCES && errno != EPERM)
    return netz_store_fail (job, errno);
  display = g_filename_display_name (job->folder_path);
  return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NOT_ALLOWED, _("You may not write in “%s”."), display);
}

static gboolean
fail_missing (NetzStoreJob *job)
{
  g_autofree char *display = g_filename_display_name (job->target);

  return netz_store_fail_with (job, NETZ_FORMAT_ERROR_GONE,
                               _("“%s” is no longer there: it was deleted or renamed. "
                                 "Save it here again, or elsewhere."),
                               display);
}

static gboolean
check_kind (NetzStoreJob *job)
{
  g_autofree char *display = g_filename_display_name (job->target);

  if (S_ISREG (job->status.st_mode))
    return TRUE;
  job->exists = TRUE;
  if (S_ISDIR (job->status.st_mode))
    return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NOT_REGULAR, _("“%s” is a folder."), display);
  return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NOT_REGULAR,
                               _("“%s” is not a file but a device, a pipe or a socket."), display);
}

static gboolean
check_writable (NetzStoreJob *job)
{
  g_autofree char *display = NULL;

  if (job->calls->faccessat (job->folder, job->name, W_OK, AT_EACCESS) == 0)
    return TRUE;
  if (errno != EACCES && errno != EPERM && errno != EROFS && errno != ETXTBSY)
    return TRUE; /* cannot be told; writing will say */
  if (errno == EROFS)
    return netz_store_fail (job, EROFS);
  display = g_filename_display_name (job->target);
  return netz_store_fail_with (job, NETZ_FORMAT_ERROR_READ_ONLY, _("“%s” is write-protected."), display);
}

/* Where nobody asks what is in the old file, it need not be readable or at rest. */
static gboolean
may_stay_unread (NetzStoreJob *job,
                 const GError *error)
{
  return job->expected == NULL &&
         (error->code == NETZ_FORMAT_ERROR_NOT_ALLOWED || error->code == NETZ_FORMAT_ERROR_CHANGING);
}

static gboolean
read_old (NetzStoreJob *job)
{
  g_autoptr (GError) error = NULL;
  NetzFileStamp stamp;

  job->old = netz_bytes_read_with_calls (job->calls, job->folder, job->name, job->target, G_MAXSSIZE - 1, &stamp,
                                         &error);
  if (job->old == NULL && !may_stay_unread (job, error))
    {
      g_propagate_error (job->error, g_steal_pointer (&error));
      return FALSE;
    }
  if (job->old == NULL)
    return TRUE;
  if (g_bytes_equal (job->old, job->content) && !(job->flags & NETZ_STORE_FORCE))
    {
      job->report->outcome = NETZ_STORE_SAME;
      job->report->stamp = stamp;
      return TRUE;
    }
  if (job->expected != NULL && !netz_file_stamp_same_content (&stamp, job->expected))
    return netz_store_fail_changed (job);
  return TRUE;
}

/**
 * netz_store_inspect_target:
 * @job: a save whose folder is open
 *
 * Looks at the file that will be replaced: its kind, whether it may be written,
 * whether it is still the one that was opened, and whether it has the wanted bytes
 * already (then the outcome is %NETZ_STORE_SAME).
 *
 * Returns: whether the save may go on
 */
gboolean
netz_store_inspect_target (NetzStoreJob *job)
{
  if (job->calls->fstatat (job->folder, job->name, &job->status, AT_SYMLINK_NOFOLLOW) != 0)
    {
      if (errno != ENOENT)
        return netz_store_fail (job, errno);
      return job->expected == NULL || fail_missing (job);
    }
  if (!check_kind (job))
    return FALSE;
  job->exists = TRUE;
  if (job->flags & NETZ_STORE_NEW)
    {
      g_autofree char *display = g_filename_display_name (job->target);

      return netz_store_fail_with (job, NETZ_FORMAT_ERROR_EXISTS, _("There is a file “%s” already."), display);
    }
  if (!read_old (job))
    return FALSE;
  return job->report->outcome == NETZ_STORE_SAME || check_writable (job);
}
