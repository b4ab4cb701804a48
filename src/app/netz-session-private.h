/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the session share.
 */
#pragma once

#include "app/netz-session.h"

G_BEGIN_DECLS

struct _NetzSession
{
  GObject parent_instance;

  NetzNetwork *network;
  NetzHistory *history;
  NetzSelection *selection;
  NetzScene *scene;
  char *language;
  NetzGuess *guess;         /* from the words of the kinds; NULL: to be made */

  NetzScope *scope;         /* what part is looked at */
  NetzNetwork *part;        /* that part as it was at part_revision; NULL: to be cut out */
  guint64 part_revision;

  char *path;               /* NULL: never saved */
  NetzFileStamp stamp;      /* what the file was when it was read or written last */
  gboolean has_stamp;
  NetzStoreState disk_state;
  NetzReadReport *report;
  gboolean read_only;

  GQueue saves;             /* of GTask: the first is under way, the others wait for it */
  guint watch;
  gboolean looking;

  char *title;
  char *subtitle;
  gboolean told_modified;
  gboolean told_saving;
};

void netz_session_refresh (NetzSession *self);
void netz_session_set_file (NetzSession *self, const char *path, const NetzFileStamp *stamp);
void netz_session_tell_reverted (NetzSession *self, NetzEdit *edit);
void netz_session_tell_scope (NetzSession *self);
void netz_session_show_scope (NetzSession *self);
void netz_session_tell_refused (NetzSession *self);
void netz_session_run_in_thread (GTask *outer, GTaskThreadFunc func, GAsyncReadyCallback done);
void netz_session_on_thread_done (GObject *source, GAsyncResult *result, gpointer data);
void netz_session_tell_disk_state (NetzSession *self, NetzStoreState state);

G_END_DECLS
