/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GEXF 1.1 to 1.3, the format of Gephi, with attributes, places, colours and dates.
 */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

gboolean netz_gexf_read (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error);
GBytes *netz_gexf_write (NetzNetwork *network, GError **error);
GPtrArray *netz_gexf_get_losses (NetzNetwork *network);

G_END_DECLS
