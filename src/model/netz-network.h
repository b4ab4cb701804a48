/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzNetwork: the tables of records and, for each institution, the
 * partnerships that end there. One way in, netz_network_apply(); one way out,
 * the signal "changed" with the edit. It belongs to one thread; others are
 * given a snapshot. Records handed out are owned by the network and stay as
 * they are: keep a reference to keep them longer.
 *
 * Signal "changed" (NetzNetwork *self, NetzEdit *edit): the edit has been
 * applied. Applying another one from a handler is a programming error.
 */
#pragma once

#include "model/netz-committee-paper.h"
#include "model/netz-edit.h"
#include "model/netz-frame.h"
#include "model/netz-institution.h"
#include "model/netz-kind.h"
#include "model/netz-note.h"
#include "model/netz-partnership.h"
#include "model/netz-programme.h"
#include "model/netz-settings.h"
#include "model/netz-snapshot.h"
#include "model/netz-view.h"
#include "model/netz-workshop.h"

G_BEGIN_DECLS

#define NETZ_TYPE_NETWORK (netz_network_get_type ())
G_DECLARE_FINAL_TYPE (NetzNetwork, netz_network, NETZ, NETWORK, GObject)

typedef struct
{
  GHashTableIter iter;
} NetzNetworkIter;

NetzNetwork *netz_network_new (void);
NetzNetwork *netz_network_new_from_snapshot (NetzSnapshot *snapshot);

const char *netz_network_get_id (NetzNetwork *self);
NetzSettings *netz_network_get_settings (NetzNetwork *self);
guint netz_network_get_size (NetzNetwork *self, NetzTable table);
NetzRecord *netz_network_get (NetzNetwork *self, NetzTable table, const char *id);
NetzRecord *netz_network_find (NetzNetwork *self, const char *id);
NetzInstitution *netz_network_get_institution (NetzNetwork *self, const char *id);
NetzPartnership *netz_network_get_partnership (NetzNetwork *self, const char *id);
NetzKind *netz_network_get_kind (NetzNetwork *self, const char *id);
NetzProgramme *netz_network_get_programme (NetzNetwork *self, const char *id);
GPtrArray *netz_network_get_incident (NetzNetwork *self, const char *institution);
GPtrArray *netz_network_list (NetzNetwork *self, NetzTable table);
NetzSnapshot *netz_network_snapshot (NetzNetwork *self);
guint64 netz_network_get_revision (NetzNetwork *self);

void netz_network_iter_init (NetzNetworkIter *iter, NetzNetwork *self, NetzTable table);
gboolean netz_network_iter_next (NetzNetworkIter *iter, gpointer record);

void netz_network_apply (NetzNetwork *self, NetzEdit *edit);

G_END_DECLS
