/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "arrange/netz-arrangement.h"
#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "model/netz-operations.h"
#include "scene/netz-scene-box.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *output;
  char *engine;
  char *around;
  int seed;
  char **rest;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->output);
  g_free (self->engine);
  g_free (self->around);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
measure (const char *id, NetzLayoutBox *box, gpointer scene)
{
  NetzRect rect;

  if (!netz_scene_measure_box (scene, id, &rect))
    return FALSE;
  *box = (NetzLayoutBox) { rect.x, rect.y, rect.x + rect.width, rect.y + rect.height };
  return TRUE;
}

/* A scene draws what has a place, so all are measured in a copy in which all have one. */
static NetzArrangement *
make_arrangement (NetzNetwork *network, const NetzLayoutEngine *engine)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (NetzNetwork) placed = netz_network_new_from_snapshot (snapshot);
  g_autoptr (NetzDraft) draft = netz_draft_new (placed, "");
  g_autoptr (NetzScene) scene = NULL;

  netz_place_unplaced (draft);
  netz_document_apply (placed, draft);
  scene = netz_scene_new (placed, NETZ_STYLE_LIGHT);
  return netz_arrangement_new (snapshot, engine, NULL, measure, scene);
}

static NetzExit
save (NetzNetwork *network, const char *path)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  if (!netz_file_save (path, snapshot, NULL, NETZ_STORE_DEFAULT, &note, &error))
    {
      netz_complain_of (path, error);
      return NETZ_EXIT_FAILED;
    }
  if (note != NULL)
    netz_complain (path, 0, note);
  return NETZ_EXIT_DONE;
}

static NetzExit
lay_out (const Options *options, const NetzLayoutEngine *engine)
{
  g_autoptr (NetzDocument) document = netz_document_load (options->rest[0], NULL, NULL);
  g_autoptr (NetzArrangement) arrangement = NULL;
  g_autoptr (NetzDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return NETZ_EXIT_FAILED;
  if (options->around != NULL
      && netz_network_get (document->network, NETZ_TABLE_INSTITUTION, options->around) == NULL)
    {
      g_autofree char *message = g_strdup_printf (_("There is no institution “%s”."), options->around);

      netz_complain (document->path, 0, message);
      return NETZ_EXIT_FAILED;
    }
  arrangement = make_arrangement (document->network, engine);
  if (!netz_arrangement_run (arrangement, (guint32) options->seed, options->around, NULL, NULL, NULL, &error))
    {
      netz_complain_of (document->path, error);
      return NETZ_EXIT_FAILED;
    }
  draft = netz_draft_new (document->network, "");
  netz_arrangement_write (arrangement, draft);
  netz_document_apply (document->network, draft);
  return save (document->network, options->output);
}

static NetzExit
run (char **arguments)
{
  g_auto (Options) options = { .seed = 1 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The file to write, - for standard output"),
      N_("OUT") },
    { "engine", 'e', 0, G_OPTION_ARG_STRING, &options.engine,
      N_("How: force, kind, district, layered, circle, rings, map, tidy or new"), N_("ENGINE") },
    { "seed", 's', 0, G_OPTION_ARG_INT, &options.seed, N_("Another number gives another arrangement"), N_("N") },
    { "around", 'a', 0, G_OPTION_ARG_STRING, &options.around, N_("The institution in the middle of the rings"),
      N_("ID") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  const NetzLayoutEngine *engine;
  NetzExit status;

  if (!netz_command_parse (&netz_command_layout, entries, arguments, &status))
    return status;
  if (options.output == NULL || options.rest == NULL || g_strv_length (options.rest) != 1)
    return netz_command_refuse_usage (&netz_command_layout, _("One network is needed, and “-o OUT”."));
  engine = netz_layout_find_engine (options.engine != NULL ? options.engine : "force");
  if (engine == NULL)
    return netz_command_refuse_usage (&netz_command_layout, _("There is no such engine; “--help” names them."));
  return lay_out (&options, engine);
}

const NetzCommand netz_command_layout = {
  .name = "layout",
  .arguments = "IN",
  .summary = N_("Arrange a network"),
  .description = N_("Gives the institutions new places, so that no name covers another; pinned ones stay.\n"
                    "Engines:\n"
                    "  force     partners near each other; the usual one\n"
                    "  kind      kinds apart\n"
                    "  district  districts apart, each in a frame\n"
                    "  layered   state, municipality, providers, schools, one above the other\n"
                    "  circle    all on a circle\n"
                    "  rings     around one, by how many partnerships away\n"
                    "  map       by coordinates\n"
                    "  tidy      as it is, but in line and nothing on another\n"
                    "  new       only those that have no place yet\n"
                    "The same network and the same seed give the same bytes."),
  .run = run,
};
