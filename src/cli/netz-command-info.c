/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "cli/netz-info-structure.h"
#include "cli/netz-json.h"
#include "cli/netz-scope-options.h"
#include "graph/netz-measures.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gboolean json;
  gboolean measures;
  NetzScopeOptions scope;
  char **rest;
} Options;

/* How many there are of each; "" for those of which it is not said. */
typedef struct
{
  GHashTable *by_kind;
  GHashTable *by_programme;
  GHashTable *by_status;
  GHashTable *by_district;
} Counts;

typedef struct
{
  NetzNetwork *network;
  Counts counts;
  NetzGraph *graph;
  NetzMeasures whole;
  NetzCentrality *each; /* NULL unless asked for */
  NetzInfoStructure *structure; /* likewise */
} Info;

static void
clear_info (Info *self)
{
  g_clear_pointer (&self->counts.by_kind, g_hash_table_unref);
  g_clear_pointer (&self->counts.by_programme, g_hash_table_unref);
  g_clear_pointer (&self->counts.by_status, g_hash_table_unref);
  g_clear_pointer (&self->counts.by_district, g_hash_table_unref);
  g_clear_pointer (&self->graph, netz_graph_free);
  g_clear_pointer (&self->each, g_free);
  g_clear_pointer (&self->structure, netz_info_structure_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Info, clear_info)

static void
count (GHashTable *counts, const char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key != NULL ? key : ""));

  g_hash_table_insert (counts, g_strdup (key != NULL ? key : ""), GUINT_TO_POINTER (n + 1));
}

static void
count_records (Info *self)
{
  NetzNetworkIter iter;
  NetzInstitution *institution;
  NetzPartnership *partnership;

  self->counts.by_kind = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts.by_programme = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts.by_status = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts.by_district = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  netz_network_iter_init (&iter, self->network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    {
      count (self->counts.by_kind, institution->kind);
      count (self->counts.by_district, institution->district);
    }
  netz_network_iter_init (&iter, self->network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    {
      count (self->counts.by_programme, partnership->programme);
      count (self->counts.by_status, partnership->status);
    }
}

static gboolean
collect (Info *self, gboolean with_measures, GError **error)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (self->network);

  count_records (self);
  self->graph = netz_graph_new (snapshot, error);
  if (self->graph == NULL || !netz_measures_compute (self->graph, &self->whole, error))
    return FALSE;
  if (!with_measures)
    return TRUE;
  self->each = netz_measures_compute_centrality (self->graph, error);
  if (self->each != NULL)
    self->structure = netz_info_structure_new (self->network, self->graph, self->each, error);
  return self->structure != NULL;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
add_counts (NetzJson *json, const char *key, GHashTable *counts)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (counts), compare_keys);

  netz_json_begin_object (json, key);
  for (GList *link = keys; link != NULL; link = link->next)
    netz_json_add_integer (json, link->data, GPOINTER_TO_UINT (g_hash_table_lookup (counts, link->data)));
  netz_json_end_object (json);
}

static void
add_each (NetzJson *json, const Info *self)
{
  netz_json_begin_array (json, "measures");
  for (guint i = 0; i < netz_graph_get_n_vertices (self->graph); i++)
    {
      const char *id = netz_graph_get_id (self->graph, i);

      netz_json_begin_object (json, NULL);
      netz_json_add_text (json, "id", id);
      netz_json_add_text (json, "name", netz_network_get_institution (self->network, id)->name);
      netz_json_add_integer (json, "degree", self->each[i].degree);
      netz_json_add_number (json, "betweenness", self->each[i].betweenness);
      netz_json_add_number (json, "closeness", self->each[i].closeness);
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
}

static void
print_json (const Info *self)
{
  g_autoptr (NetzJson) json = netz_json_new ();
  g_autofree char *text = NULL;

  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "title", netz_network_get_settings (self->network)->title);
  netz_json_add_integer (json, "institutions", netz_network_get_size (self->network, NETZ_TABLE_INSTITUTION));
  netz_json_add_integer (json, "partnerships", netz_network_get_size (self->network, NETZ_TABLE_PARTNERSHIP));
  add_counts (json, "by_kind", self->counts.by_kind);
  add_counts (json, "by_programme", self->counts.by_programme);
  add_counts (json, "by_status", self->counts.by_status);
  add_counts (json, "by_district", self->counts.by_district);
  netz_json_add_integer (json, "components", self->whole.n_components);
  netz_json_add_integer (json, "isolated", self->whole.n_isolated);
  netz_json_add_number (json, "density", self->whole.density);
  netz_json_add_number (json, "mean_degree", self->whole.mean_degree);
  if (self->structure != NULL)
    {
      add_each (json, self);
      netz_info_structure_add (self->structure, json);
    }
  netz_json_end_object (json);
  text = netz_json_end (json);
  netz_print (text);
}

/* A line of a table of counts. */
typedef struct
{
  const char *label;
  guint n;
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *first = a;
  const Row *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return g_utf8_collate (first->label, second->label);
}

static const char *
get_label (const Info *self, NetzTable table, const char *key)
{
  if (table == NETZ_TABLE_KIND)
    return netz_describe_kind (self->network, *key != '\0' ? key : NULL, NULL);
  if (table == NETZ_TABLE_PROGRAMME)
    return netz_describe_programme (self->network, *key != '\0' ? key : NULL, NULL);
  if (table == NETZ_TABLE_PARTNERSHIP)
    return netz_describe_status (*key != '\0' ? key : NULL);
  return *key != '\0' ? key : _("No district");
}

/* @table says what the keys are: kinds, programmes, of partnerships the status, else districts. */
static void
print_counts (const Info *self, const char *heading, GHashTable *counts, NetzTable table)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GHashTableIter iter;
  gpointer key, n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &n))
    {
      Row row = { .label = get_label (self, table, key), .n = GPOINTER_TO_UINT (n) };

      g_array_append_val (rows, row);
    }
  if (rows->len == 0)
    return;
  g_array_sort (rows, compare_rows);
  netz_print ("\n");
  netz_print_line ("%s", heading);
  for (guint i = 0; i < rows->len; i++)
    netz_print_line ("  %6u  %s", g_array_index (rows, Row, i).n, g_array_index (rows, Row, i).label);
}

/* By degree, then by name. */
static int
compare_vertices (gconstpointer a, gconstpointer b, gpointer data)
{
  const Info *self = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;
  const char *names[2];

  if (self->each[first].degree != self->each[second].degree)
    return self->each[first].degree > self->each[second].degree ? -1 : 1;
  names[0] = netz_network_get_institution (self->network, netz_graph_get_id (self->graph, first))->name;
  names[1] = netz_network_get_institution (self->network, netz_graph_get_id (self->graph, second))->name;
  return g_utf8_collate (names[0] != NULL ? names[0] : "", names[1] != NULL ? names[1] : "");
}

static void
print_each (const Info *self)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < netz_graph_get_n_vertices (self->graph); i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_vertices, (gpointer) self);
  netz_print ("\n");
  /* TRANSLATORS: the head of a table of figures; keep the width of the columns. */
  netz_print_line ("%s", _("Degree  Betweenness  Closeness  Institution"));
  for (guint i = 0; i < order->len; i++)
    {
      guint vertex = g_array_index (order, guint, i);
      NetzRecord *record = netz_network_get (self->network, NETZ_TABLE_INSTITUTION,
                                             netz_graph_get_id (self->graph, vertex));
      g_autofree char *name = netz_describe_record (self->network, record);

      netz_print_line ("%6u  %11.4f  %9.4f  %s", self->each[vertex].degree, self->each[vertex].betweenness,
                       self->each[vertex].closeness, name);
    }
}

static void
print_text (const Info *self)
{
  const NetzSettings *settings = netz_network_get_settings (self->network);

  netz_print_line ("%s", settings->title != NULL ? settings->title : _("Untitled network"));
  netz_print ("\n");
  netz_print_line (_("Institutions: %u"), netz_network_get_size (self->network, NETZ_TABLE_INSTITUTION));
  netz_print_line (_("Partnerships: %u"), netz_network_get_size (self->network, NETZ_TABLE_PARTNERSHIP));
  netz_print_line (_("Islands: %u, of them institutions without a partner: %u"), self->whole.n_components,
                   self->whole.n_isolated);
  netz_print_line (_("Density: %.4f"), self->whole.density);
  netz_print_line (_("Partners on average: %.2f"), self->whole.mean_degree);
  print_counts (self, _("Kinds"), self->counts.by_kind, NETZ_TABLE_KIND);
  print_counts (self, _("Districts"), self->counts.by_district, NETZ_TABLE_INSTITUTION);
  print_counts (self, _("Programmes"), self->counts.by_programme, NETZ_TABLE_PROGRAMME);
  print_counts (self, _("Status of partnerships"), self->counts.by_status, NETZ_TABLE_PARTNERSHIP);
  if (self->structure != NULL)
    {
      print_each (self);
      netz_info_structure_print (self->structure);
    }
}

static NetzExit
tell (const Options *options)
{
  g_autoptr (NetzDocument) document = netz_document_load (options->rest[0], NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (Info) info = { NULL };

  if (document == NULL)
    return NETZ_EXIT_FAILED;
  if (!netz_scope_options_apply (&options->scope, document, &error))
    {
      netz_complain_of (options->rest[0], error);
      return NETZ_EXIT_FAILED;
    }
  info.network = document->network;
  if (!collect (&info, options->measures, &error))
    {
      netz_complain_of (options->rest[0], error);
      return NETZ_EXIT_FAILED;
    }
  if (options->json)
    print_json (&info);
  else
    print_text (&info);
  return netz_print_flush (NETZ_EXIT_DONE);
}

static NetzExit
run (char **arguments)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "measures", 'm', 0, G_OPTION_ARG_NONE, &options.measures,
      N_("Also measures of each institution, and what holds the network together"), NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_("Write JSON to standard output"), NULL },
    NETZ_SCOPE_OPTIONS_ENTRIES (&options.scope),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  NetzExit status;

  if (netz_command_parse (&netz_command_info, entries, arguments, &status))
    status = g_strv_length (options.rest != NULL ? options.rest : (char *[]) { NULL }) != 1
                 ? netz_command_refuse_usage (&netz_command_info, _("One file is needed."))
                 : tell (&options);
  g_strfreev (options.rest);
  netz_scope_options_clear (&options.scope);
  return status;
}

const NetzCommand netz_command_info = {
  .name = "info",
  .arguments = "FILE",
  .summary = N_("Count what is in a network, and measure it"),
  .description = N_("Partners are counted once, however many partnerships two institutions have. Density, betweenness "
                    "and closeness are between 0 and 1; islands include institutions without a partner."),
  .run = run,
};
