/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-picture.h"
#include "scene/netz-label-cache.h"
#include "scene/netz-picture-page.h"
#include "scene/netz-picture-svg.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* What can be made: beyond that cairo fails, or memory ends. */
#define LARGEST_SIDE 20000
#define LARGEST_AREA 120000000.0
#define MOST_TILES 8
#define HIGHEST_DPI 1200.0

#define POINTS_PER_MM (72 / 25.4)

/* Around each page of a poster; printers do not reach further. */
#define TILE_MARGIN (10 * POINTS_PER_MM)
#define MARK_LENGTH (6 * POINTS_PER_MM)

G_DEFINE_QUARK (netz-picture-error-quark, netz_picture_error)

static cairo_status_t
take_bytes (void *closure,
            const unsigned char *data,
            unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status,
              GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, NETZ_PICTURE_ERROR, NETZ_PICTURE_ERROR_FAILED, _("The picture could not be made: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

static gboolean
check_pixels (double width,
              double height,
              GError **error)
{
  if (width >= 1 && height >= 1 && width <= LARGEST_SIDE && height <= LARGEST_SIDE && width * height <= LARGEST_AREA)
    return TRUE;

  g_set_error (error, NETZ_PICTURE_ERROR, NETZ_PICTURE_ERROR_SIZE,
               _("The picture would be %.0f × %.0f pixels. A picture can have up to %d pixels in width and height, and "
                 "up to %d million in all. Choose a smaller width or resolution."),
               ceil (width), ceil (height), LARGEST_SIDE, (int) (LARGEST_AREA / 1e6));
  return FALSE;
}

static gboolean
check_options (const NetzPictureOptions *options,
               GError **error)
{
  const NetzRect *area = options->area;

  if (options->tiles > MOST_TILES)
    {
      g_set_error (error, NETZ_PICTURE_ERROR, NETZ_PICTURE_ERROR_SIZE,
                   _("A poster can have up to %d pages side by side."), MOST_TILES);
      return FALSE;
    }
  if (options->width > LARGEST_SIDE)
    {
      g_set_error (error, NETZ_PICTURE_ERROR, NETZ_PICTURE_ERROR_SIZE,
                   _("A picture can be up to %d pixels wide."), LARGEST_SIDE);
      return FALSE;
    }
  if (options->dpi < 0 || options->dpi > HIGHEST_DPI || isnan (options->dpi) || options->width < 0)
    {
      g_set_error (error, NETZ_PICTURE_ERROR, NETZ_PICTURE_ERROR_SIZE,
                   _("The resolution must be between 1 and %.0f dots per inch."), HIGHEST_DPI);
      return FALSE;
    }
  if (area != NULL && !(isfinite (area->x) && isfinite (area->y) && area->width >= 1 && area->height >= 1 &&
                        fabs (area->x) <= NETZ_COORDINATE_LIMIT * 2 && fabs (area->y) <= NETZ_COORDINATE_LIMIT * 2 &&
                        area->width <= NETZ_COORDINATE_LIMIT * 4 && area->height <= NETZ_COORDINATE_LIMIT * 4))
    {
      g_set_error_literal (error, NETZ_PICTURE_ERROR, NETZ_PICTURE_ERROR_SIZE,
                           _("The part of the network that was to be shown is empty or too large."));
      return FALSE;
    }
  return TRUE;
}

/* Checks what is left when all is painted, and gives the file. */
static GBytes *
finish (cairo_t *cr,
        cairo_surface_t *surface,
        GByteArray *bytes,
        GError **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!check_status (status, error))
    return NULL;
  return g_bytes_new (bytes->data, bytes->len);
}

static GBytes *
render_png (NetzPicturePage *page,
            const NetzPictureOptions *options,
            GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  cairo_t *cr;

  if (options->width > 0)
    netz_picture_page_fit_width (page, options->width);
  else
    netz_picture_page_fit_scale (page, (options->dpi > 0 ? options->dpi : 96) / 96);
  netz_picture_page_get_size (page, &width, &height);
  if (!check_pixels (width, height, error))
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width), (int) ceil (height));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  netz_picture_page_paint (page, cr, NULL, NULL);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, take_bytes, bytes);
  cairo_surface_destroy (surface);

  if (!check_status (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
render_svg (NetzPicturePage *page,
            const NetzPictureOptions *options,
            GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (NetzSvgText) text = netz_svg_text_new ();
  g_autoptr (GBytes) outlines = NULL;
  cairo_surface_t *surface;
  GBytes *whole;
  double width, height;
  cairo_t *cr;

  if (options->width > 0)
    netz_picture_page_fit_width (page, options->width);
  else
    netz_picture_page_fit_scale (page, 1);
  netz_picture_page_get_size (page, &width, &height);

  surface = cairo_svg_surface_create_for_stream (take_bytes, bytes, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cr = cairo_create (surface);
  netz_picture_page_paint (page, cr, netz_svg_text_take, text);
  outlines = finish (cr, surface, bytes, error);
  if (outlines == NULL)
    return NULL;

  whole = netz_svg_text_insert (text, g_bytes_get_data (outlines, NULL), g_bytes_get_size (outlines),
                                netz_picture_page_get_title (page));
  if (whole == NULL)
    check_status (CAIRO_STATUS_WRITE_ERROR, error);
  return whole;
}

static void
set_metadata (cairo_surface_t *surface,
              NetzPicturePage *page)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format_iso8601 (now);

  if (netz_picture_page_get_title (page) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, netz_picture_page_get_title (page));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Netzwerkstatt");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* Where to cut, at the four corners of what belongs to the poster. */
static void
paint_cut_marks (cairo_t *cr,
                 double width,
                 double height)
{
  const double xs[] = { TILE_MARGIN, width - TILE_MARGIN };
  const double ys[] = { TILE_MARGIN, height - TILE_MARGIN };

  cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
  cairo_set_line_width (cr, 0.4);
  for (int i = 0; i < 4; i++)
    {
      double x = xs[i % 2];
      double y = ys[i / 2];
      double out_x = i % 2 == 0 ? -1 : 1;
      double out_y = i / 2 == 0 ? -1 : 1;

      cairo_move_to (cr, x + out_x * 2, y);
      cairo_rel_line_to (cr, out_x * MARK_LENGTH, 0);
      cairo_move_to (cr, x, y + out_y * 2);
      cairo_rel_line_to (cr, 0, out_y * MARK_LENGTH);
    }
  cairo_stroke (cr);
}

/* Which page of the poster it is, where it is cut off. */
static void
paint_tile_name (cairo_t *cr,
                 guint column,
                 guint row,
                 double height)
{
  g_autofree char *name = g_strdup_printf ("%c%u", 'A' + (int) row, column + 1);
  g_autoptr (NetzLabelCache) labels = netz_label_cache_new ();
  NetzLabelSpec spec = { name, 7, FALSE, 0, 1, NETZ_LABEL_LEFT };
  NetzRgba grey = { 0.3, 0.3, 0.3, 1 };

  netz_label_paint (netz_label_cache_get (labels, &spec), cr, TILE_MARGIN + 6, height - TILE_MARGIN + 5, 1, &grey, NULL,
                    NULL, NULL);
}

static GBytes *
render_pdf (NetzPicturePage *page,
            const NetzPictureOptions *options,
            GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint tiles = MAX (options->tiles, 1);
  double margin = tiles > 1 ? TILE_MARGIN : 0;
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  netz_paper_get_size (options->paper, options->landscape, &width, &height);
  netz_picture_page_fit_paper (page, (width - 2 * margin) * tiles, (height - 2 * margin) * tiles);

  surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, width, height);
  set_metadata (surface, page);
  cr = cairo_create (surface);
  for (guint row = 0; row < tiles; row++)
    for (guint column = 0; column < tiles; column++)
      {
        cairo_save (cr);
        if (tiles > 1)
          {
            cairo_rectangle (cr, margin, margin, width - 2 * margin, height - 2 * margin);
            cairo_clip (cr);
          }
        cairo_translate (cr, margin - column * (width - 2 * margin), margin - row * (height - 2 * margin));
        netz_picture_page_paint (page, cr, NULL, NULL);
        cairo_restore (cr);
        if (tiles > 1)
          {
            paint_cut_marks (cr, width, height);
            paint_tile_name (cr, column, row, height);
          }
        cairo_show_page (cr);
      }
  return finish (cr, surface, bytes, error);
}

/**
 * netz_picture_options_init:
 * @options: (out): what is set to a PNG in the print style, with title, date and legend
 */
void
netz_picture_options_init (NetzPictureOptions *options)
{
  *options = (NetzPictureOptions) {
    .format = NETZ_PICTURE_PNG,
    .style = NETZ_STYLE_PRINT,
    .legend = TRUE,
    .paper = NETZ_PAPER_A4,
    .landscape = TRUE,
    .font_scale = 1,
  };
}

/**
 * netz_paper_get_name:
 * @paper: a size of paper
 *
 * Returns: (transfer none): "A4" to "A0", as people write it and the command line takes it
 */
const char *
netz_paper_get_name (NetzPaper paper)
{
  static const char *const names[NETZ_N_PAPERS] = { "A4", "A3", "A2", "A1", "A0" };

  g_return_val_if_fail ((int) paper >= 0 && (int) paper < NETZ_N_PAPERS, NULL);
  return names[paper];
}

/**
 * netz_paper_get_size:
 * @paper: a paper
 * @landscape: whether it lies
 * @width: (out): in points
 * @height: (out): in points
 */
void
netz_paper_get_size (NetzPaper paper,
                     gboolean landscape,
                     double *width,
                     double *height)
{
  static const int millimetres[NETZ_N_PAPERS][2] = {
    { 210, 297 }, { 297, 420 }, { 420, 594 }, { 594, 841 }, { 841, 1189 },
  };

  g_return_if_fail ((int) paper >= 0 && (int) paper < NETZ_N_PAPERS);
  *width = millimetres[paper][landscape ? 1 : 0] * POINTS_PER_MM;
  *height = millimetres[paper][landscape ? 0 : 1] * POINTS_PER_MM;
}

/**
 * netz_picture_render:
 * @network: a network that belongs to this thread
 * @options: how
 * @error: NETZ_PICTURE_ERROR
 *
 * O(n).
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
netz_picture_render (NetzNetwork *network,
                     const NetzPictureOptions *options,
                     GError **error)
{
  g_autoptr (NetzPicturePage) page = NULL;

  g_return_val_if_fail (NETZ_IS_NETWORK (network), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (!check_options (options, error))
    return NULL;

  page = netz_picture_page_new (network, options);
  switch (options->format)
    {
    case NETZ_PICTURE_SVG:
      return render_svg (page, options, error);
    case NETZ_PICTURE_PDF:
      return render_pdf (page, options, error);
    case NETZ_PICTURE_PNG:
    default:
      return render_png (page, options, error);
    }
}
