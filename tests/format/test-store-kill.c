/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-store-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#define OLD "the old network\n"
#define NEW "the new network, which is longer\n"
#define MAX_CALLS 200
#define ROUNDS 40

/* The call at which the child dies, and how. */
static struct
{
  guint count;
  guint at;
  gboolean half; /* in the middle of a write */
  gboolean no_exchange;
} death;

static void
die_here (void)
{
  if (death.count++ == death.at)
    raise (SIGKILL);
}

static int
deadly_open (int folder,
             const char *name,
             int flags,
             mode_t mode)
{
  die_here ();
  return openat (folder, name, flags, mode);
}

static int
deadly_close (int descriptor)
{
  die_here ();
  return close (descriptor);
}

static ssize_t
deadly_write (int descriptor,
              const void *buffer,
              size_t size)
{
  if (death.half && death.count == death.at && write (descriptor, buffer, size / 2) < 0)
    _exit (3);
  die_here ();
  return write (descriptor, buffer, size);
}

static int
deadly_fsync (int descriptor)
{
  die_here ();
  return 0;
}

static int
deadly_linkat (int from_folder,
               const char *from,
               int to_folder,
               const char *to,
               int flags)
{
  die_here ();
  return linkat (from_folder, from, to_folder, to, flags);
}

static int
deadly_renameat2 (int from_folder,
                  const char *from,
                  int to_folder,
                  const char *to,
                  unsigned int flags)
{
  die_here ();
  if (!death.no_exchange || flags == 0)
    return renameat2 (from_folder, from, to_folder, to, flags);
  errno = EINVAL;
  return -1;
}

static int
deadly_unlinkat (int folder,
                 const char *name,
                 int flags)
{
  die_here ();
  return unlinkat (folder, name, flags);
}

static gboolean
save_text (const NetzStoreCalls *calls,
           const char *path,
           const char *text,
           gsize length)
{
  g_autoptr (GBytes) content = g_bytes_new_static (text, length);

  return netz_store_save_with_calls (calls, path, content, NULL, NETZ_STORE_FORCE, NULL, NULL, NULL, NULL);
}

static void
save_and_die (const char *path)
{
  NetzStoreCalls calls = *netz_store_calls_get_default ();

  calls.open = deadly_open;
  calls.close = deadly_close;
  calls.write = deadly_write;
  calls.fsync = deadly_fsync;
  calls.linkat = deadly_linkat;
  calls.renameat2 = deadly_renameat2;
  calls.unlinkat = deadly_unlinkat;
  _exit (save_text (&calls, path, NEW, strlen (NEW)) ? 0 : 1);
}

static void
empty_folder (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_remove (child), ==, 0);
    }
  g_dir_close (folder);
}

/* One child that is killed at a call. Returns whether it lived to the end. */
static gboolean
run_child (const char *folder,
           gboolean exists)
{
  g_autofree char *path = g_build_filename (folder, "a.netz", NULL);
  g_autofree char *text = NULL;
  pid_t child;
  int status;

  empty_folder (folder);
  if (exists)
    g_assert_true (g_file_set_contents_full (path, OLD, -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  death.count = 0;
  child = fork ();
  if (child == 0)
    save_and_die (path);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);

  g_file_get_contents (path, &text, NULL, NULL);
  if (WIFEXITED (status))
    g_assert_cmpstr (text, ==, NEW);
  else if (text != NULL)
    g_assert_true (strcmp (text, NEW) == 0 || strcmp (text, OLD) == 0);
  else
    g_assert_false (exists);

  /* and the next save is fine */
  g_assert_true (save_text (netz_store_calls_get_default (), path, "third\n", 6));
  return WIFEXITED (status);
}

static void
test_kill (gconstpointer data)
{
  guint mode = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_dir_make_tmp ("netz-kill-XXXXXX", NULL);

  death.no_exchange = mode & 2;
  for (guint half = 0; half < 2; half++)
    {
      death.half = half;
      for (death.at = 0; death.at < MAX_CALLS; death.at++)
        if (run_child (folder, mode & 1))
          break;
      g_assert_cmpuint (death.at, >, 8);
      g_assert_cmpuint (death.at, <, MAX_CALLS);
    }
  empty_folder (folder);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A text whose every line says the same, so that a mixture shows. */
static char *
make_uniform (char letter)
{
  return g_strnfill (20000, letter);
}

static void
write_often (const char *path,
             char letter)
{
  g_autofree char *text = make_uniform (letter);
  NetzStoreCalls calls = *netz_store_calls_get_default ();

  death.at = G_MAXUINT;
  calls.fsync = deadly_fsync;
  for (guint i = 0; i < ROUNDS; i++)
    if (!save_text (&calls, path, text, 20000))
      _exit (1);
  _exit (0);
}

/* Two programs save at the same time while a third reads: it never sees a mixture or a part. */
static void
test_two_writers (void)
{
  g_autofree char *folder = g_dir_make_tmp ("netz-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.netz", NULL);
  g_autofree char *first = make_uniform ('c');
  pid_t children[2];
  guint running = 2;
  char last = 'c';

  g_assert_true (save_text (netz_store_calls_get_default (), path, first, 20000));
  for (guint i = 0; i < 2; i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        write_often (path, "ab"[i]);
    }
  while (running > 0)
    {
      g_autofree char *text = NULL;
      gsize length = 0;
      int status;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_assert_cmpuint (length, ==, 20000);
      for (gsize i = 1; i < length; i++)
        g_assert_cmpint (text[i], ==, text[0]);
      last = text[0];
      for (guint i = 0; i < 2; i++)
        if (children[i] != 0 && waitpid (children[i], &status, WNOHANG) == children[i])
          {
            g_assert_cmpint (status, ==, 0);
            children[i] = 0;
            running--;
          }
    }
  g_assert_true (last == 'a' || last == 'b');
  empty_folder (folder);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Exit status of the child below when it may not mount. */
#define NOT_ALLOWED 77

static void
fill_small_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "a.netz", NULL);
  g_autofree char *big = g_strnfill (63000, 'x');
  g_autofree char *text = NULL;
  g_autoptr (GBytes) content = g_bytes_new_static (big, 63000);
  g_autoptr (GError) error = NULL;
  GDir *names;
  guint count = 0;

  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("tmpfs", folder, "tmpfs", 0, "size=64k") != 0)
    _exit (NOT_ALLOWED);
  if (!save_text (netz_store_calls_get_default (), path, OLD, strlen (OLD)))
    _exit (1);
  if (netz_store_save (path, content, NULL, 0, NULL, NULL, NULL, &error) ||
      !g_error_matches (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_NO_SPACE))
    _exit (2);
  if (!g_file_get_contents (path, &text, NULL, NULL) || strcmp (text, OLD) != 0)
    _exit (3);
  names = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (names) != NULL)
    count++;
  g_dir_close (names);
  if (count != 1)
    _exit (4);
  g_clear_error (&error);
  if (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL) != 0)
    _exit (NOT_ALLOWED);
  if (netz_store_save (path, content, NULL, 0, NULL, NULL, NULL, &error) ||
      !g_error_matches (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_READ_ONLY))
    _exit (5);
  _exit (0);
}

static void
test_full_and_read_only (void)
{
  g_autofree char *folder = g_dir_make_tmp ("netz-kill-XXXXXX", NULL);
  pid_t child = fork ();
  int status;

  if (child == 0)
    fill_small_disk (folder);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_rmdir (folder);
  if (WIFEXITED (status) && WEXITSTATUS (status) == NOT_ALLOWED)
    {
      g_test_skip ("no small disk can be mounted here");
      return;
    }
  g_assert_cmpint (status, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  /* many small files: in memory where there is such a place */
  if (access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/kill/new", GUINT_TO_POINTER (0), test_kill);
  g_test_add_data_func ("/kill/replace", GUINT_TO_POINTER (1), test_kill);
  g_test_add_data_func ("/kill/new-without-exchange", GUINT_TO_POINTER (2), test_kill);
  g_test_add_data_func ("/kill/replace-without-exchange", GUINT_TO_POINTER (3), test_kill);
  g_test_add_func ("/kill/two-writers", test_two_writers);
  g_test_add_func ("/kill/full-and-read-only", test_full_and_read_only);
  return g_test_run ();
}
