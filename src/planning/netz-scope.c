/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-scope.h"

#include "model/netz-date.h"
#include "model/netz-search.h"

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

/* What is still looked at while a part is being cut out. */
typedef struct
{
  const NetzScope *scope;
  NetzNetwork *network;
  GHashTable *institutions; /* ids */
  GPtrArray *partnerships;  /* records, with the status of the day */
} Cut;

static void
clear_cut (Cut *self)
{
  g_clear_pointer (&self->institutions, g_hash_table_unref);
  g_clear_pointer (&self->partnerships, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, clear_cut)

static void
choose_institutions (Cut *self, NetzFilter *filter)
{
  const char *day = self->scope->as_of;
  NetzInstitution *institution;
  NetzNetworkIter iter;

  netz_network_iter_init (&iter, self->network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if ((!is_set (day) || netz_date_valid_on (institution->since, institution->until, day))
        && netz_filter_matches (filter, self->network, NETZ_RECORD (institution)))
      g_hash_table_add (self->institutions, (gpointer) netz_record_get_id (NETZ_RECORD (institution)));
}

static gboolean
has_end (Cut *self, const char *id)
{
  return id != NULL && g_hash_table_contains (self->institutions, id);
}

/* The record as it was on the day: itself, or a copy with another status. */
static NetzRecord *
bring_to_day (const NetzPartnership *partnership, const char *status)
{
  NetzRecord *copy;

  if (g_strcmp0 (partnership->status, status) == 0 || partnership->status == NULL)
    return g_object_ref (NETZ_RECORD (partnership));
  copy = netz_record_copy (NETZ_RECORD (partnership));
  netz_record_set_text (copy, "status", status);
  return copy;
}

static void
choose_partnerships (Cut *self, NetzFilter *filter)
{
  NetzPartnership *partnership;
  NetzNetworkIter iter;

  netz_network_iter_init (&iter, self->network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    {
      const char *status = netz_scope_status_on (partnership, self->scope->as_of);

      if (status != NULL && has_end (self, partnership->from) && has_end (self, partnership->to)
          && netz_filter_matches (filter, self->network, NETZ_RECORD (partnership)))
        g_ptr_array_add (self->partnerships, bring_to_day (partnership, status));
    }
}

/* One step further: the other ends of all partnerships of @reached. O(partnerships). */
static void
widen (Cut *self, GHashTable *reached)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < self->partnerships->len; i++)
    {
      const NetzPartnership *partnership = self->partnerships->pdata[i];

      if (g_hash_table_contains (reached, partnership->from))
        g_ptr_array_add (found, partnership->to);
      else if (g_hash_table_contains (reached, partnership->to))
        g_ptr_array_add (found, partnership->from);
    }
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (reached, found->pdata[i]);
}

static void
keep_neighbourhood (Cut *self)
{
  g_autoptr (GHashTable) reached = NULL;

  if (self->scope->focus == NULL || self->scope->steps == 0)
    return;
  reached = g_hash_table_new (g_str_hash, g_str_equal);
  if (has_end (self, self->scope->focus))
    g_hash_table_add (reached, self->scope->focus);
  for (guint i = 0; i < self->scope->steps; i++)
    widen (self, reached);
  g_hash_table_unref (self->institutions);
  self->institutions = g_steal_pointer (&reached);
}

static NetzSnapshot *
take (Cut *self)
{
  NetzSnapshot *part = netz_snapshot_new ();

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if (table == NETZ_TABLE_PARTNERSHIP)
        continue;
      records = netz_network_list (self->network, table);
      for (guint i = 0; i < records->len; i++)
        if (table != NETZ_TABLE_INSTITUTION || has_end (self, netz_record_get_id (records->pdata[i])))
          netz_snapshot_take (part, g_object_ref (records->pdata[i]));
    }
  for (guint i = 0; i < self->partnerships->len; i++)
    {
      NetzPartnership *partnership = self->partnerships->pdata[i];

      if (has_end (self, partnership->from) && has_end (self, partnership->to))
        netz_snapshot_take (part, g_object_ref (NETZ_RECORD (partnership)));
    }
  netz_snapshot_sort (part);
  return part;
}

/**
 * netz_scope_cut:
 * @self: a scope
 * @network: a network
 * @error: return location: %NETZ_MODEL_ERROR_VALUE where the filter cannot be read
 *
 * Takes the institutions that are in scope and, of the partnerships among
 * them, those that are, with the status of the day; of all other tables
 * everything. Records are shared, not copied. O(n log n), with a neighbourhood
 * O(partnerships) more for each step.
 *
 * Returns: (transfer full) (nullable): that part
 */
NetzSnapshot *
netz_scope_cut (const NetzScope *self, NetzNetwork *network, GError **error)
{
  g_autoptr (NetzFilter) filter = netz_filter_new (self->filter, error);
  g_auto (Cut) cut = { .scope = self, .network = network };

  if (filter == NULL)
    return NULL;
  cut.institutions = g_hash_table_new (g_str_hash, g_str_equal);
  cut.partnerships = g_ptr_array_new_with_free_func (g_object_unref);
  choose_institutions (&cut, filter);
  choose_partnerships (&cut, filter);
  keep_neighbourhood (&cut);
  return take (&cut);
}
