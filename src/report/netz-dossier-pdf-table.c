/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on pages: their head is repeated, their rows stay whole. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-dossier-pdf-private.h"

#define PAD_X 4.0
#define PAD_Y 2.2
#define FORM_PAD_Y 4.0
#define CAPTION_GAP 3.0
#define AFTER 10.0
#define THIN 0.4
#define THICK 0.9
#define HEAD_ROW (-1)

typedef struct
{
  NetzPdf *pdf;
  const NetzDossierTable *table;
  guint n_columns;
  double *widths; /* with padding */
  double total;
  double pad;
} Grid;

/* The lines of the cells of a row. */
typedef struct
{
  int index;
  GPtrArray *cells; /* GPtrArrays of lines */
  guint n_lines;
} Row;

static const NetzPdfFont *
get_font (const Grid *self, int row)
{
  return row == HEAD_ROW || netz_dossier_table_is_sums (self->table, (guint) row) ? &netz_pdf_table_head
                                                                                  : &netz_pdf_table;
}

static const char *
get_cell (const Grid *self, int row, guint column)
{
  return row == HEAD_ROW ? netz_dossier_table_get_column (self->table, column)
                         : netz_dossier_table_get_cell (self->table, (guint) row, column);
}

static void
measure_column (Grid *self, guint column, double *least, double *wanted)
{
  *least = *wanted = 0;
  for (int row = HEAD_ROW; row < (int) netz_dossier_table_get_n_rows (self->table); row++)
    {
      const NetzPdfFont *font = get_font (self, row);
      const char *text = get_cell (self, row, column);

      *least = MAX (*least, netz_pdf_text_measure_word (self->pdf->text, text, font));
      /* The head may be divided, so that a column of figures stays narrow. */
      if (row != HEAD_ROW)
        *wanted = MAX (*wanted, netz_pdf_text_measure (self->pdf->text, text, font));
    }
  *least += 2 * PAD_X;
  *wanted = MAX (*wanted + 2 * PAD_X, *least);
}

/* What is left over is shared out by how much more the columns want; if all fits, none is wider than it wants. */
static void
share_width (Grid *self, const double *least, const double *wanted)
{
  double sum_least = 0, sum_wanted = 0;
  gboolean form = netz_dossier_table_is_form (self->table);

  for (guint i = 0; i < self->n_columns; i++)
    {
      sum_least += least[i];
      sum_wanted += wanted[i];
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (sum_wanted <= self->pdf->width)
        self->widths[i] = form ? wanted[i] * self->pdf->width / sum_wanted : wanted[i];
      else if (sum_least >= self->pdf->width)
        self->widths[i] = least[i] * self->pdf->width / sum_least;
      else
        self->widths[i] = least[i] + (wanted[i] - least[i]) * (self->pdf->width - sum_least) / (sum_wanted - sum_least);
      self->total += self->widths[i];
    }
}

static void
init_grid (Grid *self, NetzPdf *pdf, const NetzDossierTable *table)
{
  g_autofree double *least = NULL;
  g_autofree double *wanted = NULL;

  *self = (Grid) { .pdf = pdf, .table = table, .n_columns = netz_dossier_table_get_n_columns (table) };
  self->widths = g_new0 (double, self->n_columns);
  self->pad = netz_dossier_table_is_form (table) ? FORM_PAD_Y : PAD_Y;
  least = g_new0 (double, self->n_columns);
  wanted = g_new0 (double, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    measure_column (self, i, &least[i], &wanted[i]);
  share_width (self, least, wanted);
}

static void
clear_grid (Grid *self)
{
  g_free (self->widths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, clear_grid)

static void
init_row (Row *self, const Grid *grid, int index)
{
  *self = (Row) { .index = index, .n_lines = 1 };
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint column = 0; column < grid->n_columns; column++)
    {
      GPtrArray *lines = netz_pdf_text_break (grid->pdf->text, get_cell (grid, index, column), get_font (grid, index),
                                              grid->widths[column] - 2 * PAD_X + 0.01);

      g_ptr_array_add (self->cells, lines);
      self->n_lines = MAX (self->n_lines, lines->len);
    }
}

static void
clear_row (Row *self)
{
  g_clear_pointer (&self->cells, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, clear_row)

static double
measure_lines (const Grid *self, guint n_lines)
{
  return n_lines * netz_pdf_table.leading + 2 * self->pad;
}

static double
measure_row (const Grid *self, int index)
{
  g_auto (Row) row = { 0 };

  init_row (&row, self, index);
  return measure_lines (self, row.n_lines);
}

static void
paint_cell (const Grid *self, const Row *row, guint column, double x, guint first, guint n_lines, double y)
{
  GPtrArray *lines = g_ptr_array_index (row->cells, column);
  const NetzPdfFont *font = get_font (self, row->index);
  NetzAlign align = netz_dossier_table_get_align (self->table, column);
  /* Heads stand on the line below them. */
  guint down = row->index == HEAD_ROW && lines->len < n_lines ? n_lines - lines->len : 0;
  gboolean head = row->index == HEAD_ROW || (column == 0 && !netz_dossier_table_is_form (self->table));

  netz_pdf_begin_tag (self->pdf, head ? "TH" : "TD");
  for (guint i = first; i < MIN (first + n_lines, lines->len); i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      double slack = self->widths[column] - 2 * PAD_X -
                     (align == NETZ_ALIGN_START ? 0 : netz_pdf_text_measure (self->pdf->text, line, font));
      double shift = align == NETZ_ALIGN_START ? 0 : align == NETZ_ALIGN_END ? slack : slack / 2;

      netz_pdf_paint_line (self->pdf, line, font, x + PAD_X + shift,
                           y + self->pad + (i - first + down) * netz_pdf_table.leading);
    }
  netz_pdf_end_tag (self->pdf, head ? "TH" : "TD");
}

static void
paint_rules (const Grid *self, int index, double top, double height)
{
  double right = self->pdf->x + self->total;
  gboolean form = netz_dossier_table_is_form (self->table);

  if (form)
    {
      double x = self->pdf->x;

      for (guint i = 0; i <= self->n_columns; i++)
        {
          netz_pdf_paint_rule (self->pdf, x, top, x, top + height, THIN);
          x += i < self->n_columns ? self->widths[i] : 0;
        }
      netz_pdf_paint_rule (self->pdf, self->pdf->x, top, right, top, THIN);
    }
  else if (index != HEAD_ROW && netz_dossier_table_is_sums (self->table, (guint) index))
    netz_pdf_paint_rule (self->pdf, self->pdf->x, top, right, top, THICK);
  netz_pdf_paint_rule (self->pdf, self->pdf->x, top + height, right, top + height,
                       index == HEAD_ROW && !form ? THICK : THIN);
}

/* Some lines of a row, where the page is. */
static void
paint_slice (const Grid *self, const Row *row, guint first, guint n_lines)
{
  double height = measure_lines (self, n_lines);
  double x = self->pdf->x;

  netz_pdf_begin_tag (self->pdf, "TR");
  for (guint column = 0; column < self->n_columns; column++)
    {
      paint_cell (self, row, column, x, first, n_lines, self->pdf->y);
      x += self->widths[column];
    }
  netz_pdf_end_tag (self->pdf, "TR");
  paint_rules (self, row->index, self->pdf->y, height);
  self->pdf->y += height;
  self->pdf->started = TRUE;
}

static void
add_head (const Grid *self)
{
  g_auto (Row) row = { 0 };

  init_row (&row, self, HEAD_ROW);
  paint_slice (self, &row, 0, row.n_lines);
}

static void
continue_on_next_page (const Grid *self)
{
  netz_pdf_end_tag (self->pdf, "Table");
  netz_pdf_begin_page (self->pdf, FALSE);
  netz_pdf_begin_tag (self->pdf, "Table");
  add_head (self);
}

/* A row stays whole unless no page could hold it. */
static void
add_row (const Grid *self, int index)
{
  g_auto (Row) row = { 0 };
  guint done = 0;

  init_row (&row, self, index);
  if (!netz_pdf_has_room (self->pdf, measure_lines (self, row.n_lines)))
    continue_on_next_page (self);
  while (done < row.n_lines)
    {
      double room = self->pdf->bottom - self->pdf->y - 2 * self->pad;
      guint fit = (guint) MAX (room / netz_pdf_table.leading, 1);
      guint taken = MIN (row.n_lines - done, fit);

      paint_slice (self, &row, done, taken);
      done += taken;
      if (done < row.n_lines)
        continue_on_next_page (self);
    }
}

/* How much of a page the caption, the head and two rows take, so that they begin together. */
double
netz_pdf_measure_table_start (NetzPdf *self, const NetzDossierTable *table)
{
  g_auto (Grid) grid = { 0 };
  guint n_rows = netz_dossier_table_get_n_rows (table);
  double height;

  init_grid (&grid, self, table);
  height = measure_row (&grid, HEAD_ROW);
  if (netz_dossier_table_get_caption (table) != NULL)
    height += netz_pdf_table_head.leading + CAPTION_GAP;
  for (guint row = 0; row < MIN (n_rows, 2); row++)
    height += measure_row (&grid, (int) row);
  return height;
}

void
netz_pdf_add_table (NetzPdf *self, const NetzDossierTable *table)
{
  g_auto (Grid) grid = { 0 };

  if (!netz_pdf_has_room (self, netz_pdf_measure_table_start (self, table)))
    netz_pdf_begin_page (self, FALSE);
  init_grid (&grid, self, table);
  if (netz_dossier_table_get_caption (table) != NULL)
    {
      netz_pdf_add_lines (self, "P", netz_dossier_table_get_caption (table), &netz_pdf_table_head);
      self->y += CAPTION_GAP;
    }
  netz_pdf_begin_tag (self, "Table");
  add_head (&grid);
  for (guint row = 0; row < netz_dossier_table_get_n_rows (table); row++)
    add_row (&grid, (int) row);
  netz_pdf_end_tag (self, "Table");
  self->y += AFTER;
}
