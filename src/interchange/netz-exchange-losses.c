/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-exchange-losses.h"

#include <glib/gi18n-lib.h>

/**
 * netz_exchange_add_table_losses:
 * @losses: (element-type utf8): sentences, is appended to
 * @network: what is to be written
 * @frames: whether the format holds frames
 *
 * Says how many notes, views, workshops and papers there are, which are in no format but ours.
 */
void
netz_exchange_add_table_losses (GPtrArray *losses, NetzNetwork *network, gboolean frames)
{
  guint n = frames ? 0 : netz_network_get_size (network, NETZ_TABLE_FRAME);

  if (n > 0)
    g_ptr_array_add (losses, g_strdup_printf (ngettext ("%u frame is left out.", "%u frames are left out.", n), n));
  n = netz_network_get_size (network, NETZ_TABLE_NOTE);
  if (n > 0)
    g_ptr_array_add (losses, g_strdup_printf (ngettext ("%u note is left out.", "%u notes are left out.", n), n));
  n = netz_network_get_size (network, NETZ_TABLE_VIEW);
  if (n > 0)
    g_ptr_array_add (losses, g_strdup_printf (ngettext ("%u view is left out.", "%u views are left out.", n), n));
  n = netz_network_get_size (network, NETZ_TABLE_WORKSHOP);
  if (n > 0)
    g_ptr_array_add (losses,
                     g_strdup_printf (ngettext ("%u workshop is left out.", "%u workshops are left out.", n), n));
  n = netz_network_get_size (network, NETZ_TABLE_PAPER);
  if (n > 0)
    g_ptr_array_add (losses, g_strdup_printf (ngettext ("%u committee paper is left out.",
                                                        "%u committee papers are left out.", n),
                                              n));
}
