/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Entering a session or participant of a workshop.
 */
#pragma once

#include "app/netz-workshop-panel.h"

G_BEGIN_DECLS

void netz_workshop_parts_edit (NetzWorkshopPanel *panel, const char *field, guint index);
void netz_workshop_parts_add (NetzWorkshopPanel *panel, NetzPart *part, const char *field);
void netz_workshop_parts_invite (NetzWorkshopPanel *panel, const char *institution);

G_END_DECLS
