/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzInsightsStructure: who holds the network together, what falls apart
 * without whom, islands, communities that can be shown by colour on the canvas,
 * and the shortest way between two.
 */
#pragma once

#include "app/netz-insights-section.h"

G_BEGIN_DECLS

#define NETZ_TYPE_INSIGHTS_STRUCTURE (netz_insights_structure_get_type ())
G_DECLARE_FINAL_TYPE (NetzInsightsStructure, netz_insights_structure, NETZ, INSIGHTS_STRUCTURE, NetzInsightsSection)

G_END_DECLS
