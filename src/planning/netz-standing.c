/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-standing.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
} standings[NETZ_N_STANDINGS] = {
  [NETZ_STANDING_ESTABLISHED] = { "established", N_("Established partnerships") },
  [NETZ_STANDING_PREPARATION] = { "preparation", N_("Also those in preparation") },
  [NETZ_STANDING_ALL] = { "all", N_("All that have not ended, ideas too") },
};

/**
 * netz_standing_counts:
 * @self: a standing
 * @status: (nullable): the status of a partnership; none is an idea
 *
 * Returns: whether such a partnership is counted
 */
gboolean
netz_standing_counts (NetzStanding self, const char *status)
{
  if (g_strcmp0 (status, "established") == 0)
    return TRUE;
  if (g_strcmp0 (status, "preparation") == 0)
    return self >= NETZ_STANDING_PREPARATION;
  return self == NETZ_STANDING_ALL && g_strcmp0 (status, "ended") != 0;
}

/**
 * netz_standing_cut:
 * @self: a standing
 * @snapshot: a network
 *
 * Records are shared, not copied. O(n log n). Any thread.
 *
 * Returns: (transfer full): all of the network but the partnerships that are not counted
 */
NetzSnapshot *
netz_standing_cut (NetzStanding self, const NetzSnapshot *snapshot)
{
  NetzSnapshot *cut = netz_snapshot_new ();

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    for (guint i = 0; i < netz_snapshot_get_size (snapshot, table); i++)
      {
        NetzRecord *record = netz_snapshot_get_nth (snapshot, table, i);

        if (table != NETZ_TABLE_PARTNERSHIP || netz_standing_counts (self, ((NetzPartnership *) record)->status))
          netz_snapshot_take (cut, g_object_ref (record));
      }
  netz_snapshot_sort (cut);
  return cut;
}

/**
 * netz_standing_get_label:
 * @self: a standing
 *
 * Returns: which partnerships are counted, in the language of the messages
 */
const char *
netz_standing_get_label (NetzStanding self)
{
  return _(standings[self].label);
}

/**
 * netz_standing_get_name:
 * @self: a standing
 *
 * Returns: what it is called on the command line
 */
const char *
netz_standing_get_name (NetzStanding self)
{
  return standings[self].name;
}

/**
 * netz_standing_parse:
 * @name: what was typed
 * @standing: (out): which it is
 *
 * Returns: whether there is one of that name
 */
gboolean
netz_standing_parse (const char *name, NetzStanding *standing)
{
  for (guint i = 0; i < NETZ_N_STANDINGS; i++)
    if (g_strcmp0 (name, standings[i].name) == 0)
      {
        *standing = i;
        return TRUE;
      }
  return FALSE;
}
