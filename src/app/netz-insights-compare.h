/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzInsightsCompare: the section "Compare" of the Insights page: the open
 * network and up to seven files beside it, as a table of figures with a small
 * picture of each.
 */
#pragma once

#include "app/netz-window-page.h"

G_BEGIN_DECLS

#define NETZ_TYPE_INSIGHTS_COMPARE (netz_insights_compare_get_type ())
G_DECLARE_FINAL_TYPE (NetzInsightsCompare, netz_insights_compare, NETZ, INSIGHTS_COMPARE, NetzWindowPage)

void netz_insights_compare_add (NetzInsightsCompare *self, GListModel *files);

G_END_DECLS
