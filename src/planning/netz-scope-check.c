/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-scope.h"
#include "planning/netz-scope-edit.h"

#include "model/netz-date.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse_name (const NetzField *field, const char *name, GError **error)
{
  /* Translators: the label of a field, then what somebody typed: "Kind: there is no “libary”." */
  g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE, _("%s: there is no “%s”."),
               netz_field_get_label (field), name);
  return FALSE;
}

static gboolean
check_number (const char *text, GError **error)
{
  double number;

  if (netz_number_parse (text, &number))
    return TRUE;
  g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE, _("“%s” is not a number."), text);
  return FALSE;
}

static gboolean
check_date (const char *text, GError **error)
{
  NetzDate date;

  if (netz_date_parse_input (text, &date))
    return TRUE;
  g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE,
               _("“%s” is not a date. Dates are written 2008, 08/2008, 25.08.2008 or 2008/09."), text);
  return FALSE;
}

/**
 * netz_scope_is_called:
 * @record: a kind, programme, institution …
 * @folded: a name as netz_fold() makes it
 *
 * Returns: whether that is its id or one of its names
 */
gboolean
netz_scope_is_called (const NetzRecord *record, const char *folded)
{
  const NetzField *field = netz_table_find_field (netz_record_get_table (record), "names");
  GPtrArray *names = field != NULL ? netz_field_get_list (field, record) : NULL;
  g_autofree char *id = netz_fold (netz_record_get_id (record));
  g_autofree char *title = netz_fold (netz_record_get_title (record));

  if (g_str_equal (id, folded) || g_str_equal (title, folded))
    return TRUE;
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *name = netz_fold (netz_part_get (names->pdata[i], "text"));

      if (g_str_equal (name, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_record (NetzNetwork *network, NetzTable table, const char *folded)
{
  NetzNetworkIter iter;
  NetzRecord *record;

  netz_network_iter_init (&iter, network, table);
  while (netz_network_iter_next (&iter, &record))
    if (netz_scope_is_called (record, folded))
      return TRUE;
  return FALSE;
}

static gboolean
is_choice (const NetzField *field, const char *folded)
{
  for (const NetzChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_autofree char *label = netz_fold (netz_field_get_choice_label (field, choice->id));

      if (g_str_equal (choice->id, folded) || g_str_equal (label, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_value (NetzNetwork *network, const NetzField *field, const char *value, const char *folded, GError **error)
{
  switch (field->type)
    {
    case NETZ_FIELD_DATE:
      return check_date (value, error);
    case NETZ_FIELD_NUMBER:
      return check_number (value, error);
    case NETZ_FIELD_REF:
      return is_record (network, field->target, folded) ||
             refuse_name (field, value, error);
    case NETZ_FIELD_CHOICE:
      return is_choice (field, folded) ||
             refuse_name (field, value, error);
    default:
      return TRUE;
    }
}

static gboolean
check_term (NetzNetwork *network, const NetzTerm *term, GError **error)
{
  NetzTable table = netz_scope_find_table (term);
  const NetzField *field = table != NETZ_N_TABLES ? netz_term_find_field (term, table) : NULL;

  if (table == NETZ_N_TABLES)
    {
      g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE,
                   _("Neither institutions nor partnerships have a field “%s”."), term->field);
      return FALSE;
    }
  if (g_strcmp0 (term->field, "degree") == 0)
    field = netz_table_find_field (NETZ_TABLE_INSTITUTION, "capacity");
  if (field == NULL || term->op == NETZ_TERM_CONTAINS)
    return TRUE;
  for (guint i = 0; term->values[i] != NULL; i++)
    if (*term->values[i] != '\0' && !check_value (network, field, term->values[i], term->folded[i], error))
      return FALSE;
  return TRUE;
}

/**
 * netz_scope_check:
 * @self: a scope that somebody typed
 * @network: a network
 * @error: return location: %NETZ_MODEL_ERROR_VALUE or %NETZ_MODEL_ERROR_MISSING
 *
 * Finds what netz_scope_cut() would take without a word, and then find nothing:
 * kinds and statuses that there are not, dates that are none. What was saved
 * before a kind was deleted can still be cut.
 *
 * Returns: whether all of it makes sense in @network
 */
gboolean
netz_scope_check (const NetzScope *self, NetzNetwork *network, GError **error)
{
  g_autoptr (NetzFilter) filter = netz_filter_new (self->filter, error);

  if (filter == NULL)
    return FALSE;
  for (guint i = 0; i < netz_filter_get_n_terms (filter); i++)
    if (!check_term (network, netz_filter_get_term (filter, i), error))
      return FALSE;
  if (self->as_of != NULL && *self->as_of != '\0' && !check_date (self->as_of, error))
    return FALSE;
  if (self->focus == NULL || netz_network_get_institution (network, self->focus) != NULL)
    return TRUE;
  g_set_error_literal (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_MISSING,
                       _("The institution that the steps begin at is no longer in the network."));
  return FALSE;
}
