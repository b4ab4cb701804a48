/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GraphML, as yEd, yFiles for HTML, Gephi, Cytoscape, igraph, networkx and others write it, and as yEd and Gephi read
 * it.
 */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

gboolean netz_graphml_read (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error);
GBytes *netz_graphml_write (NetzNetwork *network, GError **error);
GPtrArray *netz_graphml_get_losses (NetzNetwork *network);

G_END_DECLS
