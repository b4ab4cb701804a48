/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-scope.h"

#include "model/netz-date.h"

/* What is still looked at while a part is being cut out. */
typedef struct
{
  const NetzScope *scope;
  NetzNetwork *network;
  GPtrArray *on_institutions; /* terms */
  GPtrArray *on_partnerships; /* terms */
  gboolean impossible;        /* a term is on neither */
  GHashTable *institutions;   /* ids -> how many of the partnerships; first all of the day, then the chosen ones */
  GPtrArray *partnerships;    /* records of which the terms hold, with the status of the day */
} Cut;

static void
clear_cut (Cut *self)
{
  g_clear_pointer (&self->on_institutions, g_ptr_array_unref);
  g_clear_pointer (&self->on_partnerships, g_ptr_array_unref);
  g_clear_pointer (&self->institutions, g_hash_table_unref);
  g_clear_pointer (&self->partnerships, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, clear_cut)

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * netz_scope_find_table:
 * @term: a term of a filter
 *
 * Returns: whether the term is a condition on institutions or on partnerships; %NETZ_N_TABLES: on neither
 */
NetzTable
netz_scope_find_table (const NetzTerm *term)
{
  gboolean on_institution = netz_term_find_field (term, NETZ_TABLE_INSTITUTION) != NULL;
  gboolean on_partnership = netz_term_find_field (term, NETZ_TABLE_PARTNERSHIP) != NULL;

  if (term->field == NULL || g_str_equal (term->field, "degree"))
    return NETZ_TABLE_INSTITUTION;
  if (g_str_equal (term->field, "id"))
    return term->table == NETZ_TABLE_PARTNERSHIP ? NETZ_TABLE_PARTNERSHIP : NETZ_TABLE_INSTITUTION;
  /* Hardly an institution says since when it exists; who asks for beginnings means partnerships. */
  if (on_institution && on_partnership)
    return g_str_equal (term->field, "since") || g_str_equal (term->field, "until") ? NETZ_TABLE_PARTNERSHIP
                                                                                    : NETZ_TABLE_INSTITUTION;
  return on_institution ? NETZ_TABLE_INSTITUTION : on_partnership ? NETZ_TABLE_PARTNERSHIP : NETZ_N_TABLES;
}

static void
sort_terms (Cut *self, const NetzFilter *filter)
{
  self->on_institutions = g_ptr_array_new ();
  self->on_partnerships = g_ptr_array_new ();
  for (guint i = 0; i < netz_filter_get_n_terms (filter); i++)
    {
      const NetzTerm *term = netz_filter_get_term (filter, i);
      NetzTable table = netz_scope_find_table (term);

      self->impossible = self->impossible || table == NETZ_N_TABLES;
      g_ptr_array_add (table == NETZ_TABLE_PARTNERSHIP ? self->on_partnerships : self->on_institutions,
                       (gpointer) term);
    }
}

static gboolean
has (GHashTable *set, const char *id)
{
  return id != NULL && g_hash_table_contains (set, id);
}

static void
find_institutions_of_day (Cut *self)
{
  const char *day = self->scope->as_of;
  NetzInstitution *institution;
  NetzNetworkIter iter;

  self->institutions = g_hash_table_new (g_str_hash, g_str_equal);
  netz_network_iter_init (&iter, self->network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (!is_set (day) || netz_date_valid_on (institution->since, institution->until, day))
      g_hash_table_insert (self->institutions, (gpointer) netz_record_get_id (NETZ_RECORD (institution)),
                           GUINT_TO_POINTER (0));
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

static gboolean
holds (Cut *self, GPtrArray *terms, const NetzRecord *record)
{
  for (guint i = 0; i < terms->len; i++)
    if (!netz_term_matches (terms->pdata[i], self->network, record))
      return FALSE;
  return TRUE;
}

static void
count_end (Cut *self, const char *id)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->institutions, id));

  g_hash_table_insert (self->institutions, (gpointer) id, GUINT_TO_POINTER (n + 1));
}

static void
find_partnerships (Cut *self)
{
  g_autoptr (GPtrArray) all = netz_network_list (self->network, NETZ_TABLE_PARTNERSHIP);

  self->partnerships = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      const NetzPartnership *partnership = all->pdata[i];
      const char *status = netz_scope_status_on (partnership, self->scope->as_of);
      g_autoptr (NetzRecord) record = NULL;

      if (status == NULL || !has (self->institutions, partnership->from) || !has (self->institutions, partnership->to))
        continue;
      record = bring_to_day (partnership, status);
      if (!holds (self, self->on_partnerships, record))
        continue;
      count_end (self, partnership->from);
      count_end (self, partnership->to);
      g_ptr_array_add (self->partnerships, g_steal_pointer (&record));
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

/* NULL where no neighbourhood is asked for, or around what is no longer there. */
static GHashTable *
find_neighbourhood (Cut *self)
{
  const char *focus = self->scope->focus;
  GHashTable *reached;
  guint n = 0;

  if (self->scope->steps == 0 || focus == NULL || netz_network_get_institution (self->network, focus) == NULL)
    return NULL;
  reached = g_hash_table_new (g_str_hash, g_str_equal);
  if (has (self->institutions, focus))
    g_hash_table_add (reached, (gpointer) focus);
  for (guint i = 0; i < self->scope->steps && g_hash_table_size (reached) > n; i++)
    {
      n = g_hash_table_size (reached);
      widen (self, reached);
    }
  return reached;
}

static gboolean
passes (Cut *self, const NetzRecord *institution, guint degree)
{
  if (self->impossible || (self->on_partnerships->len > 0 && degree == 0))
    return FALSE;
  for (guint i = 0; i < self->on_institutions->len; i++)
    {
      const NetzTerm *term = self->on_institutions->pdata[i];

      if (g_strcmp0 (term->field, "degree") == 0 ? !netz_term_matches_number (term, degree)
                                                 : !netz_term_matches (term, self->network, institution))
        return FALSE;
    }
  return TRUE;
}

static void
choose_institutions (Cut *self)
{
  g_autoptr (GHashTable) near = find_neighbourhood (self);
  GHashTableIter iter;
  gpointer id, degree;

  g_hash_table_iter_init (&iter, self->institutions);
  while (g_hash_table_iter_next (&iter, &id, &degree))
    if ((near != NULL && !g_hash_table_contains (near, id)) ||
        !passes (self, NETZ_RECORD (netz_network_get_institution (self->network, id)), GPOINTER_TO_UINT (degree)))
      g_hash_table_iter_remove (&iter);
}

/* The part says itself of which day it is. */
static NetzRecord *
take_settings (Cut *self)
{
  NetzRecord *settings = NETZ_RECORD (netz_network_get_settings (self->network));

  if (!is_set (self->scope->as_of))
    return g_object_ref (settings);
  settings = netz_record_copy (settings);
  netz_record_set_text (settings, "as-of", self->scope->as_of);
  return settings;
}

static void
take_others (Cut *self, NetzSnapshot *part, NetzTable table)
{
  g_autoptr (GPtrArray) all = netz_network_list (self->network, table);

  for (guint i = 0; i < all->len; i++)
    if (table != NETZ_TABLE_INSTITUTION || has (self->institutions, netz_record_get_id (all->pdata[i])))
      netz_snapshot_take (part, g_object_ref (all->pdata[i]));
}

static NetzSnapshot *
take (Cut *self)
{
  NetzSnapshot *part = netz_snapshot_new ();

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    if (table != NETZ_TABLE_PARTNERSHIP && table != NETZ_TABLE_SETTINGS)
      take_others (self, part, table);
  netz_snapshot_take (part, take_settings (self));
  for (guint i = 0; i < self->partnerships->len; i++)
    {
      NetzPartnership *partnership = self->partnerships->pdata[i];

      if (has (self->institutions, partnership->from) && has (self->institutions, partnership->to))
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
 * everything. Records are shared, but for the status and for the settings,
 * whose "as of" is the day. O(n log n), with a neighbourhood O(partnerships)
 * more for each step.
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
  sort_terms (&cut, filter);
  find_institutions_of_day (&cut);
  find_partnerships (&cut);
  choose_institutions (&cut);
  return take (&cut);
}
