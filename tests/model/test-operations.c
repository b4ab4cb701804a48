/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each operation: a network in a line, the call, the network that comes of it. */
#include "model/netz-history.h"
#include "model/netz-operations.h"
#include "support/netz-test-network.h"

#define IDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

typedef void (*Operation) (NetzDraft *draft);

static NetzInstitution *
get (NetzDraft *draft, const char *id)
{
  return (NetzInstitution *) netz_draft_get (draft, NETZ_TABLE_INSTITUTION, id);
}

static void
rename_a (NetzDraft *draft)
{
  g_assert_true (netz_rename (draft, "A", "New"));
}

static void
place_a (NetzDraft *draft)
{
  netz_place (draft, "A", 5, -2.5);
}

static void
move_ab (NetzDraft *draft)
{
  netz_move (draft, IDS ("A", "B", "A-B"), 10, -5);
}

static void
connect_ab (NetzDraft *draft)
{
  g_autoptr (GError) error = NULL;

  /* The random id is made known by the programme and status that the test reads. */
  const char *id = netz_connect (draft, "A", "B", "p", "idea", &error);

  g_assert_no_error (error);
  netz_record_set_text (NETZ_RECORD (netz_draft_edit_partnership (draft, id)), "notes", "x");
}

static void
change_programme (NetzDraft *draft)
{
  netz_set_programme (draft, IDS ("A-B"), "q");
}

static void
delete_a (NetzDraft *draft)
{
  netz_delete (draft, IDS ("A"));
}

static void
delete_partnership (NetzDraft *draft)
{
  netz_delete (draft, IDS ("A-B"));
}

static void
unite_ab (NetzDraft *draft)
{
  g_assert_true (netz_unite (draft, "A", "B", NULL));
}

static void
align_left (NetzDraft *draft)
{
  netz_align (draft, IDS ("A", "B", "C"), NETZ_ALIGN_LEFT);
}

static void
align_middle (NetzDraft *draft)
{
  netz_align (draft, IDS ("A", "B"), NETZ_ALIGN_MIDDLE);
}

static void
distribute_abc (NetzDraft *draft)
{
  netz_distribute (draft, IDS ("A", "B", "C"), FALSE);
}

static void
set_status (NetzDraft *draft)
{
  g_assert_true (netz_set_field (draft, IDS ("A-B", "B-C", "A"), "status", "dormant", NULL));
}

static const struct
{
  const char *name;
  const char *before;
  Operation operation;
  const char *after;
} rows[] = {
  { "place", "A:library@1,2", place_a, "A:library@5,-2.5" },
  { "move", "A:library@1,2 B:museum@0,0 C:museum@3,3 A-B:p", move_ab,
    "A:library@11,-3 B:museum@10,-5 C:museum@3,3 A-B:p" },
  { "change-programme", "A:library B:museum A-B:p B-A:q", change_programme, "A:library B:museum A-B:q B-A:q" },
  { "delete-takes-partnerships-along", "A:library B:museum C:museum A-B:p B-C:p", delete_a,
    "B:museum C:museum B-C:p" },
  { "delete-partnership", "A:library B:museum A-B:p", delete_partnership, "A:library B:museum" },
  { "unite", "A:library B:library C:museum A-B:p B-C:p", unite_ab, "A:library C:museum A-C:p" },
  { "align-left", "A:library@10,1 B:library@-5,2 C:library@7,3", align_left,
    "A:library@-5,1 B:library@-5,2 C:library@-5,3" },
  { "align-middle", "A:library@10,1 B:library@-5,3", align_middle, "A:library@10,2 B:library@-5,2" },
  { "distribute", "A:library@0,1 B:library@10,2 C:library@40,3", distribute_abc,
    "A:library@0,1 B:library@20,2 C:library@40,3" },
  { "set-field-on-many", "A:library B:museum C:museum A-B:p:idea B-C:p", set_status,
    "A:library B:museum C:museum A-B:p:dormant B-C:p:dormant" },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (NetzNetwork) network = netz_test_network_new (rows[row].before);
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  g_autoptr (NetzSnapshot) start = netz_network_snapshot (network);
  g_autoptr (NetzSnapshot) end = NULL;
  g_autoptr (NetzEdit) undone = NULL;

  rows[row].operation (draft);
  g_assert_true (netz_history_commit (history, draft));
  netz_assert_network (network, rows[row].after);
  undone = netz_history_undo (history);
  end = netz_network_snapshot (network);
  g_assert_true (netz_snapshot_equal (start, end));
}

static void
test_rename (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");

  rename_a (draft);
  g_assert_cmpstr (get (draft, "A")->name, ==, "New");
  g_assert_cmpstr (netz_network_get_institution (network, "A")->name, ==, "A");
  g_assert_false (netz_rename (draft, "nobody", "New"));
}

static void
test_connect (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:museum");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  g_autoptr (GPtrArray) incident = NULL;
  g_autoptr (GError) error = NULL;

  connect_ab (draft);
  incident = netz_draft_incident (draft, "A");
  g_assert_cmpuint (incident->len, ==, 1);
  g_assert_cmpstr (NETZ_PARTNERSHIP (incident->pdata[0])->status, ==, "idea");
  g_assert_null (netz_connect (draft, "A", "A", NULL, NULL, &error));
  g_assert_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (netz_connect (draft, "A", "Z", NULL, NULL, &error));
  g_assert_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_MISSING);
}

static void
test_programme_follows_from_kinds (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:museum S:primary_school");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  const char *any = netz_add_programme (draft, "Any", "en", NULL, NULL);
  const char *link = netz_add_programme (draft, "Link", "en", "@provider", "@provider");
  const char *library = netz_add_programme (draft, "Library", "en", "library", "@school");

  g_assert_cmpstr (netz_programme_for_kinds (draft, "library", "primary_school"), ==, library);
  g_assert_cmpstr (netz_programme_for_kinds (draft, "primary_school", "library"), ==, library);
  g_assert_cmpstr (netz_programme_for_kinds (draft, "museum", "library"), ==, link);
  g_assert_cmpstr (netz_programme_for_kinds (draft, "museum", "primary_school"), ==, any);
  g_assert_null (netz_programme_for_kinds (draft, "museum", NULL));
}

static void
test_unite_keeps_values (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:library");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  const char *workshop = netz_add_workshop (draft, "W");

  g_assert_true (netz_set_field (draft, IDS ("A"), "district", "Nippes", NULL));
  g_assert_true (netz_set_field (draft, IDS ("B"), "district", "Porz", NULL));
  g_assert_true (netz_set_field (draft, IDS ("B"), "town", "Köln", NULL));
  g_assert_true (netz_set_field (draft, IDS ("A"), "tags", "a, b", NULL));
  g_assert_true (netz_set_field (draft, IDS ("B"), "tags", "b, c", NULL));
  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_WORKSHOP, workshop), "organiser", "B");
  g_assert_true (netz_unite (draft, "A", "B", NULL));

  g_assert_cmpstr (get (draft, "A")->district, ==, "Nippes");
  g_assert_cmpstr (get (draft, "A")->town, ==, "Köln");
  {
    g_autofree char *tags = netz_record_print (NETZ_RECORD (get (draft, "A")), "tags");

    g_assert_cmpstr (tags, ==, "a, b, c");
  }
  g_assert_cmpstr (NETZ_WORKSHOP (netz_draft_get (draft, NETZ_TABLE_WORKSHOP, workshop))->organiser, ==, "A");
  g_assert_null (get (draft, "B"));
  g_assert_false (netz_unite (draft, "A", "A", NULL));
}

static void
test_frame_takes_members_along (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library@10,10 B:library@500,500");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  const char *frame = netz_add_frame (draft, "Nippes", 0, 0, 100, 100);

  netz_settle_in_frames (draft, IDS ("A", "B"));
  g_assert_cmpstr (get (draft, "A")->frame, ==, frame);
  g_assert_null (get (draft, "B")->frame);
  netz_move (draft, IDS (frame), 7, 8);
  g_assert_cmpfloat (get (draft, "A")->x, ==, 17);
  g_assert_cmpfloat (get (draft, "B")->x, ==, 500);
  netz_move (draft, IDS (frame, "A"), 1, 0);
  g_assert_cmpfloat (get (draft, "A")->x, ==, 18);
  netz_delete (draft, IDS (frame));
  g_assert_null (get (draft, "A")->frame);
}

static void
test_resize (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  const char *note = netz_add_note (draft, "Text", 1, 2);
  NetzNote *read;

  netz_resize (draft, note, 3, 4, 50, -1);
  read = NETZ_NOTE (netz_draft_get (draft, NETZ_TABLE_NOTE, note));
  g_assert_cmpfloat (read->x, ==, 3);
  g_assert_cmpfloat (read->width, ==, 50);
  g_assert_cmpfloat (read->height, ==, 0);
}

static void
test_pin (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");

  netz_set_pinned (draft, IDS ("A"), TRUE);
  g_assert_true (get (draft, "A")->pinned);
  netz_set_pinned (draft, IDS ("A"), FALSE);
  g_assert_false (get (draft, "A")->pinned);
}

static void
test_copy_and_paste (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library@1,1 B:museum@2,2 C:museum@3,3 A-B:p B-C:p");
  g_autoptr (NetzNetwork) other = netz_test_network_new ("");
  g_autoptr (NetzSnapshot) clip = netz_copy (network, IDS ("A", "B"));
  g_autoptr (NetzDraft) draft = netz_draft_new (other, "Test");
  g_auto (GStrv) pasted = netz_paste (draft, clip, 10, 20);
  g_autoptr (GPtrArray) partnerships = netz_draft_list (draft, NETZ_TABLE_PARTNERSHIP);

  g_assert_cmpuint (g_strv_length (pasted), ==, 2);
  g_assert_cmpuint (partnerships->len, ==, 1);
  g_assert_cmpstr (NETZ_PARTNERSHIP (partnerships->pdata[0])->from, ==, pasted[0]);
  g_assert_cmpstr (pasted[0], !=, "A");
  g_assert_cmpstr (get (draft, pasted[0])->name, ==, "A");
  g_assert_cmpfloat (get (draft, pasted[0])->y, ==, 21);
  g_assert_nonnull (netz_draft_get (draft, NETZ_TABLE_KIND, "library"));
  g_assert_nonnull (netz_draft_get (draft, NETZ_TABLE_PROGRAMME, "p"));
}

static void
test_duplicate (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library@1,1 B:museum@2,2 A-B:p");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  g_auto (GStrv) copies = netz_duplicate (draft, IDS ("A", "B"), 30, 30);
  g_autoptr (GPtrArray) partnerships = netz_draft_list (draft, NETZ_TABLE_PARTNERSHIP);

  g_assert_cmpuint (g_strv_length (copies), ==, 2);
  g_assert_cmpuint (partnerships->len, ==, 2);
}

static void
test_place_unplaced (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library@1000,1000 B:museum C:museum D:museum A-B:p");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  NetzInstitution *b, *c, *d;

  netz_place_unplaced (draft);
  b = get (draft, "B");
  c = get (draft, "C");
  d = get (draft, "D");
  g_assert_true (netz_institution_is_placed (b) && netz_institution_is_placed (c) && netz_institution_is_placed (d));
  g_assert_cmpfloat (ABS (b->x - 1000) + ABS (b->y - 1000), <, 500);
  g_assert_cmpfloat (c->y, >, 1000);
  g_assert_true (c->x != d->x || c->y != d->y);
  g_assert_cmpfloat (get (draft, "A")->x, ==, 1000);
}

static void
test_remove_kind (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  g_autoptr (GError) error = NULL;
  const char *kind = netz_add_kind (draft, "Planetarium", "de", "provider");

  g_assert_true (netz_remove_record (draft, NETZ_TABLE_KIND, kind, &error));
  g_assert_no_error (error);
  g_assert_false (netz_remove_record (draft, NETZ_TABLE_KIND, "library", &error));
  g_assert_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_REFUSED);
}

static void
test_views_are_numbered (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  const char *first = netz_add_view (draft, "One", 0, 0, 1, 1);
  const char *second = netz_add_view (draft, "Two", 0, 0, 1, 1);

  g_assert_cmpfloat (NETZ_VIEW (netz_draft_get (draft, NETZ_TABLE_VIEW, first))->order, ==, 1);
  g_assert_cmpfloat (NETZ_VIEW (netz_draft_get (draft, NETZ_TABLE_VIEW, second))->order, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/operations/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/operations/rename", test_rename);
  g_test_add_func ("/operations/connect", test_connect);
  g_test_add_func ("/operations/programme-for-kinds", test_programme_follows_from_kinds);
  g_test_add_func ("/operations/unite-values", test_unite_keeps_values);
  g_test_add_func ("/operations/frame", test_frame_takes_members_along);
  g_test_add_func ("/operations/resize", test_resize);
  g_test_add_func ("/operations/pin", test_pin);
  g_test_add_func ("/operations/copy-paste", test_copy_and_paste);
  g_test_add_func ("/operations/duplicate", test_duplicate);
  g_test_add_func ("/operations/place-unplaced", test_place_unplaced);
  g_test_add_func ("/operations/remove-kind", test_remove_kind);
  g_test_add_func ("/operations/add-view", test_views_are_numbered);
  return g_test_run ();
}
