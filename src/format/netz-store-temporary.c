/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-store-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Hidden, so that file managers do not flicker; with a suffix that syncing clients leave alone. */
#define PREFIX ".netz-"
#define SUFFIX ".tmp"
#define RANDOM_LENGTH 10
#define NAME_ATTEMPTS 8
#define DAY_SECONDS ((gint64) 24 * 60 * 60)

static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * netz_store_make_temporary_name:
 * @name: (out caller-allocates): a name that hardly anybody has
 */
void
netz_store_make_temporary_name (char name[NETZ_STORE_TEMPORARY_SIZE])
{
  char middle[RANDOM_LENGTH + 1] = { 0 };

  for (guint i = 0; i < RANDOM_LENGTH; i++)
    middle[i] = alphabet[g_random_int_range (0, 32)];
  g_snprintf (name, NETZ_STORE_TEMPORARY_SIZE, PREFIX "%s" SUFFIX, middle);
}

static gboolean
is_temporary_name (const char *name)
{
  gsize length = strlen (PREFIX);

  if (strlen (name) != length + RANDOM_LENGTH + strlen (SUFFIX) || !g_str_has_prefix (name, PREFIX) ||
      !g_str_has_suffix (name, SUFFIX))
    return FALSE;
  return strspn (name + length, alphabet) == RANDOM_LENGTH;
}

/**
 * netz_store_write_all:
 * @job: a save
 * @descriptor: open for writing
 * @bytes: what to write
 *
 * Returns: 0 or an errno; short writes and interruptions are seen to
 */
int
netz_store_write_all (NetzStoreJob *job,
                      int descriptor,
                      GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize done = 0;
  guint empty = 0;

  while (done < size)
    {
      ssize_t count = job->calls->write (descriptor, data + done, size - done);

      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return errno;
      if (count == 0 && ++empty > NAME_ATTEMPTS)
        return EIO;
      done += (gsize) count;
    }
  return 0;
}

/**
 * netz_store_sync:
 * @job: a save
 * @descriptor: a file or folder
 *
 * Returns: 0 or an errno; file systems that know no fsync are tolerated
 */
int
netz_store_sync (NetzStoreJob *job,
                 int descriptor)
{
  int result;

  do
    result = job->calls->fsync (descriptor);
  while (result != 0 && errno == EINTR);
  if (result == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP && errno != ENOTSUP)
    return errno;
  g_info ("This file system cannot confirm that data is on the medium: %s", g_strerror (errno));
  return 0;
}

/* An interrupted close has closed on Linux: never again. */
static int
close_checked (NetzStoreJob *job,
               int descriptor)
{
  return job->calls->close (descriptor) == 0 || errno == EINTR ? 0 : errno;
}

static int
open_temporary (NetzStoreJob *job,
                mode_t mode,
                char name[NETZ_STORE_TEMPORARY_SIZE],
                int *descriptor)
{
  for (guint i = 0; i < NAME_ATTEMPTS; i++)
    {
      netz_store_make_temporary_name (name);
      *descriptor = job->calls->open (job->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
      if (*descriptor >= 0)
        return 0;
      if (errno != EEXIST && errno != EINTR)
        break;
    }
  name[0] = '\0';
  return errno;
}

/**
 * netz_store_compare:
 * @job: a save
 * @name: (type filename): a file in the job's folder
 * @bytes: what should be in it
 *
 * Returns: 0, an errno, or %NETZ_STORE_DIFFERS
 */
int
netz_store_compare (NetzStoreJob *job,
                    const char *name,
                    GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) back = netz_bytes_read_with_calls (job->calls, job->folder, name, name,
                                                        g_bytes_get_size (bytes), NULL, &error);

  if (back == NULL)
    return error->code == NETZ_FORMAT_ERROR_IO ? EIO : NETZ_STORE_DIFFERS;
  return g_bytes_equal (back, bytes) ? 0 : NETZ_STORE_DIFFERS;
}

/**
 * netz_store_remove:
 * @job: a save
 * @name: (type filename): a file in the job's folder, which may be gone already
 */
void
netz_store_remove (NetzStoreJob *job,
                   const char *name)
{
  for (guint i = 0; i < 2; i++)
    if (job->calls->unlinkat (job->folder, name, 0) == 0 || errno == ENOENT)
      return;
}

/* Writes a temporary once. On failure it is gone again. */
static int
write_once (NetzStoreJob *job,
            GBytes *bytes,
            mode_t mode,
            gboolean keep,
            char name[NETZ_STORE_TEMPORARY_SIZE])
{
  int descriptor = -1;
  int number = open_temporary (job, mode, name, &descriptor);
  int closed;
  struct stat status;

  if (number != 0)
    return number;
  number = netz_store_write_all (job, descriptor, bytes);
  if (number == 0 && keep)
    netz_store_keep_attributes (job, descriptor);
  if (number == 0)
    number = netz_store_sync (job, descriptor);
  if (number == 0 && job->calls->fstat (descriptor, &status) == 0)
    job->now = status.st_mtim.tv_sec;
  closed = close_checked (job, descriptor);
  if (number == 0)
    number = closed;
  if (number == 0)
    number = netz_store_compare (job, name, bytes);
  if (number != 0)
    {
      netz_store_remove (job, name);
      name[0] = '\0';
    }
  return number;
}

/* After a medium's error nothing is known about what is written: a second fsync may answer "good"
 * without having written anything. So it is all written anew, under another name, once. */
static int
write_twice (NetzStoreJob *job,
             GBytes *bytes,
             mode_t mode,
             gboolean keep,
             char name[NETZ_STORE_TEMPORARY_SIZE])
{
  int number = write_once (job, bytes, mode, keep, name);

  if (number == EIO || number == NETZ_STORE_DIFFERS)
    number = write_once (job, bytes, mode, keep, name);
  return number;
}

/**
 * netz_store_write_copy:
 * @job: a save
 * @bytes: what to write
 * @mode: of the file
 * @name: (out caller-allocates): the name of the file made
 *
 * Writes and syncs a hidden file beside the target, for a backup.
 *
 * Returns: 0, an errno, or %NETZ_STORE_DIFFERS
 */
int
netz_store_write_copy (NetzStoreJob *job,
                       GBytes *bytes,
                       mode_t mode,
                       char name[NETZ_STORE_TEMPORARY_SIZE])
{
  return write_twice (job, bytes, mode, FALSE, name);
}

static gboolean
verify (NetzStoreJob *job)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *display = NULL;

  if (job->verify == NULL || job->verify (job->content, job->user_data, &error))
    return TRUE;
  job->report->rescued_path = netz_store_rescue (job);
  display = g_filename_display_name (job->report->rescued_path != NULL ? job->report->rescued_path : job->target);
  return netz_store_fail_with (job, NETZ_FORMAT_ERROR_VERIFY,
                               /* TRANSLATORS: a file, then the sentence that says what is wrong. */
                               _("What was written could not be read as a network, so the file on disk was left as it "
                                 "was. This is a fault of the program. The text is in “%s”: %s"),
                               display, error != NULL ? error->message : "");
}

/**
 * netz_store_write_temporary:
 * @job: a save whose target was inspected
 *
 * Writes the new content beside the target, synced, compared and verified. New
 * files get the mode that the user's umask says, others are closed to everybody
 * until they have the rights of the old one.
 *
 * Returns: whether job->temporary is whole
 */
gboolean
netz_store_write_temporary (NetzStoreJob *job)
{
  int number = write_twice (job, job->content, job->exists ? 0600 : 0666, job->exists, job->temporary);

  if (number != 0)
    return netz_store_fail (job, number);
  return verify (job);
}

/**
 * netz_store_drop_temporary:
 * @job: a save
 */
void
netz_store_drop_temporary (NetzStoreJob *job)
{
  if (job->temporary[0] != '\0')
    netz_store_remove (job, job->temporary);
  job->temporary[0] = '\0';
}

/**
 * netz_store_sweep:
 * @job: a save that has been done
 *
 * Removes temporaries of ours that a crash left more than a day ago. Both times are
 * the file system's, so that a server's clock may be wrong.
 */
void
netz_store_sweep (NetzStoreJob *job)
{
  g_auto (GStrv) names = job->calls->list (job->folder);

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      struct stat status;

      if (is_temporary_name (*name) && job->calls->fstatat (job->folder, *name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
          S_ISREG (status.st_mode) && status.st_uid == geteuid () &&
          job->now > MAX (status.st_mtim.tv_sec, status.st_ctim.tv_sec) + DAY_SECONDS)
        netz_store_remove (job, *name);
    }
}
