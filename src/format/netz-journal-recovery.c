/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-journal.h"

#include "format/netz-journal-frame.h"
#include "format/netz-journal-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ID_LENGTH 16
#define DAY_SECONDS ((gint64) 24 * 60 * 60)

/* Recovery reads a journal at once; edits of a day stay far below. */
#define MAX_SIZE ((gsize) 1024 * 1024 * 1024)

/* The file that counts: the newest with a whole base. */
static GBytes *
read_newest (const char *folder,
             const char *id,
             guint *turn,
             guint64 *generation,
             NetzFileStamp *stamp)
{
  GBytes *newest = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = netz_journal_make_file_path (folder, id, i);
      NetzFileStamp file_stamp;
      g_autoptr (GBytes) file = netz_bytes_read_file (path, MAX_SIZE, &file_stamp, NULL);
      g_autoptr (GBytes) base = NULL;
      gsize at = NETZ_JOURNAL_HEAD_SIZE;
      guint64 file_generation;
      guint32 kind;

      if (file == NULL || !netz_journal_frame_read_head (file, &file_generation))
        continue;
      base = netz_journal_frame_read_record (file, &at, file_generation, 0, &kind);
      if (base == NULL || kind != NETZ_JOURNAL_BASE || (newest != NULL && file_generation <= *generation))
        continue;
      g_clear_pointer (&newest, g_bytes_unref);
      newest = g_steal_pointer (&file);
      *generation = file_generation;
      *turn = i;
      *stamp = file_stamp;
    }
  return newest;
}

/**
 * netz_journal_found_free:
 * @self: (nullable): a found journal
 */
void
netz_journal_found_free (NetzJournalFound *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_bytes_unref (self->base);
  g_free (self);
}

static NetzJournalFound *
look_at (const char *folder,
         const char *id)
{
  NetzJournalFound *found;
  NetzFileStamp stamp;
  g_autoptr (GBytes) file = NULL;
  gsize at = NETZ_JOURNAL_HEAD_SIZE;
  guint64 generation;
  guint32 kind;
  guint turn;

  file = read_newest (folder, id, &turn, &generation, &stamp);
  if (file == NULL)
    return NULL;
  found = g_new0 (NetzJournalFound, 1);
  found->id = g_strdup (id);
  found->changed = stamp.mtime / 1000000000;
  found->base = netz_journal_frame_read_record (file, &at, generation, 0, &kind);
  return found;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const NetzJournalFound *first = *(NetzJournalFound *const *) a;
  const NetzJournalFound *second = *(NetzJournalFound *const *) b;

  if (first->changed != second->changed)
    return first->changed > second->changed ? -1 : 1;
  return strcmp (first->id, second->id);
}

/* A crash before the first base leaves a lock that nobody needs. */
static void
remove_if_stale (const char *folder,
                 const char *id)
{
  g_autofree char *path = netz_journal_make_path (folder, id, NETZ_JOURNAL_LOCK_SUFFIX);
  struct stat status;

  if (stat (path, &status) == 0 && g_get_real_time () / G_USEC_PER_SEC > status.st_mtim.tv_sec + DAY_SECONDS)
    unlink (path);
}

/**
 * netz_journal_list:
 * @folder: (type filename): where journals are; need not exist
 *
 * Finds what can be recovered: journals with a whole base whose process has ended.
 * O(n) in the bytes of the journals.
 *
 * Returns: (transfer full) (element-type NetzJournalFound): the found, latest first
 */
GPtrArray *
netz_journal_list (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) netz_journal_found_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = NULL;
      NetzJournalFound *found;
      int lock;

      if (strlen (name) != ID_LENGTH + strlen (NETZ_JOURNAL_LOCK_SUFFIX) ||
          !g_str_has_suffix (name, NETZ_JOURNAL_LOCK_SUFFIX))
        continue;
      id = g_strndup (name, ID_LENGTH);
      lock = netz_journal_take_lock (folder, id, 0);
      if (lock < 0)
        continue;
      found = look_at (folder, id);
      if (found != NULL)
        g_ptr_array_add (list, found);
      else
        remove_if_stale (folder, id);
      close (lock);
    }
  g_ptr_array_sort (list, compare_found);
  return list;
}

/**
 * netz_journal_claim:
 * @folder: (type filename): where journals are
 * @id: as in #NetzJournalFound
 * @error: return location
 *
 * Takes over a journal that was found, so that no other process does. It stays on
 * disk, whatever happens now, until it is started anew or discarded.
 *
 * Returns: (transfer full): the journal, or %NULL with %NETZ_FORMAT_ERROR_BUSY
 *   (somebody else has it) or %NETZ_FORMAT_ERROR_NOT_FOUND
 */
NetzJournal *
netz_journal_claim (const char *folder,
                    const char *id,
                    GError **error)
{
  g_autoptr (NetzJournal) self = NULL;
  g_autoptr (GBytes) file = NULL;
  NetzFileStamp stamp;
  int lock;

  g_return_val_if_fail (folder != NULL && id != NULL, NULL);

  lock = netz_journal_take_lock (folder, id, 0);
  if (lock < 0)
    {
      netz_format_error_set (error, errno == EBUSY ? NETZ_FORMAT_ERROR_BUSY : NETZ_FORMAT_ERROR_NOT_FOUND, 0, 0,
                             _("This unsaved work has been taken up already."));
      return NULL;
    }
  self = netz_journal_create (folder, g_strdup (id), lock);
  file = read_newest (folder, id, &self->turn, &self->generation, &stamp);
  if (file != NULL)
    return g_steal_pointer (&self);
  netz_format_error_set (error, NETZ_FORMAT_ERROR_NOT_FOUND, 0, 0, _("There is nothing left of this unsaved work."));
  return NULL;
}

/**
 * netz_journal_replay:
 * @self: a journal that was claimed
 * @visit: (scope call): is given the base and then each whole record in order
 * @user_data: for @visit
 * @error: return location
 *
 * Reads the journal up to its end or to a torn record. Changes nothing on disk.
 *
 * Returns: whether @visit was content with all of them
 */
gboolean
netz_journal_replay (NetzJournal *self,
                     NetzJournalVisit visit,
                     gpointer user_data,
                     GError **error)
{
  gsize at = NETZ_JOURNAL_HEAD_SIZE;
  NetzFileStamp stamp;
  guint64 generation;
  guint turn;
  g_autoptr (GBytes) file = read_newest (self->folder, self->id, &turn, &generation, &stamp);

  if (file == NULL)
    {
      netz_format_error_set (error, NETZ_FORMAT_ERROR_NOT_FOUND, 0, 0,
                             _("There is nothing left of this unsaved work."));
      return FALSE;
    }
  for (guint64 number = 0;; number++)
    {
      guint32 kind;
      g_autoptr (GBytes) payload = netz_journal_frame_read_record (file, &at, generation, number, &kind);

      if (payload == NULL)
        return TRUE;
      if (!visit (kind, payload, user_data, error))
        return FALSE;
    }
}
