/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzStanding: how far a partnership must have come to be counted. Figures,
 * synergies and structure do not know it: they are given the network without
 * the partnerships that are not to be counted.
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

/**
 * NetzStanding:
 * @NETZ_STANDING_ESTABLISHED: what is agreed and lived
 * @NETZ_STANDING_PREPARATION: also what is being prepared
 * @NETZ_STANDING_ALL: all that has not ended, ideas and what is dormant too
 */
typedef enum
{
  NETZ_STANDING_ESTABLISHED,
  NETZ_STANDING_PREPARATION,
  NETZ_STANDING_ALL,
  NETZ_N_STANDINGS,
} NetzStanding;

gboolean netz_standing_counts (NetzStanding self, const char *status);
NetzSnapshot *netz_standing_cut (NetzStanding self, const NetzSnapshot *snapshot);
const char *netz_standing_get_label (NetzStanding self);
const char *netz_standing_get_name (NetzStanding self);
gboolean netz_standing_parse (const char *name, NetzStanding *standing);

G_END_DECLS
