/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzAgreementsList: which partnerships keep the criteria, what is missing of
 * the others, which agreements are over or end soon. What is missing can be
 * entered right there.
 */
#pragma once

#include "app/netz-session.h"
#include "interchange/netz-sheet.h"
#include "planning/netz-agreement.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_AGREEMENTS_LIST (netz_agreements_list_get_type ())
G_DECLARE_FINAL_TYPE (NetzAgreementsList, netz_agreements_list, NETZ, AGREEMENTS_LIST, AdwBin)

void netz_agreements_list_set_session (NetzAgreementsList *self, NetzSession *session);
void netz_agreements_list_show (NetzAgreementsList *self, NetzAgreements *agreements, const GDate *day,
                                gboolean keep_order);
NetzSheet *netz_agreements_list_create_sheet (NetzAgreementsList *self);

G_END_DECLS
