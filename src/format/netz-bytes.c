/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-bytes.h"

#include "format/netz-encoding.h"
#include "format/netz-gate.h"
#include "format/netz-signature.h"
#include "format/netz-store-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

#define ATTEMPTS 3
#define PAUSE_MICROSECONDS 50000
#define CHUNK ((gsize) 64 * 1024)

/* One reading of one file. */
typedef struct
{
  const NetzStoreCalls *calls;
  int folder;
  const char *name;
  const char *path;
  gsize limit;
} Reading;

typedef enum
{
  READING_DONE,
  READING_AGAIN,
  READING_FAILED,
} ReadingResult;

static char *
get_owner_name (uid_t owner)
{
  struct passwd entry, *found = NULL;
  char buffer[4096];

  if (getpwuid_r (owner, &entry, buffer, sizeof buffer, &found) == 0 && found != NULL)
    return g_strdup (found->pw_name);
  return g_strdup_printf ("%u", (guint) owner);
}

static void
set_not_allowed (const Reading *self,
                 const char *display,
                 GError **error)
{
  struct stat status;
  g_autofree char *owner = NULL;

  if (self->calls->fstatat (self->folder, self->name, &status, 0) != 0)
    {
      netz_format_error_set (error, NETZ_FORMAT_ERROR_NOT_ALLOWED, 0, 0,
                             _("You may not read “%s”, since its folder is closed to you."), display);
      return;
    }
  owner = get_owner_name (status.st_uid);
  netz_format_error_set (error, NETZ_FORMAT_ERROR_NOT_ALLOWED, 0, 0,
                         _("You may not read “%s”. It belongs to the user “%s”, who can allow it."), display, owner);
}

static void
set_error_number (const Reading *self,
                  int number,
                  GError **error)
{
  g_autofree char *display = g_filename_display_name (self->path);

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      netz_format_error_set (error, NETZ_FORMAT_ERROR_NOT_FOUND, 0, 0, _("There is no file “%s”."), display);
      break;
    case ELOOP:
      netz_format_error_set (error, NETZ_FORMAT_ERROR_NOT_REGULAR, 0, 0,
                             _("“%s” is a link that leads back to itself."), display);
      break;
    case ENAMETOOLONG:
      netz_format_error_set (error, NETZ_FORMAT_ERROR_NAME_TOO_LONG, 0, 0,
                             _("There can be no file “%s”: the name is too long."), display);
      break;
    case EACCES:
    case EPERM:
      set_not_allowed (self, display, error);
      break;
    case ENOMEM:
      netz_format_error_set (error, NETZ_FORMAT_ERROR_TOO_LARGE, 0, 0, _("There is not enough memory to read “%s”."),
                             display);
      break;
    case EAGAIN:
    case EBUSY:
    case ETXTBSY:
      netz_format_error_set (error, NETZ_FORMAT_ERROR_BUSY, 0, 0,
                             _("Another program holds “%s” at the moment. Try again soon."), display);
      break;
    default:
      netz_format_error_set (error, NETZ_FORMAT_ERROR_IO, 0, 0, _("“%s” could not be read: %s."), display,
                             g_strerror (number));
    }
}

static gboolean
check_kind (const Reading *self,
            const struct stat *status,
            GError **error)
{
  g_autofree char *display = NULL;

  if (S_ISREG (status->st_mode))
    return TRUE;
  display = g_filename_display_name (self->path);
  if (S_ISDIR (status->st_mode))
    netz_format_error_set (error, NETZ_FORMAT_ERROR_NOT_REGULAR, 0, 0, _("“%s” is a folder, not a file."), display);
  else
    netz_format_error_set (error, NETZ_FORMAT_ERROR_NOT_REGULAR, 0, 0,
                           _("“%s” is not a file but a device, a pipe or a socket."), display);
  return FALSE;
}

static void
set_too_large (const char *path,
               guint64 size,
               gsize limit,
               GError **error)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *size_text = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *limit_text = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  netz_format_error_set (error, NETZ_FORMAT_ERROR_TOO_LARGE, 0, 0,
                         /* TRANSLATORS: file name, its size, the limit. */
                         _("“%s” has %s. Files of more than %s are not read."), display, size_text, limit_text);
}

static gboolean
same_status (const struct stat *a,
             const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
         a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec &&
         a->st_ctim.tv_sec == b->st_ctim.tv_sec && a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

/* Reads up to size + 1 bytes, so that growth shows. Returns the count or -1. */
static gssize
read_all (const NetzStoreCalls *calls,
          int descriptor,
          guint8 *buffer,
          gsize size)
{
  gsize done = 0;

  while (done <= size)
    {
      ssize_t count = calls->read (descriptor, buffer + done, size + 1 - done);

      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return -1;
      if (count == 0)
        break;
      done += (gsize) count;
    }
  return (gssize) done;
}

static ReadingResult
read_opened (const Reading *self,
             int descriptor,
             GBytes **bytes,
             NetzFileStamp *stamp,
             GError **error)
{
  struct stat before, after, named;
  g_autofree guint8 *buffer = NULL;
  gsize size;
  gssize done;

  if (self->calls->fstat (descriptor, &before) != 0)
    {
      set_error_number (self, errno, error);
      return READING_FAILED;
    }
  if (!check_kind (self, &before, error))
    return READING_FAILED;
  if ((guint64) before.st_size > self->limit)
    {
      set_too_large (self->path, (guint64) before.st_size, self->limit, error);
      return READING_FAILED;
    }

  size = (gsize) before.st_size;
  buffer = g_try_malloc (size + 1);
  if (buffer == NULL)
    {
      set_error_number (self, ENOMEM, error);
      return READING_FAILED;
    }
  done = read_all (self->calls, descriptor, buffer, size);
  if (done < 0)
    {
      int number = errno;

      set_error_number (self, number, error);
      return number == ESTALE ? READING_AGAIN : READING_FAILED;
    }
  if ((gsize) done != size || self->calls->fstat (descriptor, &after) != 0 || !same_status (&before, &after) ||
      self->calls->fstatat (self->folder, self->name, &named, 0) != 0 || !same_status (&before, &named))
    return READING_AGAIN;

  *bytes = g_bytes_new_take (g_steal_pointer (&buffer), size);
  if (stamp != NULL)
    netz_file_stamp_set (stamp, &before, *bytes);
  return READING_DONE;
}

static ReadingResult
read_once (const Reading *self,
           GBytes **bytes,
           NetzFileStamp *stamp,
           GError **error)
{
  struct stat status;
  ReadingResult result;
  int descriptor;

  /* Opening a device can already do something: look before. */
  if (self->calls->fstatat (self->folder, self->name, &status, 0) != 0)
    {
      set_error_number (self, errno, error);
      return READING_FAILED;
    }
  if (!check_kind (self, &status, error))
    return READING_FAILED;

  do
    descriptor = self->calls->open (self->folder, self->name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
  while (descriptor < 0 && errno == EINTR);
  if (descriptor < 0)
    {
      int number = errno;

      set_error_number (self, number, error);
      return number == ESTALE ? READING_AGAIN : READING_FAILED;
    }
  result = read_opened (self, descriptor, bytes, stamp, error);
  self->calls->close (descriptor);
  return result;
}

/**
 * netz_bytes_read_with_calls:
 * @calls: how to reach the disk
 * @folder: descriptor of a folder, or AT_FDCWD
 * @name: (type filename): the file, as seen from @folder
 * @path: (type filename): the file for messages
 * @limit: bytes that it may have
 * @stamp: (out caller-allocates) (optional): what it was
 * @error: return location
 *
 * As netz_bytes_read_file(). A file that changes under our hands is read again,
 * three times in all.
 *
 * Returns: (transfer full): the bytes, or %NULL with %NETZ_FORMAT_ERROR
 */
GBytes *
netz_bytes_read_with_calls (const NetzStoreCalls *calls,
                            int folder,
                            const char *name,
                            const char *path,
                            gsize limit,
                            NetzFileStamp *stamp,
                            GError **error)
{
  const Reading reading = { calls, folder, name, path, limit };
  GBytes *bytes = NULL;
  g_autofree char *display = NULL;

  for (guint i = 0; i < ATTEMPTS; i++)
    {
      g_autoptr (GError) local = NULL;
      ReadingResult result = read_once (&reading, &bytes, stamp, &local);

      if (result == READING_DONE)
        return bytes;
      if (result == READING_FAILED || (local != NULL && i + 1 == ATTEMPTS))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      calls->sleep (PAUSE_MICROSECONDS);
    }
  display = g_filename_display_name (path);
  netz_format_error_set (error, NETZ_FORMAT_ERROR_CHANGING, 0, 0,
                         _("“%s” is being written by another program. Try again when it has finished."), display);
  return NULL;
}

/**
 * netz_file_stamp_set:
 * @stamp: (out caller-allocates): to fill
 * @status: of the file when it had @content
 * @content: its bytes
 *
 * O(n), for the hash.
 */
void
netz_file_stamp_set (NetzFileStamp *stamp,
                     const struct stat *status,
                     GBytes *content)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  stamp->device = (guint64) status->st_dev;
  stamp->inode = (guint64) status->st_ino;
  stamp->size = g_bytes_get_size (content);
  stamp->mtime = (gint64) status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
  stamp->ctime = (gint64) status->st_ctim.tv_sec * 1000000000 + status->st_ctim.tv_nsec;
  g_strlcpy (stamp->sha256, hash, sizeof stamp->sha256);
}

/**
 * netz_file_stamp_same_content:
 * @a: a stamp
 * @b: another stamp
 *
 * Returns: whether both files had the same bytes, whatever their times and places
 */
gboolean
netz_file_stamp_same_content (const NetzFileStamp *a,
                              const NetzFileStamp *b)
{
  return a->size == b->size && strcmp (a->sha256, b->sha256) == 0;
}

/**
 * netz_bytes_read_file:
 * @path: (type filename): a file
 * @limit: bytes that the file may have; %NETZ_BYTES_DEFAULT_LIMIT unless the user wants more
 * @stamp: (out caller-allocates) (optional): what the file was
 * @error: return location
 *
 * Reads a whole regular file. Never hangs on anything else, and never returns a
 * part of a file or a mixture of two versions: when the file changes while it is
 * read, it is read again, and after three times refused. O(n).
 *
 * Returns: (transfer full): the bytes, or %NULL with %NETZ_FORMAT_ERROR
 */
GBytes *
netz_bytes_read_file (const char *path,
                      gsize limit,
                      NetzFileStamp *stamp,
                      GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return netz_bytes_read_with_calls (netz_store_calls_get_default (), AT_FDCWD, path, path, limit, stamp, error);
}

static gssize
read_waiting (int descriptor,
              guint8 *buffer,
              gsize size)
{
  for (;;)
    {
      ssize_t count = read (descriptor, buffer, size);
      struct pollfd wait = { .fd = descriptor, .events = POLLIN };

      if (count >= 0)
        return count;
      if (errno == EAGAIN)
        poll (&wait, 1, -1);
      else if (errno != EINTR)
        return -1;
    }
}

/**
 * netz_bytes_read_descriptor:
 * @descriptor: an open descriptor, standard input as a rule; stays open
 * @limit: bytes that may come
 * @error: return location
 *
 * Reads to the end of the descriptor, waiting for what has still to come.
 *
 * Returns: (transfer full): the bytes, or %NULL with %NETZ_FORMAT_ERROR
 */
GBytes *
netz_bytes_read_descriptor (int descriptor,
                            gsize limit,
                            GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  guint8 chunk[CHUNK];

  for (;;)
    {
      gssize count = read_waiting (descriptor, chunk, sizeof chunk);

      if (count < 0)
        {
          netz_format_error_set (error, NETZ_FORMAT_ERROR_IO, 0, 0, _("Standard input could not be read: %s."),
                                 g_strerror (errno));
          return NULL;
        }
      if (count == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&array));
      if ((gsize) count > limit || array->len > limit - (gsize) count || array->len > G_MAXUINT / 2)
        {
          g_autofree char *limit_text = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

          netz_format_error_set (error, NETZ_FORMAT_ERROR_TOO_LARGE, 0, 0,
                                 _("Standard input has more than %s, which is the limit."), limit_text);
          return NULL;
        }
      g_byte_array_append (array, chunk, (guint) count);
    }
}

/**
 * netz_bytes_check_xml:
 * @bytes: a file as it was read
 * @error: return location
 *
 * The gate before any parser: recognises what is not a network file, converts
 * UTF-16 and declared Latin-1 and Windows-1252 to UTF-8 (the declaration is
 * rewritten to match), and checks the limits listed above in one scan. XML 1.0
 * and other versions 1.x are accepted and read as 1.0. O(n).
 *
 * Returns: (transfer full): UTF-8 that is safe to parse, the same bytes when they
 *   were UTF-8 already; or %NULL with a %NETZ_FORMAT_ERROR that knows its line
 */
GBytes *
netz_bytes_check_xml (GBytes *bytes,
                      GError **error)
{
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!netz_signature_check (bytes, error))
    return NULL;
  text = netz_encoding_to_utf8 (bytes, error);
  if (text == NULL || !netz_gate_scan (text, error))
    return NULL;
  return g_steal_pointer (&text);
}
