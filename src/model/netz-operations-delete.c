/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

/* Points a reference to `with`, which may be NULL, where it names one of `gone`. */
static void
replace_ref (NetzDraft *draft, NetzRecord *record, const char *field_name, GHashTable *gone, const char *with)
{
  const NetzField *field = netz_table_find_field (netz_record_get_table (record), field_name);
  const char *value = netz_field_get_text (field, record);

  if (value == NULL || !g_hash_table_contains (gone, value))
    return;
  record = netz_draft_edit (draft, netz_record_get_table (record), netz_record_get_id (record));
  netz_field_set_text (field, record, with);
}

static void
replace_participants (NetzDraft *draft, NetzWorkshop *workshop, GHashTable *gone, const char *with)
{
  g_autoptr (GPtrArray) list = netz_parts_new ();
  gboolean changed = FALSE;

  for (guint i = 0; workshop->participants != NULL && i < workshop->participants->len; i++)
    {
      NetzPart *part = workshop->participants->pdata[i];
      const char *institution = netz_part_get (part, "institution");
      gboolean hit = institution != NULL && g_hash_table_contains (gone, institution);

      changed = changed || hit;
      g_ptr_array_add (list, hit ? netz_part_with (part, "institution", with) : netz_part_ref (part));
    }
  if (changed)
    netz_set_list (draft, NETZ_TABLE_WORKSHOP, netz_record_get_id (NETZ_RECORD (workshop)), "participants", list);
}

/* Whatever pointed to the institutions that go points to `with` instead, or to none. */
static void
replace_references (NetzDraft *draft, GHashTable *gone, const char *with)
{
  g_autoptr (GPtrArray) workshops = netz_draft_list (draft, NETZ_TABLE_WORKSHOP);
  g_autoptr (GPtrArray) views = netz_draft_list (draft, NETZ_TABLE_VIEW);

  for (guint i = 0; i < workshops->len; i++)
    {
      replace_ref (draft, workshops->pdata[i], "organiser", gone, with);
      replace_participants (draft, workshops->pdata[i], gone, with);
    }
  for (guint i = 0; i < views->len; i++)
    replace_ref (draft, views->pdata[i], "focus", gone, with);
}

static void
empty_frames (NetzDraft *draft, GHashTable *gone)
{
  static const NetzTable member_tables[] = { NETZ_TABLE_INSTITUTION, NETZ_TABLE_NOTE };

  for (guint t = 0; t < G_N_ELEMENTS (member_tables); t++)
    {
      g_autoptr (GPtrArray) records = netz_draft_list (draft, member_tables[t]);

      for (guint i = 0; i < records->len; i++)
        replace_ref (draft, records->pdata[i], "frame", gone, NULL);
    }
}

static void
delete_institution (NetzDraft *draft, const char *id)
{
  g_autoptr (GPtrArray) incident = netz_draft_incident (draft, id);

  for (guint i = 0; i < incident->len; i++)
    netz_draft_remove (draft, NETZ_TABLE_PARTNERSHIP, netz_record_get_id (incident->pdata[i]));
  netz_draft_remove (draft, NETZ_TABLE_INSTITUTION, id);
}

/**
 * netz_delete:
 * @draft: a draft
 * @ids: (array zero-terminated=1): institutions, partnerships, frames and notes
 *
 * Partnerships go along with their institutions; members of a frame stay.
 * What pointed to an institution (a workshop's organiser, a participant, a
 * view's focus) points to none.
 */
void
netz_delete (NetzDraft *draft, const char *const *ids)
{
  g_autoptr (GHashTable) institutions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) frames = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (netz_draft_get (draft, NETZ_TABLE_INSTITUTION, ids[i]) != NULL)
        {
          g_hash_table_add (institutions, (gpointer) ids[i]);
          delete_institution (draft, ids[i]);
          continue;
        }
      if (netz_draft_get (draft, NETZ_TABLE_FRAME, ids[i]) != NULL)
        g_hash_table_add (frames, (gpointer) ids[i]);
      netz_draft_remove (draft, NETZ_TABLE_PARTNERSHIP, ids[i]);
      netz_draft_remove (draft, NETZ_TABLE_FRAME, ids[i]);
      netz_draft_remove (draft, NETZ_TABLE_NOTE, ids[i]);
    }
  if (g_hash_table_size (institutions) > 0)
    replace_references (draft, institutions, NULL);
  if (g_hash_table_size (frames) > 0)
    empty_frames (draft, frames);
}

static gboolean
list_holds (const NetzField *field, GPtrArray *list, gconstpointer value)
{
  for (guint i = 0; i < list->len; i++)
    if (field->type == NETZ_FIELD_PARTS ? netz_part_equal (list->pdata[i], value) : g_str_equal (list->pdata[i], value))
      return TRUE;
  return FALSE;
}

static void
unite_lists (const NetzField *field, NetzRecord *keep, GPtrArray *more)
{
  GPtrArray *old = netz_field_get_list (field, keep);
  g_autoptr (GPtrArray) list = NULL;

  if (more == NULL)
    return;
  if (field->type == NETZ_FIELD_PARTS)
    list = netz_parts_new ();
  else
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  for (guint i = 0; i < (old != NULL ? old->len : 0) + more->len; i++)
    {
      gpointer value = old != NULL && i < old->len ? old->pdata[i] : more->pdata[i - (old != NULL ? old->len : 0)];

      if (!list_holds (field, list, value))
        g_ptr_array_add (list, field->type == NETZ_FIELD_PARTS ? (gpointer) netz_part_ref (value)
                                                               : (gpointer) g_ref_string_acquire (value));
    }
  netz_field_set_list (field, keep, list);
}

/* What a file held beyond the fields goes along, too. */
static void
unite_extras (NetzRecord *keep, const NetzRecord *gone)
{
  NetzExtras *both[] = { netz_record_get_extras (keep), netz_record_get_extras ((NetzRecord *) gone) };
  g_autoptr (NetzExtras) united = NULL;

  if (both[1] == NULL)
    return;
  united = netz_extras_new ();
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    for (guint k = 0; k < netz_extras_get_size (both[i]); k++)
      {
        const NetzExtra *extra = netz_extras_get_nth (both[i], k);

        netz_extras_add (united, extra->slot, extra->name, extra->value);
      }
  netz_record_set_extras (keep, united);
}

static void
unite_fields (NetzRecord *keep, const NetzRecord *gone)
{
  guint n_fields;
  const NetzField *fields = netz_record_get_fields (keep, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type >= NETZ_FIELD_STRINGS)
        unite_lists (&fields[i], keep, netz_field_get_list (&fields[i], gone));
      else if (!netz_field_is_set (&fields[i], keep))
        netz_field_copy (&fields[i], gone, keep);
    }
}

static void
redirect_partnerships (NetzDraft *draft, const char *keep, const char *gone)
{
  g_autoptr (GPtrArray) incident = netz_draft_incident (draft, gone);

  for (guint i = 0; i < incident->len; i++)
    {
      const char *id = netz_record_get_id (incident->pdata[i]);
      NetzPartnership *partnership;

      if (g_strcmp0 (netz_partnership_get_other (incident->pdata[i], gone), keep) == 0)
        {
          netz_draft_remove (draft, NETZ_TABLE_PARTNERSHIP, id);
          continue;
        }
      partnership = netz_draft_edit_partnership (draft, id);
      if (g_strcmp0 (partnership->from, gone) == 0)
        netz_record_set_text (NETZ_RECORD (partnership), "from", keep);
      if (g_strcmp0 (partnership->to, gone) == 0)
        netz_record_set_text (NETZ_RECORD (partnership), "to", keep);
    }
}

/**
 * netz_unite:
 * @draft: a draft
 * @keep: the institution that stays
 * @gone: the institution that turned out to be the same
 * @error: where to say why not
 *
 * The one that stays takes over the partnerships, and the values that it lacks.
 * Partnerships between the two go.
 *
 * Returns: whether they could be united
 */
gboolean
netz_unite (NetzDraft *draft, const char *keep, const char *gone, GError **error)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  NetzInstitution *old = (NetzInstitution *) netz_draft_get (draft, NETZ_TABLE_INSTITUTION, gone);

  if (old == NULL || netz_draft_get (draft, NETZ_TABLE_INSTITUTION, keep) == NULL || g_str_equal (keep, gone))
    {
      g_set_error_literal (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_REFUSED,
                           _ ("Two different institutions are needed to unite them."));
      return FALSE;
    }
  redirect_partnerships (draft, keep, gone);
  unite_fields (NETZ_RECORD (netz_draft_edit_institution (draft, keep)), NETZ_RECORD (old));
  unite_extras (NETZ_RECORD (netz_draft_edit_institution (draft, keep)), NETZ_RECORD (old));
  g_hash_table_add (set, (gpointer) gone);
  replace_references (draft, set, keep);
  netz_draft_remove (draft, NETZ_TABLE_INSTITUTION, gone);
  return TRUE;
}

static guint
count_uses (NetzDraft *draft, NetzTable table, const char *field_name, const char *id)
{
  g_autoptr (GPtrArray) records = netz_draft_list (draft, table);
  const NetzField *field = netz_table_find_field (table, field_name);
  guint uses = 0;

  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (netz_field_get_text (field, records->pdata[i]), id) == 0)
      uses++;
  return uses;
}

/**
 * netz_remove_record:
 * @draft: a draft
 * @table: kinds, programmes, views or workshops
 * @id: the id of a record there
 * @error: where to say why not
 *
 * Takes a kind or a programme away that is not in use, a view, or a workshop.
 *
 * Returns: whether it went
 */
gboolean
netz_remove_record (NetzDraft *draft, NetzTable table, const char *id, GError **error)
{
  guint uses = 0;

  if (table == NETZ_TABLE_KIND)
    uses = count_uses (draft, NETZ_TABLE_INSTITUTION, "kind", id);
  else if (table == NETZ_TABLE_PROGRAMME)
    uses = count_uses (draft, NETZ_TABLE_PARTNERSHIP, "programme", id);
  if (uses > 0 && table == NETZ_TABLE_KIND)
    g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_REFUSED,
                 ngettext ("%u institution is of this kind.", "%u institutions are of this kind.", uses), uses);
  else if (uses > 0)
    g_set_error (
        error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_REFUSED,
        ngettext ("%u partnership belongs to this programme.", "%u partnerships belong to this programme.", uses),
        uses);
  else
    netz_draft_remove (draft, table, id);
  return uses == 0;
}
