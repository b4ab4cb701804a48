/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which providers could gain from working together: pairs of them that serve
 * the same schools. Those that are not linked yet come first in what planners
 * ask; those whose link is only planned, and those that are linked and share no
 * school, are told apart.
 *
 * Pairs are ranked by the number of schools that both serve: so many schools
 * would gain, and so many people have a reason to meet. Where that is equal, by
 * the share of these among all schools that either serves (Jaccard, 1901): of
 * two large providers that happen to share three schools and two small ones
 * that share all their three, the small ones come first.
 */
#pragma once

#include "planning/netz-standing.h"

G_BEGIN_DECLS

/**
 * NetzSynergyState:
 * @NETZ_SYNERGY_OPEN: they share schools, and have no partnership, or one that has ended
 * @NETZ_SYNERGY_PLANNED: they share schools, and have a partnership that has not come so far that it counts
 * @NETZ_SYNERGY_LINKED: they share schools and are linked
 * @NETZ_SYNERGY_IDLE: they are linked and share no school
 */
typedef enum
{
  NETZ_SYNERGY_OPEN,
  NETZ_SYNERGY_PLANNED,
  NETZ_SYNERGY_LINKED,
  NETZ_SYNERGY_IDLE,
  NETZ_N_SYNERGY_STATES,
} NetzSynergyState;

/**
 * NetzSynergy:
 * @a: id of a provider, the first of the two by name
 * @b: id of the other
 * @state: how they stand to each other
 * @schools: (element-type utf8): ids of the schools that both serve, in order
 * @n_a: how many schools @a serves
 * @n_b: how many schools @b serves
 * @share: schools that both serve, of all that either serves, 0 to 1
 * @link: (nullable): id of the partnership of the two that has come furthest
 */
typedef struct
{
  const char *a;
  const char *b;
  NetzSynergyState state;
  GPtrArray *schools;
  guint n_a;
  guint n_b;
  double share;
  const char *link;
} NetzSynergy;

/**
 * NetzSynergies:
 * @by_state: (element-type NetzSynergy): the pairs of each state, best first
 */
typedef struct
{
  GPtrArray *by_state[NETZ_N_SYNERGY_STATES];
} NetzSynergies;

NetzSynergies *netz_synergies_find (NetzNetwork *network, NetzStanding standing);
void netz_synergies_free (NetzSynergies *self);
char *netz_synergy_explain (NetzNetwork *network, const NetzSynergy *self);
const char *netz_synergy_state_get_name (NetzSynergyState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzSynergies, netz_synergies_free)

G_END_DECLS
