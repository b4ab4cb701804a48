/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How closely one end of a programme is described: 2 by a kind, 1 by a group, 0 not at all. */
static int
rate_end (const char *end)
{
  if (end == NULL || *end == '\0')
    return 0;
  return strchr (end, '@') != NULL ? 1 : 2;
}

/**
 * netz_programme_for_kinds:
 * @draft: a draft
 * @kind_a: (nullable): the id of a kind
 * @kind_b: (nullable): the id of another, or the same
 *
 * Of the programmes that join the two the one that is described most closely
 * is chosen, systematic ones first. O(programmes).
 *
 * Returns: (transfer none) (nullable): the id of the programme that follows from two kinds
 */
const char *
netz_programme_for_kinds (NetzDraft *draft, const char *kind_a, const char *kind_b)
{
  NetzKind *a = (NetzKind *) netz_draft_get (draft, NETZ_TABLE_KIND, kind_a);
  NetzKind *b = (NetzKind *) netz_draft_get (draft, NETZ_TABLE_KIND, kind_b);
  g_autoptr (GPtrArray) programmes = NULL;
  const char *best = NULL;
  int best_rating = -1;

  if (a == NULL || b == NULL)
    return NULL;
  programmes = netz_draft_list (draft, NETZ_TABLE_PROGRAMME);
  for (guint i = 0; i < programmes->len; i++)
    {
      NetzProgramme *programme = programmes->pdata[i];
      int rating = 2 * (rate_end (programme->from) + rate_end (programme->to)) + (programme->systematic ? 1 : 0);

      if (rating > best_rating && netz_programme_joins (programme, a, b))
        {
          best = netz_record_get_id (NETZ_RECORD (programme));
          best_rating = rating;
        }
    }
  return best;
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
