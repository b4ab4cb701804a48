/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-catalogue-folder.h"
#include "format/netz-file.h"
#include "model/netz-history.h"
#include "planning/netz-readiness.h"
#include "support/netz-test-network.h"

#include <locale.h>

typedef struct
{
  NetzNetwork *network;
  NetzCatalogue *catalogue;
  GPtrArray *people;
} Fixture;

/* Conditions: "TYPE KEY=VALUE…", a line each. */
static NetzCatalogue *
make_catalogue (const char *const *conditions)
{
  NetzCatalogue *catalogue = netz_catalogue_new ("test");
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (NetzCatalogueItem) group = NULL;

  g_hash_table_insert (kinds, g_strdup ("kinds"), g_strdup ("office council"));
  group = netz_catalogue_item_new ("deciders", NULL, NULL, kinds);
  netz_catalogue_add_item (catalogue, NETZ_CATALOGUE_ACTOR_GROUPS, group);
  for (guint i = 0; conditions[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (conditions[i], ",", -1);
      g_autoptr (GHashTable) parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autofree char *id = g_strdup_printf ("c%u", i + 1);
      g_autoptr (NetzCatalogueItem) condition = NULL;

      g_hash_table_insert (parameters, g_strdup ("type"), g_strdup (words[0]));
      for (guint k = 1; words[k] != NULL; k++)
        {
          g_auto (GStrv) pair = g_strsplit (words[k], "=", 2);

          g_hash_table_insert (parameters, g_strdup (pair[0]), g_strdup (pair[1]));
        }
      condition = netz_catalogue_item_new (id, NULL, NULL, parameters);
      netz_catalogue_add_item (catalogue, NETZ_CATALOGUE_CONDITIONS, condition);
    }
  return catalogue;
}

static void
set_up (Fixture *self, const char *line, const char *const *conditions)
{
  self->network = netz_test_network_new (line);
  self->catalogue = make_catalogue (conditions);
  self->people = netz_parts_new ();
}

static void
invite (Fixture *self, const char *person, const char *institution, const char *group, const char *attendance)
{
  const char *values[] = { person, NULL, institution, group, attendance };

  g_ptr_array_add (self->people, netz_part_new (&netz_participant_part, values));
}

static NetzReadiness *
judge (Fixture *self)
{
  NetzRecord *workshop = netz_record_new (NETZ_TABLE_WORKSHOP, "w-1");
  NetzReadiness *readiness;

  ((NetzWorkshop *) workshop)->participants = g_ptr_array_ref (self->people);
  readiness = netz_readiness_new (self->network, NETZ_WORKSHOP (workshop), self->catalogue, NULL);
  g_object_unref (workshop);
  return readiness;
}

static void
tear_down (Fixture *self)
{
  g_clear_object (&self->network);
  g_clear_pointer (&self->catalogue, netz_catalogue_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
}

static char *
print_gap (const NetzReadinessCondition *condition, guint index)
{
  const NetzReadinessGap *gap = g_ptr_array_index (condition->gaps, index);
  g_autoptr (GString) text = g_string_new (gap->text);

  for (guint i = 0; i < gap->ids->len; i++)
    g_string_append_printf (text, " %s", (const char *) gap->ids->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_gap(condition, index, expected) \
  G_STMT_START \
  { \
    g_autofree char *printed_ = print_gap (condition, index); \
    g_assert_cmpstr (printed_, ==, expected); \
  } \
  G_STMT_END

static void
test_partnerships (void)
{
  static const char *const conditions[]
      = { "partnerships,programme=p,status=established,minimum=2,required=yes",
          "partnerships,programme=q,status=established,minimum=1,required=no", NULL };
  Fixture fixture;
  g_autoptr (NetzReadiness) readiness = NULL;
  const NetzReadinessCondition *condition;

  set_up (&fixture, "A:library B:school C:school A-B:p:established A-C:p:idea B-C:q:established", conditions);
  readiness = judge (&fixture);
  condition = netz_readiness_find (readiness, "c1");
  g_assert_false (condition->met);
  g_assert_true (condition->required);
  g_assert_cmpuint (condition->count, ==, 1);
  g_assert_cmpuint (condition->gaps->len, ==, 1);
  assert_gap (condition, 0, "1 partnership that has been begun could be concluded A-C");
  condition = netz_readiness_find (readiness, "c2");
  g_assert_true (condition->met);
  g_assert_cmpuint (condition->gaps->len, ==, 0);
  g_assert_cmpuint (readiness->n_met, ==, 1);
  g_assert_cmpuint (readiness->n_required_missing, ==, 1);
  tear_down (&fixture);
}

static void
test_participants (void)
{
  static const char *const conditions[] = { "participants,kinds=library,minimum=1,required=no", NULL };
  Fixture fixture;
  g_autoptr (NetzReadiness) nobody = NULL, excused = NULL, invited = NULL;
  const NetzReadinessCondition *condition;

  set_up (&fixture, "A:library B:library C:school", conditions);
  invite (&fixture, "Eva", "C", NULL, NULL);
  nobody = judge (&fixture);
  g_assert_cmpuint (nobody->n_met, ==, 0);
  assert_gap (netz_readiness_find (nobody, "c1"), 0, "library: not represented; 2 in the network A B");
  invite (&fixture, "Ida", "B", NULL, "excused");
  excused = judge (&fixture);
  g_assert_cmpuint (excused->n_met, ==, 0);
  invite (&fixture, "Ada", "A", NULL, "invited");
  invited = judge (&fixture);
  condition = netz_readiness_find (invited, "c1");
  g_assert_true (condition->met);
  g_assert_cmpuint (condition->witnesses->len, ==, 1);
  {
    g_autofree char *words = netz_readiness_describe_witness (fixture.network, condition->witnesses->pdata[0]);

    g_assert_cmpstr (words, ==, "Ada (A)");
  }
  tear_down (&fixture);
}

static void
test_actor_group (void)
{
  static const char *const conditions[] = { "actor-group,actor-group=deciders,minimum=1,required=yes",
                                            "actor-group,actor-group=deciders,each=yes,minimum=1,required=yes", NULL };
  Fixture fixture;
  g_autoptr (NetzReadiness) none = NULL, one = NULL, both = NULL;

  set_up (&fixture, "A:office B:council C:school", conditions);
  none = judge (&fixture);
  assert_gap (netz_readiness_find (none, "c1"), 0,
              "1 person is missing; 2 institutions of the network could be invited B A");
  /* Named for another group, he does not stand for this one. */
  invite (&fixture, "Eva", "B", "others", NULL);
  invite (&fixture, "Ida", "A", NULL, NULL);
  one = judge (&fixture);
  g_assert_true (netz_readiness_find (one, "c1")->met);
  g_assert_cmpuint (netz_readiness_find (one, "c1")->count, ==, 1);
  g_assert_true (netz_readiness_find (one, "c2")->met);
  g_ptr_array_remove_index (fixture.people, 0);
  both = judge (&fixture);
  g_assert_true (netz_readiness_find (both, "c1")->met);
  g_assert_false (netz_readiness_find (both, "c2")->met);
  assert_gap (netz_readiness_find (both, "c2"), 0, "council: not represented; 1 in the network B");
  tear_down (&fixture);
}

static void
test_school_forms (void)
{
  static const char *const conditions[] = { "school-forms,minimum=2,required=no", NULL };
  Fixture fixture;
  g_autoptr (NetzReadiness) one = NULL, two = NULL;

  set_up (&fixture, "A:gymnasium B:gymnasium C:primary_school D:realschool E:library", conditions);
  invite (&fixture, "Eva", "A", NULL, NULL);
  invite (&fixture, "Ida", "B", NULL, NULL);
  invite (&fixture, "Ada", "E", NULL, NULL);
  one = judge (&fixture);
  g_assert_false (netz_readiness_find (one, "c1")->met);
  g_assert_cmpuint (netz_readiness_find (one, "c1")->count, ==, 1);
  g_assert_cmpuint (netz_readiness_find (one, "c1")->gaps->len, ==, 2);
  invite (&fixture, "Uta", "C", NULL, NULL);
  two = judge (&fixture);
  g_assert_true (netz_readiness_find (two, "c1")->met);
  assert_gap (netz_readiness_find (two, "c1"), 0, "realschool: not represented; 1 in the network D");
  g_assert_cmpuint (netz_readiness_find (two, "c1")->gaps->len, ==, 1);
  tear_down (&fixture);
}

static NetzNetwork *
load_cologne (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("NETZ_DATA_DIR"), "samples", "koeln-2008.netz", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_file_load (path, NULL, NULL, &error);

  g_assert_no_error (error);
  return netz_network_new_from_snapshot (snapshot);
}

/* The workshop without whoever comes from institutions of @kind. */
static NetzRecord *
copy_without (NetzNetwork *network, NetzWorkshop *workshop, const char *kind)
{
  NetzRecord *copy = netz_record_copy (NETZ_RECORD (workshop));
  GPtrArray *left = netz_parts_new ();

  for (guint i = 0; i < workshop->participants->len; i++)
    {
      NetzPart *part = workshop->participants->pdata[i];
      NetzInstitution *from = netz_network_get_institution (network, netz_part_get (part, "institution"));

      if (g_strcmp0 (from->kind, kind) != 0)
        g_ptr_array_add (left, netz_part_ref (part));
    }
  g_assert_cmpuint (left->len, ==, workshop->participants->len - 1);
  g_ptr_array_unref (((NetzWorkshop *) copy)->participants);
  ((NetzWorkshop *) copy)->participants = left;
  return copy;
}

static void
test_cologne (void)
{
  g_autoptr (NetzNetwork) network = load_cologne ();
  g_autoptr (NetzCatalogue) catalogue = netz_catalogue_load ("bildungspartner-nrw", NULL);
  NetzWorkshop *workshop = netz_readiness_choose_workshop (network, "WERKSTATT im kommunalen bildungsnetzwerk");
  g_autoptr (NetzReadiness) all = netz_readiness_new (network, workshop, catalogue, "de");
  g_autoptr (NetzRecord) less = copy_without (network, workshop, "competence-team");
  g_autoptr (NetzReadiness) missing = netz_readiness_new (network, NETZ_WORKSHOP (less), catalogue, "de");

  g_assert_cmpuint (all->conditions->len, ==, 18);
  g_assert_cmpuint (all->n_met, ==, 18);
  g_assert_cmpuint (missing->n_met, ==, 16);
  g_assert_cmpuint (missing->n_required_missing, ==, 1);
  g_assert_false (netz_readiness_find (missing, "group-supervision")->met);
  g_assert_false (netz_readiness_find (missing, "takes-part-competence-team")->met);
  assert_gap (netz_readiness_find (missing, "group-supervision"), 0,
              "Kompetenzteam: not represented; 1 in the network i-w3k1fwb528r52");
  g_assert_cmpstr (netz_readiness_propose_group (network, "i-w3k1fwb528r52"), ==, "supervision");
  g_assert_null (netz_readiness_choose_workshop (network, "another"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readiness/partnerships", test_partnerships);
  g_test_add_func ("/readiness/participants", test_participants);
  g_test_add_func ("/readiness/actor-group", test_actor_group);
  g_test_add_func ("/readiness/school-forms", test_school_forms);
  g_test_add_func ("/readiness/cologne", test_cologne);
  return g_test_run ();
}
