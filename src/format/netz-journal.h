/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/netz-format-error.h"

G_BEGIN_DECLS

/*
 * What is left of unsaved work after a crash: the state of a document and the edits
 * since, on the user's own disk (`$XDG_STATE_HOME/netzwerkstatt/journals`), never on a
 * share. What the records mean is the caller's affair.
 *
 * A journal is one document of one process. It is two files that take turns: a new
 * state is written to the other file, and only when it is safe the first one goes.
 * So at every moment one of them is whole; a torn record at its end is ignored.
 * Whether the process still lives is told by a lock on a third file, which the
 * system lifts however the process ends.
 *
 * A journal that is freed but not discarded stays, and is offered again and again
 * until somebody discards it. Not safe for threads at the same time, but may be
 * used from a worker.
 */

/* The kind of the first record of each file: the state that later records build upon. */
#define NETZ_JOURNAL_BASE 0

/**
 * NetzJournal:
 *
 * An open journal, owned by this process.
 */
typedef struct _NetzJournal NetzJournal;

/**
 * NetzJournalFound:
 * @id: name of the journal for netz_journal_claim()
 * @changed: when it was written last, seconds since 1970 (for the user; never for an order)
 * @base: its base record
 *
 * A journal whose process is gone.
 */
typedef struct
{
  char *id;
  gint64 changed;
  GBytes *base;
} NetzJournalFound;

/**
 * NetzJournalVisit:
 * @kind: %NETZ_JOURNAL_BASE first, then as given to netz_journal_append()
 * @payload: the record
 * @user_data: as given to netz_journal_replay()
 * @error: what is wrong with the record
 *
 * Returns: whether to go on
 */
typedef gboolean (*NetzJournalVisit) (guint32 kind, GBytes *payload, gpointer user_data, GError **error);

char *netz_journal_get_default_folder (void);

NetzJournal *netz_journal_new (const char *folder, GError **error);

void netz_journal_free (NetzJournal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzJournal, netz_journal_free)

gboolean netz_journal_start (NetzJournal *self, GBytes *base, GError **error);

gboolean netz_journal_append (NetzJournal *self, guint32 kind, GBytes *payload, GError **error);

gboolean netz_journal_sync (NetzJournal *self, GError **error);

void netz_journal_discard (NetzJournal *self);

const char *netz_journal_get_id (NetzJournal *self);

guint64 netz_journal_get_size (NetzJournal *self);

gboolean netz_journal_needs_start (NetzJournal *self);

void netz_journal_found_free (NetzJournalFound *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzJournalFound, netz_journal_found_free)

GPtrArray *netz_journal_list (const char *folder);

NetzJournal *netz_journal_claim (const char *folder, const char *id, GError **error);

gboolean netz_journal_replay (NetzJournal *self, NetzJournalVisit visit, gpointer user_data, GError **error);

G_END_DECLS
