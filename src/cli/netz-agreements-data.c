/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreements and next steps for programs: JSON and CSV, with ids beside names. */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-agreements-print.h"

#include "cli/netz-command.h"
#include "cli/netz-json.h"
#include "interchange/netz-table-writer.h"
#include "model/netz-date.h"

#include <math.h>

static const char *const states[] = { "open", "running", "ending", "over" };

static const char *
get_name (const NetzAgreementsPrint *self, const char *id)
{
  const NetzInstitution *institution = id != NULL ? netz_network_get_institution (self->network, id) : NULL;

  return institution != NULL ? institution->name : NULL;
}

/* Ids of what is missing, or of the sides without a contact, with blanks between them. */
static char *
list_missing (const NetzAgreements *agreements, const NetzAgreement *row)
{
  g_autoptr (GPtrArray) missing = netz_agreements_get_missing (agreements, row);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", netz_catalogue_item_get_id (missing->pdata[i]));
  return g_string_free (text, FALSE);
}

static const char *
list_sides (NetzSides sides)
{
  static const char *const texts[] = { "", "from", "to", "from to" };

  return texts[sides & (NETZ_SIDE_FROM | NETZ_SIDE_TO)];
}

static gboolean
is_wanted (const NetzAgreementsPrint *self, const NetzAgreement *row)
{
  return !self->only_missing || (row->agreed && row->judged && row->missing != 0);
}

static void
add_partnership (const NetzAgreementsPrint *self, NetzJson *json, const NetzPartnership *partnership)
{
  netz_json_add_text (json, "id", netz_record_get_id (NETZ_RECORD (partnership)));
  netz_json_add_text (json, "from", partnership->from);
  netz_json_add_text (json, "from_name", get_name (self, partnership->from));
  netz_json_add_text (json, "to", partnership->to);
  netz_json_add_text (json, "to_name", get_name (self, partnership->to));
  netz_json_add_text (json, "programme", partnership->programme);
  netz_json_add_text (json, "status", partnership->status);
}

static void
add_words (NetzJson *json, const char *key, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  netz_json_begin_array (json, key);
  for (guint i = 0; list[i] != NULL; i++)
    netz_json_add_text (json, NULL, list[i]);
  netz_json_end_array (json);
}

static void
add_day (NetzJson *json, const char *key, const GDate *day)
{
  g_autofree char *text = netz_date_print_day (day);

  netz_json_add_text (json, key, *text != '\0' ? text : NULL);
}

static void
add_agreement (const NetzAgreementsPrint *self, NetzJson *json, const NetzAgreement *row)
{
  g_autofree char *missing = list_missing (self->agreements, row);

  netz_json_begin_object (json, NULL);
  add_partnership (self, json, row->partnership);
  netz_json_add_text (json, "agreement", row->partnership->agreement);
  add_day (json, "end", &row->end);
  netz_json_add_text (json, "state", states[row->state]);
  netz_json_add_boolean (json, "judged", row->judged);
  netz_json_add_boolean (json, "registrable", netz_agreement_is_registrable (row));
  add_words (json, "missing", missing);
  add_words (json, "without_contact", list_sides (row->without));
  netz_json_end_object (json);
}

static void
add_agreements (const NetzAgreementsPrint *self, NetzJson *json)
{
  const NetzAgreements *agreements = self->agreements;

  netz_json_add_integer (json, "judged", agreements->n_judged);
  netz_json_add_integer (json, "registrable", agreements->n_registrable);
  netz_json_add_integer (json, "without_contact", agreements->n_without_contact);
  netz_json_add_integer (json, "ending", agreements->n_ending);
  netz_json_add_integer (json, "over", agreements->n_over);
  netz_json_begin_array (json, "agreements");
  for (guint i = 0; i < agreements->rows->len; i++)
    if (is_wanted (self, &g_array_index (agreements->rows, NetzAgreement, i)))
      add_agreement (self, json, &g_array_index (agreements->rows, NetzAgreement, i));
  netz_json_end_array (json);
}

static void
add_steps (const NetzAgreementsPrint *self, NetzJson *json)
{
  netz_json_begin_array (json, "actions");
  for (guint i = 0; i < self->steps->len; i++)
    {
      const NetzNextStep *step = &g_array_index (self->steps, NetzNextStep, i);

      netz_json_begin_object (json, NULL);
      add_partnership (self, json, step->partnership);
      netz_json_add_text (json, "responsible", step->responsible);
      netz_json_add_text (json, "next_step", step->partnership->next_step);
      netz_json_add_text (json, "next_date", step->partnership->next_date);
      netz_json_add_boolean (json, "overdue", step->overdue);
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
}

/**
 * netz_agreements_print_json:
 * @self: what is to be said
 *
 * Prints it for programs.
 */
void
netz_agreements_print_json (const NetzAgreementsPrint *self)
{
  g_autoptr (NetzJson) json = netz_json_new ();
  g_autofree char *text = NULL;

  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "title", netz_network_get_settings (self->network)->title);
  add_day (json, "on", self->day);
  netz_json_add_integer (json, "within", self->months);
  if (self->agreements != NULL)
    add_agreements (self, json);
  if (self->steps != NULL)
    add_steps (self, json);
  netz_json_end_object (json);
  text = netz_json_end (json);
  netz_print (text);
}

static void
put_partnership (const NetzAgreementsPrint *self, NetzSheet *sheet, const NetzPartnership *partnership)
{
  netz_sheet_add_text (sheet, netz_record_get_id (NETZ_RECORD (partnership)));
  netz_sheet_add_text (sheet, get_name (self, partnership->from));
  netz_sheet_add_text (sheet, get_name (self, partnership->to));
  netz_sheet_add_text (sheet, partnership->programme);
  netz_sheet_add_text (sheet, partnership->status);
}

static NetzSheet *
make_agreements (const NetzAgreementsPrint *self)
{
  static const char *const columns[] = { "id",    "from",  "to",          "programme", "status",         "agreement",
                                         "end",   "state", "registrable", "missing",   "without_contact", NULL };
  NetzSheet *sheet = netz_sheet_new ("agreements", columns);

  for (guint i = 0; i < self->agreements->rows->len; i++)
    {
      const NetzAgreement *row = &g_array_index (self->agreements->rows, NetzAgreement, i);
      g_autofree char *missing = list_missing (self->agreements, row);
      g_autofree char *end = netz_date_print_day (&row->end);

      if (!is_wanted (self, row))
        continue;
      put_partnership (self, sheet, row->partnership);
      netz_sheet_add_date (sheet, row->partnership->agreement);
      netz_sheet_add_date (sheet, end);
      netz_sheet_add_text (sheet, states[row->state]);
      netz_sheet_add_text (sheet, netz_agreement_is_registrable (row) ? "yes" : "no");
      netz_sheet_add_text (sheet, missing);
      netz_sheet_add_text (sheet, list_sides (row->without));
    }
  return sheet;
}

static NetzSheet *
make_steps (const NetzAgreementsPrint *self)
{
  static const char *const columns[]
      = { "id", "from", "to", "programme", "status", "responsible", "next_step", "next_date", "overdue", NULL };
  NetzSheet *sheet = netz_sheet_new ("actions", columns);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const NetzNextStep *step = &g_array_index (self->steps, NetzNextStep, i);

      put_partnership (self, sheet, step->partnership);
      netz_sheet_add_text (sheet, step->responsible);
      netz_sheet_add_text (sheet, step->partnership->next_step);
      netz_sheet_add_date (sheet, step->partnership->next_date);
      netz_sheet_add_text (sheet, step->overdue ? "yes" : "no");
    }
  return sheet;
}

/**
 * netz_agreements_print_csv:
 * @self: what is to be said: agreements or steps
 *
 * Prints it as a table for programs.
 */
void
netz_agreements_print_csv (const NetzAgreementsPrint *self)
{
  g_autoptr (GPtrArray) sheets = netz_sheets_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (sheets, self->steps != NULL ? make_steps (self) : make_agreements (self));
  bytes = netz_table_write (sheets, NETZ_TABLE_CSV, NULL, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  netz_print (text);
}
