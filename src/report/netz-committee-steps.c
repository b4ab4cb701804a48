/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes next: what is planned, and which agreements end. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-committee-private.h"

#include "model/netz-date.h"
#include "planning/netz-agreement.h"
#include "planning/netz-next-steps.h"

#define MONTHS 12

static void
get_day (const NetzPaperWork *self, GDate *day)
{
  NetzDate date;
  GDate first;

  if (!netz_date_parse (self->as_of, &date) && !netz_date_parse (self->report->today, &date))
    {
      g_date_clear (day, 1);
      g_date_set_time_t (day, 0);
      return;
    }
  netz_date_get_span (&date, &first, day);
}

static char *
say_day (const NetzPaperWork *self, const GDate *day)
{
  char text[sizeof "2008-08-11"];

  if (!g_date_valid (day) || g_date_strftime (text, sizeof text, "%Y-%m-%d", day) == 0)
    return g_strdup ("–");
  return netz_say_date (self->wording, text);
}

/* Persons are named only where the public does not read. */
static void
add_step (const NetzPaperWork *self, NetzDossierTable *table, const NetzNextStep *step)
{
  const NetzPartnership *partnership = step->partnership;
  g_autofree char *name = netz_paper_name_partnership (self, partnership);
  g_autofree char *due = say_day (self, &step->due);
  const char *what = partnership->next_step != NULL ? partnership->next_step : "–";
  const char *status = netz_paper_name_status (self->wording, partnership->status);
  const char *who = step->responsible != NULL ? step->responsible : "–";

  netz_dossier_table_add_row (table, (const char *const[]) { name, status, what, due, self->public ? NULL : who,
                                                             NULL });
}

static NetzDossierTable *
make_steps_table (const NetzPaperWork *self)
{
  NetzWording w = self->wording;
  NetzDossierTable *table = netz_dossier_table_new (netz_say (w, "Next steps, by date",
                                                              "Nächste Schritte nach Termin"));

  netz_dossier_table_add_column (table, netz_say (w, "Partnership", "Partnerschaft"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (w, "Status", "Stand"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (w, "Next step", "Nächster Schritt"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (w, "By", "Bis"), NETZ_COLUMN_START);
  if (!self->public)
    netz_dossier_table_add_column (table, netz_say (w, "Responsible", "Verantwortlich"), NETZ_COLUMN_START);
  return table;
}

static void
describe_steps (const NetzPaperWork *self, guint n, guint n_without)
{
  NetzWording w = self->wording;
  g_autofree char *number = netz_say_number (w, n);
  g_autofree char *without = netz_say_number (w, n_without);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n == 0)
    g_string_append (text, netz_say (w, "No partnership is planned or in preparation.",
                                     "Zurzeit ist keine Partnerschaft geplant oder in Anbahnung."));
  else
    g_string_append_printf (text, netz_say_n (w, n, "One partnership is planned or in preparation.",
                                              "%s partnerships are planned or in preparation.",
                                              "Eine Partnerschaft ist geplant oder in Anbahnung.",
                                              "%s Partnerschaften sind geplant oder in Anbahnung."), number);
  if (n_without > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, netz_say_n (w, n_without, "For %s of them no next step has been agreed yet.",
                                                "For %s of them no next step has been agreed yet.",
                                                "Für %s davon ist noch kein nächster Schritt vereinbart.",
                                                "Für %s davon ist noch kein nächster Schritt vereinbart."), without);
    }
  netz_dossier_add_paragraph (self->dossier, text->str);
}

static void
add_steps (const NetzPaperWork *self, const GDate *day)
{
  g_autoptr (GArray) steps = netz_next_steps_new (self->network, day);
  NetzDossierTable *table;
  guint n_without = 0;

  for (guint i = 0; i < steps->len; i++)
    n_without += g_array_index (steps, NetzNextStep, i).without_step ? 1 : 0;
  describe_steps (self, steps->len, n_without);
  if (steps->len == n_without)
    return;
  table = make_steps_table (self);
  for (guint i = 0; i < steps->len; i++)
    if (!g_array_index (steps, NetzNextStep, i).without_step)
      add_step (self, table, &g_array_index (steps, NetzNextStep, i));
  netz_dossier_add_table (self->dossier, table);
}

static void
describe_criteria (const NetzPaperWork *self, const NetzAgreements *agreements)
{
  NetzWording w = self->wording;
  g_autofree char *kept = netz_say_number (w, agreements->n_registrable);
  g_autofree char *judged = netz_say_number (w, agreements->n_judged);
  g_autofree char *text = NULL;

  if (agreements->n_judged == 0)
    return;
  text = g_strdup_printf (netz_say_n (w, agreements->n_registrable,
                                      "%1$s of %2$s agreed partnerships of service providers with schools keeps all "
                                      "criteria of a registered partnership.",
                                      "%1$s of %2$s agreed partnerships of service providers with schools keep all "
                                      "criteria of a registered partnership.",
                                      "%1$s von %2$s vereinbarten Partnerschaften zwischen Bildungspartnern und "
                                      "Schulen erfüllt alle Kriterien einer eingetragenen Bildungspartnerschaft.",
                                      "%1$s von %2$s vereinbarten Partnerschaften zwischen Bildungspartnern und "
                                      "Schulen erfüllen alle Kriterien einer eingetragenen Bildungspartnerschaft."),
                          kept, judged);
  netz_dossier_add_paragraph (self->dossier, text);
}

static void
list_ends (const NetzPaperWork *self, const NetzAgreements *agreements, NetzAgreementState state, const char *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < agreements->rows->len; i++)
    {
      const NetzAgreement *row = &g_array_index (agreements->rows, NetzAgreement, i);
      g_autofree char *name = netz_paper_name_partnership (self, row->partnership);
      g_autofree char *end = say_day (self, &row->end);

      if (row->state == state)
        g_ptr_array_add (names, g_strdup_printf (netz_say (self->wording, "%1$s: %2$s", "%1$s: %2$s"), name, end));
    }
  netz_dossier_add_paragraph (self->dossier, text);
  netz_paper_add_list (self, names);
}

static void
add_agreements (const NetzPaperWork *self, const GDate *day)
{
  NetzWording w = self->wording;
  g_autoptr (NetzAgreements) agreements = netz_agreements_new (self->network, self->report->catalogue, day, MONTHS);
  g_autofree char *ending = netz_say_number (w, agreements->n_ending);
  g_autofree char *over = netz_say_number (w, agreements->n_over);

  describe_criteria (self, agreements);
  if (agreements->n_ending > 0)
    {
      g_autofree char *text = g_strdup_printf (
        netz_say_n (w, agreements->n_ending, "One agreement ends within the next twelve months:",
                    "%s agreements end within the next twelve months:",
                    "Eine Vereinbarung endet in den nächsten zwölf Monaten:",
                    "%s Vereinbarungen enden in den nächsten zwölf Monaten:"), ending);

      list_ends (self, agreements, NETZ_AGREEMENT_ENDING, text);
    }
  if (agreements->n_over > 0)
    {
      g_autofree char *text = g_strdup_printf (
        netz_say_n (w, agreements->n_over, "One agreement has run out and should be renewed:",
                    "%s agreements have run out and should be renewed:",
                    "Eine Vereinbarung ist ausgelaufen und sollte erneuert werden:",
                    "%s Vereinbarungen sind ausgelaufen und sollten erneuert werden:"), over);

      list_ends (self, agreements, NETZ_AGREEMENT_OVER, text);
    }
}

void
netz_committee_write_steps (const NetzPaperWork *self)
{
  GDate day;

  get_day (self, &day);
  add_steps (self, &day);
  if (self->report->catalogue != NULL)
    add_agreements (self, &day);
}
