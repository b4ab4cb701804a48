/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-foreign-writer.h"
#include "interchange/netz-gexf.h"
#include "model/netz-date.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  NetzNetwork *network;
  GString *text;
  GHashTable *keys; /* name -> number and one, of what is being written */
} Writer;

static GHashTable *
append_attributes (Writer *self, NetzTable table, const char *what)
{
  g_autoptr (GPtrArray) names = netz_foreign_list_fields (self->network, table);
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_string_append_printf (self->text, "    <attributes class=\"%s\">\n", what);
  for (guint i = 0; i < names->len; i++)
    {
      g_hash_table_insert (keys, g_strdup (names->pdata[i]), GUINT_TO_POINTER (i + 1));
      g_string_append_printf (self->text, "      <attribute id=\"%u\" type=\"string\" title=\"", i);
      netz_foreign_append_xml (self->text, names->pdata[i]);
      g_string_append (self->text, "\"/>\n");
    }
  g_string_append (self->text, "    </attributes>\n");
  return keys;
}

static void
append_value (const char *name, const char *value, gpointer data)
{
  Writer *self = data;

  g_string_append_printf (self->text, "<attvalue for=\"%u\" value=\"",
                          GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, name)) - 1);
  netz_foreign_append_xml (self->text, value);
  g_string_append (self->text, "\"/>");
}

static void
append_values (Writer *self, const NetzRecord *record)
{
  g_string_append (self->text, "<attvalues>");
  netz_foreign_each_field (record, append_value, self);
  g_string_append (self->text, "</attvalues>");
}

static void
append_colour (Writer *self, const NetzRecord *record)
{
  gulong colour = strtoul (netz_foreign_get_colour (self->network, record) + 1, NULL, 16);

  g_string_append_printf (self->text, "<viz:color r=\"%lu\" g=\"%lu\" b=\"%lu\"/>", colour >> 16, colour >> 8 & 0xff,
                          colour & 0xff);
}

/* GEXF knows days: the first of a span where it begins, the last where it ends. */
static void
append_day (Writer *self, const char *attribute, const char *date, gboolean last_day)
{
  NetzDate parsed;
  GDate first, last;
  char day[16];

  if (!netz_date_parse (date, &parsed))
    return;
  netz_date_get_span (&parsed, &first, &last);
  g_date_strftime (day, sizeof day, "%Y-%m-%d", last_day ? &last : &first);
  g_string_append_printf (self->text, " %s=\"%s\"", attribute, day);
}

static void
append_node (Writer *self, const NetzInstitution *institution)
{
  g_string_append (self->text, "      <node id=\"");
  netz_foreign_append_xml (self->text, netz_record_get_id (NETZ_RECORD (institution)));
  g_string_append (self->text, "\" label=\"");
  netz_foreign_append_xml (self->text, institution->name);
  g_string_append_c (self->text, '"');
  append_day (self, "start", institution->since, FALSE);
  append_day (self, "end", institution->until, TRUE);
  g_string_append_c (self->text, '>');
  append_values (self, NETZ_RECORD (institution));
  if (netz_institution_is_placed (institution))
    {
      g_autofree char *x = netz_number_print (institution->x);
      g_autofree char *y = netz_number_print (0.0 - institution->y);

      g_string_append_printf (self->text, "<viz:position x=\"%s\" y=\"%s\" z=\"0\"/>", x, y);
    }
  append_colour (self, NETZ_RECORD (institution));
  g_string_append (self->text, "</node>\n");
}

static void
append_edge (Writer *self, const NetzPartnership *partnership)
{
  g_string_append (self->text, "      <edge id=\"");
  netz_foreign_append_xml (self->text, netz_record_get_id (NETZ_RECORD (partnership)));
  g_string_append (self->text, "\" source=\"");
  netz_foreign_append_xml (self->text, partnership->from);
  g_string_append (self->text, "\" target=\"");
  netz_foreign_append_xml (self->text, partnership->to);
  g_string_append_c (self->text, '"');
  if (partnership->programme != NULL)
    {
      g_string_append (self->text, " kind=\"");
      netz_foreign_append_xml (self->text, partnership->programme);
      g_string_append_c (self->text, '"');
    }
  append_day (self, "start", partnership->since, FALSE);
  append_day (self, "end", partnership->until, TRUE);
  g_string_append_c (self->text, '>');
  append_values (self, NETZ_RECORD (partnership));
  append_colour (self, NETZ_RECORD (partnership));
  g_string_append (self->text, "</edge>\n");
}

static void
append_graph (Writer *self)
{
  g_autoptr (GPtrArray) institutions = netz_network_list (self->network, NETZ_TABLE_INSTITUTION);
  g_autoptr (GPtrArray) partnerships = netz_network_list (self->network, NETZ_TABLE_PARTNERSHIP);
  g_autoptr (GHashTable) node_keys = append_attributes (self, NETZ_TABLE_INSTITUTION, "node");
  g_autoptr (GHashTable) edge_keys = append_attributes (self, NETZ_TABLE_PARTNERSHIP, "edge");

  self->keys = node_keys;
  g_string_append (self->text, "    <nodes>\n");
  for (guint i = 0; i < institutions->len; i++)
    append_node (self, institutions->pdata[i]);
  self->keys = edge_keys;
  g_string_append (self->text, "    </nodes>\n    <edges>\n");
  for (guint i = 0; i < partnerships->len; i++)
    if (netz_foreign_has_ends (self->network, partnerships->pdata[i]))
      append_edge (self, partnerships->pdata[i]);
  g_string_append (self->text, "    </edges>\n");
}

/**
 * netz_gexf_write:
 * @network: a network
 * @error: never set
 *
 * Programmes are kinds of edges, so that Gephi keeps several partnerships of
 * the same two apart. O(records).
 *
 * Returns: (transfer full): GEXF 1.3
 */
GBytes *
netz_gexf_write (NetzNetwork *network, GError **error)
{
  Writer self = { .network = network, .text = g_string_new (NULL) };

  g_string_append (self.text,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
                   "  <meta><creator>Netzwerkstatt</creator><description>");
  netz_foreign_append_xml (self.text, netz_network_get_settings (network)->title);
  g_string_append (self.text, "</description></meta>\n"
                              "  <graph defaultedgetype=\"undirected\" mode=\"dynamic\" timeformat=\"date\">\n");
  append_graph (&self);
  g_string_append (self.text, "  </graph>\n</gexf>\n");
  return g_string_free_to_bytes (self.text);
}

/**
 * netz_gexf_get_losses:
 *
 * Returns: (transfer full) (element-type utf8): what such a file cannot hold of this network
 */
GPtrArray *
netz_gexf_get_losses (NetzNetwork *network)
{
  return netz_foreign_list_losses (network, FALSE, TRUE);
}
