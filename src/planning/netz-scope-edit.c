/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-scope-edit.h"

#include <string.h>

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
take_filter (NetzScope *self, const NetzFilter *filter)
{
  g_free (self->filter);
  self->filter = netz_filter_print (filter);
}

/**
 * netz_scope_set_term:
 * @self: a scope
 * @index: which term of its filter; as many as there are to add one
 * @term: (transfer full) (nullable): what it is to be; %NULL takes it away
 *
 * Does nothing to a filter that cannot be read.
 */
void
netz_scope_set_term (NetzScope *self, guint index, NetzTerm *term)
{
  g_autoptr (NetzFilter) filter = netz_filter_new (self->filter, NULL);

  if (filter == NULL)
    {
      g_clear_pointer (&term, netz_term_free);
      return;
    }
  netz_filter_set_term (filter, MIN (index, netz_filter_get_n_terms (filter)), term);
  take_filter (self, filter);
}

/**
 * netz_scope_set_as_of:
 * @self: a scope
 * @as_of: (nullable): a date as in files, %NULL for no day
 */
void
netz_scope_set_as_of (NetzScope *self, const char *as_of)
{
  char *copy = is_set (as_of) ? g_strdup (as_of) : NULL;

  g_free (self->as_of);
  self->as_of = copy;
}

/**
 * netz_scope_set_focus:
 * @self: a scope
 * @focus: (nullable): id of an institution, %NULL for none
 * @steps: how far to go
 */
void
netz_scope_set_focus (NetzScope *self, const char *focus, guint steps)
{
  char *copy = g_strdup (focus);

  g_free (self->focus);
  self->focus = copy;
  self->steps = focus != NULL ? steps : 0;
}

/**
 * netz_scope_remove_condition:
 * @self: a scope
 * @condition: one of its conditions, as listed
 */
void
netz_scope_remove_condition (NetzScope *self, const NetzCondition *condition)
{
  switch (condition->type)
    {
    case NETZ_CONDITION_AS_OF:
      netz_scope_set_as_of (self, NULL);
      break;
    case NETZ_CONDITION_FOCUS:
      netz_scope_set_focus (self, NULL, 0);
      break;
    case NETZ_CONDITION_TERM:
      netz_scope_set_term (self, condition->term, NULL);
      break;
    }
}

static gboolean
is_on_kinds (const NetzTerm *term)
{
  return g_strcmp0 (term->field, "kind") == 0 && (term->op == NETZ_TERM_EQUAL || term->op == NETZ_TERM_DIFFERENT);
}

static gboolean
names (const NetzTerm *term, const NetzKind *kind)
{
  for (guint i = 0; term->folded[i] != NULL; i++)
    if (netz_scope_is_called ((const NetzRecord *) kind, term->folded[i]))
      return TRUE;
  return FALSE;
}

/* The same term with one value more. */
static NetzTerm *
add_value (const NetzTerm *term, const char *value)
{
  guint n = g_strv_length (term->values);
  g_autofree const char **values = g_new0 (const char *, n + 2);

  memcpy (values, term->values, n * sizeof *values);
  values[n] = value;
  return netz_term_new (term->op, term->field, values, NULL);
}

/* NULL where that was the last one. */
static NetzTerm *
remove_kind (const NetzTerm *term, const NetzKind *kind)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; term->values[i] != NULL; i++)
    if (!netz_scope_is_called ((const NetzRecord *) kind, term->folded[i]))
      g_ptr_array_add (values, term->values[i]);
  if (values->len == 0)
    return NULL;
  g_ptr_array_add (values, NULL);
  return netz_term_new (term->op, term->field, (const char *const *) values->pdata, NULL);
}

/**
 * netz_scope_takes_kind:
 * @self: a scope
 * @kind: a kind
 *
 * Returns: whether its conditions on kinds let institutions of that kind pass
 */
gboolean
netz_scope_takes_kind (const NetzScope *self, const NetzKind *kind)
{
  g_autoptr (NetzFilter) filter = netz_filter_new (self->filter, NULL);

  for (guint i = 0; filter != NULL && i < netz_filter_get_n_terms (filter); i++)
    {
      const NetzTerm *term = netz_filter_get_term (filter, i);

      if (is_on_kinds (term) && names (term, kind) != (term->op == NETZ_TERM_EQUAL))
        return FALSE;
    }
  return TRUE;
}

static void
show_kind (NetzFilter *filter, const NetzKind *kind)
{
  for (guint i = netz_filter_get_n_terms (filter); i-- > 0;)
    {
      const NetzTerm *term = netz_filter_get_term (filter, i);

      if (!is_on_kinds (term) || names (term, kind) == (term->op == NETZ_TERM_EQUAL))
        continue;
      netz_filter_set_term (filter, i,
                            term->op == NETZ_TERM_EQUAL
                                ? add_value (term, netz_record_get_id ((const NetzRecord *) kind))
                                : remove_kind (term, kind));
    }
}

static void
hide_kind (NetzFilter *filter, const NetzKind *kind)
{
  const char *values[] = { netz_record_get_id ((const NetzRecord *) kind), NULL };
  guint n = netz_filter_get_n_terms (filter);

  for (guint i = 0; i < n; i++)
    {
      const NetzTerm *term = netz_filter_get_term (filter, i);

      if (is_on_kinds (term) && (term->op == NETZ_TERM_DIFFERENT || g_strv_length (term->values) > 1))
        {
          netz_filter_set_term (filter, i, term->op == NETZ_TERM_DIFFERENT ? add_value (term, values[0])
                                                                           : remove_kind (term, kind));
          return;
        }
    }
  netz_filter_set_term (filter, n, netz_term_new (NETZ_TERM_DIFFERENT, "kind", values, NULL));
}

/**
 * netz_scope_show_kind:
 * @self: a scope
 * @kind: a kind
 * @shown: whether its conditions on kinds shall let institutions of that kind pass
 */
void
netz_scope_show_kind (NetzScope *self, const NetzKind *kind, gboolean shown)
{
  g_autoptr (NetzFilter) filter = netz_filter_new (self->filter, NULL);

  if (filter == NULL || netz_scope_takes_kind (self, kind) == shown)
    return;
  if (shown)
    show_kind (filter, kind);
  else
    hide_kind (filter, kind);
  take_filter (self, filter);
}

/**
 * netz_scope_asks_for_status:
 * @self: a scope
 * @status: the id of a status
 *
 * Returns: whether a condition names that status as one that is wanted
 */
gboolean
netz_scope_asks_for_status (const NetzScope *self, const char *status)
{
  const NetzField *field = netz_table_find_field (NETZ_TABLE_PARTNERSHIP, "status");
  g_autofree char *label = netz_fold (netz_field_get_choice_label (field, status));
  g_autoptr (NetzFilter) filter = netz_filter_new (self->filter, NULL);

  for (guint i = 0; filter != NULL && i < netz_filter_get_n_terms (filter); i++)
    {
      const NetzTerm *term = netz_filter_get_term (filter, i);

      if (g_strcmp0 (term->field, "status") == 0 && term->op == NETZ_TERM_EQUAL &&
          (g_strv_contains ((const char *const *) term->folded, status) ||
           g_strv_contains ((const char *const *) term->folded, label)))
        return TRUE;
    }
  return FALSE;
}
