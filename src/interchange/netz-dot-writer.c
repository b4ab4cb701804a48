/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-dot.h"

#include "interchange/netz-foreign-writer.h"

#define POINTS 0.75 /* of a scene unit; Graphviz counts in points, upwards */

static void
append_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value != NULL ? value : ""; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_attribute (const char *name, const char *value, gpointer data)
{
  GString *text = data;

  g_string_append (text, ", ");
  append_quoted (text, name);
  g_string_append_c (text, '=');
  append_quoted (text, value);
}

static void
append_node (GString *text, NetzNetwork *network, const NetzInstitution *institution)
{
  g_string_append (text, "  ");
  append_quoted (text, netz_record_get_id (NETZ_RECORD (institution)));
  g_string_append (text, " [label=");
  append_quoted (text, institution->name);
  g_string_append_printf (text, ", style=filled, fillcolor=\"%s\"",
                          netz_foreign_get_colour (network, NETZ_RECORD (institution)));
  if (netz_institution_is_placed (institution))
    {
      g_autofree char *x = netz_number_print (institution->x * POINTS);
      g_autofree char *y = netz_number_print (0.0 - institution->y * POINTS);

      g_string_append_printf (text, ", pos=\"%s,%s\"", x, y);
    }
  netz_foreign_each_field (NETZ_RECORD (institution), append_attribute, text);
  g_string_append (text, "];\n");
}

static void
append_edge (GString *text, NetzNetwork *network, const NetzPartnership *partnership)
{
  g_string_append (text, "  ");
  append_quoted (text, partnership->from);
  g_string_append (text, " -- ");
  append_quoted (text, partnership->to);
  g_string_append_printf (text, " [color=\"%s\"", netz_foreign_get_colour (network, NETZ_RECORD (partnership)));
  netz_foreign_each_field (NETZ_RECORD (partnership), append_attribute, text);
  g_string_append (text, "];\n");
}

/**
 * netz_dot_write:
 * @network: a network
 * @error: never set
 *
 * O(records).
 *
 * Returns: (transfer full): DOT, which `neato -n` draws where the institutions lie
 */
GBytes *
netz_dot_write (NetzNetwork *network, GError **error)
{
  g_autoptr (GPtrArray) institutions = netz_network_list (network, NETZ_TABLE_INSTITUTION);
  g_autoptr (GPtrArray) partnerships = netz_network_list (network, NETZ_TABLE_PARTNERSHIP);
  GString *text = g_string_new ("graph ");

  append_quoted (text, netz_network_get_settings (network)->title);
  g_string_append (text, " {\n");
  for (guint i = 0; i < institutions->len; i++)
    append_node (text, network, institutions->pdata[i]);
  for (guint i = 0; i < partnerships->len; i++)
    if (netz_foreign_has_ends (network, partnerships->pdata[i]))
      append_edge (text, network, partnerships->pdata[i]);
  g_string_append (text, "}\n");
  return g_string_free_to_bytes (text);
}

/**
 * netz_dot_get_losses:
 *
 * Returns: (transfer full) (element-type utf8): what such a file cannot hold of this network
 */
GPtrArray *
netz_dot_get_losses (NetzNetwork *network)
{
  return netz_foreign_list_losses (network, FALSE, TRUE);
}
