/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-table-column.h"

#include "model/netz-describe.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What is there at first, in this order; the other fields follow in the order of their table. */
static const struct
{
  NetzTable table;
  const char *name;
  int width;
} first[] = {
  { NETZ_TABLE_INSTITUTION, "name", 290 },
  { NETZ_TABLE_INSTITUTION, "kind", 150 },
  { NETZ_TABLE_INSTITUTION, "district", 130 },
  { NETZ_TABLE_INSTITUTION, "degree", 110 },
  { NETZ_TABLE_INSTITUTION, "social-index", 100 },
  { NETZ_TABLE_INSTITUTION, "tags", 140 },
  { NETZ_TABLE_PARTNERSHIP, "from", 230 },
  { NETZ_TABLE_PARTNERSHIP, "to", 230 },
  { NETZ_TABLE_PARTNERSHIP, "programme", 170 },
  { NETZ_TABLE_PARTNERSHIP, "status", 120 },
  { NETZ_TABLE_PARTNERSHIP, "since", 110 },
  { NETZ_TABLE_PARTNERSHIP, "until", 110 },
};

#define OTHER_WIDTH 140

static NetzTableColumn *
make_column (NetzTable table, const char *name, int width, gboolean shown)
{
  NetzTableColumn *self = g_new0 (NetzTableColumn, 1);

  self->table = table;
  self->name = name;
  self->field = netz_table_find_field (table, name);
  self->width = width;
  self->shown = shown;
  return self;
}

/**
 * netz_table_columns_new:
 * @table: institutions or partnerships
 *
 * Returns: (transfer full) (element-type NetzTableColumn): all that it can have, those at first shown before the others
 */
GPtrArray *
netz_table_columns_new (NetzTable table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  guint n_fields;
  const NetzField *fields = netz_table_get_fields (table, &n_fields);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (first[i].table == table)
      g_ptr_array_add (columns, make_column (table, first[i].name, first[i].width, TRUE));
  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].flags & (NETZ_FIELD_PLACE | NETZ_FIELD_INNER)) == 0
        && netz_table_columns_find (columns, fields[i].name) == NULL)
      g_ptr_array_add (columns, make_column (table, fields[i].name, OTHER_WIDTH, FALSE));
  return columns;
}

/**
 * netz_table_columns_find:
 * @columns: (element-type NetzTableColumn): columns
 * @name: as in settings
 *
 * Returns: (transfer none) (nullable): the column
 */
const NetzTableColumn *
netz_table_columns_find (GPtrArray *columns, const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((NetzTableColumn *) columns->pdata[i])->name, name))
      return columns->pdata[i];
  return NULL;
}

/**
 * netz_table_column_get_label:
 *
 * Returns: its heading, translated
 */
const char *
netz_table_column_get_label (const NetzTableColumn *self)
{
  return self->field != NULL ? netz_field_get_label (self->field) : _("Partnerships");
}

/**
 * netz_table_column_is_number:
 *
 * Returns: whether it shows figures, which stand at the right
 */
gboolean
netz_table_column_is_number (const NetzTableColumn *self)
{
  return self->field == NULL || self->field->type == NETZ_FIELD_NUMBER;
}

/**
 * netz_table_column_is_editable:
 *
 * Returns: whether it can be changed in the table; what has several parts is changed in the panel beside it, and
 *   which two institutions a partnership joins on the canvas
 */
gboolean
netz_table_column_is_editable (const NetzTableColumn *self)
{
  return self->field != NULL && self->field->type != NETZ_FIELD_PARTS
         && !(self->field->type == NETZ_FIELD_REF && self->field->target == NETZ_TABLE_INSTITUTION);
}

static guint
count_partnerships (NetzNetwork *network, NetzRecord *record)
{
  GPtrArray *incident = netz_network_get_incident (network, netz_record_get_id (record));

  return incident != NULL ? incident->len : 0;
}

/* One line, whatever the text. */
static char *
flatten (char *text)
{
  return g_strdelimit (text, "\n\r\t", ' ');
}

/**
 * netz_table_column_get_text:
 * @network: the network that @record is in
 * @record: a record of its table
 *
 * Returns: (transfer full): what the record shows there, in one line, as people of the locale read it
 */
char *
netz_table_column_get_text (const NetzTableColumn *self, NetzNetwork *network, NetzRecord *record)
{
  if (self->field == NULL)
    return g_strdup_printf ("%u", count_partnerships (network, record));
  if (self->field->type == NETZ_FIELD_REF && !netz_field_is_set (self->field, record))
    return g_strdup ("");
  return flatten (netz_describe_value (network, self->field, record));
}

/**
 * netz_table_column_get_entry:
 * @record: a record of its table
 *
 * Returns: (transfer full): what stands in the entry where it is changed, such that netz_table_column_parse() reads it
 */
char *
netz_table_column_get_entry (const NetzTableColumn *self, NetzRecord *record)
{
  return self->field != NULL ? netz_field_print (self->field, record) : g_strdup ("");
}

/**
 * netz_table_column_has_rank:
 *
 * Returns: whether records are sorted by netz_table_column_get_rank() instead of by text
 */
gboolean
netz_table_column_has_rank (const NetzTableColumn *self)
{
  return netz_table_column_is_number (self) || self->field->type == NETZ_FIELD_CHOICE
         || self->field->type == NETZ_FIELD_BOOLEAN;
}

/**
 * netz_table_column_get_rank:
 * @network: the network that @record is in
 * @record: a record of its table
 *
 * Returns: the number by which it is sorted; what is missing comes last
 */
double
netz_table_column_get_rank (const NetzTableColumn *self, NetzNetwork *network, NetzRecord *record)
{
  double number;

  if (self->field == NULL)
    return count_partnerships (network, record);
  if (self->field->type == NETZ_FIELD_BOOLEAN)
    return netz_field_get_boolean (self->field, record) ? 1 : 0;
  if (self->field->type == NETZ_FIELD_CHOICE)
    {
      for (guint i = 0; self->field->choices[i].id != NULL; i++)
        if (g_strcmp0 (self->field->choices[i].id, netz_field_get_text (self->field, record)) == 0)
          return i;
      return G_MAXUINT;
    }
  number = netz_field_get_number (self->field, record);
  return isnan (number) ? G_MAXDOUBLE : number;
}

typedef enum
{
  CONTAINS,
  EQUAL,
  DIFFERENT,
  LESS,
  GREATER,
  AT_MOST,
  AT_LEAST,
} Comparison;

/* What the text begins with, and what follows. */
static Comparison
read_comparison (const char **text)
{
  static const struct
  {
    const char *sign;
    Comparison comparison;
  } signs[] = { { "<=", AT_MOST }, { ">=", AT_LEAST }, { "!=", DIFFERENT }, { "≤", AT_MOST }, { "≥", AT_LEAST },
                { "≠", DIFFERENT }, { "<", LESS },     { ">", GREATER },    { "=", EQUAL } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (*text, signs[i].sign))
      {
        *text += strlen (signs[i].sign);
        return signs[i].comparison;
      }
  return CONTAINS;
}

static gboolean
compare (Comparison comparison, double order)
{
  switch (comparison)
    {
    case EQUAL:
      return order == 0;
    case DIFFERENT:
      return order != 0;
    case LESS:
      return order < 0;
    case GREATER:
      return order > 0;
    case AT_MOST:
      return order <= 0;
    case AT_LEAST:
      return order >= 0;
    case CONTAINS:
    default:
      return FALSE;
    }
}

static gboolean
match_text (Comparison comparison, const char *shown, const char *wanted)
{
  g_autofree char *folded = netz_fold (shown);
  g_autofree char *part = netz_fold (wanted);

  if (comparison == CONTAINS)
    return strstr (folded, part) != NULL;
  if (comparison == EQUAL || comparison == DIFFERENT)
    return compare (comparison, strcmp (folded, part));
  return *shown != '\0' && compare (comparison, g_utf8_collate (shown, wanted));
}

/**
 * netz_table_column_matches:
 * @network: the network that @record is in
 * @record: a record of its table
 * @wanted: a part of what is shown, or a sign of comparison (= ≠ < > ≤ ≥) and a value
 *
 * Returns: whether the record shows that here
 */
gboolean
netz_table_column_matches (const NetzTableColumn *self, NetzNetwork *network, NetzRecord *record, const char *wanted)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (wanted));
  g_autofree char *shown = NULL;
  const char *value = trimmed;
  Comparison comparison = read_comparison (&value);
  double number;

  while (*value == ' ')
    value++;
  if (comparison != CONTAINS && netz_table_column_is_number (self) && netz_number_parse (value, &number))
    {
      double rank = netz_table_column_get_rank (self, network, record);

      return rank != G_MAXDOUBLE && compare (comparison, rank - number);
    }
  /* Dates in the form of files are ordered like texts. */
  shown = comparison > DIFFERENT && self->field != NULL && self->field->type == NETZ_FIELD_DATE
              ? netz_field_print (self->field, record)
              : netz_table_column_get_text (self, network, record);
  return match_text (comparison, shown, value);
}

/* The id of the kind, programme or frame that is called so. */
static char *
find_reference (NetzNetwork *network, const NetzField *field, const char *text)
{
  g_autoptr (GPtrArray) all = netz_network_list (network, field->target);
  g_autofree char *wanted = netz_fold (text);

  for (guint i = 0; i < all->len; i++)
    {
      const char *id = netz_record_get_id (all->pdata[i]);
      const char *title = netz_record_get_title (all->pdata[i]);
      const char *name = field->target == NETZ_TABLE_KIND        ? netz_describe_kind (network, id, NULL)
                         : field->target == NETZ_TABLE_PROGRAMME ? netz_describe_programme (network, id, NULL)
                                                                 : title;
      g_autofree char *folded = netz_fold (name);

      if (g_str_equal (id, text) || g_str_equal (folded, wanted))
        return g_strdup (id);
    }
  return NULL;
}

/**
 * netz_table_column_parse:
 * @draft: a draft
 * @record: a record of the draft for writing
 * @text: what a person typed, chose or pasted: a value as in files or as it is shown
 * @error: return location: %NETZ_MODEL_ERROR_VALUE
 *
 * Returns: whether it was set
 */
gboolean
netz_table_column_parse (const NetzTableColumn *self, NetzDraft *draft, NetzRecord *record, const char *text,
                         GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_autofree char *value = NULL;

  g_return_val_if_fail (netz_table_column_is_editable (self), FALSE);

  value = self->field->type == NETZ_FIELD_REF && *clean != '\0'
              ? find_reference (netz_draft_get_network (draft), self->field, clean)
              : g_strdup (clean);
  if (value == NULL)
    {
      /* Translators: the heading of a column, then what somebody typed or pasted there */
      g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE, _("%s: the network has nothing called “%s”."),
                   netz_table_column_get_label (self), clean);
      return FALSE;
    }
  return netz_field_parse (self->field, record, value, error);
}
