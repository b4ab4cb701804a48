/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-structure-rows.h"

#include "app/netz-colour-key.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

/* How many institutions a line names. */
#define NAMED 5

/* How many parts that fall off are named one by one. */
#define NAMED_PARTS 4

static GPtrArray *
create_ids (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
}

static void
add_id (GPtrArray *ids, const char *id)
{
  g_ptr_array_add (ids, g_ref_string_new (id));
}

/**
 * netz_structure_name:
 * @network: a network
 * @id: an institution
 *
 * Returns: (transfer full): its name
 */
char *
netz_structure_name (NetzNetwork *network, const char *id)
{
  NetzInstitution *institution = netz_network_get_institution (network, id);

  return institution != NULL ? netz_describe_record (network, NETZ_RECORD (institution)) : g_strdup (id);
}

/**
 * netz_structure_join:
 * @network: a network
 * @ids: (element-type utf8): institutions
 * @most: how many are named
 *
 * Returns: (transfer full): their names, and how many more there are
 */
char *
netz_structure_join (NetzNetwork *network, GPtrArray *ids, guint most)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len && i < most; i++)
    {
      g_autofree char *name = netz_structure_name (network, ids->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name);
    }
  if (ids->len > most)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", ids->len - most),
                                               ids->len - most);

      g_string_append_printf (text, " %s", more);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * netz_structure_row_new:
 * @title: a sentence
 * @subtitle: (nullable): what more is to be said
 * @ids: (transfer full) (element-type utf8): what is shown on the canvas when it is pressed
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
netz_structure_row_new (const char *title, const char *subtitle, GPtrArray *ids)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Show on the canvas"));
  g_object_set_data_full (G_OBJECT (row), "netz-ids", ids, (GDestroyNotify) g_ptr_array_unref);
  return row;
}

/**
 * netz_structure_row_get_ids:
 * @row: one of these rows
 *
 * Returns: (transfer none) (element-type utf8): what is to be shown on the canvas
 */
GPtrArray *
netz_structure_row_get_ids (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "netz-ids");
}

/**
 * netz_structure_row_new_between:
 * @network: the network
 * @result: its structure
 * @index: which of those that lie between others
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
netz_structure_row_new_between (NetzNetwork *network, const NetzStructureResult *result, guint index)
{
  const NetzBetween *between = &g_array_index (result->between, NetzBetween, index);
  g_autofree char *name = netz_structure_name (network, between->id);
  g_autofree char *text
      = g_strdup_printf (ngettext ("Lies on %.1f %% of the shortest ways between others; %u partner.",
                                   "Lies on %.1f %% of the shortest ways between others; %u partners.",
                                   between->n_partners),
                         100 * between->share, between->n_partners);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  GPtrArray *ids = create_ids ();
  GtkWidget *label = gtk_label_new (number);
  GtkWidget *row;

  add_id (ids, between->id);
  row = netz_structure_row_new (name, text, ids);
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  return row;
}

static char *
describe_parts (NetzNetwork *network, const NetzStructureResult *result, guint index, GPtrArray *all)
{
  const NetzGraphCut *cut = netz_graph_structure_get_cut (result->structure, index);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint part = 1; part < cut->n_parts; part++)
    {
      g_autoptr (GPtrArray) ids = netz_graph_structure_list_part (result->structure, index, part);

      for (guint i = 0; i < ids->len; i++)
        g_ptr_array_add (all, g_ref_string_acquire (ids->pdata[i]));
      if (part <= NAMED_PARTS)
        {
          g_autofree char *names = netz_structure_join (network, ids, NAMED);

          g_string_append_printf (text, "\n– %s", names);
        }
    }
  if (cut->n_parts - 1 > NAMED_PARTS)
    {
      guint n = cut->n_parts - 1 - NAMED_PARTS;

      g_string_append (text, "\n– ");
      g_string_append_printf (text, ngettext ("and %u more part", "and %u more parts", n), n);
    }
  g_string_prepend (text, _("Cut off from the rest:"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * netz_structure_row_new_cut:
 * @network: the network
 * @result: its structure
 * @index: which of those without whom an island falls apart
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
netz_structure_row_new_cut (NetzNetwork *network, const NetzStructureResult *result, guint index)
{
  const NetzGraphCut *cut = netz_graph_structure_get_cut (result->structure, index);
  g_autofree char *name = netz_structure_name (network, cut->id);
  g_autofree char *title = g_strdup_printf (ngettext ("If %s leaves, what it joins falls into %u part.",
                                                      "If %s leaves, what it joins falls into %u parts.", cut->n_parts),
                                            name, cut->n_parts);
  GPtrArray *ids = create_ids ();
  g_autofree char *text = NULL;

  add_id (ids, cut->id);
  text = describe_parts (network, result, index, ids);
  return netz_structure_row_new (title, text, ids);
}

/**
 * netz_structure_row_new_bridge:
 * @network: the network
 * @result: its structure
 * @index: which of the pairs that alone join two parts
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
netz_structure_row_new_bridge (NetzNetwork *network, const NetzStructureResult *result, guint index)
{
  const NetzGraphBridge *bridge = netz_graph_structure_get_bridge (result->structure, index);
  g_autofree char *near = netz_structure_name (network, bridge->near);
  g_autofree char *far = netz_structure_name (network, bridge->far);
  g_autofree char *title = g_strdup_printf ("%s – %s", near, far);
  GPtrArray *ids = netz_graph_structure_list_far_side (result->structure, index);
  g_autofree char *names = netz_structure_join (network, ids, NAMED);
  /* Translators: %s are names of institutions */
  g_autofree char *text = g_strdup_printf (_("Nothing else joins with the rest: %s"), names);

  add_id (ids, bridge->near);
  return netz_structure_row_new (title, text, ids);
}

/**
 * netz_structure_row_new_island:
 * @network: the network
 * @result: its structure
 * @index: which island
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
netz_structure_row_new_island (NetzNetwork *network, const NetzStructureResult *result, guint index)
{
  GPtrArray *ids = netz_graph_structure_list_component (result->structure, index);
  g_autofree char *title = g_strdup_printf (ngettext ("%'u institution", "%'u institutions", ids->len), ids->len);
  g_autofree char *names = netz_structure_join (network, ids, NAMED);

  return netz_structure_row_new (title, names, ids);
}

static char *
name_community (NetzNetwork *network, const NetzStructureResult *result, guint index)
{
  g_autofree char *centre = netz_structure_name (network, result->centres->pdata[index]);

  /* Translators: a group of institutions, called after the one in it that has the most partners */
  return g_strdup_printf (_("Around %s"), centre);
}

/**
 * netz_structure_row_new_community:
 * @network: the network
 * @result: its structure
 * @index: which community
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
netz_structure_row_new_community (NetzNetwork *network, const NetzStructureResult *result, guint index)
{
  GPtrArray *ids = result->communities->communities->pdata[index];
  g_autofree char *name = name_community (network, result, index);
  g_autofree char *names = netz_structure_join (network, ids, NAMED);
  /* Translators: how many institutions, and the names of some */
  g_autofree char *text = g_strdup_printf (ngettext ("%'u institution: %s", "%'u institutions: %s", ids->len), ids->len,
                                           names);
  GtkWidget *row = netz_structure_row_new (name, text, g_ptr_array_ref (ids));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), netz_colour_key_new_swatch (index + 1));
  return row;
}

/**
 * netz_structure_get_colouring:
 * @network: the network
 * @result: its structure
 *
 * Returns: (transfer full): the communities as groups for the canvas, with the numbers of their rows
 */
NetzColouring *
netz_structure_get_colouring (NetzNetwork *network, const NetzStructureResult *result)
{
  NetzColouring *colouring = netz_colouring_new (_("Communities"));

  for (guint i = 0; i < result->communities->communities->len; i++)
    {
      NetzInstitution *centre = netz_network_get_institution (network, result->centres->pdata[i]);

      netz_colouring_add_group (colouring, centre != NULL ? netz_institution_get_label (centre) : "",
                                result->communities->communities->pdata[i]);
    }
  return colouring;
}
