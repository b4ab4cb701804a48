/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-journal.h"

#include "format/netz-journal-frame.h"
#include "format/netz-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * netz_journal_make_path:
 * @folder: (type filename): where journals are
 * @id: a journal
 * @suffix: of one of its three files
 *
 * Returns: (transfer full) (type filename): the file
 */
char *
netz_journal_make_path (const char *folder,
                        const char *id,
                        const char *suffix)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * netz_journal_make_file_path:
 * @folder: (type filename): where journals are
 * @id: a journal
 * @turn: 0 or 1
 *
 * Returns: (transfer full) (type filename): one of the two files that take turns
 */
char *
netz_journal_make_file_path (const char *folder,
                             const char *id,
                             guint turn)
{
  return netz_journal_make_path (folder, id, turn == 0 ? ".0" : ".1");
}

static gboolean
fail (GError **error,
      int number)
{
  NetzFormatError code = number == ENOSPC || number == EDQUOT ? NETZ_FORMAT_ERROR_NO_SPACE : NETZ_FORMAT_ERROR_IO;

  netz_format_error_set (error, code, 0, 0, _("There is no protection against a crash at the moment: %s."),
                         g_strerror (number));
  return FALSE;
}

static int
write_all (NetzJournal *self,
           int descriptor,
           const guint8 *data,
           gsize size)
{
  while (size > 0)
    {
      ssize_t count = self->calls->write (descriptor, data, size);

      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return errno;
      data += count;
      size -= (gsize) count;
    }
  return 0;
}

static int
sync_file (NetzJournal *self,
           int descriptor)
{
  int result;

  do
    result = self->calls->fsync (descriptor);
  while (result != 0 && errno == EINTR);
  return result == 0 || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP ? 0 : errno;
}

static int
sync_folder (NetzJournal *self)
{
  int descriptor = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int number;

  if (descriptor < 0)
    return errno;
  number = sync_file (self, descriptor);
  close (descriptor);
  return number;
}

static int
write_record (NetzJournal *self,
              int descriptor,
              guint64 generation,
              guint64 number,
              guint32 kind,
              GBytes *payload)
{
  guint8 head[NETZ_JOURNAL_RECORD_HEAD_SIZE];
  gsize size;
  const guint8 *data = g_bytes_get_data (payload, &size);
  int failure;

  netz_journal_frame_write_record_head (head, generation, number, kind, payload);
  failure = write_all (self, descriptor, head, sizeof head);
  return failure != 0 ? failure : write_all (self, descriptor, data, size);
}

static void
close_file (NetzJournal *self)
{
  if (self->file >= 0)
    close (self->file);
  self->file = -1;
}

/**
 * netz_journal_take_lock:
 * @folder: (type filename): where journals are
 * @id: a journal
 * @flags: more flags for open()
 *
 * Opens the lock and takes it, without waiting.
 *
 * Returns: the descriptor that holds it, or -1 and errno (EBUSY = a living process has it)
 */
int
netz_journal_take_lock (const char *folder,
                        const char *id,
                        int flags)
{
  g_autofree char *path = netz_journal_make_path (folder, id, NETZ_JOURNAL_LOCK_SUFFIX);
  int descriptor = open (path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | flags, 0600);
  struct stat held, named;

  if (descriptor < 0)
    return -1;
  if (flock (descriptor, LOCK_EX | LOCK_NB) == 0 && fstat (descriptor, &held) == 0 && stat (path, &named) == 0 &&
      held.st_ino == named.st_ino)
    return descriptor;
  close (descriptor);
  errno = EBUSY;
  return -1;
}

/**
 * netz_journal_create:
 * @folder: (type filename): where journals are
 * @id: (transfer full): a journal
 * @lock: (transfer full): the descriptor that holds its lock
 *
 * Returns: (transfer full): the journal, not started
 */
NetzJournal *
netz_journal_create (const char *folder,
                     char *id,
                     int lock)
{
  NetzJournal *self = g_new0 (NetzJournal, 1);

  self->calls = netz_store_calls_get_default ();
  self->folder = g_strdup (folder);
  self->id = id;
  self->lock = lock;
  self->file = -1;
  return self;
}

/**
 * netz_journal_get_default_folder:
 *
 * Returns: (transfer full) (type filename): where the journals of this user are
 */
char *
netz_journal_get_default_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "netzwerkstatt", "journals", NULL);
}

/**
 * netz_journal_new:
 * @folder: (type filename): where journals are; made if it is missing
 * @error: return location
 *
 * Opens an empty journal for one document of this process. Nothing can be recovered
 * from it before netz_journal_start().
 *
 * Returns: (transfer full): the journal; or %NULL with an error that a user
 *   should see once ("no protection against a crash")
 */
NetzJournal *
netz_journal_new (const char *folder,
                  GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (error, errno);
      return NULL;
    }
  for (;;)
    {
      g_autofree char *id = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
      int lock = netz_journal_take_lock (folder, id, O_CREAT | O_EXCL);

      if (lock >= 0)
        return netz_journal_create (folder, g_steal_pointer (&id), lock);
      if (errno != EEXIST && errno != EBUSY)
        break;
    }
  fail (error, errno);
  return NULL;
}

/**
 * netz_journal_free:
 * @self: (nullable): a journal
 *
 * Closes it. What is in it stays and will be offered for recovery, unless it was
 * discarded.
 */
void
netz_journal_free (NetzJournal *self)
{
  if (self == NULL)
    return;
  close_file (self);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->folder);
  g_free (self->id);
  g_free (self);
}

static int
write_base (NetzJournal *self,
            int descriptor,
            guint64 generation,
            GBytes *base)
{
  guint8 head[NETZ_JOURNAL_HEAD_SIZE];
  int number;

  netz_journal_frame_write_head (head, generation);
  number = write_all (self, descriptor, head, sizeof head);
  if (number == 0)
    number = write_record (self, descriptor, generation, 0, NETZ_JOURNAL_BASE, base);
  return number != 0 ? number : sync_file (self, descriptor);
}

/**
 * netz_journal_start:
 * @self: a journal
 * @base: the state of the document, or where it is to be had, as the caller likes
 * @error: return location
 *
 * Begins anew with @base: in the other file, so that until it is safe all that was
 * there before is still there. To be called first, after each save, when the journal
 * has grown, and to get out of netz_journal_needs_start(). Waits for the disk; O(n).
 *
 * Returns: whether @base is safe; if not, what was in the journal before still is
 */
gboolean
netz_journal_start (NetzJournal *self,
                    GBytes *base,
                    GError **error)
{
  guint turn = 1 - self->turn;
  g_autofree char *path = netz_journal_make_file_path (self->folder, self->id, turn);
  g_autofree char *before = netz_journal_make_file_path (self->folder, self->id, self->turn);
  int descriptor;
  int number;

  g_return_val_if_fail (self->lock >= 0, FALSE);

  unlink (path);
  descriptor = open (path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return fail (error, errno);
  number = write_base (self, descriptor, self->generation + 1, base);
  if (number == 0)
    number = sync_folder (self);
  if (number != 0)
    {
      close (descriptor);
      unlink (path);
      return fail (error, number);
    }

  close_file (self);
  unlink (before);
  self->file = descriptor;
  self->turn = turn;
  self->generation++;
  self->number = 1;
  self->size = NETZ_JOURNAL_HEAD_SIZE + NETZ_JOURNAL_RECORD_HEAD_SIZE + g_bytes_get_size (base);
  self->broken = FALSE;
  return TRUE;
}

/**
 * netz_journal_append:
 * @self: a journal that was started
 * @kind: what the record is, not %NETZ_JOURNAL_BASE
 * @payload: the record
 * @error: return location
 *
 * Adds a record. It survives the end of the process at once, and a power cut after
 * netz_journal_sync(). When it fails, whatever was there before stays good.
 *
 * Returns: whether it was written
 */
gboolean
netz_journal_append (NetzJournal *self,
                     guint32 kind,
                     GBytes *payload,
                     GError **error)
{
  int number;

  g_return_val_if_fail (kind != NETZ_JOURNAL_BASE, FALSE);

  if (self->file < 0 || self->broken)
    return fail (error, EIO);
  number = write_record (self, self->file, self->generation, self->number, kind, payload);
  if (number != 0)
    {
      /* what was half written must not stand before the next record */
      self->broken = self->calls->ftruncate (self->file, (off_t) self->size) != 0;
      return fail (error, number);
    }
  self->number++;
  self->size += NETZ_JOURNAL_RECORD_HEAD_SIZE + g_bytes_get_size (payload);
  return TRUE;
}

/**
 * netz_journal_sync:
 * @self: a journal that was started
 * @error: return location
 *
 * Makes all records so far survive a power cut: to be called within a second or two
 * after an edit. Waits for the disk. After a failure the file is never synced again,
 * and netz_journal_needs_start().
 *
 * Returns: whether they are safe
 */
gboolean
netz_journal_sync (NetzJournal *self,
                   GError **error)
{
  int number = self->file >= 0 && !self->broken ? sync_file (self, self->file) : EIO;

  if (number == 0)
    return TRUE;
  self->broken = TRUE;
  return fail (error, number);
}

/**
 * netz_journal_discard:
 * @self: a journal
 *
 * Removes it from disk: the document was saved and closed, or the user does not
 * want what is in it. Only netz_journal_free() may follow.
 */
void
netz_journal_discard (NetzJournal *self)
{
  g_autofree char *lock = netz_journal_make_path (self->folder, self->id, NETZ_JOURNAL_LOCK_SUFFIX);

  close_file (self);
  for (guint turn = 0; turn < 2; turn++)
    {
      g_autofree char *path = netz_journal_make_file_path (self->folder, self->id, turn);

      unlink (path);
    }
  unlink (lock);
  close (self->lock);
  self->lock = -1;
}

/**
 * netz_journal_get_id:
 * @self: a journal
 *
 * Returns: its name
 */
const char *
netz_journal_get_id (NetzJournal *self)
{
  return self->id;
}

/**
 * netz_journal_get_size:
 * @self: a journal
 *
 * Returns: bytes on disk; when they are many more than the document has, it is time
 *   for netz_journal_start()
 */
guint64
netz_journal_get_size (NetzJournal *self)
{
  return self->size;
}

/**
 * netz_journal_needs_start:
 * @self: a journal
 *
 * Returns: whether nothing can be appended before netz_journal_start(): it is new, was
 *   claimed, or its medium has failed
 */
gboolean
netz_journal_needs_start (NetzJournal *self)
{
  return self->file < 0 || self->broken;
}
