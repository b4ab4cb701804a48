/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-scope-field.h"

#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_field (gpointer data)
{
  NetzScopeField *self = data;

  g_free (self->name);
  g_free (self->label);
  g_free (self);
}

static void
free_choice (gpointer data)
{
  NetzScopeChoice *choice = data;

  g_free (choice->value);
  g_free (choice->label);
  g_free (choice);
}

static NetzScopeField *
add (GPtrArray *list, NetzConditionType condition, const char *name, const char *label, NetzValueType value)
{
  NetzScopeField *self = g_new0 (NetzScopeField, 1);

  self->condition = condition;
  self->name = g_strdup (name);
  self->label = g_strdup (label);
  self->value = value;
  self->table = NETZ_TABLE_INSTITUTION;
  g_ptr_array_add (list, self);
  return self;
}

static NetzValueType
get_value_type (const NetzField *field)
{
  /* Texts of which many records have the same. */
  static const char *const repeated[] = { "district", "quarter", "tags", NULL };

  if (g_strv_contains (repeated, field->name))
    return NETZ_VALUE_CHOICES;
  switch (field->type)
    {
    case NETZ_FIELD_REF:
      return field->target == NETZ_TABLE_INSTITUTION ? NETZ_VALUE_TEXT : NETZ_VALUE_CHOICES;
    case NETZ_FIELD_CHOICE:
    case NETZ_FIELD_BOOLEAN:
      return NETZ_VALUE_CHOICES;
    case NETZ_FIELD_NUMBER:
      return NETZ_VALUE_NUMBER;
    case NETZ_FIELD_DATE:
      return NETZ_VALUE_DATE;
    default:
      return NETZ_VALUE_TEXT;
    }
}

static void
add_field (GPtrArray *list, NetzTable table, const NetzField *field)
{
  const NetzField *other = netz_table_find_field (
      table == NETZ_TABLE_PARTNERSHIP ? NETZ_TABLE_INSTITUTION : NETZ_TABLE_PARTNERSHIP, field->name);
  const char *label = netz_field_get_label (field);
  gboolean same = other != NULL && g_str_equal (netz_field_get_label (other), label);
  g_autofree char *name = other == NULL ? g_strdup (field->name)
                                        : g_strconcat (netz_table_get_info (table)->element, ".", field->name, NULL);
  /* Translators: the label of a field that institutions have too: "Tags (partnership)" */
  g_autofree char *told = same && table == NETZ_TABLE_PARTNERSHIP ? g_strdup_printf (_("%s (partnership)"), label)
                                                                  : g_strdup (label);
  NetzScopeField *self = add (list, NETZ_CONDITION_TERM, name, told, get_value_type (field));

  self->table = table;
  self->field = field;
}

/* What is asked for most comes first. */
static const char *const first_of_institutions[] = { "kind", "district", "tags", NULL };
static const char *const first_of_partnerships[] = { "programme", "status", "since", "until", NULL };

static void
add_first (GPtrArray *list, NetzTable table, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    add_field (list, table, netz_table_find_field (table, names[i]));
}

static void
add_rest (GPtrArray *list, NetzTable table, const char *const *names)
{
  guint n;
  const NetzField *fields = netz_table_get_fields (table, &n);

  for (guint i = 0; i < n; i++)
    if ((fields[i].flags & (NETZ_FIELD_PLACE | NETZ_FIELD_INNER)) == 0 && !g_strv_contains (names, fields[i].name))
      add_field (list, table, &fields[i]);
}

/**
 * netz_scope_fields_list:
 *
 * Returns: (transfer full) (element-type NetzScopeField): all that can be asked for, the usual first
 */
GPtrArray *
netz_scope_fields_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_field);

  add_first (list, NETZ_TABLE_INSTITUTION, first_of_institutions);
  add (list, NETZ_CONDITION_TERM, "degree", _("Number of partnerships"), NETZ_VALUE_NUMBER);
  add_first (list, NETZ_TABLE_PARTNERSHIP, first_of_partnerships);
  add (list, NETZ_CONDITION_AS_OF, "", _("As of a day"), NETZ_VALUE_DATE);
  add (list, NETZ_CONDITION_FOCUS, "", _("Neighbourhood of an institution"), NETZ_VALUE_INSTITUTION);
  add_rest (list, NETZ_TABLE_INSTITUTION, first_of_institutions);
  add_rest (list, NETZ_TABLE_PARTNERSHIP, first_of_partnerships);
  return list;
}

/**
 * netz_scope_field_is_of:
 * @term: a term of a filter
 *
 * Returns: whether the term is on this field
 */
gboolean
netz_scope_field_is_of (const NetzScopeField *self, const NetzTerm *term)
{
  if (self->condition != NETZ_CONDITION_TERM || term->field == NULL)
    return FALSE;
  if (self->field == NULL)
    return g_str_equal (term->field, self->name);
  return netz_scope_find_table (term) == self->table && netz_term_find_field (term, self->table) == self->field;
}

/**
 * netz_scope_field_get_operators:
 * @n_operators: (out): how many there are
 *
 * Returns: the ways to ask for it, the usual first; none for the day and the neighbourhood
 */
const NetzTermOperator *
netz_scope_field_get_operators (const NetzScopeField *self, guint *n_operators)
{
  static const NetzTermOperator choices[] = { NETZ_TERM_EQUAL, NETZ_TERM_DIFFERENT };
  static const NetzTermOperator texts[] = { NETZ_TERM_CONTAINS, NETZ_TERM_EQUAL, NETZ_TERM_DIFFERENT };
  static const NetzTermOperator orders[] = { NETZ_TERM_EQUAL,   NETZ_TERM_DIFFERENT, NETZ_TERM_LESS,
                                             NETZ_TERM_GREATER, NETZ_TERM_AT_LEAST,  NETZ_TERM_AT_MOST };

  *n_operators = 0;
  if (self->condition != NETZ_CONDITION_TERM)
    return NULL;
  switch (self->value)
    {
    case NETZ_VALUE_CHOICES:
      *n_operators = G_N_ELEMENTS (choices);
      return choices;
    case NETZ_VALUE_TEXT:
      *n_operators = G_N_ELEMENTS (texts);
      return texts;
    default:
      *n_operators = G_N_ELEMENTS (orders);
      return orders;
    }
}

/**
 * netz_scope_field_describe_operator:
 * @op: one of its operators
 *
 * Returns: it in words and by its sign
 */
const char *
netz_scope_field_describe_operator (const NetzScopeField *self, NetzTermOperator op)
{
  gboolean is_date = self->value == NETZ_VALUE_DATE;

  switch (op)
    {
    case NETZ_TERM_DIFFERENT:
      return is_date ? C_("operator", "not in (≠)") : C_("operator", "is not (≠)");
    case NETZ_TERM_LESS:
      return is_date ? C_("operator", "before (<)") : C_("operator", "less than (<)");
    case NETZ_TERM_GREATER:
      return is_date ? C_("operator", "after (>)") : C_("operator", "more than (>)");
    case NETZ_TERM_AT_LEAST:
      return is_date ? C_("operator", "in or after (≥)") : C_("operator", "at least (≥)");
    case NETZ_TERM_AT_MOST:
      return is_date ? C_("operator", "in or before (≤)") : C_("operator", "at most (≤)");
    case NETZ_TERM_CONTAINS:
      return C_("operator", "contains");
    default:
      return is_date ? C_("operator", "in (=)") : C_("operator", "is (=)");
    }
}

static void
count (GHashTable *counts, const char *value)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value != NULL ? value : ""));

  g_hash_table_insert (counts, (gpointer) (value != NULL ? value : ""), GUINT_TO_POINTER (n + 1));
}

static void
count_record (GHashTable *counts, const NetzField *field, const NetzRecord *record)
{
  GPtrArray *list = NULL;

  if (field->type == NETZ_FIELD_BOOLEAN)
    {
      count (counts, netz_field_get_boolean (field, record) ? "yes" : "no");
      return;
    }
  if (field->type != NETZ_FIELD_STRINGS)
    {
      count (counts, netz_field_get_text (field, record));
      return;
    }
  list = netz_field_get_list (field, record);
  if (list == NULL || list->len == 0)
    count (counts, NULL);
  for (guint i = 0; list != NULL && i < list->len; i++)
    count (counts, list->pdata[i]);
}

static char *
label_value (const NetzField *field, NetzNetwork *network, const char *value, const char *language)
{
  NetzRecord *record = NULL;

  if (*value == '\0')
    return g_strdup (_("not said"));
  if (field->type == NETZ_FIELD_BOOLEAN)
    return g_strdup (g_str_equal (value, "yes") ? _("Yes") : _("No"));
  if (field->type == NETZ_FIELD_CHOICE)
    return g_strdup (netz_field_get_choice_label (field, value));
  if (field->type != NETZ_FIELD_REF)
    return g_strdup (value);
  if (field->target == NETZ_TABLE_KIND)
    return g_strdup (netz_describe_kind (network, value, language));
  if (field->target == NETZ_TABLE_PROGRAMME)
    return g_strdup (netz_describe_programme (network, value, language));
  record = netz_network_get (network, field->target, value);
  return record != NULL ? netz_describe_record (network, record) : g_strdup (value);
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const NetzScopeChoice *first = *(NetzScopeChoice *const *) a, *second = *(NetzScopeChoice *const *) b;

  if ((*first->value == '\0') != (*second->value == '\0'))
    return *first->value == '\0' ? 1 : -1;
  return g_utf8_collate (first->label, second->label);
}

static void
add_choice (GPtrArray *choices, char *label, const char *value, guint n)
{
  NetzScopeChoice *choice = g_new (NetzScopeChoice, 1);

  *choice = (NetzScopeChoice){ g_strdup (value), label, n };
  g_ptr_array_add (choices, choice);
}

/**
 * netz_scope_field_list_choices:
 * @network: where to count
 * @language: (nullable): of the names of kinds and programmes
 *
 * O(records).
 *
 * Returns: (transfer full) (element-type NetzScopeChoice): the values that there are; statuses in their own order,
 *   all else by the alphabet, what is not said at the end
 */
GPtrArray *
netz_scope_field_list_choices (const NetzScopeField *self, NetzNetwork *network, const char *language)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *choices = g_ptr_array_new_with_free_func (free_choice);
  NetzNetworkIter iter;
  NetzRecord *record;
  GHashTableIter values;
  gpointer value, n;

  netz_network_iter_init (&iter, network, self->table);
  while (netz_network_iter_next (&iter, &record))
    count_record (counts, self->field, record);
  for (const NetzChoice *choice = self->field->choices; choice != NULL && choice->id != NULL; choice++)
    if (g_hash_table_lookup_extended (counts, choice->id, NULL, &n))
      {
        add_choice (choices, label_value (self->field, network, choice->id, language), choice->id,
                    GPOINTER_TO_UINT (n));
        g_hash_table_remove (counts, choice->id);
      }
  g_hash_table_iter_init (&values, counts);
  while (g_hash_table_iter_next (&values, &value, &n))
    add_choice (choices, label_value (self->field, network, value, language), value, GPOINTER_TO_UINT (n));
  if (self->field->choices == NULL)
    g_ptr_array_sort (choices, compare_choices);
  return choices;
}
