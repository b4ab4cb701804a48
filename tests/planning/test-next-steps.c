/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/netz-part.h"
#include "planning-fixture.h"
#include "planning/netz-next-steps.h"
#include "support/netz-test-network.h"

#define SCHOOLS "B:gymnasium C:gymnasium D:gymnasium E:gymnasium F:gymnasium G:gymnasium H:gymnasium "

/* One of each kind: the order is that in which there is something to do. */
static void
test_order (void)
{
  g_autoptr (NetzNetwork) network
      = netz_test_network_new ("A:library " SCHOOLS "A-B:p:idea A-C:p:preparation A-D:p:idea A-E:p:preparation "
                               "A-F:p:idea A-G:p:established A-H:p:idea B-C:p:ended");
  GDate day = fixture_day ("2008-08-11");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) steps = NULL;

  fixture_set (network, "A-D", "next-step", "Anrufen", "next-date", "2008-08-10", NULL);
  fixture_set (network, "A-F", "next-date", "2008-07", NULL);
  fixture_set (network, "A-E", "next-step", "Schreiben", "next-date", "2008-08-11", NULL);
  fixture_set (network, "A-H", "next-step", "Treffen", NULL);
  steps = netz_next_steps_new (network, &day);
  for (guint i = 0; i < steps->len; i++)
    {
      const NetzNextStep *step = &g_array_index (steps, NetzNextStep, i);

      g_string_append_printf (text, "%s%s%s ", netz_record_get_id (NETZ_RECORD (step->partnership)),
                              step->overdue ? "!" : "", step->without_step ? "?" : "");
    }
  g_assert_cmpstr (text->str, ==, "A-F!? A-D! A-E A-H A-C? A-B? ");
}

static void
test_without_a_status (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:gymnasium A-B:p");
  GDate day = fixture_day ("2008-08-11");
  g_autoptr (GArray) steps = NULL;

  fixture_set (network, "A-B", "status", "", NULL);
  steps = netz_next_steps_new (network, &day);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpint (g_array_index (steps, NetzNextStep, 0).progress, ==, NETZ_PROGRESS_IDEA);
}

static void
test_responsible (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:gymnasium A-B:p:idea");
  g_autofree char *nobody = NULL;
  g_autofree char *somebody = NULL;

  fixture_set_contact (network, "A-B", "from", "Ada");
  nobody = netz_next_step_get_responsible (netz_network_get_partnership (network, "A-B"));
  g_assert_null (nobody);
  fixture_set_contact (network, "A-B", "lead", " Cem ");
  somebody = netz_next_step_get_responsible (netz_network_get_partnership (network, "A-B"));
  g_assert_cmpstr (somebody, ==, "Cem");
}

/* Another name replaces the first of the side, "" takes it away; other sides stay. */
static void
test_set_contact (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:gymnasium A-B:p:idea");
  const NetzPartnership *partnership;

  fixture_set_contact (network, "A-B", "from", "Ada");
  fixture_set_contact (network, "A-B", "lead", "Cem");
  fixture_set_contact (network, "A-B", "from", "Eve");
  partnership = netz_network_get_partnership (network, "A-B");
  g_assert_cmpuint (partnership->contacts->len, ==, 2);
  g_assert_cmpstr (netz_part_get (partnership->contacts->pdata[0], "person"), ==, "Eve");
  fixture_set_contact (network, "A-B", "from", "");
  fixture_set_contact (network, "A-B", "to", "");
  partnership = netz_network_get_partnership (network, "A-B");
  g_assert_cmpuint (partnership->contacts->len, ==, 1);
  g_assert_cmpstr (netz_part_get (partnership->contacts->pdata[0], "person"), ==, "Cem");
}

static char *
print_plan (NetzNetwork *network, NetzPlanBy by)
{
  g_autoptr (GPtrArray) plan = netz_plan_new (network, by);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->len; i++)
    {
      const NetzPlanRow *row = plan->pdata[i];

      g_string_append_printf (text, "%s:", row->label != NULL ? row->label : "-");
      for (NetzProgress progress = 0; progress < NETZ_N_PROGRESS; progress++)
        g_string_append_printf (text, "%u", netz_plan_row_count (row, progress));
      g_string_append_printf (text, "=%u ", netz_plan_row_get_total (row));
    }
  return g_string_free (text, FALSE);
}

/* Idea, preparation, established, dormant, ended. */
static void
test_plan (void)
{
  g_autoptr (NetzNetwork) network
      = netz_test_network_new ("A:library B:gymnasium C:gymnasium D:museum E:gymnasium A-B:l:idea A-C:l:established "
                               "D-B:m:preparation D-C:m:ended A-D::established B-C:m:dormant D-E:m:established");
  g_autofree char *by_programme = print_plan (network, NETZ_PLAN_BY_PROGRAMME);
  g_autofree char *by_district = NULL;

  g_assert_cmpstr (by_programme, ==, "l:10100=2 m:01111=4 -:00100=1 ");
  fixture_set (network, "A", "district", "Mitte", NULL);
  fixture_set (network, "B", "district", "Nord", NULL);
  fixture_set (network, "C", "district", "Nord", NULL);
  fixture_set (network, "D", "district", "West", NULL);
  by_district = print_plan (network, NETZ_PLAN_BY_DISTRICT);
  g_assert_cmpstr (by_district, ==, "Mitte:00100=1 Nord:11111=5 West:00100=1 -:00100=1 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/next-steps/order", test_order);
  g_test_add_func ("/planning/next-steps/without-a-status", test_without_a_status);
  g_test_add_func ("/planning/next-steps/responsible", test_responsible);
  g_test_add_func ("/planning/next-steps/set-contact", test_set_contact);
  g_test_add_func ("/planning/plan", test_plan);
  return g_test_run ();
}
