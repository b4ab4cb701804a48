/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-operations.h"
#include "model/netz-suggest.h"

#include <glib/gi18n-lib.h>

/**
 * netz_programme_for_kinds:
 * @draft: a draft
 * @kind_a: (nullable): the id of a kind
 * @kind_b: (nullable): the id of another, or the same
 *
 * As netz_suggest_programme() of the network's own programmes. O(n log n) of
 * those.
 *
 * Returns: (transfer none) (nullable): the id of the programme that follows from two kinds
 */
const char *
netz_programme_for_kinds (NetzDraft *draft, const char *kind_a, const char *kind_b)
{
  NetzKind *a = (NetzKind *) netz_draft_get (draft, NETZ_TABLE_KIND, kind_a);
  NetzKind *b = (NetzKind *) netz_draft_get (draft, NETZ_TABLE_KIND, kind_b);
  g_autoptr (GPtrArray) programmes = netz_draft_list (draft, NETZ_TABLE_PROGRAMME);
  NetzProgramme *programme = netz_suggest_programme (programmes, a, b, NULL);

  return programme != NULL ? netz_record_get_id (NETZ_RECORD (programme)) : NULL;
}

/**
 * netz_connect:
 * @draft: a draft
 * @from: the id of an institution
 * @to: the id of another
 * @programme: (nullable): the id of a programme, %NULL for the one that follows from the kinds
 * @status: (nullable): how far it has come, %NULL for "established"
 * @error: where to say why not
 *
 * Returns: (transfer none) (nullable): the id of the new partnership
 */
const char *
netz_connect (NetzDraft *draft, const char *from, const char *to, const char *programme, const char *status,
              GError **error)
{
  NetzInstitution *a = (NetzInstitution *) netz_draft_get (draft, NETZ_TABLE_INSTITUTION, from);
  NetzInstitution *b = (NetzInstitution *) netz_draft_get (draft, NETZ_TABLE_INSTITUTION, to);
  NetzRecord *record;

  if (a == NULL || b == NULL)
    {
      g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_MISSING, _ ("There is no institution “%s”."),
                   a == NULL ? from : to);
      return NULL;
    }
  if (a == b)
    {
      g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_REFUSED,
                   _ ("“%s” cannot be its own partner."), netz_institution_get_label (a));
      return NULL;
    }
  record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_PARTNERSHIP, NULL));
  netz_record_set_text (record, "from", from);
  netz_record_set_text (record, "to", to);
  netz_record_set_text (record, "programme",
                        programme != NULL ? programme : netz_programme_for_kinds (draft, a->kind, b->kind));
  netz_record_set_text (record, "status", status != NULL ? status : "established");
  return netz_record_get_id (record);
}

/**
 * netz_set_programme:
 * @draft: a draft
 * @ids: (array zero-terminated=1): partnerships
 * @programme: (nullable): the id of a programme
 *
 * Makes them partnerships of that programme.
 */
void
netz_set_programme (NetzDraft *draft, const char *const *ids, const char *programme)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzPartnership *partnership = netz_draft_edit_partnership (draft, ids[i]);

      if (partnership != NULL)
        netz_record_set_text (NETZ_RECORD (partnership), "programme", programme);
    }
}
