/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzInsightsFigures: the key figures, each with a sentence that says what it
 * means, and shown on the canvas when it is pressed; how many have how many
 * partners as a picture; all of it as a table for other programs.
 */
#pragma once

#include "app/netz-insights-section.h"

G_BEGIN_DECLS

#define NETZ_TYPE_INSIGHTS_FIGURES (netz_insights_figures_get_type ())
G_DECLARE_FINAL_TYPE (NetzInsightsFigures, netz_insights_figures, NETZ, INSIGHTS_FIGURES, NetzInsightsSection)

G_END_DECLS
