/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-layout"

#include "layout/netz-layout-job.h"

/* Work shared among threads. It lives on the stack of the thread that asked, which waits for all to be done with it. */
typedef struct
{
  NetzLayoutWork work;
  gpointer data;
  guint n;
  guint piece;
  int next;       /* piece to be taken, atomic */
  GMutex lock;
  GCond changed;
  guint n_helpers; /* that have not finished yet, behind the lock */
} Sharing;

static void
take_pieces (Sharing *sharing)
{
  guint n_pieces = (sharing->n + sharing->piece - 1) / sharing->piece;

  for (;;)
    {
      guint i = (guint) g_atomic_int_add (&sharing->next, 1);

      if (i >= n_pieces)
        return;
      sharing->work (i * sharing->piece, MIN (sharing->n, (i + 1) * sharing->piece), sharing->data);
    }
}

static void
on_help (gpointer data, gpointer unused)
{
  Sharing *sharing = data;

  take_pieces (sharing);
  g_mutex_lock (&sharing->lock);
  if (--sharing->n_helpers == 0)
    g_cond_signal (&sharing->changed);
  g_mutex_unlock (&sharing->lock);
}

/* One for the whole process; its threads end by themselves when there is nothing to do. */
static GThreadPool *
get_helpers (void)
{
  static gsize pool = 0;

  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, (gsize) g_thread_pool_new (on_help, NULL, (int) g_get_num_processors (), FALSE, NULL));
  return (GThreadPool *) pool;
}

/**
 * netz_layout_job_is_cancelled:
 * @self: a job
 *
 * Returns: whether there is no use in going on
 */
gboolean
netz_layout_job_is_cancelled (const NetzLayoutJob *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/**
 * netz_layout_job_report:
 * @self: a job
 * @fraction: how much of its part is done, 0 to 1
 */
void
netz_layout_job_report (const NetzLayoutJob *self, double fraction)
{
  if (self->progress != NULL)
    self->progress (self->from + CLAMP (fraction, 0, 1) * (self->to - self->from), self->progress_data);
}

/**
 * netz_layout_job_part:
 * @self: a job
 * @from: how much of @self is done when the part begins, 0 to 1
 * @to: and when it ends
 *
 * Returns: the same job, whose progress is a part of that of @self
 */
NetzLayoutJob
netz_layout_job_part (const NetzLayoutJob *self, double from, double to)
{
  NetzLayoutJob part = *self;

  part.from = self->from + from * (self->to - self->from);
  part.to = self->from + to * (self->to - self->from);
  return part;
}

/**
 * netz_layout_job_share:
 * @self: a job
 * @n: how many things there are to do
 * @piece: how many of them are done at a time
 * @work: does some of them; called from several threads at once
 * @data: for @work
 *
 * Does them all, by as many threads as there may be.
 */
void
netz_layout_job_share (const NetzLayoutJob *self, guint n, guint piece, NetzLayoutWork work, gpointer data)
{
  guint n_pieces = (n + piece - 1) / piece;
  Sharing sharing = { work, data, n, piece, 0 };

  if (self->n_threads <= 1 || n_pieces <= 1)
    {
      for (guint i = 0; i < n; i += piece)
        work (i, MIN (n, i + piece), data);
      return;
    }
  sharing.n_helpers = MIN (self->n_threads, n_pieces) - 1;
  g_mutex_init (&sharing.lock);
  g_cond_init (&sharing.changed);
  for (guint i = sharing.n_helpers; i > 0; i--)
    g_thread_pool_push (get_helpers (), &sharing, NULL);
  take_pieces (&sharing);
  g_mutex_lock (&sharing.lock);
  while (sharing.n_helpers > 0)
    g_cond_wait (&sharing.changed, &sharing.lock);
  g_mutex_unlock (&sharing.lock);
  g_cond_clear (&sharing.changed);
  g_mutex_clear (&sharing.lock);
}
