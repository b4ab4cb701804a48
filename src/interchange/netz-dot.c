/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-dot.h"

#include "interchange/netz-foreign-graph.h"
#include "interchange/netz-foreign-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_DEPTH 64
#define POINTS 0.75 /* of a scene unit; Graphviz counts in points, upwards */

typedef struct
{
  NetzForeignGraph *graph;
  NetzForeignText text;
  GError *error;
} Reader;

static void
fail (Reader *self, const char *expected)
{
  if (self->error == NULL)
    g_set_error (&self->error, NETZ_FOREIGN_ERROR, NETZ_FOREIGN_ERROR_FORMAT, _("Line %u: “%s” was expected here."),
                 self->text.line, expected);
}

static gboolean
take_sign (Reader *self, const char *sign)
{
  g_autofree char *word = netz_foreign_text_peek (&self->text);

  if (word == NULL || !g_str_equal (word, sign))
    return FALSE;
  g_free (netz_foreign_text_next (&self->text, NULL));
  return TRUE;
}

/* What stands between < and >: markup, of which the text is kept. */
static char *
take_markup (Reader *self)
{
  GString *text = g_string_new (NULL);
  guint depth = 1;

  for (; *self->text.cursor != '\0' && depth > 0; self->text.cursor++)
    {
      char letter = *self->text.cursor;

      self->text.line += letter == '\n';
      depth += letter == '<';
      depth -= letter == '>';
      if (depth == 1 && letter != '>' && letter != '<')
        g_string_append_c (text, letter);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

/* A name or a value: a word, a quoted one, a number with a sign, or markup. NULL where a sign comes. */
static char *
take_id (Reader *self)
{
  g_autofree char *next = netz_foreign_text_peek (&self->text);
  gboolean quoted;
  char *word;

  if (next == NULL)
    return NULL;
  word = netz_foreign_text_next (&self->text, &quoted);
  if (quoted)
    return word;
  if (g_str_equal (word, "<"))
    {
      g_free (word);
      return take_markup (self);
    }
  if (g_str_equal (word, "-"))
    {
      g_autofree char *number = netz_foreign_text_next (&self->text, NULL);

      g_free (word);
      return g_strconcat ("-", number, NULL);
    }
  if (strlen (word) == 1 && strchr (self->text.signs, *word) != NULL)
    {
      fail (self, _("a name"));
      g_clear_pointer (&word, g_free);
    }
  return word;
}

/* [ a = b, c = d ] as often as it comes. */
static void
read_attributes (Reader *self, GPtrArray *data)
{
  while (self->error == NULL && take_sign (self, "["))
    while (self->error == NULL && !take_sign (self, "]"))
      {
        g_autofree char *name = take_id (self);
        g_autofree char *value = name != NULL && take_sign (self, "=") ? take_id (self) : NULL;

        if (name == NULL)
          fail (self, "]");
        netz_foreign_data_add (data, name, value);
        if (!take_sign (self, ","))
          take_sign (self, ";");
      }
}

/* \n, \l and \r end lines of a label. */
static char *
clean_label (const char *label, const char *id)
{
  g_autoptr (GRegex) ends = g_regex_new ("\\\\[nlr]", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (ends, label, -1, 0, " ", 0, NULL);

  if (g_str_equal (label, "\\N"))
    return g_strdup (id);
  return netz_foreign_text_unescape (plain);
}

static void
describe_node (NetzForeignNode *node, GPtrArray *data)
{
  static const char *const used[] = { "label", "pos", "x", "y", NULL };
  const char *label = netz_foreign_data_get (data, "label");
  const char *place = netz_foreign_data_get (data, "pos");

  if (label != NULL && node->label == NULL)
    node->label = clean_label (label, node->id);
  if (place != NULL)
    {
      char *end;
      double x = g_ascii_strtod (place, &end);
      double y = *end == ',' ? g_ascii_strtod (end + 1, NULL) : NAN;

      if (end != place && isfinite (x) && isfinite (y))
        {
          node->x = x / POINTS;
          node->y = -y / POINTS;
        }
    }
  for (guint i = 0; i < data->len; i++)
    if (!g_strv_contains (used, netz_part_get_nth (data->pdata[i], 0)))
      g_ptr_array_add (node->data, netz_part_ref (data->pdata[i]));
}

static NetzForeignNode *
find_or_add (Reader *self, const char *id, const char *group)
{
  NetzForeignNode *node = netz_foreign_graph_find (self->graph, id);

  if (node == NULL)
    {
      node = netz_foreign_graph_add_node (self->graph, id, self->text.line);
      netz_foreign_set_text (&node->group, group);
    }
  return node;
}

static GPtrArray *read_statements (Reader *self, const char *group, guint depth);

/* One end of an edge: a node, or all of a subgraph. */
static GPtrArray *
read_end (Reader *self, const char *group, guint depth)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *name = NULL;
  gboolean subgraph = take_sign (self, "subgraph");

  if (depth > MAX_DEPTH)
    fail (self, "}");
  if (subgraph && !take_sign (self, "{"))
    {
      name = take_id (self);
      if (!take_sign (self, "{"))
        {
          fail (self, "{");
          return g_ptr_array_new_with_free_func (g_free);
        }
    }
  else if (!subgraph && !take_sign (self, "{"))
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      name = take_id (self);
      if (name != NULL)
        {
          find_or_add (self, name, group);
          g_ptr_array_add (ids, g_steal_pointer (&name));
        }
      while (take_sign (self, ":")) /* the port of a node */
        g_free (take_id (self));
      return g_steal_pointer (&ids);
    }
  if (name != NULL && g_str_has_prefix (name, "cluster"))
    netz_foreign_graph_add_node (self->graph, name, self->text.line)->is_group = TRUE;
  return read_statements (self, name != NULL && g_str_has_prefix (name, "cluster") ? name : group, depth + 1);
}

static gboolean
take_joint (Reader *self)
{
  NetzForeignText before = self->text;

  if (!take_sign (self, "-"))
    return FALSE;
  if (take_sign (self, ">") || take_sign (self, "-"))
    return TRUE;
  self->text = before;
  return FALSE;
}

static void
join (Reader *self, GPtrArray *from, GPtrArray *to, GPtrArray *edges)
{
  for (guint i = 0; i < from->len; i++)
    for (guint k = 0; k < to->len; k++)
      g_ptr_array_add (edges, netz_foreign_graph_add_edge (self->graph, from->pdata[i], to->pdata[k], self->text.line));
}

static void
describe_edges (GPtrArray *edges, GPtrArray *data)
{
  for (guint i = 0; i < edges->len; i++)
    {
      NetzForeignEdge *edge = edges->pdata[i];
      const char *label = netz_foreign_data_get (data, "label");

      edge->label = label != NULL ? clean_label (label, "") : NULL;
      for (guint k = 0; k < data->len; k++)
        if (g_strcmp0 (netz_part_get_nth (data->pdata[k], 0), "label") != 0)
          g_ptr_array_add (edge->data, netz_part_ref (data->pdata[k]));
    }
}

/* A graph's own attribute; the label of a cluster is its title. */
static void
take_own (Reader *self, const char *group, const char *name, const char *value)
{
  NetzForeignNode *node = netz_foreign_graph_find (self->graph, group);

  if (node != NULL && g_str_equal (name, "label") && node->label == NULL && value != NULL)
    node->label = clean_label (value, group);
}

/* graph, node and edge set what holds from here on: colours and fonts, nothing that says who works with whom. */
static gboolean
read_default (Reader *self, const char *group)
{
  static const char *const keywords[] = { "graph", "node", "edge" };

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      NetzForeignText before = self->text;
      g_autoptr (GPtrArray) data = netz_parts_new ();
      g_autofree char *next = NULL;

      if (!take_sign (self, keywords[i]))
        continue;
      next = netz_foreign_text_peek (&self->text);
      if (g_strcmp0 (next, "[") != 0)
        {
          self->text = before;
          return FALSE;
        }
      read_attributes (self, data);
      if (i == 0)
        take_own (self, group, "label", netz_foreign_data_get (data, "label"));
      return TRUE;
    }
  return FALSE;
}

static void
read_statement (Reader *self, const char *group, guint depth, GPtrArray *members)
{
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();
  g_autoptr (GPtrArray) data = netz_parts_new ();
  g_autoptr (GPtrArray) from = NULL;

  if (read_default (self, group))
    return;
  from = read_end (self, group, depth);
  if (self->error == NULL && from->len == 1 && take_sign (self, "="))
    {
      g_autofree char *value = take_id (self);
      NetzForeignNode *node = netz_foreign_graph_find (self->graph, from->pdata[0]);

      take_own (self, group, from->pdata[0], value);
      /* It was taken for a node until the sign came. */
      if (node == self->graph->nodes->pdata[self->graph->nodes->len - 1])
        {
          g_hash_table_remove (self->graph->by_id, node->id);
          g_ptr_array_remove_index (self->graph->nodes, self->graph->nodes->len - 1);
        }
      return;
    }
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (members, g_strdup (from->pdata[i]));
  while (self->error == NULL && take_joint (self))
    {
      GPtrArray *to = read_end (self, group, depth);

      join (self, from, to, edges);
      for (guint i = 0; i < to->len; i++)
        g_ptr_array_add (members, g_strdup (to->pdata[i]));
      g_ptr_array_unref (from);
      from = to;
    }
  read_attributes (self, data);
  if (edges->len > 0)
    describe_edges (edges, data);
  else if (from->len == 1)
    describe_node (netz_foreign_graph_find (self->graph, from->pdata[0]), data);
}

/* Up to the brace that closes; gives the ids of all nodes that were named. */
static GPtrArray *
read_statements (Reader *self, const char *group, guint depth)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (g_free);

  while (self->error == NULL && !take_sign (self, "}"))
    {
      g_autofree char *next = netz_foreign_text_peek (&self->text);

      if (next == NULL)
        fail (self, "}");
      else if (!take_sign (self, ";") && !take_sign (self, ","))
        read_statement (self, group, depth, members);
    }
  return members;
}

static void
read_graph (Reader *self)
{
  g_autofree char *name = NULL;

  take_sign (self, "strict");
  if (!take_sign (self, "graph") && !take_sign (self, "digraph"))
    {
      fail (self, "graph");
      return;
    }
  if (!take_sign (self, "{"))
    {
      name = take_id (self);
      if (!take_sign (self, "{"))
        {
          fail (self, "{");
          return;
        }
    }
  g_ptr_array_unref (read_statements (self, NULL, 0));
}

/**
 * netz_dot_read:
 * @draft: a draft of a network that has its kinds and programmes
 * @bytes: a file
 * @notes: (out) (optional) (element-type NetzExchangeNote): what was noticed
 * @error: return location: %NETZ_FOREIGN_ERROR
 *
 * Returns: whether it could be read
 */
gboolean
netz_dot_read (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error)
{
  g_autofree char *text = netz_foreign_text_decode (bytes, error);
  g_autoptr (NetzForeignGraph) graph = NULL;
  Reader self = { .text = { .cursor = text, .line = 1, .signs = "{}[];,=:-><", .hash_comments = TRUE,
                            .slash_comments = TRUE } };

  if (text == NULL)
    return FALSE;
  graph = self.graph = netz_foreign_graph_new ();
  read_graph (&self);
  if (notes != NULL)
    *notes = g_ptr_array_ref (graph->notes);
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return FALSE;
    }
  return netz_foreign_graph_apply (graph, draft, error);
}
