/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-coverage-print.h"
#include "cli/netz-document.h"
#include "cli/netz-scope-options.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NetzScopeOptions scope;
  char *columns;
  char *by;
  char *count;
  char *decimal;
  gboolean gaps;
  gboolean without;
  gboolean load;
  gboolean json;
  gboolean csv;
  char **rest;
} Options;

static void
clear_options (Options *self)
{
  netz_scope_options_clear (&self->scope);
  g_free (self->columns);
  g_free (self->by);
  g_free (self->count);
  g_free (self->decimal);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
clear_view (NetzCoverageView *self)
{
  g_clear_pointer (&self->coverage, netz_coverage_free);
  g_clear_pointer (&self->load, netz_load_free);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NetzCoverageView, clear_view)

static const char *const all_columns[] = { "programmes", "kinds", NULL };
static const char *const all_by[] = { "district", "kind", "social-index", NULL };
static const char *const all_counts[] = { "established", "preparation", "idea", NULL };
static const char *const all_decimals[] = { "point", "comma", NULL };

/* Which word of @words @text is; the first where nothing is said; -1 where it is none, and that has been said. */
static int
choose (const char *option, const char *text, const char *const *words, NetzExit *status)
{
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  for (int i = 0; words[i] != NULL; i++)
    if (text == NULL || g_str_equal (text, words[i]))
      return i;
  list = g_strjoinv (", ", (char **) words);
  message = g_strdup_printf (_("“%s” takes one of: %s."), option, list);
  *status = netz_command_refuse_usage (&netz_command_coverage, message);
  return -1;
}

static NetzExit
print (const NetzCoverageView *view, const Options *options, gboolean comma)
{
  const NetzTableStyle style = { comma ? ';' : ',', comma ? ',' : '.', FALSE };
  gboolean found = (view->gaps != NULL && view->gaps->len > 0) || (view->load != NULL && view->load->n_over > 0);
  NetzExit status = found ? NETZ_EXIT_FOUND : NETZ_EXIT_DONE;

  if (options->csv)
    return netz_coverage_print_csv (view, &style) == NETZ_EXIT_DONE ? status : NETZ_EXIT_FAILED;
  if (options->json)
    netz_coverage_print_json (view);
  else
    netz_coverage_print_text (view);
  return netz_print_flush (status);
}

/* The network as it was on the day, and what of it is looked at: %NULL = all. */
static gboolean
cut (const Options *options, NetzDocument *document, NetzNetwork **part, GError **error)
{
  g_autoptr (NetzScope) scope = NULL;
  g_autoptr (NetzSnapshot) day = NULL;
  g_autoptr (NetzSnapshot) looked_at = NULL;

  if (!netz_scope_options_is_set (&options->scope))
    return TRUE;
  scope = netz_scope_options_make_scope (&options->scope, document->network, error);
  looked_at = scope != NULL ? netz_scope_cut (scope, document->network, error) : NULL;
  if (looked_at == NULL)
    return FALSE;
  day = netz_scope_cut_day (scope, document->network);
  *part = netz_network_new_from_snapshot (looked_at);
  g_object_unref (document->network);
  document->network = netz_network_new_from_snapshot (day);
  return TRUE;
}

static NetzExit
tell (const Options *options, const NetzCoverageOptions *what, gboolean comma)
{
  g_autoptr (NetzDocument) document = netz_document_load (options->rest[0], NULL, NULL);
  g_autoptr (NetzNetwork) part = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (NetzCoverageView) view = { NULL };

  if (document == NULL)
    return NETZ_EXIT_FAILED;
  if (!cut (options, document, &part, &error))
    {
      netz_complain_of (options->rest[0], error);
      return NETZ_EXIT_FAILED;
    }
  view.network = document->network;
  view.coverage = netz_coverage_new (document->network, part, what);
  if (options->load)
    view.load = netz_load_new (document->network, part, what->least, NULL);
  if (options->gaps || options->without)
    view.gaps = netz_gaps_new (view.coverage, NETZ_COVERAGE_ALL, options->without);
  return print (&view, options, comma);
}

static NetzExit
choose_and_tell (const Options *options)
{
  static const NetzStage stages[] = { NETZ_STAGE_ESTABLISHED, NETZ_STAGE_PREPARATION, NETZ_STAGE_IDEA };
  NetzExit status = NETZ_EXIT_FAILED;
  int columns = choose ("--columns", options->columns, all_columns, &status);
  int by = columns < 0 ? -1 : choose ("--by", options->by, all_by, &status);
  int count = by < 0 ? -1 : choose ("--count", options->count, all_counts, &status);
  int comma = count < 0 ? -1 : choose ("--decimal", options->decimal, all_decimals, &status);
  NetzCoverageOptions what;

  if (comma < 0)
    return status;
  what = (NetzCoverageOptions){ (NetzCoverageColumns) columns, (NetzCoverageBy) by, stages[count], NULL };
  return tell (options, &what, comma);
}

static NetzExit
run (char **arguments)
{
  g_auto (Options) options = { { NULL } };
  const GOptionEntry entries[] = {
    { "columns", 'c', 0, G_OPTION_ARG_STRING, &options.columns, N_("What the columns are: programmes or kinds"),
      N_("WHAT") },
    { "by", 'b', 0, G_OPTION_ARG_STRING, &options.by, N_("Groups of schools: district, kind or social-index"),
      N_("WHAT") },
    { "count", 'n', 0, G_OPTION_ARG_STRING, &options.count,
      N_("What counts as covered: established, or already preparation or idea"), N_("STATUS") },
    { "gaps", 'g', 0, G_OPTION_ARG_NONE, &options.gaps, N_("List the schools that lack something, and what"), NULL },
    { "without", 'w', 0, G_OPTION_ARG_NONE, &options.without, N_("List only the schools without any partner"), NULL },
    { "load", 'l', 0, G_OPTION_ARG_NONE, &options.load,
      N_("List how many schools each service provider serves, and how many it can"), NULL },
    NETZ_SCOPE_OPTIONS_ENTRIES (&options.scope),
    { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_("Write JSON to standard output"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, N_("Write CSV to standard output"), NULL },
    { "decimal", 'd', 0, G_OPTION_ARG_STRING, &options.decimal,
      N_("In CSV: point, or comma with semicolons between the cells"), N_("SIGN") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  NetzExit status;

  if (!netz_command_parse (&netz_command_coverage, entries, arguments, &status))
    return status;
  if (options.rest == NULL || g_strv_length (options.rest) != 1)
    return netz_command_refuse_usage (&netz_command_coverage, _("One file is needed."));
  if (options.json && options.csv)
    return netz_command_refuse_usage (&netz_command_coverage, _("“--json” and “--csv” exclude each other."));
  if (options.load && (options.gaps || options.without))
    return netz_command_refuse_usage (&netz_command_coverage, _("“--load” and “--gaps” exclude each other."));
  return choose_and_tell (&options);
}

const NetzCommand netz_command_coverage = {
  .name = "coverage",
  .arguments = "FILE",
  .summary = N_("Say which schools have a partner for what, and who lacks what"),
  .description = N_("A table of schools by programmes or by kinds of service providers: of each the status of the "
                    "partnership and since when it has been so, with sums by group. Instead of it the gaps, or the "
                    "load of the providers. The exit status is 1 where gaps were asked for and found, or a provider "
                    "serves more schools than it can."),
  .run = run,
};
