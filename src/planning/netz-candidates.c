/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-candidates.h"

#include <math.h>
#include <string.h>

#define EARTH_RADIUS 6371.0 /* km, mean */

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180.0;
}

/**
 * netz_distance_between:
 * @a: an institution
 * @b: another
 *
 * By the haversine formula (Sinnott 1984, "Virtues of the Haversine"), which stays exact for near places.
 *
 * Returns: kilometres as the crow flies; NAN where one of the two has no coordinates
 */
double
netz_distance_between (const NetzInstitution *a, const NetzInstitution *b)
{
  double north, east, chord;

  if (!isfinite (a->latitude) || !isfinite (a->longitude) || !isfinite (b->latitude) || !isfinite (b->longitude))
    return NAN;
  north = sin (to_radians (b->latitude - a->latitude) / 2);
  east = sin (to_radians (b->longitude - a->longitude) / 2);
  chord = north * north + cos (to_radians (a->latitude)) * cos (to_radians (b->latitude)) * east * east;
  return 2 * EARTH_RADIUS * asin (sqrt (MIN (chord, 1.0)));
}

static gboolean
suits (NetzNetwork *network, const NetzInstitution *provider, const NetzInstitution *school,
       NetzCoverageColumns columns, const char *column)
{
  NetzProgramme *programme = netz_network_get_programme (network, column);
  NetzKind *kind = netz_network_get_kind (network, school->kind);

  if (columns == NETZ_COVERAGE_KINDS)
    return g_strcmp0 (provider->kind, column) == 0;
  return programme != NULL && kind != NULL
         && netz_programme_joins (programme, netz_network_get_kind (network, provider->kind), kind);
}

/* Two that work together, or are about to, need no new partnership; one that rests or has ended may be begun anew. */
static gboolean
are_partners (NetzNetwork *network, const char *provider, const char *school, NetzCoverageColumns columns,
              const char *column)
{
  GPtrArray *incident = netz_network_get_incident (network, school);

  for (guint i = 0; incident != NULL && i < incident->len; i++)
    {
      const NetzPartnership *partnership = incident->pdata[i];

      if (g_strcmp0 (netz_partnership_get_other (partnership, school), provider) == 0
          && netz_stage_of (partnership->status) >= NETZ_STAGE_IDEA
          && (columns == NETZ_COVERAGE_KINDS || g_strcmp0 (partnership->programme, column) == 0))
        return TRUE;
    }
  return FALSE;
}

static int
compare_distances (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);
  return (a > b) - (a < b);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const NetzCandidate *first = a;
  const NetzCandidate *second = b;
  guint room = netz_load_row_get_room (first->load);
  guint other_room = netz_load_row_get_room (second->load);
  int order = (other_room > 0) - (room > 0);

  if (order == 0)
    order = compare_distances (first->distance, second->distance);
  if (order == 0)
    order = second->same_district - first->same_district;
  if (order == 0)
    order = (other_room > room) - (other_room < room);
  if (order == 0 && first->load->provider->name != NULL && second->load->provider->name != NULL)
    order = g_utf8_collate (first->load->provider->name, second->load->provider->name);
  return order != 0 ? order
                    : strcmp (netz_record_get_id (NETZ_RECORD (first->load->provider)),
                              netz_record_get_id (NETZ_RECORD (second->load->provider)));
}

/**
 * netz_candidates_new:
 * @network: where @load is from
 * @load: what the providers do already
 * @school: id of an institution
 * @columns: what @column is
 * @column: id of a programme or kind
 *
 * O(providers log providers + partnerships of the school × providers of that kind).
 *
 * Returns: (transfer full) (element-type NetzCandidate): whom to ask, best first; it lives no longer than @load
 */
GArray *
netz_candidates_new (NetzNetwork *network, const NetzLoad *load, const char *school, NetzCoverageColumns columns,
                     const char *column)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (NetzCandidate));
  const NetzInstitution *one = netz_network_get_institution (network, school);

  for (guint i = 0; one != NULL && i < load->rows->len; i++)
    {
      NetzCandidate candidate = { .load = load->rows->pdata[i] };
      const NetzInstitution *provider = candidate.load->provider;

      if (!suits (network, provider, one, columns, column)
          || are_partners (network, netz_record_get_id (NETZ_RECORD (provider)), school, columns, column))
        continue;
      candidate.distance = netz_distance_between (one, provider);
      candidate.same_district = one->district != NULL && g_strcmp0 (one->district, provider->district) == 0;
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}
