/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The windows on a display: every template builds, every action of the table is
 * there and enabled only when it makes sense, and a closed window leaves nothing
 * behind.
 */
#include "app/netz-application.h"
#include "app/netz-background-dialog.h"
#include "app/netz-details.h"
#include "app/netz-export-dialog.h"
#include "app/netz-import-dialog.h"
#include "app/netz-report-dialog.h"
#include "app/netz-kinds-dialog.h"
#include "app/netz-preferences.h"
#include "app/netz-quick-entry.h"
#include "app/netz-shortcuts.h"
#include "app/netz-window-actions.h"
#include "app/netz-window-menus.h"
#include "model/netz-operations.h"
#include "support/netz-test-network.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

static NetzApplication *application;

static void
settle (void)
{
  for (int i = 0; i < 5; i++)
    {
      g_usleep (10000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static NetzSession *
create_session (const char *line)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (line);
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);

  return netz_session_new (snapshot);
}

static NetzWindow *
open_window (NetzSession *session)
{
  NetzWindow *window = netz_window_new (GTK_APPLICATION (application));

  netz_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

static gboolean
is_enabled (NetzWindow *window, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), name);
}

static void
test_actions (void)
{
  g_autoptr (NetzSession) session = create_session ("A:library@0,0 B:school@100,0 A-B");
  NetzWindow *window = open_window (session);
  guint n_actions = 0;
  const NetzAction *actions = netz_actions_get (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      GActionMap *map = g_str_has_prefix (actions[i].name, "win.") ? G_ACTION_MAP (window) : G_ACTION_MAP (application);

      if (g_action_map_lookup_action (map, actions[i].name + strlen ("win.")) == NULL)
        g_error ("There is no action %s", actions[i].name);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_enabled (void)
{
  g_autoptr (NetzSession) session = create_session ("A:library@0,0 B:school@100,0");
  NetzWindow *window = open_window (NULL);
  const char *both[] = { "A", "B", NULL };

  g_assert_false (is_enabled (window, "save"));
  g_assert_false (is_enabled (window, "paste"));
  netz_window_set_session (window, session);
  g_assert_true (is_enabled (window, "save"));
  g_assert_false (is_enabled (window, "undo"));
  g_assert_false (is_enabled (window, "delete"));
  g_assert_false (is_enabled (window, "unite"));

  netz_selection_set_single (netz_session_get_selection (session), "A");
  g_assert_true (is_enabled (window, "delete"));
  g_assert_true (is_enabled (window, "rename"));
  g_assert_false (is_enabled (window, "align-left"));
  netz_selection_set (netz_session_get_selection (session), both);
  g_assert_true (is_enabled (window, "unite"));
  g_assert_true (is_enabled (window, "align-left"));
  g_assert_false (is_enabled (window, "distribute-vertically"));
  g_assert_false (is_enabled (window, "rename"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL);
  g_assert_cmpuint (netz_network_get_size (netz_session_get_network (session), NETZ_TABLE_INSTITUTION), ==, 0);
  g_assert_true (is_enabled (window, "undo"));
  g_assert_false (is_enabled (window, "delete"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (netz_network_get_size (netz_session_get_network (session), NETZ_TABLE_INSTITUTION), ==, 2);
  g_assert_cmpuint (netz_selection_get_size (netz_session_get_selection (session)), ==, 2);
  g_assert_true (is_enabled (window, "redo"));

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_commands (void)
{
  g_autoptr (NetzSession) session = create_session ("A:library@0,0 B:school@100,30 C:school@300,90");
  NetzNetwork *network = netz_session_get_network (session);
  NetzWindow *window = open_window (session);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.select-all", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.align-top", NULL);
  g_assert_cmpfloat (netz_network_get_institution (network, "B")->y, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.distribute-horizontally", NULL);
  g_assert_cmpfloat (netz_network_get_institution (network, "B")->x, ==, 150);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.pin", NULL);
  g_assert_true (netz_network_get_institution (network, "C")->pinned);
  g_assert_true (is_enabled (window, "unpin"));
  g_assert_false (is_enabled (window, "pin"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.duplicate", NULL);
  g_assert_cmpuint (netz_network_get_size (network, NETZ_TABLE_INSTITUTION), ==, 6);
  g_assert_cmpuint (netz_selection_get_size (netz_session_get_selection (session)), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-frame", NULL);
  g_assert_cmpuint (netz_network_get_size (network, NETZ_TABLE_FRAME), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_copy_and_paste (void)
{
  g_autoptr (NetzSession) from = create_session ("A:library@0,0 B:school@100,30 A-B");
  g_autoptr (NetzSession) to = create_session ("X:school@0,0");
  NetzWindow *window_from = open_window (from);
  NetzWindow *window_to = open_window (to);

  gtk_widget_activate_action (GTK_WIDGET (window_from), "win.select-all", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window_from), "win.copy", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window_to), "win.paste", NULL);
  for (int i = 0; i < 50 && netz_network_get_size (netz_session_get_network (to), NETZ_TABLE_INSTITUTION) < 3; i++)
    settle ();
  g_assert_cmpuint (netz_network_get_size (netz_session_get_network (to), NETZ_TABLE_INSTITUTION), ==, 3);

  gtk_window_destroy (GTK_WINDOW (window_from));
  gtk_window_destroy (GTK_WINDOW (window_to));
  settle ();
}

static void
test_paste_text (void)
{
  g_autoptr (NetzSession) session = create_session ("X:school@0,0");
  NetzNetwork *network = netz_session_get_network (session);
  NetzWindow *window = open_window (session);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "Stadtarchiv\nMuseum -- X\n");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste", NULL);
  for (int i = 0; i < 50 && netz_network_get_size (network, NETZ_TABLE_INSTITUTION) < 3; i++)
    settle ();
  g_assert_cmpuint (netz_network_get_size (network, NETZ_TABLE_INSTITUTION), ==, 3);
  g_assert_cmpuint (netz_network_get_size (network, NETZ_TABLE_PARTNERSHIP), ==, 1);
  g_assert_false (is_enabled (window, "place-unplaced"));

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* A file is shown in one window only; one that cannot be read leaves the start page, with a word. */
static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("netz-window-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (folder, "good.netz", NULL);
  g_autofree char *link = g_build_filename (folder, "link.netz", NULL);
  g_autofree char *bad = g_build_filename (folder, "bad.netz", NULL);
  g_autofree char *backup = g_build_filename (folder, "bad.netz~", NULL);
  const char *text = "<network xmlns='urn:netzwerkstatt:network' version='1.0' id='n-1'><institutions>"
                     "<institution id='A' name='A'/></institutions></network>";
  g_autoptr (GFile) good_file = g_file_new_for_path (good);
  g_autoptr (GFile) link_file = g_file_new_for_path (link);
  g_autoptr (GFile) bad_file = g_file_new_for_path (bad);
  NetzWindow *window = open_window (NULL);
  NetzWindow *other = open_window (NULL);

  g_assert_true (g_file_set_contents (good, text, -1, NULL));
  g_assert_true (g_file_set_contents (bad, "", -1, NULL));
  g_assert_true (g_file_set_contents (backup, text, -1, NULL));
  g_assert_cmpint (symlink (good, link), ==, 0);

  netz_application_open_file (application, good_file, window);
  for (int i = 0; i < 50 && netz_window_get_session (window) == NULL; i++)
    settle ();
  g_assert_nonnull (netz_window_get_session (window));
  g_assert_true (netz_application_find_window (application, link) == window);
  netz_application_open_file (application, link_file, other);
  settle ();
  g_assert_null (netz_window_get_session (other));

  netz_application_open_file (application, bad_file, other);
  for (int i = 0; i < 50 && !netz_messages_has_bar (netz_window_get_messages (other), "open"); i++)
    settle ();
  g_assert_true (netz_messages_has_bar (netz_window_get_messages (other), "open"));
  g_assert_null (netz_window_get_session (other));

  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (other));
  settle ();
  g_remove (good);
  g_remove (link);
  g_remove (bad);
  g_remove (backup);
  g_rmdir (folder);
}

static void
test_dialogs (void)
{
  g_autoptr (NetzSession) session = create_session ("A:library@0,0 B:school@100,0");
  NetzWindow *window = open_window (session);
  GtkWidget *dialogs[] = {
    GTK_WIDGET (netz_export_dialog_new (window)),
    GTK_WIDGET (netz_report_dialog_new (window, FALSE)),
    GTK_WIDGET (netz_report_dialog_new (window, TRUE)),
    GTK_WIDGET (netz_background_dialog_new (window)),
    GTK_WIDGET (netz_import_dialog_new (window, "/nonexistent/table.csv")),
    GTK_WIDGET (netz_details_new (window, "Title", "Text")),
    GTK_WIDGET (netz_quick_entry_new (GTK_WINDOW (window), session)),
    GTK_WIDGET (netz_kinds_dialog_new (GTK_WINDOW (window), session)),
    g_object_new (NETZ_TYPE_PREFERENCES, "transient-for", window, NULL),
    netz_shortcuts_new (),
  };

  netz_details_add (NETZ_DETAILS (dialogs[5]), "A sentence.", "quiet", "A");
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GtkWidget *dialog = dialogs[i];

      gtk_window_present (GTK_WINDOW (dialog));
      settle ();
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialogs[i]);
      gtk_window_destroy (GTK_WINDOW (dialog));
      settle ();
      if (dialogs[i] != NULL)
        g_error ("Dialog %u is still there after it was closed: %s", i, G_OBJECT_TYPE_NAME (dialogs[i]));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
find_labels (GtkWidget *widget, const char *text, guint *n)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    (*n)++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    find_labels (child, text, n);
}

static void
test_shortcuts (void)
{
  GtkWidget *window = netz_shortcuts_new ();
  guint n_actions = 0;
  const NetzAction *actions = netz_actions_get (&n_actions);

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  for (guint i = 0; i < n_actions; i++)
    {
      guint n = 0;

      if (actions[i].keys == NULL)
        continue;
      find_labels (window, netz_action_get_label (&actions[i]), &n);
      if (n == 0)
        g_error ("The shortcuts window lacks %s", actions[i].name);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
count_menu (GMenuModel *menu, guint *n)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL;
      static const char *links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        (*n)++;
      for (guint k = 0; k < G_N_ELEMENTS (links); k++)
        {
          g_autoptr (GMenuModel) linked = g_menu_model_get_item_link (menu, i, links[k]);

          if (linked != NULL)
            count_menu (linked, n);
        }
    }
}

static void
test_menus (void)
{
  g_autoptr (NetzSession) session = create_session ("A:library@0,0 B:school@100,0 A-B:library-school");
  NetzNetwork *network = netz_session_get_network (session);
  g_autoptr (GMenuModel) primary = netz_menus_new_primary ();
  g_autoptr (GMenuModel) empty = netz_menus_new_for_item (network, NULL, NULL);
  g_autoptr (GMenuModel) institution = netz_menus_new_for_item (network, "A", NULL);
  guint n = 0;

  count_menu (primary, &n);
  g_assert_cmpuint (n, >, 40);
  n = 0;
  count_menu (empty, &n);
  g_assert_cmpuint (n, >, 6);
  n = 0;
  count_menu (institution, &n);
  g_assert_cmpuint (n, >, 15);
}

static void
test_closed_window_is_gone (void)
{
  NetzSession *session = create_session ("A:library@0,0 B:school@100,0");
  NetzWindow *window = open_window (session);
  gpointer window_left = window;
  gpointer session_left = session;

  g_object_add_weak_pointer (G_OBJECT (window), &window_left);
  g_object_add_weak_pointer (G_OBJECT (session), &session_left);
  netz_selection_set_single (netz_session_get_selection (session), "A");
  settle ();
  g_object_unref (session);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_null (window_left);
  g_assert_null (session_left);
}

/* Answers the question that is asked now. */
static gboolean
answer (const char *response)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      GtkWindow *window = g_list_model_get_item (windows, i);

      g_object_unref (window);
      if (ADW_IS_MESSAGE_DIALOG (window))
        {
          adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), response);
          gtk_window_destroy (window);
          settle ();
          return TRUE;
        }
    }
  return FALSE;
}

/* A window with unsaved changes does not close by itself. */
static void
test_unsaved (void)
{
  g_autoptr (NetzSession) session = create_session ("A:library@0,0");
  NetzWindow *window = open_window (session);
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (session), "Rename");
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  netz_rename (draft, "A", "B");
  g_assert_true (netz_window_commit (window, draft));
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_nonnull (left);
  g_assert_true (answer ("cancel"));
  g_assert_nonnull (left);
  g_assert_true (netz_session_is_modified (session));

  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_true (answer ("discard"));
  g_assert_null (left);
}

int
main (int argc, char **argv)
{
  int result = 0;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  application = netz_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_hold (G_APPLICATION (application));

  g_test_add_func ("/window/actions", test_actions);
  g_test_add_func ("/window/enabled", test_enabled);
  g_test_add_func ("/window/commands", test_commands);
  g_test_add_func ("/window/copy-and-paste", test_copy_and_paste);
  g_test_add_func ("/window/paste-text", test_paste_text);
  g_test_add_func ("/window/files", test_files);
  g_test_add_func ("/window/dialogs", test_dialogs);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  g_test_add_func ("/window/menus", test_menus);
  g_test_add_func ("/window/closed-is-gone", test_closed_window_is_gone);
  g_test_add_func ("/window/unsaved", test_unsaved);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
