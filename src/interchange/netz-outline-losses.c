/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an outline leaves out of a network. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-outline.h"

#include "interchange/netz-exchange-losses.h"

#include <glib/gi18n-lib.h>

static gboolean
has_more (const NetzRecord *record, const char *const *held)
{
  guint n_fields;
  const NetzField *fields = netz_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].flags & (NETZ_FIELD_PLACE | NETZ_FIELD_INNER)) == 0 && !g_strv_contains (held, fields[i].name) &&
        netz_field_is_set (&fields[i], record))
      return TRUE;
  return netz_record_get_extras (record) != NULL;
}

static guint
count_more (NetzNetwork *network, NetzTable table, const char *const *held)
{
  guint n = 0;
  NetzNetworkIter iter;
  NetzRecord *record;

  netz_network_iter_init (&iter, network, table);
  while (netz_network_iter_next (&iter, &record))
    if (has_more (record, held))
      n++;
  return n;
}

static guint
count_placed (NetzNetwork *network)
{
  guint n = 0;
  NetzNetworkIter iter;
  NetzInstitution *institution;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (netz_institution_is_placed (institution))
      n++;
  return n;
}

static guint
count_without_ends (NetzNetwork *network)
{
  guint n = 0;
  NetzNetworkIter iter;
  NetzPartnership *partnership;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    if (netz_network_get_institution (network, partnership->from) == NULL ||
        netz_network_get_institution (network, partnership->to) == NULL ||
        g_strcmp0 (partnership->from, partnership->to) == 0)
      n++;
  return n;
}

/**
 * netz_outline_get_losses:
 * @network: a network
 *
 * Says what netz_outline_write() leaves out of this network. O(n).
 *
 * Returns: (transfer full) (element-type utf8): sentences; none where nothing is lost but ids
 */
GPtrArray *
netz_outline_get_losses (NetzNetwork *network)
{
  static const char *const institution_fields[] = { "name", "kind", "frame", NULL };
  static const char *const partnership_fields[] = { "from", "to", "programme", "status", "since", "until", NULL };
  GPtrArray *losses = g_ptr_array_new_with_free_func (g_free);
  guint n = count_without_ends (network);

  if (n > 0)
    g_ptr_array_add (losses, g_strdup_printf (ngettext ("%u partnership without two ends is left out.",
                                                        "%u partnerships without two ends are left out.", n),
                                              n));
  n = count_placed (network);
  if (n > 0)
    g_ptr_array_add (losses, g_strdup_printf (ngettext ("The place of %u institution is left out.",
                                                        "The places of %u institutions are left out.", n),
                                              n));
  n = count_more (network, NETZ_TABLE_INSTITUTION, institution_fields);
  if (n > 0)
    g_ptr_array_add (
        losses,
        g_strdup_printf (ngettext ("Of %u institution more is known than name and kind; that is left out.",
                                   "Of %u institutions more is known than name and kind; that is left out.", n),
                         n));
  n = count_more (network, NETZ_TABLE_PARTNERSHIP, partnership_fields);
  if (n > 0)
    g_ptr_array_add (
        losses,
        g_strdup_printf (
            ngettext ("Of %u partnership more is known than programme, status and dates; that is left out.",
                      "Of %u partnerships more is known than programme, status and dates; that is left out.", n),
            n));
  netz_exchange_add_table_losses (losses, network, FALSE);
  return losses;
}
