/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-operations.h"


/* What is copied out, each record once. */
typedef struct
{
  NetzNetwork *network;
  NetzSnapshot *clip;
  GHashTable *taken; /* records */
} Copying;

static void
take (Copying *self, NetzRecord *record)
{
  if (record != NULL && g_hash_table_add (self->taken, record))
    netz_snapshot_take (self->clip, g_object_ref (record));
}

static gboolean
is_taken (Copying *self, const char *institution)
{
  NetzInstitution *found = netz_network_get_institution (self->network, institution);

  return found != NULL && g_hash_table_contains (self->taken, found);
}

static void
take_partnership (Copying *self, NetzPartnership *partnership)
{
  if (!is_taken (self, partnership->from) || !is_taken (self, partnership->to))
    return;
  take (self, NETZ_RECORD (partnership));
  take (self, netz_network_get (self->network, NETZ_TABLE_PROGRAMME, partnership->programme));
}

/**
 * netz_copy:
 * @network: a network
 * @ids: (array zero-terminated=1): institutions, frames and notes
 *
 * Copies them out with the partnerships among the institutions and with the
 * kinds and programmes that they are of, for netz_paste().
 *
 * Returns: (transfer full): the records, without settings
 */
NetzSnapshot *
netz_copy (NetzNetwork *network, const char *const *ids)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  Copying self = { network, netz_snapshot_new (), taken };

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzInstitution *institution = netz_network_get_institution (network, ids[i]);

      if (institution != NULL)
        take (&self, netz_network_get (network, NETZ_TABLE_KIND, institution->kind));
      take (&self, NETZ_RECORD (institution));
      take (&self, netz_network_get (network, NETZ_TABLE_FRAME, ids[i]));
      take (&self, netz_network_get (network, NETZ_TABLE_NOTE, ids[i]));
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GPtrArray *incident = netz_network_get_incident (network, ids[i]);

      for (guint k = 0; is_taken (&self, ids[i]) && incident != NULL && k < incident->len; k++)
        take_partnership (&self, incident->pdata[k]);
    }
  netz_snapshot_sort (self.clip);
  return self.clip;
}

static void
remap (NetzRecord *record, const char *field_name, GHashTable *new_ids)
{
  const NetzField *field = netz_table_find_field (netz_record_get_table (record), field_name);
  const char *old = field != NULL ? netz_field_get_text (field, record) : NULL;

  if (old != NULL)
    netz_field_set_text (field, record, g_hash_table_lookup (new_ids, old));
}

static void
shift_copy (NetzRecord *record, double dx, double dy)
{
  const NetzField *x = netz_table_find_field (netz_record_get_table (record), "x");
  const NetzField *y = netz_table_find_field (netz_record_get_table (record), "y");

  if (x == NULL || y == NULL)
    return;
  netz_field_set_number (x, record, netz_field_get_number (x, record) + dx);
  netz_field_set_number (y, record, netz_field_get_number (y, record) + dy);
}

static void
paste_catalogue (NetzDraft *draft, const NetzSnapshot *clip, NetzTable table)
{
  for (guint i = 0; i < netz_snapshot_get_size (clip, table); i++)
    {
      NetzRecord *record = netz_snapshot_get_nth (clip, table, i);

      if (netz_draft_get (draft, table, netz_record_get_id (record)) == NULL)
        netz_draft_add (draft, netz_record_copy (record));
    }
}

/**
 * netz_paste:
 * @draft: a draft
 * @clip: what netz_copy() gave, of this network or another
 * @dx: how far to the right of where they were
 * @dy: how far below
 *
 * Adds copies under new ids. Kinds and programmes that the network does not
 * have come along; where it has one of that id, its own counts.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the new institutions, frames and notes
 */
char **
netz_paste (NetzDraft *draft, const NetzSnapshot *clip, double dx, double dy)
{
  static const NetzTable tables[] = { NETZ_TABLE_FRAME, NETZ_TABLE_INSTITUTION, NETZ_TABLE_NOTE,
                                      NETZ_TABLE_PARTNERSHIP };
  g_autoptr (GHashTable) new_ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *pasted = g_ptr_array_new ();

  paste_catalogue (draft, clip, NETZ_TABLE_KIND);
  paste_catalogue (draft, clip, NETZ_TABLE_PROGRAMME);
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint i = 0; i < netz_snapshot_get_size (clip, tables[t]); i++)
      {
        NetzRecord *record = netz_snapshot_get_nth (clip, tables[t], i);
        NetzRecord *copy = netz_draft_add (draft, netz_record_copy_as (record, NULL));

        g_hash_table_insert (new_ids, (gpointer) netz_record_get_id (record), (gpointer) netz_record_get_id (copy));
        shift_copy (copy, dx, dy);
        if (tables[t] == NETZ_TABLE_PARTNERSHIP)
          {
            remap (copy, "from", new_ids);
            remap (copy, "to", new_ids);
            continue;
          }
        remap (copy, "frame", new_ids);
        g_ptr_array_add (pasted, g_strdup (netz_record_get_id (copy)));
      }
  g_ptr_array_add (pasted, NULL);
  return (char **) g_ptr_array_free (pasted, FALSE);
}

/**
 * netz_duplicate:
 * @draft: a draft
 * @ids: (array zero-terminated=1): institutions, frames and notes
 * @dx: how far to the right of the originals
 * @dy: how far below
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the copies
 */
char **
netz_duplicate (NetzDraft *draft, const char *const *ids, double dx, double dy)
{
  g_autoptr (NetzSnapshot) clip = netz_copy (netz_draft_get_network (draft), ids);

  return netz_paste (draft, clip, dx, dy);
}
