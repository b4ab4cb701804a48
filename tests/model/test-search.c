/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/netz-draft.h"
#include "model/netz-search.h"
#include "support/netz-test-network.h"

static void
test_fold (void)
{
  static const char *const same[][2] = {
    { "Köln", "koeln" },         { "Köln", "KOLN" },          { "Köln", "KO\xcc\x88LN" },
    { "Straße", "STRASSE" },     { "Müller", "Mueller" },     { "Bär", "baer" },
    { "Café", "cafe" },          { "İstanbul", "istanbul" },  { "ﬁn", "fin" },
    { "Ko\xc2\xadln", "Koln" },  { "\xe2\x80\xaeNetz", "netz" },
  };
  static const char *const different[][2] = { { "Köln", "Kiel" }, { "Bonn", "Bon" }, { "a b", "ab" } };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = netz_fold (same[i][0]);
      g_autofree char *b = netz_fold (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_autofree char *a = netz_fold (different[i][0]);
      g_autofree char *b = netz_fold (different[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

static void
test_fold_of_nothing (void)
{
  g_autofree char *none = netz_fold (NULL);
  g_autofree char *broken = netz_fold ("A\xff");

  g_assert_cmpstr (none, ==, "");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
}

/* The short way for Latin letters comes to the same as the long one, which a mark makes it take. */
static void
test_fold_of_latin (void)
{
  for (gunichar letter = 0x20; letter < 0x100; letter++)
    {
      g_autoptr (GString) plain = g_string_new (NULL);
      g_autoptr (GString) marked = g_string_new ("\xcc\x81");
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;

      if (letter >= 0x7f && letter < 0xc0)
        continue;
      g_string_append_unichar (plain, letter);
      g_string_append_unichar (marked, letter);
      a = netz_fold (plain->str);
      b = netz_fold (marked->str);
      g_assert_cmpstr (a, ==, b);
    }
}

/* Köln library, two schools; a partnership since 2008-08, one ended. */
static NetzNetwork *
make_network (void)
{
  NetzNetwork *network = netz_test_network_new ("A:library B:gymnasium C:primary-school D:museum "
                                                "A-B:library-school:established A-C:library-school:ended");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  g_autoptr (GPtrArray) names = netz_parts_new ();
  g_autoptr (NetzEdit) edit = NULL;
  const char *const german[] = { "de", "Bücherei" };
  NetzRecord *a = netz_draft_edit (draft, NETZ_TABLE_INSTITUTION, "A");
  NetzRecord *b = netz_draft_edit (draft, NETZ_TABLE_INSTITUTION, "B");
  NetzRecord *ab = netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, "A-B");
  NetzRecord *kind = netz_draft_edit (draft, NETZ_TABLE_KIND, "library");

  netz_record_set_text (a, "name", "Stadtbibliothek Köln");
  netz_record_set_text (a, "district", "Innenstadt");
  netz_record_set_number (a, "capacity", 12);
  netz_record_set_boolean (a, "pinned", TRUE);
  netz_record_set_text (b, "name", "Gymnasium \"Am Rhein\"");
  g_ptr_array_add (tags, g_ref_string_new ("Fest"));
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_INSTITUTION, "tags"), b, tags);
  netz_record_set_text (ab, "since", "2008-08");
  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, "A-C"), "until", "2007/08");
  netz_record_set_text (ab, "description", "Leseförderung");
  g_ptr_array_add (names, netz_part_new (&netz_name_part, german));
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_KIND, "names"), kind, names);
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  return network;
}

/* A filter, a table and the ids that pass. */
typedef struct
{
  const char *filter;
  NetzTable table;
  const char *ids;
} Case;

#define I NETZ_TABLE_INSTITUTION
#define P NETZ_TABLE_PARTNERSHIP

static const Case cases[] = {
  { "", I, "A B C D" },
  { "   ", I, "A B C D" },
  { "stadtbib", I, "A" },
  { "KOELN", I, "A" },
  { "bib koln", I, "A" },
  { "bib bonn", I, "" },
  { "\"bibliothek köln\"", I, "A" },
  { "\"\"\"am rhein\"\"\"", I, "B" },
  { "rhein", P, "A-B" },
  { "leseforderung", P, "A-B" },
  { "bucherei", I, "A" },
  { "fest", I, "B" },
  { "kind=library", I, "A" },
  { "kind=Bücherei", I, "A" },
  { "kind!=library", I, "B C D" },
  { "kind=library", P, "A-B A-C" },
  { "kind=museum", P, "" },
  { "kind~school", I, "C" },
  { "status=ended", P, "A-C" },
  { "status!=ended", P, "A-B" },
  { "status=Established", P, "A-B" },
  { "status=ended", I, "A C" },
  { "programme=library-school", I, "A B C" },
  { "programme!=library-school", I, "D" },
  { "degree=0", I, "D" },
  { "degree>1", I, "A" },
  { "degree>=1", I, "A B C" },
  { "degree<1", I, "D" },
  { "degree<=1", I, "B C D" },
  { "capacity>11.5", I, "A" },
  { "capacity<11", I, "" },
  { "capacity=", I, "B C D" },
  { "capacity!=", I, "A" },
  { "pinned=yes", I, "A" },
  { "pinned=no", I, "B C D" },
  { "tag=fest", I, "B" },
  { "tag!=fest", I, "A C D" },
  { "name~koeln", I, "A" },
  { "name=C", I, "C" },
  { "id=D", I, "D" },
  { "district=\"innenstadt\"", P, "A-B A-C" },
  { "since>=2008", P, "A-B" },
  { "since<=2008", P, "A-B" },
  { "since=2008", P, "A-B" },
  { "since=2008-08", P, "A-B" },
  { "since=08.2008", P, "A-B" },
  { "since=2008-09", P, "" },
  { "since>2008", P, "" },
  { "since<2008", P, "" },
  { "since<2009", P, "A-B" },
  { "since=2008/09", P, "A-B" },
  { "since=", P, "A-C" },
  { "degree>0 kind!=gymnasium -- ", I, "" },
  { "kind=library|museum", I, "A D" },
  { "kind=\"library\"|museum", I, "A D" },
  { "kind=\"library|museum\"", I, "" },
  { "kind!=library|museum", I, "B C" },
  { "kind!=library|museum", P, "" },
  { "status=ended|idea", P, "A-C" },
  { "status=idea|preparation", P, "" },
  { "degree=0|2", I, "A D" },
  { "degree!=0|2", I, "B C" },
  { "capacity=12|", I, "A B C D" },
  { "stadtbib|rhein", I, "A B" },
  { "stadtbib|", I, "A" },
  { "since=2007|2008", P, "A-B" },
  { "partnership.since>=2008", I, "A B" },
  { "institution.since>=2008", I, "" },
  { "institution.since>=2008", P, "" },
  { "institution.tag=fest", I, "B" },
  { "institution.tag=fest", P, "A-B" },
  { "partnership.tag=fest", I, "" },
  { "partnership.tag=fest", P, "" },
  { "institution.degree=0", I, "D" },
  { "until<=2008-07", P, "A-C" },
  { "until>=2008-07", P, "A-C" },
  { "until>=2008-08", P, "" },
  { "until>2007", P, "A-C" },
  { "until=2008", P, "A-C" },
};

static void
test_filter (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzFilter) filter = netz_filter_new (test->filter, &error);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  found = netz_filter_find (filter, network, test->table);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", netz_record_get_id (g_ptr_array_index (found, i)));
  g_assert_cmpstr (ids->str, ==, test->ids);
}

static void
test_wrong_filters (void)
{
  static const char *const wrong[] = { "colour-of-the-door=red", "\"never closed", "name~\"never closed",
                                       "door.kind=library", "institution.status=idea", "partnership.=1" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (netz_filter_new (wrong[i], &error));
      g_assert_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE);
    }
}

/* What is read is written so that it is read as the same again. */
static void
test_print (void)
{
  static const char *const texts[][2] = {
    { "", NULL },
    { " kind=library|museum   bib ", "kind=library|museum bib" },
    { "name=\"a|b\"|c district=\"Köln Kalk\"", "name=\"a|b\"|c district=\"Köln Kalk\"" },
    { "\"a=b\" \"x\"\"y\" since>=2008 until<=2009 degree<3 degree>1 name~z kind!=museum",
      "\"a=b\" \"x\"\"y\" since>=2008 until<=2009 degree<3 degree>1 name~z kind!=museum" },
    { "capacity= partnership.tag=\"fest\" status=|idea", "capacity= partnership.tag=fest status=|idea" },
    { "\"\" a|", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (NetzFilter) filter = netz_filter_new (texts[i][0], NULL);
      g_autofree char *printed = netz_filter_print (filter);
      g_autoptr (NetzFilter) again = netz_filter_new (printed, NULL);
      g_autofree char *twice = netz_filter_print (again);

      g_assert_cmpstr (printed, ==, texts[i][1]);
      g_assert_cmpstr (twice, ==, printed);
    }
}

static void
test_set_term (void)
{
  g_autoptr (NetzFilter) filter = netz_filter_new ("kind=library bib degree>1", NULL);
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  netz_filter_set_term (filter, 1, NULL);
  without = netz_filter_print (filter);
  g_assert_cmpstr (without, ==, "kind=library degree>1");
  netz_filter_set_term (filter, 2, netz_term_copy (netz_filter_get_term (filter, 0)));
  netz_filter_set_term (filter, 0, netz_term_new (NETZ_TERM_WORD, NULL, (const char *const[]){ "a b", NULL }, NULL));
  with = netz_filter_print (filter);
  g_assert_cmpstr (with, ==, "\"a b\" degree>1 kind=library");
  g_assert_cmpuint (netz_filter_get_n_terms (filter), ==, 3);
}

static void
test_empty (void)
{
  g_autoptr (NetzFilter) none = netz_filter_new (NULL, NULL);
  g_autoptr (NetzFilter) one = netz_filter_new ("a", NULL);

  g_assert_true (netz_filter_is_empty (none));
  g_assert_false (netz_filter_is_empty (one));
}

static void
test_by_name (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("Oel:library Ol:library ol:library");

  g_assert_cmpstr (netz_search_by_name (network, "Ol")->name, ==, "Ol");
  g_assert_cmpstr (netz_search_by_name (network, "ol")->name, ==, "ol");
  g_assert_cmpstr (netz_search_by_name (network, "Öl")->name, ==, "Oel");
  g_assert_null (netz_search_by_name (network, "Gas"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/fold", test_fold);
  g_test_add_func ("/search/fold-of-latin", test_fold_of_latin);
  g_test_add_func ("/search/fold-of-nothing", test_fold_of_nothing);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search/filter/%u", i);

      g_test_add_data_func (path, &cases[i], test_filter);
    }
  g_test_add_func ("/search/wrong-filters", test_wrong_filters);
  g_test_add_func ("/search/print", test_print);
  g_test_add_func ("/search/set-term", test_set_term);
  g_test_add_func ("/search/empty", test_empty);
  g_test_add_func ("/search/by-name", test_by_name);
  return g_test_run ();
}
