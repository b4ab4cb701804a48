/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWorkshopPeople: who takes part in a workshop, by actor group.
 */
#pragma once

#include "app/netz-workshop-panel.h"

G_BEGIN_DECLS

#define NETZ_TYPE_WORKSHOP_PEOPLE (netz_workshop_people_get_type ())
G_DECLARE_FINAL_TYPE (NetzWorkshopPeople, netz_workshop_people, NETZ, WORKSHOP_PEOPLE, NetzWorkshopPanel)

G_END_DECLS
