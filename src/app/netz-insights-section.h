/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzInsightsSection: a section of the Insights page whose figures are
 * computed in a thread, on a snapshot of the part of the network that is looked
 * at. What takes longer than a moment shows how far it has come and can be
 * stopped; a change of the network begins it anew.
 */
#pragma once

#include "app/netz-window-page.h"
#include "graph/netz-graph-job.h"
#include "planning/netz-standing.h"

G_BEGIN_DECLS

#define NETZ_TYPE_INSIGHTS_SECTION (netz_insights_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (NetzInsightsSection, netz_insights_section, NETZ, INSIGHTS_SECTION, NetzWindowPage)

/**
 * NetzInsightsSectionClass:
 * @compute: in a thread: a result of a network without the partnerships that are not counted; owned by the caller
 * @free_result: frees one
 * @show: shows one; it lives until the next is shown. %NULL: there is none
 * @wants_all: @compute is given all partnerships, and the standing
 * @of_all_statuses: there is no choice of what is counted
 */
struct _NetzInsightsSectionClass
{
  NetzWindowPageClass parent_class;

  gpointer (*compute) (NetzGraphJob *job, NetzSnapshot *snapshot, NetzStanding standing, GError **error);
  GDestroyNotify free_result;
  void (*show) (NetzInsightsSection *self, gpointer result);
  gboolean wants_all;
  gboolean of_all_statuses;
};

NetzStanding netz_insights_section_get_standing (NetzInsightsSection *self);
void netz_insights_section_set_standing (NetzInsightsSection *self, NetzStanding standing);
gpointer netz_insights_section_get_result (NetzInsightsSection *self);
void netz_insights_section_set_content (NetzInsightsSection *self, GtkWidget *content);
GtkBox *netz_insights_section_add_column (NetzInsightsSection *self);
void netz_insights_section_show_ids (NetzInsightsSection *self, GPtrArray *ids);

G_END_DECLS
