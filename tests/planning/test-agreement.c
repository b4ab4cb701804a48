/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-catalogue-folder.h"
#include "format/netz-file.h"
#include "model/netz-date.h"
#include "planning-fixture.h"
#include "planning/netz-agreement.h"
#include "support/netz-test-network.h"

/* A partnership's dates, and the last day of its agreement. */
static const struct
{
  const char *since;
  const char *until;
  const char *agreement;
  const char *term;
  const char *end;
} ends[] = {
  { "", "", "", "", "" },
  { "2005", "", "", "", "" },
  { "", "", "2008-05-06", "", "" },
  { "", "", "", "2", "" },
  { "", "", "2008-05-06", "2", "2010-05-06" },
  { "1999", "", "2008-05-06", "2", "2010-05-06" },
  { "2008-08", "", "", "2", "2010-08-31" },
  { "", "", "2008-02-29", "1", "2009-02-28" },
  { "", "", "2004/05", "3", "2008-07-31" },
  { "", "", "2008", "1.5", "2010-06-30" },
  { "", "2009-10", "2008-05-06", "2", "2009-10-31" },
  { "", "", "2008-05-06", "-1", "" },
  { "", "", "2008-05-06", "9000", "" },
};

static void
test_end (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:gymnasium A-B:p:established");
      g_autofree char *text = NULL;
      GDate end;

      fixture_set (network, "A-B", "since", ends[i].since, "until", ends[i].until, "agreement", ends[i].agreement,
                   "term", ends[i].term, NULL);
      g_assert_cmpint (netz_agreement_get_end (netz_network_get_partnership (network, "A-B"), &end), ==,
                       *ends[i].end != '\0');
      text = netz_date_print_day (&end);
      g_assert_cmpstr (text, ==, ends[i].end);
    }
}

/* What is entered, and the criteria that it does not keep. */
static const struct
{
  const char *fields[11];
  const char *missing;
} cases[] = {
  { { "agreement", "2008-05-06", "term", "2", "open-to-all", "yes", NULL }, "contacts" },
  { { "agreement", "2008-10", "since", "2008-08", "until", "2010-07", "open-to-all", "yes", NULL }, "contacts term" },
  { { "since", "2008-08", "until", "2010-07", "open-to-all", "yes", NULL }, "agreement contacts" },
  { { "since", "2008-08", "until", "2010-06", "open-to-all", "yes", NULL }, "agreement contacts term" },
  { { "agreement", "2008-05-06", "term", "1.9", NULL }, "contacts open-to-all term" },
  { { "agreement", "2008-05-06", "programme", "", "term", "3", NULL }, "contacts open-to-all programme" },
  { { NULL }, "agreement contacts open-to-all term" },
};

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
print_missing (const NetzAgreements *agreements, const NetzAgreement *row)
{
  g_autoptr (GPtrArray) missing = netz_agreements_get_missing (agreements, row);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (ids, (gpointer) netz_catalogue_item_get_id (missing->pdata[i]));
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static NetzCatalogue *
load_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  NetzCatalogue *catalogue = netz_catalogue_load ("bildungspartner-nrw", &error);

  g_assert_no_error (error);
  return catalogue;
}

static NetzAgreements *
judge (NetzNetwork *network, const char *day, guint months)
{
  g_autoptr (NetzCatalogue) catalogue = load_catalogue ();
  GDate date = fixture_day (day);

  return netz_agreements_new (network, catalogue, &date, months);
}

static NetzNetwork *
make_network (void)
{
  NetzNetwork *network = netz_test_network_new ("A:library B:gymnasium A-B:library-school:established");

  fixture_make_systematic (network, "library-school");
  return network;
}

static void
test_criteria (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NetzNetwork) network = make_network ();
      g_autoptr (NetzAgreements) agreements = NULL;
      g_autofree char *missing = NULL;

      for (guint k = 0; cases[i].fields[k] != NULL; k += 2)
        fixture_set (network, "A-B", cases[i].fields[k], cases[i].fields[k + 1], NULL);
      agreements = judge (network, "2008-08-11", 12);
      g_assert_cmpuint (agreements->rows->len, ==, 1);
      g_assert_cmpuint (agreements->n_judged, ==, 1);
      g_assert_cmpuint (agreements->n_registrable, ==, 0);
      missing = print_missing (agreements, &g_array_index (agreements->rows, NetzAgreement, 0));
      g_assert_cmpstr (missing, ==, cases[i].missing);
    }
}

static void
test_registrable (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzAgreements) agreements = NULL;

  fixture_set (network, "A-B", "agreement", "2008-05-06", "term", "2", "open-to-all", "yes", NULL);
  fixture_set_contact (network, "A-B", "from", "Ada");
  fixture_set_contact (network, "A-B", "lead", "Cem");
  agreements = judge (network, "2008-08-11", 12);
  g_assert_cmpuint (g_array_index (agreements->rows, NetzAgreement, 0).without, ==, NETZ_SIDE_TO);
  g_assert_cmpuint (agreements->n_without_contact, ==, 1);
  g_clear_pointer (&agreements, netz_agreements_free);

  fixture_set_contact (network, "A-B", "to", "Ben");
  agreements = judge (network, "2008-08-11", 12);
  g_assert_true (netz_agreement_is_registrable (&g_array_index (agreements->rows, NetzAgreement, 0)));
  g_assert_cmpuint (agreements->n_registrable, ==, 1);
  g_assert_cmpuint (agreements->n_without_contact, ==, 0);
}

/* A catalogue without criteria that is known but for one of a type to come. */
static void
test_unknown_criterion (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzCatalogue) catalogue = netz_catalogue_new ("other");
  g_autoptr (GHashTable) parameters = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (NetzCatalogueItem) criterion = NULL;
  g_autoptr (NetzAgreements) agreements = NULL;
  GDate day = fixture_day ("2008-08-11");

  g_hash_table_insert (parameters, (gpointer) "type", (gpointer) "frobnicated");
  criterion = netz_catalogue_item_new ("x", NULL, NULL, parameters);
  netz_catalogue_add_item (catalogue, NETZ_CATALOGUE_CRITERIA, criterion);
  agreements = netz_agreements_new (network, catalogue, &day, 12);
  g_assert_cmpuint (agreements->n_registrable, ==, 1);
}

/* Judged are systematic ones, and those without a programme between school and provider; not ideas, nor the ended. */
static void
test_who_is_judged (void)
{
  g_autoptr (NetzNetwork) network
      = netz_test_network_new ("A:library B:gymnasium C:school D:museum "
                               "A-B:library-school:established A-C::established A-D::established B-C::established "
                               "D-B:project:established D-C:library-school:idea B-D:library-school:ended "
                               "C-D:library-school:preparation C-A:library-school:dormant");
  g_autoptr (NetzAgreements) agreements = NULL;
  g_autoptr (GString) judged = g_string_new (NULL);

  fixture_make_systematic (network, "library-school");
  agreements = judge (network, "2008-08-11", 12);
  for (guint i = 0; i < agreements->rows->len; i++)
    {
      const NetzAgreement *row = &g_array_index (agreements->rows, NetzAgreement, i);

      if (row->judged)
        g_string_append_printf (judged, "%s%s ", netz_record_get_id (NETZ_RECORD (row->partnership)),
                                row->agreed ? "" : "?");
    }
  g_assert_cmpstr (judged->str, ==, "A-B A-C C-A C-D? ");
  g_assert_cmpuint (agreements->rows->len, ==, 7);
  g_assert_cmpuint (agreements->n_judged, ==, 3);
}

/* On 11 August 2008, 12 months ahead: to the day. */
static void
test_states (void)
{
  g_autoptr (NetzNetwork) network
      = netz_test_network_new ("A:library B:gymnasium C:gymnasium D:gymnasium E:gymnasium F:gymnasium G:gymnasium "
                               "A-B::established A-C::established A-D::dormant A-E::established A-F::established "
                               "A-G::preparation");
  g_autoptr (NetzAgreements) agreements = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  fixture_set (network, "A-B", "until", "2009-08-11", NULL);
  fixture_set (network, "A-C", "until", "2009-08-12", NULL);
  fixture_set (network, "A-D", "until", "2008-08-11", NULL);
  fixture_set (network, "A-E", "until", "2008-08-10", NULL);
  fixture_set (network, "A-G", "until", "2008-08-10", NULL);
  agreements = judge (network, "2008-08-11", 12);
  for (guint i = 0; i < agreements->rows->len; i++)
    {
      const NetzAgreement *row = &g_array_index (agreements->rows, NetzAgreement, i);

      g_string_append_printf (text, "%s:%u ", netz_record_get_id (NETZ_RECORD (row->partnership)), row->state);
    }
  g_assert_cmpstr (text->str, ==, "A-E:3 A-G:0 A-D:2 A-B:2 A-C:1 A-F:0 ");
  g_assert_cmpuint (agreements->n_ending, ==, 2);
  g_assert_cmpuint (agreements->n_over, ==, 1);
}

/*
 * Counted by a script of its own with Python's ElementTree on the sample: agreed are status established and dormant,
 * judged the programmes with systematic="true".
 */
static void
test_cologne (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("NETZ_DATA_DIR"), "samples", "koeln-2008.netz", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_file_load (path, NULL, NULL, &error);
  g_autoptr (NetzNetwork) network = NULL;
  g_autoptr (NetzAgreements) agreements = NULL;
  guint missing[5] = { 0 };

  g_assert_no_error (error);
  network = netz_network_new_from_snapshot (snapshot);
  agreements = judge (network, "2008-08-11", 12);
  for (guint i = 0; i < agreements->rows->len; i++)
    for (guint k = 0; k < 5; k++)
      if (g_array_index (agreements->rows, NetzAgreement, i).agreed)
        missing[k] += (g_array_index (agreements->rows, NetzAgreement, i).missing >> k) & 1;
  g_assert_cmpuint (agreements->n_judged, ==, 43);
  g_assert_cmpuint (agreements->n_registrable, ==, 15);
  g_assert_cmpuint (agreements->n_without_contact, ==, 15);
  g_assert_cmpuint (agreements->n_over, ==, 9);
  g_assert_cmpuint (agreements->n_ending, ==, 4);
  g_assert_cmpuint (missing[0], ==, 10); /* agreement */
  g_assert_cmpuint (missing[1], ==, 13); /* term */
  g_assert_cmpuint (missing[2], ==, 15); /* contacts */
  g_assert_cmpuint (missing[3], ==, 13); /* open to all */
  g_assert_cmpuint (missing[4], ==, 0);  /* programme */
  g_assert_cmpstr (netz_record_get_id (NETZ_RECORD (g_array_index (agreements->rows, NetzAgreement, 0).partnership)),
                   ==, "p-c9c7phxmsz6fd");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/agreement/end", test_end);
  g_test_add_func ("/planning/agreement/criteria", test_criteria);
  g_test_add_func ("/planning/agreement/registrable", test_registrable);
  g_test_add_func ("/planning/agreement/unknown-criterion", test_unknown_criterion);
  g_test_add_func ("/planning/agreement/who-is-judged", test_who_is_judged);
  g_test_add_func ("/planning/agreement/states", test_states);
  g_test_add_func ("/planning/agreement/cologne", test_cologne);
  return g_test_run ();
}
