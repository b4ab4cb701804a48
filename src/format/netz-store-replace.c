/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-store-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>

/* Not an errno of any system: the file at the target is not the one that was looked at. */
#define CHANGED 10002

/* How long a virus scanner or a syncing client may hold a file, in all about one second. */
static const gulong pauses[] = { 100000, 300000, 600000 };

/* How long those who save at the same moment wait for their turn: a second in steps of ten milliseconds. */
#define LOCK_TRIES 100
#define LOCK_PAUSE 10000

static gboolean
is_busy (int number)
{
  return number == EBUSY || number == ETXTBSY || number == EACCES || number == EAGAIN;
}

/* Whether a name in the folder is the file that was looked at, unchanged since. */
static gboolean
is_old_file (NetzStoreJob *job,
             const char *name)
{
  struct stat status;

  if (job->calls->fstatat (job->folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return errno != ENOENT; /* what cannot be told stops nobody */
  return status.st_ino == job->status.st_ino && status.st_size == job->status.st_size &&
         status.st_mtim.tv_sec == job->status.st_mtim.tv_sec && status.st_mtim.tv_nsec == job->status.st_mtim.tv_nsec;
}

static int
rename_in_folder (NetzStoreJob *job,
                  const char *from,
                  const char *to,
                  unsigned int flags)
{
  int result;

  do
    result = job->calls->renameat2 (job->folder, from, job->folder, to, flags);
  while (result != 0 && errno == EINTR);
  return result == 0 ? 0 : errno;
}

/* NAME~, shortened by whole characters where the folder's names would become too long. */
static char *
make_backup_name (NetzStoreJob *job)
{
  gsize length = strlen (job->name);

  if (length > NAME_MAX - 1)
    {
      length = NAME_MAX - 1;
      while (length > 0 && ((guint8) job->name[length] & 0xc0) == 0x80)
        length--;
    }
  return g_strdup_printf ("%.*s~", (int) length, job->name);
}

/* Makes the file with the hidden name the backup. */
static gboolean
adopt_backup (NetzStoreJob *job,
              const char *hidden)
{
  g_autofree char *name = make_backup_name (job);
  int number = rename_in_folder (job, hidden, name, 0);

  /* Where both names are links to one file, rename does nothing and says so to nobody. */
  netz_store_remove (job, hidden);
  if (number != 0)
    {
      netz_store_note (job, _("No backup of the earlier version could be kept."));
      return FALSE;
    }
  g_free (job->report->backup_path);
  job->report->backup_path = g_build_filename (job->folder_path, name, NULL);
  return TRUE;
}

/* Links the old file, or copies it where there are no links. 0 or CHANGED. */
static int
make_backup (NetzStoreJob *job)
{
  char hidden[NETZ_STORE_TEMPORARY_SIZE];
  int number;

  netz_store_make_temporary_name (hidden);
  if (job->calls->linkat (job->folder, job->name, job->folder, hidden, 0) == 0)
    {
      if (!is_old_file (job, hidden) && job->expected != NULL)
        {
          netz_store_remove (job, hidden);
          return CHANGED;
        }
      adopt_backup (job, hidden);
      return 0;
    }
  number = job->old != NULL ? netz_store_write_copy (job, job->old, job->status.st_mode & 0777, hidden) : EACCES;
  if (number == 0)
    adopt_backup (job, hidden);
  else
    netz_store_note (job, _("No backup of the earlier version could be kept."));
  return 0;
}

/* The target has our file and the temporary's name has theirs, which nobody has read. */
static int
undo_exchange (NetzStoreJob *job)
{
  if (rename_in_folder (job, job->temporary, job->name, RENAME_EXCHANGE) == 0)
    return CHANGED;
  adopt_backup (job, job->temporary);
  job->temporary[0] = '\0';
  netz_store_note (job, _("Somebody else saved at the same moment; that version is now the backup."));
  return 0;
}

/* Swaps new and old in one step, so that whatever was at the target at that moment still exists. */
static int
replace_by_exchange (NetzStoreJob *job)
{
  int number = rename_in_folder (job, job->temporary, job->name, RENAME_EXCHANGE);

  if (number != 0)
    return number;
  if (job->expected != NULL && !is_old_file (job, job->temporary))
    return undo_exchange (job);
  if (job->flags & NETZ_STORE_NO_BACKUP)
    netz_store_drop_temporary (job);
  else
    adopt_backup (job, job->temporary);
  job->temporary[0] = '\0';
  return 0;
}

static int
replace_by_rename (NetzStoreJob *job)
{
  int number = job->flags & NETZ_STORE_NO_BACKUP || job->report->backup_path != NULL ? 0 : make_backup (job);

  if (number == 0 && job->expected != NULL && !is_old_file (job, job->name))
    number = CHANGED;
  if (number == 0)
    number = rename_in_folder (job, job->temporary, job->name, 0);
  if (number == 0)
    job->temporary[0] = '\0';
  return number;
}

static int
replace_once (NetzStoreJob *job)
{
  int number = replace_by_exchange (job);

  if (number == 0 || number == CHANGED || is_busy (number))
    return number;
  return replace_by_rename (job);
}

/* A name for a new file, without ever taking the place of one that turned up meanwhile. */
static int
appear_once (NetzStoreJob *job,
             const char *name)
{
  struct stat status;
  int number = rename_in_folder (job, job->temporary, name, RENAME_NOREPLACE);

  if (number != 0 && number != EEXIST && !is_busy (number))
    {
      number = job->calls->linkat (job->folder, job->temporary, job->folder, name, 0) == 0 ? 0 : errno;
      if (number == 0)
        netz_store_drop_temporary (job);
      else if (number != EEXIST)
        number = job->calls->fstatat (job->folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
                     ? EEXIST
                     : rename_in_folder (job, job->temporary, name, 0);
    }
  if (number == 0)
    job->temporary[0] = '\0';
  return number;
}

/* "Köln.netz" -> "Köln (rescued 2).netz", cut by whole characters where it would become too long. */
static char *
make_rescue_name (NetzStoreJob *job,
                  guint count)
{
  const char *suffix = strrchr (job->name, '.');
  gsize length = suffix != NULL && suffix != job->name ? (gsize) (suffix - job->name) : strlen (job->name);
  g_autofree char *end = NULL;

  if (suffix == NULL || suffix == job->name || strlen (suffix) > 16)
    suffix = "";
  /* TRANSLATORS: becomes part of a file's name. */
  end = count == 1 ? g_strdup_printf (" (%s)%s", _("rescued"), suffix)
                   : g_strdup_printf (" (%s %u)%s", _("rescued"), count, suffix);
  if (length + strlen (end) > NAME_MAX)
    {
      length = NAME_MAX - strlen (end);
      while (length > 0 && ((guint8) job->name[length] & 0xc0) == 0x80)
        length--;
    }
  return g_strdup_printf ("%.*s%s", (int) length, job->name, end);
}

/**
 * netz_store_rescue:
 * @job: a save with a whole temporary that cannot take the target's place
 *
 * Gives the temporary a name that a user recognises, or leaves it under its own.
 *
 * Returns: (transfer full): where it is now
 */
char *
netz_store_rescue (NetzStoreJob *job)
{
  g_autofree char *kept = g_strdup (job->temporary);

  for (guint count = 1; count < 100; count++)
    {
      g_autofree char *name = make_rescue_name (job, count);
      int number = appear_once (job, name);

      if (number == 0)
        {
          g_free (kept);
          kept = g_steal_pointer (&name);
        }
      if (number != EEXIST)
        break;
    }
  job->temporary[0] = '\0';
  netz_store_sync (job, job->folder);
  return g_build_filename (job->folder_path, kept, NULL);
}

static gboolean
fail_to_replace (NetzStoreJob *job,
                 int number)
{
  g_autofree char *file = g_filename_display_name (job->target);
  g_autofree char *rescued = NULL;

  if (number == CHANGED)
    return netz_store_fail_changed (job);
  if (number == EEXIST)
    return netz_store_fail_with (job, NETZ_FORMAT_ERROR_EXISTS,
                                 _("Somebody else has made a file “%s” in the meantime."), file);
  if (!is_busy (number))
    return netz_store_fail (job, number);
  job->report->rescued_path = netz_store_rescue (job);
  rescued = g_filename_display_name (job->report->rescued_path);
  return netz_store_fail_with (job, NETZ_FORMAT_ERROR_BUSY,
                               /* TRANSLATORS: two files. */
                               _("“%s” could not be replaced, since another program holds it or its folder forbids it. "
                                 "It is as it was; what you saved is in “%s”."),
                               file, rescued);
}

/**
 * netz_store_fill_stamp:
 * @job: a save whose new content is in place
 *
 * The stamp for the report. Where the file cannot be looked at, its content still counts.
 */
void
netz_store_fill_stamp (NetzStoreJob *job)
{
  struct stat status = { 0 };

  if (job->calls->fstatat (job->folder, job->name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    memset (&status, 0, sizeof status);
  netz_file_stamp_set (&job->report->stamp, &status, job->content);
}

static void
note_other_names (NetzStoreJob *job)
{
  g_autofree char *backup = make_backup_name (job);
  struct stat status;

  if (!job->exists || job->status.st_nlink < 2)
    return;
  /* a save that was interrupted between backup and rename leaves a link of ours */
  if (job->status.st_nlink == 2 && job->calls->fstatat (job->folder, backup, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
      status.st_ino == job->status.st_ino)
    return;
  netz_store_note (job, _("The file had further names (hard links). They still stand for the earlier version."));
}

/*
 * Where three save at one moment, undoing an exchange could take the third one's
 * file away. So those who lock take turns. The lock is a hint only: it is waited
 * for a second at most, and a folder that cannot be locked is written all the same.
 */
static void
wait_for_turn (NetzStoreJob *job)
{
  for (guint i = 0; i < LOCK_TRIES; i++)
    {
      if (flock (job->folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        return;
      job->calls->sleep (LOCK_PAUSE);
    }
}

/**
 * netz_store_put_in_place:
 * @job: a save whose temporary is whole
 *
 * Lets the temporary take the place of the target, keeps the old file as backup,
 * and makes both lasting. Where another program holds the file, tries again three
 * times within a second.
 *
 * Returns: whether the new file is in place and confirmed
 */
gboolean
netz_store_put_in_place (NetzStoreJob *job)
{
  int number = 0;

  note_other_names (job);
  wait_for_turn (job);
  for (guint i = 0; i <= G_N_ELEMENTS (pauses); i++)
    {
      number = job->exists ? replace_once (job) : appear_once (job, job->name);
      if (!is_busy (number) || i == G_N_ELEMENTS (pauses))
        break;
      job->calls->sleep (pauses[i]);
    }
  flock (job->folder, LOCK_UN);
  if (number != 0)
    return fail_to_replace (job, number);

  job->report->outcome = NETZ_STORE_WRITTEN;
  netz_store_fill_stamp (job);
  number = netz_store_sync (job, job->folder);
  if (number != 0)
    {
      g_autofree char *file = g_filename_display_name (job->target);

      return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NOT_CONFIRMED,
                                   _("“%s” has the new version, but its medium reports an error: %s. Save it elsewhere "
                                     "as well."),
                                   file, g_strerror (number));
    }
  netz_store_sweep (job);
  return TRUE;
}
