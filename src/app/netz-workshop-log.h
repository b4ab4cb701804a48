/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWorkshopLog: what was added, changed and agreed in the sessions of a
 * workshop; each leads to the canvas. "Save as PDF…" puts the
 * record into a document.
 */
#pragma once

#include "app/netz-workshop-panel.h"

G_BEGIN_DECLS

#define NETZ_TYPE_WORKSHOP_LOG (netz_workshop_log_get_type ())
G_DECLARE_FINAL_TYPE (NetzWorkshopLog, netz_workshop_log, NETZ, WORKSHOP_LOG, NetzWorkshopPanel)

G_END_DECLS
