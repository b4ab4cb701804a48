/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history as a table of steps: what is done, and what the network is then. */
#include "model/netz-difference.h"
#include "model/netz-history.h"
#include "model/netz-operations.h"
#include "support/netz-test-network.h"

#define IDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

typedef enum
{
  DELETE_A,
  DELETE_B,
  MOVE_A,
  NUDGE_A,
  NOTHING,
  UNDO,
  REDO,
  SAVE,
} Step;

typedef struct
{
  Step step;
  const char *network;
  gboolean modified;
  guint n_undo;
  guint n_redo;
} Row;

static void
commit (NetzHistory *history, Step step)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_history_get_network (history), "Step");

  if (step == DELETE_A)
    netz_delete (draft, IDS ("A"));
  else if (step == DELETE_B)
    netz_delete (draft, IDS ("B"));
  else if (step == MOVE_A || step == NUDGE_A)
    netz_move (draft, IDS ("A"), 1, 0);
  else
    netz_move (draft, IDS ("A"), 0, 0);
  g_assert_cmpint (netz_history_commit_joined (history, draft, step == NUDGE_A ? "nudge" : NULL), ==, step != NOTHING);
}

static void
run (NetzHistory *history, const Row *row)
{
  g_autoptr (NetzEdit) edit = NULL;

  switch (row->step)
    {
    case UNDO:
      edit = netz_history_undo (history);
      break;
    case REDO:
      edit = netz_history_redo (history);
      break;
    case SAVE:
      netz_history_mark_saved (history);
      break;
    default:
      commit (history, row->step);
    }
  netz_assert_network (netz_history_get_network (history), row->network);
  g_assert_cmpint (netz_history_is_modified (history), ==, row->modified);
  g_assert_cmpuint (netz_history_get_n_undo (history), ==, row->n_undo);
  g_assert_cmpuint (netz_history_get_n_redo (history), ==, row->n_redo);
}

static void
test_steps (void)
{
  static const Row rows[] = {
    { UNDO, "A:k@0,0 B:k A-B:p", FALSE, 0, 0 },
    { REDO, "A:k@0,0 B:k A-B:p", FALSE, 0, 0 },
    { NOTHING, "A:k@0,0 B:k A-B:p", FALSE, 0, 0 },
    { MOVE_A, "A:k@1,0 B:k A-B:p", TRUE, 1, 0 },
    { DELETE_A, "B:k", TRUE, 2, 0 },
    { UNDO, "A:k@1,0 B:k A-B:p", TRUE, 1, 1 },
    { SAVE, "A:k@1,0 B:k A-B:p", FALSE, 1, 1 },
    { UNDO, "A:k@0,0 B:k A-B:p", TRUE, 0, 2 },
    { REDO, "A:k@1,0 B:k A-B:p", FALSE, 1, 1 },
    { REDO, "B:k", TRUE, 2, 0 },
    { UNDO, "A:k@1,0 B:k A-B:p", FALSE, 1, 1 },
    { NUDGE_A, "A:k@2,0 B:k A-B:p", TRUE, 2, 0 },
    { NUDGE_A, "A:k@3,0 B:k A-B:p", TRUE, 2, 0 },
    { UNDO, "A:k@1,0 B:k A-B:p", FALSE, 1, 1 },
    { UNDO, "A:k@0,0 B:k A-B:p", TRUE, 0, 2 },
    { DELETE_B, "A:k@0,0", TRUE, 1, 0 },
    { UNDO, "A:k@0,0 B:k A-B:p", TRUE, 0, 1 },
  };
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:k@0,0 B:k A-B:p");
  g_autoptr (NetzHistory) history = netz_history_new (network);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    run (history, &rows[i]);
}

static void
test_saved_step_is_not_joined (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:k@0,0");
  g_autoptr (NetzHistory) history = netz_history_new (network);

  commit (history, NUDGE_A);
  netz_history_mark_saved (history);
  commit (history, NUDGE_A);
  g_assert_cmpuint (netz_history_get_n_undo (history), ==, 2);
  g_assert_true (netz_history_is_modified (history));
}

static void
test_lost_branch_is_modified (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:k@0,0");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzEdit) undone = NULL;

  commit (history, MOVE_A);
  netz_history_mark_saved (history);
  undone = netz_history_undo (history);
  commit (history, DELETE_A);
  g_assert_true (netz_history_is_modified (history));
}

static void
on_changed (NetzNetwork *network, NetzEdit *edit, guint *count)
{
  *count += netz_edit_get_size (edit);
}

static void
test_one_signal_carries_the_edit (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:k@0,0 B:k A-B:p");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  guint count = 0;

  g_signal_connect (network, "changed", G_CALLBACK (on_changed), &count);
  commit (history, DELETE_A);
  g_assert_cmpuint (count, ==, 2);
}

static void
test_dropped_draft_is_nothing (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:k@0,0");
  guint64 revision = netz_network_get_revision (network);
  NetzDraft *draft = netz_draft_new (network, "Dropped");

  netz_add_institution (draft, "B", NULL, 0, 0);
  netz_delete (draft, IDS ("A"));
  netz_draft_free (draft);
  netz_assert_network (network, "A:k@0,0");
  g_assert_cmpuint (netz_network_get_revision (network), ==, revision);
}

static void
test_difference_is_the_edit (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:k@0,0 B:k A-B:p C:k");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzSnapshot) before = netz_network_snapshot (network);
  g_autoptr (NetzSnapshot) after = NULL, end = NULL;
  g_autoptr (NetzEdit) edit = NULL, back = NULL;

  commit (history, MOVE_A);
  commit (history, DELETE_B);
  after = netz_network_snapshot (network);
  edit = netz_difference (before, after, "Difference");
  g_assert_cmpuint (netz_edit_get_size (edit), ==, 3);
  back = netz_difference (after, before, "Back");
  netz_network_apply (network, back);
  end = netz_network_snapshot (network);
  g_assert_true (netz_snapshot_equal (end, before));
  g_assert_false (netz_snapshot_equal (end, after));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/steps", test_steps);
  g_test_add_func ("/history/saved-step-is-not-joined", test_saved_step_is_not_joined);
  g_test_add_func ("/history/lost-branch", test_lost_branch_is_modified);
  g_test_add_func ("/history/signal", test_one_signal_carries_the_edit);
  g_test_add_func ("/history/dropped-draft", test_dropped_draft_is_nothing);
  g_test_add_func ("/difference/is-the-edit", test_difference_is_the_edit);
  return g_test_run ();
}
