/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a network's journal holds: a base, which is the whole network and where
 * its file was, and changes, each the records that are new or other and the ids
 * of those that went. Replayed they give the network as it was last.
 */
#pragma once

#include "format/netz-bytes.h"
#include "format/netz-journal.h"
#include "model/netz-snapshot.h"

G_BEGIN_DECLS

/* The kind of a journal's record that holds a change. */
#define NETZ_RECOVERY_CHANGE 1

/**
 * NetzRecovered:
 * @snapshot: the network as it was last
 * @path: (nullable): the file that it belongs to
 * @stamp: what that file was; without a hash where it had not been read or written
 *
 * What a journal gave back.
 */
typedef struct
{
  NetzSnapshot *snapshot;
  char *path;
  NetzFileStamp stamp;
} NetzRecovered;

GBytes *netz_recovery_make_base (const NetzSnapshot *snapshot, const char *path, const NetzFileStamp *stamp);
GBytes *netz_recovery_make_change (const NetzSnapshot *changed, const char *const *gone);
NetzRecovered *netz_recovery_replay (NetzJournal *journal, GError **error);
void netz_recovered_free (NetzRecovered *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzRecovered, netz_recovered_free)

G_END_DECLS
