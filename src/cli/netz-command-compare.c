/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "cli/netz-json.h"
#include "cli/netz-scope-options.h"
#include "graph/netz-graph-communities.h"
#include "interchange/netz-table-writer.h"
#include "planning/netz-compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COLUMN 14 /* least width of a column of figures */

typedef struct
{
  NetzScopeOptions scope;
  gboolean json;
  gboolean csv;
  char **rest;
} Options;

static void
clear_options (Options *self)
{
  netz_scope_options_clear (&self->scope);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
count_communities (NetzNetwork *network, NetzFigures *figures, GError **error)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (NetzGraph) graph = netz_graph_new (snapshot, error);
  g_autoptr (NetzCommunities) communities = graph != NULL ? netz_communities_find (graph, error) : NULL;

  if (communities == NULL)
    return FALSE;
  figures->communities = (int) communities->communities->len;
  return TRUE;
}

static NetzFigures *
take_figures (const char *path, const Options *options)
{
  g_autoptr (NetzDocument) document = netz_document_load (path, NULL, NULL);
  g_autoptr (NetzFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return NULL;
  if (netz_scope_options_apply (&options->scope, document, &error))
    {
      figures = netz_figures_new (document->network);
      if (count_communities (document->network, figures, &error))
        return g_steal_pointer (&figures);
    }
  netz_complain_of (path, error);
  return NULL;
}

static const char *
get_group (const NetzComparison *comparison, guint i)
{
  const NetzCompareRow *row = comparison->rows->pdata[i];
  const NetzCompareRow *above = i > 0 ? comparison->rows->pdata[i - 1] : NULL;

  return above == NULL || g_strcmp0 (above->group, row->group) != 0 ? row->group : NULL;
}

/* @text, with blanks before it so that it is @width letters wide. */
static void
append_right (GString *line, const char *text, glong width)
{
  glong length = g_utf8_strlen (text, -1);

  for (; length < width; length++)
    g_string_append_c (line, ' ');
  g_string_append (line, text);
}

static glong
get_label_width (const NetzComparison *comparison)
{
  glong width = 0;

  for (guint i = 0; i < comparison->rows->len; i++)
    width = MAX (width, g_utf8_strlen (((NetzCompareRow *) comparison->rows->pdata[i])->label, -1));
  return width;
}

static void
print_text_row (const NetzCompareRow *row, guint n_columns, glong width)
{
  g_autoptr (GString) line = g_string_new (row->label);

  for (glong i = g_utf8_strlen (row->label, -1); i < width; i++)
    g_string_append_c (line, ' ');
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *value = netz_compare_format (row->values[i], row->unit);

      append_right (line, value, COLUMN);
    }
  netz_print_line ("  %s", line->str);
}

static void
print_text (const NetzComparison *comparison, char **names)
{
  glong width = get_label_width (comparison);
  g_autoptr (GString) head = g_string_new (NULL);

  append_right (head, "", width);
  for (guint i = 0; i < comparison->n_columns; i++)
    {
      g_autofree char *number = g_strdup_printf ("(%u)", i + 1);

      netz_print_line ("(%u) %s", i + 1, names[i]);
      append_right (head, number, COLUMN);
    }
  netz_print ("\n");
  netz_print_line ("  %s", head->str);
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const char *group = get_group (comparison, i);

      if (group != NULL)
        netz_print_line ("%s", group);
      print_text_row (comparison->rows->pdata[i], comparison->n_columns, width);
    }
}

static void
print_json (const NetzComparison *comparison, NetzFigures *const *figures, char **names)
{
  g_autoptr (NetzJson) json = netz_json_new ();
  g_autofree char *text = NULL;

  netz_json_begin_array (json, NULL);
  for (guint i = 0; i < comparison->n_columns; i++)
    {
      netz_json_begin_object (json, NULL);
      netz_json_add_text (json, "file", names[i]);
      netz_json_add_text (json, "title", figures[i]->title);
      for (guint k = 0; k < comparison->rows->len; k++)
        {
          const NetzCompareRow *row = comparison->rows->pdata[k];

          if (isnan (row->values[i]))
            netz_json_add_text (json, row->id, NULL);
          else if (row->unit == NETZ_COMPARE_COUNT)
            netz_json_add_integer (json, row->id, (gint64) row->values[i]);
          else
            netz_json_add_number (json, row->id, row->values[i]);
        }
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
  text = netz_json_end (json);
  netz_print (text);
}

static void
print_csv (const NetzComparison *comparison, char **names)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GPtrArray) sheets = netz_sheets_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  NetzSheet *sheet;

  g_ptr_array_add (columns, (gpointer) "figure");
  for (guint i = 0; i < comparison->n_columns; i++)
    g_ptr_array_add (columns, names[i]);
  g_ptr_array_add (columns, NULL);
  sheet = netz_sheet_new ("compare", (const char *const *) columns->pdata);
  g_ptr_array_add (sheets, sheet);
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const NetzCompareRow *row = comparison->rows->pdata[i];

      netz_sheet_add_text (sheet, row->id);
      for (guint k = 0; k < comparison->n_columns; k++)
        netz_sheet_add_number (sheet, row->values[k]);
    }
  bytes = netz_table_write (sheets, NETZ_TABLE_CSV, NULL, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  netz_print (text);
}

static NetzExit
print (NetzFigures *const *figures, guint n_figures, const Options *options)
{
  g_autoptr (NetzComparison) comparison
      = netz_comparison_new ((const NetzFigures *const *) figures, n_figures);
  g_auto (GStrv) names = g_new0 (char *, n_figures + 1);

  for (guint i = 0; i < n_figures; i++)
    names[i] = g_filename_display_name (options->rest[i]);
  if (options->json)
    print_json (comparison, figures, names);
  else if (options->csv)
    print_csv (comparison, names);
  else
    print_text (comparison, names);
  return netz_print_flush (NETZ_EXIT_DONE);
}

/* All files are tried, so that all that is wrong is said at once. */
static NetzExit
compare (const Options *options)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) netz_figures_free);
  guint n = g_strv_length (options->rest);

  for (guint i = 0; i < n; i++)
    {
      NetzFigures *found = take_figures (options->rest[i], options);

      if (found != NULL)
        g_ptr_array_add (figures, found);
    }
  if (figures->len < n)
    return NETZ_EXIT_FAILED;
  return print ((NetzFigures *const *) figures->pdata, figures->len, options);
}

static guint
count_standard_input (char **paths)
{
  guint n = 0;

  for (guint i = 0; paths[i] != NULL; i++)
    n += g_str_equal (paths[i], "-");
  return n;
}

static NetzExit
run (char **arguments)
{
  g_auto (Options) options = { .rest = NULL };
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_("Write JSON to standard output"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, N_("Write CSV to standard output"), NULL },
    NETZ_SCOPE_OPTIONS_ENTRIES (&options.scope),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  NetzExit status;
  guint n;

  if (!netz_command_parse (&netz_command_compare, entries, arguments, &status))
    return status;
  n = options.rest != NULL ? g_strv_length (options.rest) : 0;
  if (n < NETZ_COMPARE_MIN || n > NETZ_COMPARE_MAX)
    return netz_command_refuse_usage (&netz_command_compare, _("Two to eight files are needed."));
  if (count_standard_input (options.rest) > 1)
    return netz_command_refuse_usage (&netz_command_compare, _("Standard input can be only one of the files."));
  if (options.json && options.csv)
    return netz_command_refuse_usage (&netz_command_compare, _("Give one of “--json” and “--csv”."));
  return compare (&options);
}

const NetzCommand netz_command_compare = {
  .name = "compare",
  .arguments = "FILE FILE…",
  .summary = N_("Lay the key figures of networks beside each other"),
  .description = N_("Two to eight networks: their sizes, coverage, links among providers, density, communities, and "
                    "partnerships per 1,000 pupils of the schools whose pupils are known. Shares are between 0 and 1 "
                    "in JSON and CSV."),
  .run = run,
};
