/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/netz-journal.h"
#include "format/netz-store-calls.h"

G_BEGIN_DECLS

/*
 * What writing a journal and recovering one share. Private to the two and their test.
 */

#define NETZ_JOURNAL_LOCK_SUFFIX ".lock"

struct _NetzJournal
{
  const NetzStoreCalls *calls; /* for writing only */
  char *folder;
  char *id;
  int lock;        /* descriptor that holds the lock, -1 = discarded */
  int file;        /* descriptor of the file that is appended to, -1 = none */
  guint turn;      /* which of the two it is */
  guint64 generation;
  guint64 number;  /* of the next record */
  guint64 size;    /* bytes of whole records */
  gboolean broken; /* the file cannot be trusted any more */
};

char *netz_journal_make_path (const char *folder, const char *id, const char *suffix);

char *netz_journal_make_file_path (const char *folder, const char *id, guint turn);

int netz_journal_take_lock (const char *folder, const char *id, int flags);

NetzJournal *netz_journal_create (const char *folder, char *id, int lock);

G_END_DECLS
