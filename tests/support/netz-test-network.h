/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A network in a line, and back to text, so that a test of an operation is two
 * lines and a call.
 *
 * Words are separated by blanks:
 *   A:library              an institution with id and name "A" and the kind "library"
 *   A:library@10,-20.5     the same, placed (scene units)
 *   A-B                    a partnership from A to B with the id "A-B"
 *   A-B:library-school     the same with a programme
 *   A-B:library-school:idea    and with a status; "A-B::idea" has a status only
 * Names have letters, digits and "_" only. A second partnership of the same two has the id "A-B/2", then "A-B/3".
 *
 * The kinds and programmes named are made: group "school" where the id ends in "school" or is "gymnasium",
 * "provider" for the rest; programmes join anything. An institution that only a partnership names is missing: so a
 * dangling end is made.
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

NetzNetwork *netz_test_network_new (const char *line);
char *netz_test_network_print (NetzNetwork *network);

#define netz_assert_network(network, expected) \
  G_STMT_START \
  { \
    g_autofree char *printed_ = netz_test_network_print (network); \
    g_assert_cmpstr (printed_, ==, (expected)); \
  } \
  G_STMT_END

G_END_DECLS
