/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-difference.h"

#include <string.h>

static void
compare_table (NetzEdit *edit, NetzTable table, const NetzSnapshot *before, const NetzSnapshot *after)
{
  guint n = netz_snapshot_get_size (before, table), m = netz_snapshot_get_size (after, table);
  guint i = 0, j = 0;

  while (i < n || j < m)
    {
      NetzRecord *old = i < n ? netz_snapshot_get_nth (before, table, i) : NULL;
      NetzRecord *new = j < m ? netz_snapshot_get_nth (after, table, j) : NULL;
      int order = old == NULL ? 1 : new == NULL ? -1 : strcmp (old->id, new->id);

      if (order < 0)
        netz_edit_add (edit, table, old->id, old, NULL);
      else if (order > 0)
        netz_edit_add (edit, table, new->id, NULL, new);
      else if (!netz_record_equal (old, new))
        netz_edit_add (edit, table, old->id, old, new);
      i += order <= 0;
      j += order >= 0;
    }
}

/**
 * netz_difference:
 * @before: a snapshot
 * @after: another, of the same network later or of another copy of it
 * @label: what the edit is called
 *
 * O(n): both are sorted by id.
 *
 * Returns: (transfer full): the edit that makes @after of @before
 */
NetzEdit *
netz_difference (const NetzSnapshot *before, const NetzSnapshot *after, const char *label)
{
  NetzEdit *edit = netz_edit_new (label);

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    compare_table (edit, table, before, after);
  return edit;
}
