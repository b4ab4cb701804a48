/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-report-job.h"

#include "format/netz-catalogue-folder.h"
#include "report/netz-committee-report.h"
#include "report/netz-network-words.h"

#include <glib/gi18n-lib.h>

struct _NetzReportJob
{
  NetzSnapshot *snapshot;
  NetzRecord *paper; /* NULL: the network in words */
  char *language;
  char *today;
  char *path;        /* of the network, NULL where it has none */
  gboolean modified; /* the file is not what is reported on */
  char *out;
  guint page;
  guint n_pages;
  double scale;
};

/* The paper as it was saved, with the day that is looked at where it names none of its own. */
static NetzRecord *
take_paper (NetzSession *session, const char *id)
{
  NetzRecord *record = netz_network_get (netz_session_get_network (session), NETZ_TABLE_PAPER, id);
  const NetzScope *scope = netz_session_get_scope (session);
  NetzRecord *copy;

  if (record == NULL)
    return netz_record_new (NETZ_TABLE_PAPER, NULL);
  copy = netz_record_copy (record);
  if (scope->as_of != NULL && ((NetzCommitteePaper *) record)->as_of == NULL)
    netz_record_set_text (copy, "as-of", scope->as_of);
  return copy;
}

/**
 * netz_report_job_new:
 * @session: a session; the part that is looked at is reported on
 * @paper: (nullable): id of a committee's paper; %NULL = the network in words
 * @language: "de" or "en"
 *
 * Returns: (transfer full): a job, which is given to one of the two that do it
 */
NetzReportJob *
netz_report_job_new (NetzSession *session, const char *paper, const char *language)
{
  NetzReportJob *self = g_new0 (NetzReportJob, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->snapshot = netz_network_snapshot (netz_session_get_part (session));
  if (paper != NULL)
    self->paper = take_paper (session, paper);
  self->language = g_strdup (language);
  self->today = g_date_time_format (now, "%Y-%m-%d");
  self->path = g_strdup (netz_session_get_path (session));
  self->modified = netz_session_is_modified (session);
  return self;
}

void
netz_report_job_free (NetzReportJob *self)
{
  netz_snapshot_unref (self->snapshot);
  g_clear_object (&self->paper);
  g_free (self->language);
  g_free (self->today);
  g_free (self->path);
  g_free (self->out);
  g_free (self);
}

/* The earlier file that the paper names: beside the network's own, where its name is no whole path. */
static NetzNetwork *
load_earlier (NetzReportJob *self, GError **error)
{
  const NetzCommitteePaper *paper = (NetzCommitteePaper *) self->paper;
  g_autofree char *folder = self->path != NULL ? g_path_get_dirname (self->path) : NULL;
  g_autofree char *path = NULL;
  g_autoptr (NetzSnapshot) snapshot = NULL;

  path = g_path_is_absolute (paper->since_file) || folder == NULL
             ? g_strdup (paper->since_file)
             : g_build_filename (folder, paper->since_file, NULL);
  snapshot = netz_file_load (path, NULL, NULL, error);
  return snapshot != NULL ? netz_network_new_from_snapshot (snapshot) : NULL;
}

static char *
make_hash (NetzReportJob *self)
{
  g_autofree char *contents = NULL;
  gsize length;

  if (self->path == NULL || self->modified || !g_file_get_contents (self->path, &contents, &length, NULL))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

static NetzDossier *
make_dossier (NetzReportJob *self, GError **error)
{
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (self->snapshot);
  g_autoptr (NetzNetwork) earlier = NULL;
  g_autoptr (NetzCatalogue) catalogue = NULL;
  g_autofree char *name = self->path != NULL ? g_filename_display_basename (self->path) : NULL;
  g_autofree char *hash = NULL;
  NetzCommitteeReport report = { .network = network, .paper = (NetzCommitteePaper *) self->paper };

  if (self->paper == NULL)
    return netz_network_words_write (network, self->language, self->today);
  if (report.paper->since_file != NULL)
    {
      earlier = load_earlier (self, error);
      if (earlier == NULL)
        return NULL;
    }
  catalogue = netz_catalogue_load_for (network, NULL);
  hash = make_hash (self);
  report.earlier = earlier;
  report.catalogue = catalogue;
  report.language = self->language;
  report.today = self->today;
  report.file_name = name;
  report.file_hash = hash;
  return netz_committee_report_write (&report);
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
run_page (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NetzReportJob *self = data;
  GError *error = NULL;
  g_autoptr (NetzDossier) dossier = make_dossier (self, &error);
  cairo_surface_t *surface = NULL;

  if (dossier != NULL)
    surface = netz_dossier_render_page (dossier, self->page, self->scale, &self->n_pages, cancellable, &error);
  if (surface == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->page = CLAMP (self->page, 1, self->n_pages);
  g_task_return_pointer (task, make_texture (surface), g_object_unref);
  cairo_surface_destroy (surface);
}

/**
 * netz_report_job_show_page:
 * @self: (transfer full): a job
 * @page: which page, from 1
 * @scale: pixels a point
 * @cancellable: stops it
 * @callback: told when it is there
 * @data: for @callback
 *
 * Makes a picture of a page, in a thread.
 */
void
netz_report_job_show_page (NetzReportJob *self,
                           guint page,
                           double scale,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  self->page = page;
  self->scale = scale;
  g_task_set_task_data (task, self, (GDestroyNotify) netz_report_job_free);
  g_task_run_in_thread (task, run_page);
}

/**
 * netz_report_job_show_page_finish:
 * @result: what the callback was given
 * @page: (out): which page it is
 * @n_pages: (out): of how many
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): the page
 */
GdkTexture *
netz_report_job_show_page_finish (GAsyncResult *result, guint *page, guint *n_pages, GError **error)
{
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), error);
  NetzReportJob *self = g_task_get_task_data (G_TASK (result));

  *page = self->page;
  *n_pages = self->n_pages;
  return texture;
}

static void
run_save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NetzReportJob *self = data;
  GError *error = NULL;
  NetzDossierFormat format = NETZ_DOSSIER_PDF;
  g_auto (NetzSaveReport) report = { 0 };
  g_autoptr (NetzDossier) dossier = make_dossier (self, &error);
  g_autoptr (GBytes) bytes = NULL;

  netz_dossier_find_format (self->out, &format);
  if (dossier != NULL)
    bytes = netz_dossier_write (dossier, format, cancellable, &error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, &error) ||
      !netz_store_save (self->out, bytes, NULL, NETZ_STORE_NO_BACKUP, NULL, NULL, &report, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * netz_report_job_save:
 * @self: (transfer full): a job
 * @path: (type filename): where to; the suffix says the format, PDF if it says nothing
 * @cancellable: stops it before anything is written
 * @callback: told when it is there
 * @data: for @callback
 *
 * Writes the paper, in a thread.
 */
void
netz_report_job_save (NetzReportJob *self,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  self->out = g_strdup (path);
  g_task_set_task_data (task, self, (GDestroyNotify) netz_report_job_free);
  g_task_run_in_thread (task, run_save);
}

/**
 * netz_report_job_save_finish:
 * @result: what the callback was given
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): the name of the file, for people
 */
char *
netz_report_job_save_finish (GAsyncResult *result, GError **error)
{
  NetzReportJob *self = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error) ? g_filename_display_basename (self->out) : NULL;
}
