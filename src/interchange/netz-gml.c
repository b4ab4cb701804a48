/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-gml.h"

#include "interchange/netz-foreign-graph.h"
#include "interchange/netz-foreign-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_DEPTH 32

/* What is being read: a list of keys and values that is a node, an edge, its drawing, or nothing that is known. */
typedef struct
{
  NetzForeignGraph *graph;
  NetzForeignText text;
  GError *error;
} Reader;

/* A value of a node or edge, by its path: "graphics x". */
typedef void (*TakeFunc) (Reader *self, const char *path, const char *value, gpointer data);

static void
fail (Reader *self, const char *expected)
{
  if (self->error == NULL)
    g_set_error (&self->error, NETZ_FOREIGN_ERROR, NETZ_FOREIGN_ERROR_FORMAT, _("Line %u: “%s” was expected here."),
                 self->text.line, expected);
}

static void
read_list (Reader *self, const char *path, guint depth, TakeFunc take, gpointer data)
{
  if (depth > MAX_DEPTH)
    {
      fail (self, "]");
      return;
    }
  for (;;)
    {
      g_autofree char *key = netz_foreign_text_next (&self->text, NULL);
      g_autofree char *own = NULL;
      g_autofree char *value = NULL;
      gboolean quoted;

      if (self->error != NULL)
        return;
      if (key == NULL || g_str_equal (key, "]"))
        {
          if (key == NULL)
            fail (self, "]");
          return;
        }
      own = *path != '\0' ? g_strdup_printf ("%s %s", path, key) : g_strdup (key);
      value = netz_foreign_text_next (&self->text, &quoted);
      if (value == NULL)
        fail (self, "]");
      else if (!quoted && g_str_equal (value, "["))
        read_list (self, own, depth + 1, take, data);
      else
        {
          g_autofree char *plain = netz_foreign_text_unescape (value);

          take (self, own, plain, data);
        }
    }
}

/* Values come before one knows whose they are: the id may be the last. */
static void
keep_value (Reader *self, const char *path, const char *value, gpointer data)
{
  netz_foreign_data_add (data, path, value);
}

static double
get_number (GPtrArray *values, const char *path)
{
  const char *text = netz_foreign_data_get (values, path);
  char *end = NULL;
  double number = text != NULL ? g_ascii_strtod (text, &end) : NAN;

  return text != NULL && end != text && isfinite (number) ? number : NAN;
}

static void
keep_rest (GPtrArray *from, GPtrArray *to, const char *const *used)
{
  for (guint i = 0; i < from->len; i++)
    {
      const char *path = netz_part_get_nth (from->pdata[i], 0);

      if (!g_strv_contains (used, path) && !g_str_has_prefix (path, "graphics ")
          && !g_str_has_prefix (path, "LabelGraphics "))
        g_ptr_array_add (to, netz_part_ref (from->pdata[i]));
    }
}

static void
read_node (Reader *self)
{
  static const char *const used[] = { "id", "label", "name", "gid", "isGroup", NULL };
  g_autoptr (GPtrArray) values = netz_parts_new ();
  guint line = self->text.line;
  const char *id, *label;
  NetzForeignNode *node;

  read_list (self, "", 0, keep_value, values);
  if (self->error != NULL)
    return;
  id = netz_foreign_data_get (values, "id");
  label = netz_foreign_data_get (values, "label");
  if (label == NULL)
    label = netz_foreign_data_get (values, "LabelGraphics text");
  if (label == NULL)
    label = netz_foreign_data_get (values, "name");
  if (id == NULL)
    {
      netz_exchange_notes_add (self->graph->notes, line, 0, FALSE, _("A node without id was left out."));
      return;
    }
  node = netz_foreign_graph_add_node (self->graph, id, line);
  if (node->label == NULL)
    netz_foreign_set_text (&node->label, label);
  netz_foreign_set_text (&node->group, netz_foreign_data_get (values, "gid"));
  node->is_group = g_strcmp0 (netz_foreign_data_get (values, "isGroup"), "1") == 0;
  node->x = get_number (values, "graphics x");
  node->y = get_number (values, "graphics y");
  keep_rest (values, node->data, used);
}

static void
read_edge (Reader *self)
{
  static const char *const used[] = { "id", "source", "target", "label", NULL };
  g_autoptr (GPtrArray) values = netz_parts_new ();
  guint line = self->text.line;
  NetzForeignEdge *edge;

  read_list (self, "", 0, keep_value, values);
  if (self->error != NULL)
    return;
  edge = netz_foreign_graph_add_edge (self->graph, netz_foreign_data_get (values, "source"),
                                      netz_foreign_data_get (values, "target"), line);
  netz_foreign_set_text (&edge->label, netz_foreign_data_get (values, "label"));
  keep_rest (values, edge->data, used);
}

static void
ignore (Reader *self, const char *path, const char *value, gpointer data)
{
}

static void
read_graph (Reader *self)
{
  for (;;)
    {
      g_autofree char *key = netz_foreign_text_next (&self->text, NULL);
      g_autofree char *value = NULL;
      gboolean quoted;

      if (self->error != NULL || key == NULL || g_str_equal (key, "]"))
        {
          if (key == NULL)
            fail (self, "]");
          return;
        }
      value = netz_foreign_text_next (&self->text, &quoted);
      if (value == NULL || quoted || !g_str_equal (value, "["))
        continue;
      if (g_str_equal (key, "node"))
        read_node (self);
      else if (g_str_equal (key, "edge"))
        read_edge (self);
      else
        read_list (self, "", 0, ignore, NULL);
    }
}

/* Creator, Version and the like stand before the graph. */
static gboolean
find_graph (Reader *self)
{
  for (;;)
    {
      g_autofree char *key = netz_foreign_text_next (&self->text, NULL);
      g_autofree char *value = key != NULL ? netz_foreign_text_next (&self->text, NULL) : NULL;

      if (value == NULL)
        return FALSE;
      if (g_str_equal (key, "graph") && g_str_equal (value, "["))
        return TRUE;
      if (g_str_equal (value, "["))
        read_list (self, "", 0, ignore, NULL);
    }
}

/**
 * netz_gml_read:
 * @draft: a draft of a network that has its kinds and programmes
 * @bytes: a file
 * @notes: (out) (optional) (element-type NetzExchangeNote): what was noticed
 * @error: return location: %NETZ_FOREIGN_ERROR
 *
 * Returns: whether it could be read
 */
gboolean
netz_gml_read (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error)
{
  g_autofree char *text = netz_foreign_text_decode (bytes, error);
  g_autoptr (NetzForeignGraph) graph = NULL;
  Reader self = { .text = { .cursor = text, .line = 1, .signs = "[]", .hash_comments = TRUE } };

  if (text == NULL)
    return FALSE;
  graph = self.graph = netz_foreign_graph_new ();
  if (find_graph (&self))
    read_graph (&self);
  else
    fail (&self, "graph [");
  if (notes != NULL)
    *notes = g_ptr_array_ref (graph->notes);
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return FALSE;
    }
  return netz_foreign_graph_apply (graph, draft, error);
}
