/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-pajek.h"

#include "interchange/netz-foreign-graph.h"
#include "interchange/netz-foreign-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_VERTICES 1000000

typedef enum
{
  NOWHERE,
  VERTICES,
  EDGES, /* two vertices and a weight a line */
  LISTS, /* a vertex and all that it is joined to */
  MATRIX,
} Section;

typedef struct
{
  NetzForeignGraph *graph;
  Section section;
  guint n_vertices;
  guint line;
  guint row; /* of a matrix */
  GError *error;
} Reader;

static void
fail (Reader *self, const char *message)
{
  if (self->error == NULL)
    g_set_error (&self->error, NETZ_FOREIGN_ERROR, NETZ_FOREIGN_ERROR_FORMAT, _("Line %u: %s"), self->line, message);
}

static void
begin_section (Reader *self, const char *keyword, const char *count)
{
  static const struct
  {
    const char *keyword;
    Section section;
  } sections[] = { { "*vertices", VERTICES }, { "*arcs", EDGES },      { "*edges", EDGES },
                   { "*arcslist", LISTS },    { "*edgeslist", LISTS }, { "*matrix", MATRIX } };
  g_autofree char *lower = g_ascii_strdown (keyword, -1);
  char *colon = strchr (lower, ':'); /* "*arcs :2" and "*arcs:2" are of a second relation */

  if (colon != NULL)
    *colon = '\0';
  self->section = NOWHERE;
  self->row = 0;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (lower, sections[i].keyword))
      self->section = sections[i].section;
  if (self->section != VERTICES)
    return;
  self->n_vertices = count != NULL ? (guint) g_ascii_strtoull (count, NULL, 10) : 0;
  if (self->n_vertices == 0 || self->n_vertices > MAX_VERTICES)
    fail (self, _("after *Vertices comes how many there are."));
}

/* The vertex's id, which is its number in its shortest form; also of those that are not listed. */
static char *
read_number (Reader *self, const char *number)
{
  guint64 n = 0;

  if (!g_ascii_string_to_unsigned (number, 10, 1, MAX (self->n_vertices, 1), &n, NULL))
    {
      fail (self, _("this is not the number of a vertex."));
      return NULL;
    }
  return g_strdup_printf ("%u", (guint) n);
}

static void
read_vertex (Reader *self, GPtrArray *words)
{
  g_autofree char *id = read_number (self, words->pdata[0]);
  NetzForeignNode *node = netz_foreign_graph_find (self->graph, id);
  double place[2];

  if (node == NULL)
    return;
  if (words->len > 1)
    netz_foreign_set_text (&node->label, words->pdata[1]);
  node->line = self->line;
  if (words->len < 4)
    return;
  for (guint i = 0; i < 2; i++)
    {
      char *end;

      place[i] = g_ascii_strtod (words->pdata[2 + i], &end);
      if (end == words->pdata[2 + i] || !isfinite (place[i]))
        return;
    }
  node->x = place[0];
  node->y = place[1];
}

static void
read_edge (Reader *self, GPtrArray *words)
{
  g_autofree char *from = read_number (self, words->pdata[0]);
  g_autofree char *to = from != NULL && words->len > 1 ? read_number (self, words->pdata[1]) : NULL;
  NetzForeignEdge *edge;

  if (to == NULL)
    {
      fail (self, _("two numbers of vertices were expected here."));
      return;
    }
  edge = netz_foreign_graph_add_edge (self->graph, from, to, self->line);
  if (words->len > 2 && g_ascii_isdigit (*(char *) words->pdata[2]))
    netz_foreign_data_add (edge->data, "weight", words->pdata[2]);
  for (guint i = 2; i + 1 < words->len; i++)
    if (g_str_equal (words->pdata[i], "l"))
      netz_foreign_set_text (&edge->label, words->pdata[i + 1]);
}

static void
read_list (Reader *self, GPtrArray *words)
{
  g_autofree char *from = read_number (self, words->pdata[0]);

  for (guint i = 1; from != NULL && i < words->len; i++)
    {
      g_autofree char *to = read_number (self, words->pdata[i]);

      if (to != NULL)
        netz_foreign_graph_add_edge (self->graph, from, to, self->line);
    }
}

static void
read_row (Reader *self, GPtrArray *words)
{
  g_autofree char *from = g_strdup_printf ("%u", ++self->row);

  if (self->row > self->n_vertices)
    return;
  for (guint i = 0; i < MIN (words->len, self->n_vertices); i++)
    if (g_ascii_strtod (words->pdata[i], NULL) != 0)
      {
        g_autofree char *to = g_strdup_printf ("%u", i + 1);

        netz_foreign_graph_add_edge (self->graph, from, to, self->line);
      }
}

static GPtrArray *
split_line (const char *line)
{
  NetzForeignText text = { .cursor = line, .line = 1, .signs = "" };
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  char *word;

  while ((word = netz_foreign_text_next (&text, NULL)) != NULL)
    g_ptr_array_add (words, word);
  return words;
}

static void
add_vertices (Reader *self)
{
  for (guint i = 1; i <= self->n_vertices; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      netz_foreign_graph_add_node (self->graph, id, 0);
    }
}

/* FALSE where a second network begins. */
static gboolean
read_line (Reader *self, const char *line)
{
  g_autoptr (GPtrArray) words = split_line (line);

  if (words->len == 0 || *(char *) words->pdata[0] == '%')
    return TRUE;
  if (*(char *) words->pdata[0] == '*')
    {
      if (self->n_vertices > 0 && g_ascii_strcasecmp (words->pdata[0], "*vertices") == 0)
        return FALSE;
      begin_section (self, words->pdata[0], words->len > 1 ? words->pdata[1] : NULL);
      if (self->section == VERTICES && self->error == NULL)
        add_vertices (self);
      return TRUE;
    }
  if (self->section == VERTICES)
    read_vertex (self, words);
  else if (self->section == EDGES)
    read_edge (self, words);
  else if (self->section == LISTS)
    read_list (self, words);
  else if (self->section == MATRIX)
    read_row (self, words);
  return TRUE;
}

/**
 * netz_pajek_read:
 * @draft: a draft of a network that has its kinds and programmes
 * @bytes: a file
 * @notes: (out) (optional) (element-type NetzExchangeNote): what was noticed
 * @error: return location: %NETZ_FOREIGN_ERROR
 *
 * Returns: whether it could be read
 */
gboolean
netz_pajek_read (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error)
{
  g_autofree char *text = netz_foreign_text_decode (bytes, error);
  g_autoptr (NetzForeignGraph) graph = NULL;
  g_auto (GStrv) lines = NULL;
  Reader self = { NULL };

  if (text == NULL)
    return FALSE;
  graph = self.graph = netz_foreign_graph_new ();
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && self.error == NULL; i++)
    {
      self.line = i + 1;
      if (!read_line (&self, lines[i]))
        {
          netz_exchange_notes_add (graph->notes, self.line, 0, FALSE,
                                   _("There is a second network in the file; only the first one was read."));
          break;
        }
    }
  if (notes != NULL)
    *notes = g_ptr_array_ref (graph->notes);
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return FALSE;
    }
  return netz_foreign_graph_apply (graph, draft, error);
}
