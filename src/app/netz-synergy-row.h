/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSynergyRow: two providers and how they stand to each other, in a list;
 * unfolded, the schools that both serve.
 *
 * Signals:
 *   "show-ids" (GStrv ids)   somebody wants to see these on the canvas
 *   "plan" ()                somebody wants a link of the two to be planned
 */
#pragma once

#include "planning/netz-synergy.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_SYNERGY_ROW (netz_synergy_row_get_type ())
G_DECLARE_FINAL_TYPE (NetzSynergyRow, netz_synergy_row, NETZ, SYNERGY_ROW, AdwExpanderRow)

GtkWidget *netz_synergy_row_new (NetzNetwork *network, const NetzSynergy *pair, guint rank);
const NetzSynergy *netz_synergy_row_get_pair (NetzSynergyRow *self);

G_END_DECLS
