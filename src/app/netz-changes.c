/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-changes.h"

static void
copy_into (NetzRecord *to, const NetzRecord *from)
{
  guint n_fields = 0;
  const NetzField *fields = netz_record_get_fields (from, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    netz_field_copy (&fields[i], from, to);
  netz_record_set_extras (to, netz_record_get_extras (from));
}

/**
 * netz_changes_put:
 * @record: how it shall be from now on
 *
 * Adds a record, or makes the one with its id like it.
 */
void
netz_changes_put (NetzDraft *draft, const NetzRecord *record)
{
  NetzTable table = netz_record_get_table (record);
  const char *id = netz_record_get_id (record);

  if (netz_draft_get (draft, table, id) == NULL)
    netz_draft_add (draft, netz_record_copy (record));
  else
    copy_into (netz_draft_edit (draft, table, id), record);
}

/**
 * netz_changes_write:
 * @edit: what shall happen in @draft too
 *
 * O(changes).
 */
void
netz_changes_write (NetzDraft *draft, const NetzEdit *edit)
{
  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (edit, i);

      if (change->after != NULL)
        netz_changes_put (draft, change->after);
      else
        netz_draft_remove (draft, change->table, change->id);
    }
}
