/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-pdf-text.h"

#include "report/netz-hyphenation.h"

#include <string.h>

#define FONTS "Liberation Sans, Arial, Noto Sans, DejaVu Sans, sans-serif"
#define BASELINE 0.36 /* below the middle of the line, for a type of size 1 */
#define SOFT_HYPHEN "\u00ad"
#define WORD_JOINER "\u2060"

struct _NetzPdfText
{
  PangoContext *context;
  PangoLayout *layout;
  NetzHyphenation *hyphenation;
};

static void
set_font (NetzPdfText *self, const NetzPdfFont *font)
{
  PangoFontDescription *description = pango_font_description_from_string (FONTS);

  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (description, font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, description);
  pango_font_description_free (description);
}

/* A word with a hyphen of its own is not divided there: whoever takes the text out of the file could not tell. */
static char *
prepare (NetzPdfText *self, const char *text)
{
  g_autofree char *hyphenated = netz_hyphenation_insert (self->hyphenation, text);
  g_auto (GStrv) parts = g_strsplit (hyphenated, "-", -1);

  return g_strjoinv ("-" WORD_JOINER, parts);
}

/* What is painted has neither soft hyphens nor joiners in it, and a real hyphen where a word is divided. */
static char *
clean_line (const char *start, gsize length)
{
  gboolean divided = length >= strlen (SOFT_HYPHEN) &&
                     memcmp (start + length - strlen (SOFT_HYPHEN), SOFT_HYPHEN, strlen (SOFT_HYPHEN)) == 0;
  GString *line = g_string_new_len (start, (gssize) length);

  g_string_replace (line, SOFT_HYPHEN, "", 0);
  g_string_replace (line, WORD_JOINER, "", 0);
  if (divided)
    g_string_append_c (line, '-');
  return g_strchomp (g_string_free (line, FALSE));
}

/**
 * netz_pdf_text_new:
 * @cr: what will be painted on
 * @language: "de" or "en"
 *
 * Returns: (transfer full): type on it
 */
NetzPdfText *
netz_pdf_text_new (cairo_t *cr, const char *language)
{
  NetzPdfText *self = g_new0 (NetzPdfText, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* On paper a letter is as wide as it was drawn. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->context = pango_cairo_create_context (cr);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_language (self->context, pango_language_from_string (language));
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
  self->layout = pango_layout_new (self->context);
  self->hyphenation = netz_hyphenation_new (language);
  return self;
}

void
netz_pdf_text_free (NetzPdfText *self)
{
  netz_hyphenation_free (self->hyphenation);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

/* The width of a text on one line. */
double
netz_pdf_text_measure (NetzPdfText *self, const char *text, const NetzPdfFont *font)
{
  PangoRectangle extents;

  set_font (self, font);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_extents (self->layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

/* The width of its longest part that cannot be divided without need. */
double
netz_pdf_text_measure_word (NetzPdfText *self, const char *text, const NetzPdfFont *font)
{
  g_autofree char *hyphenated = netz_hyphenation_insert (self->hyphenation, text);
  g_auto (GStrv) words = g_strsplit_set (hyphenated, " \t\n", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], SOFT_HYPHEN, -1);

      for (guint part = 0; parts[part] != NULL; part++)
        {
          g_autofree char *shown = g_strconcat (parts[part], parts[part + 1] != NULL ? "-" : NULL, NULL);

          widest = MAX (widest, netz_pdf_text_measure (self, shown, font));
        }
    }
  return widest;
}

static GPtrArray *
break_prepared (NetzPdfText *self, const char *prepared, const NetzPdfFont *font, double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GSList *breaks;

  set_font (self, font);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (self->layout, prepared, -1);
  breaks = pango_layout_get_lines_readonly (self->layout);
  for (; breaks != NULL; breaks = breaks->next)
    {
      PangoLayoutLine *line = breaks->data;

      g_ptr_array_add (lines, clean_line (prepared + line->start_index, (gsize) line->length));
    }
  return lines;
}

/**
 * netz_pdf_text_break:
 * @self: type
 * @text: a paragraph
 * @font: its type
 * @width: of the column
 *
 * Returns: (transfer full) (element-type utf8): its lines as they are painted, words divided where that helps
 */
GPtrArray *
netz_pdf_text_break (NetzPdfText *self, const char *text, const NetzPdfFont *font, double width)
{
  g_autofree char *prepared = prepare (self, text);

  return break_prepared (self, prepared, font, width);
}

/* The same with words whole, but for those that are wider than the column. */
GPtrArray *
netz_pdf_text_break_whole (NetzPdfText *self, const char *text, const NetzPdfFont *font, double width)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);
  g_autofree char *prepared = g_strjoinv ("-" WORD_JOINER, parts);

  return break_prepared (self, prepared, font, width);
}

/**
 * netz_pdf_text_paint:
 * @self: type
 * @cr: what it was made for
 * @line: one line of netz_pdf_text_break()
 * @font: its type
 * @x: left side
 * @y: upper side
 *
 * Lines keep their distance whatever fonts are in them.
 */
void
netz_pdf_text_paint (NetzPdfText *self,
                     cairo_t *cr,
                     const char *line,
                     const NetzPdfFont *font,
                     double x,
                     double y)
{
  set_font (self, font);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, line, -1);
  pango_cairo_update_layout (cr, self->layout);
  cairo_set_source_rgb (cr, font->grey, font->grey, font->grey);
  cairo_move_to (cr, x, y + font->leading * 0.5 + font->size * BASELINE);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->layout, 0));
}
