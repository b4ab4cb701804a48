/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzReadiness: whether a workshop has what it needs. Each condition of the
 * catalogue with a yes or no, by whom it is met, what is missing, and the
 * institutions of the network that could fill the gap. A plain struct made by
 * netz_readiness_new() and owned by whoever asked; it keeps no records, only
 * ids and texts.
 *
 * A person stands for the actor group that is named with him; where none is
 * named, for each group that takes the kind of his institution. Who is excused
 * does not count; who is invited does, since readiness is asked for before the
 * day.
 */
#pragma once

#include "model/netz-catalogue.h"

G_BEGIN_DECLS

/**
 * NetzReadinessWitness:
 * @person: (nullable): a participant
 * @id: (nullable): the participant's institution, or a partnership
 *
 * Who or what meets a condition.
 */
typedef struct
{
  char *person;
  char *id;
} NetzReadinessWitness;

/**
 * NetzReadinessGap:
 * @text: what is missing, a sentence
 * @kind: (nullable): the kind of institution that is missing
 * @ids: (element-type utf8): what could fill it: institutions by name, or partnerships that have been begun
 * @invite: whether @ids are institutions that could be invited
 */
typedef struct
{
  char *text;
  char *kind;
  GPtrArray *ids;
  gboolean invite;
} NetzReadinessGap;

/**
 * NetzReadinessCondition:
 * @id: its id in the catalogue
 * @name: what must hold, a sentence
 * @advice: what would mend it, a sentence; "" where the catalogue says nothing
 * @type: "partnerships", "actor-group", "participants" or "school-forms"
 * @group: (nullable): the actor group asked for
 * @required: whether the workshop is impossible without
 * @met: whether it holds
 * @count: how many there are of what is counted
 * @minimum: how many are needed
 * @witnesses: (element-type NetzReadinessWitness): by whom it is met, or half met
 * @gaps: (element-type NetzReadinessGap): what is missing; school forms that nobody stands for also where it is met
 */
typedef struct
{
  char *id;
  char *name;
  char *advice;
  char *type;
  char *group;
  gboolean required;
  gboolean met;
  guint count;
  guint minimum;
  GPtrArray *witnesses;
  GPtrArray *gaps;
} NetzReadinessCondition;

/**
 * NetzReadiness:
 * @conditions: (element-type NetzReadinessCondition): in the order of the catalogue
 * @n_met: how many hold
 * @n_missing: how many do not
 * @n_required_missing: how many of these are required
 */
typedef struct
{
  GPtrArray *conditions;
  guint n_met;
  guint n_missing;
  guint n_required_missing;
} NetzReadiness;

NetzReadiness *netz_readiness_new (NetzNetwork *network,
                                   const NetzWorkshop *workshop,
                                   const NetzCatalogue *catalogue,
                                   const char *language);
void netz_readiness_free (NetzReadiness *self);
const NetzReadinessCondition *netz_readiness_find (const NetzReadiness *self, const char *id);
char *netz_readiness_describe_witness (NetzNetwork *network, const NetzReadinessWitness *witness);
const char *netz_readiness_propose_group (NetzNetwork *network, const char *institution);
NetzWorkshop *netz_readiness_choose_workshop (NetzNetwork *network, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzReadiness, netz_readiness_free)

G_END_DECLS
