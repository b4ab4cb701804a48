/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzIdLedger knows which ids a file has used, and finds new ones for records
 * whose id is missing or was used before. New ids depend on the file only, so
 * that reading it twice gives the same network.
 */
#pragma once

#include "model/netz-types.h"

G_BEGIN_DECLS

typedef struct _NetzIdLedger NetzIdLedger;

NetzIdLedger *netz_id_ledger_new (void);

void netz_id_ledger_free (NetzIdLedger *self);

gboolean netz_id_ledger_contains (const NetzIdLedger *self, NetzTable table, const char *id);

void netz_id_ledger_add (NetzIdLedger *self, NetzTable table, const char *id);

char *netz_id_ledger_find_new (NetzIdLedger *self, NetzTable table, const char *seed);

char *netz_id_ledger_derive (NetzTable table, const char *seed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzIdLedger, netz_id_ledger_free)

G_END_DECLS
