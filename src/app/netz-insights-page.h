/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzInsightsPage: what the network tells of itself, in sections, of which one
 * is in sight. Each section is a NetzWindowPage of its own and a line in the
 * table of netz-insights-page.c.
 */
#pragma once

#include "app/netz-window-page.h"

G_BEGIN_DECLS

#define NETZ_TYPE_INSIGHTS_PAGE (netz_insights_page_get_type ())
G_DECLARE_FINAL_TYPE (NetzInsightsPage, netz_insights_page, NETZ, INSIGHTS_PAGE, NetzWindowPage)

G_END_DECLS
