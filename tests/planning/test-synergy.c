/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/netz-synergy.h"
#include "support/netz-test-network.h"

#include <string.h>

/* "L+M 2 0.50; …": the pairs of a state, best first. */
static char *
print (const NetzSynergies *synergies, NetzSynergyState state)
{
  GPtrArray *pairs = synergies->by_state[state];
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const NetzSynergy *pair = pairs->pdata[i];

      g_string_append_printf (text, "%s%s+%s %u %.2f", i > 0 ? "; " : "", pair->a, pair->b, pair->schools->len,
                              pair->share);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/*
 * By hand: L serves a b c, M serves a b d, V serves a b c, R serves d, and D nobody. L and V share three and are
 * linked; M shares two of four with either; M and R share d, one of three, and have an idea; D is linked to L for
 * nothing. R and D had something that has ended.
 */
#define SCHOOLS "a:gymnasium b:gymnasium c:gymnasium d:gymnasium "
#define TOWN SCHOOLS "L:library M:museum V:vhs R:archive D:stage " \
  "L-a::established L-b::established L-c::established M-a::established b-M::established M-d::established " \
  "V-a::established V-b::established V-c::established R-d::established " \
  "L-V:partner-link:established M-R:partner-link:idea D-L:project:established R-D::ended"

static void
assert_town (const char *line, NetzStanding standing, const char *const *expected)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (line);
  g_autoptr (NetzSynergies) synergies = netz_synergies_find (network, standing);

  for (guint i = 0; i < NETZ_N_SYNERGY_STATES; i++)
    {
      g_autofree char *text = print (synergies, i);

      g_test_message ("%s", netz_synergy_state_get_name (i));
      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
test_town (void)
{
  static const char *const established[] = { "L+M 2 0.50; M+V 2 0.50", "M+R 1 0.33", "L+V 3 1.00", "D+L 0 0.00" };
  static const char *const all[] = { "L+M 2 0.50; M+V 2 0.50", "", "L+V 3 1.00; M+R 1 0.33", "D+L 0 0.00" };

  assert_town (TOWN, NETZ_STANDING_ESTABLISHED, established);
  assert_town (TOWN, NETZ_STANDING_ALL, all);
}

/* More shared schools first; then the larger share; then by name. */
static void
test_order (void)
{
  static const char *const expected[] = { "P+Q 2 0.67; E+F 1 1.00; A+B 1 0.50; A+C 1 0.50", "", "", "" };

  assert_town ("a:gymnasium b:gymnasium c:gymnasium d:gymnasium e:gymnasium f:gymnasium "
               "C:library A:library B:library E:museum F:museum P:archive Q:archive "
               "A-a::established A-b::established B-a::established C-b::established E-c::established "
               "F-c::established P-d::established P-e::established Q-d::established Q-e::established "
               "Q-f::established",
               NETZ_STANDING_ESTABLISHED, expected);
}

/* A school that is served twice, a link that is there twice, a partner of itself, and those without a kind. */
static void
test_odd (void)
{
  static const char *const none[] = { "", "", "", "" };
  static const char *const expected[] = { "", "", "A+B 1 1.00", "" };

  assert_town ("", NETZ_STANDING_ESTABLISHED, none);
  assert_town ("X Y s:gymnasium X-s::established Y-s::established X-Y::established", NETZ_STANDING_ALL, none);
  assert_town ("A:library B:museum s:gymnasium A-s::established A-s:other:established B-s::established "
               "A-B::idea B-A::established A-A::established A-gone::established",
               NETZ_STANDING_ESTABLISHED, expected);
}

static void
test_details (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (TOWN);
  g_autoptr (NetzSynergies) synergies = netz_synergies_find (network, NETZ_STANDING_ESTABLISHED);
  const NetzSynergy *open = synergies->by_state[NETZ_SYNERGY_OPEN]->pdata[0];
  const NetzSynergy *planned = synergies->by_state[NETZ_SYNERGY_PLANNED]->pdata[0];
  const NetzSynergy *idle = synergies->by_state[NETZ_SYNERGY_IDLE]->pdata[0];
  g_autofree char *of_open = netz_synergy_explain (network, open);
  g_autofree char *of_planned = netz_synergy_explain (network, planned);
  g_autofree char *of_idle = netz_synergy_explain (network, idle);

  g_assert_cmpuint (open->n_a, ==, 3);
  g_assert_cmpuint (open->n_b, ==, 3);
  g_assert_null (open->link);
  g_assert_cmpstr (open->schools->pdata[0], ==, "a");
  g_assert_cmpstr (open->schools->pdata[1], ==, "b");
  g_assert_cmpstr (planned->link, ==, "M-R");
  g_assert_cmpstr (of_open, ==, "L and M serve 2 of the same schools and are not linked.");
  g_assert_cmpstr (of_planned, ==, "M and R both serve 1 school; their link: Idea.");
  g_assert_cmpstr (of_idle, ==, "D and L are linked, but serve no school together.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/synergy/town", test_town);
  g_test_add_func ("/synergy/order", test_order);
  g_test_add_func ("/synergy/odd", test_odd);
  g_test_add_func ("/synergy/details", test_details);
  return g_test_run ();
}
