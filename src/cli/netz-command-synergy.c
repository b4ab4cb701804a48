/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "cli/netz-json.h"
#include "cli/netz-scope-options.h"
#include "interchange/netz-table-writer.h"
#include "model/netz-describe.h"
#include "planning/netz-synergy.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *status;
  gboolean json;
  gboolean csv;
  NetzScopeOptions scope;
  char **rest;
  NetzStanding standing;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->status);
  netz_scope_options_clear (&self->scope);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* What stands above the pairs of a state in the text. */
static const char *const headings[NETZ_N_SYNERGY_STATES] = {
  [NETZ_SYNERGY_OPEN] = N_("Providers that serve the same schools and are not linked"),
  [NETZ_SYNERGY_PLANNED] = N_("Their link is planned"),
  [NETZ_SYNERGY_LINKED] = N_("They serve the same schools and are linked"),
  [NETZ_SYNERGY_IDLE] = N_("They are linked and serve no school together"),
};

static char *
name_of (NetzNetwork *network, const char *id)
{
  return netz_describe_record (network, NETZ_RECORD (netz_network_get_institution (network, id)));
}

static char *
join_schools (NetzNetwork *network, const NetzSynergy *pair)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pair->schools->len; i++)
    {
      g_autofree char *name = name_of (network, pair->schools->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_pair (NetzNetwork *network, const NetzSynergy *pair, guint rank)
{
  g_autofree char *sentence = netz_synergy_explain (network, pair);
  g_autofree char *schools = join_schools (network, pair);

  netz_print_line ("  %4u  %s", rank, sentence);
  if (pair->schools->len == 0)
    return;
  /* TRANSLATORS: a share in percent; "either" is each of two providers. */
  netz_print_line (_("        Of all schools that either serves: %.0f %%"), 100 * pair->share);
  netz_print_line ("        %s", schools);
}

static void
print_text (NetzNetwork *network, const NetzSynergies *synergies)
{
  for (guint state = 0; state < NETZ_N_SYNERGY_STATES; state++)
    {
      GPtrArray *pairs = synergies->by_state[state];

      if (state > 0)
        netz_print ("\n");
      netz_print_line ("%s (%u)", g_dgettext (GETTEXT_PACKAGE, headings[state]), pairs->len);
      for (guint i = 0; i < pairs->len; i++)
        print_pair (network, pairs->pdata[i], i + 1);
    }
}

static void
add_named (NetzJson *json, NetzNetwork *network, const char *key, const char *id)
{
  g_autofree char *name = name_of (network, id);

  netz_json_begin_object (json, key);
  netz_json_add_text (json, "id", id);
  netz_json_add_text (json, "name", name);
  netz_json_end_object (json);
}

static void
add_pair (NetzJson *json, NetzNetwork *network, const NetzSynergy *pair)
{
  g_autofree char *sentence = netz_synergy_explain (network, pair);
  NetzPartnership *link = pair->link != NULL ? netz_network_get_partnership (network, pair->link) : NULL;

  netz_json_begin_object (json, NULL);
  add_named (json, network, "a", pair->a);
  add_named (json, network, "b", pair->b);
  netz_json_add_integer (json, "shared", pair->schools->len);
  netz_json_add_number (json, "share", pair->share);
  netz_json_add_integer (json, "schools_of_a", pair->n_a);
  netz_json_add_integer (json, "schools_of_b", pair->n_b);
  netz_json_add_text (json, "link", pair->link);
  netz_json_add_text (json, "link_status", link != NULL ? link->status : NULL);
  netz_json_begin_array (json, "schools");
  for (guint i = 0; i < pair->schools->len; i++)
    add_named (json, network, NULL, pair->schools->pdata[i]);
  netz_json_end_array (json);
  netz_json_add_text (json, "sentence", sentence);
  netz_json_end_object (json);
}

static void
print_json (NetzNetwork *network, const NetzSynergies *synergies, NetzStanding standing)
{
  g_autoptr (NetzJson) json = netz_json_new ();
  g_autofree char *text = NULL;

  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "counted", netz_standing_get_name (standing));
  for (guint state = 0; state < NETZ_N_SYNERGY_STATES; state++)
    {
      netz_json_begin_array (json, netz_synergy_state_get_name (state));
      for (guint i = 0; i < synergies->by_state[state]->len; i++)
        add_pair (json, network, synergies->by_state[state]->pdata[i]);
      netz_json_end_array (json);
    }
  netz_json_end_object (json);
  text = netz_json_end (json);
  netz_print (text);
}

static void
add_row (NetzSheet *sheet, NetzNetwork *network, const NetzSynergy *pair, guint rank)
{
  g_autofree char *a = name_of (network, pair->a);
  g_autofree char *b = name_of (network, pair->b);
  g_autofree char *schools = join_schools (network, pair);

  netz_sheet_add_text (sheet, netz_synergy_state_get_name (pair->state));
  netz_sheet_add_number (sheet, rank);
  netz_sheet_add_text (sheet, pair->a);
  netz_sheet_add_text (sheet, a);
  netz_sheet_add_text (sheet, pair->b);
  netz_sheet_add_text (sheet, b);
  netz_sheet_add_number (sheet, pair->schools->len);
  netz_sheet_add_number (sheet, pair->share);
  netz_sheet_add_number (sheet, pair->n_a);
  netz_sheet_add_number (sheet, pair->n_b);
  netz_sheet_add_text (sheet, schools);
}

static NetzExit
print_csv (NetzNetwork *network, const NetzSynergies *synergies)
{
  static const char *const columns[] = { "state",  "rank",  "a_id",         "a",            "b_id",    "b",
                                         "shared", "share", "schools_of_a", "schools_of_b", "schools", NULL };
  NetzSheet *sheet = netz_sheet_new (_("Synergies"), columns);
  g_autoptr (GPtrArray) sheets = netz_sheets_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_add (sheets, sheet);
  for (guint state = 0; state < NETZ_N_SYNERGY_STATES; state++)
    for (guint i = 0; i < synergies->by_state[state]->len; i++)
      add_row (sheet, network, synergies->by_state[state]->pdata[i], i + 1);
  bytes = netz_table_write (sheets, NETZ_TABLE_CSV, NULL, NULL);
  return netz_print_bytes (bytes);
}

static NetzExit
tell (const Options *options)
{
  g_autoptr (NetzDocument) document = netz_document_load (options->rest[0], NULL, NULL);
  g_autoptr (NetzSynergies) synergies = NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return NETZ_EXIT_FAILED;
  if (!netz_scope_options_apply (&options->scope, document, &error))
    {
      netz_complain_of (options->rest[0], error);
      return NETZ_EXIT_FAILED;
    }
  synergies = netz_synergies_find (document->network, options->standing);
  if (options->csv)
    return print_csv (document->network, synergies);
  if (options->json)
    print_json (document->network, synergies, options->standing);
  else
    print_text (document->network, synergies);
  return netz_print_flush (NETZ_EXIT_DONE);
}

static NetzExit
run (char **arguments)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "status", 's', 0, G_OPTION_ARG_FILENAME, &options.status,
      N_("What counts: established (the default), preparation, all"), N_("STATUS") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_("Write JSON to standard output"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, N_("Write CSV to standard output"), NULL },
    NETZ_SCOPE_OPTIONS_ENTRIES (&options.scope),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  NetzExit status;

  if (!netz_command_parse (&netz_command_synergy, entries, arguments, &status))
    return status;
  if (options.rest == NULL || g_strv_length (options.rest) != 1)
    return netz_command_refuse_usage (&netz_command_synergy, _("One file is needed."));
  if (options.json && options.csv)
    return netz_command_refuse_usage (&netz_command_synergy, _("“--json” and “--csv” exclude each other."));
  if (options.status != NULL && !netz_standing_parse (options.status, &options.standing))
    return netz_command_refuse_usage (&netz_command_synergy,
                                      _("The status is “established”, “preparation” or “all”."));
  return tell (&options);
}

const NetzCommand netz_command_synergy = {
  .name = "synergy",
  .arguments = "FILE",
  .summary = N_("Find providers that could gain from working together"),
  .description = N_("Pairs of providers that serve the same schools, those that are not linked first. They are ranked "
                    "by the number of schools that both serve, then by the share of these among all schools that "
                    "either serves."),
  .run = run,
};
