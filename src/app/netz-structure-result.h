/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzStructureResult: what the Structure section shows, computed in a thread:
 * who lies between others, what falls apart, and who belongs together. It holds
 * no graph of igraph, so that letting go of it never waits for the gate.
 */
#pragma once

#include "graph/netz-graph-communities.h"
#include "graph/netz-graph-job.h"
#include "graph/netz-graph-structure.h"
#include "scene/netz-colouring.h"

G_BEGIN_DECLS

/**
 * NetzBetween:
 * @id: an institution
 * @share: of the pairs of all others, the share whose shortest ways lead over it, 0 to 1
 * @n_partners: how many partners it has
 */
typedef struct
{
  const char *id;
  double share;
  guint n_partners;
} NetzBetween;

/**
 * NetzStructureResult:
 * @between: (element-type NetzBetween): those that lie between others, most first
 * @structure: islands, cut vertices, bridges
 * @communities: who belongs together
 * @centres: (element-type utf8): of each community the id of the institution with the most partners
 */
typedef struct
{
  GArray *between;
  NetzGraphStructure *structure;
  NetzCommunities *communities;
  GPtrArray *centres;
} NetzStructureResult;

NetzStructureResult *netz_structure_result_new (NetzGraphJob *job, const NetzSnapshot *snapshot, GError **error);
void netz_structure_result_free (NetzStructureResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzStructureResult, netz_structure_result_free)

G_END_DECLS
