/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-recovery.h"
#include "format/netz-reader.h"
#include "format/netz-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A payload is a head of lines, an empty line, and a network as in a file. The
 * head of a base has "path" and "sha256", that of a change "gone TABLE ID" for
 * each record that went. Values are escaped as in C, so a line stays one.
 */

typedef struct
{
  GHashTable *tables[NETZ_N_TABLES]; /* id -> record */
  NetzRecovered *recovered;
} Replay;

static GBytes *
join (GString *head, const NetzSnapshot *snapshot)
{
  g_autoptr (GBytes) body = netz_writer_write (snapshot);
  gsize size;
  const char *data = g_bytes_get_data (body, &size);

  g_string_append_c (head, '\n');
  g_string_append_len (head, data, (gssize) size);
  return g_string_free_to_bytes (head);
}

/**
 * netz_recovery_make_base:
 * @snapshot: the whole network
 * @path: (nullable) (type filename): the file that it belongs to
 * @stamp: (nullable): what that file was when it was read or written last
 *
 * O(n). May be called from any thread.
 *
 * Returns: (transfer full): the payload for netz_journal_start()
 */
GBytes *
netz_recovery_make_base (const NetzSnapshot *snapshot, const char *path, const NetzFileStamp *stamp)
{
  GString *head = g_string_new (NULL);
  g_autofree char *escaped = path != NULL ? g_strescape (path, NULL) : NULL;

  if (path != NULL)
    g_string_append_printf (head, "path %s\n", escaped);
  if (stamp != NULL)
    g_string_append_printf (head, "sha256 %s\n", stamp->sha256);
  return join (head, snapshot);
}

/**
 * netz_recovery_make_change:
 * @changed: records that are new or other than before, and the settings
 * @gone: (array zero-terminated=1): what went, each as "TABLE ID" with the table's number
 *
 * O(size of the change). May be called from any thread.
 *
 * Returns: (transfer full): the payload for netz_journal_append()
 */
GBytes *
netz_recovery_make_change (const NetzSnapshot *changed, const char *const *gone)
{
  GString *head = g_string_new (NULL);

  for (guint i = 0; gone[i] != NULL; i++)
    {
      g_autofree char *escaped = g_strescape (gone[i], NULL);

      g_string_append_printf (head, "gone %s\n", escaped);
    }
  return join (head, changed);
}

static void
remove_gone (Replay *replay, const char *value)
{
  char *id;
  guint64 table = g_ascii_strtoull (value, &id, 10);

  if (table < NETZ_N_TABLES && *id == ' ')
    g_hash_table_remove (replay->tables[table], id + 1);
}

static void
take_line (Replay *replay, const char *line)
{
  const char *space = strchr (line, ' ');
  g_autofree char *value = space != NULL ? g_strcompress (space + 1) : NULL;

  if (value == NULL)
    return;
  if (g_str_has_prefix (line, "gone "))
    remove_gone (replay, value);
  else if (g_str_has_prefix (line, "path "))
    replay->recovered->path = g_strdup (value);
  else if (g_str_has_prefix (line, "sha256 "))
    g_strlcpy (replay->recovered->stamp.sha256, value, sizeof replay->recovered->stamp.sha256);
}

static void
take_records (Replay *replay, NetzSnapshot *snapshot)
{
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    for (guint i = 0; i < netz_snapshot_get_size (snapshot, table); i++)
      {
        NetzRecord *record = netz_snapshot_get_nth (snapshot, table, i);

        g_hash_table_insert (replay->tables[table], g_strdup (netz_record_get_id (record)), g_object_ref (record));
      }
}

static gboolean
on_record (guint32 kind, GBytes *payload, gpointer user_data, GError **error)
{
  Replay *replay = user_data;
  gsize size;
  const char *data = g_bytes_get_data (payload, &size);
  const char *end = data + size, *line = data;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (NetzSnapshot) snapshot = NULL;

  while (line < end && *line != '\n')
    {
      const char *next = memchr (line, '\n', (gsize) (end - line));
      g_autofree char *text = NULL;

      if (next == NULL)
        break;
      text = g_strndup (line, (gsize) (next - line));
      take_line (replay, text);
      line = next + 1;
    }
  if (line >= end || *line != '\n')
    {
      g_set_error_literal (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_TRUNCATED,
                           _ ("What was kept of the unsaved work is not whole."));
      return FALSE;
    }
  body = g_bytes_new_from_bytes (payload, (gsize) (line + 1 - data), (gsize) (end - line - 1));
  snapshot = netz_reader_read (body, NETZ_READ_DEFAULT, NULL, error);
  if (snapshot != NULL)
    take_records (replay, snapshot);
  return snapshot != NULL;
}

static NetzSnapshot *
make_snapshot (Replay *replay)
{
  NetzSnapshot *snapshot = netz_snapshot_new ();

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      GHashTableIter iter;
      gpointer record;

      g_hash_table_iter_init (&iter, replay->tables[table]);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        netz_snapshot_take (snapshot, g_object_ref (record));
    }
  netz_snapshot_sort (snapshot);
  return snapshot;
}

/**
 * netz_recovery_replay:
 * @journal: a journal that was claimed
 * @error: return location
 *
 * O(bytes of the journal).
 *
 * Returns: (transfer full): the network as it was last, or %NULL with an error
 */
NetzRecovered *
netz_recovery_replay (NetzJournal *journal, GError **error)
{
  g_autoptr (NetzRecovered) recovered = g_new0 (NetzRecovered, 1);
  Replay replay = { .recovered = recovered };
  gboolean whole;

  for (guint i = 0; i < NETZ_N_TABLES; i++)
    replay.tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  whole = netz_journal_replay (journal, on_record, &replay, error);
  if (whole)
    recovered->snapshot = make_snapshot (&replay);
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    g_hash_table_unref (replay.tables[i]);
  return whole ? g_steal_pointer (&recovered) : NULL;
}

/**
 * netz_recovered_free:
 * @self: (transfer full): what was recovered
 */
void
netz_recovered_free (NetzRecovered *self)
{
  g_clear_pointer (&self->snapshot, netz_snapshot_unref);
  g_free (self->path);
  g_free (self);
}
