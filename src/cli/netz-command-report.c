/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "cli/netz-scope-options.h"
#include "format/netz-catalogue-folder.h"
#include "format/netz-store.h"
#include "report/netz-committee-report.h"
#include "report/netz-network-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *out;
  char *to;
  char *body;
  char *date;
  char *item;
  char *reason;
  char *part;
  char *title;
  char *since;
  char *since_file;
  char *language;
  char *paper;
  gboolean words;
  NetzScopeOptions scope;
  char **rest;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->out);
  g_free (self->to);
  g_free (self->body);
  g_free (self->date);
  g_free (self->item);
  g_free (self->reason);
  g_free (self->part);
  g_free (self->title);
  g_free (self->since);
  g_free (self->since_file);
  g_free (self->language);
  g_free (self->paper);
  netz_scope_options_clear (&self->scope);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* A paper of the network, by id or subject; the first if none is asked for. */
static NetzRecord *
find_paper (NetzNetwork *network, const char *wanted)
{
  g_autoptr (GPtrArray) papers = netz_network_list (network, NETZ_TABLE_PAPER);

  for (guint i = 0; i < papers->len; i++)
    if (wanted == NULL || g_strcmp0 (netz_record_get_id (papers->pdata[i]), wanted) == 0 ||
        g_strcmp0 (netz_record_get_title (papers->pdata[i]), wanted) == 0)
      return papers->pdata[i];
  return NULL;
}

static gboolean
set_field (NetzRecord *paper, const char *field, const char *option, const char *argument, GError **error)
{
  g_autofree char *text = argument != NULL ? netz_command_get_text (argument) : NULL;

  if (text == NULL || netz_record_set (paper, field, text, error))
    return TRUE;
  g_prefix_error (error, "--%s: ", option);
  return FALSE;
}

/* The network's paper with what the options say instead. */
static NetzRecord *
make_paper (const Options *options, NetzNetwork *network, GError **error)
{
  g_autofree char *wanted = options->paper != NULL ? netz_command_get_text (options->paper) : NULL;
  NetzRecord *found = find_paper (network, wanted);
  g_autoptr (NetzRecord) paper = NULL;

  if (wanted != NULL && found == NULL)
    {
      g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_MISSING, _("There is no committee paper “%s”."), wanted);
      return NULL;
    }
  paper = found != NULL ? netz_record_copy (found) : netz_record_new (NETZ_TABLE_PAPER, NULL);
  if (!set_field (paper, "body", "body", options->body, error) ||
      !set_field (paper, "date", "date", options->date, error) ||
      !set_field (paper, "item", "item", options->item, error) ||
      !set_field (paper, "reason", "reason", options->reason, error) ||
      !set_field (paper, "part", "part", options->part, error) ||
      !set_field (paper, "title", "title", options->title, error) ||
      !set_field (paper, "since", "since", options->since, error) ||
      !set_field (paper, "as-of", "as-of", options->scope.as_of, error))
    return NULL;
  return g_steal_pointer (&paper);
}

static NetzDossier *
make_committee_report (const Options *options,
                       NetzDocument *document,
                       NetzDocument *earlier,
                       const char *today,
                       GError **error)
{
  g_autofree char *base = g_path_get_basename (document->path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document->bytes);
  g_autoptr (NetzRecord) paper = make_paper (options, document->network, error);
  g_autoptr (NetzCatalogue) catalogue = NULL;
  NetzCommitteeReport report = { .network = document->network, .paper = (NetzCommitteePaper *) paper };

  if (paper == NULL || !netz_scope_options_apply (&options->scope, document, error))
    return NULL;
  catalogue = netz_catalogue_load_for (document->network, NULL);
  report.network = document->network;
  report.earlier = earlier != NULL ? earlier->network : NULL;
  report.catalogue = catalogue;
  report.language = options->language;
  report.today = today;
  report.file_name = g_str_equal (document->path, "-") ? NULL : name;
  report.file_hash = hash;
  return netz_committee_report_write (&report);
}

static NetzExit
write_out (const char *path, NetzDossier *dossier, NetzDossierFormat format)
{
  g_autoptr (GError) error = NULL;
  g_auto (NetzSaveReport) report = { 0 };
  g_autoptr (GBytes) bytes = netz_dossier_write (dossier, format, NULL, &error);

  if (bytes != NULL && g_str_equal (path, "-"))
    return netz_print_bytes (bytes);
  if (bytes != NULL && netz_store_save (path, bytes, NULL, NETZ_STORE_NO_BACKUP, NULL, NULL, &report, &error))
    return NETZ_EXIT_DONE;
  netz_complain_of (path, error);
  return NETZ_EXIT_FAILED;
}

static NetzExit
write_report (const Options *options, NetzDossierFormat format)
{
  g_autoptr (NetzDocument) document = netz_document_load (options->rest[0], NULL, NULL);
  g_autoptr (NetzDocument) earlier = NULL;
  g_autoptr (NetzDossier) dossier = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return NETZ_EXIT_FAILED;
  if (options->since_file != NULL)
    {
      earlier = netz_document_load (options->since_file, NULL, NULL);
      if (earlier == NULL)
        return NETZ_EXIT_FAILED;
    }
  if (!options->words)
    dossier = make_committee_report (options, document, earlier, today, &error);
  else if (netz_scope_options_apply (&options->scope, document, &error))
    dossier = netz_network_words_write (document->network, options->language, today);
  if (dossier == NULL)
    {
      netz_complain_of (options->rest[0], error);
      return NETZ_EXIT_FAILED;
    }
  return write_out (options->out, dossier, format);
}

/* By --to, else by the name; standard output is text. */
static gboolean
find_format (const Options *options, NetzDossierFormat *format)
{
  g_autofree char *name = options->to != NULL ? g_strconcat (".", options->to, NULL) : NULL;

  if (name != NULL)
    return netz_dossier_find_format (name, format);
  *format = NETZ_DOSSIER_TEXT;
  return g_str_equal (options->out, "-") || netz_dossier_find_format (options->out, format);
}

static NetzExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_("The paper: .pdf, .odt, .html or .txt"), N_("OUT") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("Format, where the name does not say it"), N_("FORMAT") },
    { "body", 'b', 0, G_OPTION_ARG_FILENAME, &options.body, N_("Committee that it is for"), N_("NAME") },
    { "date", 'd', 0, G_OPTION_ARG_FILENAME, &options.date, N_("Day of the session"), N_("DATE") },
    { "item", 'i', 0, G_OPTION_ARG_FILENAME, &options.item, N_("Item of the agenda"), N_("NUMBER") },
    { "reason", 'r', 0, G_OPTION_ARG_FILENAME, &options.reason, N_("Reason: notice, answer, inquiry or motion"),
      N_("REASON") },
    { "part", 'p', 0, G_OPTION_ARG_FILENAME, &options.part, N_("Part of the session: public or non-public"),
      N_("PART") },
    { "title", 't', 0, G_OPTION_ARG_FILENAME, &options.title, N_("Subject of the paper"), N_("TEXT") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &options.paper, N_("Which paper of the network to begin with"),
      N_("PAPER") },
    { "since", 's', 0, G_OPTION_ARG_FILENAME, &options.since, N_("Tell what has changed since a day"), N_("DATE") },
    { "since-file", 0, 0, G_OPTION_ARG_FILENAME, &options.since_file, N_("Tell what has changed since an earlier file"),
      N_("FILE") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &options.language, N_("Language of the paper: de or en"), N_("LANGUAGE") },
    { "words", 'w', 0, G_OPTION_ARG_NONE, &options.words,
      N_("Not a paper, but the network in words"), NULL },
    NETZ_SCOPE_OPTIONS_ENTRIES (&options.scope),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  NetzDossierFormat format;
  NetzExit status;

  if (!netz_command_parse (&netz_command_report, entries, arguments, &status))
    return status;
  if (g_strv_length (options.rest != NULL ? options.rest : (char *[]) { NULL }) != 1)
    return netz_command_refuse_usage (&netz_command_report, _("One file is needed."));
  if (options.out == NULL)
    return netz_command_refuse_usage (&netz_command_report, _("Say with -o where the paper is to go."));
  if (!find_format (&options, &format))
    return netz_command_refuse_usage (&netz_command_report, _("The name of the paper must end in .pdf, .odt, .html or "
                                                              ".txt, or --to say one of them."));
  if (options.language != NULL && !g_str_equal (options.language, "de") && !g_str_equal (options.language, "en"))
    return netz_command_refuse_usage (&netz_command_report, _("A paper is in German (de) or English (en)."));
  return write_report (&options, format);
}

const NetzCommand netz_command_report = {
  .name = "report",
  .arguments = "FILE",
  .summary = N_("Write a paper to a committee"),
  .description = N_("The form of a paper of the administration, then text, figures, tables and a picture made from the "
                    "network, and the paragraphs that are kept in it. The format follows from the name of the paper."),
  .run = run,
};
