/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-import-map.h"

#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Registers whose numbers are known by the name of their column. */
static const char *const schemes[][2] = {
  { "schulnummer", "schulnummer" }, { "schulnr", "schulnummer" },   { "snr", "schulnummer" },
  { "schulnum", "schulnummer" },    { "schoolnumber", "schulnummer" }, { "schoolid", "schulnummer" },
  { "isil", "isil" },               { "sigel", "isil" },            { "bibliothekssigel", "isil" },
};

/**
 * netz_import_map_new:
 *
 * Returns: (transfer full): a mapping that says nothing
 */
NetzImportMap *
netz_import_map_new (void)
{
  NetzImportMap *self = g_new0 (NetzImportMap, 1);

  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->keep = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * netz_import_map_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): another that says the same
 */
NetzImportMap *
netz_import_map_copy (const NetzImportMap *self)
{
  g_autofree char *text = netz_import_map_print (self);
  NetzImportMap *copy = netz_import_map_parse (text, strlen (text), NULL);

  g_assert (copy != NULL);
  return copy;
}

/**
 * netz_import_map_free:
 * @self: (transfer full): a mapping
 */
void
netz_import_map_free (NetzImportMap *self)
{
  g_free (self->encoding);
  g_free (self->sheet);
  g_hash_table_unref (self->columns);
  g_free (self->scheme);
  g_free (self->kind);
  g_hash_table_unref (self->kinds);
  g_free (self->filter_column);
  g_free (self->filter_value);
  g_free (self->crs);
  g_hash_table_unref (self->keep);
  g_free (self);
}

/**
 * netz_import_map_set_column:
 * @self: a mapping
 * @field: the id of a field
 * @column: the name of a column
 *
 * Says what a column means; it means one thing only. Fields that are put
 * together from several columns get it as the last, others as the only one.
 */
void
netz_import_map_set_column (NetzImportMap *self, const char *field, const char *column)
{
  const NetzImportField *info = netz_import_field_find (field, self->partnerships);
  GPtrArray *names;

  netz_import_map_unset_column (self, column);
  names = g_hash_table_lookup (self->columns, field);
  if (names == NULL)
    {
      names = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->columns, g_strdup (field), names);
    }
  if (info == NULL || !info->joined)
    g_ptr_array_set_size (names, 0);
  g_ptr_array_add (names, g_strdup (column));
}

/**
 * netz_import_map_unset_column:
 * @self: a mapping
 * @column: the name of a column
 *
 * Lets the column mean nothing.
 */
void
netz_import_map_unset_column (NetzImportMap *self, const char *column)
{
  GHashTableIter iter;
  GPtrArray *names;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &names))
    {
      guint index;

      if (g_ptr_array_find_with_equal_func (names, column, g_str_equal, &index))
        g_ptr_array_remove_index (names, index);
      if (names->len == 0)
        g_hash_table_iter_remove (&iter);
    }
}

/**
 * netz_import_map_find_field:
 * @self: a mapping
 * @column: the name of a column
 *
 * Returns: (transfer none) (nullable): the id of the field that it means
 */
const char *
netz_import_map_find_field (const NetzImportMap *self, const char *column)
{
  GHashTableIter iter;
  const char *field;
  GPtrArray *names;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, (gpointer *) &field, (gpointer *) &names))
    if (g_ptr_array_find_with_equal_func (names, column, g_str_equal, NULL))
      return field;
  return NULL;
}

static const char *
find_scheme (const char *column)
{
  g_autofree char *simple = netz_import_field_simplify (column);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (strcmp (schemes[i][0], simple) == 0)
      return schemes[i][1];
  return NULL;
}

/* How well a column's name goes for a field: the place among the field's names, from the best. */
static int
rank_name (const NetzImportField *field, const char *column)
{
  g_autofree char *simple = netz_import_field_simplify (column);
  g_auto (GStrv) names = g_strsplit (field->names, " ", -1);

  for (int i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], simple) == 0)
      return i;
  return -1;
}

static void
guess_field (NetzImportMap *self, const NetzTableSample *sample, const NetzImportField *field)
{
  int best = -1, best_rank = G_MAXINT;

  for (guint i = 0; i < sample->n_columns; i++)
    {
      int rank = rank_name (field, sample->columns[i]);

      if (rank < 0 || rank >= best_rank || netz_import_map_find_field (self, sample->columns[i]) != NULL)
        continue;
      best = (int) i;
      best_rank = rank;
    }
  if (best >= 0)
    netz_import_map_set_column (self, field->id, sample->columns[best]);
}

/* Which part of a column's cells begins with digits and has as many as are asked for. */
static gboolean
is_mostly (const NetzTableSample *sample, guint column, gboolean (*test) (const char *))
{
  guint n = 0, n_good = 0;

  for (guint i = (guint) (sample->header + 1); i < sample->rows->len; i++)
    {
      char **row = sample->rows->pdata[i];

      if (g_strv_length (row) <= column || *row[column] == '\0')
        continue;
      n++;
      n_good += test (row[column]) ? 1 : 0;
    }
  return n > 0 && n_good * 10 >= n * 8;
}

static gboolean
is_postcode (const char *text)
{
  return strlen (text) == 5 && text[strspn (text, "0123456789")] == '\0';
}

static gboolean
is_mail (const char *text)
{
  return strchr (text, '@') != NULL && strchr (text, ' ') == NULL;
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "www.");
}

static gboolean
is_text (const char *text)
{
  return g_unichar_isalpha (g_utf8_get_char (text)) && g_utf8_strlen (text, -1) > 3;
}

/* What names do not say, the cells may. */
static void
guess_by_content (NetzImportMap *self, const NetzTableSample *sample)
{
  static const struct
  {
    const char *field;
    gboolean (*test) (const char *);
  } tests[] = { { "postcode", is_postcode }, { "email", is_mail }, { "website", is_address }, { "name", is_text } };

  for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
    for (guint i = 0; i < sample->n_columns; i++)
      if (!g_hash_table_contains (self->columns, tests[t].field) &&
          netz_import_map_find_field (self, sample->columns[i]) == NULL && is_mostly (sample, i, tests[t].test))
        netz_import_map_set_column (self, tests[t].field, sample->columns[i]);
}

/* Two columns that name partners, and none that would be an institution's. */
static gboolean
looks_like_partnerships (const NetzTableSample *sample)
{
  gboolean from = FALSE, to = FALSE;
  static const char *const places[] = { "street", "postcode", "address", "latitude", "easting" };

  for (guint i = 0; i < sample->n_columns; i++)
    {
      const NetzImportField *field = netz_import_field_guess (sample->columns[i], TRUE);
      const NetzImportField *other = netz_import_field_guess (sample->columns[i], FALSE);

      from = from || (field != NULL && strcmp (field->id, "from") == 0);
      to = to || (field != NULL && strcmp (field->id, "to") == 0);
      for (guint k = 0; other != NULL && k < G_N_ELEMENTS (places); k++)
        if (strcmp (other->id, places[k]) == 0)
          return FALSE;
    }
  return from && to;
}

/**
 * netz_import_map_guess:
 * @self: a mapping without columns
 * @sample: the first rows of the table
 *
 * Finds out whether rows are partnerships, and what the columns mean, by their
 * names and by what stands in them.
 */
void
netz_import_map_guess (NetzImportMap *self, const NetzTableSample *sample)
{
  const NetzImportField *fields;
  GPtrArray *number;
  guint n_fields;

  self->partnerships = self->partnerships || looks_like_partnerships (sample);
  fields = netz_import_field_get_all (&n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (!fields[i].partnership == !self->partnerships)
      guess_field (self, sample, &fields[i]);
  if (self->partnerships)
    return;
  guess_by_content (self, sample);
  number = g_hash_table_lookup (self->columns, "number");
  if (number != NULL && self->scheme == NULL)
    self->scheme = g_strdup (find_scheme (number->pdata[0]));
}

/**
 * netz_import_map_set_filter:
 * @self: a mapping
 * @text: "COLUMN = VALUE", or "COLUMN = VALUE|VALUE"
 * @error: return location
 *
 * Wants only those rows.
 *
 * Returns: whether @text is a filter
 */
gboolean
netz_import_map_set_filter (NetzImportMap *self, const char *text, GError **error)
{
  const char *sign = strchr (text, '=');

  if (sign == NULL || sign == text)
    {
      g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_MAP,
                   _("“%s” is no filter. Write COLUMN=VALUE, as in Ort=Köln."), text);
      return FALSE;
    }
  g_free (self->filter_column);
  g_free (self->filter_value);
  self->filter_column = g_strstrip (g_strndup (text, (gsize) (sign - text)));
  self->filter_value = g_strstrip (g_strdup (sign + 1));
  return TRUE;
}

/**
 * netz_import_map_set_key:
 * @self: a mapping
 * @sample: the first rows of the table
 * @key: the name of a column, or of a register whose column is known by name
 * @error: return location
 *
 * Says by which official number rows and institutions belong together.
 *
 * Returns: whether there is such a column
 */
gboolean
netz_import_map_set_key (NetzImportMap *self, const NetzTableSample *sample, const char *key, GError **error)
{
  int column = netz_table_sample_find_column (sample, key);
  const char *scheme = find_scheme (key);

  for (guint i = 0; column < 0 && scheme != NULL && i < sample->n_columns; i++)
    if (g_strcmp0 (find_scheme (sample->columns[i]), scheme) == 0)
      column = (int) i;
  if (column < 0)
    {
      g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_MAP, _("There is no column “%s” in the table."), key);
      return FALSE;
    }
  netz_import_map_set_column (self, "number", sample->columns[column]);
  g_free (self->scheme);
  self->scheme = scheme != NULL ? g_strdup (scheme) : netz_import_field_simplify (key);
  return TRUE;
}
