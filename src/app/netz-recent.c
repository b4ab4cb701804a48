/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-recent.h"

#include "scene/netz-picture.h"


#define MEDIA_TYPE "application/x-netzwerkstatt+xml"
/* Twice of what is shown, for sharp screens. */
#define PICTURE_WIDTH 480

typedef struct
{
  NetzSnapshot *snapshot;
  char *file;
  char *folder;
} PictureJob;

static void
picture_job_free (PictureJob *job)
{
  netz_snapshot_unref (job->snapshot);
  g_free (job->file);
  g_free (job->folder);
  g_free (job);
}

static char *
get_picture_path (const char *uri)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *name = g_strconcat (sum, ".png", NULL);

  return g_build_filename (g_get_user_cache_dir (), "netzwerkstatt", "recent", name, NULL);
}

/* A picture that cannot be made or kept is left out: the file is listed without one. */
static void
run_picture (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PictureJob *job = data;
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (job->snapshot);
  g_autofree char *folder = g_path_get_dirname (job->file);
  g_autoptr (GBytes) picture = NULL;
  NetzPictureOptions options;

  netz_picture_options_init (&options);
  options.format = NETZ_PICTURE_PNG;
  options.bare = TRUE;
  options.legend = FALSE;
  options.width = PICTURE_WIDTH;
  options.background_folder = job->folder;
  picture = netz_picture_render (network, &options, NULL);
  if (picture != NULL && g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents (job->file, g_bytes_get_data (picture, NULL), (gssize) g_bytes_get_size (picture), NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * netz_recent_add:
 * @path: (type filename): a file that is open
 * @network: what is in it
 *
 * Puts a file first among the recent ones. Its picture is made in a thread.
 */
void
netz_recent_add (const char *path, NetzNetwork *network)
{
  static char *groups[] = { (char *) "netzwerkstatt", NULL };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *command = g_strdup ("netzwerkstatt %u");
  GtkRecentData recent = { .display_name = name,
                           .mime_type = (char *) MEDIA_TYPE,
                           .app_name = (char *) "netzwerkstatt",
                           .app_exec = command,
                           .groups = groups };
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  PictureJob *job = g_new0 (PictureJob, 1);

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &recent);

  job->snapshot = netz_network_snapshot (network);
  job->file = get_picture_path (uri);
  job->folder = g_path_get_dirname (path);
  g_task_set_task_data (task, job, (GDestroyNotify) picture_job_free);
  g_task_run_in_thread (task, run_picture);
}

/**
 * netz_recent_file_free:
 *
 * Frees one line of the list.
 */
void
netz_recent_file_free (NetzRecentFile *self)
{
  g_free (self->uri);
  g_free (self->name);
  g_free (self->folder);
  g_free (self->picture);
  g_free (self);
}

static NetzRecentFile *
create_file (GtkRecentInfo *info)
{
  NetzRecentFile *file = g_new0 (NetzRecentFile, 1);
  g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  const char *home = g_get_home_dir ();

  file->uri = g_strdup (gtk_recent_info_get_uri (info));
  file->name = g_filename_display_basename (path);
  if (g_str_has_suffix (file->name, ".netz"))
    file->name[strlen (file->name) - strlen (".netz")] = '\0';
  file->folder = g_str_has_prefix (shown, home) ? g_strconcat ("~", shown + strlen (home), NULL)
                                                : g_steal_pointer (&shown);
  file->picture = get_picture_path (file->uri);
  if (!g_file_test (file->picture, G_FILE_TEST_IS_REGULAR))
    g_clear_pointer (&file->picture, g_free);
  return file;
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/**
 * netz_recent_list:
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type NetzRecentFile): files that are still there, the latest first
 */
GPtrArray *
netz_recent_list (guint limit)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) netz_recent_file_free);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  items = g_list_sort (items, compare_age);
  for (GList *item = items; item != NULL && files->len < limit; item = item->next)
    {
      GtkRecentInfo *info = item->data;

      if (gtk_recent_info_has_application (info, "netzwerkstatt") && gtk_recent_info_is_local (info)
          && gtk_recent_info_exists (info))
        g_ptr_array_add (files, create_file (info));
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return files;
}
