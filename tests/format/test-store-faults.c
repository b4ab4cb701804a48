/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-store-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define OLD "the old network\n"
#define NEW "the new network, which is longer\n"
#define MAX_CALLS 400

/* What the disk does during one save. */
static struct
{
  guint count; /* calls so far */
  guint at;    /* the call that fails */
  int number;
  gboolean forever; /* so do all that follow */
  gboolean half;    /* a write that fails has written half before */
  gboolean slow;    /* writes and reads are short */
  gboolean only_slow_calls; /* count only what a signal can interrupt */
  gboolean no_exchange;
  gboolean no_link;
  gboolean in_place;
  guint64 unreliable; /* inode whose fsync has failed */
} disk;

static gboolean
fails (void)
{
  guint index = disk.count++;

  if (index < disk.at || (index > disk.at && !disk.forever))
    return FALSE;
  errno = disk.number;
  return TRUE;
}

#define WRAP(type, name, parameters, arguments) \
  static type faulty_##name parameters          \
  {                                             \
    return !disk.only_slow_calls && fails () ? (type) -1 : name arguments; \
  }

WRAP (int, ftruncate, (int descriptor, off_t size), (descriptor, size))
WRAP (int, fallocate, (int descriptor, int mode, off_t offset, off_t size), (descriptor, mode, offset, size))
WRAP (int, fstat, (int descriptor, struct stat *status), (descriptor, status))
WRAP (int, fstatat, (int folder, const char *name, struct stat *status, int flags), (folder, name, status, flags))
WRAP (int, faccessat, (int folder, const char *name, int mode, int flags), (folder, name, mode, flags))
WRAP (int, fchmod, (int descriptor, mode_t mode), (descriptor, mode))
WRAP (int, fchown, (int descriptor, uid_t owner, gid_t group), (descriptor, owner, group))
WRAP (ssize_t, flistxattr, (int descriptor, char *list, size_t size), (descriptor, list, size))
WRAP (ssize_t, readlinkat, (int folder, const char *name, char *buffer, size_t size), (folder, name, buffer, size))

static int
faulty_open (int folder,
             const char *name,
             int flags,
             mode_t mode)
{
  struct stat status;
  int descriptor;

  if (fails ())
    return -1;
  descriptor = openat (folder, name, flags, mode);
  /* the number of a removed file may come back with a new one */
  if (descriptor >= 0 && (flags & O_EXCL) && fstat (descriptor, &status) == 0 && status.st_ino == disk.unreliable)
    disk.unreliable = 0;
  return descriptor;
}

static int
faulty_close (int descriptor)
{
  gboolean failed = fails ();
  int number = errno;

  close (descriptor);
  errno = number;
  return failed ? -1 : 0;
}

static ssize_t
faulty_read (int descriptor,
             void *buffer,
             size_t size)
{
  return fails () ? -1 : read (descriptor, buffer, disk.slow ? MIN (size, 3) : size);
}

static ssize_t
faulty_write (int descriptor,
              const void *buffer,
              size_t size)
{
  if (!fails ())
    return write (descriptor, buffer, disk.slow ? MIN (size, 3) : size);
  if (!disk.half || disk.count != disk.at + 1)
    return -1;
  disk.at++; /* the next write fails */
  return write (descriptor, buffer, size / 2);
}

static int
faulty_fsync (int descriptor)
{
  struct stat status;

  g_assert_cmpint (fstat (descriptor, &status), ==, 0);
  if (!disk.in_place) /* there, all bytes are written anew before */
    g_assert_cmpuint (status.st_ino, !=, disk.unreliable);
  if (!fails ())
    return 0; /* what the disk keeps is the matter of another test */
  if (disk.number == EIO)
    disk.unreliable = status.st_ino;
  errno = disk.number;
  return -1;
}

static int
faulty_unlinkat (int folder,
                 const char *name,
                 int flags)
{
  if (disk.only_slow_calls || !fails ())
    return unlinkat (folder, name, flags);
  if (disk.number == ENOENT)
    unlinkat (folder, name, flags); /* else the answer would be a lie */
  errno = disk.number;
  return -1;
}

static int
faulty_linkat (int from_folder,
               const char *from,
               int to_folder,
               const char *to,
               int flags)
{
  if (!disk.only_slow_calls && fails ())
    return -1;
  if (!disk.no_link)
    return linkat (from_folder, from, to_folder, to, flags);
  errno = EPERM;
  return -1;
}

static int
faulty_renameat2 (int from_folder,
                  const char *from,
                  int to_folder,
                  const char *to,
                  unsigned int flags)
{
  if (fails ())
    return -1;
  if (!disk.no_exchange || flags == 0)
    return renameat2 (from_folder, from, to_folder, to, flags);
  errno = EINVAL;
  return -1;
}

static void
sleep_not (gulong microseconds)
{
}

static NetzStoreCalls
get_calls (void)
{
  NetzStoreCalls calls = *netz_store_calls_get_default ();

  calls.open = faulty_open;
  calls.close = faulty_close;
  calls.read = faulty_read;
  calls.write = faulty_write;
  calls.fsync = faulty_fsync;
  calls.ftruncate = faulty_ftruncate;
  calls.fallocate = faulty_fallocate;
  calls.fstat = faulty_fstat;
  calls.fstatat = faulty_fstatat;
  calls.faccessat = faulty_faccessat;
  calls.fchmod = faulty_fchmod;
  calls.fchown = faulty_fchown;
  calls.flistxattr = faulty_flistxattr;
  calls.linkat = faulty_linkat;
  calls.renameat2 = faulty_renameat2;
  calls.unlinkat = faulty_unlinkat;
  calls.readlinkat = faulty_readlinkat;
  calls.sleep = sleep_not;
  return calls;
}

typedef struct
{
  const char *name;
  gboolean exists;
  gboolean expected;
  NetzStoreFlags flags;
  gboolean no_exchange;
  gboolean no_link;
  gboolean slow;
} Scenario;

static const Scenario scenarios[] = {
  { "new", FALSE, FALSE, NETZ_STORE_NEW },
  { "new-by-link", FALSE, FALSE, NETZ_STORE_NEW, .no_exchange = TRUE },
  { "new-by-rename", FALSE, FALSE, NETZ_STORE_NEW, .no_exchange = TRUE, .no_link = TRUE },
  { "exchange", TRUE, FALSE, NETZ_STORE_DEFAULT },
  { "exchange-expected", TRUE, TRUE, NETZ_STORE_DEFAULT, .slow = TRUE },
  { "exchange-no-backup", TRUE, TRUE, NETZ_STORE_NO_BACKUP },
  { "link", TRUE, TRUE, NETZ_STORE_DEFAULT, .no_exchange = TRUE },
  { "link-no-backup", TRUE, FALSE, NETZ_STORE_NO_BACKUP, .no_exchange = TRUE },
  { "copy", TRUE, TRUE, NETZ_STORE_DEFAULT, .no_exchange = TRUE, .no_link = TRUE },
  { "in-place", TRUE, TRUE, NETZ_STORE_IN_PLACE },
};

/* One save. */
typedef struct
{
  const Scenario *scenario;
  char *folder;
  char *path;
  gboolean saved;
  NetzSaveReport report;
  GError *error;
} Run;

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

static char *
read_text (const char *path)
{
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
run_save (Run *self,
          const Scenario *scenario)
{
  NetzStoreCalls calls = get_calls ();
  g_autoptr (GBytes) content = g_bytes_new_static (NEW, strlen (NEW));
  NetzFileStamp stamp;
  guint descriptors;

  memset (self, 0, sizeof *self);
  self->scenario = scenario;
  self->folder = g_dir_make_tmp ("netz-faults-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.netz", NULL);
  if (scenario->exists)
    {
      g_autoptr (GBytes) old = NULL;

      g_assert_true (g_file_set_contents_full (self->path, OLD, -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
      old = netz_bytes_read_file (self->path, 1000, &stamp, NULL);
      g_assert_nonnull (old);
    }
  disk.count = 0;
  disk.unreliable = 0;
  disk.no_exchange = scenario->no_exchange;
  disk.no_link = scenario->no_link;
  disk.slow = scenario->slow;
  disk.in_place = scenario->flags & NETZ_STORE_IN_PLACE;
  descriptors = count_descriptors ();
  self->saved = netz_store_save_with_calls (&calls, self->path, content, scenario->expected ? &stamp : NULL,
                                            scenario->flags, NULL, NULL, &self->report, &self->error);
  g_assert_cmpuint (count_descriptors (), ==, descriptors);
  g_assert_true (self->saved == (self->error == NULL));
}

/* The old or the new one, whole, and the answer is the truth. */
static void
check_file (Run *self)
{
  g_autofree char *text = read_text (self->path);

  if (self->error != NULL && self->error->code == NETZ_FORMAT_ERROR_TORN)
    {
      g_autofree char *backup = read_text (self->report.backup_path);

      g_assert_cmpstr (backup, ==, OLD);
      return;
    }
  if (self->saved)
    g_assert_cmpint (self->report.outcome, ==, NETZ_STORE_WRITTEN);
  if (self->report.outcome == NETZ_STORE_WRITTEN)
    {
      g_assert_cmpstr (text, ==, NEW);
      g_assert_true (self->saved || self->error->code == NETZ_FORMAT_ERROR_NOT_CONFIRMED);
      g_assert_cmpuint (self->report.stamp.size, ==, strlen (NEW));
    }
  else
    g_assert_cmpstr (text, ==, self->scenario->exists ? OLD : NULL);
  if (self->report.backup_path != NULL && self->saved)
    {
      g_autofree char *backup = read_text (self->report.backup_path);

      g_assert_cmpstr (backup, ==, OLD);
    }
  if (self->report.rescued_path != NULL)
    {
      g_autofree char *rescued = read_text (self->report.rescued_path);

      g_assert_cmpstr (rescued, ==, NEW);
    }
}

/* Nothing is left but what the report names. When nothing works any more, a temporary may stay. */
static void
check_folder (Run *self)
{
  GDir *folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (strcmp (path, self->path) != 0 && g_strcmp0 (path, self->report.rescued_path) != 0 &&
          strcmp (name, "a.netz~") != 0 && !(disk.forever && g_str_has_prefix (name, ".netz-")))
        {
          if (self->error != NULL)
            g_test_message ("%s", self->error->message);
          g_error ("%s: %s is left after call %u failed with %s", self->scenario->name, name, disk.at,
                   g_strerror (disk.number));
        }
      g_remove (path);
    }
  g_dir_close (folder);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
}

static void
finish (Run *self)
{
  netz_save_report_clear (&self->report);
  g_clear_error (&self->error);
  g_free (self->folder);
  g_free (self->path);
}

/* Lets every call fail, one after the other. Returns in how many of the runs the file was saved. */
static guint
fail_everywhere (const Scenario *scenario,
                 int number,
                 gboolean forever,
                 gboolean half)
{
  guint saved = 0;

  for (guint at = 0; at < MAX_CALLS; at++)
    {
      Run run;
      gboolean reached;

      disk.at = at;
      disk.number = number;
      disk.forever = forever;
      disk.half = half;
      run_save (&run, scenario);
      reached = disk.count > disk.at;
      saved += run.saved;
      check_file (&run);
      if (number == EINTR)
        g_assert_no_error (run.error);
      if (!run.saved && run.error->code != NETZ_FORMAT_ERROR_VERIFY)
        g_assert_true (netz_format_error_offers_save_as (run.error));
      check_folder (&run);
      finish (&run);
      if (!reached)
        {
          g_assert_cmpuint (at, >, 10);
          return saved;
        }
    }
  g_assert_not_reached ();
}

static void
test_faults (gconstpointer data)
{
  /* every second one also for good: the share is away */
  static const int numbers[] = { ENOSPC, EROFS,  EIO,   EPERM,  EACCES,     ENOENT,
                                 ESTALE, EINVAL, EBUSY, EMFILE, EOPNOTSUPP, EXDEV };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      fail_everywhere (data, numbers[i], FALSE, FALSE);
      if (i % 2 == 0)
        fail_everywhere (data, numbers[i], TRUE, FALSE);
    }
}

static void
test_half_writes (gconstpointer data)
{
  fail_everywhere (data, ENOSPC, FALSE, TRUE);
  fail_everywhere (data, ENOSPC, TRUE, TRUE);
  fail_everywhere (data, EIO, FALSE, TRUE);
}

/* open, read, write, fsync, rename and close can be interrupted; nobody notices. */
static void
test_interrupts (gconstpointer data)
{
  disk.only_slow_calls = TRUE;
  fail_everywhere (data, EINTR, FALSE, FALSE);
  disk.only_slow_calls = FALSE;
}

/* A file system that knows no fsync is good enough. */
static int
sync_unknown (int descriptor)
{
  static const int numbers[] = { EINVAL, ENOSYS, EOPNOTSUPP };

  errno = numbers[disk.at];
  return -1;
}

static void
test_no_sync (void)
{
  for (disk.at = 0; disk.at < 3; disk.at++)
    {
      NetzStoreCalls calls = *netz_store_calls_get_default ();
      g_autofree char *folder = g_dir_make_tmp ("netz-faults-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "a.netz", NULL);
      g_autoptr (GBytes) content = g_bytes_new_static (NEW, strlen (NEW));
      g_autoptr (GError) error = NULL;

      calls.fsync = sync_unknown;
      netz_store_save_with_calls (&calls, path, content, NULL, 0, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_remove (path);
      g_rmdir (folder);
    }
}

/* A medium that writes something else than it was given, once or always. */
static ssize_t
write_wrong (int descriptor,
             const void *buffer,
             size_t size)
{
  g_autofree char *copy = g_memdup2 (buffer, size);

  if (disk.count++ < disk.at)
    copy[size / 2] ^= 1;
  return write (descriptor, copy, size);
}

static void
test_wrong_bytes (void)
{
  for (guint times = 1; times <= 2; times++)
    {
      NetzStoreCalls calls = *netz_store_calls_get_default ();
      g_autofree char *folder = g_dir_make_tmp ("netz-faults-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "a.netz", NULL);
      g_autoptr (GBytes) content = g_bytes_new_static (NEW, strlen (NEW));
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      calls.write = write_wrong;
      disk.count = 0;
      disk.at = times;
      netz_store_save_with_calls (&calls, path, content, NULL, 0, NULL, NULL, NULL, &error);
      text = read_text (path);
      if (times == 1)
        g_assert_no_error (error);
      else
        g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_IO);
      g_assert_cmpstr (text, ==, times == 1 ? NEW : NULL);
      g_remove (path);
      g_assert_cmpint (g_rmdir (folder), ==, 0);
    }
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
test_no_fault (gconstpointer data)
{
  Run run;

  disk.at = MAX_CALLS;
  disk.forever = FALSE;
  run_save (&run, data);
  g_assert_no_error (run.error);
  g_assert_null (run.report.notes);
  check_file (&run);
  check_folder (&run);
  finish (&run);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *state = NULL;
  int result;

  /* thousands of small files: in memory where there is such a place */
  if (access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  state = g_dir_make_tmp ("netz-state-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autofree char *none = g_strdup_printf ("/faults/none/%s", scenarios[i].name);
      g_autofree char *each = g_strdup_printf ("/faults/each-call/%s", scenarios[i].name);
      g_autofree char *half = g_strdup_printf ("/faults/half-writes/%s", scenarios[i].name);
      g_autofree char *interrupt = g_strdup_printf ("/faults/interrupts/%s", scenarios[i].name);

      g_test_add_data_func (none, &scenarios[i], test_no_fault);
      g_test_add_data_func (each, &scenarios[i], test_faults);
      g_test_add_data_func (half, &scenarios[i], test_half_writes);
      g_test_add_data_func (interrupt, &scenarios[i], test_interrupts);
    }
  g_test_add_func ("/faults/no-sync", test_no_sync);
  g_test_add_func ("/faults/wrong-bytes", test_wrong_bytes);
  result = g_test_run ();
  remove_all (state);
  return result;
}
