/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-info-structure.h"

#include "cli/netz-command.h"
#include "graph/netz-graph-communities.h"
#include "graph/netz-graph-structure.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

/* How many institutions a line of text names. */
#define NAMED 6

struct _NetzInfoStructure
{
  NetzNetwork *network;
  NetzGraphStructure *structure;
  NetzCommunities *communities;
  GArray *degrees; /* guint: institutions, by number of partners */
};

static void
count_degrees (NetzInfoStructure *self, const NetzCentrality *centrality, guint n)
{
  self->degrees = g_array_new (FALSE, TRUE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      if (self->degrees->len <= centrality[i].degree)
        g_array_set_size (self->degrees, centrality[i].degree + 1);
      g_array_index (self->degrees, guint, centrality[i].degree)++;
    }
}

/* In a network that was loaded, what the graph names is there. */
static char *
name_of (const NetzInfoStructure *self, const char *id)
{
  return netz_describe_record (self->network, NETZ_RECORD (netz_network_get_institution (self->network, id)));
}

static char *
join (const NetzInfoStructure *self, GPtrArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len && i < NAMED; i++)
    {
      g_autofree char *name = name_of (self, ids->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name);
    }
  if (ids->len > NAMED)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", ids->len - NAMED),
                              ids->len - NAMED);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_ids (NetzJson *json, const char *key, GPtrArray *ids)
{
  netz_json_begin_array (json, key);
  for (guint i = 0; i < ids->len; i++)
    netz_json_add_text (json, NULL, ids->pdata[i]);
  netz_json_end_array (json);
}

static void
add_cut (const NetzInfoStructure *self, NetzJson *json, guint index)
{
  const NetzGraphCut *cut = netz_graph_structure_get_cut (self->structure, index);
  g_autofree char *name = name_of (self, cut->id);

  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "id", cut->id);
  netz_json_add_text (json, "name", name);
  netz_json_add_integer (json, "parts", cut->n_parts);
  netz_json_add_integer (json, "split_off", cut->n_split);
  netz_json_begin_array (json, "without_the_largest");
  for (guint part = 1; part < cut->n_parts; part++)
    {
      g_autoptr (GPtrArray) ids = netz_graph_structure_list_part (self->structure, index, part);

      add_ids (json, NULL, ids);
    }
  netz_json_end_array (json);
  netz_json_end_object (json);
}

static void
add_bridge (const NetzInfoStructure *self, NetzJson *json, guint index)
{
  const NetzGraphBridge *bridge = netz_graph_structure_get_bridge (self->structure, index);
  g_autoptr (GPtrArray) ids = netz_graph_structure_list_far_side (self->structure, index);

  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "near", bridge->near);
  netz_json_add_text (json, "far", bridge->far);
  add_ids (json, "split_off", ids);
  netz_json_end_object (json);
}

static void
print_cuts (const NetzInfoStructure *self)
{
  guint n = netz_graph_structure_get_n_cuts (self->structure);

  netz_print ("\n");
  netz_print_line (_("Without them an island falls apart: %u"), n);
  for (guint i = 0; i < n; i++)
    {
      const NetzGraphCut *cut = netz_graph_structure_get_cut (self->structure, i);
      g_autofree char *name = name_of (self, cut->id);

      /* TRANSLATORS: an institution, and into how many parts the network falls without it */
      netz_print_line (g_dngettext (GETTEXT_PACKAGE, "  %s: %u part", "  %s: %u parts", cut->n_parts), name,
                       cut->n_parts);
      for (guint part = 1; part < cut->n_parts; part++)
        {
          g_autoptr (GPtrArray) ids = netz_graph_structure_list_part (self->structure, i, part);
          g_autofree char *names = join (self, ids);

          netz_print_line ("    – %s", names);
        }
    }
}

static void
print_bridges (const NetzInfoStructure *self)
{
  guint n = netz_graph_structure_get_n_bridges (self->structure);

  netz_print ("\n");
  netz_print_line (_("Pairs of partners that alone join two parts: %u"), n);
  for (guint i = 0; i < n; i++)
    {
      const NetzGraphBridge *bridge = netz_graph_structure_get_bridge (self->structure, i);
      g_autofree char *near = name_of (self, bridge->near);
      g_autofree char *far = name_of (self, bridge->far);

      netz_print_line ("  %6u  %s – %s", bridge->n_split, near, far);
    }
}

static void
print_communities (const NetzInfoStructure *self)
{
  GPtrArray *communities = self->communities->communities;

  netz_print ("\n");
  netz_print_line (_("Communities: %u (modularity %.3f)"), communities->len, self->communities->modularity);
  for (guint i = 0; i < communities->len; i++)
    {
      g_autofree char *names = join (self, communities->pdata[i]);

      netz_print_line ("  %6u  %s", ((GPtrArray *) communities->pdata[i])->len, names);
    }
}

/**
 * netz_info_structure_new:
 * @network: a network
 * @graph: its graph
 * @centrality: (array): of each vertex
 * @error: return location: %NETZ_GRAPH_ERROR
 *
 * Returns: (transfer full) (nullable): what holds it together
 */
NetzInfoStructure *
netz_info_structure_new (NetzNetwork *network, const NetzGraph *graph, const NetzCentrality *centrality,
                         GError **error)
{
  NetzInfoStructure *self = g_new0 (NetzInfoStructure, 1);

  self->network = g_object_ref (network);
  count_degrees (self, centrality, netz_graph_get_n_vertices (graph));
  self->structure = netz_graph_structure_new (graph, error);
  if (self->structure != NULL)
    self->communities = netz_communities_find (graph, error);
  if (self->communities != NULL)
    return self;
  netz_info_structure_free (self);
  return NULL;
}

/**
 * netz_info_structure_free:
 * @self: (transfer full): a structure
 */
void
netz_info_structure_free (NetzInfoStructure *self)
{
  g_clear_pointer (&self->structure, netz_graph_structure_free);
  g_clear_pointer (&self->communities, netz_communities_free);
  g_array_unref (self->degrees);
  g_object_unref (self->network);
  g_free (self);
}

/**
 * netz_info_structure_add:
 * @self: a structure
 * @json: where to write it, as members of the object that is open
 */
void
netz_info_structure_add (const NetzInfoStructure *self, NetzJson *json)
{
  netz_json_begin_array (json, "degree_distribution");
  for (guint i = 0; i < self->degrees->len; i++)
    netz_json_add_integer (json, NULL, g_array_index (self->degrees, guint, i));
  netz_json_end_array (json);
  netz_json_begin_array (json, "islands");
  for (guint i = 0; i < netz_graph_structure_get_n_components (self->structure); i++)
    {
      g_autoptr (GPtrArray) ids = netz_graph_structure_list_component (self->structure, i);

      add_ids (json, NULL, ids);
    }
  netz_json_end_array (json);
  netz_json_begin_array (json, "cut_vertices");
  for (guint i = 0; i < netz_graph_structure_get_n_cuts (self->structure); i++)
    add_cut (self, json, i);
  netz_json_end_array (json);
  netz_json_begin_array (json, "bridges");
  for (guint i = 0; i < netz_graph_structure_get_n_bridges (self->structure); i++)
    add_bridge (self, json, i);
  netz_json_end_array (json);
  netz_json_begin_array (json, "communities");
  for (guint i = 0; i < self->communities->communities->len; i++)
    add_ids (json, NULL, self->communities->communities->pdata[i]);
  netz_json_end_array (json);
  netz_json_add_number (json, "modularity", self->communities->modularity);
}

/**
 * netz_info_structure_print:
 * @self: a structure
 *
 * Prints it for people.
 */
void
netz_info_structure_print (const NetzInfoStructure *self)
{
  print_cuts (self);
  print_bridges (self);
  print_communities (self);
  netz_print ("\n");
  netz_print_line ("%s", _("Institutions by number of partners"));
  for (guint i = 0; i < self->degrees->len; i++)
    if (g_array_index (self->degrees, guint, i) > 0)
      netz_print_line ("  %6u  %u", i, g_array_index (self->degrees, guint, i));
}
