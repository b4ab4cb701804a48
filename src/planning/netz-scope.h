/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzScope: which part of a network is looked at: what held on a day, what
 * passes a filter, what lies within some steps of an institution. Pages,
 * figures, reports and pictures do not know it: they are given the part that
 * netz_scope_cut() makes, which is a network like any other. A plain struct;
 * its texts are owned.
 *
 * All conditions must hold, in whatever order they were set. A condition is on
 * institutions or on partnerships. One on institutions (kind, district, words)
 * leaves in the institutions of which it holds, and the partnerships among
 * these. One on partnerships (programme, status, since) leaves in the
 * partnerships of which it holds, and the institutions that have such a one,
 * also where its other end is left out: what somebody in Kalk plans with the
 * library downtown does not go when only Kalk is looked at. "degree" counts
 * the partnerships of the day of which all conditions on partnerships hold;
 * steps are counted along the same.
 */
#pragma once

#include "model/netz-search.h"

G_BEGIN_DECLS

/**
 * NetzScope:
 * @filter: (nullable): terms of netz-search.h
 * @as_of: (nullable): a date as in files; %NULL = all that is recorded, with the status it has now
 * @focus: (nullable): id of an institution
 * @steps: only what is at most that many partnerships away from @focus; 0 = all
 * @fade: on the canvas the rest is faded, not hidden
 */
typedef struct
{
  char *filter;
  char *as_of;
  char *focus;
  guint steps;
  gboolean fade;
} NetzScope;

NetzScope *netz_scope_new (void);
NetzScope *netz_scope_new_from_view (const NetzView *view);
NetzScope *netz_scope_copy (const NetzScope *self);
void netz_scope_free (NetzScope *self);
gboolean netz_scope_equal (const NetzScope *a, const NetzScope *b);
gboolean netz_scope_is_everything (const NetzScope *self);
void netz_scope_fill_view (const NetzScope *self, NetzView *view);
NetzTable netz_scope_find_table (const NetzTerm *term);
gboolean netz_scope_check (const NetzScope *self, NetzNetwork *network, GError **error);
NetzSnapshot *netz_scope_cut (const NetzScope *self, NetzNetwork *network, GError **error);
NetzSnapshot *netz_scope_cut_day (const NetzScope *self, NetzNetwork *network);
const char *netz_scope_status_on (const NetzPartnership *partnership, const char *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzScope, netz_scope_free)

G_END_DECLS
