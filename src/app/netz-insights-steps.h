/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzInsightsSteps: the section "Next Steps" of the Insights page: the list to
 * work through, plan against reality, and the agreements with what ends and
 * what is missing. What is entered there is committed to the session.
 */
#pragma once

#include "app/netz-insights-section.h"

G_BEGIN_DECLS

#define NETZ_TYPE_INSIGHTS_STEPS (netz_insights_steps_get_type ())
G_DECLARE_FINAL_TYPE (NetzInsightsSteps, netz_insights_steps, NETZ, INSIGHTS_STEPS, NetzInsightsSection)

G_END_DECLS
