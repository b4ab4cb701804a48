/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-import-job.h"

#include "format/netz-bytes.h"

#include <glib/gstdio.h>
#include <string.h>

static void
free_job (gpointer data)
{
  NetzImportJob *self = data;

  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->map, netz_import_map_free);
  g_clear_pointer (&self->snapshot, netz_snapshot_unref);
  g_clear_pointer (&self->source, netz_table_source_free);
  g_clear_pointer (&self->sample, netz_table_sample_free);
  g_clear_pointer (&self->import, netz_import_free);
  g_free (self);
}

/* Mappings are remembered by the header of the table. */
static char *
make_path (const NetzTableSample *sample)
{
  g_autofree char *key = netz_import_map_make_key (sample);
  g_autofree char *name = g_strconcat (key, ".map", NULL);

  return g_build_filename (g_get_user_config_dir (), "netzwerkstatt", "tables", name, NULL);
}

static gboolean
recall (NetzImportJob *self)
{
  g_autofree char *path = make_path (self->sample);
  g_autofree char *text = NULL;
  NetzImportMap *map;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return FALSE;
  map = netz_import_map_parse (text, length, NULL);
  if (map == NULL)
    return FALSE;
  netz_import_map_free (self->map);
  self->map = map;
  return TRUE;
}

static gboolean
run (NetzImportJob *self, GCancellable *cancellable, GError **error)
{
  NetzTableOptions options = { self->map->encoding, self->map->separator, self->map->sheet };

  if (self->bytes == NULL)
    self->bytes = netz_bytes_read_file (self->path, NETZ_BYTES_DEFAULT_LIMIT, NULL, error);
  if (self->bytes == NULL || (self->source = netz_table_source_new (self->bytes, &options, error)) == NULL)
    return FALSE;
  self->sample = netz_table_sample_new (self->source, self->map->header_line, error);
  if (self->sample == NULL)
    return FALSE;
  if (self->guess && !recall (self))
    netz_import_map_guess (self->map, self->sample);
  if (self->compare)
    self->import = netz_import_new (self->source, self->map, self->snapshot, cancellable, error);
  return !self->compare || self->import != NULL;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * netz_import_job_new:
 * @path: (type filename): the table
 * @bytes: (nullable): what is in it, where it has been read
 * @map: how it is to be read
 * @snapshot: the network
 *
 * Returns: (transfer full): a job to be started
 */
NetzImportJob *
netz_import_job_new (const char *path, GBytes *bytes, const NetzImportMap *map, NetzSnapshot *snapshot)
{
  NetzImportJob *self = g_new0 (NetzImportJob, 1);

  self->path = g_strdup (path);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->map = netz_import_map_copy (map);
  self->snapshot = netz_snapshot_ref (snapshot);
  return self;
}

/**
 * netz_import_job_start:
 * @self: (transfer full): a job
 * @cancellable: stops it
 * @callback: told when it is done; the job is the data of the task
 * @data: for @callback
 */
void
netz_import_job_start (NetzImportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, self, free_job);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * netz_import_job_remember:
 * @sample: the first rows of a table
 * @map: how it was read
 *
 * Keeps the mapping for tables with the same header. That it cannot be kept is no reason to stop.
 */
void
netz_import_job_remember (const NetzTableSample *sample, const NetzImportMap *map)
{
  g_autofree char *path = make_path (sample);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = netz_import_map_print (map);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, NULL);
}
