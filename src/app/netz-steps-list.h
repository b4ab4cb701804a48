/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzStepsList: the list to work through: partnerships that are an idea or in
 * preparation, who is responsible, what comes next and until when. All of that
 * is entered right there.
 */
#pragma once

#include "app/netz-session.h"
#include "interchange/netz-sheet.h"
#include "planning/netz-next-steps.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_STEPS_LIST (netz_steps_list_get_type ())
G_DECLARE_FINAL_TYPE (NetzStepsList, netz_steps_list, NETZ, STEPS_LIST, AdwBin)

void netz_steps_list_set_session (NetzStepsList *self, NetzSession *session);
void netz_steps_list_show (NetzStepsList *self, GArray *steps, const GDate *day, gboolean keep_order);
NetzSheet *netz_steps_list_create_sheet (NetzStepsList *self);

G_END_DECLS
