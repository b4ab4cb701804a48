/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on pages: their head is repeated, their rows stay whole. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-dossier-pdf-private.h"

#include <math.h>

#define PAD_X 4.0
#define PAD_Y 2.2
#define FORM_PAD_Y 4.0
#define CAPTION_BEFORE 4.0
#define CAPTION_GAP 3.0
#define HIGHEST_HEAD 104.0 /* of heads that stand upright */
#define NARROWEST 22.0
#define LEAST_TURNED 6
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
  gboolean divide;   /* words, since there is no room for whole ones; beside other cells nobody could join them again */
  gboolean repeated; /* the head is painted again: it belongs to the page, not to the table */
  gboolean turned; /* the heads of figures stand upright, or there is no room for all columns */
} Grid;

/* The lines of the cells of a row. */
typedef struct
{
  int index;
  GPtrArray *cells; /* GPtrArrays of lines */
  guint n_lines;
  double upright; /* height of heads that stand upright; 0 = none do */
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

static gboolean
is_turned (const Grid *self, int row, guint column)
{
  return self->turned && row == HEAD_ROW &&
         netz_dossier_table_get_align (self->table, column) != NETZ_COLUMN_START;
}

static double
measure_words (const Grid *self, const char *text, const NetzPdfFont *font)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, netz_pdf_text_measure (self->pdf->text, words[i], font));
  return widest;
}

/* A head wants its words whole, and may have several lines, so that a column of figures stays narrow. */
static void
measure_column (Grid *self, guint column, double *least, double *wanted)
{
  *least = *wanted = 0;
  for (int row = HEAD_ROW; row < (int) netz_dossier_table_get_n_rows (self->table); row++)
    {
      const NetzPdfFont *font = get_font (self, row);
      const char *text = get_cell (self, row, column);

      if (is_turned (self, row, column))
        continue;
      *least = MAX (*least, self->divide ? netz_pdf_text_measure_word (self->pdf->text, text, font)
                                         : measure_words (self, text, font));
      *wanted = MAX (*wanted, row == HEAD_ROW ? measure_words (self, text, font)
                                              : netz_pdf_text_measure (self->pdf->text, text, font));
    }
  *least = MAX (*least + 2 * PAD_X, NARROWEST);
  *wanted = MAX (*wanted + 2 * PAD_X, *least);
}

static void
measure_columns (Grid *self, double *least, double *wanted)
{
  for (guint i = 0; i < self->n_columns; i++)
    measure_column (self, i, &least[i], &wanted[i]);
}

static gboolean
is_figures (const Grid *self, guint column)
{
  return netz_dossier_table_get_align (self->table, column) != NETZ_COLUMN_START;
}

static double
sum_up (const Grid *self, const double *widths)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += widths[i];
  return sum;
}

/* If texts alone can give way, figures and their heads do not. */
static void
keep_figures (const Grid *self, double *least, const double *wanted)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += is_figures (self, i) ? wanted[i] : least[i];
  for (guint i = 0; i < self->n_columns && sum <= self->pdf->width; i++)
    if (is_figures (self, i))
      least[i] = wanted[i];
}

/* If all fits, no column is wider than it wants; else what is left over is shared out by how much more they want. */
static void
share_width (Grid *self, double *least, const double *wanted)
{
  double width = self->pdf->width;
  double sum_wanted = sum_up (self, wanted);
  gboolean fill = netz_dossier_table_is_form (self->table) || self->turned;
  double sum_least;

  keep_figures (self, least, wanted);
  sum_least = sum_up (self, least);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (sum_wanted <= width)
        self->widths[i] = fill ? wanted[i] * width / sum_wanted : wanted[i];
      else if (sum_least >= width)
        self->widths[i] = least[i] * width / sum_least;
      else
        self->widths[i] = least[i] + (wanted[i] - least[i]) * (width - sum_least) / (sum_wanted - sum_least);
      self->total += self->widths[i];
    }
}

/* Whether there is no room for the heads of the figures even if texts give way. */
static gboolean
must_turn (const Grid *self, const double *least, const double *wanted)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      n += is_figures (self, i) ? 1 : 0;
      sum += is_figures (self, i) ? wanted[i] : least[i];
    }
  return sum > self->pdf->width && n >= LEAST_TURNED;
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
  measure_columns (self, least, wanted);
  self->turned = must_turn (self, least, wanted);
  if (self->turned)
    measure_columns (self, least, wanted);
  self->divide = sum_up (self, least) > pdf->width;
  if (self->divide)
    measure_columns (self, least, wanted);
  share_width (self, least, wanted);
}

static void
clear_grid (Grid *self)
{
  g_free (self->widths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, clear_grid)

/* The lines of a head that stands upright, as long as the row may be high. */
static GPtrArray *
break_upright (Row *self, const Grid *grid, guint column)
{
  GPtrArray *lines = netz_pdf_text_break (grid->pdf->text, get_cell (grid, self->index, column), &netz_pdf_table_head,
                                          HIGHEST_HEAD);

  for (guint i = 0; i < lines->len; i++)
    self->upright = MAX (self->upright,
                         netz_pdf_text_measure (grid->pdf->text, lines->pdata[i], &netz_pdf_table_head));
  return lines;
}

/* Words stay whole if there is room for them. */
static GPtrArray *
break_cell (const Grid *self, int row, guint column)
{
  double width = self->widths[column] - 2 * PAD_X + 0.01;
  const char *text = get_cell (self, row, column);

  if (measure_words (self, text, get_font (self, row)) <= width)
    return netz_pdf_text_break_whole (self->pdf->text, text, get_font (self, row), width);
  return netz_pdf_text_break (self->pdf->text, text, get_font (self, row), width);
}

static void
init_row (Row *self, const Grid *grid, int index)
{
  *self = (Row) { .index = index, .n_lines = 1 };
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint column = 0; column < grid->n_columns; column++)
    if (is_turned (grid, index, column))
      g_ptr_array_add (self->cells, break_upright (self, grid, column));
    else
      {
        GPtrArray *lines = break_cell (grid, index, column);

        g_ptr_array_add (self->cells, lines);
        self->n_lines = MAX (self->n_lines, lines->len);
      }
  self->n_lines = MAX (self->n_lines, (guint) ceil (self->upright / netz_pdf_table.leading));
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
begin_tag (const Grid *self, const char *tag)
{
  if (!self->repeated)
    netz_pdf_begin_tag (self->pdf, tag);
}

static void
end_tag (const Grid *self, const char *tag)
{
  if (!self->repeated)
    netz_pdf_end_tag (self->pdf, tag);
}

/* From the bottom upwards, as one reads with the head to the left. */
static void
paint_upright (const Grid *self, const Row *row, guint column, double x, double y)
{
  GPtrArray *lines = g_ptr_array_index (row->cells, column);
  double leading = netz_pdf_table_head.leading;
  double left = x + self->widths[column] - PAD_X - lines->len * leading + (leading - netz_pdf_table_head.size) / 2;
  NetzPdf *pdf = self->pdf;

  if (pdf->dry)
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      cairo_save (pdf->cr);
      cairo_translate (pdf->cr, left + i * leading, y + self->pad + row->n_lines * netz_pdf_table.leading);
      cairo_rotate (pdf->cr, -G_PI / 2);
      netz_pdf_paint_line (pdf, g_ptr_array_index (lines, i), &netz_pdf_table_head, 0, 0);
      cairo_restore (pdf->cr);
    }
}

static void
paint_cell (const Grid *self, const Row *row, guint column, double x, guint first, guint n_lines, double y)
{
  GPtrArray *lines = g_ptr_array_index (row->cells, column);
  const NetzPdfFont *font = get_font (self, row->index);
  NetzColumnAlign align = netz_dossier_table_get_align (self->table, column);
  /* Heads stand on the line below them. */
  guint down = row->index == HEAD_ROW && lines->len < n_lines ? n_lines - lines->len : 0;
  gboolean head = row->index == HEAD_ROW || (column == 0 && !netz_dossier_table_is_form (self->table));

  begin_tag (self, head ? "TH" : "TD");
  if (is_turned (self, row->index, column))
    paint_upright (self, row, column, x, y);
  for (guint i = is_turned (self, row->index, column) ? lines->len : first; i < MIN (first + n_lines, lines->len); i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      double slack = self->widths[column] - 2 * PAD_X -
                     (align == NETZ_COLUMN_START ? 0 : netz_pdf_text_measure (self->pdf->text, line, font));
      double shift = align == NETZ_COLUMN_START ? 0 : align == NETZ_COLUMN_END ? slack : slack / 2;

      netz_pdf_paint_line (self->pdf, line, font, x + PAD_X + shift,
                           y + self->pad + (i - first + down) * netz_pdf_table.leading);
    }
  end_tag (self, head ? "TH" : "TD");
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

  begin_tag (self, "TR");
  for (guint column = 0; column < self->n_columns; column++)
    {
      paint_cell (self, row, column, x, first, n_lines, self->pdf->y);
      x += self->widths[column];
    }
  end_tag (self, "TR");
  paint_rules (self, row->index, self->pdf->y, height);
  self->pdf->y += height;
  self->pdf->started = TRUE;
}

static void
add_head (Grid *self)
{
  g_auto (Row) row = { 0 };

  init_row (&row, self, HEAD_ROW);
  paint_slice (self, &row, 0, row.n_lines);
}

static void
continue_on_next_page (Grid *self)
{
  netz_pdf_begin_page (self->pdf, FALSE);
  self->repeated = TRUE;
  add_head (self);
  self->repeated = FALSE;
}

/* A row stays whole unless no page could hold it. */
static void
add_row (Grid *self, int index)
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
    height += CAPTION_BEFORE + netz_pdf_table_head.leading + CAPTION_GAP;
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
      self->y += self->started ? CAPTION_BEFORE : 0;
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
