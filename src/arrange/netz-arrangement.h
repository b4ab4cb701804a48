/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzArrangement: a network, or a part of it, that is given new places by an
 * engine of src/layout. It is made of a snapshot in the thread that can measure
 * boxes, run in any thread, and written into a draft in the thread of the
 * network. Pinned institutions and those that are not meant stay. Lengths are
 * scene units. Owned by whoever made it.
 */
#pragma once

#include "layout/netz-layout.h"
#include "model/netz-draft.h"
#include "model/netz-snapshot.h"

G_BEGIN_DECLS

typedef struct _NetzArrangement NetzArrangement;

/* What an institution covers, its name included, seen from its place. FALSE where that is not known. */
typedef gboolean (*NetzArrangementMeasure) (const char *id, NetzLayoutBox *box, gpointer data);

NetzArrangement *netz_arrangement_new (const NetzSnapshot *snapshot, const NetzLayoutEngine *engine,
                                       const char *const *ids, NetzArrangementMeasure measure, gpointer data);
void netz_arrangement_free (NetzArrangement *self);
const NetzLayoutGraph *netz_arrangement_get_graph (const NetzArrangement *self);
const char *netz_arrangement_get_id (const NetzArrangement *self, guint node);
gboolean netz_arrangement_run (NetzArrangement *self, guint32 seed, const char *focus, NetzLayoutProgress progress,
                               gpointer progress_data, GCancellable *cancellable, GError **error);
void netz_arrangement_write (const NetzArrangement *self, NetzDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzArrangement, netz_arrangement_free)

G_END_DECLS
