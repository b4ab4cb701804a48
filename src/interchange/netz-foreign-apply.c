/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes become institutions, edges partnerships, groups frames; what no field fits is kept as a further field. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-foreign-graph.h"

#include "model/netz-operations.h"
#include "model/netz-search.h"
#include "model/netz-suggest.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Scene units in the square around an institution: nearer they overlap, wider apart the drawing is lost. */
#define LEAST_ROOM (120.0 * 120.0)
#define MOST_ROOM (420.0 * 420.0)
#define FRAME_MARGIN 60.0
#define MAX_TOLD 20 /* more notes of one kind than these are counted only */

typedef struct
{
  NetzForeignGraph *graph;
  NetzDraft *draft;
  NetzGuess *guess;
  GHashTable *kinds;        /* folded id or name -> id */
  GHashTable *programmes;   /* likewise */
  GHashTable *institutions; /* id in the file -> id in the draft, owned by the draft */
  double scale;
  double left;
  double top;
  guint n_loops;
  guint n_dangling;
} Apply;

static void
clear_apply (Apply *self)
{
  g_clear_pointer (&self->guess, netz_guess_free);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  g_clear_pointer (&self->programmes, g_hash_table_unref);
  g_clear_pointer (&self->institutions, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Apply, clear_apply)

static GHashTable *
index_names (NetzDraft *draft, NetzTable table)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) all = netz_draft_list (draft, table);

  for (guint i = 0; i < all->len; i++)
    {
      const char *id = netz_record_get_id (all->pdata[i]);
      GPtrArray *names = table == NETZ_TABLE_KIND ? NETZ_KIND (all->pdata[i])->names
                                                  : NETZ_PROGRAMME (all->pdata[i])->names;

      g_hash_table_insert (index, netz_fold (id), g_strdup (id));
      for (guint k = 0; names != NULL && k < names->len; k++)
        g_hash_table_insert (index, netz_fold (netz_part_get (names->pdata[k], "text")), g_strdup (id));
    }
  return index;
}

static NetzGuess *
create_guess (NetzDraft *draft)
{
  g_autoptr (GPtrArray) kinds = netz_draft_list (draft, NETZ_TABLE_KIND);
  NetzGuess *guess = netz_guess_new ();

  for (guint i = 0; i < kinds->len; i++)
    netz_suggest_learn (guess, kinds->pdata[i]);
  return guess;
}

static const char *
look_up (GHashTable *index, const char *name)
{
  g_autofree char *folded = name != NULL ? netz_fold (name) : NULL;

  return folded != NULL ? g_hash_table_lookup (index, folded) : NULL;
}

/* What the file says, else what the name betrays. */
static const char *
choose_kind (const Apply *self, const NetzForeignNode *node, const char *name)
{
  static const char *const fields[] = { "kind", "Art", "type", "Typ", "Schulform", "category", "Kategorie" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *kind = look_up (self->kinds, netz_foreign_data_get (node->data, fields[i]));

      if (kind != NULL)
        return kind;
    }
  return netz_guess_kind (self->guess, name, NULL);
}

/* The field of that name or heading, where a text can be set. */
static const NetzField *
find_field (NetzTable table, const char *name)
{
  guint n_fields;
  const NetzField *fields = netz_table_get_fields (table, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].flags & (NETZ_FIELD_PLACE | NETZ_FIELD_INNER)) == 0 && fields[i].type != NETZ_FIELD_PARTS
        && fields[i].type != NETZ_FIELD_REF
        && (g_ascii_strcasecmp (fields[i].name, name) == 0
            || g_utf8_collate (netz_field_get_label (&fields[i]), name) == 0))
      return &fields[i];
  return NULL;
}

/* A field of ours where one is so called and takes the value; the rest stays as further fields. */
static void
set_data (NetzRecord *record, GPtrArray *data, const char *const *used)
{
  g_autoptr (GPtrArray) rest = netz_parts_new ();

  for (guint i = 0; i < data->len; i++)
    {
      const char *name = netz_part_get_nth (data->pdata[i], 0);
      const char *value = netz_part_get_nth (data->pdata[i], 1);
      const NetzField *field = name != NULL ? find_field (netz_record_get_table (record), name) : NULL;

      if (name == NULL || value == NULL || g_strv_contains (used, name))
        continue;
      if (field == NULL || netz_field_is_set (field, record) || !netz_field_parse (field, record, value, NULL))
        g_ptr_array_add (rest, netz_part_ref (data->pdata[i]));
    }
  netz_field_set_list (netz_table_find_field (netz_record_get_table (record), "data"), record, rest);
}

static void
add_node (Apply *self, const NetzForeignNode *node)
{
  static const char *const used[] = { "kind", NULL };
  g_autofree char *name = g_strstrip (g_strdup (node->label != NULL ? node->label : node->id));
  g_autofree char *line = g_strdelimit (g_strdup (*name != '\0' ? name : node->id), "\n\r\t", ' ');
  double x = (node->x - self->left) * self->scale;
  double y = (node->y - self->top) * self->scale;
  const char *id = netz_add_institution (self->draft, line, choose_kind (self, node, line), x, y);

  set_data (netz_draft_edit (self->draft, NETZ_TABLE_INSTITUTION, id), node->data, used);
  g_hash_table_insert (self->institutions, node->id, (gpointer) id);
}

static void
add_edge (Apply *self, const NetzForeignEdge *edge)
{
  static const char *const used[] = { "programme", "status", NULL };
  const char *from = edge->from != NULL ? g_hash_table_lookup (self->institutions, edge->from) : NULL;
  const char *to = edge->to != NULL ? g_hash_table_lookup (self->institutions, edge->to) : NULL;
  const char *status = netz_foreign_data_get (edge->data, "status");
  const NetzField *statuses = netz_table_find_field (NETZ_TABLE_PARTNERSHIP, "status");
  const char *id;
  NetzRecord *record;

  if (from == NULL || to == NULL)
    {
      if (++self->n_dangling <= MAX_TOLD)
        netz_exchange_notes_add (self->graph->notes, edge->line, 0, FALSE,
                                 _("The connection of “%s” and “%s” was left out: one of them is not in the file."),
                                 edge->from != NULL ? edge->from : "", edge->to != NULL ? edge->to : "");
      return;
    }
  if (from == to)
    {
      if (++self->n_loops <= MAX_TOLD)
        netz_exchange_notes_add (self->graph->notes, edge->line, 0, FALSE,
                                 _("The connection of “%s” with itself was left out."), edge->from);
      return;
    }
  id = netz_connect (self->draft, from, to, look_up (self->programmes, netz_foreign_data_get (edge->data, "programme")),
                     NULL, NULL);
  record = netz_draft_edit (self->draft, NETZ_TABLE_PARTNERSHIP, id);
  if (status != NULL)
    netz_field_parse (statuses, record, status, NULL);
  set_data (record, edge->data, used);
  if (edge->label != NULL && NETZ_PARTNERSHIP (record)->description == NULL)
    netz_record_set_text (record, "description", edge->label);
}

/* A frame around those that are in the group. */
static void
add_group (Apply *self, const NetzForeignNode *group)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
  const char *frame;

  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      const NetzForeignNode *node = self->graph->nodes->pdata[i];
      const char *id = g_hash_table_lookup (self->institutions, node->id);
      NetzInstitution *institution = id != NULL && g_strcmp0 (node->group, group->id) == 0
                                         ? (NetzInstitution *) netz_draft_get (self->draft, NETZ_TABLE_INSTITUTION, id)
                                         : NULL;

      if (institution == NULL || !netz_institution_is_placed (institution))
        continue;
      g_ptr_array_add (members, (gpointer) id);
      left = MIN (left, institution->x);
      right = MAX (right, institution->x);
      top = MIN (top, institution->y);
      bottom = MAX (bottom, institution->y);
    }
  if (members->len == 0)
    return;
  g_ptr_array_add (members, NULL);
  frame = netz_add_frame (self->draft, group->label != NULL ? group->label : group->id, left - FRAME_MARGIN,
                          top - FRAME_MARGIN, right - left + 2 * FRAME_MARGIN, bottom - top + 2 * FRAME_MARGIN);
  netz_put_in_frame (self->draft, (const char *const *) members->pdata, frame);
}

/* Brings the file's own units to ours, so that neighbours neither overlap nor are lost to each other. */
static void
find_scale (Apply *self)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
  double room;
  guint n = 0;

  self->scale = 1;
  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      const NetzForeignNode *node = self->graph->nodes->pdata[i];

      if (node->is_group || isnan (node->x) || isnan (node->y))
        continue;
      left = MIN (left, node->x);
      right = MAX (right, node->x);
      top = MIN (top, node->y);
      bottom = MAX (bottom, node->y);
      n++;
    }
  if (n > 0 && left == right && top == bottom)
    {
      /* All on one heap: that is no drawing. */
      for (guint i = 0; n > 1 && i < self->graph->nodes->len; i++)
        ((NetzForeignNode *) self->graph->nodes->pdata[i])->x = NAN;
      return;
    }
  if (n < 2)
    return;
  self->left = (left + right) / 2;
  self->top = (top + bottom) / 2;
  room = MAX (right - left, 1e-9) * MAX (bottom - top, (right - left) / n) / n;
  if (room < LEAST_ROOM)
    self->scale = sqrt (LEAST_ROOM / room);
  else if (room > MOST_ROOM)
    self->scale = sqrt (MOST_ROOM / room);
}

static void
tell_counts (Apply *self)
{
  GPtrArray *notes = self->graph->notes;

  if (self->n_loops > MAX_TOLD)
    netz_exchange_notes_add (notes, 0, 0, FALSE,
                             ngettext ("%u connection of an institution with itself was left out.",
                                       "%u connections of institutions with themselves were left out.", self->n_loops),
                             self->n_loops);
  if (self->n_dangling > MAX_TOLD)
    netz_exchange_notes_add (notes, 0, 0, FALSE,
                             ngettext ("%u connection with something that is not in the file was left out.",
                                       "%u connections with something that is not in the file were left out.",
                                       self->n_dangling),
                             self->n_dangling);
}

/**
 * netz_foreign_graph_apply:
 * @draft: a draft of a network that has its kinds and programmes
 * @error: return location: %NETZ_FOREIGN_ERROR_EMPTY
 *
 * Writes all nodes, edges and groups. Kinds are what the file says, else
 * guessed from the names; places are scaled so that neighbours do not overlap,
 * and institutions without one are put beside their partners. O(n log n); a
 * group costs O(nodes).
 *
 * Returns: whether there was anything
 */
gboolean
netz_foreign_graph_apply (NetzForeignGraph *self, NetzDraft *draft, GError **error)
{
  g_auto (Apply) apply = { .graph = self, .draft = draft };

  if (self->nodes->len == 0)
    {
      g_set_error_literal (error, NETZ_FOREIGN_ERROR, NETZ_FOREIGN_ERROR_EMPTY,
                           _("There is no node in the file, so there is nothing to read."));
      return FALSE;
    }
  apply.guess = create_guess (draft);
  apply.kinds = index_names (draft, NETZ_TABLE_KIND);
  apply.programmes = index_names (draft, NETZ_TABLE_PROGRAMME);
  apply.institutions = g_hash_table_new (g_str_hash, g_str_equal);
  find_scale (&apply);
  for (guint i = 0; i < self->nodes->len; i++)
    if (!((NetzForeignNode *) self->nodes->pdata[i])->is_group)
      add_node (&apply, self->nodes->pdata[i]);
  for (guint i = 0; i < self->edges->len; i++)
    add_edge (&apply, self->edges->pdata[i]);
  netz_place_unplaced (draft);
  for (guint i = 0; i < self->nodes->len; i++)
    if (((NetzForeignNode *) self->nodes->pdata[i])->is_group)
      add_group (&apply, self->nodes->pdata[i]);
  tell_counts (&apply);
  return TRUE;
}
