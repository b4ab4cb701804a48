/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-session-private.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

/**
 * netz_session_new_from_catalogue:
 * @catalogue: what the new network shall know beforehand
 *
 * Returns: (transfer full): a document without a file and without institutions
 */
NetzSession *
netz_session_new_from_catalogue (const NetzCatalogue *catalogue)
{
  g_autoptr (NetzNetwork) network = netz_network_new ();
  g_autoptr (NetzDraft) draft = netz_draft_new (network, _("New Network"));
  g_autoptr (NetzEdit) edit = NULL;
  g_autoptr (NetzSnapshot) snapshot = NULL;
  NetzRecord *settings = netz_draft_edit (draft, NETZ_TABLE_SETTINGS, netz_network_get_id (network));

  netz_record_set_text (settings, "catalogue", netz_catalogue_get_id (catalogue));
  netz_record_set_text (settings, "language", netz_language_get ());
  netz_catalogue_install (catalogue, draft);
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  snapshot = netz_network_snapshot (network);
  return netz_session_new (snapshot);
}

/**
 * netz_session_new_recovered:
 * @recovered: what a journal gave back
 *
 * A document with unsaved changes. It belongs to its file again; whether that
 * is still the one that it began from is looked at before it is saved.
 *
 * Returns: (transfer full): the document
 */
NetzSession *
netz_session_new_recovered (const NetzRecovered *recovered)
{
  NetzSession *self = netz_session_new (recovered->snapshot);

  if (recovered->path != NULL)
    netz_session_set_file (self, recovered->path, *recovered->stamp.sha256 != '\0' ? &recovered->stamp : NULL);
  netz_history_mark_modified (self->history);
  return self;
}

/**
 * netz_session_forget_file:
 *
 * Makes of what was read a document that has no file yet, such as of an example.
 */
void
netz_session_forget_file (NetzSession *self)
{
  g_return_if_fail (NETZ_IS_SESSION (self));

  netz_session_set_file (self, NULL, NULL);
}
