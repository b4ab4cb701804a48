/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSession: a document at work. It owns the network, its history, what is
 * selected, the scene that shows it, and knows the file on disk. No widget in it:
 * a window shows a session, and is told by properties and signals.
 *
 * The network, history, selection and scene stay the same objects as long as the
 * session lives; reloading from disk is an edit like any other, and can be undone.
 *
 * Properties, all read-only and notified:
 *   "title"      the network's title, or "Untitled network"
 *   "subtitle"   the file's name and what is to be said of it: "koeln-2008.netz · unsaved changes"
 *   "modified"   whether there is something to save
 *   "saving"     whether a save is under way or queued
 *   "read-only"  whether the network is shown only, since a newer program wrote the file
 *   "path"       (nullable) the file on disk, in the encoding of file names
 *   "language"   (nullable) the language of names ("de", "en"); NULL: that of the messages
 *
 * Signals:
 *   "reverted" (NetzEdit *edit)              undo or redo has applied this edit
 *   "refused" ()                             somebody tried to change a network that is read-only
 *   "disk-changed" (NetzStoreState state)    the file changed or went away; state as int
 *   "scope-changed" ()                       another part of the network is looked at
 */
#pragma once

#include <gio/gio.h>

#include "format/netz-file.h"
#include "format/netz-recovery.h"
#include "format/netz-store.h"
#include "model/netz-catalogue.h"
#include "model/netz-history.h"
#include "planning/netz-scope.h"
#include "scene/netz-scene.h"
#include "scene/netz-selection.h"

G_BEGIN_DECLS

#define NETZ_TYPE_SESSION (netz_session_get_type ())
G_DECLARE_FINAL_TYPE (NetzSession, netz_session, NETZ, SESSION, GObject)

NetzSession *netz_session_new (NetzSnapshot *snapshot);
NetzSession *netz_session_new_recovered (const NetzRecovered *recovered);
NetzSession *netz_session_new_from_catalogue (const NetzCatalogue *catalogue);
void netz_session_forget_file (NetzSession *self);

NetzNetwork *netz_session_get_network (NetzSession *self);
NetzHistory *netz_session_get_history (NetzSession *self);
NetzSelection *netz_session_get_selection (NetzSession *self);
NetzScene *netz_session_get_scene (NetzSession *self);

const char *netz_session_get_title (NetzSession *self);
const char *netz_session_get_subtitle (NetzSession *self);
const char *netz_session_get_path (NetzSession *self);
char *netz_session_get_display_name (NetzSession *self);
const char *netz_session_get_language (NetzSession *self);
void netz_session_set_language (NetzSession *self, const char *language);
gboolean netz_session_is_modified (NetzSession *self);
gboolean netz_session_is_saving (NetzSession *self);
gboolean netz_session_is_read_only (NetzSession *self);
gboolean netz_session_is_pristine (NetzSession *self);
NetzReadReport *netz_session_get_report (NetzSession *self);

const NetzScope *netz_session_get_scope (NetzSession *self);
gboolean netz_session_set_scope (NetzSession *self, const NetzScope *scope, GError **error);
NetzNetwork *netz_session_get_part (NetzSession *self);

const char *netz_session_guess_kind (NetzSession *self, const char *name);

gboolean netz_session_commit (NetzSession *self, NetzDraft *draft);
gboolean netz_session_commit_joined (NetzSession *self, NetzDraft *draft, const char *key);
void netz_session_undo (NetzSession *self);
void netz_session_redo (NetzSession *self);

G_END_DECLS
