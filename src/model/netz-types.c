/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-types.h"
#include "model/netz-committee-paper.h"
#include "model/netz-frame.h"
#include "model/netz-institution.h"
#include "model/netz-kind.h"
#include "model/netz-note.h"
#include "model/netz-partnership.h"
#include "model/netz-programme.h"
#include "model/netz-record-private.h"
#include "model/netz-settings.h"
#include "model/netz-view.h"
#include "model/netz-workshop.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (netz-model-error, netz_model_error)

#define ID_DIGITS 13 /* of 5 bits each: 64 bits and one to spare */

static const NetzTableInfo infos[NETZ_N_TABLES] = {
  [NETZ_TABLE_SETTINGS] = { "settings", "network", "n-", N_ ("Network"), N_ ("Networks") },
  [NETZ_TABLE_KIND] = { "kind", "kinds", "k-", N_ ("Kind of institution"), N_ ("Kinds of institutions") },
  [NETZ_TABLE_PROGRAMME] = { "programme", "programmes", "g-", N_ ("Programme"), N_ ("Programmes") },
  [NETZ_TABLE_INSTITUTION] = { "institution", "institutions", "i-", N_ ("Institution"), N_ ("Institutions") },
  [NETZ_TABLE_PARTNERSHIP] = { "partnership", "partnerships", "p-", N_ ("Partnership"), N_ ("Partnerships") },
  [NETZ_TABLE_FRAME] = { "frame", "frames", "f-", N_ ("Frame"), N_ ("Frames") },
  [NETZ_TABLE_NOTE] = { "note", "notes", "t-", N_ ("Note"), N_ ("Notes") },
  [NETZ_TABLE_VIEW] = { "view", "views", "v-", N_ ("View"), N_ ("Views") },
  [NETZ_TABLE_WORKSHOP] = { "workshop", "workshops", "w-", N_ ("Workshop"), N_ ("Workshops") },
  [NETZ_TABLE_PAPER] = { "paper", "papers", "c-", N_ ("Committee paper"), N_ ("Committee papers") },
};

static const NetzRecordTable tables[NETZ_N_TABLES] = {
  [NETZ_TABLE_SETTINGS] = { netz_settings_get_type, netz_settings_fields, &netz_settings_n_fields },
  [NETZ_TABLE_KIND] = { netz_kind_get_type, netz_kind_fields, &netz_kind_n_fields },
  [NETZ_TABLE_PROGRAMME] = { netz_programme_get_type, netz_programme_fields, &netz_programme_n_fields },
  [NETZ_TABLE_INSTITUTION] = { netz_institution_get_type, netz_institution_fields, &netz_institution_n_fields },
  [NETZ_TABLE_PARTNERSHIP] = { netz_partnership_get_type, netz_partnership_fields, &netz_partnership_n_fields },
  [NETZ_TABLE_FRAME] = { netz_frame_get_type, netz_frame_fields, &netz_frame_n_fields },
  [NETZ_TABLE_NOTE] = { netz_note_get_type, netz_note_fields, &netz_note_n_fields },
  [NETZ_TABLE_VIEW] = { netz_view_get_type, netz_view_fields, &netz_view_n_fields },
  [NETZ_TABLE_WORKSHOP] = { netz_workshop_get_type, netz_workshop_fields, &netz_workshop_n_fields },
  [NETZ_TABLE_PAPER] = { netz_committee_paper_get_type, netz_committee_paper_fields, &netz_committee_paper_n_fields },
};

/* Tests want the same ids each time; nobody else sets this. */
static GRand *seeded;

/**
 * netz_table_get_info:
 * @table: a table
 *
 * Returns: (transfer none): how the table and its records are called
 */
const NetzTableInfo *
netz_table_get_info (NetzTable table)
{
  g_return_val_if_fail ((guint) table < NETZ_N_TABLES, NULL);

  return &infos[table];
}

/**
 * netz_table_get_record_type:
 * @table: a table
 *
 * Returns: the type of its records
 */
GType
netz_table_get_record_type (NetzTable table)
{
  g_return_val_if_fail ((guint) table < NETZ_N_TABLES, G_TYPE_INVALID);

  return tables[table].get_type ();
}

/**
 * netz_table_get_fields:
 * @table: a table
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): what its records hold
 */
const NetzField *
netz_table_get_fields (NetzTable table, guint *n_fields)
{
  g_return_val_if_fail ((guint) table < NETZ_N_TABLES, NULL);

  *n_fields = *tables[table].n_fields;
  return tables[table].fields;
}

/**
 * netz_table_find_field:
 * @table: a table
 * @name: a field's name as in files
 *
 * O(fields).
 *
 * Returns: (transfer none) (nullable): the field, %NULL where there is none of that name
 */
const NetzField *
netz_table_find_field (NetzTable table, const char *name)
{
  guint n_fields;
  const NetzField *fields = netz_table_get_fields (table, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (strcmp (fields[i].name, name) == 0)
      return &fields[i];
  return NULL;
}

/**
 * netz_id_seed:
 * @seed: a seed, 0 to be random again
 *
 * Makes the ids that follow the same in each run, for tests and samples. Not
 * for use with threads.
 */
void
netz_id_seed (guint32 seed)
{
  g_clear_pointer (&seeded, g_rand_free);
  if (seed != 0)
    seeded = g_rand_new_with_seed (seed);
}

/**
 * netz_id_new:
 * @table: the table that the id is for
 *
 * Makes a random id of 64 bits, so that two planners who add institutions to
 * copies of one network never collide.
 *
 * Returns: (transfer full): the id, as "i-7c2n4v8x1b5ga"
 */
char *
netz_id_new (NetzTable table)
{
  static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
  guint32 high = seeded != NULL ? g_rand_int (seeded) : g_random_int ();
  guint32 low = seeded != NULL ? g_rand_int (seeded) : g_random_int ();
  guint64 bits = ((guint64) high << 32) | low;
  char text[ID_DIGITS + 1] = { 0 };

  for (int i = ID_DIGITS - 1; i >= 0; i--)
    {
      text[i] = digits[bits & 31];
      bits >>= 5;
    }
  return g_strconcat (netz_table_get_info (table)->prefix, text, NULL);
}
