/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-scope-options.h"

#include "model/netz-date.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>

/**
 * netz_scope_options_clear:
 * @self: options
 */
void
netz_scope_options_clear (NetzScopeOptions *self)
{
  g_clear_pointer (&self->filter, g_free);
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->view, g_free);
}

/**
 * netz_scope_options_is_set:
 * @self: options
 *
 * Returns: whether one of them was given
 */
gboolean
netz_scope_options_is_set (const NetzScopeOptions *self)
{
  return self->filter != NULL || self->as_of != NULL || self->view != NULL;
}

static NetzView *
find_view (NetzNetwork *network, const char *name)
{
  g_autofree char *folded = netz_fold (name);
  NetzNetworkIter iter;
  NetzView *view;

  netz_network_iter_init (&iter, network, NETZ_TABLE_VIEW);
  while (netz_network_iter_next (&iter, &view))
    {
      g_autofree char *title = netz_fold (view->title);

      if (g_str_equal (netz_record_get_id (NETZ_RECORD (view)), name) || g_str_equal (title, folded))
        return view;
    }
  return NULL;
}

static char *
list_views (NetzNetwork *network)
{
  g_autoptr (GPtrArray) views = netz_network_list (network, NETZ_TABLE_VIEW);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    {
      const NetzView *view = views->pdata[i];

      /* Translators: the name of a view in a list, with its quotation marks */
      g_string_append_printf (list, _("%s“%s”"), i > 0 ? ", " : "", view->title != NULL ? view->title : "");
    }
  return g_string_free (list, FALSE);
}

static NetzScope *
begin (const NetzScopeOptions *self, NetzNetwork *network, GError **error)
{
  g_autofree char *name = netz_command_get_text (self->view);
  g_autofree char *list = NULL;
  NetzView *view = name != NULL ? find_view (network, name) : NULL;

  if (name == NULL)
    return netz_scope_new ();
  if (view != NULL)
    return netz_scope_new_from_view (view);
  list = list_views (network);
  if (*list == '\0')
    g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_MISSING,
                 _("There is no view “%s”; the network has no views."), name);
  else
    g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_MISSING,
                 _("There is no view “%s”. The views are: %s."), name, list);
  return NULL;
}

static void
add_date (const NetzScopeOptions *self, NetzScope *scope)
{
  g_autofree char *text = netz_command_get_text (self->as_of);
  NetzDate date;

  if (text == NULL)
    return;
  g_free (scope->as_of);
  scope->as_of = netz_date_parse_input (text, &date) ? netz_date_print (&date) : g_steal_pointer (&text);
}

static void
add_filter (const NetzScopeOptions *self, NetzScope *scope)
{
  g_autofree char *text = netz_command_get_text (self->filter);
  g_autofree char *before = scope->filter;

  if (text == NULL)
    scope->filter = g_steal_pointer (&before);
  else
    scope->filter = before != NULL ? g_strconcat (before, " ", text, NULL) : g_steal_pointer (&text);
}

/**
 * netz_scope_options_make_scope:
 * @self: options
 * @network: what they are to be used on
 * @error: return location: %NETZ_MODEL_ERROR_VALUE or %NETZ_MODEL_ERROR_MISSING
 *
 * Returns: (transfer full) (nullable): the scope that they ask for, where that makes sense
 */
NetzScope *
netz_scope_options_make_scope (const NetzScopeOptions *self, NetzNetwork *network, GError **error)
{
  g_autoptr (NetzScope) scope = begin (self, network, error);

  if (scope == NULL)
    return NULL;
  add_date (self, scope);
  add_filter (self, scope);
  return netz_scope_check (scope, network, error) ? g_steal_pointer (&scope) : NULL;
}

/**
 * netz_scope_options_apply:
 * @self: options
 * @document: a document; its network is replaced by the part that is in scope
 * @error: return location: %NETZ_MODEL_ERROR_VALUE or %NETZ_MODEL_ERROR_MISSING, to be told of @document
 *
 * The part has the day that was asked for as its "as of".
 *
 * Returns: whether what was asked for makes sense; else the document stays as it is
 */
gboolean
netz_scope_options_apply (const NetzScopeOptions *self, NetzDocument *document, GError **error)
{
  g_autoptr (NetzScope) scope = NULL;
  g_autoptr (NetzSnapshot) part = NULL;

  if (!netz_scope_options_is_set (self))
    return TRUE;
  scope = netz_scope_options_make_scope (self, document->network, error);
  if (scope == NULL)
    return FALSE;
  part = netz_scope_cut (scope, document->network, error);
  if (part == NULL)
    return FALSE;
  g_object_unref (document->network);
  document->network = netz_network_new_from_snapshot (part);
  return TRUE;
}
