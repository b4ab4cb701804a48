/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-dossier-picture.h"

#include "report/netz-committee-private.h"
#include "scene/netz-legend.h"
#include "scene/netz-picture-page.h"

#include <math.h>

/* Wider than that, a network is larger on a page that lies. */
#define LYING 1.15

/* Names are larger than on the screen: a page of a paper is small. */
#define FONT_SCALE 1.25

struct _NetzDossierPicture
{
  NetzNetwork *network;
  NetzScene *scene;
  NetzLegend *legend; /* NULL if none was asked for */
  NetzPicturePage *page;
  double width, height; /* at 1:1 */
};

/* Its names of kinds and programmes are in the picture's language, those of statuses in that of the messages. */
static void
make_legend (NetzDossierPicture *self, const NetzPictureOptions *options)
{
  NetzWording wording = netz_wording_get (options->language);

  self->legend = netz_legend_new (self->scene, options->area);
  for (guint i = 0; options->language != NULL && i < netz_legend_get_size (self->legend); i++)
    {
      const NetzLegendEntry *entry = netz_legend_get_nth (self->legend, i);

      if (entry->type == NETZ_LEGEND_STATUS)
        netz_legend_set_name (self->legend, i, netz_paper_name_status (wording, entry->id));
    }
}

/**
 * netz_dossier_picture_new:
 * @block: a picture
 *
 * O(n).
 *
 * Returns: (transfer full): it
 */
NetzDossierPicture *
netz_dossier_picture_new (const NetzBlock *block)
{
  NetzDossierPicture *self = g_new0 (NetzDossierPicture, 1);
  NetzPictureOptions options = block->options;

  self->network = netz_network_new_from_snapshot (block->snapshot);
  options.bare = TRUE;
  options.format = NETZ_PICTURE_PDF;
  options.font_scale = MAX (options.font_scale, FONT_SCALE);
  self->page = netz_picture_page_new (self->network, &options);
  netz_picture_page_fit_scale (self->page, 1);
  netz_picture_page_get_size (self->page, &self->width, &self->height);

  self->scene = netz_scene_new (self->network, options.style);
  netz_scene_set_language (self->scene, options.language);
  netz_scene_set_show_ended (self->scene, options.show_ended);
  netz_scene_set_hidden_kinds (self->scene, options.hidden_kinds);
  if (options.legend)
    make_legend (self, &options);
  return self;
}

void
netz_dossier_picture_free (NetzDossierPicture *self)
{
  g_clear_pointer (&self->legend, netz_legend_free);
  netz_picture_page_free (self->page);
  g_object_unref (self->scene);
  g_object_unref (self->network);
  g_free (self);
}

/* Width by height. */
double
netz_dossier_picture_get_aspect (NetzDossierPicture *self)
{
  return self->width / MAX (self->height, 1);
}

gboolean
netz_dossier_picture_is_lying (NetzDossierPicture *self)
{
  return netz_dossier_picture_get_aspect (self) > LYING;
}

/**
 * netz_dossier_picture_paint:
 * @self: a picture
 * @cr: what to paint on
 * @room: where the network has to fit into
 */
void
netz_dossier_picture_paint (NetzDossierPicture *self, cairo_t *cr, const NetzRect *room)
{
  netz_picture_page_fit_paper (self->page, room->width, room->height);
  cairo_save (cr);
  cairo_translate (cr, room->x, room->y);
  netz_picture_page_paint (self->page, cr, NULL, NULL);
  cairo_restore (cr);
}

/* Its height; 0 = there is none. @unit is the size of its type. */
double
netz_dossier_picture_measure_legend (NetzDossierPicture *self, double width, double unit)
{
  double height;

  if (self->legend == NULL || netz_legend_get_size (self->legend) == 0)
    return 0;
  netz_legend_measure (self->legend, width, unit, &height);
  return height;
}

void
netz_dossier_picture_paint_legend (NetzDossierPicture *self,
                                   cairo_t *cr,
                                   double x,
                                   double y,
                                   double width,
                                   double unit)
{
  if (netz_dossier_picture_measure_legend (self, width, unit) > 0)
    netz_legend_paint (self->legend, cr, x, y, width, unit, NULL, NULL);
}

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_t *
begin_image (double width, double height, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                                         (int) ceil (height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  return cr;
}

static GBytes *
end_image (cairo_t *cr, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = cairo_status (cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (cairo_get_target (cr), take_bytes, bytes);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error_literal (error, NETZ_REPORT_ERROR, NETZ_REPORT_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}

/**
 * netz_dossier_picture_render:
 * @self: a picture
 * @width: of it on the page, in points
 * @scale: pixels a point
 * @error: NETZ_REPORT_ERROR
 *
 * Returns: (transfer full) (nullable): the network as PNG
 */
GBytes *
netz_dossier_picture_render (NetzDossierPicture *self, double width, double scale, GError **error)
{
  double height = width / netz_dossier_picture_get_aspect (self);
  cairo_t *cr = begin_image (width, height, scale);

  netz_dossier_picture_paint (self, cr, &(NetzRect) { 0, 0, width, height });
  return end_image (cr, error);
}

/* The legend as PNG; there must be one. Lengths in points, @scale in pixels a point. */
GBytes *
netz_dossier_picture_render_legend (NetzDossierPicture *self, double width, double unit, double scale, GError **error)
{
  cairo_t *cr = begin_image (width, netz_dossier_picture_measure_legend (self, width, unit), scale);

  netz_dossier_picture_paint_legend (self, cr, 0, 0, width, unit);
  return end_image (cr, error);
}
