/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-search-term.h"

#include "model/netz-date.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A term with one of its alternatives. */
typedef struct
{
  NetzTermOperator op;
  guint table;
  const char *field;
  const char *value;
  const char *folded;
} Question;

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *other = NULL;

  if (text == NULL)
    return FALSE;
  other = netz_fold (text);
  return strstr (other, folded) != NULL;
}

static gboolean
equals (const char *text, const char *folded)
{
  g_autofree char *other = netz_fold (text);

  return strcmp (other, folded) == 0;
}

static gboolean
compare_order (NetzTermOperator op, double a, double low, double high)
{
  switch (op)
    {
    case NETZ_TERM_LESS:
      return a < low;
    case NETZ_TERM_GREATER:
      return a > high;
    case NETZ_TERM_AT_MOST:
      return a <= high;
    case NETZ_TERM_AT_LEAST:
      return a >= low;
    default:
      return low <= a && a <= high;
    }
}

static gboolean
match_number (const Question *self, double number)
{
  double wanted;

  if (*self->value == '\0')
    return isnan (number);
  if (isnan (number) || !netz_number_parse (self->value, &wanted))
    return FALSE;
  return compare_order (self->op, number, wanted, wanted);
}

/* "since<=2008" takes in what began in August 2008, "since>2008" does not. What lasts until 2008 ends with it. */
static gboolean
match_date (const Question *self, const NetzField *field, const char *text)
{
  NetzDate wanted, date;
  GDate low, high, first, last;
  const GDate *day = strcmp (field->name, "until") == 0 ? &last : &first;

  if (*self->value == '\0')
    return text == NULL;
  if (self->op == NETZ_TERM_CONTAINS || !netz_date_parse (text, &date) || !netz_date_parse_input (self->value, &wanted))
    return self->op == NETZ_TERM_CONTAINS ? contains (text, self->folded)
                                          : self->op == NETZ_TERM_EQUAL && g_strcmp0 (text, self->value) == 0;
  netz_date_get_span (&wanted, &low, &high);
  netz_date_get_span (&date, &first, &last);
  return compare_order (self->op, g_date_get_julian (day), g_date_get_julian (&low), g_date_get_julian (&high));
}

static gboolean
match_boolean (const Question *self, gboolean value)
{
  static const char *const yes[] = { "true", "yes", "1", "ja", "wahr", NULL };

  return g_strv_contains (yes, self->folded) == value;
}

static gboolean
match_text (const Question *self, const char *text)
{
  g_autofree char *folded = NULL;

  if (*self->value == '\0')
    return text == NULL || *text == '\0';
  if (text == NULL)
    return FALSE;
  if (self->op == NETZ_TERM_CONTAINS)
    return contains (text, self->folded);
  if (self->op == NETZ_TERM_EQUAL)
    return equals (text, self->folded);
  folded = netz_fold (text);
  return compare_order (self->op, strcmp (folded, self->folded), 0, 0);
}

/* A kind or programme goes by its id and by each of its names. */
static gboolean
match_names (const Question *self, GPtrArray *names)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    if (match_text (self, netz_part_get (g_ptr_array_index (names, i), "text")))
      return TRUE;
  return FALSE;
}

static gboolean
match_reference (const Question *self, NetzNetwork *network, NetzTable target, const char *id)
{
  NetzRecord *record = id != NULL ? netz_network_get (network, target, id) : NULL;

  /* A word is looked for in what is shown, and random ids are not. */
  if ((self->field != NULL || record == NULL) && match_text (self, id))
    return TRUE;
  if (record == NULL || *self->value == '\0')
    return FALSE;
  if (target == NETZ_TABLE_KIND)
    return match_names (self, ((NetzKind *) record)->names);
  if (target == NETZ_TABLE_PROGRAMME)
    return match_names (self, ((NetzProgramme *) record)->names);
  return match_text (self, netz_record_get_title (record));
}

static gboolean
match_list (const Question *self, const NetzField *field, GPtrArray *list)
{
  if (list == NULL || list->len == 0)
    return *self->value == '\0';
  for (guint i = 0; i < list->len; i++)
    {
      if (field->type == NETZ_FIELD_STRINGS && match_text (self, g_ptr_array_index (list, i)))
        return TRUE;
      if (field->type == NETZ_FIELD_PARTS)
        for (guint k = 0; k < field->part->n_fields; k++)
          if (match_text (self, netz_part_get_nth (g_ptr_array_index (list, i), k)))
            return TRUE;
    }
  return FALSE;
}

static gboolean
match_field (const Question *self, NetzNetwork *network, const NetzField *field, const NetzRecord *record)
{
  const char *text;

  switch (field->type)
    {
    case NETZ_FIELD_NUMBER:
      return match_number (self, netz_field_get_number (field, record));
    case NETZ_FIELD_BOOLEAN:
      return match_boolean (self, netz_field_get_boolean (field, record));
    case NETZ_FIELD_STRINGS:
    case NETZ_FIELD_PARTS:
      return match_list (self, field, netz_field_get_list (field, record));
    case NETZ_FIELD_DATE:
      return match_date (self, field, netz_field_get_text (field, record));
    case NETZ_FIELD_REF:
      return match_reference (self, network, field->target, netz_field_get_text (field, record));
    case NETZ_FIELD_CHOICE:
      text = netz_field_get_text (field, record);
      return match_text (self, text) ||
             (text != NULL && *self->value != '\0' && match_text (self, netz_field_get_choice_label (field, text)));
    default:
      return match_text (self, netz_field_get_text (field, record));
    }
}

static gboolean
match_incident (const Question *self, NetzNetwork *network, const NetzField *field, const NetzRecord *institution)
{
  GPtrArray *incident = netz_network_get_incident (network, netz_record_get_id (institution));

  for (guint i = 0; incident != NULL && i < incident->len; i++)
    if (match_field (self, network, field, g_ptr_array_index (incident, i)))
      return TRUE;
  return FALSE;
}

static gboolean
match_ends (const Question *self, NetzNetwork *network, const NetzField *field, const NetzPartnership *partnership)
{
  const char *ids[] = { partnership->from, partnership->to };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      NetzInstitution *end = ids[i] != NULL ? netz_network_get_institution (network, ids[i]) : NULL;

      if (end != NULL && match_field (self, network, field, NETZ_RECORD (end)))
        return TRUE;
    }
  return FALSE;
}

static const NetzField *
find_field (const char *name, NetzTable table)
{
  return netz_table_find_field (table, strcmp (name, "tag") == 0 ? "tags" : name);
}

static gboolean
is_about (const Question *self, NetzTable table)
{
  return self->table == NETZ_N_TABLES || self->table == table;
}

static gboolean
match_degree (const Question *self, NetzNetwork *network, const NetzRecord *institution)
{
  GPtrArray *incident = netz_network_get_incident (network, netz_record_get_id (institution));

  return match_number (self, incident != NULL ? incident->len : 0);
}

/* Whether the condition holds, or *knows is FALSE where this table has nothing of that name. */
static gboolean
match_condition (const Question *self, NetzNetwork *network, const NetzRecord *record, gboolean *knows)
{
  NetzTable table = netz_record_get_table (record);
  const NetzField *field = find_field (self->field, table);

  *knows = TRUE;
  if (strcmp (self->field, "id") == 0 && is_about (self, table))
    return match_text (self, netz_record_get_id (record));
  if (field != NULL && is_about (self, table))
    return match_field (self, network, field, record);
  if (table == NETZ_TABLE_INSTITUTION && strcmp (self->field, "degree") == 0)
    return match_degree (self, network, record);
  field = find_field (self->field, NETZ_TABLE_PARTNERSHIP);
  if (table == NETZ_TABLE_INSTITUTION && field != NULL && is_about (self, NETZ_TABLE_PARTNERSHIP))
    return match_incident (self, network, field, record);
  field = find_field (self->field, NETZ_TABLE_INSTITUTION);
  if (table == NETZ_TABLE_PARTNERSHIP && field != NULL && is_about (self, NETZ_TABLE_INSTITUTION))
    return match_ends (self, network, field, NETZ_PARTNERSHIP (record));
  *knows = FALSE;
  return FALSE;
}

static gboolean
match_word_in_field (const Question *self, NetzNetwork *network, const NetzField *field, const NetzRecord *record)
{
  if ((field->flags & (NETZ_FIELD_INNER | NETZ_FIELD_PLACE)) != 0 || !netz_field_is_set (field, record))
    return FALSE;
  switch (field->type)
    {
    case NETZ_FIELD_NUMBER:
    case NETZ_FIELD_BOOLEAN:
    case NETZ_FIELD_COLOUR:
      return FALSE;
    default:
      return match_field (self, network, field, record);
    }
}

static gboolean
match_word (const Question *self, NetzNetwork *network, const NetzRecord *record)
{
  const Question inside = { .op = NETZ_TERM_CONTAINS, .value = self->value, .folded = self->folded };
  guint n_fields;
  const NetzField *fields = netz_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (match_word_in_field (&inside, network, &fields[i], record))
      return TRUE;
  return FALSE;
}

/* The table that the part of a name before its point says, NETZ_N_TABLES for none. */
static guint
read_table (const char *name, gsize length)
{
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      const char *element = netz_table_get_info (table)->element;

      if (strlen (element) == length && strncmp (element, name, length) == 0)
        return table;
    }
  return NETZ_N_TABLES;
}

static gboolean
is_known (const NetzTerm *self)
{
  if (strcmp (self->field, "degree") == 0 || strcmp (self->field, "id") == 0)
    return TRUE;
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    if (netz_term_find_field (self, table) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
take_field (NetzTerm *self, const char *name, GError **error)
{
  const char *point = strchr (name, '.');

  if (point != NULL)
    self->table = read_table (name, (gsize) (point - name));
  self->field = g_strdup (point != NULL ? point + 1 : name);
  if ((point == NULL || self->table != NETZ_N_TABLES) && is_known (self))
    return TRUE;
  g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE,
               _("There is no field “%s”. To search for a text with such a sign, put it in quotation marks."), name);
  return FALSE;
}

/**
 * netz_term_new:
 * @op: what is asked
 * @field: (nullable): a field, with its table and a point before it where that must be said; %NULL for a word
 * @values: (array zero-terminated=1): one or more
 * @error: return location: %NETZ_MODEL_ERROR_VALUE where no table has such a field
 *
 * Returns: (transfer full) (nullable): the term
 */
NetzTerm *
netz_term_new (NetzTermOperator op, const char *field, const char *const *values, GError **error)
{
  g_autoptr (NetzTerm) self = g_new0 (NetzTerm, 1);

  self->op = op;
  self->table = NETZ_N_TABLES;
  if (field != NULL && !take_field (self, field, error))
    return NULL;
  self->values = g_strdupv ((char **) values);
  self->folded = g_new0 (char *, g_strv_length (self->values) + 1);
  for (guint i = 0; values[i] != NULL; i++)
    self->folded[i] = netz_fold (values[i]);
  return g_steal_pointer (&self);
}

/**
 * netz_term_copy:
 * @self: a term
 *
 * Returns: (transfer full): another that says the same
 */
NetzTerm *
netz_term_copy (const NetzTerm *self)
{
  NetzTerm *copy = g_memdup2 (self, sizeof *self);

  copy->field = g_strdup (self->field);
  copy->values = g_strdupv (self->values);
  copy->folded = g_strdupv (self->folded);
  return copy;
}

/**
 * netz_term_free:
 * @self: (transfer full): a term
 */
void
netz_term_free (NetzTerm *self)
{
  g_free (self->field);
  g_strfreev (self->values);
  g_strfreev (self->folded);
  g_free (self);
}

static Question
ask (const NetzTerm *self, guint alternative)
{
  return (Question){ .op = self->op == NETZ_TERM_DIFFERENT ? NETZ_TERM_EQUAL : self->op,
                     .table = self->table,
                     .field = self->field,
                     .value = self->values[alternative],
                     .folded = self->folded[alternative] };
}

/**
 * netz_term_matches:
 * @self: a term
 * @network: the network that @record is in
 * @record: any record
 *
 * Returns: whether the term holds; a condition on what the record's table does not have never does
 */
gboolean
netz_term_matches (const NetzTerm *self, NetzNetwork *network, const NetzRecord *record)
{
  gboolean knows = TRUE;
  gboolean holds = FALSE;

  for (guint i = 0; self->values[i] != NULL && !holds; i++)
    {
      Question question = ask (self, i);

      holds = self->op == NETZ_TERM_WORD ? match_word (&question, network, record)
                                         : match_condition (&question, network, record, &knows);
    }
  return self->op == NETZ_TERM_DIFFERENT ? knows && !holds : holds;
}

/**
 * netz_term_matches_number:
 * @self: a term on a number
 * @number: one that was counted elsewhere
 *
 * Returns: whether the term holds of it
 */
gboolean
netz_term_matches_number (const NetzTerm *self, double number)
{
  gboolean holds = FALSE;

  for (guint i = 0; self->values[i] != NULL && !holds; i++)
    {
      Question question = ask (self, i);

      holds = match_number (&question, number);
    }
  return self->op == NETZ_TERM_DIFFERENT ? !holds : holds;
}

/**
 * netz_term_find_field:
 * @self: a term
 * @table: a table
 *
 * Returns: (nullable): the field of @table that the term is on; none for words, "degree" and "id"
 */
const NetzField *
netz_term_find_field (const NetzTerm *self, NetzTable table)
{
  if (self->field == NULL || (self->table != NETZ_N_TABLES && self->table != table))
    return NULL;
  return find_field (self->field, table);
}

static void
print_value (GString *text, const char *value, gboolean is_word)
{
  if (*value != '\0' && strpbrk (value, is_word ? " \t\n\r\f\"|=<>~!" : " \t\n\r\f\"|") == NULL)
    {
      g_string_append (text, value);
      return;
    }
  if (*value == '\0' && !is_word)
    return;
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    g_string_append (text, *p == '"' ? "\"\"" : (char[]){ *p, '\0' });
  g_string_append_c (text, '"');
}

/**
 * netz_term_print:
 * @self: a term
 *
 * Returns: (transfer full): it as netz_filter_new() reads it
 */
char *
netz_term_print (const NetzTerm *self)
{
  static const char *const signs[] = {
    [NETZ_TERM_WORD] = "",       [NETZ_TERM_EQUAL] = "=",    [NETZ_TERM_DIFFERENT] = "!=", [NETZ_TERM_LESS] = "<",
    [NETZ_TERM_GREATER] = ">", [NETZ_TERM_AT_MOST] = "<=", [NETZ_TERM_AT_LEAST] = ">=",  [NETZ_TERM_CONTAINS] = "~",
  };
  GString *text = g_string_new (NULL);

  if (self->field != NULL && self->table != NETZ_N_TABLES)
    g_string_append_printf (text, "%s.", netz_table_get_info (self->table)->element);
  if (self->field != NULL)
    g_string_append (text, self->field);
  g_string_append (text, signs[self->op]);
  for (guint i = 0; self->values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, '|');
      print_value (text, self->values[i], self->op == NETZ_TERM_WORD);
    }
  return g_string_free (text, FALSE);
}
