/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-readiness-private.h"

#include <string.h>

/* An institution with the key by which it is sorted, made once. */
typedef struct
{
  NetzInstitution *institution;
  char *key;
} Sorted;

static void
clear_sorted (gpointer data)
{
  g_free (((Sorted *) data)->key);
}

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order
                    : strcmp (netz_record_get_id (NETZ_RECORD (first->institution)),
                              netz_record_get_id (NETZ_RECORD (second->institution)));
}

/* O(n log n) in the institutions. */
static GHashTable *
sort_by_kind (NetzNetwork *network)
{
  GHashTable *by_kind
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Sorted));
  NetzNetworkIter iter;
  NetzInstitution *institution;

  g_array_set_clear_func (all, clear_sorted);
  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    {
      Sorted sorted = { institution,
                        g_utf8_collate_key (institution->name != NULL ? institution->name : "", -1) };

      g_array_append_val (all, sorted);
    }
  g_array_sort (all, compare_sorted);
  for (guint i = 0; i < all->len; i++)
    {
      NetzInstitution *next = g_array_index (all, Sorted, i).institution;
      GPtrArray *same;

      if (next->kind == NULL)
        continue;
      same = g_hash_table_lookup (by_kind, next->kind);
      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (by_kind, next->kind, same);
        }
      g_ptr_array_add (same, next);
    }
  return by_kind;
}

static void
collect_participants (NetzReadinessWork *self)
{
  GPtrArray *all = self->workshop != NULL ? self->workshop->participants : NULL;

  self->participants = g_ptr_array_new ();
  self->taking_part = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      NetzPart *participant = all->pdata[i];
      const char *institution = netz_part_get (participant, "institution");

      if (g_strcmp0 (netz_part_get (participant, "attendance"), "excused") == 0)
        continue;
      g_ptr_array_add (self->participants, participant);
      if (institution != NULL)
        g_hash_table_add (self->taking_part, (gpointer) institution);
    }
}

void
netz_readiness_work_init (NetzReadinessWork *self,
                          NetzNetwork *network,
                          const NetzWorkshop *workshop,
                          const NetzCatalogue *catalogue,
                          const char *language)
{
  self->network = network;
  self->workshop = workshop;
  self->catalogue = catalogue;
  self->language = language;
  self->partnerships = netz_network_list (network, NETZ_TABLE_PARTNERSHIP);
  self->by_kind = sort_by_kind (network);
  collect_participants (self);
}

void
netz_readiness_work_clear (NetzReadinessWork *self)
{
  g_clear_pointer (&self->participants, g_ptr_array_unref);
  g_clear_pointer (&self->partnerships, g_ptr_array_unref);
  g_clear_pointer (&self->by_kind, g_hash_table_unref);
  g_clear_pointer (&self->taking_part, g_hash_table_unref);
}

/* The kind of an institution, NULL where there is none. */
NetzKind *
netz_readiness_work_get_kind (const NetzReadinessWork *self, const char *institution)
{
  NetzInstitution *record = institution != NULL ? netz_network_get_institution (self->network, institution) : NULL;

  return record != NULL && record->kind != NULL ? netz_network_get_kind (self->network, record->kind) : NULL;
}

/* Whether the kind is among @words: kinds, and groups of kinds after an "@", divided by blanks. */
gboolean
netz_readiness_kind_is_in (const NetzKind *kind, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (list[i][0] == '@' ? g_strcmp0 (list[i] + 1, kind->group) == 0
                          : strcmp (list[i], netz_record_get_id (&kind->parent_instance)) == 0)
      return TRUE;
  return FALSE;
}

/*
 * The kinds that @words name, in the order of the catalogue: its own kinds as
 * the network has them, then those that only the network has.
 */
GPtrArray *
netz_readiness_work_list_kinds (const NetzReadinessWork *self, const char *words)
{
  GPtrArray *kinds = g_ptr_array_new ();
  GPtrArray *known = netz_catalogue_get_kinds (self->catalogue);
  g_autoptr (GPtrArray) own = netz_network_list (self->network, NETZ_TABLE_KIND);

  for (guint i = 0; i < known->len; i++)
    {
      NetzKind *kind = netz_network_get_kind (self->network, netz_record_get_id (known->pdata[i]));

      if (kind == NULL)
        kind = known->pdata[i];
      if (netz_readiness_kind_is_in (kind, words))
        g_ptr_array_add (kinds, kind);
    }
  for (guint i = 0; i < own->len; i++)
    if (netz_catalogue_find_kind (self->catalogue, netz_record_get_id (own->pdata[i])) == NULL
        && netz_readiness_kind_is_in (own->pdata[i], words))
      g_ptr_array_add (kinds, own->pdata[i]);
  return kinds;
}

/* Adds to the gap the institutions of the kind that nobody comes from. */
void
netz_readiness_work_offer (const NetzReadinessWork *self, NetzReadinessGap *gap, const NetzKind *kind)
{
  GPtrArray *institutions = g_hash_table_lookup (self->by_kind, netz_record_get_id (&kind->parent_instance));

  for (guint i = 0; institutions != NULL && i < institutions->len; i++)
    {
      const char *id = netz_record_get_id (institutions->pdata[i]);

      if (!g_hash_table_contains (self->taking_part, id))
        g_ptr_array_add (gap->ids, g_strdup (id));
    }
}

NetzReadinessGap *
netz_readiness_work_make_gap (const NetzReadinessWork *self, const char *text, const NetzKind *kind)
{
  NetzReadinessGap *gap = g_new0 (NetzReadinessGap, 1);

  gap->text = g_strdup (text);
  gap->kind = kind != NULL ? g_strdup (netz_record_get_id (&kind->parent_instance)) : NULL;
  gap->ids = g_ptr_array_new_with_free_func (g_free);
  return gap;
}
