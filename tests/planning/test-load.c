/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning-fixture.h"
#include "model/netz-draft.h"
#include "planning/netz-candidates.h"
#include "support/netz-test-network.h"

#include <math.h>

/*
 * L serves A and B (each twice, once established), prepares C, and D was: 2 of 5, room for 3.
 * K serves A, can serve none: 1 too many. M has an idea with A only. N serves nobody. X is a steering body's: no row.
 */
#define LINE \
  "L:library K:library M:museum N:museum X A:gymnasium B:gymnasium C:gymnasium D:gymnasium " \
  "A-L:q:idea L-A:p:established L-B:q:idea B-L:p:established L-C:p:preparation L-D:p:ended " \
  "A-K:p:established M-A:m:idea " \
  "L-M:p:established X-A:p:established"

static char *
print (const NetzLoadRow *row)
{
  return g_strdup_printf ("%s %u+%u/%u-%u room %u over %u state %u", row->provider->name, row->served, row->begun,
                          row->least, row->most, netz_load_row_get_room (row), netz_load_row_get_excess (row),
                          row->state);
}

static void
assert_row (const NetzLoad *load, guint i, const char *expected)
{
  const NetzLoadRow *row = load->rows->pdata[i];
  g_autofree char *printed = print (row);

  g_assert_cmpstr (printed, ==, expected);
  g_assert_true (netz_load_find (load, netz_record_get_id (NETZ_RECORD (row->provider))) == row);
}

static void
test_rows (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (LINE);
  g_autoptr (NetzLoad) load = NULL;

  fixture_set (network, "K", "capacity", "0", NULL);
  fixture_set (network, "M", "capacity", "7", NULL);
  load = netz_load_new (network, NULL, NETZ_STAGE_ESTABLISHED, "en");
  g_assert_cmpuint (load->rows->len, ==, 4);
  assert_row (load, 0, "K 1+0/0-0 room 0 over 1 state 2");
  assert_row (load, 1, "L 2+1/2-5 room 3 over 0 state 0");
  assert_row (load, 2, "M 0+1/0-7 room 7 over 0 state 0");
  assert_row (load, 3, "N 0+0/2-5 room 5 over 0 state 0");
  g_assert_cmpuint (load->n_over, ==, 1);
  g_assert_cmpuint (load->room, ==, 15);
  g_assert_null (netz_load_find (load, "X"));
}

static void
test_least (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (LINE);
  g_autoptr (NetzLoad) load = NULL;

  fixture_set (network, "L", "capacity", "3", NULL);
  load = netz_load_new (network, NULL, NETZ_STAGE_PREPARATION, "en");
  assert_row (load, 1, "L 3+0/0-3 room 0 over 0 state 1");
}

/* Only L is looked at, and none of its schools; they count all the same. */
static void
test_part (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (LINE);
  g_autoptr (NetzNetwork) part = netz_test_network_new ("L:library");
  g_autoptr (NetzLoad) load = netz_load_new (network, part, NETZ_STAGE_ESTABLISHED, "en");

  g_assert_cmpuint (load->rows->len, ==, 1);
  assert_row (load, 0, "L 2+1/2-5 room 3 over 0 state 0");
}

/* A school counts once, by what has come farthest; those that count come first. */
static void
test_schools (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (LINE);
  g_autoptr (NetzLoad) load = netz_load_new (network, NULL, NETZ_STAGE_ESTABLISHED, "en");
  const NetzLoadRow *row = netz_load_find (load, "L");
  g_autoptr (GPtrArray) served = netz_load_row_list_served (row);

  g_assert_cmpuint (row->schools->len, ==, 4);
  g_assert_cmpstr (((NetzInstitution *) row->schools->pdata[0])->name, ==, "A");
  g_assert_cmpstr (((NetzInstitution *) row->schools->pdata[1])->name, ==, "B");
  g_assert_cmpstr (((NetzInstitution *) row->schools->pdata[2])->name, ==, "C");
  g_assert_cmpuint (served->len, ==, 2);
  g_assert_cmpuint (row->stages[NETZ_STAGE_ESTABLISHED], ==, 2);
  g_assert_cmpuint (row->stages[NETZ_STAGE_IDEA], ==, 0);
  g_assert_cmpuint (row->stages[NETZ_STAGE_ENDED], ==, 1);
}

static void
place (NetzNetwork *network, const char *id, double latitude, double longitude)
{
  g_autofree char *north = netz_number_print (latitude);
  g_autofree char *east = netz_number_print (longitude);

  fixture_set (network, id, "latitude", north, "longitude", east, NULL);
}

/* Cologne cathedral to the Dortmunder U is 72.5 km as the crow flies, a degree along the equator 111.19 km. */
static void
test_distance (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:library C:library D:library E:library");
  NetzInstitution *a, *b, *c, *d, *e;

  place (network, "A", 50.9413, 6.9583);
  place (network, "B", 51.5151, 7.4537);
  place (network, "C", 0, 0);
  place (network, "D", 0, 1);
  a = netz_network_get_institution (network, "A");
  b = netz_network_get_institution (network, "B");
  c = netz_network_get_institution (network, "C");
  d = netz_network_get_institution (network, "D");
  e = netz_network_get_institution (network, "E");
  g_assert_cmpfloat_with_epsilon (netz_distance_between (a, b), 72.5, 0.2);
  g_assert_cmpfloat_with_epsilon (netz_distance_between (b, a), netz_distance_between (a, b), 1e-9);
  g_assert_cmpfloat_with_epsilon (netz_distance_between (c, d), 111.19, 0.01);
  g_assert_cmpfloat_with_epsilon (netz_distance_between (a, a), 0, 1e-9);
  g_assert_true (isnan (netz_distance_between (a, e)));
}

static char *
print_candidates (NetzNetwork *network, const char *school, NetzCoverageColumns columns, const char *column)
{
  g_autoptr (NetzLoad) load = netz_load_new (network, NULL, NETZ_STAGE_ESTABLISHED, "en");
  g_autoptr (GArray) candidates = netz_candidates_new (network, load, school, columns, column);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    g_string_append (text, g_array_index (candidates, NetzCandidate, i).load->provider->name);
  return g_string_free (text, FALSE);
}

#define assert_candidates(network, school, columns, column, expected) \
  G_STMT_START \
  { \
    g_autofree char *printed_ = print_candidates (network, school, columns, column); \
    g_assert_cmpstr (printed_, ==, (expected)); \
  } \
  G_STMT_END

static void
set_ends (NetzNetwork *network, const char *programme, const char *from, const char *to)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  NetzRecord *record = netz_draft_edit (draft, NETZ_TABLE_PROGRAMME, programme);
  g_autoptr (NetzEdit) edit = NULL;

  netz_record_set_text (record, "from", from);
  netz_record_set_text (record, "to", to);
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
}

/* F is full and nearest; N near, O far, P nobody knows where; W works with the school already, Z did once. */
static void
test_candidates (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (
      "S:gymnasium T:gymnasium F:library N:library O:library P:library W:library Z:library M:museum "
      "F-T:ls:established W-S:ls:idea Z-S:ls:ended M-T:ms:idea");

  fixture_set (network, "F", "capacity", "1", NULL);
  set_ends (network, "ls", "library", "@school");
  place (network, "S", 50.9, 6.9);
  place (network, "F", 50.9, 6.9001);
  place (network, "N", 50.9, 6.91);
  place (network, "Z", 50.9, 6.92);
  place (network, "O", 50.9, 6.93);
  place (network, "W", 50.9, 6.94);
  assert_candidates (network, "S", NETZ_COVERAGE_PROGRAMMES, "ls", "NZOPF");
  assert_candidates (network, "S", NETZ_COVERAGE_KINDS, "museum", "M");
  assert_candidates (network, "T", NETZ_COVERAGE_KINDS, "museum", "");
  assert_candidates (network, "T", NETZ_COVERAGE_PROGRAMMES, "nothing", "");
}

/* Without coordinates the district says what is near, then who has more room. */
static void
test_candidates_by_district (void)
{
  g_autoptr (NetzNetwork) network
      = netz_test_network_new ("S:gymnasium T:gymnasium A:library B:library C:library A-T:ls:established");

  fixture_set (network, "S", "district", "Kalk", NULL);
  fixture_set (network, "C", "district", "Kalk", NULL);
  assert_candidates (network, "S", NETZ_COVERAGE_KINDS, "library", "CBA");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/rows", test_rows);
  g_test_add_func ("/load/least", test_least);
  g_test_add_func ("/load/part", test_part);
  g_test_add_func ("/load/schools", test_schools);
  g_test_add_func ("/load/distance", test_distance);
  g_test_add_func ("/load/candidates", test_candidates);
  g_test_add_func ("/load/candidates-by-district", test_candidates_by_district);
  return g_test_run ();
}
