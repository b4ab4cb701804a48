/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-compare-column.h"

#include "format/netz-bytes.h"
#include "format/netz-file.h"
#include "graph/netz-graph-communities.h"
#include "scene/netz-picture.h"

#include <glib/gi18n-lib.h>

/* Twice of what is shown, for sharp screens. */
#define PICTURE_WIDTH 320

struct _NetzCompareColumn
{
  GObject parent_instance;

  char *path;              /* NULL: the open network */
  NetzSnapshot *snapshot;  /* of a file, once it is read: all that is in it */
  NetzFigures *figures;
  GdkTexture *picture;
  char *problem;
  GCancellable *cancellable; /* of what is under way */
};

G_DEFINE_FINAL_TYPE (NetzCompareColumn, netz_compare_column, G_TYPE_OBJECT)

static guint changed_signal;

/* What a thread works on, and what it brings back. */
typedef struct
{
  char *path;
  NetzSnapshot *snapshot;
  NetzScope *scope;
  NetzFigures *figures;
  GBytes *picture;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_clear_pointer (&work->snapshot, netz_snapshot_unref);
  g_clear_pointer (&work->scope, netz_scope_free);
  g_clear_pointer (&work->figures, netz_figures_free);
  g_clear_pointer (&work->picture, g_bytes_unref);
  g_free (work);
}

/* The part of a network that is looked at; the neighbourhood of an institution means nothing in another network. */
static NetzNetwork *
cut (const Work *work, GError **error)
{
  g_autoptr (NetzNetwork) whole = netz_network_new_from_snapshot (work->snapshot);
  g_autoptr (NetzSnapshot) part = NULL;

  if (netz_scope_is_everything (work->scope))
    return g_steal_pointer (&whole);
  part = netz_scope_cut (work->scope, whole, error);
  return part != NULL ? netz_network_new_from_snapshot (part) : NULL;
}

static gboolean
count (Work *work, NetzNetwork *network, GError **error)
{
  g_autoptr (NetzSnapshot) part = netz_network_snapshot (network);
  g_autoptr (NetzGraph) graph = netz_graph_new (part, error);
  g_autoptr (NetzCommunities) communities = graph != NULL ? netz_communities_find (graph, error) : NULL;

  if (communities == NULL)
    return FALSE;
  work->figures = netz_figures_new (network);
  work->figures->communities = (int) communities->communities->len;
  return TRUE;
}

/* A network without a picture is shown without one. */
static void
draw (Work *work, NetzNetwork *network)
{
  NetzPictureOptions options;

  if (netz_network_get_size (network, NETZ_TABLE_INSTITUTION) == 0)
    return;
  netz_picture_options_init (&options);
  options.format = NETZ_PICTURE_PNG;
  options.bare = TRUE;
  options.legend = FALSE;
  options.width = PICTURE_WIDTH;
  work->picture = netz_picture_render (network, &options, NULL);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (NetzNetwork) network = NULL;
  GError *error = NULL;

  if (work->snapshot == NULL)
    work->snapshot = netz_file_load_full (work->path, NETZ_READ_DEFAULT, NETZ_BYTES_DEFAULT_LIMIT, cancellable, NULL,
                                          NULL, NULL, NULL, &error);
  network = work->snapshot != NULL ? cut (work, &error) : NULL;
  if (network == NULL || g_cancellable_set_error_if_cancelled (cancellable, &error) || !count (work, network, &error)
      || g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  draw (work, network);
  g_task_return_boolean (task, TRUE);
}

static void
take (NetzCompareColumn *self, Work *work)
{
  if (self->path != NULL && self->snapshot == NULL)
    self->snapshot = g_steal_pointer (&work->snapshot);
  g_clear_pointer (&self->figures, netz_figures_free);
  self->figures = g_steal_pointer (&work->figures);
  g_clear_object (&self->picture);
  if (work->picture != NULL)
    self->picture = gdk_texture_new_from_bytes (work->picture, NULL);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzCompareColumn) self = data;
  GTask *task = G_TASK (result);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (task, &error);

  /* Something else is under way by now, or nothing. */
  if (g_task_get_cancellable (task) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (done)
    take (self, g_task_get_task_data (task));
  else
    self->problem = g_strdup (error->message);
  g_signal_emit (self, changed_signal, 0);
}

static void
stop (NetzCompareColumn *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
netz_compare_column_dispose (GObject *object)
{
  stop (NETZ_COMPARE_COLUMN (object));
  G_OBJECT_CLASS (netz_compare_column_parent_class)->dispose (object);
}

static void
netz_compare_column_finalize (GObject *object)
{
  NetzCompareColumn *self = NETZ_COMPARE_COLUMN (object);

  g_clear_pointer (&self->snapshot, netz_snapshot_unref);
  g_clear_pointer (&self->figures, netz_figures_free);
  g_clear_object (&self->picture);
  g_free (self->path);
  g_free (self->problem);
  G_OBJECT_CLASS (netz_compare_column_parent_class)->finalize (object);
}

static void
netz_compare_column_class_init (NetzCompareColumnClass *class)
{
  G_OBJECT_CLASS (class)->dispose = netz_compare_column_dispose;
  G_OBJECT_CLASS (class)->finalize = netz_compare_column_finalize;
  changed_signal = g_signal_new ("changed", NETZ_TYPE_COMPARE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
netz_compare_column_init (NetzCompareColumn *self)
{
}

/**
 * netz_compare_column_new:
 * @path: (nullable) (type filename): a file; %NULL: the open network
 *
 * Returns: (transfer full): a column of which nothing is known yet
 */
NetzCompareColumn *
netz_compare_column_new (const char *path)
{
  NetzCompareColumn *self = g_object_new (NETZ_TYPE_COMPARE_COLUMN, NULL);

  self->path = g_strdup (path);
  return self;
}

/**
 * netz_compare_column_load:
 * @snapshot: (nullable): the open network; %NULL for a file
 * @scope: the part that is looked at
 *
 * Finds out, in a thread, what is to be shown. A file is read once.
 */
void
netz_compare_column_load (NetzCompareColumn *self, NetzSnapshot *snapshot, const NetzScope *scope)
{
  Work *work = g_new0 (Work, 1);
  NetzSnapshot *known = snapshot != NULL ? snapshot : self->snapshot;
  g_autoptr (GTask) task = NULL;

  stop (self);
  g_clear_pointer (&self->problem, g_free);
  work->path = g_strdup (self->path);
  work->snapshot = known != NULL ? netz_snapshot_ref (known) : NULL;
  work->scope = netz_scope_copy (scope);
  if (self->path != NULL)
    {
      g_clear_pointer (&work->scope->focus, g_free);
      work->scope->steps = 0;
    }
  self->cancellable = g_cancellable_new ();
  /* Not the task's source: a thread may be the last to let go of it. */
  task = g_task_new (NULL, self->cancellable, on_done, g_object_ref (self));
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, run);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * netz_compare_column_get_path:
 *
 * Returns: (nullable) (type filename) (transfer none): the file; %NULL: the open network
 */
const char *
netz_compare_column_get_path (NetzCompareColumn *self)
{
  return self->path;
}

/**
 * netz_compare_column_get_name:
 *
 * Returns: (transfer full): the title of the network, or the name of the file
 */
char *
netz_compare_column_get_name (NetzCompareColumn *self)
{
  if (self->figures != NULL && self->figures->title != NULL)
    return g_strdup (self->figures->title);
  return self->path != NULL ? g_filename_display_basename (self->path) : g_strdup (_("Untitled network"));
}

/**
 * netz_compare_column_get_problem:
 *
 * Returns: (nullable) (transfer none): why there is nothing to be shown
 */
const char *
netz_compare_column_get_problem (NetzCompareColumn *self)
{
  return self->problem;
}

/**
 * netz_compare_column_is_busy:
 *
 * Returns: whether something is under way
 */
gboolean
netz_compare_column_is_busy (NetzCompareColumn *self)
{
  return self->cancellable != NULL;
}

/**
 * netz_compare_column_get_figures:
 *
 * Returns: (nullable) (transfer none): what the network comes to, as far as that is known
 */
const NetzFigures *
netz_compare_column_get_figures (NetzCompareColumn *self)
{
  return self->figures;
}

/**
 * netz_compare_column_get_picture:
 *
 * Returns: (nullable) (transfer none): a small picture of it
 */
GdkTexture *
netz_compare_column_get_picture (NetzCompareColumn *self)
{
  return self->picture;
}
