/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/netz-roles.h"
#include "support/netz-test-network.h"

/* A is a library, G a grammar school, M a museum; X is of no kind; Z is named by a partnership only. */
#define LINE "A:library G:gymnasium M:museum X A-G:library-school G-M::idea A-M:partner-link A-A X-G A-Z"

static void
test_institutions (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (LINE);

  g_assert_true (netz_role_is_school (network, netz_network_get_institution (network, "G")));
  g_assert_false (netz_role_is_provider (network, netz_network_get_institution (network, "G")));
  g_assert_true (netz_role_is_provider (network, netz_network_get_institution (network, "A")));
  g_assert_false (netz_role_is_school (network, netz_network_get_institution (network, "A")));
  g_assert_false (netz_role_is_steering (network, netz_network_get_institution (network, "A")));
  g_assert_false (netz_role_is_school (network, netz_network_get_institution (network, "X")));
  g_assert_false (netz_role_is_provider (network, netz_network_get_institution (network, "X")));
  g_assert_false (netz_role_is_school (network, NULL));
}

static void
test_partner_links (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (LINE);

  g_assert_true (netz_role_is_partner_link (network, netz_network_get_partnership (network, "A-M")));
  g_assert_false (netz_role_is_partner_link (network, netz_network_get_partnership (network, "A-G")));
  g_assert_false (netz_role_is_partner_link (network, netz_network_get_partnership (network, "A-A")));
  g_assert_false (netz_role_is_partner_link (network, netz_network_get_partnership (network, "A-Z")));
}

static void
assert_served (NetzNetwork *network, const char *id, const char *expected_provider, const char *expected_school)
{
  NetzInstitution *provider = NULL;
  NetzInstitution *school = NULL;
  NetzPartnership *partnership = netz_network_get_partnership (network, id);

  g_assert_cmpint (netz_role_is_school_partnership (network, partnership, &provider, &school), ==,
                   expected_provider != NULL);
  g_assert_cmpint (netz_role_is_school_partnership (network, partnership, NULL, NULL), ==, expected_provider != NULL);
  g_assert_cmpstr (provider != NULL ? provider->name : NULL, ==, expected_provider);
  g_assert_cmpstr (school != NULL ? school->name : NULL, ==, expected_school);
}

static void
test_school_partnerships (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (LINE);

  assert_served (network, "A-G", "A", "G");
  assert_served (network, "G-M", "M", "G");
  assert_served (network, "A-M", NULL, NULL);
  assert_served (network, "X-G", NULL, NULL);
  assert_served (network, "A-Z", NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roles/institutions", test_institutions);
  g_test_add_func ("/roles/partner-links", test_partner_links);
  g_test_add_func ("/roles/school-partnerships", test_school_partnerships);
  return g_test_run ();
}
