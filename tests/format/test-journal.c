/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-journal-frame.h"
#include "format/netz-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
} Fixture;

static guint
remove_all (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint count = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_remove (child);
      count++;
    }
  g_dir_close (folder);
  return count;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("netz-journal-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  remove_all (self->folder);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

static NetzJournal *
open_journal (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  NetzJournal *journal = netz_journal_new (self->folder, &error);

  g_assert_no_error (error);
  return journal;
}

static gboolean
start (NetzJournal *journal,
       const char *text)
{
  g_autoptr (GBytes) base = g_bytes_new (text, strlen (text));

  return netz_journal_start (journal, base, NULL);
}

static gboolean
append (NetzJournal *journal,
        const char *text)
{
  g_autoptr (GBytes) payload = g_bytes_new (text, strlen (text));

  return netz_journal_append (journal, 7, payload, NULL);
}

static gboolean
visit_text (guint32 kind,
            GBytes *payload,
            gpointer user_data,
            GError **error)
{
  GString *text = user_data;

  g_string_append_printf (text, "%u:%.*s ", kind, (int) g_bytes_get_size (payload),
                          (const char *) g_bytes_get_data (payload, NULL));
  return TRUE;
}

/* What is in a claimed journal, as "KIND:TEXT " a record. */
static char *
replay (NetzJournal *journal)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (netz_journal_replay (journal, visit_text, text, &error));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* What would be recovered from the only journal in the folder; NULL = nothing. */
static char *
recover (Fixture *self)
{
  g_autoptr (GPtrArray) found = netz_journal_list (self->folder);
  g_autoptr (NetzJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  if (found->len == 0)
    return NULL;
  g_assert_cmpuint (found->len, ==, 1);
  journal = netz_journal_claim (self->folder, ((NetzJournalFound *) found->pdata[0])->id, &error);
  g_assert_no_error (error);
  return replay (journal);
}

static void
assert_recovers (Fixture *self,
                 const char *expected)
{
  g_autofree char *text = recover (self);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_recover (Fixture *self,
              gconstpointer data)
{
  NetzJournal *journal = open_journal (self);
  struct stat status;
  g_autofree char *path = NULL;

  g_assert_true (netz_journal_needs_start (journal));
  g_assert_false (append (journal, "too early"));
  g_assert_true (start (journal, "base"));
  g_assert_false (netz_journal_needs_start (journal));
  g_assert_true (append (journal, "one"));
  g_assert_true (append (journal, ""));
  g_assert_true (append (journal, "three"));
  g_assert_true (netz_journal_sync (journal, NULL));
  path = netz_journal_make_file_path (self->folder, netz_journal_get_id (journal), journal->turn);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (netz_journal_get_size (journal), ==, status.st_size);

  /* as long as it lives it is nobody else's */
  assert_recovers (self, NULL);
  netz_journal_free (journal);

  /* and then it stays until somebody decides */
  assert_recovers (self, "0:base 7:one 7: 7:three ");
  assert_recovers (self, "0:base 7:one 7: 7:three ");
}

static void
test_found (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  const NetzJournalFound *first;
  g_autoptr (NetzJournal) claimed = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      NetzJournal *journal = open_journal (self);

      g_assert_true (start (journal, "base"));
      netz_journal_free (journal);
    }
  found = netz_journal_list (self->folder);
  g_assert_cmpuint (found->len, ==, 3);
  first = found->pdata[0];
  g_assert_cmpmem (g_bytes_get_data (first->base, NULL), g_bytes_get_size (first->base), "base", 4);
  g_assert_cmpint (first->changed, >, 0);

  /* only one process can take it */
  claimed = netz_journal_claim (self->folder, first->id, &error);
  g_assert_no_error (error);
  g_assert_null (netz_journal_claim (self->folder, first->id, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (netz_journal_claim (self->folder, "0000000000000000", &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_NOT_FOUND);
}

static void
test_discard (Fixture *self,
              gconstpointer data)
{
  g_autoptr (NetzJournal) journal = open_journal (self);

  g_assert_true (start (journal, "base"));
  g_assert_true (append (journal, "one"));
  netz_journal_discard (journal);
  g_assert_cmpuint (remove_all (self->folder), ==, 0);
}

static void
test_no_folder (Fixture *self,
                gconstpointer data)
{
  g_autofree char *file = g_build_filename (self->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "journals", NULL);
  g_autofree char *deep = g_build_filename (self->folder, "a", "b", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = netz_journal_list (deep);

  g_assert_cmpuint (found->len, ==, 0);
  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_null (netz_journal_new (below, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_IO);
}

/* The path of the file that is written to, and its content. */
static char *
get_file (Fixture *self,
          NetzJournal *journal,
          GBytes **content)
{
  char *path = netz_journal_make_file_path (self->folder, netz_journal_get_id (journal), journal->turn);

  if (content != NULL)
    *content = netz_bytes_read_file (path, 100000, NULL, NULL);
  return path;
}

static void
put_bytes (const char *path,
           const guint8 *data,
           gsize size)
{
  int descriptor = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  g_assert_cmpint (write (descriptor, data, size), ==, size);
  close (descriptor);
}

static const char *wholes[] = { NULL, "0:base ", "0:base 7:one ", "0:base 7:one 7:two " };

static void
test_every_truncation (Fixture *self,
                       gconstpointer data)
{
  NetzJournal *journal = open_journal (self);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *path = NULL;
  gsize ends[4] = { 0 };

  g_assert_true (start (journal, "base"));
  ends[1] = netz_journal_get_size (journal);
  g_assert_true (append (journal, "one"));
  ends[2] = netz_journal_get_size (journal);
  g_assert_true (append (journal, "two"));
  ends[3] = netz_journal_get_size (journal);
  path = get_file (self, journal, &content);
  netz_journal_free (journal);

  for (gsize size = 0; size <= ends[3]; size++)
    {
      guint whole = 0;

      put_bytes (path, g_bytes_get_data (content, NULL), size);
      while (whole < 3 && ends[whole + 1] <= size)
        whole++;
      assert_recovers (self, wholes[whole]);
    }
}

/* A flipped bit costs its record and what comes after, and never changes what is recovered. */
static void
test_every_bit (Fixture *self,
                gconstpointer data)
{
  NetzJournal *journal = open_journal (self);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *path = NULL;
  gsize size;

  g_assert_true (start (journal, "base"));
  g_assert_true (append (journal, "one"));
  g_assert_true (append (journal, "two"));
  path = get_file (self, journal, &content);
  netz_journal_free (journal);
  size = g_bytes_get_size (content);

  for (gsize bit = 0; bit < size * 8; bit++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (content, NULL), size);
      g_autofree char *text = NULL;

      copy[bit / 8] ^= (guint8) (1 << (bit % 8));
      put_bytes (path, copy, size);
      text = recover (self);
      g_assert_true (text == NULL || strcmp (text, wholes[1]) == 0 || strcmp (text, wholes[2]) == 0);
    }
}

/* What an earlier file left on the same blocks is no record of this one. */
static void
test_stale_tail (Fixture *self,
                 gconstpointer data)
{
  NetzJournal *journal = open_journal (self);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GByteArray) joined = g_byte_array_new ();
  g_autofree char *first_path = NULL;
  g_autofree char *second_path = NULL;
  gsize first_size, second_size;

  g_assert_true (start (journal, "base"));
  g_assert_true (append (journal, "one"));
  g_assert_true (append (journal, "two"));
  first_path = get_file (self, journal, &first);
  g_assert_true (start (journal, "BASE"));
  g_assert_true (append (journal, "ONE"));
  second_path = get_file (self, journal, &second);
  netz_journal_free (journal);
  g_assert_cmpstr (first_path, !=, second_path);
  g_assert_false (g_file_test (first_path, G_FILE_TEST_EXISTS));

  first_size = g_bytes_get_size (first);
  second_size = g_bytes_get_size (second);
  g_byte_array_append (joined, g_bytes_get_data (second, NULL), (guint) second_size);
  g_byte_array_append (joined, (const guint8 *) g_bytes_get_data (first, NULL) + second_size,
                       (guint) (first_size - second_size));
  put_bytes (second_path, joined->data, joined->len);
  assert_recovers (self, "0:BASE 7:ONE ");
}

/* A crash while one file takes over from the other. */
static void
test_turns (Fixture *self,
            gconstpointer data)
{
  NetzJournal *journal = open_journal (self);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autofree char *first_path = NULL;
  g_autofree char *second_path = NULL;
  gsize size;

  g_assert_true (start (journal, "base"));
  g_assert_true (append (journal, "one"));
  first_path = get_file (self, journal, &first);
  g_assert_true (start (journal, "BASE"));
  second_path = get_file (self, journal, &second);
  netz_journal_free (journal);

  put_bytes (first_path, g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  size = g_bytes_get_size (second);
  for (gsize i = 0; i < size; i++)
    {
      put_bytes (second_path, g_bytes_get_data (second, NULL), i);
      assert_recovers (self, "0:base 7:one ");
    }
  put_bytes (second_path, g_bytes_get_data (second, NULL), size);
  assert_recovers (self, "0:BASE ");
}

/* Recovery itself crashes, before and after it has begun anew. */
static void
test_crash_in_recovery (Fixture *self,
                        gconstpointer data)
{
  NetzJournal *journal = open_journal (self);
  g_autofree char *id = g_strdup (netz_journal_get_id (journal));

  g_assert_true (start (journal, "base"));
  g_assert_true (append (journal, "one"));
  netz_journal_free (journal);

  journal = netz_journal_claim (self->folder, id, NULL);
  g_assert_nonnull (journal);
  g_assert_true (netz_journal_needs_start (journal));
  netz_journal_free (journal);
  assert_recovers (self, "0:base 7:one ");

  journal = netz_journal_claim (self->folder, id, NULL);
  g_assert_true (start (journal, "base and one"));
  g_assert_true (append (journal, "two"));
  netz_journal_free (journal);
  assert_recovers (self, "0:base and one 7:two ");

  journal = netz_journal_claim (self->folder, id, NULL);
  netz_journal_discard (journal);
  netz_journal_free (journal);
  g_assert_cmpuint (remove_all (self->folder), ==, 0);
}

/* What the disk does. */
static struct
{
  gboolean full;
  gboolean stuck; /* cannot even be cut */
  int sync_number;
  guint syncs;
} disk;

static ssize_t
faulty_write (int descriptor,
              const void *buffer,
              size_t size)
{
  if (!disk.full)
    return write (descriptor, buffer, size);
  if (size > 4)
    return write (descriptor, buffer, 4);
  errno = ENOSPC;
  return -1;
}

static int
faulty_fsync (int descriptor)
{
  disk.syncs++;
  if (disk.sync_number == 0)
    return 0;
  errno = disk.sync_number;
  return -1;
}

static int
faulty_ftruncate (int descriptor,
                  off_t size)
{
  if (!disk.stuck)
    return ftruncate (descriptor, size);
  errno = EIO;
  return -1;
}

static NetzJournal *
open_faulty (Fixture *self,
             NetzStoreCalls *calls)
{
  NetzJournal *journal = open_journal (self);

  memset (&disk, 0, sizeof disk);
  *calls = *netz_store_calls_get_default ();
  calls->write = faulty_write;
  calls->fsync = faulty_fsync;
  calls->ftruncate = faulty_ftruncate;
  journal->calls = calls;
  return journal;
}

static void
test_full (Fixture *self,
           gconstpointer data)
{
  NetzStoreCalls calls;
  NetzJournal *journal = open_faulty (self, &calls);
  g_autoptr (GBytes) payload = g_bytes_new_static ("lost", 4);
  g_autoptr (GError) error = NULL;

  g_assert_true (start (journal, "base"));
  disk.full = TRUE;
  g_assert_false (netz_journal_append (journal, 7, payload, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_NO_SPACE);
  g_assert_false (netz_journal_needs_start (journal));
  g_assert_false (start (journal, "no room"));

  /* there is room again: what was half written does not hide what follows */
  disk.full = FALSE;
  g_assert_true (append (journal, "one"));

  /* where it cannot be cut off, nothing is written behind it */
  disk.full = disk.stuck = TRUE;
  g_assert_false (append (journal, "lost"));
  disk.full = FALSE;
  g_assert_true (netz_journal_needs_start (journal));
  g_assert_false (append (journal, "lost as well"));
  netz_journal_free (journal);
  assert_recovers (self, "0:base 7:one ");
}

static void
test_sync_fails (Fixture *self,
                 gconstpointer data)
{
  NetzStoreCalls calls;
  NetzJournal *journal = open_faulty (self, &calls);
  guint before;

  g_assert_true (start (journal, "base"));
  g_assert_true (append (journal, "one"));
  disk.sync_number = EIO;
  g_assert_false (netz_journal_sync (journal, NULL));
  g_assert_true (netz_journal_needs_start (journal));

  /* never again: it might say "good" now */
  disk.sync_number = 0;
  before = disk.syncs;
  g_assert_false (netz_journal_sync (journal, NULL));
  g_assert_cmpuint (disk.syncs, ==, before);

  g_assert_true (start (journal, "base and one"));
  g_assert_true (append (journal, "two"));
  g_assert_true (netz_journal_sync (journal, NULL));

  disk.sync_number = EIO;
  g_assert_false (start (journal, "unsafe"));
  disk.sync_number = EINVAL;
  g_assert_true (netz_journal_sync (journal, NULL));
  netz_journal_free (journal);
  assert_recovers (self, "0:base and one 7:two ");
}

static void
write_until_killed (Fixture *self,
                    int report)
{
  NetzJournal *journal = open_journal (self);

  for (guint i = 0;; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      gboolean written = i % 50 == 0 ? start (journal, text) : append (journal, text);

      if (!written || write (report, &i, sizeof i) != sizeof i)
        _exit (1);
    }
}

/* Killed at any moment: everything that was reported as written is there, in order. */
static void
test_kill (Fixture *self,
           gconstpointer data)
{
  for (guint round = 0; round < 12; round++)
    {
      int ends[2];
      guint last = 0;
      guint until = (guint) g_test_rand_int_range (1, 300);
      g_autofree char *text = NULL;
      g_auto (GStrv) records = NULL;
      pid_t child;

      g_assert_cmpint (pipe2 (ends, O_CLOEXEC), ==, 0);
      child = fork ();
      if (child == 0)
        write_until_killed (self, ends[1]);
      close (ends[1]);
      while (last < until)
        g_assert_cmpint (read (ends[0], &last, sizeof last), ==, sizeof last);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      while (read (ends[0], &last, sizeof last) == sizeof last)
        continue;
      close (ends[0]);

      text = recover (self);
      g_assert_nonnull (text);
      records = g_strsplit (text, " ", -1);
      for (guint i = 1; records[i] != NULL && records[i][0] != '\0'; i++)
        g_assert_cmpint (atoi (records[i] + 2), ==, atoi (records[i - 1] + 2) + 1);
      g_assert_cmpint (atoi (records[g_strv_length (records) - 2] + 2), >=, (int) last);
      remove_all (self->folder);
    }
}

int
main (int argc,
      char *argv[])
{
  /* many small files: in memory where there is such a place */
  if (access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/journal/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("recover", test_recover);
  ADD ("found", test_found);
  ADD ("discard", test_discard);
  ADD ("no-folder", test_no_folder);
  ADD ("every-truncation", test_every_truncation);
  ADD ("every-bit", test_every_bit);
  ADD ("stale-tail", test_stale_tail);
  ADD ("turns", test_turns);
  ADD ("crash-in-recovery", test_crash_in_recovery);
  ADD ("full", test_full);
  ADD ("sync-fails", test_sync_fails);
  ADD ("kill", test_kill);
  return g_test_run ();
}
