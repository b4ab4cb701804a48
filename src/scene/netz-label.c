/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-label-cache.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Marks that may be put on one letter; names with thousands of them exist to do harm. */
#define MOST_MARKS 4

/* Marks of embedding, override and isolation: they would reorder what stands beside the name. */
static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* The lines are moved apart from the point where the label is painted by its alignment. */
static double
get_left (const NetzLabel *self)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, NULL, &logical);
  switch (self->align)
    {
    case NETZ_LABEL_LEFT:
      return -pango_units_to_double (logical.x);
    case NETZ_LABEL_RIGHT:
      return -pango_units_to_double (logical.x) - self->width;
    case NETZ_LABEL_CENTRE:
    default:
      return -pango_units_to_double (logical.x) - self->width / 2;
    }
}

static void
give_to_sink (const NetzLabel *self,
              cairo_t *cr,
              const NetzRgba *colour,
              const NetzRgba *halo,
              NetzTextSink sink,
              gpointer sink_data)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  const char *text = pango_layout_get_text (self->layout);
  double ux = 1, uy = 0;
  int number = 0;

  cairo_user_to_device_distance (cr, &ux, &uy);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle logical;
      NetzTextRun run = { text + line->start_index, (gsize) line->length };

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      run.x = pango_units_to_double (logical.x);
      run.y = pango_units_to_double (pango_layout_iter_get_baseline (iter));
      cairo_user_to_device (cr, &run.x, &run.y);
      run.size = self->size * hypot (ux, uy);
      run.width = pango_units_to_double (logical.width) * hypot (ux, uy);
      run.anchor = self->align == NETZ_LABEL_LEFT ? 0 : self->align == NETZ_LABEL_RIGHT ? 1 : 0.5;
      run.line = number++;
      run.bold = self->bold;
      run.colour = *colour;
      run.halo = halo != NULL ? *halo : (NetzRgba) { 0, 0, 0, 0 };
      sink (&run, sink_data);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* On a raster twelve copies around the text are ten times faster than a stroke around its outline; in a PDF they
 * would be found twelve times. */
static void
paint_halo (const NetzLabel *self,
            cairo_t *cr,
            const NetzRgba *halo)
{
  static const double around[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 }, { .7, .7 }, { -.7, .7 }, { .7, -.7 },
                                      { -.7, -.7 }, { .5, 0 }, { -.5, 0 }, { 0, .5 }, { 0, -.5 } };
  double reach = self->size * 0.19;

  cairo_set_source_rgba (cr, halo->red, halo->green, halo->blue, halo->alpha);
  if (cairo_surface_get_type (cairo_get_group_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE)
    {
      cairo_move_to (cr, 0, 0);
      pango_cairo_layout_path (cr, self->layout);
      cairo_set_line_width (cr, reach * 2);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    {
      cairo_move_to (cr, around[i][0] * reach, around[i][1] * reach);
      pango_cairo_show_layout (cr, self->layout);
    }
}

/**
 * netz_label_paint:
 * @self: a label
 * @cr: what to paint on
 * @x: its centre, left or right side, by its alignment
 * @y: its top
 * @factor: how much larger than shaped
 * @colour: (nullable): of the letters; %NULL paints only the halo
 * @halo: (nullable): around them
 * @sink: (nullable): takes the text instead
 * @sink_data: for @sink
 */
void
netz_label_paint (const NetzLabel *self,
                  cairo_t *cr,
                  double x,
                  double y,
                  double factor,
                  const NetzRgba *colour,
                  const NetzRgba *halo,
                  NetzTextSink sink,
                  gpointer sink_data)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, factor, factor);

  if (self->overflows && sink == NULL)
    {
      const double lefts[] = { -self->width / 2, 0, -self->width };
      double left = lefts[self->align];

      cairo_rectangle (cr, left - 3, -2, self->width + 6, self->height + 4);
      cairo_clip (cr);
    }

  cairo_translate (cr, get_left (self), 0);
  if (sink != NULL)
    {
      give_to_sink (self, cr, colour, halo, sink, sink_data);
    }
  else
    {
      if (halo != NULL && halo->alpha > 0)
        paint_halo (self, cr, halo);
      if (colour != NULL)
        {
          cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
          cairo_move_to (cr, 0, 0);
          pango_cairo_show_layout (cr, self->layout);
        }
    }
  cairo_restore (cr);
}

/**
 * netz_label_clean_text:
 * @text: UTF-8 from a file
 *
 * Returns: (transfer full): as much of it as can be shown; line breaks and controls are blanks, marks that reorder
 *   text are shown as such instead of doing it
 */
char *
netz_label_clean_text (const char *text)
{
  GString *clean = g_string_sized_new (64);
  int left = NETZ_LABEL_LONGEST;
  int marks = 0;
  const char *c;

  for (c = text; *c != '\0' && left > 0; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      marks = g_unichar_ismark (letter) ? marks + 1 : 0;
      if (marks > MOST_MARKS)
        continue;

      left--;
      if (is_bidi_control (letter))
        g_string_append (clean, "\xef\xbf\xbd");
      else if (g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029)
        g_string_append_c (clean, ' ');
      else
        g_string_append_unichar (clean, letter);
    }

  if (*c != '\0')
    g_string_append (clean, "…");
  return g_string_free (clean, FALSE);
}

/**
 * netz_label_get_placeholder:
 *
 * Returns: what stands where a name is missing
 */
const char *
netz_label_get_placeholder (void)
{
  return _("No name");
}
