/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GraphML with the drawing of yEd: label, shape, colour and place of each node, frames as groups. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-foreign-writer.h"
#include "interchange/netz-graphml.h"

#include <math.h>
#include <string.h>

#define NODE_SIZE 44.0
#define FIRST_KEY 4 /* the keys before are those of yEd and of labels */

typedef struct
{
  NetzNetwork *network;
  GString *text;
  GHashTable *keys; /* "n name" or "e name" -> number */
  char prefix;      /* of what is being written: n or e */
} Writer;

static void
add_keys (Writer *self, NetzTable table, char prefix, const char *what)
{
  g_autoptr (GPtrArray) names = netz_foreign_list_fields (self->network, table);

  for (guint i = 0; i < names->len; i++)
    {
      guint number = FIRST_KEY + g_hash_table_size (self->keys);

      g_hash_table_insert (self->keys, g_strdup_printf ("%c %s", prefix, (char *) names->pdata[i]),
                           GUINT_TO_POINTER (number));
      g_string_append_printf (self->text, "  <key id=\"d%u\" for=\"%s\" attr.type=\"string\" attr.name=\"", number,
                              what);
      netz_foreign_append_xml (self->text, names->pdata[i]);
      g_string_append (self->text, "\"/>\n");
    }
}

static void
append_field (const char *name, const char *value, gpointer data)
{
  Writer *self = data;
  g_autofree char *key = g_strdup_printf ("%c %s", self->prefix, name);

  g_string_append_printf (self->text, "<data key=\"d%u\">",
                          GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, key)));
  netz_foreign_append_xml (self->text, value);
  g_string_append (self->text, "</data>");
}

static const char *
get_shape (const Writer *self, const NetzInstitution *institution)
{
  NetzKind *kind = institution->kind != NULL ? netz_network_get_kind (self->network, institution->kind) : NULL;
  const char *group = kind != NULL ? kind->group : NULL;

  return g_strcmp0 (group, "school") == 0     ? "ellipse"
         : g_strcmp0 (group, "provider") == 0 ? "roundrectangle"
         : group != NULL                      ? "hexagon"
                                              : "rectangle";
}

static void
append_number (GString *text, const char *name, double number)
{
  g_autofree char *printed = netz_number_print (number);

  g_string_append_printf (text, " %s=\"%s\"", name, printed);
}

static void
append_rectangle (Writer *self, double x, double y, double width, double height)
{
  g_string_append (self->text, "<y:Geometry");
  append_number (self->text, "height", height);
  append_number (self->text, "width", width);
  append_number (self->text, "x", x);
  append_number (self->text, "y", y);
  g_string_append (self->text, "/>");
}

static void
append_institution (Writer *self, const NetzInstitution *institution)
{
  const char *name = institution->name != NULL ? institution->name : "";

  self->prefix = 'n';
  g_string_append (self->text, "    <node id=\"");
  netz_foreign_append_xml (self->text, netz_record_get_id (NETZ_RECORD (institution)));
  g_string_append (self->text, "\"><data key=\"d2\">");
  netz_foreign_append_xml (self->text, name);
  g_string_append (self->text, "</data>");
  netz_foreign_each_field (NETZ_RECORD (institution), append_field, self);
  g_string_append (self->text, "<data key=\"d0\"><y:ShapeNode>");
  if (netz_institution_is_placed (institution))
    append_rectangle (self, institution->x - NODE_SIZE / 2, institution->y - NODE_SIZE / 2, NODE_SIZE, NODE_SIZE);
  g_string_append_printf (self->text, "<y:Fill color=\"%s\" transparent=\"false\"/>",
                          netz_foreign_get_colour (self->network, NETZ_RECORD (institution)));
  g_string_append (self->text, "<y:NodeLabel modelName=\"sandwich\" modelPosition=\"s\">");
  netz_foreign_append_xml (self->text, name);
  g_string_append_printf (self->text, "</y:NodeLabel><y:Shape type=\"%s\"/></y:ShapeNode></data></node>\n",
                          get_shape (self, institution));
}

static const char *
get_line (const NetzPartnership *partnership)
{
  return g_strcmp0 (partnership->status, "idea") == 0          ? "dotted"
         : g_strcmp0 (partnership->status, "preparation") == 0 ? "dashed"
                                                               : "line";
}

static void
append_partnership (Writer *self, const NetzPartnership *partnership)
{
  self->prefix = 'e';
  g_string_append (self->text, "    <edge id=\"");
  netz_foreign_append_xml (self->text, netz_record_get_id (NETZ_RECORD (partnership)));
  g_string_append (self->text, "\" source=\"");
  netz_foreign_append_xml (self->text, partnership->from);
  g_string_append (self->text, "\" target=\"");
  netz_foreign_append_xml (self->text, partnership->to);
  g_string_append (self->text, "\">");
  netz_foreign_each_field (NETZ_RECORD (partnership), append_field, self);
  g_string_append_printf (self->text,
                          "<data key=\"d1\"><y:PolyLineEdge><y:LineStyle color=\"%s\" type=\"%s\" width=\"2.0\"/>"
                          "<y:Arrows source=\"none\" target=\"none\"/></y:PolyLineEdge></data></edge>\n",
                          netz_foreign_get_colour (self->network, NETZ_RECORD (partnership)), get_line (partnership));
}

static void
append_members (Writer *self, const char *frame)
{
  g_autoptr (GPtrArray) institutions = netz_network_list (self->network, NETZ_TABLE_INSTITUTION);

  for (guint i = 0; i < institutions->len; i++)
    {
      const NetzInstitution *institution = institutions->pdata[i];
      const char *own = institution->frame != NULL
                                && netz_network_get (self->network, NETZ_TABLE_FRAME, institution->frame) != NULL
                            ? institution->frame
                            : NULL;

      if (g_strcmp0 (own, frame) == 0)
        append_institution (self, institution);
    }
}

/* A group of yEd with the members in a graph of its own. */
static void
append_frame (Writer *self, const NetzFrame *frame)
{
  const char *id = netz_record_get_id (NETZ_RECORD (frame));

  g_string_append (self->text, "    <node id=\"");
  netz_foreign_append_xml (self->text, id);
  g_string_append (self->text, "\" yfiles.foldertype=\"group\"><data key=\"d2\">");
  netz_foreign_append_xml (self->text, frame->title);
  g_string_append (self->text, "</data><data key=\"d0\"><y:ProxyAutoBoundsNode><y:Realizers active=\"0\">"
                               "<y:GroupNode>");
  if (!isnan (frame->x) && !isnan (frame->y) && !isnan (frame->width) && !isnan (frame->height))
    append_rectangle (self, frame->x, frame->y, frame->width, frame->height);
  g_string_append (self->text, "<y:NodeLabel modelName=\"internal\" modelPosition=\"t\">");
  netz_foreign_append_xml (self->text, frame->title);
  g_string_append (self->text, "</y:NodeLabel><y:Shape type=\"roundrectangle\"/></y:GroupNode></y:Realizers>"
                               "</y:ProxyAutoBoundsNode></data>\n    <graph id=\"");
  netz_foreign_append_xml (self->text, id);
  g_string_append (self->text, ":\" edgedefault=\"undirected\">\n");
  append_members (self, id);
  g_string_append (self->text, "    </graph></node>\n");
}

static void
append_graph (Writer *self)
{
  g_autoptr (GPtrArray) frames = netz_network_list (self->network, NETZ_TABLE_FRAME);
  g_autoptr (GPtrArray) partnerships = netz_network_list (self->network, NETZ_TABLE_PARTNERSHIP);
  const NetzSettings *settings = netz_network_get_settings (self->network);

  g_string_append (self->text, "  <graph id=\"G\" edgedefault=\"undirected\">\n");
  if (settings->title != NULL)
    {
      g_string_append (self->text, "    <data key=\"d3\">");
      netz_foreign_append_xml (self->text, settings->title);
      g_string_append (self->text, "</data>\n");
    }
  for (guint i = 0; i < frames->len; i++)
    append_frame (self, frames->pdata[i]);
  append_members (self, NULL);
  for (guint i = 0; i < partnerships->len; i++)
    if (netz_foreign_has_ends (self->network, partnerships->pdata[i]))
      append_partnership (self, partnerships->pdata[i]);
  g_string_append (self->text, "  </graph>\n");
}

/**
 * netz_graphml_write:
 * @network: a network
 * @error: never set
 *
 * O(frames × institutions + partnerships).
 *
 * Returns: (transfer full): GraphML that yEd shows with labels, shapes, colours, places and groups
 */
GBytes *
netz_graphml_write (NetzNetwork *network, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writer self = { .network = network, .text = g_string_new (NULL), .keys = keys };

  g_string_append (self.text,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
                   " xmlns:y=\"http://www.yworks.com/xml/graphml\">\n"
                   "  <key id=\"d0\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
                   "  <key id=\"d1\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n"
                   "  <key id=\"d2\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
                   "  <key id=\"d3\" for=\"graph\" attr.name=\"name\" attr.type=\"string\"/>\n");
  add_keys (&self, NETZ_TABLE_INSTITUTION, 'n', "node");
  add_keys (&self, NETZ_TABLE_PARTNERSHIP, 'e', "edge");
  append_graph (&self);
  g_string_append (self.text, "</graphml>\n");
  return g_string_free_to_bytes (self.text);
}

/**
 * netz_graphml_get_losses:
 *
 * Returns: (transfer full) (element-type utf8): what such a file cannot hold of this network
 */
GPtrArray *
netz_graphml_get_losses (NetzNetwork *network)
{
  return netz_foreign_list_losses (network, TRUE, TRUE);
}
