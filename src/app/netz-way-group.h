/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWayGroup: the shortest way from one institution to another, as a
 * sentence. The two are those that are selected on the canvas, or chosen here.
 *
 * Signal "show-ids" (GStrv ids): somebody wants to see the way on the canvas.
 */
#pragma once

#include "app/netz-session.h"
#include "planning/netz-standing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_WAY_GROUP (netz_way_group_get_type ())
G_DECLARE_FINAL_TYPE (NetzWayGroup, netz_way_group, NETZ, WAY_GROUP, AdwBin)

GtkWidget *netz_way_group_new (void);
void netz_way_group_refresh (NetzWayGroup *self, NetzSession *session, NetzStanding standing);

G_END_DECLS
