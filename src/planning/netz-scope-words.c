/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-scope-edit.h"

#include "model/netz-date.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

static void
free_condition (gpointer data)
{
  NetzCondition *condition = data;

  g_free (condition->text);
  g_free (condition);
}

static NetzRecord *
find_called (NetzNetwork *network, NetzTable table, const char *value)
{
  g_autofree char *folded = netz_fold (value);
  NetzRecord *record = netz_network_get (network, table, value);
  NetzNetworkIter iter;

  if (record != NULL)
    return record;
  netz_network_iter_init (&iter, network, table);
  while (netz_network_iter_next (&iter, &record))
    if (netz_scope_is_called (record, folded))
      return record;
  return NULL;
}

static char *
describe_reference (NetzNetwork *network, NetzTable table, const char *value, const char *language)
{
  NetzRecord *record = find_called (network, table, value);
  const char *id = record != NULL ? netz_record_get_id (record) : NULL;

  if (id == NULL)
    return g_strdup (value);
  if (table == NETZ_TABLE_KIND)
    return g_strdup (netz_describe_kind (network, id, language));
  if (table == NETZ_TABLE_PROGRAMME)
    return g_strdup (netz_describe_programme (network, id, language));
  return netz_describe_record (network, record);
}

static char *
describe_value (const NetzTerm *term, const NetzField *field, guint index, NetzNetwork *network, const char *language)
{
  const char *value = term->values[index];
  NetzDate date;

  if (*value == '\0')
    /* Translators: of a field in which nothing is written: "District: not said" */
    return g_strdup (_("not said"));
  if (field == NULL || term->op == NETZ_TERM_CONTAINS)
    return g_strdup (value);
  if (field->type == NETZ_FIELD_REF)
    return describe_reference (network, field->target, value, language);
  if (field->type == NETZ_FIELD_CHOICE)
    for (const NetzChoice *choice = field->choices; choice->id != NULL; choice++)
      {
        const char *label = netz_field_get_choice_label (field, choice->id);
        g_autofree char *folded = netz_fold (label);

        if (g_str_equal (choice->id, value) || g_str_equal (folded, term->folded[index]))
          return g_strdup (label);
      }
  if (field->type == NETZ_FIELD_DATE && netz_date_parse_input (value, &date))
    {
      g_autofree char *text = netz_date_print (&date);

      return netz_date_display (text);
    }
  return g_strdup (value);
}

static char *
describe_values (const NetzTerm *term, const NetzField *field, NetzNetwork *network, const char *language)
{
  char *text = describe_value (term, field, 0, network, language);

  for (guint i = 1; term->values[i] != NULL; i++)
    {
      g_autofree char *before = text;
      g_autofree char *next = describe_value (term, field, i, network, language);

      /* Translators: one or the other: "Library or Museum" */
      text = g_strdup_printf (_("%s or %s"), before, next);
    }
  return text;
}

static const char *
get_label (const NetzTerm *term, const NetzField *field)
{
  if (field != NULL)
    return netz_field_get_label (field);
  return g_strcmp0 (term->field, "degree") == 0 ? _("Number of partnerships") : term->field;
}

static char *
join (const NetzTerm *term, const char *label, const char *value, gboolean is_date)
{
  switch (term->op)
    {
    case NETZ_TERM_DIFFERENT:
      /* Translators: a condition: the label of a field, and what it is not: "Kind: not Library or Museum" */
      return g_strdup_printf (_("%s: not %s"), label, value);
    case NETZ_TERM_CONTAINS:
      /* Translators: a condition: the label of a field, and what it contains */
      return g_strdup_printf (_("%s: contains “%s”"), label, value);
    case NETZ_TERM_LESS:
      /* Translators: a condition on a date: "Since: before 2008" */
      return is_date ? g_strdup_printf (_("%s: before %s"), label, value) : g_strdup_printf ("%s < %s", label, value);
    case NETZ_TERM_GREATER:
      /* Translators: a condition on a date: "Since: after 2008" */
      return is_date ? g_strdup_printf (_("%s: after %s"), label, value) : g_strdup_printf ("%s > %s", label, value);
    case NETZ_TERM_AT_MOST:
      /* Translators: a condition on a date: "Since: 2008 or before" */
      return is_date ? g_strdup_printf (_("%s: %s or before"), label, value)
                     : g_strdup_printf ("%s ≤ %s", label, value);
    case NETZ_TERM_AT_LEAST:
      /* Translators: a condition on a date: "Since: 2008 or after" */
      return is_date ? g_strdup_printf (_("%s: %s or after"), label, value)
                     : g_strdup_printf ("%s ≥ %s", label, value);
    default:
      /* Translators: a condition: the label of a field, and its value: "Kind: Library" */
      return g_strdup_printf (_("%s: %s"), label, value);
    }
}

/* Ids are nothing for people: one is told by its name, several by their number. */
static char *
describe_ids (const NetzTerm *term, NetzNetwork *network)
{
  guint n = g_strv_length (term->values);
  NetzRecord *record = n == 1 ? netz_network_find (network, term->values[0]) : NULL;
  g_autofree char *name = record != NULL ? netz_describe_record (network, record) : g_strdup_printf ("%u", n);

  /* Translators: a condition: the name of what was chosen, or how many were */
  return term->op == NETZ_TERM_DIFFERENT ? g_strdup_printf (_("All but the chosen: %s"), name)
                                         : g_strdup_printf (_("Chosen: %s"), name);
}

/**
 * netz_scope_describe_term:
 * @term: a term of a filter
 * @network: where names are
 * @language: (nullable): of the names of kinds and programmes; %NULL = that of the messages
 *
 * Returns: (transfer full): it in words, "Kind: Library or Museum"
 */
char *
netz_scope_describe_term (const NetzTerm *term, NetzNetwork *network, const char *language)
{
  NetzTable table = netz_scope_find_table (term);
  const NetzField *field = table != NETZ_N_TABLES ? netz_term_find_field (term, table) : NULL;
  g_autofree char *values = NULL;

  if (g_strcmp0 (term->field, "id") == 0 && (term->op == NETZ_TERM_EQUAL || term->op == NETZ_TERM_DIFFERENT))
    return describe_ids (term, network);
  values = describe_values (term, field, network, language);
  if (term->op == NETZ_TERM_WORD)
    /* Translators: a condition: words that are looked for */
    return g_strdup_printf (_("“%s”"), values);
  return join (term, get_label (term, field), values, field != NULL && field->type == NETZ_FIELD_DATE);
}

static void
add (GPtrArray *list, NetzConditionType type, guint term, char *text)
{
  NetzCondition *condition = g_new (NetzCondition, 1);

  *condition = (NetzCondition){ type, term, text };
  g_ptr_array_add (list, condition);
}

static char *
describe_focus (const NetzScope *self, NetzNetwork *network)
{
  NetzInstitution *institution = netz_network_get_institution (network, self->focus);

  /* Translators: so many partnerships away from an institution at most: "2 steps around Stadtbibliothek" */
  return g_strdup_printf (ngettext ("%u step around %s", "%u steps around %s", self->steps), self->steps,
                          institution != NULL ? netz_institution_get_label (institution) : "?");
}

/**
 * netz_scope_list_conditions:
 * @self: a scope
 * @network: where names are
 * @language: (nullable): of the names of kinds and programmes; %NULL = that of the messages
 *
 * Returns: (transfer full) (element-type NetzCondition): what it asks for, each in words
 */
GPtrArray *
netz_scope_list_conditions (const NetzScope *self, NetzNetwork *network, const char *language)
{
  g_autoptr (NetzFilter) filter = netz_filter_new (self->filter, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (free_condition);

  for (guint i = 0; filter != NULL && i < netz_filter_get_n_terms (filter); i++)
    add (list, NETZ_CONDITION_TERM, i, netz_scope_describe_term (netz_filter_get_term (filter, i), network, language));
  if (self->focus != NULL && self->steps > 0)
    add (list, NETZ_CONDITION_FOCUS, 0, describe_focus (self, network));
  if (self->as_of != NULL && *self->as_of != '\0')
    {
      g_autofree char *day = netz_date_display (self->as_of);

      add (list, NETZ_CONDITION_AS_OF, 0, g_strdup_printf (_("As of %s"), day));
    }
  return list;
}
