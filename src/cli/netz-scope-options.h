/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The options by which commands look at a part of a network only: --filter,
 * --as-of, --view. A command puts NETZ_SCOPE_OPTIONS_ENTRIES among its entries
 * and cuts its document with netz_scope_options_apply() after loading it; what
 * it then counts or writes is that part.
 */
#pragma once

#include "cli/netz-document.h"
#include "planning/netz-scope.h"

G_BEGIN_DECLS

/**
 * NetzScopeOptions:
 * @filter: (nullable): terms of netz-search.h, beside those of @view
 * @as_of: (nullable): a date as people type it, instead of that of @view
 * @view: (nullable): the title or id of a view of the network
 */
typedef struct
{
  char *filter;
  char *as_of;
  char *view;
} NetzScopeOptions;

#define NETZ_SCOPE_OPTIONS_ENTRIES(options) \
  { "filter", 0, 0, G_OPTION_ARG_FILENAME, &(options)->filter, N_("Only what passes a filter, such as kind=library"), \
    N_("TERMS") }, \
  { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &(options)->as_of, N_("What held on a day"), N_("DATE") }, \
  { "view", 0, 0, G_OPTION_ARG_FILENAME, &(options)->view, N_("What a saved view shows"), N_("NAME") }

void netz_scope_options_clear (NetzScopeOptions *self);
gboolean netz_scope_options_is_set (const NetzScopeOptions *self);
NetzScope *netz_scope_options_make_scope (const NetzScopeOptions *self, NetzNetwork *network, GError **error);
gboolean netz_scope_options_apply (const NetzScopeOptions *self, NetzDocument *document, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NetzScopeOptions, netz_scope_options_clear)

G_END_DECLS
