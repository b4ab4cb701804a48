/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this version does not know stays with its record, whatever is done to the record. */
#define G_LOG_DOMAIN "netz-test"

#include "netz-test-document.h"

#include "format/netz-verify.h"
#include "format/netz-writer.h"
#include "model/netz-draft.h"
#include "model/netz-history.h"
#include "model/netz-operations.h"

#include <string.h>

typedef struct
{
  NetzNetwork *network;
  NetzHistory *history;
} Fixture;

static const char body[] =
    "<!-- all --><institutions xmlns:g='urn:g' g:of='1'>"
    "<!-- a --><institution id='i-a' name='A' x='1' y='1' g:stars='5'><g:photo of='A'/></institution>"
    "<!-- b --><institution id='i-b' name='B' x='1,5' later='2'><contact person='P' g:since='3'/>"
    "<notes xml:lang='de'>N<!-- n --></notes></institution></institutions>"
    "<partnerships><partnership id='p' from='i-a' to='i-b'><more/></partnership></partnerships><!-- end -->";

static NetzNetwork *
open_network (const char *text)
{
  g_autoptr (GBytes) bytes = netz_test_bytes (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_reader_read (bytes, NETZ_READ_DEFAULT, NULL, &error);

  g_assert_no_error (error);
  return netz_network_new_from_snapshot (snapshot);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *text = netz_test_document (body);

  fixture->network = open_network (text);
  fixture->history = netz_history_new (fixture->network);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->history);
  g_object_unref (fixture->network);
}

static char *
save (NetzNetwork *network)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (GBytes) bytes = netz_writer_write (snapshot);
  g_autoptr (GError) error = NULL;
  char *text = netz_test_write (snapshot);

  g_assert_true (netz_verify (bytes, snapshot, &error));
  g_assert_no_error (error);
  netz_test_assert_valid (text);
  return text;
}

static void
assert_kept (NetzNetwork *network)
{
  g_autofree char *text = save (network);

  netz_test_assert_contains (text, "  <!-- all -->\n  <institutions xmlns:g=\"urn:g\" g:of=\"1\">\n    <!-- a -->\n");
  netz_test_assert_contains (text, " g:stars=\"5\">\n      <g:photo of=\"A\"/>\n");
  netz_test_assert_contains (text, "    <!-- b -->\n    <institution id=\"i-b\" ");
  netz_test_assert_contains (text, " later=\"2\"");
  netz_test_assert_contains (text, "<contact person=\"P\" g:since=\"3\"/>");
  netz_test_assert_contains (text, "<notes xml:lang=\"de\">N<!-- n --></notes>");
  netz_test_assert_contains (text, "      <more/>\n    </partnership>\n");
  netz_test_assert_contains (text, "  <!-- end -->\n</network>\n");
}

static void
test_edit (Fixture *fixture,
           gconstpointer data)
{
  static const char *const ids[] = { "i-a", "i-b", NULL };
  g_autoptr (NetzDraft) draft = netz_draft_new (fixture->network, "Edit");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = save (fixture->network);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  assert_kept (fixture->network);
  netz_test_assert_contains (before, " x=\"1,5\"");
  g_assert_true (netz_rename (draft, "i-a", "Other"));
  netz_move (draft, ids, 5, 5);
  netz_place (draft, "i-b", 7, 8);
  g_assert_true (netz_set_field (draft, ids, "district", "D", &error));
  g_assert_true (netz_history_commit (fixture->history, draft));

  assert_kept (fixture->network);
  after = save (fixture->network);
  netz_test_assert_contains (after, "name=\"Other\"");
  netz_test_assert_contains (after, "x=\"7\" y=\"8\"");
  g_assert_null (strstr (after, "1,5"));

  netz_edit_unref (netz_history_undo (fixture->history));
  undone = save (fixture->network);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_paste_elsewhere (Fixture *fixture,
                      gconstpointer data)
{
  static const char *const ids[] = { "i-a", "i-b", NULL };
  g_autofree char *empty = netz_test_document ("");
  g_autoptr (NetzSnapshot) clip = netz_copy (fixture->network, ids);
  g_autoptr (NetzNetwork) other = open_network (empty);
  g_autoptr (NetzHistory) history = netz_history_new (other);
  g_autoptr (NetzDraft) draft = netz_draft_new (other, "Paste");
  g_auto (GStrv) pasted = netz_paste (draft, clip, 10, 10);
  g_autofree char *text = NULL;

  g_assert_true (netz_history_commit (history, draft));
  g_assert_cmpuint (g_strv_length (pasted), ==, 2);
  text = save (other);
  netz_test_assert_contains (text, " xmlns:g=\"urn:g\" g:stars=\"5\">\n      <g:photo of=\"A\"/>\n");
  netz_test_assert_contains (text, "<contact person=\"P\" xmlns:g=\"urn:g\" g:since=\"3\"/>");
  netz_test_assert_contains (text, "    <!-- b -->\n");
  netz_test_assert_contains (text, "      <more/>\n    </partnership>\n");
}

static void
test_unite (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (fixture->network, "Unite");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (netz_unite (draft, "i-a", "i-b", &error));
  g_assert_true (netz_history_commit (fixture->history, draft));
  text = save (fixture->network);
  netz_test_assert_contains (text, "    <!-- a -->\n    <!-- b -->\n    <institution id=\"i-a\" ");
  netz_test_assert_contains (text, " g:stars=\"5\" later=\"2\">\n");
  netz_test_assert_contains (text, "<g:photo of=\"A\"/>");
  netz_test_assert_contains (text, "g:since=\"3\"");
  netz_test_assert_contains (text, "<notes xml:lang=\"de\">N<!-- n --></notes>");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kept/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/kept/paste-elsewhere", Fixture, NULL, set_up, test_paste_elsewhere, tear_down);
  g_test_add ("/kept/unite", Fixture, NULL, set_up, test_unite, tear_down);
  return g_test_run ();
}
