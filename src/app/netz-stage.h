/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzStage: the canvas with what lies on it: zoom controls and the overview map
 * at the bottom right, the hint for the tool in hand at the bottom left, and,
 * as long as the network is empty, three ways to begin.
 *
 * Property "show-overview" (boolean): whether the map is shown.
 */
#pragma once

#include "canvas/netz-canvas.h"

G_BEGIN_DECLS

#define NETZ_TYPE_STAGE (netz_stage_get_type ())
G_DECLARE_FINAL_TYPE (NetzStage, netz_stage, NETZ, STAGE, GtkWidget)

NetzCanvas *netz_stage_get_canvas (NetzStage *self);
void netz_stage_show_menu (NetzStage *self, GMenuModel *model, double x, double y);
void netz_stage_add_panel (NetzStage *self, GtkWidget *panel);
void netz_stage_set_document (NetzStage *self, NetzScene *scene, NetzSelection *selection);

G_END_DECLS
