/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPlanTable: plan against reality: how far the partnerships of each
 * programme or district have come, as numbers and bars. A number shows what it
 * counts on the canvas.
 */
#pragma once

#include "interchange/netz-sheet.h"
#include "planning/netz-next-steps.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_PLAN_TABLE (netz_plan_table_get_type ())
G_DECLARE_FINAL_TYPE (NetzPlanTable, netz_plan_table, NETZ, PLAN_TABLE, AdwBin)

void netz_plan_table_show (NetzPlanTable *self, GPtrArray *by_programme, GPtrArray *by_district);
NetzSheet *netz_plan_table_create_sheet (NetzPlanTable *self);

G_END_DECLS
