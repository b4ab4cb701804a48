/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filling a gap: a list of the providers that could be asked, those with room
 * first; whoever is chosen is planned as partner.
 */
#pragma once

#include "planning/netz-candidates.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NetzCoveragePlanFunc:
 * @provider: id of the institution that was chosen
 * @school: id of the school
 * @programme: (nullable): id of the programme; %NULL = that which follows from the kinds
 * @data: data
 */
typedef void (*NetzCoveragePlanFunc) (const char *provider, const char *school, const char *programme, gpointer data);

void netz_coverage_plan_offer (GtkWidget *parent,
                               const GdkRectangle *area,
                               NetzNetwork *network,
                               const NetzLoad *load,
                               const NetzCoverage *coverage,
                               guint row,
                               guint column,
                               NetzCoveragePlanFunc func,
                               gpointer data);
char *netz_coverage_plan_describe_load (const NetzLoadRow *row);

G_END_DECLS
