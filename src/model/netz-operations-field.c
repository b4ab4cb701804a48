/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-operations.h"

/* A record for writing, wherever it is among institutions, partnerships, frames and notes. */
static NetzRecord *
edit_any (NetzDraft *draft, const char *id)
{
  NetzRecord *record = netz_draft_find (draft, id);

  return record != NULL ? netz_draft_edit (draft, netz_record_get_table (record), id) : NULL;
}

/**
 * netz_rename:
 * @draft: a draft
 * @id: an institution, a frame or a note
 * @name: its new name, title or text
 *
 * Returns: whether there is such a record with a name
 */
gboolean
netz_rename (NetzDraft *draft, const char *id, const char *name)
{
  static const char *const fields[] = { "name", "title", "text" };
  NetzRecord *record = netz_draft_find (draft, id);

  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      const NetzField *field = netz_table_find_field (netz_record_get_table (record), fields[i]);

      if (field == NULL)
        continue;
      netz_field_set_text (field, edit_any (draft, id), name);
      return TRUE;
    }
  return FALSE;
}

/**
 * netz_set_field:
 * @draft: a draft
 * @ids: (array zero-terminated=1): one or many; those without such a field are passed over
 * @field: the name of a field
 * @text: what a person typed, "" to take the value away
 * @error: where to say what is wrong with it
 *
 * Returns: whether it could be set; where not, the draft should be dropped
 */
gboolean
netz_set_field (NetzDraft *draft, const char *const *ids, const char *field, const char *text, GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzRecord *record = netz_draft_find (draft, ids[i]);
      const NetzField *found = record != NULL ? netz_table_find_field (netz_record_get_table (record), field) : NULL;

      if (found != NULL && !netz_field_parse (found, edit_any (draft, ids[i]), text, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * netz_set_list:
 * @draft: a draft
 * @table: a table
 * @id: the id of a record there
 * @field: the name of a field of strings or parts
 * @list: (nullable): its new value, which must not change any more
 *
 * Returns: whether there is such a record and field
 */
gboolean
netz_set_list (NetzDraft *draft, NetzTable table, const char *id, const char *field, GPtrArray *list)
{
  const NetzField *found = netz_table_find_field (table, field);
  NetzRecord *record = netz_draft_edit (draft, table, id);

  if (record == NULL || found == NULL)
    return FALSE;
  netz_field_set_list (found, record, list);
  return TRUE;
}

/**
 * netz_set_pinned:
 * @draft: a draft
 * @ids: (array zero-terminated=1): institutions
 * @pinned: whether layouts shall leave them where they are
 */
void
netz_set_pinned (NetzDraft *draft, const char *const *ids, gboolean pinned)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzInstitution *institution = netz_draft_edit_institution (draft, ids[i]);

      if (institution != NULL)
        netz_record_set_boolean (NETZ_RECORD (institution), "pinned", pinned);
    }
}
