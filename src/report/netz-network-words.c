/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-network-words.h"

#include "planning/netz-roles.h"
#include "report/netz-committee-private.h"

typedef enum
{
  GROUP_SCHOOLS,
  GROUP_PROVIDERS,
  GROUP_STEERING,
  GROUP_OTHERS,
  N_GROUPS,
} Group;

static Group
get_group (NetzNetwork *network, const NetzInstitution *institution)
{
  return netz_role_is_school (network, institution)     ? GROUP_SCHOOLS
         : netz_role_is_provider (network, institution) ? GROUP_PROVIDERS
         : netz_role_is_steering (network, institution) ? GROUP_STEERING
                                                        : GROUP_OTHERS;
}

static const char *
name_group (NetzWording w, Group group)
{
  switch (group)
    {
    case GROUP_SCHOOLS:
      return netz_say (w, "Schools", "Schulen");
    case GROUP_PROVIDERS:
      return netz_say (w, "Service providers", "Bildungspartner");
    case GROUP_STEERING:
      return netz_say (w, "Steering bodies", "Steuernde Stellen");
    case GROUP_OTHERS:
    default:
      return netz_say (w, "Other institutions", "Weitere Einrichtungen");
    }
}

/* "with the Stadtbibliothek: Library and school, established since 2005" */
static char *
describe_partner (const NetzPaperWork *self, const NetzPartnership *partnership, const char *institution)
{
  NetzWording w = self->wording;
  const char *other = netz_paper_name (self, netz_partnership_get_other (partnership, institution));
  const char *programme = netz_paper_name_programme (self, partnership->programme);
  const char *status = netz_paper_name_status (w, partnership->status);
  g_autofree char *since = netz_say_date (w, partnership->since);
  g_autofree char *until = netz_say_date (w, partnership->until);

  if (since != NULL && until != NULL)
    return g_strdup_printf (netz_say (w, "%1$s: %2$s, status: %3$s, from %4$s to %5$s",
                                      "%1$s: %2$s, Stand: %3$s, von %4$s bis %5$s"),
                            other, programme, status, since, until);
  if (since != NULL)
    return g_strdup_printf (netz_say (w, "%1$s: %2$s, status: %3$s, since %4$s",
                                      "%1$s: %2$s, Stand: %3$s, seit %4$s"), other, programme, status, since);
  if (until != NULL)
    return g_strdup_printf (netz_say (w, "%1$s: %2$s, status: %3$s, until %4$s",
                                      "%1$s: %2$s, Stand: %3$s, bis %4$s"), other, programme, status, until);
  return g_strdup_printf (netz_say (w, "%1$s: %2$s, status: %3$s", "%1$s: %2$s, Stand: %3$s"), other, programme,
                          status);
}

/* Kind, district and number of partnerships in one sentence, then the partners. */
static void
add_institution (const NetzPaperWork *self, const NetzInstitution *institution)
{
  NetzWording w = self->wording;
  const char *id = netz_record_get_id (NETZ_RECORD (institution));
  const char *kind = netz_paper_name_kind (self, institution->kind);
  GPtrArray *incident = netz_network_get_incident (self->network, id);
  guint n = incident != NULL ? incident->len : 0;
  g_autoptr (GPtrArray) partners = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *number = netz_say_number (w, n);
  g_autofree char *text = NULL;

  netz_dossier_add_heading (self->dossier, 3, netz_paper_name (self, id));
  if (n == 0)
    text = g_strdup_printf (netz_say (w, "%s. No partnerships yet.", "%s. Noch keine Partnerschaften."), kind);
  else
    text = g_strdup_printf (netz_say_n (w, n, "%1$s. %2$s partnership:", "%1$s. %2$s partnerships:",
                                        "%1$s. %2$s Partnerschaft:", "%1$s. %2$s Partnerschaften:"), kind, number);
  netz_dossier_add_paragraph (self->dossier, text);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (partners, describe_partner (self, incident->pdata[i], id));
  netz_paper_sort_texts (partners);
  g_ptr_array_add (partners, NULL);
  netz_dossier_add_list (self->dossier, (const char *const *) partners->pdata);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Sorted by name; those of which it is not known come last, as "". */
static GPtrArray *
list_districts (GPtrArray *institutions)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *districts = g_ptr_array_new ();
  gboolean unknown = FALSE;

  for (guint i = 0; i < institutions->len; i++)
    {
      const NetzInstitution *institution = institutions->pdata[i];

      if (institution->district == NULL)
        unknown = TRUE;
      else if (g_hash_table_add (seen, institution->district))
        g_ptr_array_add (districts, institution->district);
    }
  g_ptr_array_sort (districts, compare_names);
  if (unknown)
    g_ptr_array_add (districts, (gpointer) "");
  return districts;
}

static void
add_district (const NetzPaperWork *self, GPtrArray *institutions, const char *district)
{
  if (*district != '\0')
    netz_dossier_add_heading (self->dossier, 2, district);
  else
    netz_dossier_add_heading (self->dossier, 2, netz_say (self->wording, "No district given", "Ohne Stadtbezirk"));
  for (guint i = 0; i < institutions->len; i++)
    {
      const NetzInstitution *institution = institutions->pdata[i];

      if (g_strcmp0 (institution->district != NULL ? institution->district : "", district) == 0)
        add_institution (self, institution);
    }
}

static void
add_group (const NetzPaperWork *self, GPtrArray *institutions, Group group)
{
  NetzWording w = self->wording;
  g_autoptr (GPtrArray) districts = list_districts (institutions);
  g_autofree char *number = netz_say_number (w, institutions->len);
  g_autofree char *heading = g_strdup_printf (netz_say (w, "%1$s (%2$s)", "%1$s (%2$s)"), name_group (w, group),
                                              number);

  if (institutions->len == 0)
    return;
  netz_dossier_add_heading (self->dossier, 1, heading);
  netz_paper_sort_institutions (self, institutions);
  for (guint i = 0; i < districts->len; i++)
    add_district (self, institutions, districts->pdata[i]);
}

static void
add_overview (const NetzPaperWork *self)
{
  NetzPaperCounts counts;
  g_autofree char *isolated = NULL;
  g_autofree char *text = NULL;

  netz_paper_count (self->network, &counts);
  netz_dossier_add_heading (self->dossier, 1, netz_say (self->wording, "Overview", "Überblick"));
  netz_paper_describe_institutions (self, &counts);
  if (counts.institutions == 0)
    return;
  netz_paper_describe_partnerships (self, &counts);
  isolated = netz_say_number (self->wording, counts.isolated);
  text = g_strdup_printf (netz_say_n (self->wording, counts.isolated, "One institution has no partnership at all.",
                                      "%s institutions have no partnership at all.",
                                      "Eine Einrichtung hat gar keine Partnerschaft.",
                                      "%s Einrichtungen haben gar keine Partnerschaft."), isolated);
  if (counts.isolated > 0)
    netz_dossier_add_paragraph (self->dossier, text);
  netz_paper_add_kinds (self);
  if (netz_network_get_size (self->network, NETZ_TABLE_PARTNERSHIP) > 0)
    netz_paper_add_programmes (self);
}

/**
 * netz_network_words_write:
 * @network: a network that belongs to this thread
 * @language: (nullable): "de" or "en"; %NULL = the network's, English where it has none
 * @today: the day on which it is written
 *
 * All institutions by group, district and name, each with its partners. O(n log n), times the districts.
 *
 * Returns: (transfer full): the document
 */
NetzDossier *
netz_network_words_write (NetzNetwork *network, const char *language, const char *today)
{
  const NetzSettings *settings = netz_network_get_settings (network);
  NetzCommitteeReport report = { .network = network, .today = today };
  NetzPaperWork work = { .report = &report, .network = network };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *name = NULL;
  NetzNetworkIter iter;
  NetzInstitution *institution;

  work.wording = netz_wording_get (language != NULL ? language : settings->language);
  work.language = netz_wording_get_language (work.wording);
  work.as_of = settings->as_of != NULL ? settings->as_of : today;
  work.public = TRUE;
  name = netz_paper_name_network (&work);
  work.dossier = netz_dossier_new (name, work.language);
  netz_dossier_set_author (work.dossier, settings->office != NULL ? settings->office : settings->municipality);
  netz_dossier_set_footer (work.dossier, name);
  netz_dossier_add_title (work.dossier, netz_say (work.wording, "The network in words", "Das Netz in Worten"), name);
  add_overview (&work);
  for (guint i = 0; i < N_GROUPS; i++)
    g_ptr_array_add (groups, g_ptr_array_new ());
  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    g_ptr_array_add (groups->pdata[get_group (network, institution)], institution);
  for (guint i = 0; i < N_GROUPS; i++)
    add_group (&work, groups->pdata[i], (Group) i);
  return work.dossier;
}
