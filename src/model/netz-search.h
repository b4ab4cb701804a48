/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding institutions and partnerships: by any part of their texts, without
 * regard to case, accents, umlauts and ß, and by conditions.
 *
 * A filter is a list of terms separated by blanks; all must hold. A term is a
 * word ("stadtbib", or "several words" in quotes) that some text of the record
 * contains, or FIELD OP VALUE with one of = != < > <= >= ~ (contains):
 * kind=library status!=ended since>=2008 name~köln degree>3 tag=fest
 * Values with "|" between them are alternatives: kind=library|museum. A field
 * that two tables have can be told apart: partnership.tag=fest.
 */
#pragma once

#include "model/netz-search-term.h"

G_BEGIN_DECLS

typedef struct _NetzFilter NetzFilter;

char *netz_fold (const char *text);

NetzFilter *netz_filter_new (const char *text, GError **error);
void netz_filter_free (NetzFilter *self);
gboolean netz_filter_is_empty (const NetzFilter *self);
guint netz_filter_get_n_terms (const NetzFilter *self);
const NetzTerm *netz_filter_get_term (const NetzFilter *self, guint index);
void netz_filter_set_term (NetzFilter *self, guint index, NetzTerm *term);
char *netz_filter_print (const NetzFilter *self);
gboolean netz_filter_matches (const NetzFilter *self, NetzNetwork *network, const NetzRecord *record);
GPtrArray *netz_filter_find (const NetzFilter *self, NetzNetwork *network, NetzTable table);
NetzInstitution *netz_search_by_name (NetzNetwork *network, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzFilter, netz_filter_free)

G_END_DECLS
