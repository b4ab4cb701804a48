/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the matrix of coverage looks. */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-coverage-matrix-private.h"

#include "model/netz-date.h"
#include "model/netz-describe.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MARK 6.0 /* radius of a mark */

typedef struct
{
  NetzCoverageMatrix *matrix;
  cairo_t *cr;
  GdkRGBA text;
  gboolean dark;
  double names;
  double cell;
} Pen;

/* On light and on dark; shape tells them apart for those to whom colours do not. */
static const GdkRGBA colours[NETZ_N_STAGES][2] = {
  [NETZ_STAGE_ENDED] = { { 0.55, 0.55, 0.57, 1 }, { 0.6, 0.6, 0.62, 1 } },
  [NETZ_STAGE_DORMANT] = { { 0.45, 0.45, 0.48, 1 }, { 0.68, 0.68, 0.7, 1 } },
  [NETZ_STAGE_IDEA] = { { 0.13, 0.38, 0.68, 1 }, { 0.55, 0.75, 0.98, 1 } },
  [NETZ_STAGE_PREPARATION] = { { 0.7, 0.42, 0.0, 1 }, { 0.97, 0.75, 0.32, 1 } },
  [NETZ_STAGE_ESTABLISHED] = { { 0.1, 0.45, 0.3, 1 }, { 0.4, 0.82, 0.6, 1 } },
};

static void
set_text_colour (Pen *pen, double alpha)
{
  cairo_set_source_rgba (pen->cr, pen->text.red, pen->text.green, pen->text.blue, alpha);
}

static PangoLayout *
make_layout (Pen *pen, const char *text, PangoWeight weight, double scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (pen->matrix), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/* A text within a box: @align 0 = at its left, 0.5 = in the middle, 1 = at its right. */
static void
draw_text (Pen *pen, const char *text, const GdkRectangle *box, double align, PangoWeight weight, double scale)
{
  g_autoptr (PangoLayout) layout = make_layout (pen, text, weight, scale);
  int width, height;

  pango_layout_set_width (layout, MAX (box->width, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (align > 0)
    pango_layout_set_width (layout, -1);
  cairo_move_to (pen->cr, box->x + align * (box->width - width), box->y + (box->height - height) / 2.0);
  pango_cairo_show_layout (pen->cr, layout);
}

/* Upright, from below to above, so that long names of programmes stand beside each other. */
static void
draw_upright (Pen *pen, const char *text, double x)
{
  g_autoptr (PangoLayout) layout = make_layout (pen, text, PANGO_WEIGHT_NORMAL, 0.85);
  int width, height;

  pango_layout_set_width (layout, (int) ((MATRIX_NAMES - 12) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, pen->cell >= 30 ? -2 : -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, x + (pen->cell - height) / 2.0, MATRIX_NAMES - 5);
  cairo_rotate (pen->cr, -G_PI / 2);
  cairo_move_to (pen->cr, 0, 0);
  pango_cairo_show_layout (pen->cr, layout);
  cairo_restore (pen->cr);
}

static void
draw_circle (Pen *pen, double x, double y, double radius)
{
  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x, y, radius, 0, 2 * G_PI);
}

/* Full, half, dotted, a stroke, a cross: the same order as lines on the canvas have. */
static void
draw_mark (Pen *pen, NetzStage stage, double x, double y)
{
  static const double dots[] = { 2.2, 2.2 };

  gdk_cairo_set_source_rgba (pen->cr, &colours[stage][pen->dark]);
  cairo_set_line_width (pen->cr, 1.6);
  switch (stage)
    {
    case NETZ_STAGE_ESTABLISHED:
      draw_circle (pen, x, y, MARK);
      cairo_fill (pen->cr);
      break;
    case NETZ_STAGE_PREPARATION:
      draw_circle (pen, x, y, MARK - 0.8);
      cairo_stroke (pen->cr);
      cairo_arc (pen->cr, x, y, MARK - 0.8, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (pen->cr);
      break;
    case NETZ_STAGE_IDEA:
      cairo_set_dash (pen->cr, dots, 2, 0);
      draw_circle (pen, x, y, MARK - 0.8);
      cairo_stroke (pen->cr);
      cairo_set_dash (pen->cr, NULL, 0, 0);
      break;
    case NETZ_STAGE_DORMANT:
      cairo_move_to (pen->cr, x - MARK, y);
      cairo_line_to (pen->cr, x + MARK, y);
      cairo_stroke (pen->cr);
      break;
    case NETZ_STAGE_ENDED:
      cairo_move_to (pen->cr, x - 4, y - 4);
      cairo_line_to (pen->cr, x + 4, y + 4);
      cairo_move_to (pen->cr, x + 4, y - 4);
      cairo_line_to (pen->cr, x - 4, y + 4);
      cairo_stroke (pen->cr);
      break;
    case NETZ_STAGE_NONE:
    default:
      break;
    }
}

static void
draw_cell (Pen *pen, guint row, guint column, double x, double y)
{
  const NetzCoverage *coverage = pen->matrix->coverage;
  const NetzPartnership *best = netz_coverage_get_best (coverage, row, column);
  NetzStage stage = netz_coverage_get_cell (coverage, row, column)->stage;
  double middle = y + MATRIX_ROW / 2;
  gboolean roomy = pen->cell >= 44;
  double mark = x + (roomy ? pen->cell / 2 - MARK - 5 : MARK + 3);
  NetzDate date = { 0 };

  if (best == NULL)
    {
      set_text_colour (pen, 0.22);
      draw_circle (pen, x + pen->cell / 2, middle, 1.3);
      cairo_fill (pen->cr);
      return;
    }
  if (pen->cell >= 32 && netz_date_parse (best->since, &date))
    {
      g_autofree char *year = g_strdup_printf ("’%02d", date.year % 100);
      const GdkRectangle box = { (int) (mark + MARK + 2), (int) y, 40, (int) MATRIX_ROW };

      draw_mark (pen, stage, mark, middle);
      set_text_colour (pen, stage >= NETZ_STAGE_IDEA ? 0.85 : 0.55);
      draw_text (pen, year, &box, 0, PANGO_WEIGHT_NORMAL, roomy ? 0.88 : 0.75);
    }
  else
    draw_mark (pen, stage, x + pen->cell / 2, middle);
}

static void
draw_bar (Pen *pen, double x, double y, double width, double share)
{
  set_text_colour (pen, 0.12);
  cairo_rectangle (pen->cr, x, y, width, 4);
  cairo_fill (pen->cr);
  gdk_cairo_set_source_rgba (pen->cr, &colours[NETZ_STAGE_ESTABLISHED][pen->dark]);
  cairo_rectangle (pen->cr, x, y, width * CLAMP (share, 0, 1), 4);
  cairo_fill (pen->cr);
}

/* A number with its share of @of below, as a bar. */
static void
draw_sum (Pen *pen, guint n, guint of, double x, double y, double height, PangoWeight weight)
{
  g_autofree char *text = g_strdup_printf ("%'u", n);
  const GdkRectangle box = { (int) x, (int) y + 1, (int) pen->cell, (int) height - 9 };

  set_text_colour (pen, n > 0 ? 1 : 0.5);
  draw_text (pen, text, &box, 0.5, weight, 1);
  draw_bar (pen, x + 6, y + height - 9, pen->cell - 12, of > 0 ? (double) n / of : 0);
}

static void
draw_sum_of_line (Pen *pen, guint group, double y, double height)
{
  double x = pen->names + pen->cell * pen->matrix->coverage->n_columns;
  guint of;
  guint n = netz_coverage_count (pen->matrix->coverage, group, NETZ_COVERAGE_ALL, &of);
  g_autofree char *figure = g_strdup_printf (_("%u of %u"), n, of);
  g_autofree char *share = g_strdup_printf (_("%.0f %%"), of > 0 ? 100.0 * n / of : 0.0);
  GdkRectangle box = { (int) x + 8, (int) y + 1, (int) MATRIX_SUM - 16, (int) height - 9 };

  set_text_colour (pen, 1);
  draw_text (pen, figure, &box, 0, PANGO_WEIGHT_BOLD, 0.92);
  set_text_colour (pen, 0.75);
  draw_text (pen, share, &box, 1, PANGO_WEIGHT_NORMAL, 0.88);
  draw_bar (pen, x + 8, y + height - 9, MATRIX_SUM - 16, of > 0 ? (double) n / of : 0);
}

static void
draw_group (Pen *pen, const MatrixLine *line, double y)
{
  const NetzCoverage *coverage = pen->matrix->coverage;
  const NetzCoverageGroup *group = &coverage->groups[line->group];
  const GdkRectangle box = { 10, (int) y, (int) pen->names - 16, (int) MATRIX_GROUP };

  set_text_colour (pen, 0.06);
  cairo_rectangle (pen->cr, 0, y, gtk_widget_get_width (GTK_WIDGET (pen->matrix)), MATRIX_GROUP);
  cairo_fill (pen->cr);
  set_text_colour (pen, 1);
  draw_text (pen, group->label, &box, 0, PANGO_WEIGHT_BOLD, 1);
  for (guint i = 0; i < coverage->n_columns; i++)
    draw_sum (pen, group->covered[i], group->n_rows, pen->names + i * pen->cell, y, MATRIX_GROUP, PANGO_WEIGHT_MEDIUM);
  draw_sum_of_line (pen, line->group, y, MATRIX_GROUP);
}

static void
draw_row (Pen *pen, const MatrixLine *line, double y)
{
  const NetzCoverage *coverage = pen->matrix->coverage;
  const NetzCoverageRow *row = &coverage->rows[line->row];
  const GdkRectangle box = { 20, (int) y, (int) pen->names - 26, (int) MATRIX_ROW };
  const GdkRectangle sum = { (int) (pen->names + coverage->n_columns * pen->cell) + 8, (int) y,
                             (int) MATRIX_SUM - 16, (int) MATRIX_ROW };
  g_autofree char *n = g_strdup_printf ("%u", row->n_covered);

  set_text_colour (pen, 1);
  draw_text (pen, netz_institution_get_label (row->school), &box, 0, PANGO_WEIGHT_NORMAL, 1);
  for (guint i = 0; i < coverage->n_columns; i++)
    draw_cell (pen, line->row, i, pen->names + i * pen->cell, y);
  set_text_colour (pen, row->n_covered > 0 ? 0.9 : 0.5);
  draw_text (pen, n, &sum, 0, PANGO_WEIGHT_NORMAL, 0.92);
  set_text_colour (pen, 0.08);
  cairo_rectangle (pen->cr, 0, y + MATRIX_ROW - 1, gtk_widget_get_width (GTK_WIDGET (pen->matrix)), 1);
  cairo_fill (pen->cr);
}

/* What the marks mean, in the corner that the names of columns and rows leave free. */
static void
draw_legend (Pen *pen)
{
  double y = 16;

  for (guint stage = NETZ_STAGE_ESTABLISHED; stage > NETZ_STAGE_NONE; stage--, y += 22)
    {
      const GdkRectangle box = { 32, (int) y - 11, (int) pen->names - 40, 22 };

      draw_mark (pen, stage, 18, y);
      set_text_colour (pen, 0.8);
      draw_text (pen, netz_describe_status (netz_stage_get_status (stage)), &box, 0, PANGO_WEIGHT_NORMAL, 0.88);
    }
}

static void
draw_head (Pen *pen)
{
  const NetzCoverage *coverage = pen->matrix->coverage;
  const GdkRectangle box = { 10, (int) MATRIX_NAMES, (int) pen->names - 16, (int) (MATRIX_HEAD - MATRIX_NAMES) };
  const GdkRectangle sum = { (int) (pen->names + coverage->n_columns * pen->cell) + 8, (int) MATRIX_NAMES - 40,
                             (int) MATRIX_SUM - 16, 40 };
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u school", "%u schools", coverage->n_rows),
                                          coverage->n_rows);

  draw_legend (pen);
  set_text_colour (pen, 0.85);
  for (guint i = 0; i < coverage->n_columns; i++)
    draw_upright (pen, coverage->columns[i].label, pen->names + i * pen->cell);
  draw_text (pen, _("Any partner"), &sum, 0, PANGO_WEIGHT_NORMAL, 0.92);
  set_text_colour (pen, 1);
  draw_text (pen, all, &box, 0, PANGO_WEIGHT_BOLD, 1.1);
  for (guint i = 0; i < coverage->n_columns; i++)
    draw_sum (pen, coverage->columns[i].covered, coverage->n_rows, pen->names + i * pen->cell, MATRIX_NAMES + 6,
              MATRIX_HEAD - MATRIX_NAMES - 8, PANGO_WEIGHT_BOLD);
  draw_sum_of_line (pen, NETZ_COVERAGE_ALL, MATRIX_NAMES + 6, MATRIX_HEAD - MATRIX_NAMES - 8);
  set_text_colour (pen, 0.3);
  cairo_rectangle (pen->cr, 0, MATRIX_HEAD - 1, gtk_widget_get_width (GTK_WIDGET (pen->matrix)), 1);
  cairo_fill (pen->cr);
}

static void
draw_cursor (Pen *pen)
{
  GdkRectangle area;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (pen->matrix)) && !gtk_widget_is_focus (GTK_WIDGET (pen->matrix)))
    return;
  netz_coverage_matrix_get_cursor_area (pen->matrix, &area);
  if (pen->matrix->line > 0 && area.y < MATRIX_HEAD - 1)
    return;
  set_text_colour (pen, 0.9);
  cairo_set_line_width (pen->cr, 2);
  cairo_rectangle (pen->cr, area.x + 1, area.y + 1, area.width - 2, area.height - 2);
  cairo_stroke (pen->cr);
}

/* The first line that ends below @y; lines are sorted. */
static guint
find_first (NetzCoverageMatrix *self, double y)
{
  guint low = 1;
  guint high = self->lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const MatrixLine *line = netz_coverage_matrix_get_line (self, middle);

      if (line->y + netz_coverage_matrix_get_line_height (line) <= y)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
draw_lines (Pen *pen)
{
  NetzCoverageMatrix *self = pen->matrix;
  double offset = gtk_adjustment_get_value (self->adjustment);
  double bottom = gtk_widget_get_height (GTK_WIDGET (self)) - MATRIX_HEAD + offset;

  for (guint i = find_first (self, offset); i < self->lines->len; i++)
    {
      const MatrixLine *line = netz_coverage_matrix_get_line (self, i);

      if (line->y >= bottom)
        break;
      if (line->row == NETZ_COVERAGE_ALL)
        draw_group (pen, line, MATRIX_HEAD + line->y - offset);
      else
        draw_row (pen, line, MATRIX_HEAD + line->y - offset);
    }
}

/**
 * netz_coverage_matrix_draw:
 * @cr: a context in pixels of the widget
 *
 * Draws the head and the lines in sight.
 */
void
netz_coverage_matrix_draw (NetzCoverageMatrix *self, cairo_t *cr)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Pen pen = { .matrix = self, .cr = cr };

  if (self->coverage == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &pen.text);
  pen.dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  pen.names = netz_coverage_matrix_get_name_width (self);
  pen.cell = netz_coverage_matrix_get_column_width (self);
  cairo_save (cr);
  cairo_rectangle (cr, 0, MATRIX_HEAD, gtk_widget_get_width (widget), gtk_widget_get_height (widget) - MATRIX_HEAD);
  cairo_clip (cr);
  draw_lines (&pen);
  cairo_restore (cr);
  draw_head (&pen);
  draw_cursor (&pen);
}
