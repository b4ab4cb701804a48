/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The document at work, without a display: what is modified, saved, loaded,
 * changed by others on disk.
 */
#include "app/netz-session-file.h"
#include "model/netz-operations.h"
#include "planning/netz-session-log.h"
#include "support/netz-test-network.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct
{
  char *folder;
  char *path;
  NetzSession *session;
} Fixture;

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Wait;

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static GAsyncResult *
wait_for (Wait *wait)
{
  if (wait->result == NULL)
    g_main_loop_run (wait->loop);
  return wait->result;
}

static void
wait_clear (Wait *wait)
{
  g_clear_object (&wait->result);
  g_main_loop_unref (wait->loop);
}

static NetzSession *
load (const char *path, GError **error)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  NetzSession *session = NULL;

  netz_session_load_async (path, NULL, on_ready, &wait);
  session = netz_session_load_finish (wait_for (&wait), error);
  wait_clear (&wait);
  return session;
}

static gboolean
save (NetzSession *session, const char *path, NetzSaveFlags flags, GError **error)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autofree char *note = NULL;
  gboolean saved = FALSE;

  netz_session_save_async (session, path, flags, on_ready, &wait);
  saved = netz_session_save_finish (session, wait_for (&wait), &note, error);
  wait_clear (&wait);
  return saved;
}

static void
rename_first (NetzSession *session, const char *id, const char *name)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (session), "Rename");

  g_assert_true (netz_rename (draft, id, name));
  g_assert_true (netz_session_commit (session, draft));
}

static const char *
get_name (NetzSession *session, const char *id)
{
  return netz_network_get_institution (netz_session_get_network (session), id)->name;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library@0,0 B:school@100,0");
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);

  fixture->folder = g_dir_make_tmp ("netz-session-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "k.netz", NULL);
  fixture->session = netz_session_new (snapshot);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name = NULL;

  g_assert_finalize_object (fixture->session);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_null (netz_session_get_path (fixture->session));
  g_assert_false (netz_session_is_modified (fixture->session));
  g_assert_true (netz_session_is_pristine (fixture->session));
  g_assert_cmpstr (netz_session_get_title (fixture->session), ==, "Untitled network");
  g_assert_cmpstr (netz_session_get_subtitle (fixture->session), ==, "not saved yet");
}

static void
test_edit_and_undo (Fixture *fixture, gconstpointer data)
{
  rename_first (fixture->session, "A", "Archive");
  g_assert_true (netz_session_is_modified (fixture->session));
  g_assert_false (netz_session_is_pristine (fixture->session));

  netz_session_undo (fixture->session);
  g_assert_false (netz_session_is_modified (fixture->session));
  g_assert_cmpstr (get_name (fixture->session, "A"), ==, "A");

  netz_session_redo (fixture->session);
  g_assert_true (netz_session_is_modified (fixture->session));
  g_assert_cmpstr (get_name (fixture->session, "A"), ==, "Archive");
}

static void
test_save_and_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSession) again = NULL;

  rename_first (fixture->session, "A", "Archive");
  g_assert_true (save (fixture->session, fixture->path, NETZ_STORE_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_false (netz_session_is_modified (fixture->session));
  g_assert_cmpstr (netz_session_get_subtitle (fixture->session), ==, "k.netz");

  rename_first (fixture->session, "B", "Primary school");
  g_assert_cmpstr (netz_session_get_subtitle (fixture->session), ==, "k.netz · unsaved changes");

  again = load (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_name (again, "A"), ==, "Archive");
  g_assert_cmpstr (get_name (again, "B"), ==, "B");
  g_assert_false (netz_session_is_modified (again));
}

/* What was typed while the file was being written is not in it: the document stays modified. */
static void
test_edit_while_saving (Fixture *fixture, gconstpointer data)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (GError) error = NULL;

  rename_first (fixture->session, "A", "Archive");
  netz_session_save_async (fixture->session, fixture->path, NETZ_STORE_DEFAULT, on_ready, &wait);
  g_assert_true (netz_session_is_saving (fixture->session));
  rename_first (fixture->session, "A", "Museum");
  g_assert_true (netz_session_save_finish (fixture->session, wait_for (&wait), NULL, &error));
  g_assert_true (netz_session_is_modified (fixture->session));

  /* Nor is it clean when undone to what was there before the save. */
  netz_session_undo (fixture->session);
  netz_session_undo (fixture->session);
  g_assert_true (netz_session_is_modified (fixture->session));
  wait_clear (&wait);
}

static void
test_saves_queue (Fixture *fixture, gconstpointer data)
{
  Wait first = { g_main_loop_new (NULL, FALSE), NULL };
  Wait second = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (NetzSession) again = NULL;

  rename_first (fixture->session, "A", "Archive");
  netz_session_save_async (fixture->session, fixture->path, NETZ_STORE_DEFAULT, on_ready, &first);
  rename_first (fixture->session, "A", "Museum");
  netz_session_save_async (fixture->session, NULL, NETZ_STORE_DEFAULT, on_ready, &second);
  g_assert_true (netz_session_save_finish (fixture->session, wait_for (&second), NULL, NULL));
  g_assert_true (netz_session_save_finish (fixture->session, wait_for (&first), NULL, NULL));
  g_assert_false (netz_session_is_saving (fixture->session));
  g_assert_false (netz_session_is_modified (fixture->session));

  again = load (fixture->path, NULL);
  g_assert_cmpstr (get_name (again, "A"), ==, "Museum");
  wait_clear (&first);
  wait_clear (&second);
}

/* A file that a person wrote by hand is not made canonical behind her back. */
static void
test_unedited_is_not_written (Fixture *fixture, gconstpointer data)
{
  const char *text = "<network xmlns='urn:netzwerkstatt:network' version='1.0'  id='n-1'><institutions>"
                     "<institution id='A' name='A'/></institutions></network>";
  g_autofree char *after = NULL;
  g_autoptr (NetzSession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  session = load (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (save (session, NULL, NETZ_STORE_DEFAULT, &error));
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

static void
on_disk_changed (NetzSession *session, int state, gpointer data)
{
  *(int *) data = state;
}

static void
wait_for_state (const int *state, int expected)
{
  while (*state != expected)
    g_main_context_iteration (NULL, TRUE);
}

static void
change_on_disk (const char *path, const char *from, const char *to)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autofree char *changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  pieces = g_strsplit (text, from, -1);
  g_assert_cmpuint (g_strv_length (pieces), >, 1);
  changed = g_strjoinv (to, pieces);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
}

static void
test_changed_on_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  int state = -1;

  rename_first (fixture->session, "A", "Archive");
  g_assert_true (save (fixture->session, fixture->path, NETZ_STORE_DEFAULT, &error));
  g_signal_connect (fixture->session, "disk-changed", G_CALLBACK (on_disk_changed), &state);
  change_on_disk (fixture->path, "Archive", "Theatre");
  netz_session_look_at_disk (fixture->session);
  wait_for_state (&state, NETZ_STORE_CHANGED);

  /* It is not overwritten by a save … */
  rename_first (fixture->session, "B", "Primary school");
  g_assert_false (save (fixture->session, NULL, NETZ_STORE_DEFAULT, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_CHANGED_ON_DISK);
  g_assert_true (netz_session_is_modified (fixture->session));

  /* … can be taken over, and that can be undone. */
  netz_session_reload_async (fixture->session, on_ready, &wait);
  g_assert_true (netz_session_reload_finish (fixture->session, wait_for (&wait), NULL));
  g_assert_cmpstr (get_name (fixture->session, "A"), ==, "Theatre");
  g_assert_cmpstr (get_name (fixture->session, "B"), ==, "B");
  g_assert_false (netz_session_is_modified (fixture->session));
  netz_session_undo (fixture->session);
  g_assert_cmpstr (get_name (fixture->session, "A"), ==, "Archive");
  g_assert_cmpstr (get_name (fixture->session, "B"), ==, "Primary school");
  wait_clear (&wait);
}

static void
test_keep_ours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = g_strconcat (fixture->path, "~", NULL);
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };

  rename_first (fixture->session, "A", "Archive");
  g_assert_true (save (fixture->session, fixture->path, NETZ_STORE_DEFAULT, &error));
  change_on_disk (fixture->path, "Archive", "Theatre");
  netz_session_keep_ours_async (fixture->session, on_ready, &wait);
  g_assert_true (netz_session_keep_ours_finish (fixture->session, wait_for (&wait), &error));
  g_assert_true (netz_session_is_modified (fixture->session));
  g_assert_true (save (fixture->session, NULL, NETZ_STORE_DEFAULT, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (fixture->path, &ours, NULL, NULL));
  g_assert_true (g_file_get_contents (backup, &theirs, NULL, NULL));
  g_assert_nonnull (strstr (ours, "Archive"));
  g_assert_nonnull (strstr (theirs, "Theatre"));
  wait_clear (&wait);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int state = -1;

  rename_first (fixture->session, "A", "Archive");
  g_assert_true (save (fixture->session, fixture->path, NETZ_STORE_DEFAULT, &error));
  g_signal_connect (fixture->session, "disk-changed", G_CALLBACK (on_disk_changed), &state);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  netz_session_look_at_disk (fixture->session);
  wait_for_state (&state, NETZ_STORE_GONE);
  g_assert_true (netz_session_is_modified (fixture->session));

  g_assert_true (save (fixture->session, NULL, NETZ_STORE_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  g_assert_false (netz_session_is_modified (fixture->session));
}

static void
on_refused (NetzSession *session, gpointer data)
{
  (*(int *) data)++;
}

static void
test_newer_major (Fixture *fixture, gconstpointer data)
{
  const char *text = "<network xmlns='urn:netzwerkstatt:network' version='9.0' id='n-1'><institutions>"
                     "<institution id='A' name='A'/></institutions></network>";
  g_autoptr (NetzSession) session = NULL;
  g_autoptr (NetzDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  int refused = 0;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  session = load (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (netz_session_is_read_only (session));
  g_signal_connect (session, "refused", G_CALLBACK (on_refused), &refused);
  draft = netz_draft_new (netz_session_get_network (session), "Rename");
  netz_rename (draft, "A", "B");
  g_assert_false (netz_session_commit (session, draft));
  g_assert_cmpint (refused, ==, 1);
  g_assert_cmpstr (get_name (session, "A"), ==, "A");
}

static void
test_load_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "<html></html>", -1, NULL));
  g_assert_null (load (fixture->path, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, NETZ_FORMAT_ERROR);
}

static void
test_save_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "k.netz", NULL);

  rename_first (fixture->session, "A", "Archive");
  g_assert_false (save (fixture->session, path, NETZ_STORE_DEFAULT, &error));
  g_assert_nonnull (error);
  g_assert_true (netz_session_is_modified (fixture->session));
  g_assert_null (netz_session_get_path (fixture->session));
  g_assert_false (netz_session_is_saving (fixture->session));
}

static void
test_selection_follows (Fixture *fixture, gconstpointer data)
{
  NetzSelection *selection = netz_session_get_selection (fixture->session);
  const char *ids[] = { "A", "B", NULL };
  const char *gone[] = { "A", NULL };
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (fixture->session), "Delete");

  netz_selection_set (selection, ids);
  netz_delete (draft, gone);
  g_assert_true (netz_session_commit (fixture->session, draft));
  g_assert_cmpuint (netz_selection_get_size (selection), ==, 1);
  g_assert_true (netz_selection_contains (selection, "B"));
}

static void
on_reverted (NetzSession *session, NetzEdit *edit, gpointer data)
{
  g_assert_true (netz_edit_touches (edit, NETZ_TABLE_INSTITUTION, "A"));
  (*(int *) data)++;
}

static void
test_reverted (Fixture *fixture, gconstpointer data)
{
  int reverted = 0;

  g_signal_connect (fixture->session, "reverted", G_CALLBACK (on_reverted), &reverted);
  rename_first (fixture->session, "A", "Archive");
  g_assert_cmpint (reverted, ==, 0);
  netz_session_undo (fixture->session);
  netz_session_redo (fixture->session);
  netz_session_redo (fixture->session);
  g_assert_cmpint (reverted, ==, 2);
}

static void
on_scope_changed (NetzSession *session, int *n)
{
  (*n)++;
}

static gboolean
is_drawn (NetzSession *session, const char *id)
{
  NetzRect bounds;

  return netz_scene_get_item_bounds (netz_session_get_scene (session), id, &bounds);
}

/* Looking at a part: canvas and selection follow, also when the network changes; undo brings nothing of it back. */
static void
test_scope (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library@0,0 B:museum@300,0 C:museum@600,0 B-C A-B");
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (NetzSession) session = netz_session_new (snapshot);
  const char *const both[] = { "A", "B", NULL };
  NetzScope scope = { .filter = (char *) "kind=museum" };
  const NetzScope broken = { .filter = (char *) "door=red" };
  const NetzScope everything = { NULL };
  g_autoptr (NetzDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  int changed = 0;

  g_signal_connect (session, "scope-changed", G_CALLBACK (on_scope_changed), &changed);
  g_assert_true (netz_session_get_part (session) == netz_session_get_network (session));
  netz_selection_set (netz_session_get_selection (session), both);
  g_assert_true (netz_session_set_scope (session, &scope, NULL));
  g_assert_true (netz_session_set_scope (session, &scope, NULL));
  g_assert_cmpint (changed, ==, 1);
  g_assert_cmpuint (netz_network_get_size (netz_session_get_part (session), NETZ_TABLE_INSTITUTION), ==, 2);
  g_assert_true (is_drawn (session, "B") && is_drawn (session, "B-C") && !is_drawn (session, "A"));
  g_assert_cmpstr (netz_selection_get_single (netz_session_get_selection (session)), ==, "B");
  g_assert_false (netz_session_is_modified (session));

  draft = netz_draft_new (netz_session_get_network (session), "Kind");
  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_INSTITUTION, "A"), "kind", "museum");
  g_assert_true (netz_session_commit (session, draft));
  g_assert_true (is_drawn (session, "A") && is_drawn (session, "A-B"));
  netz_session_undo (session);
  g_assert_false (is_drawn (session, "A"));

  scope.fade = TRUE;
  g_assert_true (netz_session_set_scope (session, &scope, NULL));
  g_assert_true (is_drawn (session, "A"));
  g_assert_false (netz_session_set_scope (session, &broken, &error));
  g_assert_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE);
  g_assert_cmpstr (netz_session_get_scope (session)->filter, ==, "kind=museum");
  g_assert_true (netz_session_set_scope (session, &everything, NULL));
  g_assert_true (is_drawn (session, "A") && is_drawn (session, "A-B"));
  g_assert_true (netz_session_get_part (session) == netz_session_get_network (session));
  g_assert_cmpint (changed, ==, 3);
}

static void
test_guess (Fixture *fixture, gconstpointer data)
{
  NetzNetwork *network = netz_session_get_network (fixture->session);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Kind");
  g_autofree char *id = g_strdup (netz_add_kind (draft, "Archive", "en", "provider"));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  g_assert_null (netz_session_guess_kind (fixture->session, "Stadtarchiv"));
  g_ptr_array_add (words, g_ref_string_new ("*archiv"));
  netz_set_list (draft, NETZ_TABLE_KIND, id, "words", words);
  g_assert_true (netz_session_commit (fixture->session, draft));
  g_assert_cmpstr (netz_session_guess_kind (fixture->session, "Stadtarchiv"), ==, id);
}

/* What is committed while a session of a workshop is open is marked with it, and undo takes the mark along. */
static void
test_workshop_session (Fixture *fixture, gconstpointer data)
{
  NetzNetwork *network = netz_session_get_network (fixture->session);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Workshop");
  const char *const values[] = { "whole-day", NULL, NULL, NULL, NULL, NULL };
  g_autoptr (GPtrArray) sessions = netz_parts_new ();
  g_autofree char *id = g_strdup (netz_add_workshop (draft, "Workshop"));
  g_autoptr (NetzDraft) add = NULL;
  guint n_logged = 0;

  g_ptr_array_add (sessions, netz_part_new (&netz_session_part, values));
  netz_set_list (draft, NETZ_TABLE_WORKSHOP, id, "sessions", sessions);
  netz_session_log_open (draft, id, 0);
  g_assert_true (netz_session_commit (fixture->session, draft));
  add = netz_draft_new (network, "Add");
  netz_add_institution (add, "New", NULL, 0, 0);
  g_assert_true (netz_session_commit (fixture->session, add));
  n_logged = netz_session_log_count (NETZ_WORKSHOP (netz_network_get (network, NETZ_TABLE_WORKSHOP, id)), "s1");
  g_assert_cmpuint (n_logged, ==, 1);
  netz_session_undo (fixture->session);
  n_logged = netz_session_log_count (NETZ_WORKSHOP (netz_network_get (network, NETZ_TABLE_WORKSHOP, id)), "s1");
  g_assert_cmpuint (n_logged, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/session/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("workshop-session", test_workshop_session);
  ADD ("new", test_new);
  ADD ("edit-and-undo", test_edit_and_undo);
  ADD ("save-and-load", test_save_and_load);
  ADD ("edit-while-saving", test_edit_while_saving);
  ADD ("saves-queue", test_saves_queue);
  ADD ("unedited-is-not-written", test_unedited_is_not_written);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("keep-ours", test_keep_ours);
  ADD ("gone", test_gone);
  ADD ("newer-major", test_newer_major);
  ADD ("load-error", test_load_error);
  ADD ("save-error", test_save_error);
  ADD ("selection-follows", test_selection_follows);
  ADD ("reverted", test_reverted);
  ADD ("guess", test_guess);
  ADD ("scope", test_scope);
  return g_test_run ();
}
