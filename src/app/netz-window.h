/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWindow: one network in one window, or the start page as long as there is
 * none. It puts the parts together and hands them the session; what can be done
 * in it is in netz-window-actions.h.
 */
#pragma once

#include "app/netz-messages.h"
#include "app/netz-pages.h"
#include "app/netz-scope-bar.h"
#include "app/netz-session.h"
#include "app/netz-stage.h"
#include "format/netz-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_WINDOW (netz_window_get_type ())
G_DECLARE_FINAL_TYPE (NetzWindow, netz_window, NETZ, WINDOW, AdwApplicationWindow)

NetzWindow *netz_window_new (GtkApplication *application);

NetzSession *netz_window_get_session (NetzWindow *self);
void netz_window_set_session (NetzWindow *self, NetzSession *session);
void netz_window_set_recovered (NetzWindow *self, NetzSession *session, NetzJournal *journal);
NetzCanvas *netz_window_get_canvas (NetzWindow *self);
NetzStage *netz_window_get_stage (NetzWindow *self);
NetzPages *netz_window_get_pages (NetzWindow *self);
NetzMessages *netz_window_get_messages (NetzWindow *self);
NetzScopeBar *netz_window_get_scope_bar (NetzWindow *self);
GSettings *netz_window_get_settings (NetzWindow *self);

gboolean netz_window_commit (NetzWindow *self, NetzDraft *draft);
void netz_window_set_busy (NetzWindow *self, const char *text);
void netz_window_focus_search (NetzWindow *self);
void netz_window_focus_next (NetzWindow *self);
void netz_window_focus_inspector (NetzWindow *self);

G_END_DECLS
