/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWorkshopSessions: the sessions of a workshop, each to be opened, closed
 * and changed.
 */
#pragma once

#include "app/netz-workshop-panel.h"

G_BEGIN_DECLS

#define NETZ_TYPE_WORKSHOP_SESSIONS (netz_workshop_sessions_get_type ())
G_DECLARE_FINAL_TYPE (NetzWorkshopSessions, netz_workshop_sessions, NETZ, WORKSHOP_SESSIONS, NetzWorkshopPanel)

G_END_DECLS
