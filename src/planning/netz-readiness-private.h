/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is counted once for all conditions, and the four types of conditions.
 */
#pragma once

#include "planning/netz-readiness.h"

G_BEGIN_DECLS

/**
 * NetzReadinessWork:
 * @workshop: (nullable): whose participants are counted
 * @language: (nullable): of the names of kinds
 * @participants: (element-type NetzPart): who is not excused
 * @partnerships: (element-type NetzPartnership): all of the network
 * @by_kind: kind id -> GPtrArray of NetzInstitution, by name
 * @taking_part: ids of the institutions that somebody comes from
 */
typedef struct
{
  NetzNetwork *network;
  const NetzWorkshop *workshop;
  const NetzCatalogue *catalogue;
  const char *language;
  GPtrArray *participants;
  GPtrArray *partnerships;
  GHashTable *by_kind;
  GHashTable *taking_part;
} NetzReadinessWork;

void netz_readiness_work_init (NetzReadinessWork *self,
                               NetzNetwork *network,
                               const NetzWorkshop *workshop,
                               const NetzCatalogue *catalogue,
                               const char *language);
void netz_readiness_work_clear (NetzReadinessWork *self);
NetzKind *netz_readiness_work_get_kind (const NetzReadinessWork *self, const char *institution);
GPtrArray *netz_readiness_work_list_kinds (const NetzReadinessWork *self, const char *words);
NetzReadinessGap *netz_readiness_work_make_gap (const NetzReadinessWork *self, const char *text, const NetzKind *kind);
void netz_readiness_work_offer (const NetzReadinessWork *self, NetzReadinessGap *gap, const NetzKind *kind);
gboolean netz_readiness_kind_is_in (const NetzKind *kind, const char *words);

/* A rule fills count, witnesses, gaps and met of the condition. */
void netz_readiness_judge (const NetzReadinessWork *work,
                           const NetzCatalogueItem *item,
                           NetzReadinessCondition *condition);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NetzReadinessWork, netz_readiness_work_clear)

G_END_DECLS
