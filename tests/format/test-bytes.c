/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-store-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("netz-bytes-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  GDir *folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (folder);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

static char *
get_path (Fixture *self,
          const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static char *
write_file (Fixture *self,
            const char *name,
            const char *text)
{
  char *path = get_path (self, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
assert_read_error (const char *path,
                   NetzFormatError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = netz_bytes_read_file (path, NETZ_BYTES_DEFAULT_LIMIT, NULL, &error);

  g_assert_null (bytes);
  g_assert_error (error, NETZ_FORMAT_ERROR, (int) code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_read (Fixture *self,
           gconstpointer data)
{
  g_autofree char *path = write_file (self, "a.netz", "abc");
  g_autoptr (GError) error = NULL;
  NetzFileStamp stamp;
  g_autoptr (GBytes) bytes = netz_bytes_read_file (path, 3, &stamp, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "abc", 3);
  g_assert_cmpuint (stamp.size, ==, 3);
  g_assert_cmpstr (stamp.sha256, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpint (stamp.mtime, >, 0);
  g_assert_cmpuint (stamp.inode, !=, 0);
}

static void
test_empty (Fixture *self,
            gconstpointer data)
{
  g_autofree char *path = write_file (self, "a.netz", "");
  g_autoptr (GBytes) bytes = netz_bytes_read_file (path, 3, NULL, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

static void
test_odd_names (Fixture *self,
                gconstpointer data)
{
  static const char *names[] = { "-", "-rf", "a\nb", "100 %s %n", " ", "\xff\xfe.netz", "\xe2\x80\xae.netz" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = write_file (self, names[i], "x");
      g_autofree char *missing = g_strconcat (path, "?", NULL);
      g_autoptr (GBytes) bytes = netz_bytes_read_file (path, 3, NULL, NULL);

      g_assert_nonnull (bytes);
      assert_read_error (missing, NETZ_FORMAT_ERROR_NOT_FOUND);
    }
}

static void
test_links (Fixture *self,
            gconstpointer data)
{
  g_autofree char *path = write_file (self, "a.netz", "abc");
  g_autofree char *link = get_path (self, "link");
  g_autofree char *loop = get_path (self, "loop");
  g_autofree char *nowhere = get_path (self, "nowhere");
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (symlink ("a.netz", link), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_cmpint (symlink ("missing", nowhere), ==, 0);
  bytes = netz_bytes_read_file (link, 3, NULL, NULL);
  g_assert_nonnull (bytes);
  assert_read_error (loop, NETZ_FORMAT_ERROR_NOT_REGULAR);
  assert_read_error (nowhere, NETZ_FORMAT_ERROR_NOT_FOUND);
}

/* None of these must hang. */
static void
test_not_regular (Fixture *self,
                  gconstpointer data)
{
  g_autofree char *fifo = get_path (self, "fifo");
  g_autofree char *socket_path = get_path (self, "socket");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int descriptor = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_strlcpy (address.sun_path, socket_path, sizeof address.sun_path);
  g_assert_cmpint (bind (descriptor, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_read_error (self->folder, NETZ_FORMAT_ERROR_NOT_REGULAR);
  assert_read_error (fifo, NETZ_FORMAT_ERROR_NOT_REGULAR);
  assert_read_error (socket_path, NETZ_FORMAT_ERROR_NOT_REGULAR);
  assert_read_error ("/dev/zero", NETZ_FORMAT_ERROR_NOT_REGULAR);
  assert_read_error ("/dev/null", NETZ_FORMAT_ERROR_NOT_REGULAR);
  close (descriptor);
}

static void
test_limit (Fixture *self,
            gconstpointer data)
{
  g_autofree char *path = write_file (self, "a.netz", "abcd");
  g_autoptr (GError) error = NULL;
  int descriptor = open (path, O_WRONLY);

  g_assert_null (netz_bytes_read_file (path, 3, NULL, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_TOO_LARGE);
  /* refused by its size, before memory is asked for */
  g_assert_cmpint (ftruncate (descriptor, (off_t) 1 << 40), ==, 0);
  close (descriptor);
  assert_read_error (path, NETZ_FORMAT_ERROR_TOO_LARGE);
}

static void
test_no_permission (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *path = write_file (self, "a.netz", "abc");
  const char *owner = g_get_user_name ();
  pid_t child;
  int status;

  g_assert_cmpint (chmod (path, 0000), ==, 0);
  g_assert_cmpint (chmod (self->folder, 0755), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (3);
      if (netz_bytes_read_file (path, 3, NULL, &error) != NULL)
        _exit (1);
      _exit (g_error_matches (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_NOT_ALLOWED) &&
                     strstr (error->message, owner) != NULL
                 ? 0
                 : 2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* Faults on the way: what the calls below do is set by each test. */
static struct
{
  int number;       /* errno to fail with */
  guint times;      /* how often */
  guint reads;      /* reads so far */
  const char *path; /* file to change after the first read */
  const char *text; /* to replace or append */
  guint changes;    /* how often */
  gboolean replace;
} fault;

static ssize_t
faulty_read (int descriptor,
             void *buffer,
             size_t size)
{
  ssize_t count;

  fault.reads++;
  if (fault.times > 0)
    {
      fault.times--;
      errno = fault.number;
      return -1;
    }
  count = read (descriptor, buffer, MIN (size, 2));
  if (fault.changes > 0)
    {
      int other = open (fault.path, fault.replace ? O_WRONLY | O_TRUNC : O_WRONLY | O_APPEND);

      fault.changes--;
      g_assert_cmpint (write (other, fault.text, strlen (fault.text)), ==, strlen (fault.text));
      close (other);
    }
  return count;
}

static int
faulty_open (int folder,
             const char *name,
             int flags,
             mode_t mode)
{
  /* what must be in the flags so that nothing hangs and nothing leaks into a child */
  g_assert_cmphex (flags & (O_NONBLOCK | O_CLOEXEC | O_NOCTTY), ==, O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  return openat (folder, name, flags, mode);
}

static void
sleep_not (gulong microseconds)
{
}

static GBytes *
read_faulty (const char *path,
             GError **error)
{
  NetzStoreCalls calls = *netz_store_calls_get_default ();

  calls.read = faulty_read;
  calls.open = faulty_open;
  calls.sleep = sleep_not;
  fault.reads = 0;
  return netz_bytes_read_with_calls (&calls, AT_FDCWD, path, path, 1000, NULL, error);
}

static void
assert_faulty_text (const char *path,
                    const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_faulty (path, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
test_interrupted (Fixture *self,
                  gconstpointer data)
{
  g_autofree char *path = write_file (self, "a.netz", "abcdefg");

  memset (&fault, 0, sizeof fault);
  fault.number = EINTR;
  fault.times = 5;
  assert_faulty_text (path, "abcdefg");
  fault.number = ESTALE;
  fault.times = 2;
  assert_faulty_text (path, "abcdefg");
}

static void
test_failing (Fixture *self,
              gconstpointer data)
{
  g_autofree char *path = write_file (self, "a.netz", "abcdefg");
  static const int numbers[] = { EIO, ESTALE };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;

      memset (&fault, 0, sizeof fault);
      fault.number = numbers[i];
      fault.times = 100;
      g_assert_null (read_faulty (path, &error));
      g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_IO);
    }
}

static void
test_changes_once (Fixture *self,
                   gconstpointer data)
{
  static const char *texts[] = { "abX", "much longer than before", "a" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_file (self, "a.netz", "abcdefg");

      memset (&fault, 0, sizeof fault);
      fault.path = path;
      fault.text = texts[i];
      fault.replace = TRUE;
      fault.changes = 1;
      assert_faulty_text (path, texts[i]);
    }
}

static void
test_changes_always (Fixture *self,
                     gconstpointer data)
{
  g_autofree char *path = write_file (self, "a.netz", "abcdefg");
  g_autoptr (GError) error = NULL;

  memset (&fault, 0, sizeof fault);
  fault.path = path;
  fault.text = "more";
  fault.changes = 1000;
  g_assert_null (read_faulty (path, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_CHANGING);
}

static void
test_descriptor (void)
{
  int ends[2];
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (pipe2 (ends, O_CLOEXEC), ==, 0);
  g_assert_cmpint (write (ends[1], "abcd", 4), ==, 4);
  close (ends[1]);
  bytes = netz_bytes_read_descriptor (ends[0], 4, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "abcd", 4);
  close (ends[0]);

  g_assert_cmpint (pipe2 (ends, O_CLOEXEC), ==, 0);
  g_assert_cmpint (write (ends[1], "abcd", 4), ==, 4);
  close (ends[1]);
  g_assert_null (netz_bytes_read_descriptor (ends[0], 3, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_TOO_LARGE);
  close (ends[0]);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/bytes/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("read", test_read);
  ADD ("empty", test_empty);
  ADD ("odd-names", test_odd_names);
  ADD ("links", test_links);
  ADD ("not-regular", test_not_regular);
  ADD ("limit", test_limit);
  ADD ("no-permission", test_no_permission);
  ADD ("interrupted", test_interrupted);
  ADD ("failing", test_failing);
  ADD ("changes-once", test_changes_once);
  ADD ("changes-always", test_changes_always);
  g_test_add_func ("/bytes/descriptor", test_descriptor);
  return g_test_run ();
}
