/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What "netz info --measures" says of what holds a network together: islands,
 * who is needed, bridges, communities, and how many have how many partners.
 */
#pragma once

#include "cli/netz-json.h"
#include "graph/netz-graph.h"
#include "graph/netz-measures.h"
#include "model/netz-network.h"

G_BEGIN_DECLS

typedef struct _NetzInfoStructure NetzInfoStructure;

NetzInfoStructure *netz_info_structure_new (NetzNetwork *network,
                                            const NetzGraph *graph,
                                            const NetzCentrality *centrality,
                                            GError **error);
void netz_info_structure_free (NetzInfoStructure *self);
void netz_info_structure_add (const NetzInfoStructure *self, NetzJson *json);
void netz_info_structure_print (const NetzInfoStructure *self);

G_END_DECLS
