/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-sample.h"

#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
take_row (const NetzTableRow *row, gpointer data, GError **error)
{
  NetzTableSample *self = data;
  GPtrArray *cells;

  if (row->n_cells == 0)
    return TRUE;
  cells = g_ptr_array_sized_new (row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    g_ptr_array_add (cells, g_strdup (row->cells[i]));
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (self->rows, g_ptr_array_free (cells, FALSE));
  g_array_append_val (self->lines, row->line);
  self->n_columns = MAX (self->n_columns, row->n_cells);
  return self->rows->len < NETZ_TABLE_SAMPLE_ROWS;
}

static guint
count_filled (char **row)
{
  guint n = 0;

  for (guint i = 0; row[i] != NULL; i++)
    n += *row[i] != '\0' ? 1 : 0;
  return n;
}

static guint
count_numbers (char **row)
{
  guint n = 0;

  for (guint i = 0; row[i] != NULL; i++)
    n += *row[i] != '\0' && row[i][strspn (row[i], "0123456789.,+-% ")] == '\0' ? 1 : 0;
  return n;
}

/* How many cells most rows have. */
static guint
find_usual_width (const NetzTableSample *self)
{
  g_autofree guint *counts = g_new0 (guint, self->n_columns + 1);
  guint usual = 1;

  for (guint i = 0; i < self->rows->len; i++)
    counts[g_strv_length (self->rows->pdata[i])]++;
  for (guint width = 1; width <= self->n_columns; width++)
    if (counts[width] >= counts[usual])
      usual = width;
  return usual;
}

/* The first row that is about as wide as the others; where it is full of numbers, there is no header. */
static int
find_header (const NetzTableSample *self)
{
  guint usual = find_usual_width (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = self->rows->pdata[i];
      guint filled = count_filled (row);

      if (filled * 10 < usual * 6 || (usual > 1 && filled < 2))
        continue;
      return count_numbers (row) * 3 >= filled ? -1 : (int) i;
    }
  return -1;
}

static int
find_line (const NetzTableSample *self, guint line)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, guint, i) == line)
      return (int) i;
  return -1;
}

/* As spreadsheets name columns: A … Z, AA … */
static char *
make_letters (guint column)
{
  char text[8] = "";
  guint at = sizeof text - 1;

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    text[--at] = (char) ('A' + (rest - 1) % 26);
  return g_strdup (text + at);
}

static void
name_columns (NetzTableSample *self)
{
  char **header = self->header >= 0 ? self->rows->pdata[self->header] : NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  guint width = header != NULL ? g_strv_length (header) : 0;

  self->columns = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      char *name = i < width ? g_strstrip (g_strdelimit (g_strdup (header[i]), "\r\n\t", ' ')) : make_letters (i);

      if (*name == '\0')
        {
          g_free (name);
          name = make_letters (i);
        }
      for (guint number = 2; g_hash_table_contains (taken, name); number++)
        {
          g_autofree char *old = name;

          name = g_strdup_printf ("%s (%u)", i < width ? header[i] : old, number);
        }
      g_hash_table_add (taken, name);
      self->columns[i] = name;
    }
}

/**
 * netz_table_sample_new:
 * @source: a table
 * @header_line: the line that names the columns; 0 = it is found out
 * @error: return location
 *
 * Reads the first rows.
 *
 * Returns: (transfer full) (nullable): the rows
 */
NetzTableSample *
netz_table_sample_new (NetzTableSource *source, guint header_line, GError **error)
{
  g_autoptr (NetzTableSample) self = g_new0 (NetzTableSample, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!netz_table_source_read (source, take_row, self, NULL, error))
    return NULL;
  if (self->rows->len == 0)
    {
      g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_FORMAT, _("There is nothing in the table."));
      return NULL;
    }
  if (header_line > 0)
    self->header = find_line (self, header_line);
  else
    self->header = netz_table_source_get_format (source) == NETZ_TABLE_SOURCE_GEOJSON ? 0 : find_header (self);
  name_columns (self);
  return g_steal_pointer (&self);
}

/**
 * netz_table_sample_free:
 * @self: (transfer full): rows
 */
void
netz_table_sample_free (NetzTableSample *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->lines);
  g_strfreev (self->columns);
  g_free (self);
}

/**
 * netz_table_sample_get_header_line:
 * @self: rows
 *
 * Returns: the line that names the columns; 0 where none does
 */
guint
netz_table_sample_get_header_line (const NetzTableSample *self)
{
  return self->header >= 0 ? g_array_index (self->lines, guint, self->header) : 0;
}

/**
 * netz_table_sample_find_column:
 * @self: rows
 * @name: the name of a column; case and accents do not matter
 *
 * Returns: which column it is, from 0; -1 where there is none
 */
int
netz_table_sample_find_column (const NetzTableSample *self, const char *name)
{
  g_autofree char *folded = netz_fold (name);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *other = netz_fold (self->columns[i]);

      if (strcmp (folded, other) == 0)
        return (int) i;
    }
  return -1;
}
