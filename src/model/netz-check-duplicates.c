/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules about records that say the same. Records are put into groups by
 * what they say, and each is told the first of its group: n log n, whatever
 * the file holds.
 */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-check-private.h"
#include "model/netz-date.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A partnership and the days that it lasts, as numbers. */
typedef struct
{
  const NetzPartnership *partnership;
  guint first;
  guint last;
} Span;

static char *
make_institution_key (const NetzInstitution *institution)
{
  g_autofree char *name = netz_fold (institution->name);

  g_strstrip (name);
  if (*name == '\0')
    return NULL;
  return g_strconcat (institution->kind != NULL ? institution->kind : "", "\n", name, NULL);
}

/* The two ends in either direction, and the programme. */
static char *
make_partnership_key (const NetzPartnership *partnership)
{
  const char *a = partnership->from;
  const char *b = partnership->to;

  if (a == NULL || b == NULL)
    return NULL;
  return g_strconcat (strcmp (a, b) < 0 ? a : b, "\n", strcmp (a, b) < 0 ? b : a, "\n",
                      partnership->programme != NULL ? partnership->programme : "", NULL);
}

static void
add_twins (GHashTable *twins, gconstpointer record, gconstpointer other, gboolean both_ways)
{
  g_hash_table_insert (twins, (gpointer) netz_record_get_id (record), (gpointer) netz_record_get_id (other));
  if (both_ways && !g_hash_table_contains (twins, netz_record_get_id (other)))
    g_hash_table_insert (twins, (gpointer) netz_record_get_id (other), (gpointer) netz_record_get_id (record));
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (netz_record_get_id (*(NetzRecord *const *) a), netz_record_get_id (*(NetzRecord *const *) b));
}

static void
find_twin_institutions (NetzChecker *self, GHashTable *twins)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) all = netz_network_list (self->network, NETZ_TABLE_INSTITUTION);

  for (guint i = 0; i < all->len; i++)
    {
      char *key = make_institution_key (g_ptr_array_index (all, i));
      gpointer other = key != NULL ? g_hash_table_lookup (first, key) : NULL;

      if (key != NULL && other == NULL)
        g_hash_table_insert (first, g_steal_pointer (&key), g_ptr_array_index (all, i));
      else if (other != NULL)
        add_twins (twins, g_ptr_array_index (all, i), other, self->one != NULL);
      g_free (key);
    }
}

static guint
get_day (const char *text, gboolean last, guint otherwise)
{
  GDate days[2];
  NetzDate date;

  if (!netz_date_parse (text, &date))
    return otherwise;
  netz_date_get_span (&date, &days[0], &days[1]);
  return g_date_get_julian (&days[last ? 1 : 0]);
}

/* What has ended without a date lasts for the day on which it began: nobody knows more. */
static Span
make_span (const NetzPartnership *partnership)
{
  Span span = { .partnership = partnership, .first = get_day (partnership->since, FALSE, 0) };

  span.last = get_day (partnership->until, TRUE, G_MAXUINT);
  if (span.last == G_MAXUINT && g_strcmp0 (partnership->status, "ended") == 0)
    span.last = span.first;
  return span;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *first = a;
  const Span *second = b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  return strcmp (netz_record_get_id (&first->partnership->parent_instance),
                 netz_record_get_id (&second->partnership->parent_instance));
}

/* Sorted by their beginning, each can only overlap with what lasts longest of those before it. */
static void
find_overlaps (NetzChecker *self, GHashTable *twins, GPtrArray *group)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  const Span *longest = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      Span span = make_span (g_ptr_array_index (group, i));

      g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (longest != NULL && span->first <= longest->last)
        add_twins (twins, span->partnership, longest->partnership, self->one != NULL);
      if (longest == NULL || span->last > longest->last)
        longest = span;
    }
}

static void
group_partnership (GHashTable *groups, NetzPartnership *partnership)
{
  g_autofree char *key = make_partnership_key (partnership);
  GPtrArray *group;

  if (key == NULL)
    return;
  group = g_hash_table_lookup (groups, key);
  if (group == NULL)
    {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, g_steal_pointer (&key), group);
    }
  g_ptr_array_add (group, partnership);
}

static void
find_twin_partnerships (NetzChecker *self, GHashTable *twins)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  NetzPartnership *partnership;
  GHashTableIter groups_iter;
  NetzNetworkIter iter;
  gpointer group;

  netz_network_iter_init (&iter, self->network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    group_partnership (groups, partnership);

  g_hash_table_iter_init (&groups_iter, groups);
  while (g_hash_table_iter_next (&groups_iter, NULL, &group))
    find_overlaps (self, twins, group);
}

/* Of one partnership only those of its first end can be twins. */
static void
find_twins_of_partnership (NetzChecker *self, GHashTable *twins, const NetzPartnership *partnership)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autofree char *key = make_partnership_key (partnership);
  GPtrArray *incident = key != NULL ? netz_network_get_incident (self->network, partnership->from) : NULL;
  GPtrArray *group;

  for (guint i = 0; incident != NULL && i < incident->len; i++)
    group_partnership (groups, g_ptr_array_index (incident, i));
  group = key != NULL ? g_hash_table_lookup (groups, key) : NULL;
  if (group == NULL)
    return;
  g_ptr_array_sort (group, compare_ids);
  find_overlaps (self, twins, group);
}

static const char *
find_twin (NetzChecker *self, const NetzRecord *record)
{
  NetzTable table = netz_record_get_table (record);

  if (self->twins[table] == NULL)
    {
      self->twins[table] = g_hash_table_new (g_str_hash, g_str_equal);
      if (table == NETZ_TABLE_INSTITUTION)
        find_twin_institutions (self, self->twins[table]);
      else if (self->one != NULL)
        find_twins_of_partnership (self, self->twins[table], (const NetzPartnership *) record);
      else
        find_twin_partnerships (self, self->twins[table]);
    }
  return g_hash_table_lookup (self->twins[table], netz_record_get_id (record));
}

void
netz_check_duplicate_institution (NetzChecker *self, const NetzRecord *record)
{
  const char *other = find_twin (self, record);
  g_autofree char *name = NULL;

  if (other == NULL)
    return;
  name = netz_checker_name (self, record);
  netz_checker_report (self, "duplicate-institution", NETZ_SEVERITY_WARNING, record, other,
                       _("There is more than one institution %s of the same kind."), name);
}

void
netz_check_duplicate_partnership (NetzChecker *self, const NetzRecord *record)
{
  const char *other = find_twin (self, record);
  g_autofree char *name = NULL;

  if (other == NULL)
    return;
  name = netz_checker_name (self, record);
  netz_checker_report (self, "duplicate-partnership", NETZ_SEVERITY_WARNING, record, other,
                       _("The partnership %s is there more than once at the same time."), name);
}
