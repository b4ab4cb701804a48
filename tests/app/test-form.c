/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of forms: what is entered reaches the records of all that are shown, and what is wrong is said at the row. */
#include "app/netz-field-row.h"
#include "app/netz-form.h"
#include "app/netz-inspector.h"
#include "app/netz-session.h"
#include "model/netz-operations.h"
#include "support/netz-test-network.h"

typedef struct
{
  NetzSession *session;
  GtkWidget *window;
  GtkWidget *form;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:museum A-B:p:idea");
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);

  fixture->session = netz_session_new (snapshot);
  fixture->window = gtk_window_new ();
  fixture->form = netz_form_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->form);
  netz_form_set_session (NETZ_FORM (fixture->form), fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
}

/* The row that edits the field with this label. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static NetzInstitution *
get (Fixture *fixture, const char *id)
{
  return netz_network_get_institution (netz_session_get_network (fixture->session), id);
}

static void
enter (Fixture *fixture, const char *title, const char *text)
{
  GtkWidget *row = find_row (fixture->form, title);

  g_assert_true (ADW_IS_ENTRY_ROW (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

static void
test_one (Fixture *fixture, gconstpointer data)
{
  netz_form_show (NETZ_FORM (fixture->form), NETZ_TABLE_INSTITUTION, (const char *const[]){ "A", NULL });
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture->form, "Name"))), ==, "A");
  enter (fixture, "Street", "Weg 1");
  g_assert_cmpstr (get (fixture, "A")->street, ==, "Weg 1");
  g_assert_null (get (fixture, "B")->street);
  netz_session_undo (fixture->session);
  g_assert_null (get (fixture, "A")->street);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture->form, "Street"))), ==, "");
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  netz_form_show (NETZ_FORM (fixture->form), NETZ_TABLE_INSTITUTION, (const char *const[]){ "A", "B", NULL });
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find_row (fixture->form, "Name"))), ==,
                   "Name (several values)");
  enter (fixture, "District", "Porz");
  g_assert_cmpstr (get (fixture, "A")->district, ==, "Porz");
  g_assert_cmpstr (get (fixture, "B")->district, ==, "Porz");
  g_assert_cmpstr (get (fixture, "A")->name, ==, "A");
  netz_session_undo (fixture->session);
  g_assert_null (get (fixture, "B")->district);
}

static void
test_wrong_value (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  netz_form_show (NETZ_FORM (fixture->form), NETZ_TABLE_INSTITUTION, (const char *const[]){ "A", NULL });
  enter (fixture, "Pupils", "many");
  row = find_row (fixture->form, "Pupils");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_false (netz_session_is_modified (fixture->session));
  enter (fixture, "Pupils", "120");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpfloat (get (fixture, "A")->pupils, ==, 120);
}

static void
test_typing_survives_other_changes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  netz_form_show (NETZ_FORM (fixture->form), NETZ_TABLE_INSTITUTION, (const char *const[]){ "A", NULL });
  row = find_row (fixture->form, "Street");
  gtk_editable_set_text (GTK_EDITABLE (row), "half a str");
  enter (fixture, "Town", "Köln");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "half a str");
  netz_form_show (NETZ_FORM (fixture->form), NETZ_TABLE_INSTITUTION, (const char *const[]){ "B", NULL });
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  g_assert_null (get (fixture, "B")->street);
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  NetzPartnership *partnership;

  netz_form_show (NETZ_FORM (fixture->form), NETZ_TABLE_PARTNERSHIP, (const char *const[]){ "A-B", NULL });
  row = find_row (fixture->form, "Status");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3);
  partnership = netz_network_get_partnership (netz_session_get_network (fixture->session), "A-B");
  g_assert_cmpstr (partnership->status, ==, "established");
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *adder;

  netz_form_show (NETZ_FORM (fixture->form), NETZ_TABLE_INSTITUTION, (const char *const[]){ "A", NULL });
  adder = find_row (fixture->form, "Add: Contact");
  g_assert_nonnull (adder);
  g_signal_emit_by_name (adder, "activated");
  g_assert_cmpuint (get (fixture, "A")->contacts->len, ==, 1);
  enter (fixture, "Person", "Mina Muster");
  g_assert_cmpstr (netz_part_get (get (fixture, "A")->contacts->pdata[0], "person"), ==, "Mina Muster");
}

static void
test_every_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (fixture->session), "Add");

  netz_add_frame (draft, "Frame", 0, 0, 10, 10);
  netz_add_note (draft, "Note", 0, 0);
  netz_add_view (draft, "View", 0, 0, 10, 10);
  netz_add_workshop (draft, "Workshop");
  netz_add_paper (draft, "Paper");
  netz_session_commit (fixture->session, draft);
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      g_autoptr (GPtrArray) records = netz_network_list (netz_session_get_network (fixture->session), table);
      const char *ids[] = { netz_record_get_id (records->pdata[0]), NULL };

      netz_form_show (NETZ_FORM (fixture->form), table, ids);
      g_assert_nonnull (gtk_widget_get_first_child (gtk_widget_get_first_child (fixture->form)));
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/form/one", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add ("/form/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/form/wrong-value", Fixture, NULL, set_up, test_wrong_value, tear_down);
  g_test_add ("/form/typing", Fixture, NULL, set_up, test_typing_survives_other_changes, tear_down);
  g_test_add ("/form/choice", Fixture, NULL, set_up, test_choice, tear_down);
  g_test_add ("/form/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/form/every-table", Fixture, NULL, set_up, test_every_table, tear_down);
  return g_test_run ();
}
