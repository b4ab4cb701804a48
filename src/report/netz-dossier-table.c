/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-dossier-table.h"

#include "model/netz-field.h"

typedef struct
{
  char *title;
  NetzColumnAlign align;
} Column;

struct _NetzDossierTable
{
  char *caption;
  GArray *columns;
  GPtrArray *rows; /* GStrv as long as there are columns */
  gboolean has_sums; /* the last row */
  gboolean form;
};

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->title);
}

/* Short rows are filled up: a writer need not ask. */
static void
append_row (NetzDossierTable *self, const char *const *cells)
{
  GStrv row = g_new0 (char *, self->columns->len + 1);
  gboolean over = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      over = over || cells[i] == NULL;
      row[i] = over ? g_strdup ("") : netz_text_clean (cells[i]);
    }
  g_ptr_array_add (self->rows, row);
}

/**
 * netz_dossier_table_new:
 * @caption: (nullable): what the table is about, above it
 *
 * Returns: (transfer full): a table without columns
 */
NetzDossierTable *
netz_dossier_table_new (const char *caption)
{
  NetzDossierTable *self = g_new0 (NetzDossierTable, 1);

  self->caption = caption != NULL ? netz_text_clean (caption) : NULL;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
netz_dossier_table_free (NetzDossierTable *self)
{
  g_free (self->caption);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * netz_dossier_table_add_column:
 * @self: a table without rows
 * @title: what stands above it
 * @align: of its cells; numbers stand at the end
 *
 * The first column names its row for those who hear the table.
 */
void
netz_dossier_table_add_column (NetzDossierTable *self, const char *title, NetzColumnAlign align)
{
  Column column = { .align = align };

  g_return_if_fail (self->rows->len == 0);
  g_return_if_fail (title != NULL);
  column.title = netz_text_clean (title);
  g_array_append_val (self->columns, column);
}

/**
 * netz_dossier_table_add_row:
 * @self: a table with all its columns and no sums yet
 * @cells: (array zero-terminated=1): its texts
 */
void
netz_dossier_table_add_row (NetzDossierTable *self, const char *const *cells)
{
  g_return_if_fail (!self->has_sums);
  append_row (self, cells);
}

/* Ends the table with a row that adds up those above. */
void
netz_dossier_table_set_sums (NetzDossierTable *self, const char *const *cells)
{
  g_return_if_fail (!self->has_sums);
  append_row (self, cells);
  self->has_sums = TRUE;
}

/* A form has lines around each of its cells, and columns that fill the page. */
void
netz_dossier_table_set_form (NetzDossierTable *self, gboolean form)
{
  self->form = form;
}

const char *
netz_dossier_table_get_caption (const NetzDossierTable *self)
{
  return self->caption;
}

gboolean
netz_dossier_table_is_form (const NetzDossierTable *self)
{
  return self->form;
}

guint
netz_dossier_table_get_n_columns (const NetzDossierTable *self)
{
  return self->columns->len;
}

const char *
netz_dossier_table_get_column (const NetzDossierTable *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);
  return g_array_index (self->columns, Column, column).title;
}

NetzColumnAlign
netz_dossier_table_get_align (const NetzDossierTable *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NETZ_COLUMN_START);
  return g_array_index (self->columns, Column, column).align;
}

/* Sums are a row too. */
guint
netz_dossier_table_get_n_rows (const NetzDossierTable *self)
{
  return self->rows->len;
}

const char *
netz_dossier_table_get_cell (const NetzDossierTable *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);
  return ((char **) g_ptr_array_index (self->rows, row))[column];
}

gboolean
netz_dossier_table_is_sums (const NetzDossierTable *self, guint row)
{
  return self->has_sums && row + 1 == self->rows->len;
}
