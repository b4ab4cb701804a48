/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-store-calls.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/xattr.h>
#include <unistd.h>

static int
call_open (int folder,
           const char *name,
           int flags,
           mode_t mode)
{
  return openat (folder, name, flags, mode);
}

static char **
call_list (int folder)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  int descriptor = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *stream;
  struct dirent *entry;

  if (descriptor < 0)
    return NULL;
  stream = fdopendir (descriptor);
  if (stream == NULL)
    {
      close (descriptor);
      return NULL;
    }
  while ((entry = readdir (stream)) != NULL)
    g_strv_builder_add (names, entry->d_name);
  closedir (stream);
  return g_strv_builder_end (names);
}

/**
 * netz_store_calls_get_default:
 *
 * Returns: (transfer none): the calls of the system itself
 */
const NetzStoreCalls *
netz_store_calls_get_default (void)
{
  static const NetzStoreCalls calls = {
    .open = call_open,
    .close = close,
    .read = read,
    .write = write,
    .fsync = fsync,
    .ftruncate = ftruncate,
    .fallocate = fallocate,
    .fstat = fstat,
    .fstatat = fstatat,
    .faccessat = faccessat,
    .fchmod = fchmod,
    .fchown = fchown,
    .flistxattr = flistxattr,
    .fgetxattr = fgetxattr,
    .fsetxattr = fsetxattr,
    .linkat = linkat,
    .renameat2 = renameat2,
    .unlinkat = unlinkat,
    .readlinkat = readlinkat,
    .list = call_list,
    .sleep = g_usleep,
  };

  return &calls;
}
