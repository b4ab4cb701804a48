/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mappings as key files, which people can read and change. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-import-map.h"

#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TABLE "table"
#define COLUMNS "columns"
#define KINDS "kinds"

static void
set_text (GKeyFile *file, const char *key, const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, TABLE, key, text);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_texts);
  return keys;
}

static void
print_columns (const NetzImportMap *self, GKeyFile *file)
{
  g_autoptr (GPtrArray) fields = list_keys (self->columns);

  for (guint i = 0; i < fields->len; i++)
    {
      GPtrArray *names = g_hash_table_lookup (self->columns, fields->pdata[i]);

      g_key_file_set_string_list (file, COLUMNS, fields->pdata[i], (const char *const *) names->pdata, names->len);
    }
}

/* A kind, and the texts that stand for it. */
static void
print_kinds (const NetzImportMap *self, GKeyFile *file)
{
  g_autoptr (GPtrArray) texts = list_keys (self->kinds);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *kind = g_hash_table_lookup (self->kinds, texts->pdata[i]);
      g_autoptr (GPtrArray) same = g_ptr_array_new ();

      if (!g_hash_table_add (seen, (gpointer) kind))
        continue;
      for (guint k = i; k < texts->len; k++)
        if (strcmp (g_hash_table_lookup (self->kinds, texts->pdata[k]), kind) == 0)
          g_ptr_array_add (same, texts->pdata[k]);
      g_key_file_set_string_list (file, KINDS, kind, (const char *const *) same->pdata, same->len);
    }
}

/**
 * netz_import_map_print:
 * @self: a mapping
 *
 * Returns: (transfer full): it as a key file; the same mapping is always the same text
 */
char *
netz_import_map_print (const NetzImportMap *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GPtrArray) keep = list_keys (self->keep);
  const char separator[] = { self->separator, '\0' };

  g_key_file_set_string (file, TABLE, "rows", self->partnerships ? "partnerships" : "institutions");
  set_text (file, "encoding", self->encoding);
  if (self->separator != '\0')
    set_text (file, "separator", self->separator == '\t' ? "tab" : separator);
  set_text (file, "sheet", self->sheet);
  if (self->header_line > 0)
    g_key_file_set_integer (file, TABLE, "header", (int) self->header_line);
  set_text (file, "scheme", self->scheme);
  set_text (file, "kind", self->kind);
  set_text (file, "filter-column", self->filter_column);
  set_text (file, "filter-value", self->filter_value);
  set_text (file, "crs", self->crs);
  if (keep->len > 0)
    g_key_file_set_string_list (file, TABLE, "keep", (const char *const *) keep->pdata, keep->len);
  print_columns (self, file);
  print_kinds (self, file);
  return g_key_file_to_data (file, NULL, NULL);
}

static char *
get_text (GKeyFile *file, const char *key)
{
  return g_key_file_get_string (file, TABLE, key, NULL);
}

static gboolean
parse_columns (NetzImportMap *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) fields = g_key_file_get_keys (file, COLUMNS, NULL, NULL);

  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_key_file_get_string_list (file, COLUMNS, fields[i], NULL, NULL);

      if (netz_import_field_find (fields[i], self->partnerships) == NULL)
        {
          g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_MAP, _("There is no field “%s”."), fields[i]);
          return FALSE;
        }
      for (guint k = 0; names != NULL && names[k] != NULL; k++)
        netz_import_map_set_column (self, fields[i], names[k]);
    }
  return TRUE;
}

static void
parse_kinds (NetzImportMap *self, GKeyFile *file)
{
  g_auto (GStrv) kinds = g_key_file_get_keys (file, KINDS, NULL, NULL);

  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    {
      g_auto (GStrv) texts = g_key_file_get_string_list (file, KINDS, kinds[i], NULL, NULL);

      for (guint k = 0; texts != NULL && texts[k] != NULL; k++)
        g_hash_table_insert (self->kinds, netz_fold (texts[k]), g_strdup (kinds[i]));
    }
}

/**
 * netz_import_map_parse:
 * @text: a key file
 * @length: its bytes
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the mapping
 */
NetzImportMap *
netz_import_map_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (NetzImportMap) self = netz_import_map_new ();
  g_autofree char *rows = NULL;
  g_autofree char *separator = NULL;
  g_auto (GStrv) keep = NULL;

  if (!g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL) ||
      !(g_key_file_has_group (file, TABLE) || g_key_file_has_group (file, COLUMNS)))
    {
      g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_MAP, _("This is no mapping of columns."));
      return NULL;
    }
  rows = get_text (file, "rows");
  separator = get_text (file, "separator");
  keep = g_key_file_get_string_list (file, TABLE, "keep", NULL, NULL);
  self->partnerships = g_strcmp0 (rows, "partnerships") == 0;
  self->encoding = get_text (file, "encoding");
  if (separator != NULL)
    self->separator = strcmp (separator, "tab") == 0 ? '\t' : *separator;
  self->sheet = get_text (file, "sheet");
  self->header_line = (guint) MAX (0, g_key_file_get_integer (file, TABLE, "header", NULL));
  self->scheme = get_text (file, "scheme");
  self->kind = get_text (file, "kind");
  self->filter_column = get_text (file, "filter-column");
  self->filter_value = get_text (file, "filter-value");
  self->crs = get_text (file, "crs");
  for (guint i = 0; keep != NULL && keep[i] != NULL; i++)
    g_hash_table_add (self->keep, g_strdup (keep[i]));
  parse_kinds (self, file);
  return parse_columns (self, file, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * netz_import_map_make_key:
 * @sample: the first rows of a table
 *
 * Returns: (transfer full): a word for its header, by which the mapping of a table of the same form is found again
 */
char *
netz_import_map_make_key (const NetzTableSample *sample)
{
  g_autofree char *joined = g_strjoinv ("\n", sample->columns);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);
}
