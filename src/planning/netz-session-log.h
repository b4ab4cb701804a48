/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The log of a workshop's session: while one is open, each edit is marked with
 * it, in the same draft, so that undo takes the mark along. At most one session
 * of a network is open. The log keeps one entry for a record and session, which
 * says what came of it in the end: who was added and removed again is not
 * there. Where things lie on the canvas is not logged, nor are persons.
 *
 * An entry's text is the name of the record; further lines are the fields that
 * were changed, with their new values: "Status: Established".
 */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

gboolean netz_session_log_add (NetzDraft *draft, GDateTime *now);

void netz_session_log_open (NetzDraft *draft, const char *workshop, guint session);
void netz_session_log_close (NetzDraft *draft, const char *workshop, guint session);
void netz_session_log_remove (NetzDraft *draft, const char *workshop, guint session);

NetzWorkshop *netz_session_log_find_open_in (GPtrArray *workshops, NetzPart **session);
NetzWorkshop *netz_session_log_find_open (NetzNetwork *network, NetzPart **session);
guint netz_session_log_count (const NetzWorkshop *workshop, const char *session);
gboolean netz_session_log_is_agreed (const NetzWorkshop *workshop, const char *session, const char *partnership);
char *netz_session_log_name_session (const NetzPart *session);

G_END_DECLS
