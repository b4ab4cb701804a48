/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from the kinds and programmes of a network, which people may have changed. */
#include "model/netz-draft.h"
#include "model/netz-suggest.h"

static void
add_kind (NetzDraft *draft, const char *id, const char *group, const char *words)
{
  NetzRecord *kind = netz_draft_add (draft, netz_record_new (NETZ_TABLE_KIND, id));
  g_autoptr (GError) error = NULL;

  netz_record_set_text (kind, "group", group);
  netz_record_set (kind, "words", words, &error);
  g_assert_no_error (error);
}

static void
add_programme (NetzDraft *draft, const char *id, const char *from, const char *to)
{
  NetzRecord *programme = netz_draft_add (draft, netz_record_new (NETZ_TABLE_PROGRAMME, id));

  netz_record_set_text (programme, "from", from);
  netz_record_set_text (programme, "to", to);
}

static void
add_institution (NetzDraft *draft, const char *id, const char *kind)
{
  netz_record_set_text (netz_draft_add (draft, netz_record_new (NETZ_TABLE_INSTITUTION, id)), "kind", kind);
}

/* Each institution's id is its kind's. */
static NetzNetwork *
make_network (void)
{
  NetzNetwork *network = netz_network_new ();
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Begin");
  g_autoptr (NetzEdit) edit = NULL;

  add_kind (draft, "library", "provider", "*bibliothek");
  add_kind (draft, "zoo", "provider", "Zoo, Tierpark, *");
  add_kind (draft, "school", "school", "*schule");
  add_kind (draft, "office", "steering", "");
  add_kind (draft, "loose", NULL, "");
  add_programme (draft, "a-any", NULL, NULL);
  add_programme (draft, "b-any", NULL, " ");
  add_programme (draft, "groups", "@provider", "@school");
  add_programme (draft, "links", "@provider", "@provider");
  add_programme (draft, "readers", "library", "@school @other");
  add_programme (draft, "upward", "school office", "office");
  for (guint i = 0; i < 5; i++)
    {
      static const char *const ids[] = { "library", "zoo", "school", "office", "loose" };
      g_autofree char *id = g_strconcat ("i-", ids[i], NULL);

      add_institution (draft, id, ids[i]);
    }
  add_institution (draft, "i-none", NULL);
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  return network;
}

static NetzKind *
kind_of (NetzNetwork *network, const char *id)
{
  NetzInstitution *institution = netz_network_get_institution (network, id);

  return institution != NULL ? netz_network_get_kind (network, institution->kind) : NULL;
}

static void
test_programme (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *programme;
    gboolean turned;
  } cases[] = {
    { "i-library", "i-school", "readers", FALSE }, /* the kind goes before the group */
    { "i-school", "i-library", "readers", TRUE },  { "i-zoo", "i-school", "groups", FALSE },
    { "i-school", "i-zoo", "groups", TRUE },       { "i-library", "i-zoo", "links", FALSE },
    { "i-zoo", "i-zoo", "links", FALSE },          { "i-office", "i-school", "upward", TRUE },
    { "i-office", "i-office", "upward", FALSE },   { "i-school", "i-school", "a-any", FALSE }, /* the first of equals */
    { "i-loose", "i-library", "a-any", FALSE },    { "i-none", "i-library", NULL, FALSE },
    { "i-gone", "i-library", NULL, FALSE },
  };
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (GPtrArray) programmes = netz_network_list (network, NETZ_TABLE_PROGRAMME);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean turned = TRUE;
      NetzProgramme *programme = netz_suggest_programme (programmes, kind_of (network, cases[i].a),
                                                         kind_of (network, cases[i].b), &turned);

      g_test_message ("%s and %s", cases[i].a, cases[i].b);
      g_assert_cmpstr (programme ? netz_record_get_id (&programme->parent_instance) : NULL, ==, cases[i].programme);
      g_assert_cmpint (turned, ==, cases[i].turned);
    }
}

static void
test_words (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzGuess) guess = netz_suggest_words (network);

  g_assert_cmpstr (netz_guess_kind (guess, "Stadtbibliothek", NULL), ==, "library");
  g_assert_cmpstr (netz_guess_kind (guess, "Tierpark am See", NULL), ==, "zoo");
  g_assert_cmpstr (netz_guess_kind (guess, "Rathaus", NULL), ==, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/programme", test_programme);
  g_test_add_func ("/suggest/words", test_words);
  return g_test_run ();
}
