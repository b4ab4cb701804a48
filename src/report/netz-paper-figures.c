/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a network, in sentences and tables: for the committee's paper and the network in words. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-committee-private.h"

#include "planning/netz-roles.h"

#include <string.h>

#define N_STATUSES 5
#define IDEA 0
#define PREPARATION 1
#define ESTABLISHED 2
#define DORMANT 3
#define ENDED 4

static guint
get_status (const NetzPartnership *partnership)
{
  for (guint i = 0; i < N_STATUSES; i++)
    if (g_strcmp0 (partnership->status, netz_paper_statuses[i]) == 0)
      return i;
  return IDEA;
}

static void
count_institutions (NetzNetwork *network, NetzPaperCounts *counts)
{
  NetzNetworkIter iter;
  NetzInstitution *institution;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    {
      GPtrArray *incident = netz_network_get_incident (network, netz_record_get_id (NETZ_RECORD (institution)));

      counts->institutions++;
      if (netz_role_is_school (network, institution))
        counts->schools++;
      else if (netz_role_is_provider (network, institution))
        counts->providers++;
      else if (netz_role_is_steering (network, institution))
        counts->steering++;
      else
        counts->others++;
      counts->isolated += incident == NULL || incident->len == 0 ? 1 : 0;
    }
}

/* The figures of a network. O(n). */
void
netz_paper_count (NetzNetwork *network, NetzPaperCounts *counts)
{
  g_autoptr (GHashTable) linked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) served = g_hash_table_new (NULL, NULL);
  NetzNetworkIter iter;
  NetzPartnership *partnership;
  NetzInstitution *provider, *school;

  *counts = (NetzPaperCounts) { 0 };
  count_institutions (network, counts);
  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    {
      guint status = get_status (partnership);

      counts->by_status[status]++;
      if (status != ESTABLISHED)
        continue;
      if (netz_role_is_school_partnership (network, partnership, &provider, &school))
        g_hash_table_add (served, school);
      if (netz_role_is_partner_link (network, partnership))
        {
          counts->links++;
          g_hash_table_add (linked, partnership->from);
          g_hash_table_add (linked, partnership->to);
        }
    }
  counts->linked = g_hash_table_size (linked);
  counts->served = g_hash_table_size (served);
}

/* Takes a text that counts something, unless there is nothing of it. */
static void
take_part (GPtrArray *parts, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

/* Who there is: one sentence. */
void
netz_paper_describe_institutions (const NetzPaperWork *self, const NetzPaperCounts *counts)
{
  NetzWording w = self->wording;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = netz_paper_name_network (self);
  g_autofree char *day = netz_say_date (w, self->as_of);
  g_autofree char *number = netz_say_number (w, counts->institutions);
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (counts->institutions == 0)
    {
      text = g_strdup_printf (netz_say (w, "As of %1$s there are no institutions in the network “%2$s” yet.",
                                        "Mit Stand %1$s gehören zum Netz „%2$s“ noch keine Einrichtungen."), day, name);
      netz_dossier_add_paragraph (self->dossier, text);
      return;
    }
  take_part (parts, counts->schools, netz_say_count (w, counts->schools, "%s school", "%s schools", "%s Schule",
                                                     "%s Schulen"));
  take_part (parts, counts->providers, netz_say_count (w, counts->providers, "%s service provider",
                                                       "%s service providers", "%s Bildungspartner",
                                                       "%s Bildungspartner"));
  take_part (parts, counts->steering, netz_say_count (w, counts->steering, "%s steering body", "%s steering bodies",
                                                      "%s steuernde Stelle", "%s steuernde Stellen"));
  take_part (parts, counts->others, netz_say_count (w, counts->others, "%s other institution",
                                                    "%s other institutions", "%s weitere Einrichtung",
                                                    "%s weitere Einrichtungen"));
  g_ptr_array_add (parts, NULL);
  list = netz_say_list (w, (const char *const *) parts->pdata);
  text = g_strdup_printf (netz_say_n (w, counts->institutions,
                                      "As of %1$s the network “%2$s” has %3$s institution: %4$s.",
                                      "As of %1$s the network “%2$s” has %3$s institutions: %4$s.",
                                      "Mit Stand %1$s gehört zum Netz „%2$s“ %3$s Einrichtung: %4$s.",
                                      "Mit Stand %1$s gehören zum Netz „%2$s“ %3$s Einrichtungen: %4$s."),
                          day, name, number, list);
  netz_dossier_add_paragraph (self->dossier, text);
}

static void
describe_links (const NetzPaperWork *self, const NetzPaperCounts *counts)
{
  NetzWording w = self->wording;
  g_autofree char *links = netz_say_number (w, counts->links);
  g_autofree char *linked = netz_say_number (w, counts->linked);
  g_autofree char *providers = netz_say_number (w, counts->providers);
  g_autofree char *text = NULL;

  if (counts->providers < 2)
    return;
  if (counts->links == 0)
    text = g_strdup (netz_say (w, "The service providers do not work with each other in an established partnership "
                               "yet.",
                               "Untereinander arbeiten die Bildungspartner noch nicht in einer etablierten "
                               "Partnerschaft zusammen."));
  else
    text = g_strdup_printf (netz_say_n (w, counts->links,
                                        "Among each other, %2$s of %3$s service providers are linked by %1$s "
                                        "established partnership.",
                                        "Among each other, %2$s of %3$s service providers are linked by %1$s "
                                        "established partnerships.",
                                        "Untereinander sind %2$s von %3$s Bildungspartnern durch %1$s etablierte "
                                        "Partnerschaft vernetzt.",
                                        "Untereinander sind %2$s von %3$s Bildungspartnern durch %1$s etablierte "
                                        "Partnerschaften vernetzt."),
                            links, linked, providers);
  netz_dossier_add_paragraph (self->dossier, text);
}

/* What there is between them: a sentence for each status, and one on the links among providers. */
void
netz_paper_describe_partnerships (const NetzPaperWork *self, const NetzPaperCounts *counts)
{
  NetzWording w = self->wording;
  const guint *n = counts->by_status;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (n[ESTABLISHED] == 0)
    g_ptr_array_add (parts, g_strdup (netz_say (w, "No partnership is established yet.",
                                                "Noch ist keine Partnerschaft etabliert.")));
  take_part (parts, n[ESTABLISHED],
             netz_say_count (w, n[ESTABLISHED], "One partnership is established, that is, agreed and lived.",
                             "%s partnerships are established, that is, agreed and lived.",
                             "Eine Partnerschaft ist etabliert, also vereinbart und gelebt.",
                             "%s Partnerschaften sind etabliert, also vereinbart und gelebt."));
  take_part (parts, n[PREPARATION],
             netz_say_count (w, n[PREPARATION], "One is in preparation.", "%s are in preparation.",
                             "Eine Partnerschaft wird angebahnt.", "%s Partnerschaften werden angebahnt."));
  take_part (parts, n[IDEA], netz_say_count (w, n[IDEA], "One is an idea so far.", "%s are ideas so far.",
                                             "Eine ist bislang eine Idee.", "%s sind bislang eine Idee."));
  take_part (parts, n[DORMANT], netz_say_count (w, n[DORMANT], "One is dormant.", "%s are dormant.", "Eine ruht.",
                                                "%s ruhen."));
  take_part (parts, n[ENDED], netz_say_count (w, n[ENDED], "One has ended.", "%s have ended.", "Eine ist beendet.",
                                              "%s sind beendet."));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" ", (char **) parts->pdata);
  netz_dossier_add_paragraph (self->dossier, text);
  describe_links (self, counts);
}

/* A kind or programme, and how much of what is counted has it. */
typedef struct
{
  const char *label;
  guint rank; /* schools, providers, steering bodies, others */
  guint n[N_STATUSES];
  guint total;
} Count;

static Count *
find_count (GHashTable *counts, const char *key)
{
  Count *count = g_hash_table_lookup (counts, key != NULL ? key : "");

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (counts, g_strdup (key != NULL ? key : ""), count);
    }
  return count;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Count *first = *(const Count *const *) a;
  const Count *second = *(const Count *const *) b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return g_utf8_collate (first->label, second->label);
}

static GPtrArray *
sort_counts (GHashTable *counts)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_ptr_array_add (sorted, count);
  g_ptr_array_sort (sorted, compare_counts);
  return sorted;
}

static void
add_number (GStrvBuilder *row, NetzWording wording, guint n)
{
  g_autofree char *number = n > 0 ? netz_say_number (wording, n) : g_strdup ("–");

  g_strv_builder_add (row, number);
}

/* The numbers after the name; @n_numbers of them are by status. */
static void
add_count_row (NetzDossierTable *table, const NetzPaperWork *self, const Count *count, guint n_numbers, gboolean sums)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) row = NULL;

  g_strv_builder_add (builder, count->label);
  for (guint i = 0; i < n_numbers; i++)
    add_number (builder, self->wording, count->n[i]);
  add_number (builder, self->wording, count->total);
  row = g_strv_builder_end (builder);
  if (sums)
    netz_dossier_table_set_sums (table, (const char *const *) row);
  else
    netz_dossier_table_add_row (table, (const char *const *) row);
}

static void
add_counts (const NetzPaperWork *self, NetzDossierTable *table, GHashTable *counts, guint n_numbers)
{
  g_autoptr (GPtrArray) sorted = sort_counts (counts);
  Count sums = { .label = netz_say (self->wording, "Total", "Summe") };

  for (guint i = 0; i < sorted->len; i++)
    {
      const Count *count = sorted->pdata[i];

      add_count_row (table, self, count, n_numbers, FALSE);
      for (guint status = 0; status < N_STATUSES; status++)
        sums.n[status] += count->n[status];
      sums.total += count->total;
    }
  add_count_row (table, self, &sums, n_numbers, TRUE);
  netz_dossier_add_table (self->dossier, table);
}

static guint
get_rank (NetzNetwork *network, const NetzInstitution *institution)
{
  return netz_role_is_school (network, institution)     ? 0
         : netz_role_is_provider (network, institution) ? 1
         : netz_role_is_steering (network, institution) ? 2
                                                        : 3;
}

static gboolean
has_established (NetzNetwork *network, const NetzInstitution *institution)
{
  GPtrArray *incident = netz_network_get_incident (network, netz_record_get_id (NETZ_RECORD (institution)));

  for (guint i = 0; incident != NULL && i < incident->len; i++)
    if (get_status (incident->pdata[i]) == ESTABLISHED)
      return TRUE;
  return FALSE;
}

/* Institutions by kind: with and without an established partnership. */
void
netz_paper_add_kinds (const NetzPaperWork *self)
{
  NetzWording w = self->wording;
  NetzDossierTable *table = netz_dossier_table_new (netz_say (w, "Institutions by kind", "Einrichtungen nach Art"));
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  NetzNetworkIter iter;
  NetzInstitution *institution;

  netz_network_iter_init (&iter, self->network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    {
      Count *count = find_count (counts, institution->kind);

      count->label = netz_paper_name_kind (self, institution->kind);
      count->rank = get_rank (self->network, institution);
      count->n[has_established (self->network, institution) ? 0 : 1]++;
      count->total++;
    }
  netz_dossier_table_add_column (table, netz_say (w, "Kind", "Art"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (w, "With an established partnership",
                                                  "Mit etablierter Partnerschaft"), NETZ_COLUMN_END);
  netz_dossier_table_add_column (table, netz_say (w, "Without one", "Ohne"), NETZ_COLUMN_END);
  netz_dossier_table_add_column (table, netz_say (w, "Institutions", "Einrichtungen"), NETZ_COLUMN_END);
  add_counts (self, table, counts, 2);
}

/* Partnerships by programme and status. */
void
netz_paper_add_programmes (const NetzPaperWork *self)
{
  NetzWording w = self->wording;
  NetzDossierTable *table = netz_dossier_table_new (netz_say (w, "Partnerships by programme and status",
                                                              "Partnerschaften nach Programm und Stand"));
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  NetzNetworkIter iter;
  NetzPartnership *partnership;

  netz_network_iter_init (&iter, self->network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    {
      Count *count = find_count (counts, partnership->programme);
      NetzProgramme *programme = partnership->programme != NULL
                                     ? netz_network_get_programme (self->network, partnership->programme)
                                     : NULL;

      count->label = netz_paper_name_programme (self, partnership->programme);
      count->rank = programme != NULL && programme->systematic ? 0 : programme != NULL ? 1 : 2;
      count->n[get_status (partnership)]++;
      count->total++;
    }
  netz_dossier_table_add_column (table, netz_say (w, "Programme", "Programm"), NETZ_COLUMN_START);
  for (guint i = 0; i < N_STATUSES; i++)
    netz_dossier_table_add_column (table, netz_paper_name_status (w, netz_paper_statuses[i]), NETZ_COLUMN_END);
  netz_dossier_table_add_column (table, netz_say (w, "Total", "Summe"), NETZ_COLUMN_END);
  add_counts (self, table, counts, N_STATUSES);
}
