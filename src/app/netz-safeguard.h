/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSafeguard: keeps the unsaved work of a session in a journal on the user's
 * own disk, at most two seconds behind, so that a crash, a power cut or a killed
 * program takes nothing more. What was saved, and what the user threw away,
 * leaves no journal. The disk is waited for in a thread only.
 *
 * Signal "trouble" (const char *message): there is no protection at present;
 * emitted once until it works again.
 */
#pragma once

#include "app/netz-session.h"
#include "format/netz-journal.h"

G_BEGIN_DECLS

#define NETZ_TYPE_SAFEGUARD (netz_safeguard_get_type ())
G_DECLARE_FINAL_TYPE (NetzSafeguard, netz_safeguard, NETZ, SAFEGUARD, GObject)

NetzSafeguard *netz_safeguard_new (NetzSession *session, NetzJournal *journal);
void netz_safeguard_end (NetzSafeguard *self);

G_END_DECLS
