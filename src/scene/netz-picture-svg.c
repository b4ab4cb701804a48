/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-picture-svg.h"

#include <math.h>
#include <string.h>

#define HALO_WIDTH 0.26

struct _NetzSvgText
{
  GString *elements;
  gboolean open; /* a text that may go on with another line */
};

static void
add_number (GString *string,
            const char *attribute,
            double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (string, " %s=\"%s\"", attribute, g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
}

static void
add_colour (GString *string,
            const char *attribute,
            const NetzRgba *colour)
{
  g_string_append_printf (string, " %s=\"#%02x%02x%02x\"", attribute, (guint) lround (colour->red * 255),
                          (guint) lround (colour->green * 255), (guint) lround (colour->blue * 255));
}

/* XML forbids some characters even where they are escaped. */
static char *
escape (const char *text,
        gsize length)
{
  g_autoptr (GString) allowed = g_string_new (NULL);

  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == '\t' || (letter >= 0x20 && letter != 0xfffe && letter != 0xffff))
        g_string_append_unichar (allowed, letter);
    }
  return g_markup_escape_text (allowed->str, (gssize) allowed->len);
}

static void
close_text (NetzSvgText *self)
{
  if (self->open)
    g_string_append (self->elements, "</text>\n");
  self->open = FALSE;
}

NetzSvgText *
netz_svg_text_new (void)
{
  NetzSvgText *self = g_new0 (NetzSvgText, 1);

  self->elements = g_string_new (NULL);
  return self;
}

void
netz_svg_text_free (NetzSvgText *self)
{
  g_string_free (self->elements, TRUE);
  g_free (self);
}

/**
 * netz_svg_text_take:
 * @run: a line of text
 * @self: (type NetzSvgText): where it is kept
 *
 * A NetzTextSink.
 */
void
netz_svg_text_take (const NetzTextRun *run,
                    gpointer self)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  NetzSvgText *text = self;
  GString *elements = text->elements;
  g_autofree char *escaped = escape (run->text, run->length);

  if (run->line > 0 && text->open)
    {
      g_string_append (elements, "<tspan");
      add_number (elements, "x", run->x + run->width * run->anchor);
      add_number (elements, "y", run->y);
      g_string_append_printf (elements, ">%s</tspan>", escaped);
      return;
    }

  close_text (text);
  text->open = TRUE;
  g_string_append (elements, "<text");
  add_number (elements, "x", run->x + run->width * run->anchor);
  add_number (elements, "y", run->y);
  add_number (elements, "font-size", run->size);
  g_string_append_printf (elements, " text-anchor=\"%s\"", anchors[CLAMP ((int) lround (run->anchor * 2), 0, 2)]);
  if (run->bold)
    g_string_append (elements, " font-weight=\"bold\"");
  add_colour (elements, "fill", &run->colour);
  if (run->colour.alpha < 1)
    add_number (elements, "fill-opacity", run->colour.alpha);
  if (run->halo.alpha > 0)
    {
      add_colour (elements, "stroke", &run->halo);
      add_number (elements, "stroke-opacity", run->halo.alpha);
      add_number (elements, "stroke-width", run->size * HALO_WIDTH);
    }
  g_string_append_printf (elements, ">%s", escaped);
}

/**
 * netz_svg_text_insert:
 * @self: the text that was collected
 * @svg: what cairo has written
 * @length: of @svg
 * @title: (nullable): of the document
 *
 * Returns: (transfer full) (nullable): the file with the text in it; %NULL where @svg is no such file
 */
GBytes *
netz_svg_text_insert (NetzSvgText *self,
                      const char *svg,
                      gsize length,
                      const char *title)
{
  const char *begin = g_strstr_len (svg, (gssize) length, "<svg");
  const char *head = begin != NULL ? memchr (begin, '>', length - (begin - svg)) : NULL;
  const char *end = g_strrstr_len (svg, (gssize) length, "</svg>");
  GString *whole;

  if (head == NULL || end == NULL || end < head)
    return NULL;

  close_text (self);
  whole = g_string_sized_new (length + self->elements->len + 256);
  g_string_append_len (whole, svg, head + 1 - svg);
  if (title != NULL)
    {
      g_autofree char *escaped = escape (title, strlen (title));

      g_string_append_printf (whole, "\n<title>%s</title>", escaped);
    }
  g_string_append_len (whole, head + 1, end - head - 1);
  g_string_append_printf (whole, "<g font-family=\"%s\" paint-order=\"stroke\" stroke-linejoin=\"round\">\n",
                          NETZ_STYLE_FONT);
  g_string_append_len (whole, self->elements->str, (gssize) self->elements->len);
  g_string_append (whole, "</g>\n</svg>\n");
  return g_string_free_to_bytes (whole);
}
