/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzImportJob: reading a table in a thread of its own: the first rows and
 * what the columns mean, or all of it compared with a snapshot of the network.
 * A job belongs to its task; what it found is for the callback.
 */
#pragma once

#include "interchange/netz-import.h"

G_BEGIN_DECLS

/**
 * NetzImportJob:
 * @path: (type filename): the table
 * @bytes: (nullable): what is in it, once it has been read
 * @map: how it is read; what it does not say is found out
 * @snapshot: the network
 * @guess: whether the columns are to be guessed, or remembered
 * @compare: whether all rows are to be compared
 * @source: (nullable): the table, opened
 * @sample: (nullable): its first rows
 * @import: (nullable): what it would do
 */
typedef struct
{
  char *path;
  GBytes *bytes;
  NetzImportMap *map;
  NetzSnapshot *snapshot;
  gboolean guess;
  gboolean compare;
  NetzTableSource *source;
  NetzTableSample *sample;
  NetzImport *import;
} NetzImportJob;

void netz_import_job_start (NetzImportJob *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
NetzImportJob *netz_import_job_new (const char *path, GBytes *bytes, const NetzImportMap *map, NetzSnapshot *snapshot);
void netz_import_job_remember (const NetzTableSample *sample, const NetzImportMap *map);

G_END_DECLS
