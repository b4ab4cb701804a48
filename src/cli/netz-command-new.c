/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "model/netz-draft.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *output;
  char *catalogue;
  char *title;
  gboolean force;
  char **rest;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->output);
  g_free (self->catalogue);
  g_free (self->title);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
set_title (NetzNetwork *network, const char *title)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "");
  g_autofree char *text = netz_command_get_text (title);

  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_SETTINGS, netz_network_get_id (network)), "title", text);
  netz_document_apply (network, draft);
}

static NetzExit
save (NetzNetwork *network, const Options *options)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved = netz_file_save (options->output, snapshot, NULL,
                                   options->force ? NETZ_STORE_DEFAULT : NETZ_STORE_NEW, &note, &error);

  if (note != NULL)
    netz_complain (options->output, 0, note);
  if (saved)
    return NETZ_EXIT_DONE;
  netz_complain_of (options->output, error);
  if (g_error_matches (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_EXISTS))
    netz_complain (options->output, 0, _("“--force” replaces it."));
  return NETZ_EXIT_FAILED;
}

static NetzExit
run (char **arguments)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The file to write, - for standard output"),
      N_("OUT") },
    { "catalogue", 'c', 0, G_OPTION_ARG_FILENAME, &options.catalogue,
      N_("The catalogue that kinds and programmes come from"), N_("ID") },
    { "title", 't', 0, G_OPTION_ARG_FILENAME, &options.title, N_("The title of the network"), N_("TITLE") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options.force, N_("Replace a file that is there"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  g_autoptr (NetzNetwork) network = NULL;
  NetzExit status;

  if (!netz_command_parse (&netz_command_new, entries, arguments, &status))
    return status;
  if (options.output == NULL || options.rest != NULL)
    return netz_command_refuse_usage (&netz_command_new,
                                      _("The file to write is named by “-o OUT”, and nothing else."));

  network = netz_document_make_network (options.catalogue);
  if (network == NULL)
    return NETZ_EXIT_FAILED;
  if (options.title != NULL)
    set_title (network, options.title);
  return save (network, &options);
}

const NetzCommand netz_command_new = {
  .name = "new",
  .arguments = "",
  .summary = N_("Make an empty network"),
  .description = N_("The network begins with the kinds of institutions and the programmes of a catalogue: "
                    "“bildungspartner-nrw” or “general”. A file that is there is not replaced unless --force is "
                    "given."),
  .run = run,
};
