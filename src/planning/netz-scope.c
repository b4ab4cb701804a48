/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-scope.h"

#include "model/netz-date.h"

#include <math.h>

/**
 * netz_scope_new:
 *
 * Returns: (transfer full): a scope of everything
 */
NetzScope *
netz_scope_new (void)
{
  return g_new0 (NetzScope, 1);
}

/**
 * netz_scope_new_from_view:
 * @view: a view
 *
 * Returns: (transfer full): what that view shows
 */
NetzScope *
netz_scope_new_from_view (const NetzView *view)
{
  NetzScope *self = netz_scope_new ();

  self->filter = g_strdup (view->filter);
  self->as_of = g_strdup (view->as_of);
  self->focus = g_strdup (view->focus);
  self->steps = isnan (view->steps) || view->steps < 1 ? 0 : (guint) view->steps;
  self->fade = view->fade;
  return self;
}

/**
 * netz_scope_copy:
 * @self: a scope
 *
 * Returns: (transfer full): another that is equal
 */
NetzScope *
netz_scope_copy (const NetzScope *self)
{
  NetzScope *copy = g_memdup2 (self, sizeof *self);

  copy->filter = g_strdup (self->filter);
  copy->as_of = g_strdup (self->as_of);
  copy->focus = g_strdup (self->focus);
  return copy;
}

/**
 * netz_scope_free:
 * @self: (transfer full): a scope
 */
void
netz_scope_free (NetzScope *self)
{
  g_free (self->filter);
  g_free (self->as_of);
  g_free (self->focus);
  g_free (self);
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * netz_scope_equal:
 * @a: a scope
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
netz_scope_equal (const NetzScope *a, const NetzScope *b)
{
  return g_strcmp0 (a->filter, b->filter) == 0 && g_strcmp0 (a->as_of, b->as_of) == 0
         && g_strcmp0 (a->focus, b->focus) == 0 && a->steps == b->steps && a->fade == b->fade;
}

/**
 * netz_scope_is_everything:
 * @self: a scope
 *
 * Returns: whether nothing is left out
 */
gboolean
netz_scope_is_everything (const NetzScope *self)
{
  return !is_set (self->filter) && !is_set (self->as_of) && (self->focus == NULL || self->steps == 0);
}

/**
 * netz_scope_fill_view:
 * @self: a scope
 * @view: a view that is not sealed, to show that from now on
 */
void
netz_scope_fill_view (const NetzScope *self, NetzView *view)
{
  NetzRecord *record = NETZ_RECORD (view);

  netz_record_set_text (record, "filter", self->filter);
  netz_record_set_text (record, "as-of", self->as_of);
  netz_record_set_text (record, "focus", self->focus);
  netz_record_set_number (record, "steps", self->steps > 0 ? self->steps : NAN);
  netz_record_set_boolean (record, "fade", self->fade);
}

/**
 * netz_scope_status_on:
 * @partnership: a partnership
 * @day: (nullable): a date as in files; %NULL = now
 *
 * What has ended was established until it did.
 *
 * Returns: (nullable) (transfer none): its status on that day; %NULL where it was not there
 */
const char *
netz_scope_status_on (const NetzPartnership *partnership, const char *day)
{
  const char *status = partnership->status != NULL ? partnership->status : "idea";

  if (!is_set (day))
    return status;
  if (!netz_date_valid_on (partnership->since, partnership->until, day))
    return NULL;
  if (g_str_equal (status, "ended"))
    return is_set (partnership->until) ? "established" : NULL;
  return status;
}

/**
 * netz_scope_cut_day:
 * @self: a scope
 * @network: a network
 *
 * Takes all that was there on the day of @self, in whatever part: for figures
 * that need to know what lies outside, such as how many schools a provider serves.
 *
 * Returns: (transfer full): that
 */
NetzSnapshot *
netz_scope_cut_day (const NetzScope *self, NetzNetwork *network)
{
  const NetzScope day = { .as_of = self->as_of };

  return netz_scope_cut (&day, network, NULL);
}
