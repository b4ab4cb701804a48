/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-import-report.h"

#include "cli/netz-document.h"
#include "interchange/netz-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *output;
  char *map;
  char *save_map;
  char *key;
  char *filter;
  char *encoding;
  char *separator;
  char *sheet;
  int header;
  gboolean partnerships;
  char *kind;
  char *crs;
  char **keep;
  char *unsure;
  char *gone;
  gboolean all;
  gboolean json;
  char **rest;
} Options;

static void
clear_options (Options *self)
{
  char **texts[] = { &self->output, &self->map,  &self->save_map, &self->key, &self->filter, &self->encoding,
                     &self->separator, &self->sheet, &self->kind, &self->crs, &self->unsure, &self->gone };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_strfreev (self->keep);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
replace_text (char **text, const char *argument)
{
  if (argument == NULL)
    return;
  g_free (*text);
  *text = netz_command_get_text (argument);
}

static gboolean
set_separator (NetzImportMap *map, const char *text)
{
  if (text == NULL)
    return TRUE;
  map->separator = strcmp (text, "tab") == 0 ? '\t' : *text;
  return strcmp (text, "tab") == 0 || (strlen (text) == 1 && *text != '"');
}

/* The mapping of the file and the options, without the columns that are still to be guessed. */
static NetzImportMap *
make_map (const Options *options)
{
  g_autoptr (NetzImportMap) map = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (options->map == NULL)
    map = netz_import_map_new ();
  else if (!g_file_get_contents (options->map, &text, &length, &error) ||
           (map = netz_import_map_parse (text, length, &error)) == NULL)
    {
      netz_complain_of (options->map, error);
      return NULL;
    }
  replace_text (&map->encoding, options->encoding);
  replace_text (&map->sheet, options->sheet);
  replace_text (&map->kind, options->kind);
  replace_text (&map->crs, options->crs);
  if (options->header > 0)
    map->header_line = (guint) options->header;
  map->partnerships = map->partnerships || options->partnerships;
  for (guint i = 0; options->keep != NULL && options->keep[i] != NULL; i++)
    g_hash_table_add (map->keep, netz_command_get_text (options->keep[i]));
  if (set_separator (map, options->separator))
    return g_steal_pointer (&map);
  netz_complain (NULL, 0, _("A separator is one sign, or “tab”."));
  return NULL;
}

static gboolean
finish_map (const Options *options, NetzImportMap *map, NetzTableSource *source, GError **error)
{
  g_autoptr (NetzTableSample) sample = netz_table_sample_new (source, map->header_line, error);
  g_autofree char *key = netz_command_get_text (options->key);
  g_autofree char *filter = netz_command_get_text (options->filter);

  if (sample == NULL)
    return FALSE;
  if (g_hash_table_size (map->columns) == 0)
    netz_import_map_guess (map, sample);
  return (key == NULL || netz_import_map_set_key (map, sample, key, error)) &&
         (filter == NULL || netz_import_map_set_filter (map, filter, error));
}

static GBytes *
read_table (const char *path, GError **error)
{
  return strcmp (path, "-") == 0 ? netz_bytes_read_descriptor (STDIN_FILENO, NETZ_BYTES_DEFAULT_LIMIT, error)
                                 : netz_bytes_read_file (path, NETZ_BYTES_DEFAULT_LIMIT, NULL, error);
}

static NetzImport *
read_import (const Options *options, NetzImportMap *map, NetzNetwork *network)
{
  const char *path = options->rest[1];
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_table (path, &error);
  NetzTableOptions choice = { map->encoding, map->separator, map->sheet };
  g_autoptr (NetzTableSource) source = bytes != NULL ? netz_table_source_new (bytes, &choice, &error) : NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  NetzImport *import = NULL;

  if (map->kind != NULL && netz_network_get_kind (network, map->kind) == NULL)
    g_set_error (&error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_MAP, _("There is no kind of institution “%s”."), map->kind);
  else if (source != NULL && finish_map (options, map, source, &error))
    import = netz_import_new (source, map, snapshot, NULL, &error);
  if (import == NULL)
    netz_complain_of (path, error);
  return import;
}

static gboolean
decide (const Options *options, NetzImport *import)
{
  static const struct
  {
    const char *word;
    NetzImportDecision decision;
  } unsure[] = { { "skip", NETZ_IMPORT_SKIP }, { "new", NETZ_IMPORT_ADD }, { "same", NETZ_IMPORT_UPDATE } },
    gone[] = { { "mark", NETZ_IMPORT_MARK }, { "keep", NETZ_IMPORT_SKIP }, { "delete", NETZ_IMPORT_DELETE } };
  gboolean unsure_good = options->unsure == NULL, gone_good = options->gone == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (unsure); i++)
    {
      if (g_strcmp0 (options->unsure, unsure[i].word) == 0)
        {
          netz_import_decide (import, NETZ_IMPORT_UNSURE, unsure[i].decision);
          unsure_good = TRUE;
        }
      if (g_strcmp0 (options->gone, gone[i].word) == 0)
        {
          netz_import_decide (import, NETZ_IMPORT_GONE, gone[i].decision);
          gone_good = TRUE;
        }
    }
  return unsure_good && gone_good;
}

static gboolean
save_map (const char *path, const NetzImportMap *map)
{
  g_autofree char *text = netz_import_map_print (map);
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &error))
    return TRUE;
  netz_complain_of (path, error);
  return FALSE;
}

static NetzExit
save (const Options *options, NetzDocument *document)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (document->network);
  gboolean same = strcmp (options->output, options->rest[0]) == 0;
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  if (!netz_file_save (options->output, snapshot, same ? &document->stamp : NULL, NETZ_STORE_DEFAULT, &note, &error))
    {
      netz_complain_of (options->output, error);
      return NETZ_EXIT_FAILED;
    }
  if (note != NULL)
    netz_complain (options->output, 0, note);
  return NETZ_EXIT_DONE;
}

static NetzExit
import_into (const Options *options, NetzDocument *document, NetzImportMap *map)
{
  g_autoptr (NetzImport) import = read_import (options, map, document->network);
  g_autoptr (NetzDraft) draft = NULL;
  gboolean to_output = options->output != NULL && strcmp (options->output, "-") == 0;

  if (import == NULL)
    return NETZ_EXIT_FAILED;
  if (!decide (options, import))
    return netz_command_refuse_usage (&netz_command_import,
                                      _("What is unsure is skip, new or same; what is gone is mark, keep or delete."));
  if (options->save_map != NULL && !save_map (options->save_map, map))
    return NETZ_EXIT_FAILED;
  for (guint i = 0; i < import->notes->len; i++)
    {
      const NetzExchangeNote *note = import->notes->pdata[i];

      netz_complain (options->rest[1], note->line, note->message);
    }
  if (options->output != NULL)
    {
      NetzExit status;

      draft = netz_draft_new (document->network, "");
      netz_import_apply (import, draft);
      netz_document_apply (document->network, draft);
      status = save (options, document);
      if (status != NETZ_EXIT_DONE)
        return status;
    }
  if (!to_output)
    netz_import_report_print (import, options->all, options->json);
  return netz_print_flush (netz_import_report_is_open (import) ? NETZ_EXIT_FOUND : NETZ_EXIT_DONE);
}

static NetzExit
run (char **arguments)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("The network to write; without it, only the report is made"), N_("OUT") },
    { "map", 'm', 0, G_OPTION_ARG_FILENAME, &options.map, N_("What the columns mean"), N_("FILE") },
    { "save-map", 0, 0, G_OPTION_ARG_FILENAME, &options.save_map, N_("Keep what the columns were taken for"),
      N_("FILE") },
    { "key", 'k', 0, G_OPTION_ARG_FILENAME, &options.key, N_("The column with official numbers"), N_("COLUMN") },
    { "filter", 'f', 0, G_OPTION_ARG_FILENAME, &options.filter, N_("Only rows with this value"), N_("COLUMN=VALUE") },
    { "partnerships", 'p', 0, G_OPTION_ARG_NONE, &options.partnerships, N_("A row is a partnership"), NULL },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options.kind, N_("The kind of what tells no other"), N_("ID") },
    { "crs", 0, 0, G_OPTION_ARG_FILENAME, &options.crs, N_("The coordinate system of eastings and northings"),
      N_("CRS") },
    { "keep", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.keep, N_("A field that stays where it is set already"),
      N_("FIELD") },
    { "unsure", 0, 0, G_OPTION_ARG_FILENAME, &options.unsure, N_("Rows that may be known: skip, new or same"),
      N_("WHAT") },
    { "gone", 0, 0, G_OPTION_ARG_FILENAME, &options.gone, N_("Numbers the list lacks: mark, keep or delete"),
      N_("WHAT") },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &options.encoding, N_("The encoding of a text"), N_("NAME") },
    { "separator", 0, 0, G_OPTION_ARG_FILENAME, &options.separator, N_("What stands between cells"), N_("SIGN") },
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &options.sheet, N_("The sheet of a workbook, by name or number"),
      N_("SHEET") },
    { "header", 0, 0, G_OPTION_ARG_INT, &options.header, N_("The line that names the columns"), N_("LINE") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &options.all, N_("List what is new, too"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Print JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  g_autoptr (NetzDocument) document = NULL;
  g_autoptr (NetzImportMap) map = NULL;
  NetzExit status;

  if (!netz_command_parse (&netz_command_import, entries, arguments, &status))
    return status;
  if (options.rest == NULL || g_strv_length (options.rest) != 2)
    return netz_command_refuse_usage (&netz_command_import, _("Two files are needed: a network and a table."));
  if (strcmp (options.rest[0], "-") == 0 && strcmp (options.rest[1], "-") == 0)
    return netz_command_refuse_usage (&netz_command_import, _("Only one of the two can come from standard input."));
  map = make_map (&options);
  document = map != NULL ? netz_document_load (options.rest[0], NULL, NULL) : NULL;
  return document != NULL ? import_into (&options, document, map) : NETZ_EXIT_FAILED;
}

const NetzCommand netz_command_import = {
  .name = "import",
  .arguments = "NETWORK TABLE",
  .summary = N_("Bring a table of institutions or partnerships in"),
  .description = N_("TABLE is text with separators, XLSX, ODS or GeoJSON. Rows are matched by official number, else by "
                    "name and place; what is only alike is unsure, and left out unless --unsure says otherwise; then "
                    "the exit status is 1. Without --output nothing is written."),
  .run = run,
};
