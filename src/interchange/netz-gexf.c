/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-gexf.h"

#include "interchange/netz-foreign-graph.h"
#include "interchange/netz-xml-tree.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  NetzForeignGraph *graph;
  GHashTable *titles; /* "node id" -> title of an attribute */
} Reader;

/* Older versions call the id of an attribute otherwise. */
static const char *
get_attribute_id (const NetzXmlElement *value)
{
  const char *id = netz_xml_element_get (value, "for");

  return id != NULL ? id : netz_xml_element_get (value, "id");
}

static void
read_titles (Reader *self, const NetzXmlElement *attributes)
{
  const char *what = netz_xml_element_get (attributes, "class");

  for (const NetzXmlElement *child = attributes->first; child != NULL; child = child->next)
    {
      const char *id = netz_xml_element_get (child, "id");
      const char *title = netz_xml_element_get (child, "title");

      if (what != NULL && id != NULL && title != NULL)
        g_hash_table_insert (self->titles, g_strdup_printf ("%s %s", what, id), g_strdup (title));
    }
}

static void
read_values (Reader *self, const char *what, const NetzXmlElement *element, GPtrArray *data)
{
  const NetzXmlElement *values = netz_xml_element_find (element, "attvalues");

  for (const NetzXmlElement *value = values != NULL ? values->first : NULL; value != NULL; value = value->next)
    {
      const char *id = get_attribute_id (value);
      g_autofree char *key = g_strdup_printf ("%s %s", what, id != NULL ? id : "");
      const char *title = g_hash_table_lookup (self->titles, key);

      netz_foreign_data_add (data, title != NULL ? title : id, netz_xml_element_get (value, "value"));
    }
}

/* Times of Gephi are days, instants or numbers; only what is a date means something here. */
static void
read_dates (const NetzXmlElement *element, GPtrArray *data)
{
  static const struct
  {
    const char *attribute, *field;
  } dates[] = { { "start", "since" }, { "startopen", "since" }, { "end", "until" }, { "endopen", "until" } };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const char *value = netz_xml_element_get (element, dates[i].attribute);
      g_autofree char *day = value != NULL ? g_strndup (value, 10) : NULL;

      if (day != NULL && netz_foreign_data_get (data, dates[i].field) == NULL)
        netz_foreign_data_add (data, dates[i].field, day);
    }
}

static void read_nodes (Reader *self, const NetzXmlElement *nodes, const char *group);

static void
read_node (Reader *self, const NetzXmlElement *element, const char *group)
{
  const char *id = netz_xml_element_get (element, "id");
  const char *parent = netz_xml_element_get (element, "pid");
  const NetzXmlElement *place = netz_xml_element_find (element, "position");
  const NetzXmlElement *inside = netz_xml_element_find (element, "nodes");
  NetzForeignNode *node;

  if (id == NULL)
    {
      netz_exchange_notes_add (self->graph->notes, element->line, 0, FALSE, _("A node without id was left out."));
      return;
    }
  node = netz_foreign_graph_add_node (self->graph, id, element->line);
  if (node->label != NULL)
    return;
  netz_foreign_set_text (&node->label, netz_xml_element_get (element, "label"));
  netz_foreign_set_text (&node->group, parent != NULL ? parent : group);
  node->is_group = inside != NULL && inside->first != NULL;
  if (place != NULL)
    {
      node->x = netz_xml_element_get_number (place, "x");
      node->y = -netz_xml_element_get_number (place, "y"); /* Gephi counts upwards */
    }
  read_values (self, "node", element, node->data);
  read_dates (element, node->data);
  if (node->is_group)
    read_nodes (self, inside, id);
}

static void
read_nodes (Reader *self, const NetzXmlElement *nodes, const char *group)
{
  for (const NetzXmlElement *child = nodes->first; child != NULL; child = child->next)
    if (netz_xml_element_is (child, "node"))
      read_node (self, child, group);
}

static void
read_edges (Reader *self, const NetzXmlElement *edges)
{
  for (const NetzXmlElement *child = edges->first; child != NULL; child = child->next)
    {
      NetzForeignEdge *edge;

      if (!netz_xml_element_is (child, "edge"))
        continue;
      edge = netz_foreign_graph_add_edge (self->graph, netz_xml_element_get (child, "source"),
                                          netz_xml_element_get (child, "target"), child->line);
      netz_foreign_set_text (&edge->label, netz_xml_element_get (child, "label"));
      netz_foreign_data_add (edge->data, "weight", netz_xml_element_get (child, "weight"));
      netz_foreign_data_add (edge->data, "kind", netz_xml_element_get (child, "kind"));
      read_values (self, "edge", child, edge->data);
      read_dates (child, edge->data);
    }
}

/* A group by pid has no nodes inside it. */
static void
mark_groups (Reader *self)
{
  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      NetzForeignNode *group
          = netz_foreign_graph_find (self->graph, ((NetzForeignNode *) self->graph->nodes->pdata[i])->group);

      if (group != NULL)
        group->is_group = TRUE;
    }
}

static void
read_graph (Reader *self, const NetzXmlElement *graph)
{
  for (const NetzXmlElement *child = graph->first; child != NULL; child = child->next)
    if (netz_xml_element_is (child, "attributes"))
      read_titles (self, child);
  for (const NetzXmlElement *child = graph->first; child != NULL; child = child->next)
    if (netz_xml_element_is (child, "nodes"))
      read_nodes (self, child, NULL);
    else if (netz_xml_element_is (child, "edges"))
      read_edges (self, child);
  mark_groups (self);
}

/**
 * netz_gexf_read:
 * @draft: a draft of a network that has its kinds and programmes
 * @bytes: a file
 * @notes: (out) (optional) (element-type NetzExchangeNote): what was noticed
 * @error: return location: %NETZ_XML_ERROR, %NETZ_FOREIGN_ERROR
 *
 * Returns: whether it could be read
 */
gboolean
netz_gexf_read (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error)
{
  g_autoptr (NetzXmlTree) tree = netz_xml_tree_read (bytes, error);
  const NetzXmlElement *root = tree != NULL ? netz_xml_tree_get_root (tree) : NULL;
  const NetzXmlElement *graph = root != NULL ? netz_xml_element_find (root, "graph") : NULL;
  g_autoptr (NetzForeignGraph) foreign = NULL;
  g_autoptr (GHashTable) titles = NULL;

  if (root == NULL)
    return FALSE;
  if (!netz_xml_element_is (root, "gexf") || graph == NULL)
    {
      g_set_error (error, NETZ_FOREIGN_ERROR, NETZ_FOREIGN_ERROR_FORMAT,
                   _("Line %u: this is no GEXF with a graph; the file begins with “%s”."), root->line, root->name);
      return FALSE;
    }
  foreign = netz_foreign_graph_new ();
  titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_graph (&(Reader){ foreign, titles }, graph);
  if (notes != NULL)
    *notes = g_ptr_array_ref (foreign->notes);
  return netz_foreign_graph_apply (foreign, draft, error);
}
