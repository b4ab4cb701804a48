/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-session-private.h"
#include "model/netz-suggest.h"
#include "planning/netz-session-log.h"

/**
 * netz_session_guess_kind:
 * @name: of an institution, perhaps as far as it is typed
 *
 * Returns: (nullable) (transfer none): id of the kind that the name betrays, by the words of this network's kinds;
 *   to be used at once
 */
const char *
netz_session_guess_kind (NetzSession *self, const char *name)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  if (self->guess == NULL)
    self->guess = netz_suggest_words (self->network);
  return netz_guess_kind (self->guess, name, NULL);
}

/**
 * netz_session_commit:
 * @draft: what is to be done; the caller still frees it
 *
 * The one way in which widgets change the network. While a session of a workshop is open, what is done is marked
 * with it in the same step.
 *
 * Returns: whether anything was changed
 */
gboolean
netz_session_commit (NetzSession *self, NetzDraft *draft)
{
  return netz_session_commit_joined (self, draft, NULL);
}

/**
 * netz_session_commit_joined:
 * @key: (nullable): steps in a row with the same key become one, such as those of typing into one entry
 */
gboolean
netz_session_commit_joined (NetzSession *self, NetzDraft *draft, const char *key)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_return_val_if_fail (NETZ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (draft != NULL, FALSE);

  if (self->read_only)
    {
      if (!netz_draft_is_empty (draft))
        netz_session_tell_refused (self);
      return FALSE;
    }
  netz_session_log_add (draft, now);
  if (key != NULL)
    return netz_history_commit_joined (self->history, draft, key);
  return netz_history_commit (self->history, draft);
}

/**
 * netz_session_undo:
 *
 * Takes the last step back and emits "reverted", so that what was touched can be shown.
 */
void
netz_session_undo (NetzSession *self)
{
  g_autoptr (NetzEdit) edit = NULL;

  g_return_if_fail (NETZ_IS_SESSION (self));

  edit = netz_history_undo (self->history);
  if (edit != NULL)
    netz_session_tell_reverted (self, edit);
}

/**
 * netz_session_redo:
 *
 * Does again what was taken back last, and emits "reverted".
 */
void
netz_session_redo (NetzSession *self)
{
  g_autoptr (NetzEdit) edit = NULL;

  g_return_if_fail (NETZ_IS_SESSION (self));

  edit = netz_history_redo (self->history);
  if (edit != NULL)
    netz_session_tell_reverted (self, edit);
}
