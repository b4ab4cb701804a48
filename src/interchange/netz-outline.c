/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-outline.h"

#include "interchange/netz-outline-private.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (netz-outline-error, netz_outline_error)

gboolean
netz_outline_fail (NetzOutline *self, guint column, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  netz_exchange_notes_add_text (self->notes, self->statement->line, column, TRUE, text);
  return FALSE;
}

/* The id of the kind, or of the programme, that is called so; in a file an unknown one is made. */
const char *
netz_outline_find_or_make (NetzOutline *self, NetzTable table, const char *name, guint column)
{
  const char *id = table == NETZ_TABLE_KIND ? netz_outline_names_find_kind (self->names, name)
                                            : netz_outline_names_find_programme (self->names, name);

  if (id != NULL)
    return id;
  if ((self->flags & NETZ_OUTLINE_TOLERANT) == 0)
    {
      if (table == NETZ_TABLE_KIND)
        netz_outline_fail (self, column, _("There is no kind of institution “%s”."), name);
      else
        netz_outline_fail (self, column, _("There is no programme “%s”."), name);
      return NULL;
    }
  netz_exchange_notes_add (self->notes, self->statement->line, column, FALSE,
                           table == NETZ_TABLE_KIND ? _("The kind “%s” is new; it was added.")
                                                    : _("The programme “%s” is new; it was added."),
                           name);
  return netz_outline_names_make (self->names, table, name);
}

static void
keep_kind (GPtrArray *institutions, const char *kind)
{
  for (guint i = institutions->len; i-- > 0;)
    if (g_strcmp0 (((NetzInstitution *) g_ptr_array_index (institutions, i))->kind, kind) != 0)
      g_ptr_array_remove_index (institutions, i);
}

/* Of several that differ in case or accents only, the one that is written so. */
static void
keep_exact (GPtrArray *institutions, const char *name)
{
  NetzInstitution *exact = NULL;
  guint n_exact = 0;

  for (guint i = 0; i < institutions->len; i++)
    if (g_strcmp0 (((NetzInstitution *) g_ptr_array_index (institutions, i))->name, name) == 0)
      {
        exact = g_ptr_array_index (institutions, i);
        n_exact++;
      }
  if (n_exact != 1)
    return;
  g_ptr_array_set_size (institutions, 0);
  g_ptr_array_add (institutions, exact);
}

/* The institution meant; *found stays NULL where there is none. FALSE where that cannot be told. */
static gboolean
find_institution (NetzOutline *self, const NetzOutlineName *name, const char *kind, NetzInstitution **found)
{
  g_autoptr (GPtrArray) candidates = netz_outline_names_find_institutions (self->names, name->text);
  NetzInstitution *only = candidates->len == 1 ? g_ptr_array_index (candidates, 0) : NULL;

  *found = NULL;
  if (name->kind != NULL)
    keep_kind (candidates, kind);
  if (name->number > candidates->len + 1)
    return netz_outline_fail (self, name->column,
                 ngettext ("There is only %u institution “%s”.", "There are only %u institutions “%s”.",
                           candidates->len),
                 candidates->len, name->text);
  if (name->number > 0)
    {
      if (name->number <= candidates->len)
        *found = g_ptr_array_index (candidates, name->number - 1);
      return TRUE;
    }
  if (candidates->len > 1)
    keep_exact (candidates, name->text);
  if (candidates->len > 1)
    return netz_outline_fail (self, name->column,
                 _("There are %u institutions “%s”: say which by #1, #2 … or by the kind in brackets behind the name."),
                 candidates->len, name->text);
  if (candidates->len == 1)
    *found = g_ptr_array_index (candidates, 0);
  else if (kind != NULL && only != NULL && only->kind == NULL)
    *found = only;
  return TRUE;
}

static const char *
make_institution (NetzOutline *self, const NetzOutlineName *name, const char *kind)
{
  const char *id;

  if (name->kind == NULL)
    kind = netz_outline_names_guess_kind (self->names, name->text);
  id = netz_add_institution (self->draft, name->text, kind, NAN, NAN);
  netz_outline_names_add_institution (self->names, id, name->text);
  return id;
}

/* The id of the institution meant, made where `make` is set and there is none; NULL after an error. */
const char *
netz_outline_take_institution (NetzOutline *self, const NetzOutlineName *name, gboolean make)
{
  NetzInstitution *found;
  const char *kind = NULL;

  if (name->kind != NULL && *name->kind != '\0')
    {
      kind = netz_outline_find_or_make (self, NETZ_TABLE_KIND, name->kind, name->column);
      if (kind == NULL)
        return NULL;
    }
  if (!find_institution (self, name, kind, &found))
    return NULL;
  if (found == NULL && !make)
    {
      netz_outline_fail (self, name->column, _("There is no institution “%s”."), name->text);
      return NULL;
    }
  if (found == NULL)
    return make_institution (self, name, kind);
  if (kind != NULL && found->kind == NULL)
    {
      const char *id = netz_record_get_id (&found->parent_instance);

      netz_record_set_text (netz_draft_edit (self->draft, NETZ_TABLE_INSTITUTION, id), "kind", kind);
    }
  return netz_record_get_id (&found->parent_instance);
}

/* Sets a date or a status as it is written, though it makes no sense: only in files. */
static gboolean
keep_odd (NetzOutline *self, const NetzField *field, NetzRecord *record, const NetzOutlineItem *item)
{
  if ((self->flags & NETZ_OUTLINE_TOLERANT) == 0 ||
      (field->type != NETZ_FIELD_DATE && field->type != NETZ_FIELD_CHOICE))
    return FALSE;
  netz_exchange_notes_add (self->notes, self->statement->line, item->column, FALSE,
                           _("“%s” makes no sense for “%s”; it was kept."), item->value, netz_field_get_label (field));
  netz_field_set_text (field, record, item->value);
  return TRUE;
}

static const char *
find_reference (NetzOutline *self, const NetzField *field, const NetzOutlineItem *item)
{
  const char *id;

  if (field->target != NETZ_TABLE_FRAME)
    return netz_outline_find_or_make (self, field->target, item->value, item->column);
  id = netz_outline_names_find_frame (self->names, item->value);
  if (id == NULL)
    netz_outline_fail (self, item->column, _("There is no frame “%s”."), item->value);
  return id;
}

gboolean
netz_outline_set_item (NetzOutline *self, NetzTable table, const char *id, const NetzOutlineItem *item)
{
  const NetzField *field = item->field != NULL ? netz_table_find_field (table, item->field) : NULL;
  g_autoptr (GError) error = NULL;
  const char *value = item->value;
  NetzRecord *record;

  if (item->field == NULL)
    return netz_outline_fail (self, item->column, _("“%s” is not of the form field=value."), item->value);
  if (field == NULL)
    return netz_outline_fail (self, item->column, _("There is no field “%s”."), item->field);
  if (field->type == NETZ_FIELD_REF && field->target == NETZ_TABLE_INSTITUTION)
    return netz_outline_fail (self, item->column,
                              _("The ends of a partnership stay: remove it and connect the others."));
  if (field->type == NETZ_FIELD_REF && *value != '\0')
    value = find_reference (self, field, item);
  else if (field->type == NETZ_FIELD_CHOICE && strcmp (field->name, "status") == 0 && *value != '\0')
    value = netz_outline_names_find_status (self->names, value);
  if (value == NULL && field->type == NETZ_FIELD_REF)
    return FALSE;

  record = netz_draft_edit (self->draft, table, id);
  if (table == NETZ_TABLE_INSTITUTION && strcmp (field->name, "name") == 0)
    netz_outline_names_rename (self->names, id, NETZ_INSTITUTION (record)->name, value);
  if (netz_field_parse (field, record, value != NULL ? value : item->value, &error) ||
      keep_odd (self, field, record, item))
    return TRUE;
  return netz_outline_fail (self, item->column, "%s", error->message);
}

gboolean
netz_outline_set_items (NetzOutline *self, NetzTable table, const char *id, GPtrArray *items)
{
  gboolean good = TRUE;

  for (guint i = 0; i < items->len; i++)
    good = netz_outline_set_item (self, table, id, g_ptr_array_index (items, i)) && good;
  return good;
}

static gboolean
run_add (NetzOutline *self)
{
  const char *id = netz_outline_take_institution (self, &self->statement->names[0], TRUE);

  return id != NULL && netz_outline_set_items (self, NETZ_TABLE_INSTITUTION, id, self->statement->items);
}

static gboolean
run_rename (NetzOutline *self)
{
  const NetzOutlineItem item = { .field = (char *) "name", .value = self->statement->new_name, .column = 1 };
  const char *id = netz_outline_take_institution (self, &self->statement->names[0], FALSE);

  return id != NULL && netz_outline_set_item (self, NETZ_TABLE_INSTITUTION, id, &item);
}

static gboolean
run_set (NetzOutline *self)
{
  const char *id;

  if (self->statement->n_names == 2)
    return netz_outline_run_set_partnership (self);
  id = netz_outline_take_institution (self, &self->statement->names[0], FALSE);
  return id != NULL && netz_outline_set_items (self, NETZ_TABLE_INSTITUTION, id, self->statement->items);
}

static gboolean
run_remove (NetzOutline *self)
{
  const char *ids[] = { NULL, NULL };

  if (self->statement->n_names == 2)
    return netz_outline_run_remove_partnerships (self);
  if (self->statement->items->len > 0)
    return netz_outline_fail (self, ((NetzOutlineItem *) g_ptr_array_index (self->statement->items, 0))->column,
                 _("An institution is removed as a whole: write remove NAME."));
  ids[0] = netz_outline_take_institution (self, &self->statement->names[0], FALSE);
  if (ids[0] == NULL)
    return FALSE;
  netz_delete (self->draft, ids);
  return TRUE;
}

static void
run_statements (NetzOutline *self, GPtrArray *statements)
{
  static gboolean (*const run[]) (NetzOutline *) = {
    [NETZ_OUTLINE_ADD] = run_add,       [NETZ_OUTLINE_CONNECT] = netz_outline_run_connect, [NETZ_OUTLINE_SET] = run_set,
    [NETZ_OUTLINE_RENAME] = run_rename, [NETZ_OUTLINE_REMOVE] = run_remove,
  };

  for (guint i = 0; i < statements->len; i++)
    {
      self->statement = g_ptr_array_index (statements, i);
      run[self->statement->verb](self);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const NetzExchangeNote *first = *(const NetzExchangeNote *const *) a;
  const NetzExchangeNote *second = *(const NetzExchangeNote *const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return first->column < second->column ? -1 : first->column > second->column;
}

static gboolean
report (GPtrArray *notes, GError **error)
{
  const NetzExchangeNote *first;

  g_ptr_array_sort (notes, compare_places);
  first = netz_exchange_notes_get_error (notes);
  if (first == NULL)
    return TRUE;
  g_set_error (error, NETZ_OUTLINE_ERROR, NETZ_OUTLINE_ERROR_LINE,
               /* TRANSLATORS: the place in a text, then a sentence. */
               _("line %u, column %u: %s"), first->line, first->column, first->message);
  return FALSE;
}

/**
 * netz_outline_apply_full:
 * @draft: where to write; to be thrown away after an error
 * @text: lines as above
 * @flags: how strict to be
 * @notes: (out) (optional) (transfer full) (element-type NetzExchangeNote): what was noticed; after an error all errors
 * @error: return location: the first error, with its place
 *
 * Writes what the lines say into a draft. New institutions have no place yet,
 * see netz_place_unplaced(). O(length of @text + size of the network).
 *
 * Returns: whether all lines could be understood and done
 */
gboolean
netz_outline_apply_full (NetzDraft *draft,
                         const char *text,
                         NetzOutlineFlags flags,
                         GPtrArray **notes,
                         GError **error)
{
  g_autoptr (GPtrArray) found = netz_exchange_notes_new ();
  gboolean good;

  if (!g_utf8_validate (text, -1, NULL))
    netz_exchange_notes_add_text (found, 1, 1, TRUE, _("The text is not encoded in UTF-8."));
  else
    {
      g_autoptr (NetzOutlineNames) names = netz_outline_names_new (draft);
      g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GPtrArray) statements = netz_outline_parse (text, found);
      NetzOutline self = { .draft = draft, .flags = flags, .names = names, .used = used, .notes = found };

      run_statements (&self, statements);
    }
  good = report (found, error);
  if (notes != NULL)
    *notes = g_steal_pointer (&found);
  return good;
}

/**
 * netz_outline_apply:
 * @draft: where to write; to be thrown away after an error
 * @text: lines as above
 * @notes: (out) (optional) (transfer full) (element-type NetzExchangeNote): what was noticed; after an error all errors
 * @error: return location: the first error, with its place
 *
 * Does what the lines say, and refuses what the network does not know.
 *
 * Returns: whether all lines could be understood and done
 */
gboolean
netz_outline_apply (NetzDraft *draft, const char *text, GPtrArray **notes, GError **error)
{
  return netz_outline_apply_full (draft, text, NETZ_OUTLINE_DEFAULT, notes, error);
}
