/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-synergy.h"

#include "model/netz-describe.h"
#include "planning/netz-roles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A pair while it is counted; @pair is what is shown in the end. */
typedef struct
{
  NetzSynergy pair;
  int standing; /* of the link that has come furthest, by link_order; -1: none */
} Counted;

static const char *const link_order[] = { "idea", "dormant", "preparation", "established" };

typedef struct
{
  NetzNetwork *network;
  NetzStanding standing;
  GHashTable *served; /* id of a school -> set of ids of providers */
  GHashTable *served_by; /* id of a provider -> number of schools */
  GHashTable *pairs;  /* gint64 of two ranks -> Counted */
  GHashTable *ranks;  /* id of a provider -> its place by name + 1 */
} Count;

static void
clear_count (Count *self)
{
  g_clear_pointer (&self->served, g_hash_table_unref);
  g_clear_pointer (&self->served_by, g_hash_table_unref);
  g_clear_pointer (&self->pairs, g_hash_table_unref);
  g_clear_pointer (&self->ranks, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, clear_count)

static void
free_counted (gpointer data)
{
  Counted *counted = data;

  g_ref_string_release ((char *) counted->pair.a);
  g_ref_string_release ((char *) counted->pair.b);
  if (counted->pair.link != NULL)
    g_ref_string_release ((char *) counted->pair.link);
  g_ptr_array_unref (counted->pair.schools);
  g_free (counted);
}

/* A provider with its name as it is sorted. */
typedef struct
{
  char *key;
  const char *id;
} Named;

static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *first = a;
  const Named *second = b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order : strcmp (first->id, second->id);
}

static void
clear_named (gpointer data)
{
  g_free (((Named *) data)->key);
}

static void
rank_providers (Count *self)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));
  NetzNetworkIter iter;
  NetzInstitution *institution;

  g_array_set_clear_func (named, clear_named);
  netz_network_iter_init (&iter, self->network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (netz_role_is_provider (self->network, institution))
      {
        const char *name = institution->name != NULL ? institution->name : "";
        Named provider = { g_utf8_collate_key (name, -1), netz_record_get_id (NETZ_RECORD (institution)) };

        g_array_append_val (named, provider);
      }
  g_array_sort (named, compare_named);
  for (guint i = 0; i < named->len; i++)
    g_hash_table_insert (self->ranks, (gpointer) g_array_index (named, Named, i).id, GUINT_TO_POINTER (i + 1));
}

static Counted *
get_pair (Count *self, const char *one, const char *other)
{
  gint64 first = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, one));
  gint64 second = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, other));
  gint64 key = MIN (first, second) << 32 | MAX (first, second);
  Counted *counted = g_hash_table_lookup (self->pairs, &key);

  if (counted != NULL)
    return counted;
  counted = g_new0 (Counted, 1);
  counted->pair.a = g_ref_string_new (first < second ? one : other);
  counted->pair.b = g_ref_string_new (first < second ? other : one);
  counted->pair.schools = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  counted->standing = -1;
  g_hash_table_insert (self->pairs, g_memdup2 (&key, sizeof key), counted);
  return counted;
}

/* How far a link has come, the further the more: what has ended is none. */
static int
rate (const char *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (link_order); i++)
    if (g_strcmp0 (status, link_order[i]) == 0)
      return (int) i;
  return g_strcmp0 (status, "ended") == 0 ? -1 : 0;
}

static void
take_link (Count *self, const NetzPartnership *partnership)
{
  int rated = rate (partnership->status);
  Counted *counted;

  if (rated < 0 || g_strcmp0 (partnership->from, partnership->to) == 0)
    return;
  counted = get_pair (self, partnership->from, partnership->to);
  if (rated <= counted->standing)
    return;
  counted->standing = rated;
  if (counted->pair.link != NULL)
    g_ref_string_release ((char *) counted->pair.link);
  counted->pair.link = g_ref_string_new (netz_record_get_id (NETZ_RECORD (partnership)));
}

static void
take_service (Count *self, const char *provider, const char *school)
{
  GHashTable *providers = g_hash_table_lookup (self->served, school);
  guint n;

  if (providers == NULL)
    {
      providers = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (self->served, (gpointer) school, providers);
    }
  if (!g_hash_table_add (providers, (gpointer) provider))
    return;
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->served_by, provider));
  g_hash_table_insert (self->served_by, (gpointer) provider, GUINT_TO_POINTER (n + 1));
}

static void
walk_partnerships (Count *self)
{
  NetzNetworkIter iter;
  NetzPartnership *partnership;

  netz_network_iter_init (&iter, self->network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    {
      NetzInstitution *provider, *school;

      if (netz_role_is_partner_link (self->network, partnership))
        take_link (self, partnership);
      else if (netz_standing_counts (self->standing, partnership->status)
               && netz_role_is_school_partnership (self->network, partnership, &provider, &school))
        take_service (self, netz_record_get_id (NETZ_RECORD (provider)), netz_record_get_id (NETZ_RECORD (school)));
    }
}

/* Each school makes the pairs of those who serve it: nobody looks at two providers that have no school in common. */
static void
pair_up (Count *self)
{
  GHashTableIter iter;
  gpointer school, providers;

  g_hash_table_iter_init (&iter, self->served);
  while (g_hash_table_iter_next (&iter, &school, &providers))
    {
      guint n = 0;
      g_autofree gpointer *ids = g_hash_table_get_keys_as_array (providers, &n);

      for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++)
          g_ptr_array_add (get_pair (self, ids[i], ids[j])->pair.schools, g_ref_string_new (school));
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
evaluate (Count *self, Counted *counted)
{
  NetzSynergy *pair = &counted->pair;
  gboolean linked = counted->standing >= 0 && netz_standing_counts (self->standing, link_order[counted->standing]);
  guint either;

  pair->n_a = GPOINTER_TO_UINT (g_hash_table_lookup (self->served_by, pair->a));
  pair->n_b = GPOINTER_TO_UINT (g_hash_table_lookup (self->served_by, pair->b));
  either = pair->n_a + pair->n_b - pair->schools->len;
  pair->share = either > 0 ? pair->schools->len / (double) either : 0;
  g_ptr_array_sort (pair->schools, compare_ids);
  if (linked)
    pair->state = pair->schools->len > 0 ? NETZ_SYNERGY_LINKED : NETZ_SYNERGY_IDLE;
  else
    pair->state = counted->standing >= 0 ? NETZ_SYNERGY_PLANNED : NETZ_SYNERGY_OPEN;
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer data)
{
  const NetzSynergy *first = *(NetzSynergy *const *) a;
  const NetzSynergy *second = *(NetzSynergy *const *) b;
  Count *self = data;
  guint ranks[4];

  if (first->schools->len != second->schools->len)
    return first->schools->len > second->schools->len ? -1 : 1;
  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;
  ranks[0] = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, first->a));
  ranks[1] = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, second->a));
  ranks[2] = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, first->b));
  ranks[3] = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, second->b));
  if (ranks[0] != ranks[1])
    return ranks[0] < ranks[1] ? -1 : 1;
  return ranks[2] < ranks[3] ? -1 : ranks[2] > ranks[3];
}

/* The pairs go over to @result; a plan of two that share nothing is no synergy. */
static void
sort_out (Count *self, NetzSynergies *result)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Counted *counted = value;

      evaluate (self, counted);
      if (counted->pair.schools->len == 0 && counted->pair.state != NETZ_SYNERGY_IDLE)
        free_counted (counted);
      else
        g_ptr_array_add (result->by_state[counted->pair.state], counted);
    }
  for (guint i = 0; i < NETZ_N_SYNERGY_STATES; i++)
    g_ptr_array_sort_with_data (result->by_state[i], compare_pairs, self);
}

/**
 * netz_synergies_find:
 * @network: a network of the calling thread, with all its partnerships
 * @standing: how far a partnership must have come to count, with a school and between providers
 *
 * O(n log n + the pairs of providers that each school has): pairs are counted
 * over the schools, so the time does not grow with the square of the providers.
 *
 * Returns: (transfer full): the pairs that share schools or are linked
 */
NetzSynergies *
netz_synergies_find (NetzNetwork *network, NetzStanding standing)
{
  NetzSynergies *result = g_new0 (NetzSynergies, 1);
  g_auto (Count) count = { .network = network, .standing = standing };

  for (guint i = 0; i < NETZ_N_SYNERGY_STATES; i++)
    result->by_state[i] = g_ptr_array_new_with_free_func (free_counted);
  count.served
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  count.served_by = g_hash_table_new (g_str_hash, g_str_equal);
  count.pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  count.ranks = g_hash_table_new (g_str_hash, g_str_equal);
  rank_providers (&count);
  walk_partnerships (&count);
  pair_up (&count);
  sort_out (&count, result);
  return result;
}

/**
 * netz_synergies_free:
 * @self: (transfer full): synergies
 */
void
netz_synergies_free (NetzSynergies *self)
{
  for (guint i = 0; i < NETZ_N_SYNERGY_STATES; i++)
    g_ptr_array_unref (self->by_state[i]);
  g_free (self);
}

static char *
name_of (NetzNetwork *network, const char *id)
{
  NetzInstitution *institution = netz_network_get_institution (network, id);

  return institution != NULL ? netz_describe_record (network, NETZ_RECORD (institution)) : g_strdup (id);
}

/**
 * netz_synergy_explain:
 * @network: the network that it was found in
 * @self: a pair
 *
 * Returns: (transfer full): why it stands where it stands, as a sentence
 */
char *
netz_synergy_explain (NetzNetwork *network, const NetzSynergy *self)
{
  g_autofree char *a = name_of (network, self->a);
  g_autofree char *b = name_of (network, self->b);
  NetzPartnership *link = self->link != NULL ? netz_network_get_partnership (network, self->link) : NULL;
  guint n = self->schools->len;

  switch (self->state)
    {
    case NETZ_SYNERGY_OPEN:
      /* Translators: two providers, and how many schools both serve */
      return g_strdup_printf (ngettext ("%s and %s both serve %u school and are not linked.",
                                        "%s and %s serve %u of the same schools and are not linked.", n),
                              a, b, n);
    case NETZ_SYNERGY_PLANNED:
      /* Translators: two providers, how many schools both serve, and a status such as "In preparation" */
      return g_strdup_printf (ngettext ("%s and %s both serve %u school; their link: %s.",
                                        "%s and %s serve %u of the same schools; their link: %s.", n),
                              a, b, n, netz_describe_status (link != NULL ? link->status : NULL));
    case NETZ_SYNERGY_LINKED:
      return g_strdup_printf (ngettext ("%s and %s both serve %u school and are linked.",
                                        "%s and %s serve %u of the same schools and are linked.", n),
                              a, b, n);
    default:
      return g_strdup_printf (_("%s and %s are linked, but serve no school together."), a, b);
    }
}

/**
 * netz_synergy_state_get_name:
 * @state: a state
 *
 * Returns: what programs call it
 */
const char *
netz_synergy_state_get_name (NetzSynergyState state)
{
  static const char *const names[NETZ_N_SYNERGY_STATES] = { "open", "planned", "linked", "idle" };

  return names[state];
}
