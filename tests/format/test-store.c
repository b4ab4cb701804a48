/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-store-job.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#define OLD "the old network\n"
#define NEW "the new network, which is longer\n"

typedef struct
{
  char *folder;
  char *path; /* "a.netz" in the folder */
  NetzSaveReport report;
  GError *error;
  guint descriptors;
} Fixture;

static guint
count_descriptors (void)
{
  GDir *folder = g_dir_open ("/proc/self/fd", 0, NULL);
  guint count = 0;

  while (g_dir_read_name (folder) != NULL)
    count++;
  g_dir_close (folder);
  return count;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("netz-store-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  g_assert_cmpint (chmod (self->folder, 0755), ==, 0);
  self->path = g_build_filename (self->folder, "a.netz", NULL);
  self->descriptors = count_descriptors ();
}

static void
remove_all (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_assert_cmpuint (count_descriptors (), ==, self->descriptors);
  remove_all (self->folder);
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
  netz_save_report_clear (&self->report);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self->folder);
}

static char *
get_path (Fixture *self,
          const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
put (const char *path,
     const char *text)
{
  int descriptor = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

  g_assert_cmpint (write (descriptor, text, strlen (text)), ==, strlen (text));
  close (descriptor);
}

static void
assert_file (const char *path,
             const char *text)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, text);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in the folder, sorted, with blanks between. */
static char *
list_folder (Fixture *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GDir *folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_dir_close (folder);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
assert_folder (Fixture *self,
               const char *expected)
{
  g_autofree char *names = list_folder (self);

  g_assert_cmpstr (names, ==, expected);
}

static gboolean
save_full (Fixture *self,
           const NetzStoreCalls *calls,
           const char *path,
           const char *text,
           const NetzFileStamp *expected,
           NetzStoreFlags flags)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));

  g_clear_error (&self->error);
  return netz_store_save_with_calls (calls, path, content, expected, flags, NULL, NULL, &self->report, &self->error);
}

static gboolean
save (Fixture *self,
      const char *text,
      const NetzFileStamp *expected,
      NetzStoreFlags flags)
{
  return save_full (self, netz_store_calls_get_default (), self->path, text, expected, flags);
}

static void
assert_saved (Fixture *self,
              gboolean saved)
{
  g_assert_no_error (self->error);
  g_assert_true (saved);
  g_assert_cmpint (self->report.outcome, ==, NETZ_STORE_WRITTEN);
}

static void
assert_failed (Fixture *self,
               gboolean saved,
               NetzFormatError code)
{
  g_assert_false (saved);
  g_assert_error (self->error, NETZ_FORMAT_ERROR, (int) code);
  g_assert_cmpint (self->report.outcome, ==, NETZ_STORE_OLD);
  g_test_message ("%s", self->error->message);
}

static NetzFileStamp
get_stamp (const char *path)
{
  NetzFileStamp stamp;
  g_autoptr (GBytes) bytes = netz_bytes_read_file (path, 1000, &stamp, NULL);

  g_assert_nonnull (bytes);
  return stamp;
}

static void
test_new (Fixture *self,
          gconstpointer data)
{
  struct stat status;
  NetzFileStamp stamp;
  mode_t mask = umask (027);

  assert_saved (self, save (self, NEW, NULL, NETZ_STORE_NEW));
  umask (mask);
  assert_file (self->path, NEW);
  assert_folder (self, "a.netz");
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0640);
  stamp = get_stamp (self->path);
  g_assert_true (netz_file_stamp_same_content (&stamp, &self->report.stamp));
  g_assert_true (stamp.inode == self->report.stamp.inode && stamp.device == self->report.stamp.device);
  g_assert_true (stamp.mtime == self->report.stamp.mtime && stamp.ctime == self->report.stamp.ctime);
  g_assert_cmpstr (self->report.path, ==, self->path);
  g_assert_null (self->report.backup_path);
  g_assert_null (self->report.notes);
}

static void
test_new_exists (Fixture *self,
                 gconstpointer data)
{
  put (self->path, OLD);
  assert_failed (self, save (self, NEW, NULL, NETZ_STORE_NEW), NETZ_FORMAT_ERROR_EXISTS);
  assert_file (self->path, OLD);
}

static void
test_replace (Fixture *self,
              gconstpointer data)
{
  g_autofree char *backup = get_path (self, "a.netz~");
  NetzFileStamp stamp;

  put (self->path, OLD);
  put (backup, "older");
  stamp = get_stamp (self->path);
  assert_saved (self, save (self, NEW, &stamp, NETZ_STORE_DEFAULT));
  assert_file (self->path, NEW);
  assert_file (backup, OLD);
  assert_folder (self, "a.netz a.netz~");
  g_assert_cmpstr (self->report.backup_path, ==, backup);
  g_assert_null (self->report.notes);

  /* the stamp of a save is good for the next one */
  stamp = self->report.stamp;
  assert_saved (self, save (self, OLD, &stamp, NETZ_STORE_DEFAULT));
  assert_file (backup, NEW);
  g_clear_pointer (&backup, g_free);
  backup = netz_store_find_backup (self->path);
  g_assert_nonnull (backup);
}

static void
test_no_backup (Fixture *self,
                gconstpointer data)
{
  put (self->path, OLD);
  assert_saved (self, save (self, NEW, NULL, NETZ_STORE_NO_BACKUP));
  assert_folder (self, "a.netz");
  g_assert_null (netz_store_find_backup (self->path));
}

static ssize_t
write_nothing (int descriptor,
               const void *buffer,
               size_t size)
{
  g_assert_not_reached ();
}

static void
test_same (Fixture *self,
           gconstpointer data)
{
  NetzStoreCalls calls = *netz_store_calls_get_default ();
  struct stat before, after;

  put (self->path, NEW);
  g_assert_cmpint (stat (self->path, &before), ==, 0);
  calls.write = write_nothing;
  g_assert_true (save_full (self, &calls, self->path, NEW, NULL, NETZ_STORE_DEFAULT));
  g_assert_cmpint (self->report.outcome, ==, NETZ_STORE_SAME);
  g_assert_cmpint (stat (self->path, &after), ==, 0);
  g_assert_cmpmem (&before.st_ctim, sizeof before.st_ctim, &after.st_ctim, sizeof after.st_ctim);
  g_assert_cmpuint (self->report.stamp.inode, ==, before.st_ino);

  assert_saved (self, save (self, NEW, NULL, NETZ_STORE_FORCE));
  g_assert_cmpint (stat (self->path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, !=, after.st_ino);
  assert_file (self->path, NEW);
}

static void
test_changed (Fixture *self,
              gconstpointer data)
{
  NetzFileStamp stamp;

  put (self->path, OLD);
  stamp = get_stamp (self->path);
  put (self->path, "a colleague's\n");
  assert_failed (self, save (self, NEW, &stamp, NETZ_STORE_DEFAULT), NETZ_FORMAT_ERROR_CHANGED_ON_DISK);
  assert_file (self->path, "a colleague's\n");
  assert_folder (self, "a.netz");
  /* written again with the same bytes is no change, and neither is the same wish */
  put (self->path, OLD);
  assert_saved (self, save (self, NEW, &stamp, NETZ_STORE_DEFAULT));
  g_assert_true (save (self, NEW, &stamp, NETZ_STORE_DEFAULT));
  g_assert_cmpint (self->report.outcome, ==, NETZ_STORE_SAME);
}

static void
test_gone (Fixture *self,
           gconstpointer data)
{
  NetzFileStamp stamp;

  put (self->path, OLD);
  stamp = get_stamp (self->path);
  g_remove (self->path);
  assert_failed (self, save (self, NEW, &stamp, NETZ_STORE_DEFAULT), NETZ_FORMAT_ERROR_GONE);
  assert_folder (self, "");
  g_assert_true (netz_format_error_offers_save_as (self->error));
}

/* Somebody replaces the file at the last moment: after we looked, before our rename. */
static struct
{
  const char *path;
  gboolean exchange;
  gboolean in_place;
} intruder;

static int
rename_late (int from_folder,
             const char *from,
             int to_folder,
             const char *to,
             unsigned int flags)
{
  if (intruder.path != NULL && strcmp (to, "a.netz") == 0)
    {
      g_autofree char *other = g_strconcat (intruder.path, "-other", NULL);
      const char *path = g_steal_pointer (&intruder.path);

      put (intruder.in_place ? path : other, "a colleague's\n");
      if (!intruder.in_place)
        g_assert_cmpint (rename (other, path), ==, 0);
    }
  if (!intruder.exchange && flags != 0)
    {
      errno = EINVAL;
      return -1;
    }
  return renameat2 (from_folder, from, to_folder, to, flags);
}

static void
test_changed_late (Fixture *self,
                   gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    {
      NetzStoreCalls calls = *netz_store_calls_get_default ();
      NetzStoreFlags flags = i & 4 ? NETZ_STORE_NO_BACKUP : NETZ_STORE_DEFAULT;
      NetzFileStamp stamp;

      put (self->path, OLD);
      stamp = get_stamp (self->path);
      intruder.path = self->path;
      intruder.exchange = i & 1;
      intruder.in_place = i & 2;
      calls.renameat2 = rename_late;
      assert_failed (self, save_full (self, &calls, self->path, NEW, &stamp, flags), NETZ_FORMAT_ERROR_CHANGED_ON_DISK);
      assert_file (self->path, "a colleague's\n");
    }
}

static void
test_appears_late (Fixture *self,
                   gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      NetzStoreCalls calls = *netz_store_calls_get_default ();

      g_remove (self->path);
      intruder.path = self->path;
      intruder.exchange = i & 1;
      intruder.in_place = TRUE;
      calls.renameat2 = rename_late;
      assert_failed (self, save_full (self, &calls, self->path, NEW, NULL, NETZ_STORE_DEFAULT),
                     NETZ_FORMAT_ERROR_EXISTS);
      assert_file (self->path, "a colleague's\n");
      assert_folder (self, "a.netz");
    }
}

static void
test_symlink (Fixture *self,
              gconstpointer data)
{
  g_autofree char *sub = get_path (self, "sub");
  g_autofree char *real = get_path (self, "sub/real.netz");
  g_autofree char *first = get_path (self, "first");
  g_autofree char *loop = get_path (self, "loop");

  g_assert_cmpint (g_mkdir (sub, 0755), ==, 0);
  put (real, OLD);
  g_assert_cmpint (symlink ("first", self->path), ==, 0);
  g_assert_cmpint (symlink ("sub/real.netz", first), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  assert_saved (self, save (self, NEW, NULL, NETZ_STORE_DEFAULT));
  assert_file (real, NEW);
  assert_folder (self, "a.netz first loop sub");
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpstr (self->report.path, ==, real);

  /* also to a file that is still to be made */
  g_remove (real);
  assert_saved (self, save (self, NEW, NULL, NETZ_STORE_DEFAULT));
  assert_file (real, NEW);
  assert_failed (self, save_full (self, netz_store_calls_get_default (), loop, NEW, NULL, NETZ_STORE_DEFAULT),
                 NETZ_FORMAT_ERROR_NOT_REGULAR);
}

static void
test_hard_link (Fixture *self,
                gconstpointer data)
{
  g_autofree char *other = get_path (self, "other");

  put (self->path, OLD);
  g_assert_cmpint (link (self->path, other), ==, 0);
  assert_saved (self, save (self, NEW, NULL, NETZ_STORE_DEFAULT));
  assert_file (other, OLD);
  g_assert_nonnull (self->report.notes);
  g_assert_cmpuint (self->report.notes->len, ==, 1);
}

/* As after a crash between backup and rename: both names are links to one file. */
static void
test_backup_is_same_file (Fixture *self,
                          gconstpointer data)
{
  g_autofree char *backup = get_path (self, "a.netz~");

  for (guint i = 0; i < 2; i++)
    {
      NetzStoreCalls calls = *netz_store_calls_get_default ();

      intruder.path = NULL;
      intruder.exchange = i;
      calls.renameat2 = rename_late;
      put (self->path, OLD);
      g_remove (backup);
      g_assert_cmpint (link (self->path, backup), ==, 0);
      assert_saved (self, save_full (self, &calls, self->path, NEW, NULL, NETZ_STORE_DEFAULT));
      assert_file (backup, OLD);
      assert_folder (self, "a.netz a.netz~");
      g_assert_null (self->report.notes);
    }
}

static void
test_attributes (Fixture *self,
                 gconstpointer data)
{
  struct stat status;
  char value[16];
  gboolean has_attributes;

  put (self->path, OLD);
  g_assert_cmpint (chmod (self->path, 0664), ==, 0);
  has_attributes = setxattr (self->path, "user.netz", "x", 1, 0) == 0;
  if (geteuid () == 0)
    g_assert_cmpint (chown (self->path, 1234, 2345), ==, 0);
  assert_saved (self, save (self, NEW, NULL, NETZ_STORE_DEFAULT));
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0664);
  if (geteuid () == 0)
    g_assert_true (status.st_uid == 1234 && status.st_gid == 2345);
  if (has_attributes)
    g_assert_cmpint (getxattr (self->path, "user.netz", value, sizeof value), ==, 1);
  g_assert_null (self->report.notes);
}

static int
chown_never (int descriptor,
             uid_t owner,
             gid_t group)
{
  errno = EPERM;
  return -1;
}

static ssize_t
list_one (int descriptor,
          char *list,
          size_t size)
{
  memcpy (list, "user.x\0", 8);
  return 7;
}

static ssize_t
get_one (int descriptor,
         const char *name,
         void *value,
         size_t size)
{
  return 0;
}

static int
set_never (int descriptor,
           const char *name,
           const void *value,
           size_t size,
           int flags)
{
  errno = EPERM;
  return -1;
}

static int
stat_other (int folder,
            const char *name,
            struct stat *status,
            int flags)
{
  int result = fstatat (folder, name, status, flags);

  status->st_uid += 1;
  status->st_gid += 1;
  return result;
}

/* What cannot be kept is said, and nobody gets rights that were another group's. */
static void
test_attributes_lost (Fixture *self,
                      gconstpointer data)
{
  NetzStoreCalls calls = *netz_store_calls_get_default ();
  struct stat status;

  put (self->path, OLD);
  g_assert_cmpint (chmod (self->path, 0664), ==, 0);
  calls.fchown = chown_never;
  calls.flistxattr = list_one;
  calls.fgetxattr = get_one;
  calls.fsetxattr = set_never;
  calls.fstatat = stat_other;
  assert_saved (self, save_full (self, &calls, self->path, NEW, NULL, NETZ_STORE_DEFAULT));
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0644);
  g_assert_nonnull (self->report.notes);
  g_assert_cmpuint (self->report.notes->len, ==, 3);
}

static void
test_bad_targets (Fixture *self,
                  gconstpointer data)
{
  g_autofree char *fifo = get_path (self, "fifo");
  g_autofree char *missing = get_path (self, "no/such/folder/a.netz");
  g_autofree char *below = get_path (self, "a.netz/b.netz");
  g_autofree char *slash = g_strconcat (self->path, "/", NULL);
  g_autofree char *name = g_strnfill (300, 'x');
  g_autofree char *too_long = get_path (self, name);
  const NetzStoreCalls *calls = netz_store_calls_get_default ();

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_failed (self, save_full (self, calls, fifo, NEW, NULL, 0), NETZ_FORMAT_ERROR_NOT_REGULAR);
  assert_failed (self, save_full (self, calls, self->folder, NEW, NULL, 0), NETZ_FORMAT_ERROR_NOT_REGULAR);
  assert_failed (self, save_full (self, calls, "/dev/null", NEW, NULL, 0), NETZ_FORMAT_ERROR_NOT_REGULAR);
  assert_failed (self, save_full (self, calls, "", NEW, NULL, 0), NETZ_FORMAT_ERROR_NOT_REGULAR);
  assert_failed (self, save_full (self, calls, slash, NEW, NULL, 0), NETZ_FORMAT_ERROR_NOT_REGULAR);
  assert_failed (self, save_full (self, calls, missing, NEW, NULL, 0), NETZ_FORMAT_ERROR_NO_FOLDER);
  assert_failed (self, save_full (self, calls, too_long, NEW, NULL, 0), NETZ_FORMAT_ERROR_NAME_TOO_LONG);
  put (self->path, OLD);
  assert_failed (self, save_full (self, calls, below, NEW, NULL, 0), NETZ_FORMAT_ERROR_NO_FOLDER);
  assert_folder (self, "a.netz fifo");
}

static void
test_long_name (Fixture *self,
                gconstpointer data)
{
  g_autofree char *start = g_strnfill (248, 'x');
  g_autofree char *name = g_strconcat (start, "\xc3\xb6.netz", NULL);
  g_autofree char *path = get_path (self, name);
  g_autofree char *backup = g_strdup_printf ("%s/%.*s~", self->folder, 254, name);
  const NetzStoreCalls *calls = netz_store_calls_get_default ();

  g_assert_cmpuint (strlen (name), ==, 255);
  assert_saved (self, save_full (self, calls, path, OLD, NULL, NETZ_STORE_DEFAULT));
  assert_saved (self, save_full (self, calls, path, NEW, NULL, NETZ_STORE_DEFAULT));
  assert_file (path, NEW);
  assert_file (backup, OLD);
}

static void
test_odd_names (Fixture *self,
                gconstpointer data)
{
  static const char *names[] = { "-rf", "a\nb", "100 %s%n", " ", "~", "\xff\xfe", ".hidden" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = get_path (self, names[i]);

      for (guint round = 0; round < 2; round++)
        {
          const char *text = round == 0 ? OLD : NEW;

          assert_saved (self, save_full (self, netz_store_calls_get_default (), path, text, NULL, 0));
          assert_file (path, text);
        }
    }
}

static void
test_relative (Fixture *self,
               gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (self->folder), ==, 0);
  assert_saved (self, save_full (self, netz_store_calls_get_default (), "a.netz", NEW, NULL, 0));
  g_assert_cmpint (g_chdir (before), ==, 0);
  assert_file (self->path, NEW);
}

static gboolean
verify_not (GBytes *written,
            gpointer user_data,
            GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no network");
  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), NEW, strlen (NEW));
  return FALSE;
}

static void
test_verify (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static (NEW, strlen (NEW));
  g_autofree char *rescued = get_path (self, "a (rescued).netz");

  put (self->path, OLD);
  assert_failed (self, netz_store_save (self->path, content, NULL, 0, verify_not, NULL, &self->report, &self->error),
                 NETZ_FORMAT_ERROR_VERIFY);
  assert_file (self->path, OLD);
  assert_file (rescued, NEW);
  g_assert_cmpstr (self->report.rescued_path, ==, rescued);
  g_assert_nonnull (strstr (self->error->message, "no network"));
  assert_folder (self, "a (rescued).netz a.netz");
}

/* Somebody holds the file: as often as asked, then lets go. */
static struct
{
  int number;
  guint times;
  gulong slept;
} busy;

static int
rename_busy (int from_folder,
             const char *from,
             int to_folder,
             const char *to,
             unsigned int flags)
{
  if (strcmp (to, "a.netz") == 0 && busy.times > 0)
    {
      busy.times--;
      errno = busy.number;
      return -1;
    }
  return renameat2 (from_folder, from, to_folder, to, flags);
}

static void
sleep_busy (gulong microseconds)
{
  busy.slept += microseconds;
}

static void
test_busy (Fixture *self,
           gconstpointer data)
{
  static const int numbers[] = { EBUSY, ETXTBSY, EACCES };
  NetzStoreCalls calls = *netz_store_calls_get_default ();

  calls.renameat2 = rename_busy;
  calls.sleep = sleep_busy;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      static const char *names[] = { "a (rescued).netz", "a (rescued 2).netz", "a (rescued 3).netz" };
      g_autofree char *rescued = get_path (self, names[i]);

      busy.number = numbers[i];
      busy.times = 3;
      put (self->path, OLD);
      assert_saved (self, save_full (self, &calls, self->path, NEW, NULL, 0));
      assert_file (self->path, NEW);

      busy.times = 1000;
      busy.slept = 0;
      put (self->path, OLD);
      assert_failed (self, save_full (self, &calls, self->path, NEW, NULL, 0), NETZ_FORMAT_ERROR_BUSY);
      g_assert_cmpuint (busy.slept, ==, 1000000);
      g_assert_cmpuint (busy.times, ==, 996);
      assert_file (self->path, OLD);
      assert_file (rescued, NEW);
      g_assert_cmpstr (self->report.rescued_path, ==, rescued);
      g_assert_true (netz_format_error_offers_save_as (self->error));
    }
}

static int
stat_old (int folder,
          const char *name,
          struct stat *status,
          int flags)
{
  int result = fstatat (folder, name, status, flags);

  if (strcmp (name, ".netz-0123456789.tmp") == 0)
    status->st_mtim.tv_sec = status->st_ctim.tv_sec -= 2 * 24 * 60 * 60;
  return result;
}

static void
test_sweep (Fixture *self,
            gconstpointer data)
{
  NetzStoreCalls calls = *netz_store_calls_get_default ();
  static const char *names[] = {
    ".netz-0123456789.tmp",
    ".netz-012345678a.tmp",
    ".netz-x.tmp",
    ".netz-01234-6789.tmp",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = get_path (self, names[i]);

      put (path, "torn");
    }
  calls.fstatat = stat_old;
  assert_saved (self, save_full (self, &calls, self->path, NEW, NULL, 0));
  assert_folder (self, ".netz-01234-6789.tmp .netz-012345678a.tmp .netz-x.tmp a.netz");
}

/* Runs @function in a child that is nobody and returns whether it was content. */
static gboolean
run_as_nobody (Fixture *self,
               gboolean (*function) (Fixture *self))
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (2);
      _exit (function (self) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status == 0;
}

static gboolean
is_failure (Fixture *self,
            gboolean saved,
            NetzFormatError code)
{
  if (!saved && g_error_matches (self->error, NETZ_FORMAT_ERROR, (int) code))
    return TRUE;
  g_printerr ("# %s\n", self->error != NULL ? self->error->message : "saved");
  return FALSE;
}

static gboolean
save_into_closed_folder (Fixture *self)
{
  return is_failure (self, save (self, NEW, NULL, 0), NETZ_FORMAT_ERROR_FOLDER_NOT_WRITABLE) &&
         save (self, NEW, NULL, NETZ_STORE_IN_PLACE) && self->report.outcome == NETZ_STORE_WRITTEN &&
         self->report.backup_path != NULL;
}

/* The isolated folders of a test are closed to others; with newer versions of GLib so is the folder for temporary
   files. */
static void
open_parents (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  struct stat status;

  if (g_str_equal (parent, path))
    return;
  g_assert_cmpint (stat (parent, &status), ==, 0);
  if (!(status.st_mode & S_IXOTH))
    g_assert_cmpint (chmod (parent, 0755), ==, 0);
  open_parents (parent);
}

static void
test_folder_not_writable (Fixture *self,
                          gconstpointer data)
{
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "netzwerkstatt", "backups", NULL);
  GDir *folder;
  g_autofree char *backup = NULL;

  put (self->path, OLD);
  g_assert_cmpint (chmod (self->path, 0666), ==, 0);
  g_assert_cmpint (chmod (self->folder, 0555), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (state, 0777), ==, 0);
  g_assert_cmpint (chmod (state, 0777), ==, 0);
  open_parents (state);
  g_assert_true (run_as_nobody (self, save_into_closed_folder));
  g_assert_cmpint (chmod (self->folder, 0755), ==, 0);
  assert_file (self->path, NEW);
  assert_folder (self, "a.netz");
  folder = g_dir_open (state, 0, NULL);
  backup = g_build_filename (state, g_dir_read_name (folder), NULL);
  g_dir_close (folder);
  assert_file (backup, OLD);
}

static gboolean
save_protected (Fixture *self)
{
  g_autofree char *other = get_path (self, "b.netz");

  return is_failure (self, save (self, NEW, NULL, 0), NETZ_FORMAT_ERROR_READ_ONLY) &&
         is_failure (self, save_full (self, netz_store_calls_get_default (), other, NEW, NULL, 0),
                     NETZ_FORMAT_ERROR_NOT_ALLOWED);
}

static void
test_protected (Fixture *self,
                gconstpointer data)
{
  put (self->path, OLD);
  g_assert_cmpint (chmod (self->path, 0444), ==, 0);
  g_assert_cmpint (chmod (self->folder, 0555), ==, 0);
  g_assert_true (run_as_nobody (self, save_protected));
  g_assert_cmpint (chmod (self->folder, 0755), ==, 0);
  assert_file (self->path, OLD);
}

static void
test_look (Fixture *self,
           gconstpointer data)
{
  NetzFileStamp stamp;
  struct timespec times[2];
  struct stat status;

  put (self->path, OLD);
  stamp = get_stamp (self->path);
  g_assert_cmpint (netz_store_look (self->path, &stamp, FALSE), ==, NETZ_STORE_UNCHANGED);
  g_assert_cmpint (netz_store_look (self->path, &stamp, TRUE), ==, NETZ_STORE_UNCHANGED);
  put (self->path, OLD);
  g_assert_cmpint (netz_store_look (self->path, &stamp, FALSE), ==, NETZ_STORE_UNCHANGED);

  /* other bytes, same length, time put back: as syncing clients do */
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  times[0] = times[1] = status.st_mtim;
  put (self->path, "THE OLD NETWORK\n");
  g_assert_cmpint (utimensat (AT_FDCWD, self->path, times, 0), ==, 0);
  g_assert_cmpint (netz_store_look (self->path, &stamp, FALSE), ==, NETZ_STORE_CHANGED);
  g_remove (self->path);
  g_assert_cmpint (netz_store_look (self->path, &stamp, FALSE), ==, NETZ_STORE_GONE);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  g_assert_cmpint (netz_store_look (self->path, &stamp, FALSE), ==, NETZ_STORE_UNREADABLE);
}

static void
test_load (Fixture *self,
           gconstpointer data)
{
  NetzFileStamp stamp;
  g_autoptr (GBytes) text = NULL;

  put (self->path, "\xef\xbb\xbf<network/>\n");
  text = netz_store_load (self->path, 100, &stamp, &self->error);
  g_assert_no_error (self->error);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), "<network/>\n", 11);
  g_assert_cmpuint (stamp.size, ==, 14);
  put (self->path, "<network>\n");
  g_assert_null (netz_store_load (self->path, 100, NULL, &self->error));
  g_assert_error (self->error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_TRUNCATED);
  g_assert_cmpuint (netz_format_error_get_line (self->error), ==, 2);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("new", test_new);
  ADD ("new-exists", test_new_exists);
  ADD ("replace", test_replace);
  ADD ("no-backup", test_no_backup);
  ADD ("same", test_same);
  ADD ("changed", test_changed);
  ADD ("gone", test_gone);
  ADD ("changed-late", test_changed_late);
  ADD ("appears-late", test_appears_late);
  ADD ("symlink", test_symlink);
  ADD ("hard-link", test_hard_link);
  ADD ("backup-is-same-file", test_backup_is_same_file);
  ADD ("attributes", test_attributes);
  ADD ("attributes-lost", test_attributes_lost);
  ADD ("bad-targets", test_bad_targets);
  ADD ("long-name", test_long_name);
  ADD ("odd-names", test_odd_names);
  ADD ("relative", test_relative);
  ADD ("verify", test_verify);
  ADD ("busy", test_busy);
  ADD ("sweep", test_sweep);
  ADD ("folder-not-writable", test_folder_not_writable);
  ADD ("protected", test_protected);
  ADD ("look", test_look);
  ADD ("load", test_load);
  return g_test_run ();
}
