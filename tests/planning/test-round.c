/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-catalogue-folder.h"
#include "format/netz-file.h"
#include "planning/netz-round.h"

typedef struct
{
  NetzNetwork *network;
  NetzWorkshop *workshop;
  NetzReadiness *readiness;
} Fixture;

static void
set_up (Fixture *self)
{
  g_autofree char *path = g_build_filename (g_getenv ("NETZ_DATA_DIR"), "samples", "koeln-2008.netz", NULL);
  g_autoptr (NetzSnapshot) snapshot = netz_file_load (path, NULL, NULL, NULL);
  g_autoptr (NetzCatalogue) catalogue = netz_catalogue_load ("bildungspartner-nrw", NULL);

  self->network = netz_network_new_from_snapshot (snapshot);
  self->workshop = netz_readiness_choose_workshop (self->network, NULL);
  self->readiness = netz_readiness_new (self->network, self->workshop, catalogue, NULL);
}

static void
tear_down (Fixture *self)
{
  netz_readiness_free (self->readiness);
  g_object_unref (self->network);
}

static NetzSnapshot *
cut (Fixture *self, guint question)
{
  g_autoptr (NetzScope) scope = netz_round_make_scope (question, self->network, self->readiness);
  g_autoptr (GError) error = NULL;
  NetzSnapshot *part = netz_scope_cut (scope, self->network, &error);

  g_assert_no_error (error);
  g_assert_true (scope->fade);
  return part;
}

/* Who takes part comes from sixteen institutions. */
static void
test_who_is_here (void)
{
  Fixture fixture;
  g_autoptr (NetzSnapshot) part = NULL;
  g_autofree char *told = NULL;

  set_up (&fixture);
  part = cut (&fixture, 0);
  told = netz_round_tell (0, fixture.network, fixture.workshop, fixture.readiness);
  g_assert_cmpuint (netz_snapshot_get_size (part, NETZ_TABLE_INSTITUTION), ==, 16);
  g_assert_cmpstr (told, ==, "0 of 16 participants are marked as present.");
  tear_down (&fixture);
}

/* Of the school forms that nobody stands for there are one, three, one and two schools. */
static void
test_who_is_missing (void)
{
  Fixture fixture;
  g_autoptr (NetzSnapshot) part = NULL;

  set_up (&fixture);
  part = cut (&fixture, 1);
  g_assert_cmpuint (netz_snapshot_get_size (part, NETZ_TABLE_INSTITUTION), ==, 7);
  tear_down (&fixture);
}

/* Each status has its question, as many as "netz info" counts. */
static void
test_partnerships (void)
{
  static const struct
  {
    guint question;
    guint n;
    const char *told;
  } cases[] = {
    { 2, 71, "71 partnerships are established." },
    { 3, 16, "16 partnerships are ideas." },
    { 4, 33, NULL },
  };
  Fixture fixture;

  set_up (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NetzSnapshot) part = cut (&fixture, cases[i].question);
      g_autofree char *told
          = netz_round_tell (cases[i].question, fixture.network, fixture.workshop, fixture.readiness);

      g_assert_cmpuint (netz_snapshot_get_size (part, NETZ_TABLE_PARTNERSHIP), ==, cases[i].n);
      if (cases[i].told != NULL)
        g_assert_cmpstr (told, ==, cases[i].told);
    }
  tear_down (&fixture);
}

static void
test_table (void)
{
  guint n_questions;
  const NetzRoundQuestion *questions = netz_round_get (&n_questions);

  g_assert_cmpuint (n_questions, ==, 5);
  for (guint i = 0; i < n_questions; i++)
    g_assert_true (questions[i].id != NULL && questions[i].title != NULL && questions[i].text != NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round/table", test_table);
  g_test_add_func ("/round/who-is-here", test_who_is_here);
  g_test_add_func ("/round/who-is-missing", test_who_is_missing);
  g_test_add_func ("/round/partnerships", test_partnerships);
  return g_test_run ();
}
