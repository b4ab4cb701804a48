/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "interchange/netz-outline.h"
#include "model/netz-check.h"
#include "support/netz-test-network.h"

#include <string.h>

static void
add_kind (NetzDraft *draft, const char *id, const char *group, const char *german, const char *word)
{
  NetzRecord *kind = netz_draft_add (draft, netz_record_new (NETZ_TABLE_KIND, id));
  g_autoptr (GPtrArray) names = netz_parts_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  const char *const values[] = { "de", german };

  g_ptr_array_add (names, netz_part_new (&netz_name_part, values));
  g_ptr_array_add (words, g_ref_string_new (word));
  netz_record_set_text (kind, "group", group);
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_KIND, "names"), kind, names);
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_KIND, "words"), kind, words);
}

static void
add_programme (NetzDraft *draft, const char *id, const char *german, const char *from, const char *to)
{
  NetzRecord *programme = netz_draft_add (draft, netz_record_new (NETZ_TABLE_PROGRAMME, id));
  g_autoptr (GPtrArray) names = netz_parts_new ();
  const char *const values[] = { "de", german };

  g_ptr_array_add (names, netz_part_new (&netz_name_part, values));
  netz_record_set_text (programme, "from", from);
  netz_record_set_text (programme, "to", to);
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_PROGRAMME, "names"), programme, names);
}

/* A small catalogue, and what `line` adds to it. */
static NetzNetwork *
make_network (const char *line)
{
  NetzNetwork *network = netz_test_network_new (line);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Catalogue");
  g_autoptr (NetzEdit) edit = NULL;

  if (netz_network_get_kind (network, "library") == NULL)
    add_kind (draft, "library", "provider", "Bibliothek", "*bibliothek");
  if (netz_network_get_kind (network, "gymnasium") == NULL)
    add_kind (draft, "gymnasium", "school", "Gymnasium", "*gymnasium");
  if (netz_network_get_programme (network, "library-school") == NULL)
    add_programme (draft, "library-school", "Bibliothek und Schule", "library", "@school");
  if (netz_network_get_programme (network, "project") == NULL)
    add_programme (draft, "project", "Projekt, frei", "", "");
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  return network;
}

static void
apply (NetzNetwork *network, const char *text, NetzOutlineFlags flags)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Outline");
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzEdit) edit = NULL;

  netz_outline_apply_full (draft, text, flags, NULL, &error);
  g_assert_no_error (error);
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
}

/* What is there, the lines, what is there then. */
typedef struct
{
  const char *name;
  const char *before;
  const char *text;
  const char *after;
} Case;

static const Case cases[] = {
  { "nothing", "", "", "" },
  { "comments-and-blanks", "", "# Köln\n\n   \t\r\n  # more\n", "" },
  { "institution", "", "A [library]", "A:library" },
  { "kind-by-name", "", "A [bibliothek]", "A:library" },
  { "kind-guessed", "", "Stadtbibliothek\r\nHumboldtgymnasium\r\n",
    "Humboldtgymnasium:gymnasium Stadtbibliothek:library" },
  { "no-kind", "", "Stadtbibliothek []", "Stadtbibliothek" },
  { "unknown-kind-stays-open", "", "Verein", "Verein" },
  { "taken", "Koeln:library", "Köln [library]", "Koeln:library" },
  { "kind-added", "A", "A [library]", "A:library" },
  { "other-kind-is-another", "A:library", "A [gymnasium]", "A:gymnasium A:library" },
  { "partnership", "", "Stadtbibliothek -- Humboldtgymnasium",
    "Humboldtgymnasium:gymnasium Stadtbibliothek:library "
    "Stadtbibliothek-Humboldtgymnasium:library-school:established" },
  { "kinds-in-a-partnership", "", "A [library] -- B [gymnasium] : idea",
    "A:library B:gymnasium A-B:library-school:idea" },
  { "all-terms", "A:library B:library", "A -- B : project, in preparation, since 2005-08, until 2010",
    "A:library B:library A-B:project:preparation" },
  { "programme-by-name", "A:library B:library", "A -- B : Bibliothek und Schule",
    "A:library B:library A-B:library-school:established" },
  { "programme-in-quotes", "A B", "A -- B : \"Projekt, frei\"", "A B A-B:project:established" },
  { "no-programme", "A:library B:gymnasium", "A -- B : programme=, status=", "A:library B:gymnasium A-B" },
  { "changed-not-doubled", "A B A-B:project:idea", "B -- A : established", "A B A-B:project:established" },
  { "changed-by-programme", "A B A-B:project:idea A-B:library-school:idea", "A -- B : library-school, dormant",
    "A B A-B:library-school:dormant A-B:project:idea" },
  { "another-programme-is-another", "A B A-B:project:idea", "A -- B : library-school",
    "A B A-B:library-school:established A-B:project:idea" },
  { "twice-is-two", "A B", "A -- B : project\nA -- B : project",
    "A B A-B:project:established A-B:project:established" },
  { "twice-again-is-the-same-two", "A B A-B:project:idea A-B:project:idea", "A -- B : project\nA -- B : project",
    "A B A-B:project:idea A-B:project:idea" },
  { "ends-are-made-first", "", "A -- B\nA [library]", "A:library B A-B::established" },
  { "verbs", "", "add A [library]\nconnect A -- B : idea", "A:library B A-B::idea" },
  { "set", "A", "set A : kind=library, name=B", "B:library" },
  { "set-and-use", "A", "set A : name=B\nB -- C", "B C B-C::established" },
  { "set-partnership", "A B A-B::idea", "set A -- B : status=dormant, programme=project", "A B A-B:project:dormant" },
  { "set-one-of-two", "A B A-B:project:idea A-B:library-school:idea", "set A -- B : project, status=ended",
    "A B A-B:library-school:idea A-B:project:ended" },
  { "set-by-bare-words", "A B A-B::idea", "set B -- A : ended", "A B A-B::ended" },
  { "rename", "A B", "rename A : C\nC -- B", "B C C-B::established" },
  { "rename-with-signs", "A", "rename A : B: the [new] -- one", "B: the [new] -- one" },
  { "remove", "A B A-B:project", "remove A", "B" },
  { "remove-and-make", "A B A-B:project", "remove A\nA -- B : idea", "A B A-B::idea" },
  { "remove-partnership", "A B A-B:project B-A:project", "remove A -- B", "A B" },
  { "remove-one-programme", "A B A-B:project B-A:library-school", "remove A -- B : project", "A B B-A:library-school" },
  { "remove-by-status", "A B A-B:project:idea A-B:project:ended", "remove A -- B : ended", "A B A-B:project:idea" },
  { "numbers", "", "A #1 [library]\nA #2 [library]\nA #2 -- B", "A:library A:library B A-B::established" },
  { "which-by-kind", "", "A [library]\nA [gymnasium]\nset A [library] : name=C", "A:gymnasium C:library" },
  { "which-by-spelling", "a:library A:library", "rename a : B", "A:library B:library" },
  { "hash-in-a-name", "", "A#1 [library]\nB # C\nD #x", "A#1:library B # C D #x" },
  { "quotes", "", "\"A -- B: [c]\" [library]", "A -- B: [c]:library" },
  { "doubled-quotes", "", "\"Haus \"\"Sonne\"\"\"", "Haus \"Sonne\"" },
  { "quotes-that-are-none", "", "\"Sonne\" e. V. [library]\n\"never closed", "\"Sonne\" e. V.:library \"never closed" },
  { "line-break-in-a-name", "", "\"A\nB\" -- C", "A\nB C A\nB-C::established" },
  { "colon-inside", "", "a:b [library]", "a:b:library" },
  { "hyphens-inside", "", "A--B\nC - D", "A--B C - D" },
  { "byte-order-mark", "", "\xef\xbb\xbf" "A [library]", "A:library" },
  { "no-last-line-break", "", "A\nB", "A B" },
  { "german-words", "A B", "A -- B : project, seit 8.2005, bis 2010", "A B A-B:project:established" },
};

static void
test_lines (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (NetzNetwork) network = make_network (test->before);

  apply (network, test->text, NETZ_OUTLINE_DEFAULT);
  netz_assert_network (network, test->after);
}

static void
test_dates (void)
{
  g_autoptr (NetzNetwork) network = make_network ("A B");
  g_autoptr (GPtrArray) all = NULL;
  const NetzPartnership *partnership;

  apply (network, "A -- B : since 1.8.2005, until 2010/11, intensity=4, tags=\"a, b\", agreement=2005-08-01",
         NETZ_OUTLINE_DEFAULT);
  all = netz_network_list (network, NETZ_TABLE_PARTNERSHIP);
  partnership = g_ptr_array_index (all, 0);
  g_assert_cmpstr (partnership->since, ==, "2005-08-01");
  g_assert_cmpstr (partnership->until, ==, "2010/11");
  g_assert_cmpstr (partnership->agreement, ==, "2005-08-01");
  g_assert_cmpfloat (partnership->intensity, ==, 4);
  g_assert_cmpuint (partnership->tags->len, ==, 2);
}

/* Lines that are refused, with the place of the first fault. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text, *message;
  } wrong[] = {
    { "A [zoo]", "line 1, column 1: There is no kind of institution “zoo”." },
    { "B\nA [library", "line 2, column 11: The bracket around the kind is not closed." },
    { "A -- ", "line 1, column 6: A name is missing here." },
    { "A -- a", "line 1, column 6: “a” cannot be its own partner." },
    { "A -- B : nonsense", "line 1, column 10: “nonsense” is neither a programme nor a status." },
    { "Ä -- B : idea, since 2024-02-30", NULL },
    { "A -- B : idea,, ended", "line 1, column 15: Something is missing between the commas." },
    { "A -- B : status=\"idea", "line 1, column 17: The quotation mark here is not closed." },
    { "A : x", "line 1, column 5: “x” is not of the form field=value." },
    { "A : door=1", "line 1, column 5: There is no field “door”." },
    { "A : pupils=many", NULL },
    { "A : contacts=me", NULL },
    { "A -- B : from=A", NULL },
    { "set A", "line 1, column 6: What is to be set is missing: write set NAME : field=value." },
    { "set Z : pupils=1", "line 1, column 5: There is no institution “Z”." },
    { "set A -- A2 : idea", "line 1, column 5: There is no partnership between “A” and “A2”." },
    { "rename A", "line 1, column 9: To rename, write: rename OLD NAME : NEW NAME" },
    { "rename A : ", "line 1, column 12: The new name is missing." },
    { "remove Z", "line 1, column 8: There is no institution “Z”." },
    { "remove A : pupils", NULL },
    { "connect A", NULL },
    { "A #0", NULL },
    { "A #3", "line 1, column 1: There is only 1 institution “A”." },
    { "A [library] x", NULL },
    { "T", "line 1, column 1: There are 2 institutions “T”: say which by #1, #2 … or by the kind in brackets "
           "behind the name." },
    { "A\xff", "line 1, column 1: The text is not encoded in UTF-8." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (NetzNetwork) network = make_network ("A:library A2:library");
      g_autoptr (NetzDraft) draft = NULL;
      g_autoptr (GError) error = NULL;

      apply (network, "T #1\nT #2", NETZ_OUTLINE_DEFAULT);
      draft = netz_draft_new (network, "Outline");
      g_test_message ("case %u", i);
      g_assert_false (netz_outline_apply (draft, wrong[i].text, NULL, &error));
      g_assert_error (error, NETZ_OUTLINE_ERROR, NETZ_OUTLINE_ERROR_LINE);
      if (wrong[i].message != NULL)
        g_assert_cmpstr (error->message, ==, wrong[i].message);
    }
}

/* All faults are told, in the order of the lines. */
static void
test_all_faults (void)
{
  g_autoptr (NetzNetwork) network = make_network ("");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Outline");
  g_autoptr (GPtrArray) notes = NULL;

  g_assert_false (netz_outline_apply (draft, "A [zoo]\nB -- \nC\nset D : x=1", &notes, NULL));
  g_assert_cmpuint (notes->len, ==, 3);
  for (guint i = 0; i < notes->len; i++)
    {
      static const guint lines[] = { 1, 2, 4 };
      const NetzExchangeNote *note = g_ptr_array_index (notes, i);

      g_assert_true (note->is_error);
      g_assert_cmpuint (note->line, ==, lines[i]);
    }
}

static void
test_tolerant (void)
{
  g_autoptr (NetzNetwork) network = make_network ("");
  g_autoptr (GPtrArray) all = NULL;

  apply (network, "A [zoo]\nB [Haus der Musik] -- A : animal-school, since 2024-02-30, status=dreaming",
         NETZ_OUTLINE_TOLERANT);
  g_assert_nonnull (netz_network_get_kind (network, "zoo"));
  g_assert_nonnull (netz_network_get_programme (network, "animal-school"));
  all = netz_network_list (network, NETZ_TABLE_PARTNERSHIP);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (((NetzPartnership *) g_ptr_array_index (all, 0))->since, ==, "2024-02-30");
  g_assert_cmpstr (((NetzPartnership *) g_ptr_array_index (all, 0))->status, ==, "dreaming");
}

static const char *const odd_names[] = {
  "Stadtbibliothek Köln", "stadtbibliothek koeln", "A -- B", "a: b", "a:b", "[x]", "\"q\"", "\"q\" r", "set A", "add",
  "remove X", " leading", "trailing ", "two  blanks", "#1", "X #2", "line\nbreak", "tab\tbed", "", "--", "-- A", ":",
  "comma, and", "Ümläut", "日本語", "é\xcc\x81", "#", "\\", "'", "=", "x=y", "\xe2\x80\xae" "bidi", "CR\rLF",
};

static NetzNetwork *
make_random_network (GRand *random)
{
  static const char *const kinds[] = { NULL, "library", "gymnasium", "odd]kind", "My Kind" };
  static const char *const programmes[] = { NULL, "library-school", "project", "idea", "own programme" };
  static const char *const statuses[] = { NULL, "idea", "established", "ended", "dreaming" };
  static const char *const dates[] = { NULL, "2005", "2005-08", "2005-08-31", "2005/06", "2024-02-30",
                                       "soon, \"maybe\"" };
  g_autoptr (NetzNetwork) network = make_network ("");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Random");
  g_autoptr (NetzEdit) edit = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  int n_institutions = g_rand_int_range (random, 0, 30);
  int n_partnerships = n_institutions > 1 ? g_rand_int_range (random, 0, 60) : 0;

  for (int i = 0; i < n_institutions; i++)
    {
      NetzRecord *record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_INSTITUTION, NULL));

      netz_record_set_text (record, "name", odd_names[g_rand_int_range (random, 0, G_N_ELEMENTS (odd_names))]);
      netz_record_set_text (record, "kind", kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))]);
      g_ptr_array_add (ids, (gpointer) netz_record_get_id (record));
    }
  for (int i = 0; i < n_partnerships; i++)
    {
      NetzRecord *record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_PARTNERSHIP, NULL));
      int from = g_rand_int_range (random, 0, n_institutions);
      int to = (from + g_rand_int_range (random, 1, n_institutions)) % n_institutions;

      netz_record_set_text (record, "from", g_ptr_array_index (ids, from));
      netz_record_set_text (record, "to", g_ptr_array_index (ids, to));
      netz_record_set_text (record, "programme", programmes[g_rand_int_range (random, 0, G_N_ELEMENTS (programmes))]);
      netz_record_set_text (record, "status", statuses[g_rand_int_range (random, 0, G_N_ELEMENTS (statuses))]);
      netz_record_set_text (record, "since", dates[g_rand_int_range (random, 0, G_N_ELEMENTS (dates))]);
      netz_record_set_text (record, "until", dates[g_rand_int_range (random, 0, G_N_ELEMENTS (dates))]);
    }
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  return g_steal_pointer (&network);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Kinds of one's own get a new id where theirs cannot be one; their name is what stays. */
static const char *
name_kind (NetzNetwork *network, const char *id)
{
  NetzKind *kind = netz_network_get_kind (network, id);

  return kind != NULL && g_str_has_prefix (id, "k-") ? netz_kind_get_name (kind, "en") : id;
}

static const char *
name_programme (NetzNetwork *network, const char *id)
{
  NetzProgramme *programme = netz_network_get_programme (network, id);

  return programme != NULL && g_str_has_prefix (id, "g-") ? netz_programme_get_name (programme, "en") : id;
}

static char *
print_end (NetzNetwork *network, const char *id)
{
  NetzInstitution *institution = netz_network_get_institution (network, id);
  GPtrArray *incident = netz_network_get_incident (network, id);

  /* The number of partnerships tells those of one name and kind apart as well as anything can. */
  return g_strdup_printf ("%s|%s|%u", institution->name != NULL ? institution->name : "",
                          institution->kind != NULL ? name_kind (network, institution->kind) : "-",
                          incident != NULL ? incident->len : 0);
}

/* All that an outline holds of a network, without ids. */
static char *
print_held (NetzNetwork *network)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  NetzNetworkIter iter;
  NetzRecord *institution;
  NetzPartnership *partnership;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    g_ptr_array_add (lines, print_end (network, netz_record_get_id (institution)));
  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    {
      g_autofree char *from = print_end (network, partnership->from);
      g_autofree char *to = print_end (network, partnership->to);

      g_ptr_array_add (lines, g_strdup_printf ("%s>%s:%s:%s:%s:%s", from, to,
                                               partnership->programme != NULL
                                                   ? name_programme (network, partnership->programme)
                                                   : "-",
                                               partnership->status != NULL ? partnership->status : "-",
                                               partnership->since != NULL ? partnership->since : "-",
                                               partnership->until != NULL ? partnership->until : "-"));
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2008);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (NetzNetwork) network = make_random_network (random);
      g_autoptr (NetzNetwork) again = make_network ("");
      g_autofree char *text = netz_outline_write (network);
      g_autofree char *first = print_held (network);
      g_autofree char *second = NULL;

      apply (again, text, NETZ_OUTLINE_TOLERANT);
      second = print_held (again);
      if (strcmp (first, second) != 0)
        g_test_message ("%s", text);
      g_assert_cmpstr (first, ==, second);
    }
}

/* Lines that are there already change nothing. */
static void
test_applied_twice (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (NetzNetwork) network = make_network ("");
      g_autoptr (NetzNetwork) source = make_random_network (random);
      g_autoptr (NetzDraft) draft = NULL;
      g_autoptr (NetzEdit) edit = NULL;
      g_autofree char *text = netz_outline_write (source);
      g_autofree char *written = NULL;
      guint n_institutions, n_partnerships;

      apply (network, text, NETZ_OUTLINE_TOLERANT);
      n_institutions = netz_network_get_size (network, NETZ_TABLE_INSTITUTION);
      n_partnerships = netz_network_get_size (network, NETZ_TABLE_PARTNERSHIP);
      written = netz_outline_write (network);
      apply (network, written, NETZ_OUTLINE_TOLERANT);
      g_assert_cmpuint (netz_network_get_size (network, NETZ_TABLE_INSTITUTION), ==, n_institutions);
      g_assert_cmpuint (netz_network_get_size (network, NETZ_TABLE_PARTNERSHIP), ==, n_partnerships);
    }
}

static void
test_written (void)
{
  g_autoptr (NetzNetwork) network = make_network ("B:gymnasium A:library A-B:library-school:idea");
  g_autoptr (GPtrArray) losses = netz_outline_get_losses (network);
  g_autofree char *text = netz_outline_write (network);

  g_assert_cmpstr (text, ==, "A [library]\nB [gymnasium]\n\nA -- B : library-school, idea\n");
  g_assert_cmpuint (losses->len, ==, 0);
}

static void
test_losses (void)
{
  g_autoptr (NetzNetwork) network = make_network ("A:library@1,1 B A-C:project B-B");
  g_autoptr (GPtrArray) losses = netz_outline_get_losses (network);

  g_assert_cmpuint (losses->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (losses, 0), ==, "2 partnerships without two ends are left out.");
  g_assert_cmpstr (g_ptr_array_index (losses, 1), ==, "The place of 1 institution is left out.");
}

/* Any bytes are either understood or refused. */
static void
test_random_text (void)
{
  static const char *const pieces[] = { "A", "B", " -- ", "[", "]", ":", " : ", ",", "\"", "\n", "#1", " #2", "set ",
                                        "remove ", "rename ", "=", "kind=", "library", "idea", "since 2005", " ", "ä" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (NetzNetwork) network = make_network ("A:library B:library A-B:project");
      g_autoptr (NetzDraft) draft = netz_draft_new (network, "Outline");
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      int n = g_rand_int_range (random, 1, 14);

      while (n-- > 0)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      if (netz_outline_apply (draft, text->str, NULL, &error))
        {
          g_autoptr (NetzEdit) edit = netz_draft_end (draft);

          netz_network_apply (network, edit);
        }
      else
        g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/outline/lines/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_lines);
    }
  g_test_add_func ("/outline/dates", test_dates);
  g_test_add_func ("/outline/refused", test_refused);
  g_test_add_func ("/outline/all-faults", test_all_faults);
  g_test_add_func ("/outline/tolerant", test_tolerant);
  g_test_add_func ("/outline/written", test_written);
  g_test_add_func ("/outline/losses", test_losses);
  g_test_add_func ("/outline/round-trip", test_round_trip);
  g_test_add_func ("/outline/applied-twice", test_applied_twice);
  g_test_add_func ("/outline/random-text", test_random_text);
  return g_test_run ();
}
