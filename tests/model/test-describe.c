/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/netz-describe.h"
#include "model/netz-difference.h"
#include "model/netz-draft.h"
#include "support/netz-test-network.h"

static void
give_names (NetzDraft *draft, NetzTable table, const char *id, const char *english, const char *german)
{
  g_autoptr (GPtrArray) names = netz_parts_new ();
  const char *const en[] = { "en", english };
  const char *const de[] = { "de", german };

  g_ptr_array_add (names, netz_part_new (&netz_name_part, en));
  g_ptr_array_add (names, netz_part_new (&netz_name_part, de));
  netz_field_set_list (netz_table_find_field (table, "names"), netz_draft_edit (draft, table, id), names);
}

static NetzNetwork *
make_network (void)
{
  NetzNetwork *network = netz_test_network_new ("A:library B:gymnasium A-B:library-school:established A-C:x");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  g_autoptr (NetzEdit) edit = NULL;
  NetzRecord *partnership = netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, "A-B");

  give_names (draft, NETZ_TABLE_KIND, "library", "Library", "Bibliothek");
  give_names (draft, NETZ_TABLE_PROGRAMME, "library-school", "Library and school", "Bibliothek und Schule");
  netz_record_set_text (partnership, "since", "2008");
  netz_record_set_text (partnership, "until", "2010/11");
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  return network;
}

static void
test_records (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  static const struct
  {
    NetzTable table;
    const char *id, *words;
  } expected[] = {
    { NETZ_TABLE_INSTITUTION, "A", "A" },
    { NETZ_TABLE_PARTNERSHIP, "A-B", "A – B (Library and school)" },
    { NETZ_TABLE_PARTNERSHIP, "A-C", "A – C (x)" },
    { NETZ_TABLE_KIND, "library", "the kind “Library”" },
    { NETZ_TABLE_PROGRAMME, "x", "the programme “x”" },
    { NETZ_TABLE_SETTINGS, "n-test", "a network without a title" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      NetzRecord *record = netz_network_get (network, expected[i].table, expected[i].id);
      g_autofree char *words = netz_describe_record (network, record);

      g_assert_cmpstr (words, ==, expected[i].words);
    }
}

static void
test_partnership (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autofree char *full = netz_describe_partnership (network, netz_network_get_partnership (network, "A-B"));
  g_autofree char *bare = NULL;
  g_autoptr (NetzNetwork) other = netz_test_network_new ("A B A-B");

  bare = netz_describe_partnership (other, netz_network_get_partnership (other, "A-B"));
  g_assert_cmpstr (full, ==, "A – B: Library and school, Established, since 2008, until 2010/11");
  g_assert_cmpstr (bare, ==, "A – B");
}

static void
test_names (void)
{
  g_autoptr (NetzNetwork) network = make_network ();

  g_assert_cmpstr (netz_describe_kind (network, "library", NULL), ==, "Library");
  g_assert_cmpstr (netz_describe_kind (network, "library", "de"), ==, "Bibliothek");
  g_assert_cmpstr (netz_describe_kind (network, "library", "fr"), ==, "Library");
  g_assert_cmpstr (netz_describe_kind (network, "gymnasium", "de"), ==, "gymnasium");
  g_assert_cmpstr (netz_describe_kind (network, "zoo", "de"), ==, "zoo");
  g_assert_cmpstr (netz_describe_kind (network, NULL, NULL), ==, "No kind");
  g_assert_cmpstr (netz_describe_programme (network, "library-school", "de"), ==, "Bibliothek und Schule");
  g_assert_cmpstr (netz_describe_programme (network, NULL, NULL), ==, "No programme");
  g_assert_cmpstr (netz_describe_status ("idea"), ==, "Idea");
  g_assert_cmpstr (netz_describe_status ("dreaming"), ==, "dreaming");
  g_assert_cmpstr (netz_describe_status (NULL), ==, "No status");
}

static void
test_language (void)
{
  g_assert_cmpstr (netz_language_get (), ==, "en");
  g_setenv ("LC_ALL", "de_DE.UTF-8", TRUE);
  g_assert_cmpstr (netz_language_get (), ==, "de");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_assert_cmpstr (netz_language_get (), ==, "en");
}

static void
test_values (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  NetzRecord *a = netz_network_get (network, NETZ_TABLE_INSTITUTION, "A");
  NetzRecord *partnership = netz_network_get (network, NETZ_TABLE_PARTNERSHIP, "A-B");
  static const struct
  {
    gboolean of_partnership;
    const char *field, *words;
  } expected[] = {
    { FALSE, "name", "A" },         { FALSE, "kind", "Library" },          { FALSE, "notes", "" },
    { FALSE, "pinned", "no" },      { FALSE, "pupils", "" },               { TRUE, "from", "A" },
    { TRUE, "status", "Established" }, { TRUE, "programme", "Library and school" }, { TRUE, "since", "2008" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      NetzRecord *record = expected[i].of_partnership ? partnership : a;
      const NetzField *field = netz_table_find_field (netz_record_get_table (record), expected[i].field);
      g_autofree char *words = netz_describe_value (network, field, record);

      g_assert_cmpstr (words, ==, expected[i].words);
    }
}

/* Describes what makes the second network of the first, a line each, in the order of the edit. */
static void
assert_difference (NetzNetwork *before, NetzNetwork *after, const char *expected)
{
  g_autoptr (NetzSnapshot) old = netz_network_snapshot (before);
  g_autoptr (NetzSnapshot) new = netz_network_snapshot (after);
  g_autoptr (NetzEdit) edit = netz_difference (old, new, "Test");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      g_autoptr (GPtrArray) lines = netz_describe_change (before, after, netz_edit_get_nth (edit, i));

      for (guint k = 0; k < lines->len; k++)
        g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, k));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_appearing (void)
{
  g_autoptr (NetzNetwork) one = netz_test_network_new ("A:library B:library");
  g_autoptr (NetzNetwork) two = netz_test_network_new ("A:library B:library C:library A-B::idea");

  assert_difference (one, two, "New institution: C (library)\nNew partnership: A – B: Idea\n");
  assert_difference (two, one, "Institution removed: C (library)\nPartnership removed: A – B: Idea\n");
  assert_difference (one, one, "");
}

static void
test_changing (void)
{
  g_autoptr (NetzNetwork) before = make_network ();
  g_autoptr (NetzNetwork) after = make_network ();
  g_autoptr (NetzDraft) draft = netz_draft_new (after, "Test");
  g_autoptr (NetzEdit) edit = NULL;
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  NetzRecord *a = netz_draft_edit (draft, NETZ_TABLE_INSTITUTION, "A");
  NetzRecord *partnership = netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, "A-B");

  netz_record_set_text (a, "name", "Stadtbibliothek");
  netz_record_set_text (a, "district", "Mitte");
  netz_record_set_text (a, "notes", "Ring the bell.");
  netz_record_set_number (a, "x", 10);
  netz_record_set_number (a, "y", 10);
  g_ptr_array_add (tags, g_ref_string_new ("fest"));
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_INSTITUTION, "tags"), a, tags);
  netz_record_set_text (partnership, "until", NULL);
  edit = netz_draft_end (draft);
  netz_network_apply (after, edit);

  assert_difference (before, after,
                     "Name: A → Stadtbibliothek\n"
                     "District: now Mitte\n"
                     "Tags, added: fest\n"
                     "Notes: another text\n"
                     "Another place on the canvas\n"
                     "Until: no longer 2010/11\n");
}

static void
test_long_values_are_clipped (void)
{
  g_autoptr (NetzNetwork) before = netz_test_network_new ("A");
  g_autoptr (NetzNetwork) after = netz_test_network_new ("A");
  g_autoptr (NetzDraft) draft = netz_draft_new (after, "Test");
  g_autoptr (NetzEdit) edit = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (name, "ü");
  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_INSTITUTION, "A"), "name", name->str);
  edit = netz_draft_end (draft);
  lines = netz_describe_change (before, after, netz_edit_get_nth (edit, 0));

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpuint (g_utf8_strlen (g_ptr_array_index (lines, 0), -1), <, 200);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (lines, 0), "…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/describe/records", test_records);
  g_test_add_func ("/describe/partnership", test_partnership);
  g_test_add_func ("/describe/names", test_names);
  g_test_add_func ("/describe/language", test_language);
  g_test_add_func ("/describe/values", test_values);
  g_test_add_func ("/describe/appearing", test_appearing);
  g_test_add_func ("/describe/changing", test_changing);
  g_test_add_func ("/describe/long-values-are-clipped", test_long_values_are_clipped);
  return g_test_run ();
}
