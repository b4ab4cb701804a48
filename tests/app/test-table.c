/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: what cells say, which rows pass, what is changed and pasted, and one selection with the canvas. */
#include "app/netz-rows.h"
#include "app/netz-table-grid.h"
#include "model/netz-operations.h"
#include "support/netz-test-network.h"

#include <locale.h>

typedef struct
{
  NetzSession *session;
  GtkWidget *window;
  NetzTableGrid *institutions;
  NetzTableGrid *partnerships;
} Fixture;

static NetzTableGrid *
add_grid (Fixture *fixture, GtkWidget *box, NetzTable table)
{
  GtkWidget *grid = netz_table_grid_new (table);

  gtk_box_append (GTK_BOX (box), grid);
  netz_table_grid_set_session (NETZ_TABLE_GRID (grid), fixture->session);
  netz_table_grid_refresh (NETZ_TABLE_GRID (grid));
  return NETZ_TABLE_GRID (grid);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NetzNetwork) network
      = netz_test_network_new ("A:library@0,0 B:museum@9,0 C:gymnasium@0,9 A-C:p:idea B-C:q:established");
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->session = netz_session_new (snapshot);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  fixture->institutions = add_grid (fixture, box, NETZ_TABLE_INSTITUTION);
  fixture->partnerships = add_grid (fixture, box, NETZ_TABLE_PARTNERSHIP);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  netz_table_grid_set_session (fixture->institutions, NULL);
  netz_table_grid_set_session (fixture->partnerships, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
}

static NetzNetwork *
get_network (Fixture *fixture)
{
  return netz_session_get_network (fixture->session);
}

static char *
get_text (Fixture *fixture, NetzTable table, const char *id, const char *column)
{
  g_autoptr (GPtrArray) columns = netz_table_columns_new (table);

  return netz_table_column_get_text (netz_table_columns_find (columns, column), get_network (fixture),
                                     netz_network_get (get_network (fixture), table, id));
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    NetzTable table;
    const char *id, *column, *text;
  } cells[] = {
    { NETZ_TABLE_INSTITUTION, "C", "name", "C" },        { NETZ_TABLE_INSTITUTION, "C", "degree", "2" },
    { NETZ_TABLE_INSTITUTION, "C", "district", "" },     { NETZ_TABLE_PARTNERSHIP, "A-C", "from", "A" },
    { NETZ_TABLE_PARTNERSHIP, "A-C", "status", "Idea" }, { NETZ_TABLE_PARTNERSHIP, "B-C", "open-to-all", "no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text = get_text (fixture, cells[i].table, cells[i].id, cells[i].column);

      g_assert_cmpstr (text, ==, cells[i].text);
    }
}

static guint
count_shown (NetzTableGrid *grid)
{
  guint shown, all;

  netz_table_grid_get_counts (grid, &shown, &all);
  return shown;
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *column, *wanted;
    guint institutions;
  } filters[] = {
    { "degree", "2", 1 },  { "degree", "> 1", 1 }, { "degree", "<2", 2 },  { "degree", "≤ 2", 3 },
    { "degree", "≠ 1", 1 }, { "name", "b", 1 },     { "name", "=B", 1 },    { "name", "!= b", 2 },
    { "kind", "lib", 1 },  { "district", "=", 3 }, { "social-index", "> 0", 0 },
  };

  g_assert_cmpuint (count_shown (fixture->institutions), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      netz_table_grid_set_column_filter (fixture->institutions, filters[i].column, filters[i].wanted);
      if (count_shown (fixture->institutions) != filters[i].institutions)
        g_error ("%s %s: %u", filters[i].column, filters[i].wanted, count_shown (fixture->institutions));
      netz_table_grid_set_column_filter (fixture->institutions, filters[i].column, "");
    }
  g_assert_true (netz_table_grid_set_filter (fixture->partnerships, "status=idea", NULL));
  g_assert_cmpuint (count_shown (fixture->partnerships), ==, 1);
  g_assert_false (netz_table_grid_set_filter (fixture->partnerships, "no-such-field=idea", NULL));
  g_assert_cmpuint (count_shown (fixture->partnerships), ==, 1);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  static const char *const wanted[] = { "town", "nonsense", "name", "town", NULL };
  g_auto (GStrv) shown = NULL;
  g_auto (GStrv) moved = NULL;
  g_autoptr (GPtrArray) all = NULL;

  netz_table_grid_set_shown (fixture->institutions, wanted);
  shown = netz_table_grid_get_shown (fixture->institutions);
  g_assert_cmpuint (g_strv_length (shown), ==, 2);
  g_assert_cmpstr (shown[0], ==, "town");
  g_assert_cmpstr (shown[1], ==, "name");
  netz_table_grid_move_column (fixture->institutions, "name", -1);
  all = netz_table_grid_get_columns (fixture->institutions);
  g_assert_cmpstr (((NetzTableColumn *) all->pdata[0])->name, ==, "name");
  netz_table_grid_show_column (fixture->institutions, "town", FALSE);
  netz_table_grid_show_column (fixture->institutions, "name", FALSE); /* the last one stays */
  moved = netz_table_grid_get_shown (fixture->institutions);
  g_assert_cmpuint (g_strv_length (moved), ==, 1);
  g_assert_cmpstr (moved[0], ==, "name");
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  NetzSelection *selection = netz_session_get_selection (fixture->session);
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  static const char *const columns[] = { "name", "degree", NULL };

  netz_table_grid_set_shown (fixture->institutions, columns);
  netz_selection_set (selection, (const char *const[]){ "A", "C", "A-C", NULL });
  netz_table_grid_refresh (fixture->institutions);
  text = netz_table_grid_get_selected_text (fixture->institutions, FALSE);
  g_assert_cmpstr (text, ==, "Name\tPartnerships\nA\t1\nC\t2\n");
  html = netz_table_grid_get_selected_text (fixture->institutions, TRUE);
  g_assert_nonnull (strstr (html, "<tr><td>C</td><td>2</td></tr>"));
}

static void
test_paste_by_headings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  NetzHistory *history = netz_session_get_history (fixture->session);
  NetzInstitution *added;

  netz_table_grid_paste (fixture->institutions,
                         "Name\tDistrict\tSocial index\r\nB\t\"Köln \"\"Süd\"\"\"\t\r\nNew one\tKalk\t7\r\n", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (netz_network_get_institution (get_network (fixture), "B")->district, ==, "Köln \"Süd\"");
  g_assert_cmpuint (netz_network_get_size (get_network (fixture), NETZ_TABLE_INSTITUTION), ==, 4);
  g_assert_cmpuint (netz_history_get_n_undo (history), ==, 1);
  netz_table_grid_refresh (fixture->institutions);
  netz_table_grid_set_column_filter (fixture->institutions, "district", "kalk");
  g_assert_cmpuint (count_shown (fixture->institutions), ==, 1);

  netz_table_grid_paste (fixture->partnerships, "From\tTo\tStatus\nNew one\tA\tEstablished\nA\tC\tEnded\n", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (netz_network_get_size (get_network (fixture), NETZ_TABLE_PARTNERSHIP), ==, 3);
  g_assert_cmpstr (netz_network_get_partnership (get_network (fixture), "A-C")->status, ==, "ended");
  netz_session_undo (fixture->session);
  netz_session_undo (fixture->session);
  g_assert_cmpuint (netz_network_get_size (get_network (fixture), NETZ_TABLE_INSTITUTION), ==, 3);
  added = netz_network_get_institution (get_network (fixture), "B");
  g_assert_null (added->district);
}

static void
test_paste_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const pasted[] = {
    "Name\tSocial index\nB\tmany\n",       /* no number */
    "Name\tKind\nB\tno such kind\n",       /* no kind */
    "District\nKalk\n",                     /* whose? */
    "one\ttwo\n",                           /* no headings, no cursor */
  };

  for (guint i = 0; i < G_N_ELEMENTS (pasted); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (netz_table_grid_paste (fixture->institutions, pasted[i], &error));
      g_assert_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, "Nothing was pasted. Line "));
    }
  g_assert_false (netz_history_can_undo (netz_session_get_history (fixture->session)));
}

static void
count_changes (guint *n)
{
  ++*n;
}

/* Rows stay the same objects, and tell when what they say of others is another. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NetzRows) rows = netz_rows_new (NETZ_TABLE_INSTITUTION);
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (fixture), "Connect");
  guint n_changes = 0;
  NetzRow *row;

  netz_rows_update (rows, get_network (fixture));
  row = netz_rows_find (rows, "A");
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_changes), &n_changes);
  g_assert_nonnull (netz_connect (draft, "A", "B", NULL, NULL, NULL));
  netz_session_commit (fixture->session, draft);
  netz_rows_update (rows, get_network (fixture));
  g_assert_true (netz_rows_find (rows, "A") == row);
  g_assert_cmpuint (n_changes, ==, 1);
  netz_rows_update (rows, get_network (fixture));
  g_assert_cmpuint (n_changes, ==, 1);
}

/* Ä stands with A, not behind Z. */
static void
test_german_order (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "name", NULL };
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (fixture), "Rename");
  g_autofree char *text = NULL;

  if (setlocale (LC_COLLATE, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("There is no German locale here.");
      return;
    }
  netz_rename (draft, "A", "Zoo");
  netz_rename (draft, "B", "Ährenschule");
  netz_rename (draft, "C", "Bühne");
  netz_session_commit (fixture->session, draft);
  netz_table_grid_set_shown (fixture->institutions, columns);
  netz_table_grid_refresh (fixture->institutions);
  netz_selection_set (netz_session_get_selection (fixture->session), (const char *const[]){ "A", "B", "C", NULL });
  netz_table_grid_refresh (fixture->institutions);
  text = netz_table_grid_get_selected_text (fixture->institutions, FALSE);
  g_assert_cmpstr (text, ==, "Name\nÄhrenschule\nBühne\nZoo\n");
  setlocale (LC_COLLATE, "C.UTF-8");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/table/cells", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/table/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/table/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/table/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/table/paste-by-headings", Fixture, NULL, set_up, test_paste_by_headings, tear_down);
  g_test_add ("/table/paste-refused", Fixture, NULL, set_up, test_paste_refused, tear_down);
  g_test_add ("/table/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/table/german-order", Fixture, NULL, set_up, test_german_order, tear_down);
  return g_test_run ();
}
