/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/netz-store-calls.h"
#include "format/netz-store.h"

G_BEGIN_DECLS

/*
 * One save on its way: what the parts of the store hand to each other. Belongs to
 * netz_store_save_with_calls(), lives as long as that call, and is the only owner
 * of the open folder. Private to the store.
 *
 * Functions that can fail on a system call return 0 or an errno, those that set
 * the job's error return a gboolean.
 */

/* What was read back is not what was written; not an errno of any system. */
#define NETZ_STORE_DIFFERS 10001

/* Room for a hidden name of ours, its NUL included. */
#define NETZ_STORE_TEMPORARY_SIZE 24

typedef struct
{
  const NetzStoreCalls *calls;
  GBytes *content;
  const NetzFileStamp *expected;
  NetzStoreFlags flags;
  NetzStoreVerify verify;
  gpointer user_data;
  NetzSaveReport *report;
  GError **error;

  char *target;      /* the file after following links */
  char *folder_path; /* its folder */
  char *name;        /* its name there */
  int folder;        /* the opened folder, -1 = not open */

  gboolean exists;
  struct stat status; /* of the old file */
  GBytes *old;        /* its bytes; NULL when it may not be read */

  char temporary[NETZ_STORE_TEMPORARY_SIZE]; /* empty = there is none */
  gint64 now; /* the file system's own time, seconds */
} NetzStoreJob;

/* netz-store-target.c */
gboolean netz_store_find_target (NetzStoreJob *job, const char *path);
gboolean netz_store_open_folder (NetzStoreJob *job);
gboolean netz_store_inspect_target (NetzStoreJob *job);

/* netz-store-temporary.c */
void netz_store_make_temporary_name (char name[NETZ_STORE_TEMPORARY_SIZE]);
int netz_store_write_all (NetzStoreJob *job, int descriptor, GBytes *bytes);
int netz_store_sync (NetzStoreJob *job, int descriptor);
int netz_store_compare (NetzStoreJob *job, const char *name, GBytes *bytes);
int netz_store_write_copy (NetzStoreJob *job, GBytes *bytes, mode_t mode, char name[NETZ_STORE_TEMPORARY_SIZE]);
gboolean netz_store_write_temporary (NetzStoreJob *job);
void netz_store_remove (NetzStoreJob *job, const char *name);
void netz_store_drop_temporary (NetzStoreJob *job);
void netz_store_sweep (NetzStoreJob *job);

/* netz-store-attributes.c */
void netz_store_keep_attributes (NetzStoreJob *job, int descriptor);

/* netz-store-replace.c */
gboolean netz_store_put_in_place (NetzStoreJob *job);
char *netz_store_rescue (NetzStoreJob *job);
void netz_store_fill_stamp (NetzStoreJob *job);

/* netz-store-overwrite.c */
gboolean netz_store_overwrite (NetzStoreJob *job);

/* netz-store-message.c */
void netz_store_note (NetzStoreJob *job, const char *sentence);
gboolean netz_store_fail (NetzStoreJob *job, int number);
gboolean netz_store_fail_changed (NetzStoreJob *job);
gboolean netz_store_fail_with (NetzStoreJob *job, NetzFormatError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* netz-store.c */
gboolean netz_store_save_with_calls (const NetzStoreCalls *calls,
                                     const char *path,
                                     GBytes *content,
                                     const NetzFileStamp *expected,
                                     NetzStoreFlags flags,
                                     NetzStoreVerify verify,
                                     gpointer user_data,
                                     NetzSaveReport *report,
                                     GError **error);

G_END_DECLS
