/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A user who does anything in any order: every operation, undo and redo, with
 * what must always hold looked at on the way: undo all gives the first bytes,
 * redo all the last, what is saved and loaded is the same network, and the
 * partnerships of each institution are those that a look at all of them finds.
 */
#include "format/netz-reader.h"
#include "format/netz-writer.h"
#include "model/netz-history.h"
#include "model/netz-operations.h"

#define STEPS 100000
#define LOOK_EVERY 2500 /* steps between two looks at everything */
#define ROOM 60         /* institutions above which more is deleted than added */

typedef struct
{
  GRand *rand;
  NetzNetwork *network;
  NetzHistory *history;
  NetzSnapshot *clip;
  guint done[32]; /* how often each kind of step changed something */
} Walk;

static GBytes *
write_network (NetzNetwork *network)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);

  return netz_writer_write (snapshot);
}

static const char *
pick (Walk *walk, NetzTable table)
{
  g_autoptr (GPtrArray) list = netz_network_list (walk->network, table);

  return list->len > 0 ? netz_record_get_id (list->pdata[g_rand_int_range (walk->rand, 0, (gint32) list->len)]) : NULL;
}

/* Ids of up to five records of any of the four tables on the canvas, and now and then one that is not there. */
static GPtrArray *
pick_many (Walk *walk)
{
  static const NetzTable tables[] = { NETZ_TABLE_INSTITUTION, NETZ_TABLE_INSTITUTION, NETZ_TABLE_PARTNERSHIP,
                                      NETZ_TABLE_FRAME, NETZ_TABLE_NOTE };
  GPtrArray *ids = g_ptr_array_new ();

  for (int n = g_rand_int_range (walk->rand, 1, 6); n > 0; n--)
    {
      const char *id = pick (walk, tables[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (tables))]);

      if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, (gpointer) id);
    }
  if (g_rand_int_range (walk->rand, 0, 50) == 0)
    g_ptr_array_add (ids, (gpointer) "nobody");
  g_ptr_array_add (ids, NULL);
  return ids;
}

static double
somewhere (Walk *walk)
{
  return g_rand_double_range (walk->rand, -5000, 5000);
}

static void
add_something (Walk *walk, NetzDraft *draft)
{
  g_autofree char *name = g_strdup_printf ("Name %u <ß> & “é”\n", g_rand_int (walk->rand));

  switch (g_rand_int_range (walk->rand, 0, 10))
    {
    case 0:
      netz_add_frame (draft, name, somewhere (walk), somewhere (walk), 500, 400);
      break;
    case 1:
      netz_add_note (draft, name, somewhere (walk), somewhere (walk));
      break;
    case 2:
      netz_add_kind (draft, name, "de", "school");
      break;
    case 3:
      netz_add_programme (draft, name, "de", "@school", NULL);
      break;
    case 4:
      netz_add_view (draft, name, 0, 0, 10, 10);
      break;
    case 5:
      netz_add_workshop (draft, name);
      break;
    default:
      netz_add_institution (draft, name, pick (walk, NETZ_TABLE_KIND), somewhere (walk), somewhere (walk));
    }
}

static void
connect_two (Walk *walk, NetzDraft *draft)
{
  static const char *const statuses[] = { "idea", "preparation", "established", "dormant", "ended" };
  const char *a = pick (walk, NETZ_TABLE_INSTITUTION), *b = pick (walk, NETZ_TABLE_INSTITUTION);

  if (a != NULL && b != NULL)
    netz_connect (draft, a, b, g_rand_boolean (walk->rand) ? pick (walk, NETZ_TABLE_PROGRAMME) : NULL,
                  statuses[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (statuses))], NULL);
}

static void
set_some_field (Walk *walk, NetzDraft *draft, const char *const *ids)
{
  static const char *const texts[] = { "", "1", "2008-08", "2008/09", "yes", "a, b", "idea", "#123456", "word <&>\t" };
  NetzTable table = g_rand_boolean (walk->rand) ? NETZ_TABLE_INSTITUTION : NETZ_TABLE_PARTNERSHIP;
  guint n_fields;
  const NetzField *fields = netz_table_get_fields (table, &n_fields);
  const NetzField *field = &fields[g_rand_int_range (walk->rand, 0, (gint32) n_fields)];

  /* Ends of partnerships are for netz_connect() and netz_unite(). */
  if (!g_str_equal (field->name, "from") && !g_str_equal (field->name, "to"))
    netz_set_field (draft, ids, field->name, texts[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (texts))], NULL);
}

static void
set_participants (Walk *walk, NetzDraft *draft)
{
  const char *workshop = pick (walk, NETZ_TABLE_WORKSHOP);
  const char *values[] = { "Mina Muster", "Leitung", pick (walk, NETZ_TABLE_INSTITUTION), "schools", "present" };
  g_autoptr (GPtrArray) list = netz_parts_new ();

  if (workshop == NULL)
    return;
  g_ptr_array_add (list, netz_part_new (&netz_participant_part, values));
  netz_set_list (draft, NETZ_TABLE_WORKSHOP, workshop, "participants", list);
}

static void
paste_something (Walk *walk, NetzDraft *draft)
{
  g_auto (GStrv) pasted = NULL;

  if (walk->clip != NULL && netz_network_get_size (walk->network, NETZ_TABLE_INSTITUTION) < ROOM)
    pasted = netz_paste (draft, walk->clip, somewhere (walk), somewhere (walk));
}

static void
duplicate_some (Walk *walk, NetzDraft *draft, const char *const *ids)
{
  g_auto (GStrv) copies = NULL;

  if (netz_network_get_size (walk->network, NETZ_TABLE_INSTITUTION) < ROOM)
    copies = netz_duplicate (draft, ids, 20, 20);
}

static void
remove_from_catalogue (Walk *walk, NetzDraft *draft)
{
  static const NetzTable tables[] = { NETZ_TABLE_KIND, NETZ_TABLE_PROGRAMME, NETZ_TABLE_VIEW, NETZ_TABLE_WORKSHOP };
  NetzTable table = tables[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (tables))];
  const char *id = pick (walk, table);

  if (id != NULL && netz_network_get_size (walk->network, table) > 4)
    netz_remove_record (draft, table, id, NULL);
}

static void
unite_two (Walk *walk, NetzDraft *draft)
{
  const char *a = pick (walk, NETZ_TABLE_INSTITUTION), *b = pick (walk, NETZ_TABLE_INSTITUTION);

  if (a != NULL && b != NULL)
    netz_unite (draft, a, b, NULL);
}

static void
resize_one (Walk *walk, NetzDraft *draft)
{
  const char *id = pick (walk, g_rand_boolean (walk->rand) ? NETZ_TABLE_FRAME : NETZ_TABLE_NOTE);

  if (id != NULL)
    netz_resize (draft, id, somewhere (walk), somewhere (walk), 300, 200);
}

/* One of all operations. */
static void
operate (Walk *walk, NetzDraft *draft, int which)
{
  g_autoptr (GPtrArray) many = pick_many (walk);
  const char *const *ids = (const char *const *) many->pdata;
  const char *one = pick (walk, NETZ_TABLE_INSTITUTION), *frame = pick (walk, NETZ_TABLE_FRAME);
  gboolean crowded = netz_network_get_size (walk->network, NETZ_TABLE_INSTITUTION) > ROOM;

  switch (which)
    {
    case 0:
    case 1:
      if (!crowded)
        add_something (walk, draft);
      break;
    case 2:
    case 3:
      connect_two (walk, draft);
      break;
    case 4:
      netz_move (draft, ids, g_rand_int_range (walk->rand, -3, 4), somewhere (walk));
      break;
    case 5:
      if (one != NULL)
        netz_place (draft, one, somewhere (walk), somewhere (walk));
      break;
    case 6:
      netz_rename (draft, ids[0], "New name");
      break;
    case 7:
    case 8:
      set_some_field (walk, draft, ids);
      break;
    case 9:
      netz_set_programme (draft, ids, pick (walk, NETZ_TABLE_PROGRAMME));
      break;
    case 10:
      netz_delete (draft, ids);
      break;
    case 11:
      unite_two (walk, draft);
      break;
    case 12:
      duplicate_some (walk, draft, ids);
      break;
    case 13:
      g_clear_pointer (&walk->clip, netz_snapshot_unref);
      walk->clip = netz_copy (walk->network, ids);
      break;
    case 14:
      paste_something (walk, draft);
      break;
    case 15:
      netz_align (draft, ids, g_rand_int_range (walk->rand, 0, NETZ_ALIGN_BOTTOM + 1));
      break;
    case 16:
      netz_distribute (draft, ids, g_rand_boolean (walk->rand));
      break;
    case 17:
      netz_set_pinned (draft, ids, g_rand_boolean (walk->rand));
      break;
    case 18:
      netz_put_in_frame (draft, ids, g_rand_boolean (walk->rand) ? frame : NULL);
      break;
    case 19:
      netz_settle_in_frames (draft, ids);
      break;
    case 20:
      netz_place_unplaced (draft);
      break;
    case 21:
      resize_one (walk, draft);
      break;
    case 22:
      set_participants (walk, draft);
      break;
    default:
      remove_from_catalogue (walk, draft);
    }
}

#define N_OPERATIONS 24

static void
take_step (Walk *walk)
{
  int which = g_rand_int_range (walk->rand, 0, N_OPERATIONS + 8);
  g_autoptr (NetzDraft) draft = NULL;
  g_autoptr (NetzEdit) edit = NULL;

  if (which >= N_OPERATIONS + 4)
    edit = netz_history_redo (walk->history);
  else if (which >= N_OPERATIONS)
    edit = netz_history_undo (walk->history);
  else
    {
      draft = netz_draft_new (walk->network, "Step");
      operate (walk, draft, which);
      if (g_rand_int_range (walk->rand, 0, 8) == 0)
        operate (walk, draft, g_rand_int_range (walk->rand, 0, N_OPERATIONS));
      if (g_rand_int_range (walk->rand, 0, 20) != 0) /* now and then the draft is dropped */
        walk->done[which] += netz_history_commit_joined (walk->history, draft, which == 4 ? "move" : NULL);
    }
}

static void
check_incident (NetzNetwork *network)
{
  g_autoptr (GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);
  NetzNetworkIter iter;
  NetzPartnership *partnership;
  NetzRecord *institution;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    {
      const char *ends[] = { partnership->from, partnership->to };

      for (guint i = 0; i < 2; i++)
        {
          GPtrArray *incident = netz_network_get_incident (network, ends[i]);

          g_assert_nonnull (netz_network_get_institution (network, ends[i]));
          g_assert_true (incident != NULL && g_ptr_array_find (incident, partnership, NULL));
          g_hash_table_insert (expected, (gpointer) ends[i],
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (expected, ends[i])) + 1));
        }
    }
  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    {
      GPtrArray *incident = netz_network_get_incident (network, institution->id);

      g_assert_cmpuint (incident != NULL ? incident->len : 0, ==,
                        GPOINTER_TO_UINT (g_hash_table_lookup (expected, institution->id)));
    }
}

static void
check_saved (NetzNetwork *network)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (GBytes) bytes = netz_writer_write (snapshot);
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSnapshot) read = netz_reader_read (bytes, NETZ_READ_DEFAULT, &report, &error);

  g_assert_no_error (error);
  g_assert_true (netz_snapshot_equal (snapshot, read));
}

static void
check_undo_and_redo_all (Walk *walk, GBytes *first)
{
  g_autoptr (GBytes) last = write_network (walk->network);
  g_autoptr (GBytes) undone = NULL, redone = NULL;
  NetzEdit *edit;
  guint undos = 0, redos = netz_history_get_n_redo (walk->history);

  for (; (edit = netz_history_undo (walk->history)) != NULL; undos++)
    netz_edit_unref (edit);
  undone = write_network (walk->network);
  g_assert_cmpmem (g_bytes_get_data (undone, NULL), g_bytes_get_size (undone), g_bytes_get_data (first, NULL),
                   g_bytes_get_size (first));
  for (guint i = 0; i < undos; i++)
    netz_edit_unref (netz_history_redo (walk->history));
  redone = write_network (walk->network);
  g_assert_cmpmem (g_bytes_get_data (redone, NULL), g_bytes_get_size (redone), g_bytes_get_data (last, NULL),
                   g_bytes_get_size (last));
  g_assert_cmpuint (netz_history_get_n_redo (walk->history), ==, redos);
}

static void
test_walk (void)
{
  Walk walk = { .rand = g_rand_new_with_seed (2008), .network = netz_network_new () };
  g_autoptr (GBytes) first = write_network (walk.network);

  walk.history = netz_history_new (walk.network);
  for (guint step = 1; step <= STEPS; step++)
    {
      take_step (&walk);
      if (step % LOOK_EVERY != 0)
        continue;
      check_incident (walk.network);
      check_saved (walk.network);
    }
  check_undo_and_redo_all (&walk, first);
  for (guint i = 0; i < N_OPERATIONS; i++)
    if (i != 13) /* copying changes nothing */
      g_assert_cmpuint (walk.done[i], >, 20);
  g_clear_pointer (&walk.clip, netz_snapshot_unref);
  g_object_unref (walk.history);
  g_object_unref (walk.network);
  g_rand_free (walk.rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/random", test_walk);
  return g_test_run ();
}
