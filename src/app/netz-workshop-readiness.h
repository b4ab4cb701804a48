/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWorkshopReadiness: the conditions of a workshop with a clear yes or no,
 * by whom each is met, what is missing and who could be invited. What is missing
 * comes first.
 */
#pragma once

#include "app/netz-workshop-panel.h"

G_BEGIN_DECLS

#define NETZ_TYPE_WORKSHOP_READINESS (netz_workshop_readiness_get_type ())
G_DECLARE_FINAL_TYPE (NetzWorkshopReadiness, netz_workshop_readiness, NETZ, WORKSHOP_READINESS, NetzWorkshopPanel)

G_END_DECLS
