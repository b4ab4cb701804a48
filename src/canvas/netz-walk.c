/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-walk.h"

#include <math.h>

/* Institutions whose heights differ by less are in one row; scene units. */
#define ROW 60.0

/* From one institution to the next, and the room that one needs. */
#define DISTANCE 170.0
#define ROOM_WIDTH 140.0
#define ROOM_HEIGHT 100.0
#define RINGS 12

static gboolean
is_in_sight (NetzScene             *scene,
             const NetzInstitution *institution)
{
  NetzRect bounds;

  return netz_institution_is_placed (institution)
         && netz_scene_get_item_bounds (scene, netz_record_get_id ((const NetzRecord *) institution), &bounds);
}

/* Row by row, then from left to right; the id decides where two lie on one
 * another, so that the order is always the same. */
static int
compare_reading (gconstpointer a,
                 gconstpointer b)
{
  const NetzInstitution *one = *(NetzInstitution *const *) a;
  const NetzInstitution *other = *(NetzInstitution *const *) b;
  double row = floor (one->y / ROW);
  double other_row = floor (other->y / ROW);

  if (row != other_row)
    return row < other_row ? -1 : 1;
  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return strcmp (netz_record_get_id ((const NetzRecord *) one), netz_record_get_id ((const NetzRecord *) other));
}

static GPtrArray *
list_in_reading_order (NetzScene *scene)
{
  GPtrArray *list = g_ptr_array_new ();
  NetzNetworkIter iter;
  NetzInstitution *institution;

  netz_network_iter_init (&iter, netz_scene_get_network (scene), NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (is_in_sight (scene, institution))
      g_ptr_array_add (list, institution);
  g_ptr_array_sort (list, compare_reading);
  return list;
}

static gboolean
is_free (NetzScene *scene,
         NetzPoint  place)
{
  NetzRect room = { place.x - ROOM_WIDTH / 2, place.y - ROOM_HEIGHT / 3, ROOM_WIDTH, ROOM_HEIGHT };
  g_autoptr (GPtrArray) ids = netz_scene_query (scene, &room);
  NetzNetwork *network = netz_scene_get_network (scene);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (netz_network_get (network, NETZ_TABLE_INSTITUTION, id) != NULL
          || netz_network_get (network, NETZ_TABLE_NOTE, id) != NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * netz_walk_next:
 * @scene: what is drawn
 * @id: (nullable): an institution
 * @direction: positive = next, negative = previous
 *
 * O(n log n) in the number of institutions.
 *
 * Returns: (nullable): the next one in reading order, the first or last where
 *   there was none, %NULL at the end
 */
const char *
netz_walk_next (NetzScene  *scene,
                const char *id,
                int         direction)
{
  g_autoptr (GPtrArray) list = list_in_reading_order (scene);
  NetzInstitution *here = id != NULL ? netz_network_get_institution (netz_scene_get_network (scene), id) : NULL;
  guint index = 0;
  gboolean found = here != NULL && g_ptr_array_find (list, here, &index);

  if (list->len == 0)
    return NULL;
  if (!found)
    index = direction > 0 ? 0 : list->len - 1;
  else if (direction > 0 ? index + 1 == list->len : index == 0)
    return NULL;
  else
    index = direction > 0 ? index + 1 : index - 1;

  return netz_record_get_id (g_ptr_array_index (list, index));
}

/**
 * netz_walk_along:
 * @scene: what is drawn
 * @id: an institution
 * @dx: 1 to the right, -1 to the left
 * @dy: 1 down, -1 up
 *
 * O(partnerships of the institution).
 *
 * Returns: (nullable): the partner that lies best in that direction
 */
const char *
netz_walk_along (NetzScene  *scene,
                 const char *id,
                 double      dx,
                 double      dy)
{
  NetzNetwork *network = netz_scene_get_network (scene);
  NetzInstitution *here = netz_network_get_institution (network, id);
  GPtrArray *incident = netz_network_get_incident (network, id);
  const char *best = NULL;
  double best_cost = INFINITY;

  if (here == NULL || incident == NULL || !netz_institution_is_placed (here))
    return NULL;

  for (guint i = 0; i < incident->len; i++)
    {
      const NetzPartnership *partnership = g_ptr_array_index (incident, i);
      const char *other = netz_partnership_get_other (partnership, id);
      NetzInstitution *there = other != NULL ? netz_network_get_institution (network, other) : NULL;
      double ahead, aside, cost;

      if (there == NULL || there == here || !is_in_sight (scene, there))
        continue;
      ahead = (there->x - here->x) * dx + (there->y - here->y) * dy;
      aside = fabs ((there->x - here->x) * dy - (there->y - here->y) * dx);
      cost = ahead + 2 * aside;

      /* More aside than 70 degrees is another direction. */
      if (ahead > 0 && aside < ahead * 2.75 && cost < best_cost)
        {
          best = netz_record_get_id (NETZ_RECORD (there));
          best_cost = cost;
        }
    }
  return best;
}

/**
 * netz_walk_find_room:
 * @scene: what is drawn
 * @beside: a place that need not be free, scene units
 *
 * Returns: the place itself if it is free, else the first free one on growing
 *   rings around it, beginning at the right
 */
NetzPoint
netz_walk_find_room (NetzScene *scene,
                     NetzPoint  beside)
{
  if (is_free (scene, beside))
    return beside;

  for (int ring = 1; ring <= RINGS; ring++)
    {
      int n = 6 * ring;

      for (int i = 0; i < n; i++)
        {
          double angle = 2 * G_PI * i / n;
          NetzPoint place = { round (beside.x + ring * DISTANCE * cos (angle)),
                              round (beside.y + ring * DISTANCE * 0.75 * sin (angle)) };

          if (is_free (scene, place))
            return place;
        }
    }
  return (NetzPoint) { beside.x + DISTANCE / 4, beside.y + DISTANCE / 4 };
}
