/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whom to ask: the service providers that could fill a gap, those with room
 * first, and of these the nearest first. Distances are kilometres as the crow
 * flies, from the coordinates of the two; NAN where one has none.
 */
#pragma once

#include "planning/netz-load.h"

G_BEGIN_DECLS

/**
 * NetzCandidate:
 * @load: (transfer none): the provider and how much it does already
 * @distance: kilometres from the school, NAN where not known
 * @same_district: whether it lies in the school's district
 */
typedef struct
{
  const NetzLoadRow *load;
  double distance;
  gboolean same_district;
} NetzCandidate;

double netz_distance_between (const NetzInstitution *a, const NetzInstitution *b);
GArray *netz_candidates_new (NetzNetwork *network, const NetzLoad *load, const char *school,
                             NetzCoverageColumns columns, const char *column);

G_END_DECLS
