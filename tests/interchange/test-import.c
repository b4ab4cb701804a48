/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "interchange/netz-import.h"
#include "interchange/netz-table-writer.h"
#include "model/netz-history.h"
#include "model/netz-institution.h"
#include "model/netz-partnership.h"
#include "support/netz-test-network.h"

#include <math.h>
#include <string.h>

static NetzTableSource *
open_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  NetzTableSource *source = netz_table_source_new (bytes, NULL, &error);

  g_assert_no_error (error);
  return source;
}

static NetzImportMap *
guess_map (NetzTableSource *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzTableSample) sample = netz_table_sample_new (source, 0, &error);
  NetzImportMap *map = netz_import_map_new ();

  g_assert_no_error (error);
  netz_import_map_guess (map, sample);
  return map;
}

static NetzImport *
prepare (NetzNetwork *network, const char *text, const char *filter)
{
  g_autoptr (NetzTableSource) source = open_text (text);
  g_autoptr (NetzImportMap) map = guess_map (source);
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (GError) error = NULL;
  NetzImport *import;

  if (filter != NULL)
    netz_import_map_set_filter (map, filter, &error);
  import = netz_import_new (source, map, snapshot, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static void
apply (NetzImport *import, NetzHistory *history)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_history_get_network (history), "Import");

  netz_import_apply (import, draft);
  netz_history_commit (history, draft);
}

/* "new gone changed unsure same" */
static void
assert_counts (const NetzImport *import, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint state = 0; state < NETZ_IMPORT_N_STATES; state++)
    g_string_append_printf (text, "%s%u", state > 0 ? " " : "", netz_import_count (import, (NetzImportState) state));
  g_assert_cmpstr (text->str, ==, expected);
}

static NetzInstitution *
find (NetzNetwork *network, const char *name)
{
  g_autoptr (GPtrArray) all = netz_network_list (network, NETZ_TABLE_INSTITUTION);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (NETZ_INSTITUTION (all->pdata[i])->name, name) == 0)
      return all->pdata[i];
  return NULL;
}

static void
test_header (void)
{
  static const struct
  {
    const char *text;
    const char *columns;
    guint line;
  } cases[] = {
    { "Name;Ort\nA;B\n", "Name Ort", 1 },
    { "Schulen in Köln\nStand 2024\n\nName;Ort;PLZ\nA;B;50667\nC;D;50668\n", "Name Ort PLZ", 4 },
    { "Name;Ort;Name;\nA;B;C\n", "Name Ort Name (2)", 1 },
    { "1;2;A\n3;4;B\n", "A B C", 0 },
    { "Name;;Ort\nA;x;B\n", "Name B Ort", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NetzTableSource) source = open_text (cases[i].text);
      g_autoptr (NetzTableSample) sample = netz_table_sample_new (source, 0, NULL);
      g_autofree char *columns = g_strjoinv (" ", sample->columns);

      g_assert_cmpstr (columns, ==, cases[i].columns);
      g_assert_cmpuint (netz_table_sample_get_header_line (sample), ==, cases[i].line);
    }
}

static void
test_guess (void)
{
  static const char ministry[] =
    "Schulnummer;Schulform;Schulbezeichnung_1;Kurzbezeichnung;PLZ;Ort;Strasse;Telefonvorwahl;Telefon;E-Mail;Homepage;"
    "UTMRechtswert;UTMHochwert;\n\"1\";\"02\";\"Städt. Gem. Grundschule\";\"Köln, GG A\";\"50667\";\"Köln\";\"A 1\";"
    "\"0221\";\"1\";\"a@b.de\";\"www.a.de\";\"356000\";\"5645000\"\n";
  static const char *const expected[][2] = {
    { "Schulnummer", "number" }, { "Schulform", "kind" }, { "Kurzbezeichnung", "name" }, { "PLZ", "postcode" },
    { "Ort", "town" }, { "Strasse", "street" }, { "Telefonvorwahl", "phone-area" }, { "E-Mail", "email" },
    { "Homepage", "website" }, { "UTMRechtswert", "easting" }, { "UTMHochwert", "northing" },
    { "Schulbezeichnung_1", NULL },
  };
  g_autoptr (NetzTableSource) source = open_text (ministry);
  g_autoptr (NetzImportMap) map = guess_map (source);
  g_autoptr (NetzImportMap) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  g_assert_false (map->partnerships);
  g_assert_cmpstr (map->scheme, ==, "schulnummer");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (netz_import_map_find_field (map, expected[i][0]), ==, expected[i][1]);
  map->separator = '\t';
  g_hash_table_insert (map->kinds, g_strdup ("gymn."), g_strdup ("gymnasium"));
  netz_import_map_set_filter (map, "Ort = Köln", NULL);
  text = netz_import_map_print (map);
  again = netz_import_map_parse (text, strlen (text), NULL);
  text_again = netz_import_map_print (again);
  g_assert_cmpstr (text, ==, text_again);
  g_assert_cmpstr (again->filter_value, ==, "Köln");
  g_assert_cmpstr (g_hash_table_lookup (again->kinds, "gymn."), ==, "gymnasium");
}

/* Columns whose names say nothing are told by what stands in them. */
static void
test_guess_by_content (void)
{
  g_autoptr (NetzTableSource) source = open_text ("Was;Wo;Wie\nStadtbibliothek;50667;a@b.de\nMuseum;50668;c@d.de\n");
  g_autoptr (NetzImportMap) map = guess_map (source);

  g_assert_cmpstr (netz_import_map_find_field (map, "Was"), ==, "name");
  g_assert_cmpstr (netz_import_map_find_field (map, "Wo"), ==, "postcode");
  g_assert_cmpstr (netz_import_map_find_field (map, "Wie"), ==, "email");
}

static void
test_first_import (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:gymnasium@0,0");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzImport) import =
    prepare (network,
             "Schulnummer;Schulform;Name;Adresse;Telefonvorwahl;Telefon;Rechtswert;Hochwert;Schülerzahl;Seit;Ort\n"
             "100001;gymnasium;Dreikönigsgymnasium;Escher Str. 247, 50739 Köln;0221;123;356000;5645000;1.234;"
             "01.08.1990;K\n"
             "100002;gymnasium;Anderswo;;;;;;;;B\n;;;;;;;;;;K\n100001;gymnasium;Doppelt;;;;;;;;K\n",
             "Ort = K");
  g_autoptr (NetzEdit) undone = NULL;
  NetzInstitution *school;

  assert_counts (import, "1 0 0 0 0");
  g_assert_cmpuint (import->n_filtered, ==, 1);
  g_assert_cmpuint (import->notes->len, ==, 2); /* no name; the number twice */
  apply (import, history);
  school = find (network, "Dreikönigsgymnasium");
  g_assert_nonnull (school);
  g_assert_cmpstr (school->kind, ==, "gymnasium");
  g_assert_cmpstr (school->street, ==, "Escher Str. 247");
  g_assert_cmpstr (school->postcode, ==, "50739");
  g_assert_cmpstr (school->town, ==, "K");
  g_assert_cmpstr (school->since, ==, "1990-08-01");
  g_assert_cmpstr (netz_institution_get_official_id (school, "schulnummer"), ==, "100001");
  g_assert_cmpstr (netz_part_get (school->contacts->pdata[0], "phone"), ==, "0221 123");
  /* EPSG:25832 (356000, 5645000) by cs2cs is 50.93745 N, 6.95112 E. */
  g_assert_cmpfloat (fabs (school->latitude - 50.937), <, 0.002);
  g_assert_cmpfloat (fabs (school->longitude - 6.951), <, 0.002);
  g_assert_true (netz_institution_is_placed (school));
  undone = netz_history_undo (history);
  g_assert_nonnull (undone);
  netz_assert_network (network, "A:gymnasium@0,0");
}

static void
test_second_import (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("L:library@0,0");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzImport) first = prepare (network, "Schulnummer;Name;Strasse;Ort\n1;GGS A;Weg 1;K\n2;GGS B;Weg 2;K\n"
                                                   "3;GGS C;Weg 3;K\n4;GGS D;Weg 4;K\n9;GGS F;Weg 9;B\n", NULL);
  g_autoptr (NetzImport) second = NULL;
  g_autoptr (NetzImport) third = NULL;
  g_autofree char *id = NULL;
  g_autofree char *gone = NULL;
  g_autoptr (NetzDraft) draft = NULL;
  NetzInstitution *institution;

  apply (first, history);
  id = g_strdup (netz_record_get_id (NETZ_RECORD (find (network, "GGS B"))));
  gone = g_strdup (netz_record_get_id (NETZ_RECORD (find (network, "GGS D"))));
  /* B is renamed, C has moved, D is gone, E is new, F is in the list, but not wanted. */
  second = prepare (network, "Schulnummer;Name;Strasse;Ort\n1;GGS A;;K\n2;GGS Bach;Weg 2;K\n3;GGS C;Weg 33;K\n"
                             "5;GGS D;Weg 5;K\n9;GGS F;Weg 9;B\n", "Ort=K");
  assert_counts (second, "1 1 2 0 1");
  g_assert_cmpuint (netz_import_count_changes (second, NETZ_IMPORT_RENAMED), ==, 1);
  g_assert_cmpuint (netz_import_count_changes (second, NETZ_IMPORT_MOVED), ==, 1);
  apply (second, history);
  g_assert_cmpstr (netz_network_get_institution (network, id)->name, ==, "GGS Bach");
  institution = netz_network_get_institution (network, gone);
  g_assert_nonnull (institution);
  g_assert_cmpuint (institution->tags->len, ==, 1);
  g_assert_cmpstr (find (network, "GGS A")->street, ==, "Weg 1"); /* an empty cell takes nothing away */
  third = prepare (network, "Schulnummer;Name\n1;GGS A\n2;GGS Bach\n3;GGS C\n5;GGS D\n9;GGS F\n", NULL);
  assert_counts (third, "0 1 0 0 5");
}

/* Gone ones without partners may be deleted, the others never. */
static void
test_delete (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("L:library@0,0");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzImport) first = prepare (network, "Schulnummer;Name\n1;GGS A\n2;GGS B\n3;GGS C\n", NULL);
  g_autoptr (NetzImport) pairs = NULL;
  g_autoptr (NetzImport) second = NULL;

  apply (first, history);
  pairs = prepare (network, "Bibliothek;Schule\nL;1\n", NULL);
  assert_counts (pairs, "1 0 0 0 0");
  apply (pairs, history);
  second = prepare (network, "Schulnummer;Name\n3;GGS C\n", NULL);
  assert_counts (second, "0 2 0 0 1");
  netz_import_decide (second, NETZ_IMPORT_GONE, NETZ_IMPORT_DELETE);
  apply (second, history);
  g_assert_nonnull (find (network, "GGS A"));
  g_assert_cmpuint (find (network, "GGS A")->tags->len, ==, 1);
  g_assert_null (find (network, "GGS B"));
  g_assert_cmpuint (netz_network_get_size (network, NETZ_TABLE_PARTNERSHIP), ==, 1);
}

typedef struct
{
  const char *name;
  const char *there;
  const char *row;
  const char *counts;
} Likeness;

/* Name, street, postcode, district, latitude, longitude: what is there, and a row without a number. */
static const Likeness likenesses[] = {
  { "same-name-only", "Städt. Gem. Grundschule;Weg 1;50667;;;", "Städt. Gem. Grundschule;Gasse 7;50999;;;",
    "1 0 0 0 0" },
  { "same-name-no-place", "Stadtbibliothek;;;;;", "Stadtbibliothek;;;;;", "0 0 0 1 0" },
  { "same-name-and-street", "Stadtbibliothek;Weg 1;50667;;;", "stadtbibliothek;Weg 1;50667;;;", "0 0 1 0 0" },
  { "same-name-and-door", "Stadtbibliothek;;;;50.9;6.9", "Stadtbibliothek;;;;50.90001;6.90001", "0 0 0 0 1" },
  { "same-name-far-away", "Stadtbibliothek;;;;50.9;6.9", "Stadtbibliothek;;;;50.95;6.9", "1 0 0 0 0" },
  { "same-name-near", "Stadtbibliothek;;;;50.9;6.9", "Stadtbibliothek;;;;50.902;6.9", "0 0 0 1 0" },
  { "alike-and-near", "Stadtbibliothek Kalk;;;;50.9;6.9", "Bücherei Kalk (Stadtbibliothek);;;;50.9001;6.9",
    "0 0 0 1 0" },
  { "alike-and-district", "Bibliothek Kalk;;;Kalk;;", "Stadtteil-Bibliothek Kalk;;;Kalk;;", "0 0 0 1 0" },
  { "same-street-only", "Stadtbibliothek;Weg 1;50667;;;", "Volkshochschule;Weg 1;50667;;;", "1 0 0 0 0" },
};

static void
test_likeness (gconstpointer data)
{
  static const char header[] = "Name;Straße;PLZ;Stadtbezirk;Lat;Lon\n";
  const Likeness *self = data;
  g_autoptr (NetzNetwork) network = netz_test_network_new ("");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autofree char *there = g_strconcat (header, self->there, "\n", NULL);
  g_autofree char *row = g_strconcat (header, self->row, "\n", NULL);
  g_autoptr (NetzImport) first = prepare (network, there, NULL);
  g_autoptr (NetzImport) second = NULL;

  apply (first, history);
  second = prepare (network, row, NULL);
  assert_counts (second, self->counts);
}

/* An institution with a number of its own is not taken for a row with another, whatever the names. */
static void
test_other_number (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzImport) first = prepare (network, "Schulnummer;Name;Strasse\n1;GGS Weg;Weg 1\n", NULL);
  g_autoptr (NetzImport) second = NULL;

  apply (first, history);
  second = prepare (network, "Schulnummer;Name;Strasse\n2;GGS Weg;Weg 1\n", NULL);
  assert_counts (second, "1 1 0 0 0");
}

static void
test_partnerships (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("Lib:library@0,0 Gym:gymnasium@9,9 Mus:museum@5,5 "
                                                           "Lib-Gym:library-school:idea");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzImport) import =
    prepare (network, "Bibliothek;Schule;Programm;Status;Seit\nLib;Gym;library-school;etabliert;08/2009\n"
                      "Mus;Gym;;In Anbahnung;\nLib;Nirgends;;;\nLib;;;;\n", NULL);
  NetzPartnership *partnership;

  assert_counts (import, "1 0 1 1 0");
  g_assert_cmpuint (import->notes->len, ==, 2);
  netz_import_decide (import, NETZ_IMPORT_UNSURE, NETZ_IMPORT_ADD);
  apply (import, history);
  partnership = netz_network_get_partnership (network, "Lib-Gym");
  g_assert_cmpstr (partnership->status, ==, "established");
  g_assert_cmpstr (partnership->since, ==, "2009-08");
  g_assert_cmpuint (netz_network_get_size (network, NETZ_TABLE_PARTNERSHIP), ==, 3);
  g_assert_nonnull (find (network, "Nirgends"));
}

static void
test_errors (void)
{
  g_autoptr (NetzTableSource) source = open_text ("PLZ;Ort\n50667;K\n");
  g_autoptr (NetzImportMap) map = netz_import_map_new ();
  g_autoptr (NetzNetwork) network = netz_test_network_new ("");
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (GError) error = NULL;

  netz_import_map_set_column (map, "postcode", "PLZ");
  g_assert_null (netz_import_new (source, map, snapshot, NULL, &error));
  g_assert_cmpstr (error->message, ==, "It is not said which column has the name.");
  g_clear_error (&error);
  netz_import_map_set_column (map, "name", "Ort");
  netz_import_map_set_filter (map, "Land = NRW", NULL);
  g_assert_null (netz_import_new (source, map, snapshot, NULL, &error));
  g_assert_cmpstr (error->message, ==, "There is no column “Land” in the table.");
  g_clear_error (&error);
  g_assert_false (netz_import_map_set_filter (map, "Land", &error));
  g_clear_error (&error);
  g_assert_null (netz_import_map_parse ("[columns]\nfrobnicate=a\n", 24, &error));
  g_assert_cmpstr (error->message, ==, "There is no field “frobnicate”.");
}

static void
test_cancelled (void)
{
  g_autoptr (NetzTableSource) source = open_text ("Name\nA\n");
  g_autoptr (NetzImportMap) map = guess_map (source);
  g_autoptr (NetzNetwork) network = netz_test_network_new ("");
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (netz_import_new (source, map, snapshot, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static char *
read_data (const char *name)
{
  const char *folder = g_getenv ("NETZ_TEST_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", "schools", name, NULL);
  char *text = NULL;

  if (folder == NULL || *folder == '\0' || !g_file_get_contents (path, &text, NULL, NULL))
    g_test_skip ("The folder with real school lists is not given (-Dtest_data=FOLDER).");
  return text;
}

/* Two lists of a ministry, a year apart. */
static void
test_two_years (void)
{
  g_autofree char *before = read_data ("nrw_sozialindex_2024_25.csv");
  g_autofree char *after = before != NULL ? read_data ("nrw_sozialindex_2025_26.csv") : NULL;
  g_autoptr (NetzNetwork) network = netz_test_network_new ("");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzImport) first = NULL;
  g_autoptr (NetzImport) second = NULL;

  if (after == NULL)
    return;
  first = prepare (network, before, NULL);
  assert_counts (first, "4130 0 0 0 0");
  apply (first, history);
  second = prepare (network, after, NULL);
  g_assert_cmpuint (netz_import_count (second, NETZ_IMPORT_GONE), ==, 12);
  g_assert_cmpuint (netz_import_count (second, NETZ_IMPORT_NEW), ==, 39);
  g_assert_cmpuint (netz_import_count_changes (second, NETZ_IMPORT_RENAMED), ==, 117);
  g_assert_cmpuint (netz_import_count (second, NETZ_IMPORT_UNSURE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/header", test_header);
  g_test_add_func ("/import/guess", test_guess);
  g_test_add_func ("/import/guess-by-content", test_guess_by_content);
  g_test_add_func ("/import/first", test_first_import);
  g_test_add_func ("/import/second", test_second_import);
  g_test_add_func ("/import/delete", test_delete);
  for (guint i = 0; i < G_N_ELEMENTS (likenesses); i++)
    {
      g_autofree char *path = g_strconcat ("/import/likeness/", likenesses[i].name, NULL);

      g_test_add_data_func (path, &likenesses[i], test_likeness);
    }
  g_test_add_func ("/import/other-number", test_other_number);
  g_test_add_func ("/import/partnerships", test_partnerships);
  g_test_add_func ("/import/errors", test_errors);
  g_test_add_func ("/import/cancelled", test_cancelled);
  g_test_add_func ("/import/two-years", test_two_years);
  return g_test_run ();
}
