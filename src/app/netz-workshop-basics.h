/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWorkshopBasics: title, organiser, agenda and notes of a workshop. Its
 * entries stay while one types; each keystroke is committed, all of one entry
 * as one step.
 */
#pragma once

#include "app/netz-workshop-panel.h"

G_BEGIN_DECLS

#define NETZ_TYPE_WORKSHOP_BASICS (netz_workshop_basics_get_type ())
G_DECLARE_FINAL_TYPE (NetzWorkshopBasics, netz_workshop_basics, NETZ, WORKSHOP_BASICS, NetzWorkshopPanel)

void netz_workshop_basics_focus_title (NetzWorkshopBasics *self);

G_END_DECLS
