/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as partnerships: their ends by number or name, their programme and status by any name. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-import-private.h"

#include "model/netz-institution.h"
#include "model/netz-operations.h"
#include "model/netz-partnership.h"
#include "model/netz-programme.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  NetzImport *import;
  GHashTable *institutions; /* id, number or folded name -> institution; AMBIGUOUS for several */
  GHashTable *programmes;   /* folded id or name -> id */
  GHashTable *partnerships; /* make_pair () -> GPtrArray of partnerships */
} Ends;

static char ambiguous_mark;
#define AMBIGUOUS ((gpointer) &ambiguous_mark)

static void
know (Ends *self, const char *text, NetzInstitution *institution)
{
  char *folded = netz_fold (text);
  gpointer other = g_hash_table_lookup (self->institutions, folded);

  if (*folded == '\0')
    g_free (folded);
  else
    g_hash_table_insert (self->institutions, folded, other != NULL && other != institution ? AMBIGUOUS : institution);
}

static char *
make_pair (const char *a, const char *b)
{
  return g_strcmp0 (a, b) < 0 ? g_strconcat (a, " ", b, NULL) : g_strconcat (b, " ", a, NULL);
}

static void
learn_institutions (Ends *self)
{
  const NetzSnapshot *snapshot = self->import->snapshot;

  for (guint i = 0; i < netz_snapshot_get_size (snapshot, NETZ_TABLE_INSTITUTION); i++)
    {
      NetzInstitution *institution = (gpointer) netz_snapshot_get_nth (snapshot, NETZ_TABLE_INSTITUTION, i);

      know (self, netz_record_get_id (&institution->parent_instance), institution);
      know (self, institution->name, institution);
      know (self, institution->short_name, institution);
      for (guint k = 0; institution->official_ids != NULL && k < institution->official_ids->len; k++)
        know (self, netz_part_get (institution->official_ids->pdata[k], "value"), institution);
    }
}

static void
learn_programmes (Ends *self)
{
  const NetzSnapshot *snapshot = self->import->snapshot;

  for (guint i = 0; i < netz_snapshot_get_size (snapshot, NETZ_TABLE_PROGRAMME); i++)
    {
      NetzProgramme *programme = (gpointer) netz_snapshot_get_nth (snapshot, NETZ_TABLE_PROGRAMME, i);
      const char *id = netz_record_get_id (&programme->parent_instance);

      g_hash_table_insert (self->programmes, netz_fold (id), (gpointer) id);
      for (guint k = 0; programme->names != NULL && k < programme->names->len; k++)
        g_hash_table_insert (self->programmes, netz_fold (netz_part_get (programme->names->pdata[k], "text")),
                             (gpointer) id);
    }
}

static void
learn_partnerships (Ends *self)
{
  const NetzSnapshot *snapshot = self->import->snapshot;

  for (guint i = 0; i < netz_snapshot_get_size (snapshot, NETZ_TABLE_PARTNERSHIP); i++)
    {
      NetzPartnership *partnership = (gpointer) netz_snapshot_get_nth (snapshot, NETZ_TABLE_PARTNERSHIP, i);
      g_autofree char *pair = make_pair (partnership->from, partnership->to);
      GPtrArray *list = g_hash_table_lookup (self->partnerships, pair);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->partnerships, g_steal_pointer (&pair), list);
        }
      g_ptr_array_add (list, partnership);
    }
}

/* The partnership of the two that the row means: of its programme, or any where it says none. */
static NetzPartnership *
find_partnership (Ends *self, const NetzPartnership *row)
{
  g_autofree char *pair = make_pair (row->from, row->to);
  GPtrArray *list = g_hash_table_lookup (self->partnerships, pair);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      NetzPartnership *partnership = list->pdata[i];

      if (row->programme == NULL || g_strcmp0 (row->programme, partnership->programme) == 0)
        return partnership;
    }
  return NULL;
}

static void
match_item (Ends *self, NetzImportItem *item)
{
  static const char *const fields[] = { "from", "to" };
  NetzPartnership *old;
  gboolean known = TRUE;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *folded = netz_fold (item->ends[i]);
      NetzInstitution *institution = g_hash_table_lookup (self->institutions, folded);

      if (institution == NULL)
        netz_exchange_notes_add (self->import->notes, item->line, 0, FALSE, _("There is no institution “%s”."),
                                 item->ends[i]);
      else if (institution == AMBIGUOUS)
        netz_exchange_notes_add (self->import->notes, item->line, 0, FALSE,
                                 _("There are several institutions “%s”. Use their numbers."), item->ends[i]);
      else
        netz_record_set_text (item->row, fields[i], netz_record_get_id (&institution->parent_instance));
      known = known && institution != NULL && institution != AMBIGUOUS;
      if (institution == AMBIGUOUS)
        g_clear_pointer (&item->ends[i], g_free);
    }
  if (!known)
    {
      item->state = NETZ_IMPORT_UNSURE;
      item->decision = NETZ_IMPORT_SKIP;
      return;
    }
  old = find_partnership (self, (NetzPartnership *) item->row);
  if (old == NULL)
    return;
  item->id = g_strdup (netz_record_get_id (&old->parent_instance));
  netz_record_set_text (item->row, "from", old->from); /* as they stand there */
  netz_record_set_text (item->row, "to", old->to);
  item->changes = netz_import_find_changes (self->import, item->row, &old->parent_instance);
  item->state = item->changes != 0 ? NETZ_IMPORT_CHANGED : NETZ_IMPORT_SAME;
  item->decision = item->changes != 0 ? NETZ_IMPORT_UPDATE : NETZ_IMPORT_SKIP;
}

static void
set_programme (Ends *self, NetzImportItem *item)
{
  /* What the row calls it stands there until it is looked up. */
  g_autofree char *text = g_strdup (((NetzPartnership *) item->row)->programme);
  g_autofree char *folded = netz_fold (text);
  const char *id = g_hash_table_lookup (self->programmes, folded);

  if (text == NULL)
    return;
  netz_record_set_text (item->row, "programme", id);
  if (id == NULL)
    netz_exchange_notes_add (self->import->notes, item->line, 0, FALSE,
                             _("There is no programme “%s”. The one that follows from the kinds is taken."), text);
}

void
netz_import_match_partnerships (NetzImportReading *reading)
{
  g_autoptr (GHashTable) institutions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) programmes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) partnerships = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                               (GDestroyNotify) g_ptr_array_unref);
  Ends self = { reading->import, institutions, programmes, partnerships };

  learn_institutions (&self);
  learn_programmes (&self);
  learn_partnerships (&self);
  for (guint i = 0; i < reading->import->items->len; i++)
    {
      NetzImportItem *item = reading->import->items->pdata[i];

      set_programme (&self, item);
      match_item (&self, item);
    }
}

/* The institution at an end; made where nobody knows it, once for all rows that name it. */
static const char *
take_end (NetzImport *self, const NetzImportItem *item, guint end, NetzDraft *draft, GHashTable *made)
{
  const NetzPartnership *row = (NetzPartnership *) item->row;
  const char *id = end == 0 ? row->from : row->to;
  g_autoptr (NetzImportKinds) kinds = NULL;
  g_autofree char *folded = netz_fold (item->ends[end]);

  if (id != NULL || item->ends[end] == NULL)
    return id;
  id = g_hash_table_lookup (made, folded);
  if (id != NULL)
    return id;
  kinds = netz_import_kinds_new (self->snapshot, self->map);
  id = netz_add_institution (draft, item->ends[end], netz_import_kinds_find (kinds, "", item->ends[end]), NAN, NAN);
  g_hash_table_insert (made, g_steal_pointer (&folded), (gpointer) id);
  return id;
}

void
netz_import_apply_partnership (NetzImport *self, NetzImportItem *item, NetzDraft *draft, GHashTable *made)
{
  const char *from = take_end (self, item, 0, draft, made), *to = take_end (self, item, 1, draft, made), *id;
  NetzPartnership *row = (NetzPartnership *) item->row;

  if (from == NULL || to == NULL)
    return;
  id = netz_connect (draft, from, to, row->programme, row->status, NULL);
  if (id != NULL)
    netz_import_write (self, item->row, netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, id));
}
