/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a journal gives back is the network as it was last. */
#include "format/netz-recovery.h"
#include "model/netz-history.h"
#include "model/netz-operations.h"

#include <glib/gstdio.h>

static const char *const nobody[] = { NULL };

static void
remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

/* Closes the journal as the end of the program would, and replays it. */
static NetzRecovered *
recover (NetzJournal *journal, const char *folder)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (NetzJournal) claimed = NULL;
  g_autoptr (GError) error = NULL;
  NetzRecovered *recovered;

  netz_journal_free (journal);
  found = netz_journal_list (folder);
  g_assert_cmpuint (found->len, ==, 1);
  claimed = netz_journal_claim (folder, ((NetzJournalFound *) found->pdata[0])->id, &error);
  g_assert_no_error (error);
  recovered = netz_recovery_replay (claimed, &error);
  g_assert_no_error (error);
  netz_journal_discard (claimed);
  return recovered;
}

static NetzNetwork *
make_network (const char **a, const char **b)
{
  NetzNetwork *network = netz_network_new ();
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Make");
  g_autofree char *first = g_strdup (netz_add_institution (draft, "Büchergarten <&>", NULL, 1, 2));
  g_autofree char *second = g_strdup (netz_add_institution (draft, "GGS\nLindenhof", NULL, 3, 4));

  g_assert_nonnull (netz_connect (draft, first, second, NULL, "idea", NULL));
  netz_history_commit (history, draft);
  *a = netz_record_get_id (NETZ_RECORD (netz_network_get_institution (network, first)));
  *b = netz_record_get_id (NETZ_RECORD (netz_network_get_institution (network, second)));
  return network;
}

static void
test_replay (void)
{
  g_autofree char *folder = g_dir_make_tmp ("netz-recovery-XXXXXX", NULL);
  const char *a, *b;
  g_autoptr (NetzNetwork) network = make_network (&a, &b);
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzSnapshot) whole = netz_network_snapshot (network), last = NULL, changed = netz_snapshot_new ();
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Change");
  NetzFileStamp stamp = { .sha256 = "0123abc" };
  g_autoptr (GBytes) base = netz_recovery_make_base (whole, "/x/Köln\n2008.netz", &stamp);
  g_autoptr (GBytes) change = NULL;
  g_autoptr (NetzRecovered) recovered = NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  NetzJournal *journal = netz_journal_new (folder, NULL);

  g_assert_true (netz_journal_start (journal, base, NULL));
  for (guint i = 0; i < netz_snapshot_get_size (whole, NETZ_TABLE_PARTNERSHIP); i++)
    {
      const char *id = netz_record_get_id (netz_snapshot_get_nth (whole, NETZ_TABLE_PARTNERSHIP, i));

      g_ptr_array_add (gone, g_strdup_printf ("%d %s", NETZ_TABLE_PARTNERSHIP, id));
    }
  g_ptr_array_add (gone, g_strdup_printf ("%d %s", NETZ_TABLE_INSTITUTION, b));
  g_ptr_array_add (gone, NULL);
  netz_delete (draft, (const char *const[]){ b, NULL });
  netz_rename (draft, a, "Renamed");
  netz_history_commit (history, draft);
  netz_snapshot_take (changed, g_object_ref (NETZ_RECORD (netz_network_get_settings (network))));
  netz_snapshot_take (changed, g_object_ref (netz_network_get (network, NETZ_TABLE_INSTITUTION, a)));
  netz_snapshot_sort (changed);
  change = netz_recovery_make_change (changed, (const char *const *) gone->pdata);
  g_assert_true (netz_journal_append (journal, NETZ_RECOVERY_CHANGE, change, NULL));

  recovered = recover (journal, folder);
  last = netz_network_snapshot (network);
  g_assert_true (netz_snapshot_equal (recovered->snapshot, last));
  g_assert_false (netz_snapshot_equal (recovered->snapshot, whole));
  g_assert_cmpstr (recovered->path, ==, "/x/Köln\n2008.netz");
  g_assert_cmpstr (recovered->stamp.sha256, ==, "0123abc");
  remove_folder (folder);
}

static void
test_never_saved (void)
{
  g_autofree char *folder = g_dir_make_tmp ("netz-recovery-XXXXXX", NULL);
  const char *a, *b;
  g_autoptr (NetzNetwork) network = make_network (&a, &b);
  g_autoptr (NetzSnapshot) whole = netz_network_snapshot (network);
  g_autoptr (GBytes) base = netz_recovery_make_base (whole, NULL, NULL);
  g_autoptr (NetzRecovered) recovered = NULL;
  NetzJournal *journal = netz_journal_new (folder, NULL);

  g_assert_true (netz_journal_start (journal, base, NULL));
  recovered = recover (journal, folder);
  g_assert_true (netz_snapshot_equal (recovered->snapshot, whole));
  g_assert_null (recovered->path);
  g_assert_cmpstr (recovered->stamp.sha256, ==, "");
  remove_folder (folder);
}

static void
test_damaged_change_is_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("netz-recovery-XXXXXX", NULL);
  g_autoptr (NetzNetwork) network = netz_network_new ();
  g_autoptr (NetzSnapshot) whole = netz_network_snapshot (network);
  g_autoptr (GBytes) base = netz_recovery_make_base (whole, NULL, NULL);
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("gone 3 x\nno end", 15);
  g_autoptr (GBytes) empty = netz_recovery_make_change (whole, nobody);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (NetzJournal) claimed = NULL;
  g_autoptr (GError) error = NULL;
  NetzJournal *journal = netz_journal_new (folder, NULL);

  g_assert_true (netz_journal_start (journal, base, NULL));
  g_assert_true (netz_journal_append (journal, NETZ_RECOVERY_CHANGE, empty, NULL));
  g_assert_true (netz_journal_append (journal, NETZ_RECOVERY_CHANGE, nonsense, NULL));
  netz_journal_free (journal);
  found = netz_journal_list (folder);
  claimed = netz_journal_claim (folder, ((NetzJournalFound *) found->pdata[0])->id, NULL);
  g_assert_null (netz_recovery_replay (claimed, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_TRUNCATED);
  netz_journal_discard (claimed);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery/replay", test_replay);
  g_test_add_func ("/recovery/never-saved", test_never_saved);
  g_test_add_func ("/recovery/damaged", test_damaged_change_is_refused);
  return g_test_run ();
}
