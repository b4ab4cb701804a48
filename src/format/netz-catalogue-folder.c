/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-catalogue-folder.h"
#include "format/netz-bytes.h"
#include "format/netz-catalogue-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * netz_catalogue_get_folder:
 *
 * Returns: (transfer full): where the catalogues are: below NETZ_DATA_DIR where that is set, else where installed
 */
char *
netz_catalogue_get_folder (void)
{
  const char *folder = g_getenv ("NETZ_DATA_DIR");

  return g_build_filename (folder != NULL && *folder != '\0' ? folder : NETZ_PKGDATADIR, "catalogues", NULL);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * netz_catalogue_list_ids:
 *
 * Returns: (transfer full): the ids of the catalogues that there are, in the order of the alphabet
 */
char **
netz_catalogue_list_ids (void)
{
  g_autofree char *folder = netz_catalogue_get_folder ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  GPtrArray *ids = g_ptr_array_new ();
  const char *name = NULL;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".xml")));
  g_ptr_array_sort (ids, compare_strings);
  g_ptr_array_add (ids, NULL);
  return (char **)g_ptr_array_free (ids, FALSE);
}

/**
 * netz_catalogue_load:
 * @id: the id of a catalogue, "bildungspartner-nrw"
 * @error: where to say why it could not be read
 *
 * Reads it from disk; keep what it returns.
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
NetzCatalogue *
netz_catalogue_load (const char *id, GError **error)
{
  g_autofree char *folder = netz_catalogue_get_folder ();
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NetzCatalogue) catalogue = NULL;

  if (*id == '\0' || id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
    {
      netz_format_error_set (error, NETZ_FORMAT_ERROR_NOT_FOUND, 0, 0, _ ("There is no catalogue “%s”."), id);
      return NULL;
    }
  bytes = netz_bytes_read_file (path, NETZ_CATALOGUE_MAX_SIZE, NULL, error);
  catalogue = bytes != NULL ? netz_catalogue_read (bytes, error) : NULL;
  if (catalogue == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (!g_str_equal (netz_catalogue_get_id (catalogue), id))
    {
      netz_format_error_set (error, NETZ_FORMAT_ERROR_STRUCTURE, 0, 0, _ ("%s: the file has another id than its name."),
                             path);
      return NULL;
    }
  return g_steal_pointer (&catalogue);
}

/**
 * netz_catalogue_load_for:
 * @network: a network
 * @error: where to say why there is none
 *
 * Reads the catalogue that the network began with, or %NETZ_CATALOGUE_DEFAULT
 * where it names none or one that is not here.
 *
 * Returns: (transfer full) (nullable): what the network is judged by
 */
NetzCatalogue *
netz_catalogue_load_for (NetzNetwork *network, GError **error)
{
  const char *id = netz_network_get_settings (network)->catalogue;
  NetzCatalogue *own = id != NULL ? netz_catalogue_load (id, NULL) : NULL;

  return own != NULL ? own : netz_catalogue_load (NETZ_CATALOGUE_DEFAULT, error);
}
