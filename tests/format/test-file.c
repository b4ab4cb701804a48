/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-test"

#include "netz-test-document.h"
#include "netz-test-random.h"

#include "format/netz-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  NetzSnapshot *snapshot;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("netz-file-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "köln %s.netz", NULL);
  fixture->snapshot = netz_test_random_network (random, 3);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  netz_snapshot_unref (fixture->snapshot);
}

static void
put (const char *path,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_save_and_load (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree NetzFileStamp *saved = NULL;
  g_autofree NetzFileStamp *loaded = NULL;
  g_autofree char *note = NULL;
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (NetzSnapshot) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (netz_file_save (fixture->path, fixture->snapshot, &saved, NETZ_STORE_DEFAULT, &note, &error));
  g_assert_no_error (error);
  back = netz_file_load (fixture->path, &loaded, &report, &error);
  g_assert_no_error (error);
  g_assert_true (netz_snapshot_equal (fixture->snapshot, back));
  g_assert_nonnull (report);
  g_assert_true (netz_file_stamp_same_content (saved, loaded));
}

static void
test_nothing_to_write (Fixture *fixture,
                       gconstpointer data)
{
  g_auto (NetzSaveReport) first = { 0 };
  g_auto (NetzSaveReport) second = { 0 };
  g_autoptr (NetzSnapshot) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (netz_file_save_full (fixture->path, fixture->snapshot, NULL, NETZ_STORE_DEFAULT, &first, &error));
  g_assert_cmpint (first.outcome, ==, NETZ_STORE_WRITTEN);
  back = netz_file_load (fixture->path, NULL, NULL, &error);
  g_assert_true (netz_file_save_full (fixture->path, back, &first.stamp, NETZ_STORE_DEFAULT, &second, &error));
  g_assert_no_error (error);
  g_assert_cmpint (second.outcome, ==, NETZ_STORE_SAME);
}

static void
test_changed_meanwhile (Fixture *fixture,
                        gconstpointer data)
{
  g_autofree NetzFileStamp *stamp = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  g_autoptr (NetzSnapshot) other = netz_test_random_network (random, 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (netz_file_save (fixture->path, fixture->snapshot, &stamp, NETZ_STORE_DEFAULT, NULL, &error));
  put (fixture->path, "theirs");
  g_assert_false (netz_file_save (fixture->path, other, &stamp, NETZ_STORE_DEFAULT, NULL, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_CHANGED_ON_DISK);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "theirs");
}

/* A damaged file is refused, and the message names the earlier version. */
static void
test_backup_is_named (Fixture *fixture,
                      gconstpointer data)
{
  static const char *const damaged[] = {
    "",
    "  ",
    "<network xmlns='urn:netzwerkstatt:network' version='1.0'><kinds>",
  };
  g_autofree char *backup = g_strconcat (fixture->path, "~", NULL);
  g_autofree char *display = g_filename_display_name (backup);

  put (backup, "earlier");
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GError) error = NULL;

      put (fixture->path, damaged[i]);
      g_assert_null (netz_file_load (fixture->path, NULL, NULL, &error));
      netz_test_assert_contains (error->message, display);
      g_assert_true (netz_format_error_offers_backup (error));
      g_assert_cmpuint (netz_format_error_get_line (error), ==, i == 2 ? 1 : 0);
    }
}

static void
test_no_backup_for_newer (Fixture *fixture,
                          gconstpointer data)
{
  g_autofree char *backup = g_strconcat (fixture->path, "~", NULL);
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (NetzSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  put (backup, "earlier");
  put (fixture->path, "<network xmlns='urn:netzwerkstatt:network' version='2.0' id='n'/>");
  g_assert_null (netz_file_load (fixture->path, NULL, NULL, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_VERSION);
  g_assert_null (strstr (error->message, "~"));
  g_clear_error (&error);
  snapshot = netz_file_load_full (fixture->path, NETZ_READ_NEWER_MAJOR, NETZ_BYTES_DEFAULT_LIMIT, NULL, NULL, NULL,
                                  NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_true (report->newer_major);
}

static void
test_limit (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "<network xmlns='urn:netzwerkstatt:network' version='1.0' id='n'/>");
  g_assert_null (netz_file_load_full (fixture->path, NETZ_READ_DEFAULT, 10, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_TOO_LARGE);
}

/* Standard output and input, put on a file for the while. */
static void
test_standard_streams (Fixture *fixture,
                       gconstpointer data)
{
  int saved_output, saved_input, file;
  gboolean written;
  g_autoptr (NetzSnapshot) back = NULL;
  g_autoptr (GError) error = NULL;

  fflush (stdout);
  saved_output = dup (STDOUT_FILENO);
  saved_input = dup (STDIN_FILENO);
  file = g_open (fixture->path, O_RDWR | O_CREAT, 0600);
  dup2 (file, STDOUT_FILENO);
  written = netz_file_save ("-", fixture->snapshot, NULL, NETZ_STORE_DEFAULT, NULL, &error);
  dup2 (saved_output, STDOUT_FILENO);
  g_assert_no_error (error);
  g_assert_true (written);

  lseek (file, 0, SEEK_SET);
  dup2 (file, STDIN_FILENO);
  back = netz_file_load ("-", NULL, NULL, &error);
  if (saved_input >= 0)
    dup2 (saved_input, STDIN_FILENO);
  g_assert_no_error (error);
  g_assert_true (netz_snapshot_equal (fixture->snapshot, back));
  close (saved_output);
  close (saved_input);
  close (file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/file/save-and-load", Fixture, NULL, set_up, test_save_and_load, tear_down);
  g_test_add ("/file/nothing-to-write", Fixture, NULL, set_up, test_nothing_to_write, tear_down);
  g_test_add ("/file/changed-meanwhile", Fixture, NULL, set_up, test_changed_meanwhile, tear_down);
  g_test_add ("/file/backup-is-named", Fixture, NULL, set_up, test_backup_is_named, tear_down);
  g_test_add ("/file/no-backup-for-newer", Fixture, NULL, set_up, test_no_backup_for_newer, tear_down);
  g_test_add ("/file/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/file/standard-streams", Fixture, NULL, set_up, test_standard_streams, tear_down);
  return g_test_run ();
}
