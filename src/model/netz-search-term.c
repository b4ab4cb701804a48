/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-search-term.h"

#include "model/netz-date.h"
#include "model/netz-search.h"

#include <math.h>
#include <string.h>

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
match_number (const NetzTerm *self, double number)
{
  double wanted;

  if (*self->value == '\0')
    return isnan (number);
  if (isnan (number) || !netz_number_parse (self->value, &wanted))
    return FALSE;
  return compare_order (self->op, number, wanted, wanted);
}

/* "since<=2008" takes in what began in August 2008, "since>2008" does not. */
static gboolean
match_date (const NetzTerm *self, const char *text)
{
  NetzDate wanted, date;
  GDate low, high, first, last;

  if (*self->value == '\0')
    return text == NULL;
  if (self->op == NETZ_TERM_CONTAINS || !netz_date_parse (text, &date) || !netz_date_parse_input (self->value, &wanted))
    return self->op == NETZ_TERM_CONTAINS ? contains (text, self->folded)
                                          : self->op == NETZ_TERM_EQUAL && g_strcmp0 (text, self->value) == 0;
  netz_date_get_span (&wanted, &low, &high);
  netz_date_get_span (&date, &first, &last);
  return compare_order (self->op, g_date_get_julian (&first), g_date_get_julian (&low), g_date_get_julian (&high));
}

static gboolean
match_boolean (const NetzTerm *self, gboolean value)
{
  static const char *const yes[] = { "true", "yes", "1", "ja", "wahr", NULL };

  return g_strv_contains (yes, self->folded) == value;
}

static gboolean
match_text (const NetzTerm *self, const char *text)
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
match_names (const NetzTerm *self, GPtrArray *names)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    if (match_text (self, netz_part_get (g_ptr_array_index (names, i), "text")))
      return TRUE;
  return FALSE;
}

static gboolean
match_reference (const NetzTerm *self, NetzNetwork *network, NetzTable target, const char *id)
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
match_list (const NetzTerm *self, const NetzField *field, GPtrArray *list)
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
match_field (const NetzTerm *self, NetzNetwork *network, const NetzField *field, const NetzRecord *record)
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
      return match_date (self, netz_field_get_text (field, record));
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
match_incident (const NetzTerm *self, NetzNetwork *network, const NetzField *field, const NetzRecord *institution)
{
  GPtrArray *incident = netz_network_get_incident (network, netz_record_get_id (institution));

  for (guint i = 0; incident != NULL && i < incident->len; i++)
    if (match_field (self, network, field, g_ptr_array_index (incident, i)))
      return TRUE;
  return FALSE;
}

static gboolean
match_ends (const NetzTerm *self, NetzNetwork *network, const NetzField *field, const NetzPartnership *partnership)
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

/* Whether the condition holds, or *knows is FALSE where this table has nothing of that name. */
static gboolean
match_condition (const NetzTerm *self, NetzNetwork *network, const NetzRecord *record, gboolean *knows)
{
  NetzTable table = netz_record_get_table (record);
  const char *name = strcmp (self->field, "tag") == 0 ? "tags" : self->field;
  const NetzField *field = netz_table_find_field (table, name);

  *knows = TRUE;
  if (strcmp (name, "id") == 0)
    return match_text (self, netz_record_get_id (record));
  if (field != NULL)
    return match_field (self, network, field, record);
  if (table == NETZ_TABLE_INSTITUTION)
    {
      GPtrArray *incident = netz_network_get_incident (network, netz_record_get_id (record));

      if (strcmp (name, "degree") == 0)
        return match_number (self, incident != NULL ? incident->len : 0);
      field = netz_table_find_field (NETZ_TABLE_PARTNERSHIP, name);
      if (field != NULL)
        return match_incident (self, network, field, record);
    }
  if (table == NETZ_TABLE_PARTNERSHIP)
    {
      field = netz_table_find_field (NETZ_TABLE_INSTITUTION, name);
      if (field != NULL)
        return match_ends (self, network, field, NETZ_PARTNERSHIP (record));
    }
  *knows = FALSE;
  return FALSE;
}

static gboolean
match_word_in_field (const NetzTerm *self, NetzNetwork *network, const NetzField *field, const NetzRecord *record)
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
match_word (const NetzTerm *self, NetzNetwork *network, const NetzRecord *record)
{
  const NetzTerm inside = { .op = NETZ_TERM_CONTAINS, .value = self->value, .folded = self->folded };
  guint n_fields;
  const NetzField *fields = netz_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (match_word_in_field (&inside, network, &fields[i], record))
      return TRUE;
  return FALSE;
}

/**
 * netz_term_free:
 * @self: (transfer full): a term
 */
void
netz_term_free (NetzTerm *self)
{
  g_free (self->field);
  g_free (self->value);
  g_free (self->folded);
  g_free (self);
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
  NetzTerm equal;
  gboolean knows;
  gboolean holds;

  if (self->op == NETZ_TERM_WORD)
    return match_word (self, network, record);
  if (self->op != NETZ_TERM_DIFFERENT)
    return match_condition (self, network, record, &knows);

  equal = *self;
  equal.op = NETZ_TERM_EQUAL;
  holds = match_condition (&equal, network, record, &knows);
  return knows && !holds;
}

/**
 * netz_term_knows_field:
 * @field: a name
 *
 * Returns: whether some table has such a field, or it is one of the names above
 */
gboolean
netz_term_knows_field (const char *field)
{
  static const char *const others[] = { "degree", "tag", "id", NULL };

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    if (netz_table_find_field (table, field) != NULL)
      return TRUE;
  return g_strv_contains (others, field);
}
