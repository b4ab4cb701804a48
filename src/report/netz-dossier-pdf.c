/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as PDF: A4, tagged, with bookmarks; the flow of its blocks over the pages. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-dossier-pdf-private.h"
#include "report/netz-pdf-catalogue.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MM(millimetres) ((millimetres) * NETZ_PDF_POINTS_PER_MM)
#define LEFT MM (25) /* room to punch and file it */
#define RIGHT MM (20)
#define TOP MM (20)
#define BOTTOM MM (25)
#define FOOTER MM (14)
#define LIST_INDENT 13.0
#define BOX_INDENT 19.0
#define BULLET "•"
#define LEAST_LINES 2 /* of a paragraph, at the foot and at the head of a page */
#define LEGEND_UNIT 7.6
#define TITLE_BEFORE 14.0

const NetzPdfFont netz_pdf_body = { 10.5, 14.4, FALSE, 0 };
const NetzPdfFont netz_pdf_small = { 8.5, 11.4, FALSE, 0.3 };
const NetzPdfFont netz_pdf_table = { 9.2, 12, FALSE, 0 };
const NetzPdfFont netz_pdf_table_head = { 9.2, 12, TRUE, 0 };

static const NetzPdfFont title_font = { 18, 22, TRUE, 0 };
static const NetzPdfFont lead_font = { 12, 16, TRUE, 0 };
static const NetzPdfFont over_font = { 10.5, 14.4, FALSE, 0.25 };
static const NetzPdfFont heading_fonts[] = { { 13.5, 17, TRUE, 0 }, { 11.5, 15, TRUE, 0 }, { 10.5, 14.4, TRUE, 0 } };
static const double heading_before[] = { 16, 11, 8 };
static const double heading_after[] = { 5, 4, 3 };
static const char *const heading_tags[] = { "H2", "H3", "H4" };

static void paint_footer (NetzPdf *self);

static void
end_page (NetzPdf *self)
{
  if (self->page == 0 || self->dry)
    return;
  paint_footer (self);
  if (self->surface != NULL)
    cairo_show_page (self->cr);
}

/* The page that is wanted is painted on a picture of its size, the others not at all. */
static void
begin_picture (NetzPdf *self, double width, double height)
{
  self->dry = self->page != self->only_page;
  if (self->dry)
    return;
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * self->scale),
                                              (int) ceil (height * self->scale));
  self->cr = cairo_create (self->picture);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
  cairo_scale (self->cr, self->scale, self->scale);
}

/* Ends the page before, if there is one. */
void
netz_pdf_begin_page (NetzPdf *self, gboolean lying)
{
  double width, height;

  end_page (self);
  netz_paper_get_size (NETZ_PAPER_A4, lying, &width, &height);
  self->page++;
  if (self->only_page != 0)
    begin_picture (self, width, height);
  else if (!self->dry)
    cairo_pdf_surface_set_size (self->surface, width, height);
  self->lying = lying;
  self->started = FALSE;
  self->x = LEFT;
  self->y = TOP;
  self->width = width - LEFT - RIGHT;
  self->bottom = height - BOTTOM;
}

/* Whether so much still goes on the page; always where it is empty, or nothing would ever fit. */
gboolean
netz_pdf_has_room (NetzPdf *self, double height)
{
  return !self->started || self->y + height <= self->bottom + 0.01;
}

void
netz_pdf_begin_tag (NetzPdf *self, const char *tag)
{
  if (!self->dry && self->surface != NULL)
    cairo_tag_begin (self->cr, tag, NULL);
}

void
netz_pdf_end_tag (NetzPdf *self, const char *tag)
{
  if (!self->dry && self->surface != NULL)
    cairo_tag_end (self->cr, tag);
}

void
netz_pdf_paint_line (NetzPdf *self, const char *line, const NetzPdfFont *font, double x, double y)
{
  if (!self->dry)
    netz_pdf_text_paint (self->text, self->cr, line, font, x, y);
}

void
netz_pdf_paint_rule (NetzPdf *self, double x1, double y1, double x2, double y2, double width)
{
  if (self->dry)
    return;
  cairo_set_source_rgb (self->cr, 0.25, 0.25, 0.25);
  cairo_set_line_width (self->cr, width);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

static void
paint_footer (NetzPdf *self)
{
  NetzWording wording = self->dossier->wording;
  g_autofree char *number = g_strdup_printf (netz_say (wording, "Page %1$u of %2$u", "Seite %1$u von %2$u"),
                                             self->page, self->n_pages);
  double y = self->bottom + BOTTOM - FOOTER;
  double width = netz_pdf_text_measure (self->text, number, &netz_pdf_small);

  netz_pdf_paint_rule (self, self->x, y - 4, self->x + self->width, y - 4, 0.4);
  netz_pdf_paint_line (self, number, &netz_pdf_small, self->x + self->width - width, y);
  if (self->dossier->footer != NULL)
    {
      g_autoptr (GPtrArray) lines = netz_pdf_text_break (self->text, self->dossier->footer, &netz_pdf_small,
                                                         self->width - width - 20);

      netz_pdf_paint_line (self, lines->pdata[0], &netz_pdf_small, self->x, y);
    }
}

/* Paints lines from @first on until the page is full, and gives how many. */
static guint
paint_lines (NetzPdf *self, GPtrArray *lines, guint first, const NetzPdfFont *font, double indent)
{
  guint n = lines->len - first;
  guint fit = (guint) MAX (floor ((self->bottom - self->y + 0.01) / font->leading), 0);

  if (fit < n)
    {
      /* Not a single line here, nor a single line on the next page. */
      if (n - fit < LEAST_LINES)
        fit -= MIN (fit, LEAST_LINES - (n - fit));
      if (fit < LEAST_LINES && self->started)
        fit = 0;
      n = fit > 0 || self->started ? fit : 1;
    }
  for (guint i = 0; i < n; i++)
    {
      netz_pdf_paint_line (self, lines->pdata[first + i], font, self->x + indent, self->y);
      self->y += font->leading;
      self->started = TRUE;
    }
  return n;
}

static void
add_indented (NetzPdf *self, const char *tag, const char *text, const NetzPdfFont *font, double indent)
{
  g_autoptr (GPtrArray) lines = netz_pdf_text_break (self->text, text, font, self->width - indent);
  guint done = 0;

  while (done < lines->len)
    {
      netz_pdf_begin_tag (self, tag);
      done += paint_lines (self, lines, done, font, indent);
      netz_pdf_end_tag (self, tag);
      if (done < lines->len)
        netz_pdf_begin_page (self, FALSE);
    }
}

/* A paragraph over as many pages as it takes. */
void
netz_pdf_add_lines (NetzPdf *self, const char *tag, const char *text, const NetzPdfFont *font)
{
  add_indented (self, tag, text, font, 0);
}

static guint
count_lines (NetzPdf *self, const char *text, const NetzPdfFont *font, double indent)
{
  g_autoptr (GPtrArray) lines = netz_pdf_text_break (self->text, text, font, self->width - indent);

  return lines->len;
}

static void
add_bookmark (NetzPdf *self, const char *text, guint level, int *parents)
{
  g_autofree char *place = NULL;

  if (self->dry || self->surface == NULL)
    return;
  place = g_strdup_printf ("page=%u pos=[%d %d]", self->page, (int) self->x, (int) self->y);
  parents[level] = cairo_pdf_surface_add_outline (self->surface, level > 0 ? parents[level - 1] : 0, text, place,
                                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (guint below = level + 1; below < 4; below++)
    parents[below] = parents[level];
}

static void
add_title (NetzPdf *self, const NetzBlock *block, int *parents)
{
  if (block->extra != NULL)
    {
      netz_pdf_add_lines (self, "P", block->extra, &over_font);
      self->y += 8;
    }
  if (self->started)
    self->y += TITLE_BEFORE;
  add_bookmark (self, block->text, 0, parents);
  netz_pdf_add_lines (self, "H1", block->text, &title_font);
  self->y += 9;
}

static double
measure_boxes (NetzPdf *self, const NetzBlock *block)
{
  double height = 0;

  if (block->text != NULL)
    height += count_lines (self, block->text, &netz_pdf_body, 0) * netz_pdf_body.leading + 2;
  for (guint i = 0; block->items[i] != NULL; i++)
    height += count_lines (self, block->items[i], &netz_pdf_body, BOX_INDENT) * netz_pdf_body.leading + 2;
  return height;
}

/* How much of a page a block must have at least for its beginning; a heading takes what follows along. */
static double
measure_start (NetzPdf *self, guint index)
{
  const NetzBlock *block = index < self->dossier->blocks->len ? self->dossier->blocks->pdata[index] : NULL;

  if (block == NULL)
    return 0;
  switch (block->type)
    {
    case NETZ_BLOCK_HEADING:
      return heading_before[block->level - 1] + heading_after[block->level - 1] +
             count_lines (self, block->text, &heading_fonts[block->level - 1], 0) *
                 heading_fonts[block->level - 1].leading +
             measure_start (self, index + 1);
    case NETZ_BLOCK_PARAGRAPH:
      return MIN (count_lines (self, block->text, &netz_pdf_body, 0), LEAST_LINES + 1) * netz_pdf_body.leading;
    case NETZ_BLOCK_NOTE:
      return LEAST_LINES * netz_pdf_small.leading;
    case NETZ_BLOCK_LIST:
      return MIN (count_lines (self, block->items[0], &netz_pdf_body, LIST_INDENT), LEAST_LINES + 1) *
             netz_pdf_body.leading;
    case NETZ_BLOCK_BOXES:
      return measure_boxes (self, block);
    case NETZ_BLOCK_TABLE:
      return netz_pdf_measure_table_start (self, block->table);
    case NETZ_BLOCK_LEAD:
    case NETZ_BLOCK_TITLE:
      return title_font.leading + over_font.leading;
    case NETZ_BLOCK_PICTURE:
    case NETZ_BLOCK_PAGE_BREAK:
    default:
      return 0;
    }
}

static void
add_heading (NetzPdf *self, const NetzBlock *block, guint index, int *parents)
{
  guint level = block->level - 1;
  char tag[] = "H1";

  tag[1] = heading_tags[level][1];
  if (!netz_pdf_has_room (self, measure_start (self, index)))
    netz_pdf_begin_page (self, FALSE);
  if (self->started)
    self->y += heading_before[level];
  add_bookmark (self, block->text, block->level, parents);
  netz_pdf_add_lines (self, tag, block->text, &heading_fonts[level]);
  self->y += heading_after[level];
}

static void
add_item (NetzPdf *self, const char *sign, const char *text, double indent)
{
  guint n = count_lines (self, text, &netz_pdf_body, indent);

  if (!netz_pdf_has_room (self, MIN (n, LEAST_LINES) * netz_pdf_body.leading))
    netz_pdf_begin_page (self, FALSE);
  netz_pdf_begin_tag (self, "LI");
  netz_pdf_begin_tag (self, "Lbl");
  netz_pdf_paint_line (self, sign, &netz_pdf_body, self->x + (indent == LIST_INDENT ? 2 : 0), self->y);
  netz_pdf_end_tag (self, "Lbl");
  add_indented (self, "LBody", text, &netz_pdf_body, indent);
  netz_pdf_end_tag (self, "LI");
  self->y += 2;
}

static void
add_list (NetzPdf *self, const NetzBlock *block)
{
  netz_pdf_begin_tag (self, "L");
  for (guint i = 0; block->items[i] != NULL; i++)
    add_item (self, BULLET, block->items[i], LIST_INDENT);
  netz_pdf_end_tag (self, "L");
  self->y += 4;
}

static void
add_boxes (NetzPdf *self, const NetzBlock *block)
{
  if (!netz_pdf_has_room (self, measure_boxes (self, block)))
    netz_pdf_begin_page (self, FALSE);
  if (block->text != NULL)
    {
      netz_pdf_add_lines (self, "P", block->text, &netz_pdf_body);
      self->y += 2;
    }
  netz_pdf_begin_tag (self, "L");
  for (guint i = 0; block->items[i] != NULL; i++)
    add_item (self, block->ticked >> i & 1 ? "☒" : "☐", block->items[i], BOX_INDENT);
  netz_pdf_end_tag (self, "L");
  self->y += 6;
}

/* The network on a page of its own if it lies, the legend below it or on the next page. */
static void
add_picture (NetzPdf *self, const NetzBlock *block)
{
  g_autoptr (NetzDossierPicture) picture = netz_dossier_picture_new (block);
  gboolean lying = netz_dossier_picture_is_lying (picture);
  double caption = block->extra != NULL ? netz_pdf_table_head.leading + 6 : 0;
  double legend, height;

  netz_pdf_begin_page (self, lying);
  legend = netz_dossier_picture_measure_legend (picture, self->width, LEGEND_UNIT);
  if (block->extra != NULL)
    netz_pdf_add_lines (self, "P", block->extra, &netz_pdf_table_head);
  self->y += caption > 0 ? 6 : 0;
  height = MIN (self->bottom - self->y - (lying ? 0 : legend + 10),
                self->width / netz_dossier_picture_get_aspect (picture));
  netz_pdf_begin_tag (self, "Figure");
  if (!self->dry)
    netz_dossier_picture_paint (picture, self->cr, &(NetzRect) { self->x, self->y, self->width, height });
  netz_pdf_end_tag (self, "Figure");
  self->y += height + 10;
  if (lying)
    netz_pdf_begin_page (self, FALSE);
  netz_pdf_begin_tag (self, "Figure");
  if (!self->dry)
    netz_dossier_picture_paint_legend (picture, self->cr, self->x, self->y, self->width, LEGEND_UNIT);
  netz_pdf_end_tag (self, "Figure");
  self->y += netz_dossier_picture_measure_legend (picture, self->width, LEGEND_UNIT) + 12;
  self->started = TRUE;
}

static void
add_block (NetzPdf *self, guint index, int *parents)
{
  const NetzBlock *block = self->dossier->blocks->pdata[index];

  switch (block->type)
    {
    case NETZ_BLOCK_TITLE:
      add_title (self, block, parents);
      break;
    case NETZ_BLOCK_HEADING:
      add_heading (self, block, index, parents);
      break;
    case NETZ_BLOCK_LIST:
      add_list (self, block);
      break;
    case NETZ_BLOCK_BOXES:
      add_boxes (self, block);
      break;
    case NETZ_BLOCK_TABLE:
      netz_pdf_add_table (self, block->table);
      break;
    case NETZ_BLOCK_PICTURE:
      add_picture (self, block);
      break;
    case NETZ_BLOCK_PAGE_BREAK:
      if (self->started)
        netz_pdf_begin_page (self, FALSE);
      break;
    case NETZ_BLOCK_LEAD:
      netz_pdf_add_lines (self, "P", block->text, &lead_font);
      self->y += 6;
      break;
    case NETZ_BLOCK_NOTE:
      netz_pdf_add_lines (self, "P", block->text, &netz_pdf_small);
      self->y += 3;
      break;
    case NETZ_BLOCK_PARAGRAPH:
    default:
      netz_pdf_add_lines (self, "P", block->text, &netz_pdf_body);
      self->y += 6;
      break;
    }
}

/* FALSE if it was stopped. */
static gboolean
flow (NetzPdf *self, GCancellable *cancellable, GError **error)
{
  int parents[4] = { 0 };

  netz_pdf_begin_page (self, FALSE);
  netz_pdf_begin_tag (self, "Document");
  for (guint i = 0; i < self->dossier->blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_block (self, i, parents);
    }
  netz_pdf_end_tag (self, "Document");
  end_page (self);
  return TRUE;
}

static void
set_metadata (cairo_surface_t *surface, const NetzDossier *dossier)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format_iso8601 (now);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, dossier->title);
  if (dossier->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, dossier->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Netzwerkstatt");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Counts the pages, then makes them. */
static gboolean
make_pages (NetzDossier *dossier, cairo_surface_t *surface, cairo_t *cr, GCancellable *cancellable, GError **error)
{
  g_autoptr (NetzPdfText) text = netz_pdf_text_new (cr, dossier->language);
  NetzPdf counting = { .dossier = dossier, .surface = surface, .cr = cr, .text = text, .dry = TRUE };
  NetzPdf pdf = { .dossier = dossier, .surface = surface, .cr = cr, .text = text };

  if (!flow (&counting, cancellable, error))
    return FALSE;
  pdf.n_pages = counting.page;
  return flow (&pdf, cancellable, error);
}

GBytes *
netz_dossier_write_pdf (NetzDossier *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, 1, 1);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  gboolean made;

  /* Later versions may hide the catalogue in a compressed stream, and nothing in the document needs them. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, self);
  made = make_pages (self, surface, cr, cancellable, error);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!made)
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    {
      g_autoptr (GBytes) pdf = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

      return netz_pdf_catalogue_complete (pdf, self->language);
    }
  g_set_error (error, NETZ_REPORT_ERROR, NETZ_REPORT_ERROR_FAILED, _("The document could not be made: %s."),
               cairo_status_to_string (status));
  return NULL;
}

/**
 * netz_dossier_render_page:
 * @self: a document
 * @page: which of its pages, from 1; of a larger number the last
 * @scale: pixels a point
 * @n_pages: (out) (optional): how many pages it has
 * @cancellable: (nullable): stops it between two blocks
 * @error: G_IO_ERROR_CANCELLED, NETZ_REPORT_ERROR
 *
 * What the page of the PDF looks like. All pages are laid out, one is painted.
 *
 * Returns: (transfer full) (nullable): an image, to be destroyed
 */
cairo_surface_t *
netz_dossier_render_page (NetzDossier *self,
                          guint page,
                          double scale,
                          guint *n_pages,
                          GCancellable *cancellable,
                          GError **error)
{
  cairo_surface_t *nothing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (nothing);
  g_autoptr (NetzPdfText) text = netz_pdf_text_new (cr, self->language);
  NetzPdf counting = { .dossier = self, .cr = cr, .text = text, .dry = TRUE };
  NetzPdf pdf = { .dossier = self, .text = text, .scale = scale };
  gboolean made;

  made = flow (&counting, cancellable, error);
  cairo_destroy (cr);
  cairo_surface_destroy (nothing);
  if (!made)
    return NULL;
  pdf.n_pages = counting.page;
  pdf.only_page = CLAMP (page, 1, counting.page);
  if (n_pages != NULL)
    *n_pages = counting.page;
  made = flow (&pdf, cancellable, error);
  g_clear_pointer (&pdf.cr, cairo_destroy);
  if (made)
    return pdf.picture;
  g_clear_pointer (&pdf.picture, cairo_surface_destroy);
  return NULL;
}
