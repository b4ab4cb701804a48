/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one network comes to, in one walk over its records. */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-compare.h"

#include "model/netz-describe.h"
#include "planning/netz-roles.h"

#include <math.h>

/* What is still looked at while a network is counted. */
typedef struct
{
  NetzFigures *figures;
  NetzNetwork *network;
  GHashTable *covered; /* ids of schools, and "id\nprogramme" */
  GHashTable *pairs;   /* "id\nid", the smaller first */
} Count;

static void
programme_figures_free (gpointer data)
{
  NetzProgrammeFigures *self = data;

  g_free (self->name);
  g_free (self);
}

static void
count_institution (Count *self, const NetzInstitution *institution)
{
  NetzFigures *figures = self->figures;

  figures->institutions++;
  if (netz_role_is_school (self->network, institution))
    {
      figures->schools++;
      if (!isnan (institution->pupils) && institution->pupils > 0)
        {
          figures->schools_with_pupils++;
          figures->pupils += institution->pupils;
        }
    }
  else if (netz_role_is_provider (self->network, institution))
    figures->providers++;
  else if (netz_role_is_steering (self->network, institution))
    figures->steering++;
  else
    figures->others++;
}

static NetzInstitution *
get_end (Count *self, const char *id)
{
  return id != NULL ? netz_network_get_institution (self->network, id) : NULL;
}

static void
cover (Count *self, const NetzInstitution *school, const char *programme)
{
  const char *id = netz_record_get_id (NETZ_RECORD (school));
  NetzProgrammeFigures *row = programme != NULL ? g_hash_table_lookup (self->figures->programmes, programme) : NULL;

  if (g_hash_table_add (self->covered, g_strdup (id)))
    self->figures->covered++;
  if (row != NULL && g_hash_table_add (self->covered, g_strconcat (id, "\n", programme, NULL)))
    row->covered++;
  if (!isnan (school->pupils) && school->pupils > 0)
    self->figures->partnerships_of_these++;
}

static void
count_pair (Count *self, const char *from, const char *to)
{
  int order = g_strcmp0 (from, to);

  if (order != 0
      && g_hash_table_add (self->pairs, g_strconcat (order < 0 ? from : to, "\n", order < 0 ? to : from, NULL)))
    self->figures->pairs++;
}

static void
count_partnership (Count *self, const NetzPartnership *partnership)
{
  NetzProgress progress = netz_progress_of (partnership);
  const NetzInstitution *from = get_end (self, partnership->from);
  const NetzInstitution *to = get_end (self, partnership->to);
  NetzInstitution *school;

  self->figures->by_status[progress]++;
  if (from == NULL || to == NULL)
    return;
  count_pair (self, partnership->from, partnership->to);
  if (progress == NETZ_PROGRESS_ESTABLISHED
      && netz_role_is_school_partnership (self->network, partnership, NULL, &school))
    cover (self, school, partnership->programme);
  if (!netz_role_is_partner_link (self->network, partnership))
    return;
  self->figures->links += progress == NETZ_PROGRESS_ESTABLISHED;
  self->figures->links_planned += progress == NETZ_PROGRESS_IDEA || progress == NETZ_PROGRESS_PREPARATION;
}

static void
take_programmes (Count *self)
{
  NetzProgramme *programme;
  NetzNetworkIter iter;

  netz_network_iter_init (&iter, self->network, NETZ_TABLE_PROGRAMME);
  while (netz_network_iter_next (&iter, &programme))
    if (programme->systematic)
      {
        NetzProgrammeFigures *row = g_new0 (NetzProgrammeFigures, 1);
        const char *id = netz_record_get_id (NETZ_RECORD (programme));

        row->name = g_strdup (netz_describe_programme (self->network, id, NULL));
        g_hash_table_insert (self->figures->programmes, g_strdup (id), row);
      }
}

/**
 * netz_figures_new:
 * @network: a network
 *
 * Counts it; the communities, which need a graph, are for others to fill in.
 * O(n).
 *
 * Returns: (transfer full): what it comes to
 */
NetzFigures *
netz_figures_new (NetzNetwork *network)
{
  g_autoptr (GHashTable) covered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  NetzFigures *self = g_new0 (NetzFigures, 1);
  Count count = { self, network, covered, pairs };
  NetzInstitution *institution;
  NetzPartnership *partnership;
  NetzNetworkIter iter;

  self->title = g_strdup (netz_network_get_settings (network)->title);
  self->communities = -1;
  self->programmes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, programme_figures_free);
  take_programmes (&count);
  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    count_institution (&count, institution);
  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    count_partnership (&count, partnership);
  return self;
}

/**
 * netz_figures_free:
 * @self: (transfer full): figures
 */
void
netz_figures_free (NetzFigures *self)
{
  g_free (self->title);
  g_hash_table_unref (self->programmes);
  g_free (self);
}
