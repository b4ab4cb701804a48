/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "cli/netz-json.h"
#include "format/netz-catalogue-folder.h"
#include "interchange/netz-table-writer.h"
#include "model/netz-describe.h"
#include "planning/netz-readiness.h"

#include <glib/gi18n-lib.h>

#define NAMED 6 /* how many witnesses or candidates a line of text names */

typedef struct
{
  char *workshop;
  char *catalogue;
  gboolean json;
  gboolean csv;
  char **rest;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->workshop);
  g_free (self->catalogue);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static char *
describe_id (NetzNetwork *network, const char *id)
{
  const NetzReadinessWitness witness = { NULL, (char *) id };

  return netz_readiness_describe_witness (network, &witness);
}

/* Texts in a row; after @most of them, how many more there are. */
static char *
join (GPtrArray *texts, guint most)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < texts->len && i < most; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? "; " : "", (const char *) texts->pdata[i]);
  if (texts->len > most)
    {
      g_autofree char *more
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", texts->len - most),
                             texts->len - most);

      g_string_append_printf (line, "; %s", more);
    }
  return g_string_free (line, FALSE);
}

static char *
join_witnesses (NetzNetwork *network, const NetzReadinessCondition *condition, guint most)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < condition->witnesses->len; i++)
    g_ptr_array_add (texts, netz_readiness_describe_witness (network, condition->witnesses->pdata[i]));
  return join (texts, most);
}

static char *
join_candidates (NetzNetwork *network, const NetzReadinessGap *gap, guint most)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gap->ids->len; i++)
    g_ptr_array_add (texts, describe_id (network, gap->ids->pdata[i]));
  return join (texts, most);
}

static void
print_gap (NetzNetwork *network, const NetzReadinessGap *gap)
{
  g_autofree char *candidates = join_candidates (network, gap, NAMED);

  netz_print_line ("          – %s", gap->text);
  if (*candidates != '\0')
    netz_print_line ("            %s", candidates);
}

static void
print_condition (NetzNetwork *network, const NetzReadinessCondition *condition)
{
  g_autofree char *witnesses = join_witnesses (network, condition, NAMED);

  /* TRANSLATORS: whether a condition holds. */
  netz_print_line ("  %s %-4s %s%s", condition->met ? "✓" : "✗",
                   condition->met ? C_ ("condition", "yes") : C_ ("condition", "no"), condition->name,
                   condition->required ? _(" (required)") : "");
  if (*witnesses != '\0')
    netz_print_line ("          %s", witnesses);
  for (guint i = 0; i < condition->gaps->len; i++)
    print_gap (network, condition->gaps->pdata[i]);
  if (!condition->met && *condition->advice != '\0')
    netz_print_line ("          → %s", condition->advice);
}

static void
print_text (NetzNetwork *network, const NetzWorkshop *workshop, const NetzReadiness *readiness)
{
  netz_print_line ("%s", workshop == NULL          ? _("There is no workshop in this network: nobody takes part.")
                         : workshop->title != NULL ? workshop->title
                                                   : _("Workshop without a title"));
  netz_print_line (_("Conditions that hold: %u of %u; required ones that are missing: %u"), readiness->n_met,
                   readiness->conditions->len, readiness->n_required_missing);
  netz_print ("\n");
  for (guint i = 0; i < readiness->conditions->len; i++)
    print_condition (network, readiness->conditions->pdata[i]);
}

static void
add_gap (NetzJson *json, NetzNetwork *network, const NetzReadinessGap *gap)
{
  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "text", gap->text);
  netz_json_add_text (json, "kind", gap->kind);
  netz_json_begin_array (json, "candidates");
  for (guint i = 0; i < gap->ids->len; i++)
    {
      g_autofree char *name = describe_id (network, gap->ids->pdata[i]);

      netz_json_begin_object (json, NULL);
      netz_json_add_text (json, "id", gap->ids->pdata[i]);
      netz_json_add_text (json, "name", name);
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
  netz_json_end_object (json);
}

static void
add_witness (NetzJson *json, NetzNetwork *network, const NetzReadinessWitness *witness)
{
  g_autofree char *text = netz_readiness_describe_witness (network, witness);

  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "id", witness->id);
  netz_json_add_text (json, "person", witness->person);
  netz_json_add_text (json, "text", text);
  netz_json_end_object (json);
}

static void
add_condition (NetzJson *json, NetzNetwork *network, const NetzReadinessCondition *condition)
{
  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "id", condition->id);
  netz_json_add_text (json, "name", condition->name);
  netz_json_add_text (json, "type", condition->type);
  netz_json_add_boolean (json, "required", condition->required);
  netz_json_add_boolean (json, "met", condition->met);
  netz_json_add_integer (json, "count", condition->count);
  netz_json_add_integer (json, "minimum", condition->minimum);
  netz_json_begin_array (json, "met_by");
  for (guint i = 0; i < condition->witnesses->len; i++)
    add_witness (json, network, condition->witnesses->pdata[i]);
  netz_json_end_array (json);
  netz_json_begin_array (json, "missing");
  for (guint i = 0; i < condition->gaps->len; i++)
    add_gap (json, network, condition->gaps->pdata[i]);
  netz_json_end_array (json);
  netz_json_add_text (json, "advice", condition->advice);
  netz_json_end_object (json);
}

static void
print_json (NetzNetwork *network, const NetzWorkshop *workshop, const NetzReadiness *readiness)
{
  g_autoptr (NetzJson) json = netz_json_new ();
  g_autofree char *text = NULL;

  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "workshop", workshop != NULL ? netz_record_get_id (&workshop->parent_instance) : NULL);
  netz_json_add_text (json, "title", workshop != NULL ? workshop->title : NULL);
  netz_json_add_boolean (json, "ready", readiness->n_required_missing == 0);
  netz_json_add_integer (json, "met", readiness->n_met);
  netz_json_add_integer (json, "missing", readiness->n_missing);
  netz_json_add_integer (json, "required_missing", readiness->n_required_missing);
  netz_json_begin_array (json, "conditions");
  for (guint i = 0; i < readiness->conditions->len; i++)
    add_condition (json, network, readiness->conditions->pdata[i]);
  netz_json_end_array (json);
  netz_json_end_object (json);
  text = netz_json_end (json);
  netz_print (text);
}

static void
add_row (NetzSheet *sheet, NetzNetwork *network, const NetzReadinessCondition *condition)
{
  g_autofree char *witnesses = join_witnesses (network, condition, G_MAXUINT);
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autoptr (GString) candidates = g_string_new (NULL);

  for (guint i = 0; i < condition->gaps->len; i++)
    {
      const NetzReadinessGap *gap = condition->gaps->pdata[i];
      g_autofree char *names = join_candidates (network, gap, G_MAXUINT);

      g_string_append_printf (missing, "%s%s", i > 0 ? "; " : "", gap->text);
      g_string_append_printf (candidates, "%s%s", candidates->len > 0 && *names != '\0' ? "; " : "", names);
    }
  netz_sheet_add_text (sheet, condition->id);
  netz_sheet_add_text (sheet, condition->name);
  netz_sheet_add_text (sheet, condition->required ? "yes" : "no");
  netz_sheet_add_text (sheet, condition->met ? "yes" : "no");
  netz_sheet_add_number (sheet, condition->count);
  netz_sheet_add_number (sheet, condition->minimum);
  netz_sheet_add_text (sheet, witnesses);
  netz_sheet_add_text (sheet, missing->str);
  netz_sheet_add_text (sheet, candidates->str);
}

static NetzExit
print_csv (NetzNetwork *network, const NetzReadiness *readiness)
{
  static const char *const columns[]
      = { "condition", "name", "required", "met", "count", "minimum", "met_by", "missing", "candidates", NULL };
  NetzSheet *sheet = netz_sheet_new (_("Readiness"), columns);
  g_autoptr (GPtrArray) sheets = netz_sheets_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_add (sheets, sheet);
  for (guint i = 0; i < readiness->conditions->len; i++)
    add_row (sheet, network, readiness->conditions->pdata[i]);
  bytes = netz_table_write (sheets, NETZ_TABLE_CSV, NULL, NULL);
  return netz_print_bytes (bytes);
}

static NetzCatalogue *
load_catalogue (const Options *options, NetzNetwork *network)
{
  const char *own = netz_network_get_settings (network)->catalogue;
  const char *id = options->catalogue != NULL ? options->catalogue : own != NULL ? own : NETZ_DOCUMENT_CATALOGUE;
  g_autoptr (GError) error = NULL;
  NetzCatalogue *catalogue = netz_catalogue_load (id, &error);

  if (catalogue == NULL)
    netz_complain_of (options->rest[0], error);
  return catalogue;
}

static NetzExit
tell (const Options *options)
{
  g_autoptr (NetzDocument) document = netz_document_load (options->rest[0], NULL, NULL);
  g_autofree char *name = options->workshop != NULL ? netz_command_get_text (options->workshop) : NULL;
  g_autoptr (NetzCatalogue) catalogue = NULL;
  g_autoptr (NetzReadiness) readiness = NULL;
  NetzWorkshop *workshop;
  NetzExit status;

  if (document == NULL)
    return NETZ_EXIT_FAILED;
  workshop = netz_readiness_choose_workshop (document->network, name);
  if (workshop == NULL && name != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("There is no workshop “%s”."), name);

      netz_complain (options->rest[0], 0, text);
      return NETZ_EXIT_FAILED;
    }
  catalogue = load_catalogue (options, document->network);
  if (catalogue == NULL)
    return NETZ_EXIT_FAILED;
  readiness = netz_readiness_new (document->network, workshop, catalogue, NULL);
  status = readiness->n_required_missing > 0 ? NETZ_EXIT_FOUND : NETZ_EXIT_DONE;
  if (options->csv)
    return print_csv (document->network, readiness) == NETZ_EXIT_DONE ? status : NETZ_EXIT_FAILED;
  if (options->json)
    print_json (document->network, workshop, readiness);
  else
    print_text (document->network, workshop, readiness);
  return netz_print_flush (status);
}

static NetzExit
run (char **arguments)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "workshop", 'w', 0, G_OPTION_ARG_FILENAME, &options.workshop,
      N_("The workshop that is meant, where there are several"), N_("TITLE") },
    { "catalogue", 'c', 0, G_OPTION_ARG_FILENAME, &options.catalogue,
      N_("The catalogue whose conditions are to hold"), N_("ID") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_("Write JSON to standard output"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, N_("Write CSV to standard output"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  NetzExit status;

  if (!netz_command_parse (&netz_command_readiness, entries, arguments, &status))
    return status;
  if (options.rest == NULL || g_strv_length (options.rest) != 1)
    return netz_command_refuse_usage (&netz_command_readiness, _("One file is needed."));
  if (options.json && options.csv)
    return netz_command_refuse_usage (&netz_command_readiness, _("“--json” and “--csv” exclude each other."));
  return tell (&options);
}

const NetzCommand netz_command_readiness = {
  .name = "readiness",
  .arguments = "FILE",
  .summary = N_("Say whether a workshop has what it needs"),
  .description = N_("The conditions are those of the catalogue. Each is answered with yes or no, by whom it is met, "
                    "what is missing, and which institutions of the network could fill the gap. Who is excused does "
                    "not count. The exit status is 1 when a condition that is required does not hold."),
  .run = run,
};
