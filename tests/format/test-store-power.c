/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-store-job.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/*
 * The power goes off after any call of a save. A model of a folder on a disk keeps
 * apart what programs see and what is on the medium:
 *
 *  - content counts as written only when its file was synced; else anything may be there;
 *  - changes of names wait until the folder is synced; before, any of them may have
 *    been done and any not, in whatever order, but each wholly or not at all.
 *
 * After each call all outcomes are looked at: under the target's name there must be
 * the whole old file or the whole new one, and once the save has said "done", the new.
 */

#define OLD "the old network\n"
#define NEW "the new network, which is longer\n"
#define TARGET "a.netz"
#define FOLDER 1000
#define MAX_FILES 16
#define MAX_PENDING 12

typedef struct
{
  char data[128];
  gsize size;
  char synced[128];
  gsize synced_size;
  gboolean is_synced; /* data is on the medium */
  guint links;
  mode_t mode;
  gint64 time;
} File;

/* A name that stands for a file, or -1. */
typedef struct
{
  char name[64];
  int file;
} Entry;

typedef struct
{
  Entry entries[MAX_FILES];
  guint count;
} Folder;

/* Up to two names that change in one step. */
typedef struct
{
  Entry entries[2];
  guint count;
} Change;

static struct
{
  File files[MAX_FILES];
  guint file_count;
  Folder seen;
  Folder synced;
  Change pending[MAX_PENDING];
  guint pending_count;
  struct
  {
    int file;
    gsize at;
  } open[MAX_FILES];
  gint64 clock;

  gboolean no_exchange;
  gboolean no_link;
  gboolean lies; /* fsync of files says "good" and does nothing */
  gboolean lies_about_folder;

  gboolean had_old;
  guint outcomes;
  guint violations;
} disk;

static Entry *
find_entry (Folder *folder,
            const char *name)
{
  for (guint i = 0; i < folder->count; i++)
    if (strcmp (folder->entries[i].name, name) == 0)
      return &folder->entries[i];
  return NULL;
}

static int
look_up (Folder *folder,
         const char *name)
{
  const Entry *entry = find_entry (folder, name);

  return entry != NULL ? entry->file : -1;
}

static void
set_entry (Folder *folder,
           const char *name,
           int file)
{
  Entry *entry = find_entry (folder, name);

  if (entry == NULL)
    {
      g_assert_cmpuint (folder->count, <, MAX_FILES);
      entry = &folder->entries[folder->count++];
      g_strlcpy (entry->name, name, sizeof entry->name);
    }
  entry->file = file;
}

static void
apply (Folder *folder,
       const Change *change)
{
  for (guint i = 0; i < change->count; i++)
    set_entry (folder, change->entries[i].name, change->entries[i].file);
}

static void
change_names (const char *first,
              int first_file,
              const char *second,
              int second_file)
{
  Change *change;

  g_assert_cmpuint (disk.pending_count, <, MAX_PENDING);
  change = &disk.pending[disk.pending_count++];
  change->count = second != NULL ? 2 : 1;
  g_strlcpy (change->entries[0].name, first, sizeof change->entries[0].name);
  change->entries[0].file = first_file;
  if (second != NULL)
    {
      g_strlcpy (change->entries[1].name, second, sizeof change->entries[1].name);
      change->entries[1].file = second_file;
    }
  apply (&disk.seen, change);
}

static gboolean
is_whole (int file,
          const char *text)
{
  const File *self = &disk.files[file];

  return self->is_synced && self->synced_size == strlen (text) && memcmp (self->synced, text, self->synced_size) == 0;
}

/* One outcome: those pending changes were done whose bits are set. */
static void
check_outcome (guint done,
               gboolean saved)
{
  Folder folder = disk.synced;
  int target, backup;

  for (guint i = 0; i < disk.pending_count; i++)
    if (done & (1u << i))
      apply (&folder, &disk.pending[i]);

  disk.outcomes++;
  target = look_up (&folder, TARGET);
  backup = look_up (&folder, TARGET "~");
  if (target < 0 ? disk.had_old || saved : !is_whole (target, NEW) && (saved || !is_whole (target, OLD)))
    disk.violations++;
  if (backup >= 0 && !is_whole (backup, OLD) && !is_whole (backup, "older\n"))
    disk.violations++;
}

static void
check_all (gboolean saved)
{
  for (guint done = 0; done < 1u << disk.pending_count; done++)
    check_outcome (done, saved);
}

static int
after (int result)
{
  int number = errno;

  check_all (FALSE);
  errno = number;
  return result;
}

static int
fail_with (int number)
{
  errno = number;
  return -1;
}

static int
add_file (const char *text,
          gboolean synced)
{
  File *file = &disk.files[disk.file_count];

  g_assert_cmpuint (disk.file_count, <, MAX_FILES);
  memset (file, 0, sizeof *file);
  file->size = strlen (text);
  memcpy (file->data, text, file->size);
  file->synced_size = file->size;
  memcpy (file->synced, text, file->size);
  file->is_synced = synced;
  file->mode = 0644;
  file->time = disk.clock++;
  return (int) disk.file_count++;
}

static int
open_file (int file)
{
  for (guint i = 0; i < MAX_FILES; i++)
    if (disk.open[i].file < 0)
      {
        disk.open[i].file = file;
        disk.open[i].at = 0;
        return (int) i;
      }
  g_assert_not_reached ();
}

static int
model_open (int folder,
            const char *name,
            int flags,
            mode_t mode)
{
  int file;

  if (folder == AT_FDCWD)
    return FOLDER;
  file = look_up (&disk.seen, name);
  if (flags & O_CREAT)
    {
      if (file >= 0)
        return fail_with (EEXIST);
      file = add_file ("", FALSE);
      disk.files[file].mode = mode;
      change_names (name, file, NULL, -1);
    }
  return file < 0 ? fail_with (ENOENT) : after (open_file (file));
}

static int
model_close (int descriptor)
{
  if (descriptor != FOLDER)
    disk.open[descriptor].file = -1;
  return after (0);
}

static ssize_t
model_read (int descriptor,
            void *buffer,
            size_t size)
{
  const File *file = &disk.files[disk.open[descriptor].file];
  gsize count = MIN (size, file->size - disk.open[descriptor].at);

  memcpy (buffer, file->data + disk.open[descriptor].at, count);
  disk.open[descriptor].at += count;
  return (ssize_t) count;
}

static ssize_t
model_write (int descriptor,
             const void *buffer,
             size_t size)
{
  File *file = &disk.files[disk.open[descriptor].file];
  gsize count = MIN (size, 7);

  memcpy (file->data + disk.open[descriptor].at, buffer, count);
  disk.open[descriptor].at += count;
  file->size = MAX (file->size, disk.open[descriptor].at);
  file->is_synced = FALSE;
  file->time = disk.clock++;
  after (0);
  return (ssize_t) count;
}

static int
model_fsync (int descriptor)
{
  if (descriptor == FOLDER && !disk.lies_about_folder)
    {
      for (guint i = 0; i < disk.pending_count; i++)
        apply (&disk.synced, &disk.pending[i]);
      disk.pending_count = 0;
    }
  else if (descriptor != FOLDER && !disk.lies)
    {
      File *file = &disk.files[disk.open[descriptor].file];

      memcpy (file->synced, file->data, file->size);
      file->synced_size = file->size;
      file->is_synced = TRUE;
    }
  return after (0);
}

static void
fill_status (int file,
             struct stat *status)
{
  memset (status, 0, sizeof *status);
  status->st_ino = (ino_t) file + 1;
  status->st_mode = S_IFREG | disk.files[file].mode;
  status->st_size = (off_t) disk.files[file].size;
  status->st_nlink = 1;
  status->st_mtim.tv_sec = disk.files[file].time;
  status->st_ctim.tv_sec = disk.files[file].time;
}

static int
model_fstat (int descriptor,
             struct stat *status)
{
  fill_status (disk.open[descriptor].file, status);
  return 0;
}

static int
model_fstatat (int folder,
               const char *name,
               struct stat *status,
               int flags)
{
  int file = look_up (&disk.seen, name);

  if (file < 0)
    return fail_with (ENOENT);
  fill_status (file, status);
  return 0;
}

static int
model_faccessat (int folder,
                 const char *name,
                 int mode,
                 int flags)
{
  return 0;
}

static int
model_fchmod (int descriptor,
              mode_t mode)
{
  disk.files[disk.open[descriptor].file].mode = mode;
  return 0;
}

static ssize_t
model_flistxattr (int descriptor,
                  char *list,
                  size_t size)
{
  return fail_with (ENOTSUP);
}

static ssize_t
model_readlinkat (int folder,
                  const char *name,
                  char *buffer,
                  size_t size)
{
  return fail_with (EINVAL);
}

static int
model_linkat (int from_folder,
              const char *from,
              int to_folder,
              const char *to,
              int flags)
{
  if (disk.no_link)
    return fail_with (EPERM);
  if (look_up (&disk.seen, to) >= 0)
    return fail_with (EEXIST);
  change_names (to, look_up (&disk.seen, from), NULL, -1);
  return after (0);
}

static int
model_renameat2 (int from_folder,
                 const char *from,
                 int to_folder,
                 const char *to,
                 unsigned int flags)
{
  int from_file = look_up (&disk.seen, from);
  int to_file = look_up (&disk.seen, to);

  if (flags != 0 && disk.no_exchange)
    return fail_with (EINVAL);
  if (from_file < 0 || (flags == RENAME_EXCHANGE && to_file < 0))
    return fail_with (ENOENT);
  if (flags == RENAME_NOREPLACE && to_file >= 0)
    return fail_with (EEXIST);
  if (from_file != to_file)
    change_names (from, flags == RENAME_EXCHANGE ? to_file : -1, to, from_file);
  return after (0);
}

static int
model_unlinkat (int folder,
                const char *name,
                int flags)
{
  if (look_up (&disk.seen, name) < 0)
    return fail_with (ENOENT);
  change_names (name, -1, NULL, -1);
  return after (0);
}

static char **
model_list (int folder)
{
  return g_new0 (char *, 1);
}

static void
model_sleep (gulong microseconds)
{
}

static const NetzStoreCalls calls = {
  .open = model_open,
  .close = model_close,
  .read = model_read,
  .write = model_write,
  .fsync = model_fsync,
  .fstat = model_fstat,
  .fstatat = model_fstatat,
  .faccessat = model_faccessat,
  .fchmod = model_fchmod,
  .flistxattr = model_flistxattr,
  .linkat = model_linkat,
  .renameat2 = model_renameat2,
  .unlinkat = model_unlinkat,
  .readlinkat = model_readlinkat,
  .list = model_list,
  .sleep = model_sleep,
};

static void
reset_disk (gboolean exists)
{
  memset (&disk, 0, sizeof disk);
  for (guint i = 0; i < MAX_FILES; i++)
    disk.open[i].file = -1;
  disk.clock = 1000;
  disk.had_old = exists;
  if (!exists)
    return;
  set_entry (&disk.seen, TARGET, add_file (OLD, TRUE));
  set_entry (&disk.seen, TARGET "~", add_file ("older\n", TRUE));
  disk.synced = disk.seen;
}

static void
save (NetzStoreFlags flags)
{
  g_autoptr (GBytes) content = g_bytes_new_static (NEW, strlen (NEW));
  g_autoptr (GError) error = NULL;

  netz_store_save_with_calls (&calls, "/folder/" TARGET, content, NULL, flags, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  check_all (TRUE);
  g_assert_cmpuint (disk.outcomes, >, 20);
}

typedef struct
{
  const char *name;
  gboolean exists;
  gboolean no_exchange;
  gboolean no_link;
  NetzStoreFlags flags;
} Case;

static const Case cases[] = {
  { "new", FALSE, FALSE, FALSE, 0 },
  { "new-by-link", FALSE, TRUE, FALSE, 0 },
  { "new-by-rename", FALSE, TRUE, TRUE, 0 },
  { "exchange", TRUE, FALSE, FALSE, 0 },
  { "exchange-no-backup", TRUE, FALSE, FALSE, NETZ_STORE_NO_BACKUP },
  { "link", TRUE, TRUE, FALSE, 0 },
  { "rename-no-backup", TRUE, TRUE, FALSE, NETZ_STORE_NO_BACKUP },
  { "copy", TRUE, TRUE, TRUE, 0 },
};

static void
prepare (const Case *self)
{
  reset_disk (self->exists);
  disk.no_exchange = self->no_exchange;
  disk.no_link = self->no_link;
}

static void
test_power_cut (gconstpointer data)
{
  const Case *self = data;

  prepare (self);
  save (self->flags);
  g_assert_cmpuint (disk.violations, ==, 0);
}

/* That the model finds anything at all: without fsync files are torn. */
static void
test_without_sync (gconstpointer data)
{
  const Case *self = data;

  prepare (self);
  disk.lies = TRUE;
  save (self->flags);
  g_assert_cmpuint (disk.violations, >, 0);

  prepare (self);
  disk.lies_about_folder = TRUE;
  save (self->flags);
  g_assert_cmpuint (disk.violations, >, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = g_strdup_printf ("/power/cut/%s", cases[i].name);
      g_autofree char *without = g_strdup_printf ("/power/model-finds-missing-sync/%s", cases[i].name);

      g_test_add_data_func (cut, &cases[i], test_power_cut);
      g_test_add_data_func (without, &cases[i], test_without_sync);
    }
  return g_test_run ();
}
