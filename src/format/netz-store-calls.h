/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/netz-bytes.h"

#include <sys/stat.h>
#include <sys/types.h>

G_BEGIN_DECLS

/*
 * The system calls through which this folder touches a disk, and what its files
 * share beneath their public headers. A table instead of the calls themselves, so
 * that a test can let any call fail, cut the power after any call, or put a model
 * of a disk beneath. Each entry behaves like the call of its name and sets errno.
 * Belongs to the format folder and its tests.
 */
typedef struct
{
  int (*open) (int folder, const char *name, int flags, mode_t mode);
  int (*close) (int descriptor);
  ssize_t (*read) (int descriptor, void *buffer, size_t size);
  ssize_t (*write) (int descriptor, const void *buffer, size_t size);
  int (*fsync) (int descriptor);
  int (*ftruncate) (int descriptor, off_t size);
  int (*fallocate) (int descriptor, int mode, off_t offset, off_t size);
  int (*fstat) (int descriptor, struct stat *status);
  int (*fstatat) (int folder, const char *name, struct stat *status, int flags);
  int (*faccessat) (int folder, const char *name, int mode, int flags);
  int (*fchmod) (int descriptor, mode_t mode);
  int (*fchown) (int descriptor, uid_t owner, gid_t group);
  ssize_t (*flistxattr) (int descriptor, char *list, size_t size);
  ssize_t (*fgetxattr) (int descriptor, const char *name, void *value, size_t size);
  int (*fsetxattr) (int descriptor, const char *name, const void *value, size_t size, int flags);
  int (*linkat) (int from_folder, const char *from, int to_folder, const char *to, int flags);
  int (*renameat2) (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
  int (*unlinkat) (int folder, const char *name, int flags);
  ssize_t (*readlinkat) (int folder, const char *name, char *buffer, size_t size);
  char **(*list) (int folder); /* names in the folder, (transfer full), NULL on error */
  void (*sleep) (gulong microseconds);
} NetzStoreCalls;

const NetzStoreCalls *netz_store_calls_get_default (void);

GBytes *netz_bytes_read_with_calls (const NetzStoreCalls *calls,
                                    int folder,
                                    const char *name,
                                    const char *path,
                                    gsize limit,
                                    NetzFileStamp *stamp,
                                    GError **error);

void netz_file_stamp_set (NetzFileStamp *stamp, const struct stat *status, GBytes *content);

G_END_DECLS
