/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-load.h"

#include "model/netz-describe.h"

#include <math.h>

static void
free_row (gpointer data)
{
  NetzLoadRow *self = data;

  g_object_unref (self->provider);
  g_ptr_array_unref (self->schools);
  g_free (self);
}

static void
set_capacity (NetzLoadRow *self)
{
  double capacity = self->provider->capacity;

  self->is_own = isfinite (capacity) && capacity >= 0;
  self->least = self->is_own ? 0 : NETZ_LOAD_USUAL_LEAST;
  self->most = self->is_own ? (guint) MIN (capacity, 1e6) : NETZ_LOAD_USUAL_MOST;
}

/* A school that a provider has something to do with, and how far that has come. */
typedef struct
{
  NetzInstitution *school;
  NetzStage stage;
  char *name;
} Served;

static void
clear_served (gpointer data)
{
  g_free (((Served *) data)->name);
}

static int
compare_served (gconstpointer a, gconstpointer b)
{
  const Served *first = a;
  const Served *second = b;

  if (first->stage != second->stage)
    return first->stage > second->stage ? -1 : 1;
  return g_strcmp0 (first->name, second->name);
}

static void
note_school (GHashTable *best, NetzInstitution *school, NetzStage stage)
{
  NetzStage before = GPOINTER_TO_UINT (g_hash_table_lookup (best, school));

  if (stage > before)
    g_hash_table_insert (best, school, GUINT_TO_POINTER (stage));
}

/* The schools of a provider, each with the best stage: a school may have several partnerships with it. */
static GArray *
find_served (const NetzLoadRow *self, NetzNetwork *network)
{
  g_autoptr (GHashTable) best = g_hash_table_new (NULL, NULL);
  GPtrArray *incident = netz_network_get_incident (network, netz_record_get_id (NETZ_RECORD (self->provider)));
  GArray *served = g_array_new (FALSE, FALSE, sizeof (Served));
  GHashTableIter iter;
  gpointer school, stage;

  g_array_set_clear_func (served, clear_served);
  for (guint i = 0; incident != NULL && i < incident->len; i++)
    {
      NetzInstitution *other;

      if (netz_role_is_school_partnership (network, incident->pdata[i], NULL, &other))
        note_school (best, other, netz_stage_of (((NetzPartnership *) incident->pdata[i])->status));
    }
  g_hash_table_iter_init (&iter, best);
  while (g_hash_table_iter_next (&iter, &school, &stage))
    {
      Served one = { school, GPOINTER_TO_UINT (stage), NULL };

      one.name = g_utf8_collate_key (one.school->name != NULL ? one.school->name : "", -1);
      g_array_append_val (served, one);
    }
  g_array_sort (served, compare_served);
  return served;
}

static void
count_schools (NetzLoadRow *self, NetzNetwork *network, NetzStage least)
{
  g_autoptr (GArray) served = find_served (self, network);

  for (guint i = 0; i < served->len; i++)
    {
      const Served *one = &g_array_index (served, Served, i);

      self->stages[one->stage]++;
      self->served += one->stage >= least;
      self->begun += one->stage < least && one->stage >= NETZ_STAGE_IDEA;
      g_ptr_array_add (self->schools, g_object_ref (one->school));
    }
  self->state = self->served > self->most    ? NETZ_LOAD_OVER
                : self->served == self->most ? NETZ_LOAD_FULL
                                             : NETZ_LOAD_ROOM;
}

/* A provider and the texts that it is sorted by. */
typedef struct
{
  NetzInstitution *provider;
  char *kind;
  char *name;
} Provider;

static void
clear_provider (gpointer data)
{
  Provider *self = data;

  g_free (self->kind);
  g_free (self->name);
}

static int
compare_providers (gconstpointer a, gconstpointer b)
{
  const Provider *first = a;
  const Provider *second = b;
  int order = g_strcmp0 (first->kind, second->kind);

  if (order == 0)
    order = g_strcmp0 (first->name, second->name);
  return order != 0 ? order
                    : g_strcmp0 (netz_record_get_id (NETZ_RECORD (first->provider)),
                                 netz_record_get_id (NETZ_RECORD (second->provider)));
}

static GArray *
list_providers (NetzNetwork *network, const char *language)
{
  GArray *providers = g_array_new (FALSE, FALSE, sizeof (Provider));
  NetzNetworkIter iter;
  NetzInstitution *institution;

  g_array_set_clear_func (providers, clear_provider);
  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (netz_role_is_provider (network, institution))
      {
        Provider provider = { .provider = institution };

        provider.kind = g_utf8_collate_key (netz_describe_kind (network, institution->kind, language), -1);
        provider.name = g_utf8_collate_key (institution->name != NULL ? institution->name : "", -1);
        g_array_append_val (providers, provider);
      }
  g_array_sort (providers, compare_providers);
  return providers;
}

/**
 * netz_load_new:
 * @network: a network
 * @part: (nullable): the part of it whose providers are asked for; %NULL = all
 * @least: what counts as served
 * @language: (nullable): of the names of kinds, by which providers are sorted
 *
 * A school counts once for a provider, by the partnership with it that has come
 * farthest, whatever the programme. Providers that say nothing of their
 * capacity are taken to have room for what is usual. O((institutions + partnerships) log n).
 *
 * Returns: (transfer full): the load of each service provider
 */
NetzLoad *
netz_load_new (NetzNetwork *network, NetzNetwork *part, NetzStage least, const char *language)
{
  g_autoptr (GArray) providers = list_providers (part != NULL ? part : network, language);
  NetzLoad *self = g_new0 (NetzLoad, 1);

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->by_provider = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < providers->len; i++)
    {
      NetzLoadRow *row = g_new0 (NetzLoadRow, 1);

      row->provider = g_object_ref (g_array_index (providers, Provider, i).provider);
      row->schools = g_ptr_array_new_with_free_func (g_object_unref);
      set_capacity (row);
      count_schools (row, network, least);
      self->n_over += row->state == NETZ_LOAD_OVER;
      self->room += netz_load_row_get_room (row);
      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->by_provider, (gpointer) netz_record_get_id (NETZ_RECORD (row->provider)), row);
    }
  return self;
}

/**
 * netz_load_free:
 * @self: (transfer full): a load
 */
void
netz_load_free (NetzLoad *self)
{
  g_hash_table_unref (self->by_provider);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * netz_load_find:
 * @provider: id of an institution
 *
 * Returns: (transfer none) (nullable): its row
 */
const NetzLoadRow *
netz_load_find (const NetzLoad *self, const char *provider)
{
  return g_hash_table_lookup (self->by_provider, provider);
}

/**
 * netz_load_row_get_room:
 *
 * Returns: how many schools more it can serve
 */
guint
netz_load_row_get_room (const NetzLoadRow *self)
{
  return self->served < self->most ? self->most - self->served : 0;
}

/**
 * netz_load_row_get_excess:
 *
 * Returns: how many schools it has too many
 */
guint
netz_load_row_get_excess (const NetzLoadRow *self)
{
  return self->served > self->most ? self->served - self->most : 0;
}

/**
 * netz_load_row_list_served:
 *
 * Returns: (transfer container) (element-type NetzInstitution): the schools that count
 */
GPtrArray *
netz_load_row_list_served (const NetzLoadRow *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->served; i++)
    g_ptr_array_add (list, self->schools->pdata[i]);
  return list;
}
