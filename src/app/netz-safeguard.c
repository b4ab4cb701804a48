/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-safeguard.h"
#include "app/netz-session-private.h"
#include "format/netz-recovery.h"

#define DELAY 1000     /* ms between an edit and its way to the disk */
#define GROWTH 4       /* a journal so many times as long as its base is begun anew */
#define SMALL 65536    /* bytes that a journal may always have */

struct _NetzSafeguard
{
  GObject parent_instance;

  NetzSession *session;                /* not owned: the session's owner ends the safeguard */
  GHashTable *touched[NETZ_N_TABLES];  /* ids of records changed since the last write */
  guint timer;
  gboolean busy;                       /* a write is under way */
  gboolean in_trouble;                 /* the last write failed: the next one begins anew */

  GMutex lock;                         /* for what follows, which the worker uses */
  NetzJournal *journal;
  gsize base_size;
};

G_DEFINE_FINAL_TYPE (NetzSafeguard, netz_safeguard, G_TYPE_OBJECT)

enum
{
  SIGNAL_TROUBLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What one write needs, whether it comes to a change or to a new base. */
typedef struct
{
  NetzSnapshot *whole;   /* NULL where only the change is to be written */
  NetzSnapshot *changed;
  GPtrArray *gone;       /* "TABLE ID" */
  char *path;
  NetzFileStamp stamp;
  gboolean has_stamp;
} Job;

static void
free_job (Job *job)
{
  g_clear_pointer (&job->whole, netz_snapshot_unref);
  g_clear_pointer (&job->changed, netz_snapshot_unref);
  g_ptr_array_unref (job->gone);
  g_free (job->path);
  g_free (job);
}

static gboolean
write_base (NetzSafeguard *self, Job *job, GError **error)
{
  g_autoptr (GBytes) base
      = netz_recovery_make_base (job->whole, job->path, job->has_stamp ? &job->stamp : NULL);

  if (self->journal == NULL)
    {
      g_autofree char *folder = netz_journal_get_default_folder ();

      self->journal = netz_journal_new (folder, error);
    }
  if (self->journal == NULL || !netz_journal_start (self->journal, base, error))
    return FALSE;
  self->base_size = g_bytes_get_size (base);
  return TRUE;
}

static gboolean
write_change (NetzSafeguard *self, Job *job, GError **error)
{
  g_autoptr (GBytes) change
      = netz_recovery_make_change (job->changed, (const char *const *) job->gone->pdata);

  return netz_journal_append (self->journal, NETZ_RECOVERY_CHANGE, change, error)
         && netz_journal_sync (self->journal, error);
}

static void
run_write (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NetzSafeguard *self = source;
  Job *job = data;
  GError *error = NULL;
  gboolean done;

  g_mutex_lock (&self->lock);
  done = job->whole != NULL ? write_base (self, job, &error) : write_change (self, job, &error);
  g_mutex_unlock (&self->lock);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
needs_base (NetzSafeguard *self)
{
  gboolean needed;

  g_mutex_lock (&self->lock);
  needed = self->journal == NULL || netz_journal_needs_start (self->journal)
           || netz_journal_get_size (self->journal) > GROWTH * self->base_size + SMALL;
  g_mutex_unlock (&self->lock);
  return needed;
}

static void
collect_change (NetzSafeguard *self, Job *job)
{
  NetzNetwork *network = self->session->network;

  job->changed = netz_snapshot_new ();
  netz_snapshot_take (job->changed, g_object_ref (NETZ_RECORD (netz_network_get_settings (network))));
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      GHashTableIter iter;
      const char *id;

      g_hash_table_iter_init (&iter, self->touched[table]);
      while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
        {
          NetzRecord *record = netz_network_get (network, table, id);

          if (record == NULL)
            g_ptr_array_add (job->gone, g_strdup_printf ("%u %s", table, id));
          else if (table != NETZ_TABLE_SETTINGS)
            netz_snapshot_take (job->changed, g_object_ref (record));
        }
    }
  netz_snapshot_sort (job->changed);
}

static Job *
make_job (NetzSafeguard *self)
{
  Job *job = g_new0 (Job, 1);

  job->gone = g_ptr_array_new_with_free_func (g_free);
  job->path = g_strdup (self->session->path);
  job->stamp = self->session->stamp;
  job->has_stamp = self->session->has_stamp;
  if (self->in_trouble || needs_base (self))
    job->whole = netz_network_snapshot (self->session->network);
  else
    collect_change (self, job);
  g_ptr_array_add (job->gone, NULL);
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    g_hash_table_remove_all (self->touched[i]);
  return job;
}

static gboolean
has_touched (NetzSafeguard *self)
{
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    if (g_hash_table_size (self->touched[i]) > 0)
      return TRUE;
  return FALSE;
}

static void queue_write (NetzSafeguard *self);

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  NetzSafeguard *self = NETZ_SAFEGUARD (source);
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      self->in_trouble = FALSE;
      if (has_touched (self))
        queue_write (self);
      return;
    }
  /* The next edit tries again, from a new base. */
  if (!self->in_trouble && self->session != NULL)
    g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, error->message);
  self->in_trouble = TRUE;
}

static gboolean
on_timer (gpointer data)
{
  NetzSafeguard *self = data;
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  if (self->busy || self->session == NULL || !netz_session_is_modified (self->session))
    return G_SOURCE_REMOVE;
  self->busy = TRUE;
  task = g_task_new (self, NULL, on_written, NULL);
  g_task_set_task_data (task, make_job (self), (GDestroyNotify) free_job);
  g_task_run_in_thread (task, run_write);
  return G_SOURCE_REMOVE;
}

static void
queue_write (NetzSafeguard *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (DELAY, on_timer, self);
}

static void
on_changed (NetzSafeguard *self, NetzEdit *edit)
{
  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (edit, i);

      g_hash_table_add (self->touched[change->table], g_strdup (change->id));
    }
  queue_write (self);
}

/* Waits for a write that is under way, which is a moment. */
static void
discard (NetzSafeguard *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_mutex_lock (&self->lock);
  if (self->journal != NULL)
    netz_journal_discard (self->journal);
  g_clear_pointer (&self->journal, netz_journal_free);
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    g_hash_table_remove_all (self->touched[i]);
}

static void
on_modified (NetzSafeguard *self)
{
  if (!netz_session_is_modified (self->session))
    discard (self);
  else
    queue_write (self);
}

static void
netz_safeguard_finalize (GObject *object)
{
  NetzSafeguard *self = NETZ_SAFEGUARD (object);

  g_clear_pointer (&self->journal, netz_journal_free);
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    g_clear_pointer (&self->touched[i], g_hash_table_unref);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (netz_safeguard_parent_class)->finalize (object);
}

static void
netz_safeguard_class_init (NetzSafeguardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = netz_safeguard_finalize;
  signals[SIGNAL_TROUBLE] = g_signal_new ("trouble", NETZ_TYPE_SAFEGUARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
netz_safeguard_init (NetzSafeguard *self)
{
  g_mutex_init (&self->lock);
  for (guint i = 0; i < NETZ_N_TABLES; i++)
    self->touched[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * netz_safeguard_new:
 * @session: what to protect
 * @journal: (nullable) (transfer full): the journal that the session was recovered from, which it takes over
 *
 * Protects @session until netz_safeguard_end().
 *
 * Returns: (transfer full): the safeguard
 */
NetzSafeguard *
netz_safeguard_new (NetzSession *session, NetzJournal *journal)
{
  NetzSafeguard *self = g_object_new (NETZ_TYPE_SAFEGUARD, NULL);

  self->session = session;
  self->journal = journal;
  g_signal_connect_object (session->network, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::modified", G_CALLBACK (on_modified), self, G_CONNECT_SWAPPED);
  if (netz_session_is_modified (session))
    queue_write (self);
  return self;
}

/**
 * netz_safeguard_end:
 * @self: a safeguard
 *
 * The user has saved the session or thrown it away: the journal goes.
 */
void
netz_safeguard_end (NetzSafeguard *self)
{
  if (self->session == NULL)
    return;
  discard (self);
  g_signal_handlers_disconnect_by_data (self->session->network, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  self->session = NULL;
}
