/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that walk the field tables: what a field refers to must be there, what it says must be sensible. */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-check-private.h"
#include "model/netz-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SOCIAL_INDEX_MAX 9

static const char *
name_rule (NetzTable target)
{
  switch (target)
    {
    case NETZ_TABLE_KIND:
      return "unknown-kind";
    case NETZ_TABLE_PROGRAMME:
      return "unknown-programme";
    case NETZ_TABLE_FRAME:
      return "unknown-frame";
    default:
      return "unknown-reference";
    }
}

static void
check_reference (NetzChecker *self, const NetzRecord *record, const NetzField *field, const char *id)
{
  g_autofree char *name = NULL;
  const char *rule = name_rule (field->target);

  if (id == NULL || netz_network_get (self->network, field->target, id) != NULL)
    return;
  name = netz_checker_name (self, record);
  if (field->target == NETZ_TABLE_KIND)
    netz_checker_report (self, rule, NETZ_SEVERITY_ERROR, record, id, _("The kind of %s, “%s”, is not known here."),
                         name, id);
  else if (field->target == NETZ_TABLE_PROGRAMME)
    netz_checker_report (self, rule, NETZ_SEVERITY_ERROR, record, id,
                         _("The programme of %s, “%s”, is not known here."), name, id);
  else
    netz_checker_report (self, rule, NETZ_SEVERITY_ERROR, record, id,
                         /* TRANSLATORS: a record, the name of a field, and an id. */
                         _("In %s the field “%s” refers to “%s”, which is not there."), name,
                         netz_field_get_label (field), id);
}

static void
check_parts (NetzChecker *self, const NetzRecord *record, const NetzField *field)
{
  GPtrArray *parts = netz_field_get_list (field, record);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    for (guint k = 0; k < field->part->n_fields; k++)
      if (field->part->fields[k].type == NETZ_FIELD_REF)
        check_reference (self, record, &field->part->fields[k], netz_part_get_nth (g_ptr_array_index (parts, i), k));
}

/* Ends of partnerships have a rule of their own, with better words. */
void
netz_check_references (NetzChecker *self, const NetzRecord *record)
{
  guint n_fields;
  const NetzField *fields = netz_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      gboolean is_end = netz_record_get_table (record) == NETZ_TABLE_PARTNERSHIP &&
                        fields[i].target == NETZ_TABLE_INSTITUTION;

      if (fields[i].type == NETZ_FIELD_REF && !is_end)
        check_reference (self, record, &fields[i], netz_field_get_text (&fields[i], record));
      else if (fields[i].type == NETZ_FIELD_PARTS)
        check_parts (self, record, &fields[i]);
    }
}

static void
report_odd (NetzChecker *self,
            const char *rule,
            NetzSeverity severity,
            const NetzRecord *record,
            const NetzField *field,
            const char *value)
{
  g_autofree char *name = netz_checker_name (self, record);

  if (strcmp (rule, "odd-date") == 0)
    netz_checker_report (self, rule, severity, record, NULL,
                         /* TRANSLATORS: a record, the name of a field, and its value. */
                         _("In %s, “%s” is “%s”, and that is no date."), name, netz_field_get_label (field), value);
  else if (strcmp (rule, "unknown-status") == 0)
    netz_checker_report (self, rule, severity, record, NULL, _("The status of %s, “%s”, is not known here."), name,
                         value);
  else
    netz_checker_report (self, rule, severity, record, NULL,
                         _("In %s, “%s” is “%s”, and that makes no sense there."), name,
                         netz_field_get_label (field), value);
}

static gboolean
is_choice (const NetzField *field, const char *value)
{
  for (const NetzChoice *choice = field->choices; choice->id != NULL; choice++)
    if (strcmp (choice->id, value) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_colour (const char *value)
{
  return value[0] == '#' && strlen (value) == 7 && value[1 + strspn (value + 1, "0123456789abcdefABCDEF")] == '\0';
}

static void
check_text (NetzChecker *self, const NetzRecord *record, const NetzField *field, const char *value)
{
  NetzDate date;

  if (value == NULL)
    return;
  if (field->type == NETZ_FIELD_DATE && !netz_date_parse (value, &date))
    report_odd (self, "odd-date", NETZ_SEVERITY_ERROR, record, field, value);
  else if (field->type == NETZ_FIELD_CHOICE && !is_choice (field, value))
    report_odd (self, strcmp (field->name, "status") == 0 ? "unknown-status" : "odd-value", NETZ_SEVERITY_WARNING,
                record, field, value);
  else if (field->type == NETZ_FIELD_COLOUR && !is_colour (value))
    report_odd (self, "odd-value", NETZ_SEVERITY_WARNING, record, field, value);
}

static void
check_number (NetzChecker *self, const NetzRecord *record, const NetzField *field)
{
  double number = netz_field_get_number (field, record);
  gboolean is_index = strcmp (field->name, "social-index") == 0;
  gboolean is_count = (field->flags & NETZ_FIELD_INTEGER) != 0 || strcmp (field->name, "term") == 0 ||
                      strcmp (field->name, "intensity") == 0;
  g_autofree char *text = NULL;

  if (isnan (number) || !is_count || (number >= (is_index ? 1 : 0) && !(is_index && number > SOCIAL_INDEX_MAX)))
    return;
  text = netz_number_print (number);
  report_odd (self, "odd-value", NETZ_SEVERITY_WARNING, record, field, text);
}

/* A number that could not be read is kept, as it was written, among what the record does not know. */
static void
check_unread (NetzChecker *self, const NetzRecord *record)
{
  NetzExtras *extras = netz_record_get_extras (record);

  for (guint i = 0; extras != NULL && i < netz_extras_get_size (extras); i++)
    {
      const NetzExtra *extra = netz_extras_get_nth (extras, i);
      const NetzField *field = NULL;

      if (extra->name != NULL && *extra->slot == '\0')
        field = netz_table_find_field (netz_record_get_table (record), extra->name);
      if (field != NULL)
        report_odd (self, "odd-value", NETZ_SEVERITY_WARNING, record, field, extra->value);
    }
}

static void
check_part_values (NetzChecker *self, const NetzRecord *record, const NetzField *field)
{
  GPtrArray *parts = netz_field_get_list (field, record);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    for (guint k = 0; k < field->part->n_fields; k++)
      check_text (self, record, &field->part->fields[k], netz_part_get_nth (g_ptr_array_index (parts, i), k));
}

void
netz_check_values (NetzChecker *self, const NetzRecord *record)
{
  guint n_fields;
  const NetzField *fields = netz_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (netz_field_is_text (&fields[i]))
        check_text (self, record, &fields[i], netz_field_get_text (&fields[i], record));
      else if (fields[i].type == NETZ_FIELD_NUMBER)
        check_number (self, record, &fields[i]);
      else if (fields[i].type == NETZ_FIELD_PARTS)
        check_part_values (self, record, &fields[i]);
    }
  check_unread (self, record);
}

void
netz_check_date_order (NetzChecker *self, const NetzRecord *record)
{
  NetzTable table = netz_record_get_table (record);
  const char *since = netz_field_get_text (netz_table_find_field (table, "since"), record);
  const char *until = netz_field_get_text (netz_table_find_field (table, "until"), record);
  g_autofree char *name = NULL;
  NetzDate date;
  GDate begin, end, other;

  if (!netz_date_parse (since, &date))
    return;
  netz_date_get_span (&date, &begin, &other);
  if (!netz_date_parse (until, &date))
    return;
  netz_date_get_span (&date, &other, &end);
  if (g_date_compare (&begin, &end) <= 0)
    return;
  name = netz_checker_name (self, record);
  netz_checker_report (self, "date-order", NETZ_SEVERITY_ERROR, record, NULL,
                       /* TRANSLATORS: a record, the date of its end and the one of its beginning. */
                       _("%s ends (%s) before it begins (%s)."), name, until, since);
}
