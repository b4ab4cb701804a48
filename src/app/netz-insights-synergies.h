/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzInsightsSynergies: pairs of providers that serve the same schools, best
 * first, with these schools; each can be shown on the canvas, and a link of the
 * two planned.
 */
#pragma once

#include "app/netz-insights-section.h"

G_BEGIN_DECLS

#define NETZ_TYPE_INSIGHTS_SYNERGIES (netz_insights_synergies_get_type ())
G_DECLARE_FINAL_TYPE (NetzInsightsSynergies, netz_insights_synergies, NETZ, INSIGHTS_SYNERGIES, NetzInsightsSection)

G_END_DECLS
