/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPlanBar: how many partnerships have come how far, as a bar of segments.
 * What is established is solid, the others are told apart by hatching, dots and
 * outlines, as lines are on the canvas. Decoration only: the numbers stand
 * beside it.
 */
#pragma once

#include "planning/netz-next-steps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NETZ_TYPE_PLAN_BAR (netz_plan_bar_get_type ())
G_DECLARE_FINAL_TYPE (NetzPlanBar, netz_plan_bar, NETZ, PLAN_BAR, GtkWidget)

GtkWidget *netz_plan_bar_new (int width);
void netz_plan_bar_set_counts (NetzPlanBar *self, const guint *counts, guint whole);

G_END_DECLS
