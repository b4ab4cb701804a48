/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-foreign-graph.h"

#include "model/netz-part.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (netz-foreign-error, netz_foreign_error)

static void
free_node (gpointer data)
{
  NetzForeignNode *node = data;

  g_free (node->id);
  g_free (node->label);
  g_free (node->group);
  g_ptr_array_unref (node->data);
  g_free (node);
}

static void
free_edge (gpointer data)
{
  NetzForeignEdge *edge = data;

  g_free (edge->from);
  g_free (edge->to);
  g_free (edge->label);
  g_ptr_array_unref (edge->data);
  g_free (edge);
}

/**
 * netz_foreign_graph_new:
 *
 * Returns: (transfer full): a graph of nothing
 */
NetzForeignGraph *
netz_foreign_graph_new (void)
{
  NetzForeignGraph *self = g_new0 (NetzForeignGraph, 1);

  self->nodes = g_ptr_array_new_with_free_func (free_node);
  self->edges = g_ptr_array_new_with_free_func (free_edge);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->notes = netz_exchange_notes_new ();
  return self;
}

/**
 * netz_foreign_graph_free:
 * @self: (transfer full): a graph
 */
void
netz_foreign_graph_free (NetzForeignGraph *self)
{
  g_free (self->title);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->edges);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * netz_foreign_graph_add_node:
 * @id: as the file has it; where it comes twice, the first one stays and a note says so
 * @line: where it stands; 0 = nowhere
 *
 * Returns: (transfer none): the node of that id
 */
NetzForeignNode *
netz_foreign_graph_add_node (NetzForeignGraph *self, const char *id, guint line)
{
  NetzForeignNode *node = netz_foreign_graph_find (self, id);

  if (node != NULL)
    {
      netz_exchange_notes_add (self->notes, line, 0, FALSE,
                               _("The node “%s” comes twice; the first one was read."), id);
      return node;
    }
  node = g_new0 (NetzForeignNode, 1);
  node->id = g_strdup (id);
  node->x = node->y = node->width = node->height = NAN;
  node->data = netz_parts_new ();
  node->line = line;
  g_ptr_array_add (self->nodes, node);
  g_hash_table_insert (self->by_id, node->id, node);
  return node;
}

/**
 * netz_foreign_graph_find:
 * @id: as the file has it
 *
 * Returns: (transfer none) (nullable): the node
 */
NetzForeignNode *
netz_foreign_graph_find (NetzForeignGraph *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * netz_foreign_graph_add_edge:
 * @from: id of a node, which may come later in the file
 * @to: likewise
 * @line: where it stands; 0 = nowhere
 *
 * Returns: (transfer none): the edge
 */
NetzForeignEdge *
netz_foreign_graph_add_edge (NetzForeignGraph *self, const char *from, const char *to, guint line)
{
  NetzForeignEdge *edge = g_new0 (NetzForeignEdge, 1);

  edge->from = g_strdup (from);
  edge->to = g_strdup (to);
  edge->data = netz_parts_new ();
  edge->line = line;
  g_ptr_array_add (self->edges, edge);
  return edge;
}

/**
 * netz_foreign_set_text:
 * @place: (inout): a text of a node or edge, which a damaged file may give twice
 * @text: (nullable): its new text
 */
void
netz_foreign_set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/**
 * netz_foreign_data_add:
 * @data: fields of a node or edge
 * @name: the field's name; without one nothing is added
 * @value: (nullable): its value; without one nothing is added
 */
void
netz_foreign_data_add (GPtrArray *data, const char *name, const char *value)
{
  const char *const values[] = { name, value };
  g_autoptr (NetzPart) part = netz_part_new (&netz_data_part, values);

  /* Control characters are left out: there may be nothing left. */
  if (netz_part_get_nth (part, 0) != NULL && netz_part_get_nth (part, 1) != NULL)
    g_ptr_array_add (data, g_steal_pointer (&part));
}

/**
 * netz_foreign_data_get:
 * @data: fields of a node or edge
 * @name: a field's name, in small or capital letters
 *
 * Returns: (transfer none) (nullable): the first value of that name
 */
const char *
netz_foreign_data_get (GPtrArray *data, const char *name)
{
  for (guint i = 0; i < data->len; i++)
    if (g_ascii_strcasecmp (netz_part_get_nth (data->pdata[i], 0), name) == 0)
      return netz_part_get_nth (data->pdata[i], 1);
  return NULL;
}
