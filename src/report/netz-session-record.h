/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The record of a workshop as a document: when and where it met, who was there,
 * what was agreed, added and changed in its sessions, the next steps, and the
 * network as it is now. Made from a snapshot, in any thread.
 */
#pragma once

#include "model/netz-catalogue.h"
#include "report/netz-dossier.h"

G_BEGIN_DECLS

NetzDossier *netz_session_record_new (NetzSnapshot *snapshot,
                                      const char *workshop,
                                      const NetzCatalogue *catalogue,
                                      const char *language);

G_END_DECLS
