/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided, as one draft; and items in words. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-import-private.h"

#include "model/netz-institution.h"
#include "model/netz-operations.h"
#include "model/netz-partnership.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
mark (NetzDraft *draft, const char *id, const char *tag)
{
  NetzInstitution *institution = netz_draft_edit_institution (draft, id);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  if (institution == NULL)
    return;
  for (guint i = 0; institution->tags != NULL && i < institution->tags->len; i++)
    {
      if (strcmp (institution->tags->pdata[i], tag) == 0)
        return;
      g_ptr_array_add (tags, g_ref_string_acquire (institution->tags->pdata[i]));
    }
  g_ptr_array_add (tags, g_ref_string_new (tag));
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_INSTITUTION, "tags"), &institution->parent_instance, tags);
}

static void
apply_item (NetzImport *self, NetzImportItem *item, NetzDraft *draft, GHashTable *made)
{
  const char *const ids[] = { item->id, NULL };
  NetzRecord *record;

  switch (item->decision)
    {
    case NETZ_IMPORT_ADD:
      if (self->map->partnerships)
        netz_import_apply_partnership (self, item, draft, made);
      else
        netz_draft_add (draft, netz_record_copy (item->row));
      break;
    case NETZ_IMPORT_UPDATE:
      record = item->id != NULL ? netz_draft_edit (draft, netz_record_get_table (item->row), item->id) : NULL;
      if (record != NULL)
        netz_import_write (self, item->row, record);
      break;
    case NETZ_IMPORT_DELETE:
      if (item->n_partnerships == 0)
        {
          netz_delete (draft, ids);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case NETZ_IMPORT_MARK:
      /* Translators: a tag of an institution which a newer official list does not have any more */
      mark (draft, item->id, _("not in the list any more"));
      break;
    case NETZ_IMPORT_SKIP:
    default:
      break;
    }
}

/**
 * netz_import_apply:
 * @self: an import
 * @draft: a draft of the network for which it was made
 *
 * Does what was decided. New institutions get places where nobody stands. May be done once.
 */
void
netz_import_apply (NetzImport *self, NetzDraft *draft)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->items->len; i++)
    apply_item (self, self->items->pdata[i], draft, made);
  netz_place_unplaced (draft);
}

static const char *
get_name (const NetzImport *self, const char *id)
{
  NetzRecord *record = id != NULL ? netz_snapshot_find (self->snapshot, NETZ_TABLE_INSTITUTION, id) : NULL;
  const char *name = record != NULL ? ((NetzInstitution *) record)->name : NULL;

  return name != NULL ? name : "";
}

/* The name of a partner, or what the row says of one that nobody knows. */
static const char *
get_end (const NetzImport *self, const char *id, const char *text)
{
  if (id != NULL)
    return get_name (self, id);
  return text != NULL ? text : "?";
}

static void
append_change (GString *text, const NetzField *field, const NetzRecord *old, const NetzRecord *row)
{
  g_autofree char *before = netz_field_print (field, old);
  g_autofree char *after = netz_field_print (field, row);

  /* Translators: a field of an institution, what it was, what it becomes */
  g_string_append_printf (text, _("; %s: “%s” → “%s”"), netz_field_get_label (field), before != NULL ? before : "",
                          after != NULL ? after : "");
}

static void
append_changes (GString *text, const NetzRecord *old, const NetzRecord *row)
{
  static const char *const shown[] = { "name", "kind", "street", "postcode", "town", "district", "quarter",
                                       "website", "pupils", "social-index", "status", "since", "until", "programme" };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const NetzField *field = netz_table_find_field (netz_record_get_table (row), shown[i]);

      if (field != NULL && netz_field_is_set (field, row) && !netz_field_equal (field, old, row))
        append_change (text, field, old, row);
    }
}

/**
 * netz_import_describe_item:
 * @self: an import
 * @item: one of its items
 *
 * Returns: (transfer full): what it speaks of and what is different, in the language of the messages
 */
char *
netz_import_describe_item (const NetzImport *self, const NetzImportItem *item)
{
  GString *text = g_string_new (NULL);
  NetzTable table = self->map->partnerships ? NETZ_TABLE_PARTNERSHIP : NETZ_TABLE_INSTITUTION;
  NetzRecord *old = item->id != NULL ? netz_snapshot_find (self->snapshot, table, item->id) : NULL;

  if (self->map->partnerships)
    {
      const NetzPartnership *row = (NetzPartnership *) item->row;

      g_string_append_printf (text, "%s – %s", get_end (self, row->from, item->ends[0]),
                              get_end (self, row->to, item->ends[1]));
    }
  else if (item->state == NETZ_IMPORT_NEW || item->state == NETZ_IMPORT_UNSURE)
    g_string_append (text, netz_institution_get_label ((NetzInstitution *) item->row));
  else
    g_string_append (text, get_name (self, item->id));
  if (item->state == NETZ_IMPORT_CHANGED && old != NULL)
    append_changes (text, old, item->row);
  else if (item->state == NETZ_IMPORT_UNSURE && item->id != NULL)
    g_string_append_printf (text, _(" – perhaps “%s”"), get_name (self, item->id));
  else if (item->state == NETZ_IMPORT_GONE && item->n_partnerships > 0)
    g_string_append_printf (text, ngettext (" – has %u partnership", " – has %u partnerships", item->n_partnerships),
                            item->n_partnerships);
  return g_string_free (text, FALSE);
}
