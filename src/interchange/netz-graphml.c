/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-graphml.h"

#include "interchange/netz-foreign-graph.h"
#include "interchange/netz-xml-tree.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Where a label was found, from the most to the least trusted. */
typedef enum
{
  LABEL_YED,
  LABEL_YFILES,
  LABEL_NAMED_KEY,
  LABEL_DESCRIPTION,
  LABEL_ID,
  N_LABELS,
} LabelSource;

typedef struct
{
  NetzForeignGraph *graph;
  GHashTable *names;    /* "node key" -> attr.name */
  GPtrArray *defaults;  /* <key> elements of nodes that have a default */
  guint n_labels[N_LABELS];
  guint n_hyperedges;
} Reader;

static void
clear_reader (Reader *self)
{
  g_clear_pointer (&self->graph, netz_foreign_graph_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->defaults, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/* Some writers put the keys into the graph, and give nodes and edges keys of the same id. */
static void
read_keys (Reader *self, const NetzXmlElement *parent)
{
  for (const NetzXmlElement *key = parent->first; key != NULL; key = key->next)
    {
      const char *id = netz_xml_element_get (key, "id");
      const char *what = netz_xml_element_get (key, "for");
      const char *name = netz_xml_element_get (key, "attr.name");

      if (netz_xml_element_is (key, "graph"))
        read_keys (self, key);
      if (!netz_xml_element_is (key, "key") || id == NULL)
        continue;
      if (what == NULL || g_str_equal (what, "all"))
        what = "";
      if (name != NULL)
        g_hash_table_insert (self->names, g_strdup_printf ("%s %s", what, id), g_strdup (name));
      if ((g_str_equal (what, "node") || *what == '\0') && netz_xml_element_find (key, "default") != NULL)
        g_ptr_array_add (self->defaults, (gpointer) key);
    }
}

/* What a <data> is called: by its key, else by the key's id, which some writers make a word. */
static const char *
get_data_name (Reader *self, const char *what, const NetzXmlElement *data)
{
  const char *key = netz_xml_element_get (data, "key");
  g_autofree char *own = NULL;
  g_autofree char *any = NULL;
  const char *name;

  if (key == NULL)
    return NULL;
  own = g_strdup_printf ("%s %s", what, key);
  any = g_strdup_printf (" %s", key);
  name = g_hash_table_lookup (self->names, own);
  if (name == NULL)
    name = g_hash_table_lookup (self->names, any);
  return name != NULL ? name : key;
}

static char *
get_text (const NetzXmlElement *element)
{
  char *text = element != NULL && element->text != NULL ? g_strstrip (g_strdup (element->text)) : NULL;

  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* The first text of an element of that name, at any depth. */
static char *
search_text (const NetzXmlElement *element, const char *name)
{
  for (const NetzXmlElement *child = element->first; child != NULL; child = child->next)
    {
      char *text = netz_xml_element_is (child, name) ? get_text (child) : NULL;

      if (text == NULL)
        text = search_text (child, name);
      if (text != NULL)
        return text;
    }
  return NULL;
}

static void
take_label (Reader *self, char **label, LabelSource *source, char *text, LabelSource from)
{
  if (text == NULL || from >= *source)
    {
      g_free (text);
      return;
    }
  g_free (*label);
  *label = text;
  *source = from;
}

/* yEd gives the upper left corner, yFiles for HTML in an element of its own. */
static void
read_geometry (NetzForeignNode *node, const NetzXmlElement *data)
{
  const NetzXmlElement *place = netz_xml_element_search (data, "Geometry");
  gboolean html = place == NULL;

  if (html)
    place = netz_xml_element_search (data, "RectD");
  if (place == NULL)
    return;
  node->width = netz_xml_element_get_number (place, html ? "Width" : "width");
  node->height = netz_xml_element_get_number (place, html ? "Height" : "height");
  node->x = netz_xml_element_get_number (place, html ? "X" : "x") + (isnan (node->width) ? 0 : node->width / 2);
  node->y = netz_xml_element_get_number (place, html ? "Y" : "y") + (isnan (node->height) ? 0 : node->height / 2);
}

static gboolean
read_place (NetzForeignNode *node, const char *name, const char *text)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);
  double *place = g_ascii_strcasecmp (name, "x") == 0   ? &node->x
                  : g_ascii_strcasecmp (name, "y") == 0 ? &node->y
                                                        : NULL;

  if (place == NULL || end == text || !isfinite (number))
    return FALSE;
  *place = number;
  return TRUE;
}

static void
read_node_data (Reader *self, NetzForeignNode *node, const NetzXmlElement *data, LabelSource *source)
{
  const char *name = get_data_name (self, "node", data);
  g_autofree char *text = get_text (data);

  if (data->first != NULL)
    {
      take_label (self, &node->label, source, search_text (data, "NodeLabel"), LABEL_YED);
      take_label (self, &node->label, source, search_text (data, "Label.Text"), LABEL_YFILES);
      read_geometry (node, data);
      return;
    }
  if (name == NULL || text == NULL || read_place (node, name, text))
    return;
  if (g_ascii_strcasecmp (name, "label") == 0 || g_ascii_strcasecmp (name, "name") == 0)
    take_label (self, &node->label, source, g_steal_pointer (&text), LABEL_NAMED_KEY);
  else if (g_ascii_strcasecmp (name, "description") == 0 && *source > LABEL_DESCRIPTION)
    take_label (self, &node->label, source, g_strdup (text), LABEL_DESCRIPTION);
  if (text != NULL)
    netz_foreign_data_add (node->data, name, text);
}

/* A key may say what holds where a node says nothing. */
static void
add_defaults (Reader *self, NetzForeignNode *node)
{
  for (guint i = 0; i < self->defaults->len; i++)
    {
      const NetzXmlElement *key = self->defaults->pdata[i];
      const char *name = netz_xml_element_get (key, "attr.name");
      g_autofree char *text = get_text (netz_xml_element_find (key, "default"));

      if (name != NULL && text != NULL && netz_foreign_data_get (node->data, name) == NULL)
        netz_foreign_data_add (node->data, name, text);
    }
}

static void read_graph (Reader *self, const NetzXmlElement *graph, const char *group);

static void
read_node (Reader *self, const NetzXmlElement *element, const char *group)
{
  const char *id = netz_xml_element_get (element, "id");
  NetzForeignNode *node;
  LabelSource source = LABEL_ID;

  if (id == NULL)
    {
      netz_exchange_notes_add (self->graph->notes, element->line, 0, FALSE, _("A node without id was left out."));
      return;
    }
  node = netz_foreign_graph_add_node (self->graph, id, element->line);
  netz_foreign_set_text (&node->group, group);
  for (const NetzXmlElement *child = element->first; child != NULL; child = child->next)
    if (netz_xml_element_is (child, "data"))
      read_node_data (self, node, child, &source);
    else if (netz_xml_element_is (child, "desc"))
      take_label (self, &node->label, &source, get_text (child), LABEL_DESCRIPTION);
    else if (netz_xml_element_is (child, "graph"))
      node->is_group = TRUE;
  add_defaults (self, node);
  self->n_labels[source]++;
  for (const NetzXmlElement *child = element->first; child != NULL; child = child->next)
    if (netz_xml_element_is (child, "graph"))
      read_graph (self, child, id);
}

static void
read_edge (Reader *self, const NetzXmlElement *element)
{
  NetzForeignEdge *edge = netz_foreign_graph_add_edge (self->graph, netz_xml_element_get (element, "source"),
                                                       netz_xml_element_get (element, "target"), element->line);

  for (const NetzXmlElement *data = element->first; data != NULL; data = data->next)
    {
      const char *name = netz_xml_element_is (data, "data") ? get_data_name (self, "edge", data) : NULL;
      g_autofree char *text = name != NULL ? get_text (data) : NULL;

      if (name != NULL && data->first != NULL && edge->label == NULL)
        {
          edge->label = search_text (data, "EdgeLabel");
          if (edge->label == NULL)
            edge->label = search_text (data, "Label.Text");
        }
      else if (text != NULL && edge->label == NULL
               && (g_ascii_strcasecmp (name, "label") == 0 || g_ascii_strcasecmp (name, "name") == 0))
        edge->label = g_steal_pointer (&text);
      else if (text != NULL)
        netz_foreign_data_add (edge->data, name, text);
    }
}

static void
read_graph (Reader *self, const NetzXmlElement *graph, const char *group)
{
  for (const NetzXmlElement *child = graph->first; child != NULL; child = child->next)
    {
      if (netz_xml_element_is (child, "node"))
        read_node (self, child, group);
      else if (netz_xml_element_is (child, "edge"))
        read_edge (self, child);
      else if (netz_xml_element_is (child, "hyperedge"))
        self->n_hyperedges++;
    }
}

/* Several graphs in one file: all are read, and the reader is told. */
static void
read_graphs (Reader *self, const NetzXmlElement *root)
{
  guint n = 0;

  for (const NetzXmlElement *child = root->first; child != NULL; child = child->next)
    if (netz_xml_element_is (child, "graph"))
      {
        n++;
        read_graph (self, child, NULL);
      }
  if (n > 1)
    netz_exchange_notes_add (self->graph->notes, 0, 0, FALSE,
                             _("There are %u graphs in the file; all of them were read into one network."), n);
}

static void
tell_labels (Reader *self)
{
  static const char *const sources[N_LABELS] = {
    [LABEL_YED] = N_("Names were taken from the labels of yEd: %u."),
    [LABEL_YFILES] = N_("Names were taken from the labels of yFiles: %u."),
    [LABEL_NAMED_KEY] = N_("Names were taken from a field called label or name: %u."),
    [LABEL_DESCRIPTION] = N_("Names were taken from descriptions: %u."),
    [LABEL_ID] = N_("Nodes without a label are called by their id: %u."),
  };

  for (guint i = 0; i < N_LABELS; i++)
    if (self->n_labels[i] > 0)
      {
        g_autofree char *count = g_strdup_printf ("%u", self->n_labels[i]);
        g_auto (GStrv) halves = g_strsplit (_(sources[i]), "%u", 2);
        g_autofree char *text = g_strjoinv (count, halves);

        netz_exchange_notes_add_text (self->graph->notes, 0, 0, FALSE, text);
      }
  if (self->n_hyperedges > 0)
    netz_exchange_notes_add (self->graph->notes, 0, 0, FALSE,
                             ngettext ("%u connection of more than two was left out.",
                                       "%u connections of more than two were left out.", self->n_hyperedges),
                             self->n_hyperedges);
}

/**
 * netz_graphml_read:
 * @draft: a draft of a network that has its kinds and programmes
 * @bytes: a file
 * @notes: (out) (optional) (element-type NetzExchangeNote): what was noticed
 * @error: return location: %NETZ_XML_ERROR, %NETZ_FOREIGN_ERROR
 *
 * Labels are searched in this order: yEd's, yFiles', a field called label or
 * name, a description, the id; a note says how many came from where.
 *
 * Returns: whether it could be read
 */
gboolean
netz_graphml_read (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error)
{
  g_autoptr (NetzXmlTree) tree = netz_xml_tree_read (bytes, error);
  const NetzXmlElement *root = tree != NULL ? netz_xml_tree_get_root (tree) : NULL;
  g_auto (Reader) self = { NULL };
  gboolean good;

  if (root == NULL)
    return FALSE;
  if (!netz_xml_element_is (root, "graphml"))
    {
      g_set_error (error, NETZ_FOREIGN_ERROR, NETZ_FOREIGN_ERROR_FORMAT,
                   _("Line %u: this is no GraphML; the file begins with “%s”."), root->line, root->name);
      return FALSE;
    }
  self.graph = netz_foreign_graph_new ();
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.defaults = g_ptr_array_new ();
  read_keys (&self, root);
  read_graphs (&self, root);
  tell_labels (&self);
  good = netz_foreign_graph_apply (self.graph, draft, error);
  if (notes != NULL)
    *notes = g_ptr_array_ref (self.graph->notes);
  return good;
}
