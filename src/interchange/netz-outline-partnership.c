/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements of the outline that are about two institutions. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-outline-private.h"
#include "model/netz-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What a line says of a partnership by bare words: a text that is NULL was not
 * said. What stands behind the name of a field is in `others`.
 */
typedef struct
{
  const char *programme;
  const char *status;
  char *since;
  char *until;
  guint since_column;
  guint until_column;
  GPtrArray *others; /* NetzOutlineItem */
} Terms;

static void
clear_terms (Terms *self)
{
  g_clear_pointer (&self->since, g_free);
  g_clear_pointer (&self->until, g_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Terms, clear_terms)

/* The date behind one of the words, in the form of files where it is one. */
static char *
take_date (const char *value, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      NetzDate date;

      if (g_ascii_strncasecmp (value, words[i], length) != 0 || value[length] != ' ')
        continue;
      if (netz_date_parse_input (value + length, &date))
        return netz_date_print (&date);
      return g_strstrip (g_strdup (value + length));
    }
  return NULL;
}

static gboolean
read_dates (const NetzOutlineItem *item, Terms *terms)
{
  /* TRANSLATORS: what stands before a date in an outline, as in "since 2005-08"; one word. */
  const char *const since_words[] = { "since", "seit", C_("outline", "since"), NULL };
  /* TRANSLATORS: what stands before a date in an outline, as in "until 2010"; one word. */
  const char *const until_words[] = { "until", "bis", C_("outline", "until"), NULL };
  char *since = take_date (item->value, since_words);
  char *until = since == NULL ? take_date (item->value, until_words) : NULL;

  if (since != NULL)
    {
      g_free (terms->since);
      terms->since = since;
      terms->since_column = item->column;
    }
  if (until != NULL)
    {
      g_free (terms->until);
      terms->until = until;
      terms->until_column = item->column;
    }
  return since != NULL || until != NULL;
}

/* One thing between the commas of "A -- B : …". */
static gboolean
read_term (NetzOutline *self, const NetzOutlineItem *item, Terms *terms)
{
  const char *status;

  if (item->field != NULL)
    {
      g_ptr_array_add (terms->others, (gpointer) item);
      return TRUE;
    }
  if (read_dates (item, terms))
    return TRUE;
  status = netz_outline_names_find_status (self->names, item->value);
  if (status != NULL)
    {
      terms->status = status;
      return TRUE;
    }
  if (netz_outline_names_find_programme (self->names, item->value) == NULL &&
      (self->flags & NETZ_OUTLINE_TOLERANT) == 0)
    return netz_outline_fail (self, item->column, _("“%s” is neither a programme nor a status."), item->value);
  terms->programme = netz_outline_find_or_make (self, NETZ_TABLE_PROGRAMME, item->value, item->column);
  return TRUE;
}

static gboolean
read_terms (NetzOutline *self, Terms *terms)
{
  GPtrArray *items = self->statement->items;
  gboolean good = TRUE;

  terms->others = g_ptr_array_new ();
  for (guint i = 0; i < items->len; i++)
    good = read_term (self, g_ptr_array_index (items, i), terms) && good;
  return good;
}

/* Behind "connect", "programme=" and "since=" say which partnership is meant, as the bare words do. */
static gboolean
read_fields (NetzOutline *self, Terms *terms)
{
  for (guint i = 0; i < terms->others->len; i++)
    {
      const NetzOutlineItem *item = g_ptr_array_index (terms->others, i);

      if (strcmp (item->field, "since") == 0 && *item->value != '\0')
        {
          g_free (terms->since);
          terms->since = g_strdup (item->value);
          terms->since_column = item->column;
        }
      if (strcmp (item->field, "programme") != 0)
        continue;
      terms->programme = "";
      if (*item->value != '\0')
        terms->programme = netz_outline_find_or_make (self, NETZ_TABLE_PROGRAMME, item->value, item->column);
      if (terms->programme == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_programme (const NetzPartnership *partnership, const Terms *terms)
{
  if (terms->programme == NULL)
    return TRUE;
  return g_strcmp0 (partnership->programme, *terms->programme != '\0' ? terms->programme : NULL) == 0;
}

/* The partnership that a line speaks of: one that began then, else one of which that is not said. */
static NetzPartnership *
find_partnership (NetzOutline *self, const char *from, const char *to, const Terms *terms)
{
  g_autoptr (GPtrArray) all = netz_outline_names_find_partnerships (self->names, from, to);
  NetzPartnership *possible = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      NetzPartnership *partnership = g_ptr_array_index (all, i);

      if (!has_programme (partnership, terms) ||
          g_hash_table_contains (self->used, netz_record_get_id (NETZ_RECORD (partnership))))
        continue;
      if (g_strcmp0 (terms->since, partnership->since) == 0)
        return partnership;
      if (possible == NULL && (terms->since == NULL || partnership->since == NULL))
        possible = partnership;
    }
  return possible;
}

static const char *
make_partnership (NetzOutline *self, const char *from, const char *to, const Terms *terms)
{
  NetzInstitution *a = (NetzInstitution *) netz_draft_get (self->draft, NETZ_TABLE_INSTITUTION, from);
  NetzInstitution *b = (NetzInstitution *) netz_draft_get (self->draft, NETZ_TABLE_INSTITUTION, to);
  NetzRecord *record = netz_record_new (NETZ_TABLE_PARTNERSHIP, NULL);
  const char *programme = terms->programme;

  if (programme == NULL)
    programme = netz_outline_names_guess_programme (self->names, a->kind, b->kind);
  netz_record_set_text (record, "from", from);
  netz_record_set_text (record, "to", to);
  netz_record_set_text (record, "programme", programme);
  netz_record_set_text (record, "status", "established");
  netz_draft_add (self->draft, record);
  netz_outline_names_add_partnership (self->names, netz_record_get_id (record), from, to);
  return netz_record_get_id (record);
}

static gboolean
set_date (NetzOutline *self, const char *id, const char *field, char *value, guint column)
{
  const NetzOutlineItem item = { .field = (char *) field, .value = value, .column = column };

  return value == NULL || netz_outline_set_item (self, NETZ_TABLE_PARTNERSHIP, id, &item);
}

static gboolean
set_terms (NetzOutline *self, const char *id, const Terms *terms)
{
  gboolean good;

  if (terms->status != NULL)
    netz_record_set_text (netz_draft_edit (self->draft, NETZ_TABLE_PARTNERSHIP, id), "status", terms->status);
  good = set_date (self, id, "since", terms->since, terms->since_column);
  good = set_date (self, id, "until", terms->until, terms->until_column) && good;
  return netz_outline_set_items (self, NETZ_TABLE_PARTNERSHIP, id, terms->others) && good;
}

gboolean
netz_outline_run_connect (NetzOutline *self)
{
  const NetzOutlineStatement *statement = self->statement;
  const char *from = netz_outline_take_institution (self, &statement->names[0], TRUE);
  const char *to = netz_outline_take_institution (self, &statement->names[1], TRUE);
  g_auto (Terms) terms = { NULL };
  NetzPartnership *partnership;
  const char *id;

  if (!read_terms (self, &terms) || !read_fields (self, &terms) || from == NULL || to == NULL)
    return FALSE;
  if (strcmp (from, to) == 0)
    return netz_outline_fail (self, statement->names[1].column, _("“%s” cannot be its own partner."),
                              statement->names[1].text);

  partnership = find_partnership (self, from, to, &terms);
  id = partnership != NULL ? netz_record_get_id (NETZ_RECORD (partnership)) : make_partnership (self, from, to, &terms);
  g_hash_table_add (self->used, g_strdup (id));
  return set_terms (self, id, &terms);
}

/* The partnerships between the two that a line names; NULL after an error. */
static GPtrArray *
take_partnerships (NetzOutline *self)
{
  const NetzOutlineName *names = self->statement->names;
  const char *a = netz_outline_take_institution (self, &names[0], FALSE);
  const char *b = netz_outline_take_institution (self, &names[1], FALSE);
  g_autoptr (GPtrArray) found = NULL;

  if (a == NULL || b == NULL)
    return NULL;
  found = netz_outline_names_find_partnerships (self->names, a, b);
  if (found->len > 0)
    return g_steal_pointer (&found);
  netz_outline_fail (self, names[0].column, _("There is no partnership between “%s” and “%s”."), names[0].text,
                     names[1].text);
  return NULL;
}

/* A bare programme says which of several is meant; all else is what to set. */
gboolean
netz_outline_run_set_partnership (NetzOutline *self)
{
  const NetzOutlineName *names = self->statement->names;
  g_autoptr (GPtrArray) found = take_partnerships (self);
  g_auto (Terms) terms = { NULL };

  if (found == NULL || !read_terms (self, &terms))
    return FALSE;
  for (guint i = found->len; i-- > 0;)
    if (!has_programme (g_ptr_array_index (found, i), &terms))
      g_ptr_array_remove_index (found, i);
  if (found->len == 0)
    return netz_outline_fail (self, names[0].column, _("None of the partnerships between “%s” and “%s” is such."),
                              names[0].text, names[1].text);
  if (found->len > 1)
    return netz_outline_fail (
        self, names[0].column,
        _("There are %u partnerships between “%s” and “%s”: write set A -- B : PROGRAMME, field=value."), found->len,
        names[0].text, names[1].text);
  return set_terms (self, netz_record_get_id (g_ptr_array_index (found, 0)), &terms);
}

static gboolean
fits (const NetzPartnership *partnership, const Terms *terms)
{
  return has_programme (partnership, terms) &&
         (terms->status == NULL || g_strcmp0 (partnership->status, terms->status) == 0) &&
         (terms->since == NULL || g_strcmp0 (partnership->since, terms->since) == 0) &&
         (terms->until == NULL || g_strcmp0 (partnership->until, terms->until) == 0);
}

gboolean
netz_outline_run_remove_partnerships (NetzOutline *self)
{
  g_autoptr (GPtrArray) found = take_partnerships (self);
  g_auto (Terms) terms = { NULL };
  guint n_removed = 0;

  if (found == NULL || !read_terms (self, &terms))
    return FALSE;
  if (terms.others->len > 0)
    return netz_outline_fail (self, ((NetzOutlineItem *) g_ptr_array_index (terms.others, 0))->column,
                 _("What is removed can be chosen by programme, status and dates only."));
  for (guint i = 0; i < found->len; i++)
    {
      NetzPartnership *partnership = g_ptr_array_index (found, i);

      if (!fits (partnership, &terms))
        continue;
      netz_draft_remove (self->draft, NETZ_TABLE_PARTNERSHIP, netz_record_get_id (NETZ_RECORD (partnership)));
      n_removed++;
    }
  return n_removed > 0 || netz_outline_fail (self, self->statement->names[0].column,
                                _("None of the partnerships between “%s” and “%s” is such."),
                                self->statement->names[0].text, self->statement->names[1].text);
}

