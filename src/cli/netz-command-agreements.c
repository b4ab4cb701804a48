/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-agreements-print.h"
#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "cli/netz-scope-options.h"
#include "format/netz-catalogue-folder.h"
#include "model/netz-date.h"

#include <glib/gi18n-lib.h>
#include <time.h>

#define MONTHS_AHEAD 12
#define MOST_MONTHS 1200

typedef struct
{
  NetzScopeOptions scope;
  gint months;
  char *on;
  gboolean missing;
  gboolean actions;
  gboolean json;
  gboolean csv;
  char **rest;
} Options;

static void
clear_options (Options *self)
{
  netz_scope_options_clear (&self->scope);
  g_free (self->on);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
read_day (const char *text, GDate *day)
{
  NetzDate date;
  GDate first;

  g_date_clear (day, 1);
  if (text == NULL)
    g_date_set_time_t (day, time (NULL));
  else if (netz_date_parse_input (text, &date))
    netz_date_get_span (&date, &first, day);
  return g_date_valid (day);
}

static NetzExit
print (NetzNetwork *network, const Options *options, const GDate *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzCatalogue) catalogue = netz_catalogue_load_for (network, &error);
  g_autoptr (NetzAgreements) agreements = NULL;
  g_autoptr (GArray) steps = NULL;
  NetzAgreementsPrint what = { .network = network, .day = day, .months = (guint) options->months };

  if (catalogue == NULL)
    {
      netz_complain (NULL, 0, error->message);
      return NETZ_EXIT_FAILED;
    }
  if (!options->actions || options->missing)
    what.agreements = agreements = netz_agreements_new (network, catalogue, day, (guint) options->months);
  if (options->actions)
    what.steps = steps = netz_next_steps_new (network, day);
  what.only_missing = options->missing;
  if (options->json)
    netz_agreements_print_json (&what);
  else if (options->csv)
    netz_agreements_print_csv (&what);
  else
    netz_agreements_print_text (&what);
  return netz_print_flush (netz_agreements_print_found (&what) ? NETZ_EXIT_FOUND : NETZ_EXIT_DONE);
}

static NetzExit
tell (const Options *options)
{
  g_autofree char *on = netz_command_get_text (options->on);
  g_autoptr (NetzDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  if (!read_day (on, &day))
    return netz_command_refuse_usage (&netz_command_agreements, _("The day of “--on” is not a date."));
  if (options->months < 0 || options->months > MOST_MONTHS)
    return netz_command_refuse_usage (&netz_command_agreements,
                                      _("The months of “--within” are a number from 0 to 1200."));
  if (options->csv && (options->json || (options->missing && options->actions)))
    return netz_command_refuse_usage (&netz_command_agreements,
                                      _("CSV is one table: give one of “--json”, “--missing” and “--actions” less."));
  document = netz_document_load (options->rest[0], NULL, NULL);
  if (document == NULL)
    return NETZ_EXIT_FAILED;
  if (netz_scope_options_apply (&options->scope, document, &error))
    return print (document->network, options, &day);
  netz_complain_of (options->rest[0], error);
  return NETZ_EXIT_FAILED;
}

static NetzExit
run (char **arguments)
{
  g_auto (Options) options = { .months = MONTHS_AHEAD };
  const GOptionEntry entries[] = {
    { "within", 'w', 0, G_OPTION_ARG_INT, &options.months, N_("How far ahead an end is told (12)"), N_("MONTHS") },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &options.on, N_("The day that counts as today"), N_("DATE") },
    { "missing", 'm', 0, G_OPTION_ARG_NONE, &options.missing, N_("Only what is missing"), NULL },
    { "actions", 'a', 0, G_OPTION_ARG_NONE, &options.actions, N_("The list of next steps instead"), NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_("Write JSON to standard output"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, N_("Write CSV to standard output"), NULL },
    NETZ_SCOPE_OPTIONS_ENTRIES (&options.scope),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  NetzExit status;

  if (!netz_command_parse (&netz_command_agreements, entries, arguments, &status))
    return status;
  if (options.rest == NULL || g_strv_length (options.rest) != 1)
    return netz_command_refuse_usage (&netz_command_agreements, _("One file is needed."));
  return tell (&options);
}

const NetzCommand netz_command_agreements = {
  .name = "agreements",
  .arguments = "FILE",
  .summary = N_("Say which agreements end, and what is missing or to be done"),
  .description = N_("Partnerships of systematic programmes are held against the criteria of the network's catalogue. "
                    "The exit status is 1 where an agreement has ended or ends within the months, where a criterion "
                    "is not kept, or with --actions where a step is overdue or nobody has said what comes next."),
  .run = run,
};
