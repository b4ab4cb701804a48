/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-picture-page.h"
#include "model/netz-date.h"
#include "scene/netz-label-cache.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In units of the legend's type. */
#define MARGIN 2.6
#define TITLE_SIZE 2.3
#define SUBTITLE_SIZE 1.15
#define SECTION_GAP 1.4

/* On paper, the legend's type compared with that of the names. */
#define LARGEST_TYPE 1.25

/* A network smaller than this is not blown up to fill the page. */
#define LEAST_WIDTH 760.0
#define LEAST_HEIGHT 300.0

/* The part of the room left over that is above the network: in the very middle it seems to sink. */
#define ABOVE 0.4

/* Room for what is painted around the network, in scene units. */
#define AROUND 12.0

struct _NetzPicturePage
{
  NetzScene *scene;
  NetzLegend *legend;
  NetzLabelCache *labels;
  NetzPictureOptions options;
  NetzRect area;
  char *title;
  char *subtitle;
  char *date;

  double width, height;
  double unit;
  double scale;
  NetzRect room; /* for the network */
  double legend_top;
};

static void
hide_others (NetzScene *scene,
             NetzNetwork *network,
             const char *const *ids)
{
  static const NetzTable tables[] = { NETZ_TABLE_INSTITUTION, NETZ_TABLE_PARTNERSHIP, NETZ_TABLE_FRAME,
                                      NETZ_TABLE_NOTE };
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean partnerships = FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_hash_table_add (wanted, (gpointer) ids[i]);
      partnerships |= netz_network_get_partnership (network, ids[i]) != NULL;
    }

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      NetzNetworkIter iter;
      NetzRecord *record;

      /* Without any named, all among the institutions are meant. */
      if (tables[t] == NETZ_TABLE_PARTNERSHIP && !partnerships)
        continue;
      netz_network_iter_init (&iter, network, tables[t]);
      while (netz_network_iter_next (&iter, &record))
        if (!g_hash_table_contains (wanted, netz_record_get_id (record)))
          g_ptr_array_add (hidden, (gpointer) netz_record_get_id (record));
    }
  g_ptr_array_add (hidden, NULL);
  netz_scene_set_hidden_ids (scene, (const char *const *) hidden->pdata);
}

static char *
make_subtitle (const NetzSettings *settings)
{
  if (settings->municipality != NULL && settings->office != NULL)
    return g_strdup_printf ("%s · %s", settings->municipality, settings->office);
  if (settings->municipality != NULL)
    return g_strdup (settings->municipality);
  return g_strdup (settings->office);
}

static char *
make_date (const NetzSettings *settings,
           const char *given)
{
  const char *day = given != NULL ? given : settings->as_of;
  g_autofree char *today = NULL;
  g_autofree char *shown = NULL;

  if (given != NULL && *given == '\0')
    return NULL;
  if (day == NULL)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      day = today = g_date_time_format (now, "%Y-%m-%d");
    }
  shown = netz_date_display (day);
  /* Translators: under a picture of the network: the day for which it is right */
  return g_strdup_printf (_("As of %s"), shown != NULL ? shown : day);
}

static void
make_texts (NetzPicturePage *self,
            NetzNetwork *network)
{
  const NetzSettings *settings = netz_network_get_settings (network);
  const NetzPictureOptions *options = &self->options;

  self->title = g_strdup (options->title != NULL ? options->title : settings->title);
  if (options->bare)
    return;
  self->subtitle = options->subtitle != NULL ? g_strdup (options->subtitle) : make_subtitle (settings);
  self->date = make_date (settings, options->date);
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static double
measure_text (NetzPicturePage *self,
              const char *text,
              double size,
              gboolean bold,
              double width,
              const NetzLabel **label)
{
  NetzLabelSpec spec = { text, size, bold, width, 3, NETZ_LABEL_LEFT };

  *label = NULL;
  if (!is_text (text))
    return 0;
  *label = netz_label_cache_get (self->labels, &spec);
  return (*label)->height;
}

static double
measure_header (NetzPicturePage *self,
                double width)
{
  const NetzLabel *label;
  double height;

  if (self->options.bare)
    return 0;

  height = measure_text (self, self->title, self->unit * TITLE_SIZE, TRUE, width, &label);
  if (is_text (self->subtitle) || is_text (self->date))
    height += measure_text (self, is_text (self->subtitle) ? self->subtitle : self->date, self->unit * SUBTITLE_SIZE,
                            FALSE, width * 0.7, &label);
  return height > 0 ? height + self->unit * SECTION_GAP : 0;
}

static double
measure_legend (NetzPicturePage *self,
                double width)
{
  double height;

  if (self->legend == NULL || netz_legend_get_size (self->legend) == 0)
    return 0;
  netz_legend_measure (self->legend, width, self->unit, &height);
  return height + self->unit * SECTION_GAP;
}

/* Lays the page out around a network of a given height. */
static void
stack (NetzPicturePage *self,
       double height)
{
  double margin = self->options.bare ? 0 : self->unit * MARGIN;
  double inner = self->width - 2 * margin;

  self->room = (NetzRect) { margin, margin + measure_header (self, inner), inner, height };
  self->legend_top = self->room.y + height + self->unit * SECTION_GAP;
  self->height = self->room.y + height + measure_legend (self, inner) + margin;
}

static void
paint_header (NetzPicturePage *self,
              cairo_t *cr,
              NetzTextSink sink,
              gpointer sink_data)
{
  const NetzStyle *style = netz_scene_get_style (self->scene);
  const NetzLabel *label;
  double y = self->unit * MARGIN;
  double height = measure_text (self, self->title, self->unit * TITLE_SIZE, TRUE, self->room.width, &label);

  if (label != NULL)
    netz_label_paint (label, cr, self->room.x, y, 1, &style->text, NULL, sink, sink_data);
  y += height;

  measure_text (self, self->subtitle, self->unit * SUBTITLE_SIZE, FALSE, self->room.width * 0.7, &label);
  if (label != NULL)
    netz_label_paint (label, cr, self->room.x, y, 1, &style->text_quiet, NULL, sink, sink_data);

  if (is_text (self->date))
    {
      NetzLabelSpec spec = { self->date, self->unit * SUBTITLE_SIZE, FALSE, 0, 0, NETZ_LABEL_RIGHT };

      netz_label_paint (netz_label_cache_get (self->labels, &spec), cr, self->room.x + self->room.width, y, 1,
                        &style->text_quiet, NULL, sink, sink_data);
    }
}

static void
paint_network (NetzPicturePage *self,
               cairo_t *cr,
               NetzTextSink sink,
               gpointer sink_data)
{
  const NetzPaintOptions options = {
    .all_edge_labels = self->options.all_edge_labels, .every_label = TRUE, .sink = sink, .sink_data = sink_data
  };

  cairo_save (cr);
  cairo_translate (cr, self->room.x + (self->room.width - self->area.width * self->scale) / 2,
                   self->room.y + (self->room.height - self->area.height * self->scale) * ABOVE);
  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -self->area.x, -self->area.y);
  if (self->options.area != NULL)
    {
      cairo_rectangle (cr, self->area.x, self->area.y, self->area.width, self->area.height);
      cairo_clip (cr);
    }
  netz_painter_paint (self->scene, cr, self->options.area != NULL ? &self->area : NULL, self->scale, &options);
  cairo_restore (cr);
}

/**
 * netz_picture_page_new:
 * @network: a network
 * @options: how the picture shall be
 *
 * Returns: (transfer full): a page; it has a size once it is fitted
 */
NetzPicturePage *
netz_picture_page_new (NetzNetwork *network,
               const NetzPictureOptions *options)
{
  NetzPicturePage *self = g_new0 (NetzPicturePage, 1);

  self->options = *options;
  self->scene = netz_scene_new (network, options->style);
  self->labels = netz_label_cache_new ();
  netz_scene_set_whole_names (self->scene, TRUE, options->format == NETZ_PICTURE_PDF);
  netz_scene_set_show_marks (self->scene, FALSE);
  netz_scene_set_language (self->scene, options->language);
  netz_scene_set_show_ended (self->scene, options->show_ended);
  netz_scene_set_size_by_degree (self->scene, options->size_by_degree);
  netz_scene_set_font_scale (self->scene, options->font_scale);
  netz_scene_set_hidden_kinds (self->scene, options->hidden_kinds);
  netz_scene_set_part (self->scene, options->part, options->fade_rest);
  netz_scene_set_background_folder (self->scene, options->background_folder);
  if (options->ids != NULL)
    hide_others (self->scene, network, options->ids);

  if (options->area != NULL)
    self->area = *options->area;
  else if (netz_scene_get_bounds (self->scene, &self->area))
    self->area = netz_rect_grow (&self->area, AROUND);
  else
    self->area = (NetzRect) { 0, 0, LEAST_WIDTH, LEAST_HEIGHT };

  if (options->legend && !options->bare)
    self->legend = netz_legend_new (self->scene, options->area);
  make_texts (self, options->part != NULL ? options->part : network);
  return self;
}

/**
 * netz_picture_page_free:
 * @self: (transfer full): a page
 */
void
netz_picture_page_free (NetzPicturePage *self)
{
  g_clear_pointer (&self->legend, netz_legend_free);
  netz_label_cache_free (self->labels);
  g_object_unref (self->scene);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->date);
  g_free (self);
}

const char *
netz_picture_page_get_title (const NetzPicturePage *self)
{
  return is_text (self->title) ? self->title : NULL;
}

/* Makes the page so many pixels wide, and as high as it takes. */
void
netz_picture_page_fit_width (NetzPicturePage *self,
                     double width)
{
  double margin;

  self->width = width;
  self->unit = width / 110;
  margin = self->options.bare ? 0 : self->unit * MARGIN;
  self->scale = (width - 2 * margin) / MAX (self->area.width, LEAST_WIDTH);
  stack (self, MAX (self->area.height * self->scale, 1));
}

/**
 * netz_picture_page_fit_scale:
 * @self: a page
 * @scale: pixels, or points, a scene unit
 *
 * Makes the page as large as that takes.
 */
void
netz_picture_page_fit_scale (NetzPicturePage *self,
                     double scale)
{
  self->unit = netz_scene_get_style (self->scene)->font_size * scale;
  self->scale = scale;
  self->width = MAX (self->area.width, self->options.bare ? 1 : LEAST_WIDTH) * scale;
  if (!self->options.bare)
    self->width += 2 * MARGIN * self->unit;
  stack (self, self->area.height * scale);
}

/* Gives the network all the height that the rest leaves. */
static void
fill_paper (NetzPicturePage *self,
            double height)
{
  stack (self, 0);
  stack (self, MAX (height - self->height, 1));
  self->height = height;
  self->scale = MIN (self->room.width / MAX (self->area.width, LEAST_WIDTH),
                     self->room.height / MAX (self->area.height, LEAST_HEIGHT));
}

/**
 * netz_picture_page_fit_paper:
 * @self: a page
 * @width: of a sheet, in pixels or points
 * @height: of it
 *
 * Makes the picture as large as the sheet allows.
 */
void
netz_picture_page_fit_paper (NetzPicturePage *self,
                     double width,
                     double height)
{
  self->width = width;
  self->unit = sqrt (width * height) / 88;

  /* The picture is for the network: a long legend gets smaller type. */
  for (int i = 0; i < 6; i++)
    {
      stack (self, 0);
      if (self->height <= height * 0.36)
        break;
      self->unit *= 0.92;
    }

  fill_paper (self, height);

  /* Type that is much larger than the names must not take room from the network, which is what it is about. */
  while (self->room.height * self->area.width < self->room.width * self->area.height &&
         self->unit > netz_scene_get_style (self->scene)->font_size * self->scale * LARGEST_TYPE)
    {
      self->unit *= 0.95;
      fill_paper (self, height);
    }
}

/**
 * netz_picture_page_get_size:
 * @self: a page that has been fitted
 * @width: (out): of it, in pixels or points
 * @height: (out): of it
 */
void
netz_picture_page_get_size (const NetzPicturePage *self,
                    double *width,
                    double *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * netz_picture_page_paint:
 * @self: a page that has been fitted
 * @cr: what to paint on
 * @sink: (nullable): takes the text instead
 * @sink_data: for @sink
 */
void
netz_picture_page_paint (NetzPicturePage *self,
                 cairo_t *cr,
                 NetzTextSink sink,
                 gpointer sink_data)
{
  const NetzStyle *style = netz_scene_get_style (self->scene);
  NetzRgba ground = style->id == NETZ_STYLE_DARK ? style->ground : (NetzRgba) { 1, 1, 1, 1 };

  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);

  paint_network (self, cr, sink, sink_data);
  if (!self->options.bare)
    paint_header (self, cr, sink, sink_data);
  if (self->legend != NULL)
    netz_legend_paint (self->legend, cr, self->room.x, self->legend_top, self->room.width, self->unit, sink, sink_data);
}
