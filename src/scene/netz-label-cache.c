/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-label-cache.h"

#include <math.h>
#include <string.h>

/* Two generations of labels are kept: what was not asked for while the younger one filled is forgotten. */
#define GENERATION 1500

/* Advances of the characters up to here are measured once. */
#define N_ADVANCES 0x180
#define MEASURED_SIZE 64.0

/* What the sum of the letters' widths and the shaped text may differ by. */
#define NEARLY 0.97

/* Names wrapped wherever it is needed to have all of them. */
#define WHOLE_WRAP_MOST 2.6
#define WHOLE_LINES 3.1

typedef struct
{
  char *key;
  NetzLabel label;
} Entry;

struct _NetzLabelCache
{
  PangoFontMap *font_map;
  PangoContext *context;
  GHashTable *young; /* key -> Entry */
  GHashTable *old;
  double advances[N_ADVANCES]; /* at size 1; 0 = not yet measured */
  double line_height;          /* at size 1 */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->label.layout);
  g_free (entry->key);
  g_free (entry);
}

static GHashTable *
make_generation (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_entry);
}

static void
join_words (PangoLayout *layout,
            const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (const char *begin = text; *begin != '\0';)
    {
      gsize length = strcspn (begin, " ");
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

      attribute->start_index = (guint) (begin - text);
      attribute->end_index = (guint) (begin - text + length);
      pango_attr_list_insert (attributes, attribute);
      begin += length + (begin[length] == ' ');
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static PangoLayout *
shape (NetzLabelCache *self,
       const NetzLabelSpec *spec)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_CENTER, PANGO_ALIGN_LEFT, PANGO_ALIGN_RIGHT };
  g_autofree char *text = netz_label_clean_text (spec->text);
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (NETZ_STYLE_FONT);

  pango_font_description_set_absolute_size (font, spec->size * PANGO_SCALE);
  if (spec->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_text (layout, text, -1);
  if (spec->joined)
    join_words (layout, text);
  pango_layout_set_alignment (layout, alignments[spec->align]);
  if (spec->wrap > 0)
    {
      pango_layout_set_width (layout, (int) (spec->wrap * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      if (spec->lines > 0)
        {
          pango_layout_set_height (layout, -spec->lines);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
    }
  return layout;
}

static Entry *
make_entry (NetzLabelCache *self,
            char *key,
            const NetzLabelSpec *spec)
{
  Entry *entry = g_new0 (Entry, 1);
  PangoRectangle ink, logical;

  entry->key = key;
  entry->label.layout = shape (self, spec);
  entry->label.size = spec->size;
  entry->label.bold = spec->bold;
  entry->label.align = spec->align;

  pango_layout_get_extents (entry->label.layout, &ink, &logical);
  entry->label.width = pango_units_to_double (logical.width);
  entry->label.height = pango_units_to_double (logical.height);
  entry->label.overflows = ink.y < logical.y - PANGO_SCALE || ink.x < logical.x - 2 * PANGO_SCALE ||
                           ink.y + ink.height > logical.y + logical.height + PANGO_SCALE ||
                           ink.x + ink.width > logical.x + logical.width + 2 * PANGO_SCALE;
  return entry;
}

static double
get_advance (NetzLabelCache *self,
             gunichar c)
{
  char text[8] = { 0 };
  PangoLayout *layout;
  PangoRectangle logical;
  NetzLabelSpec spec = { text, MEASURED_SIZE, FALSE, 0, 0, NETZ_LABEL_LEFT };

  if (c >= N_ADVANCES)
    return c < 0x2000 ? 0.62 : 1;
  if (self->advances[c] > 0)
    return self->advances[c];

  g_unichar_to_utf8 (c, text);
  layout = shape (self, &spec);
  pango_layout_get_extents (layout, NULL, &logical);
  self->advances[c] = MAX (pango_units_to_double (logical.width) / MEASURED_SIZE, 0.01);
  g_object_unref (layout);
  return self->advances[c];
}

/* The width of what cannot be parted; `c` and `left` move behind it. */
static double
measure_word (NetzLabelCache *self,
              const char **c,
              int *left,
              gboolean joined)
{
  double width = 0;

  while (**c != '\0' && **c != ' ' && *left > 0)
    {
      gunichar letter = g_utf8_get_char (*c);

      width += get_advance (self, letter);
      *c = g_utf8_next_char (*c);
      (*left)--;
      if (letter == '-' && !joined)
        break;
    }
  return width;
}

/**
 * netz_label_cache_new:
 *
 * Returns: (transfer full): an empty one
 */
NetzLabelCache *
netz_label_cache_new (void)
{
  NetzLabelCache *self = g_new0 (NetzLabelCache, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Without hints text has the same lengths at every scale: a label does not wrap anew while zooming. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  self->font_map = pango_cairo_font_map_new ();
  self->context = pango_font_map_create_context (self->font_map);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 96);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  self->young = make_generation ();
  self->old = make_generation ();
  return self;
}

void
netz_label_cache_free (NetzLabelCache *self)
{
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_object_unref (self->context);
  g_object_unref (self->font_map);
  g_free (self);
}

/* How many labels are kept. */
guint
netz_label_cache_get_size (const NetzLabelCache *self)
{
  return g_hash_table_size (self->young) + g_hash_table_size (self->old);
}

/**
 * netz_label_cache_get:
 * @self: a cache
 * @spec: the label
 *
 * Returns: (transfer none): the shaped label; valid until the next call
 */
const NetzLabel *
netz_label_cache_get (NetzLabelCache *self,
                      const NetzLabelSpec *spec)
{
  gsize length = strnlen (spec->text, NETZ_LABEL_LONGEST * 4);
  g_autofree char *key = g_strdup_printf ("%g %d %g %d %u %d %.*s", spec->size, spec->bold, spec->wrap, spec->lines,
                                          spec->align, spec->joined, (int) length, spec->text);
  Entry *entry = g_hash_table_lookup (self->young, key);

  if (entry != NULL)
    return &entry->label;

  if (g_hash_table_size (self->young) >= GENERATION)
    {
      g_hash_table_unref (self->old);
      self->old = g_steal_pointer (&self->young);
      self->young = make_generation ();
    }

  entry = g_hash_table_lookup (self->old, key);
  if (entry != NULL)
    g_hash_table_steal (self->old, key);
  else
    entry = make_entry (self, g_steal_pointer (&key), spec);
  g_hash_table_insert (self->young, entry->key, entry);
  return &entry->label;
}

/**
 * netz_label_cache_get_line_height:
 * @self: a cache
 * @size: of the type
 *
 * Returns: from one line to the next
 */
double
netz_label_cache_get_line_height (NetzLabelCache *self,
                                  double size)
{
  if (self->line_height == 0)
    {
      NetzLabelSpec spec = { "Ägß", MEASURED_SIZE, FALSE, 0, 0, NETZ_LABEL_LEFT };

      self->line_height = netz_label_cache_get (self, &spec)->height / MEASURED_SIZE;
    }
  return self->line_height * size;
}

/**
 * netz_label_cache_estimate:
 * @self: a cache
 * @spec: the label; only @text, @size, @wrap and @lines count
 * @height: (out): of all lines
 *
 * What netz_label_cache_get() would measure, without shaping: from the widths
 * of single letters, within a few hundredths for Latin text.
 *
 * Returns: the width of the widest line
 */
double
netz_label_cache_estimate (NetzLabelCache *self,
                           const NetzLabelSpec *spec,
                           double *height)
{
  double wrap = spec->wrap / spec->size;
  double line = 0, widest = 0;
  int lines = 1;
  int left = NETZ_LABEL_LONGEST;

  for (const char *c = spec->text; *c != '\0' && left > 0 && lines <= spec->lines;)
    {
      double word = measure_word (self, &c, &left, spec->joined);

      /* So near the end of a line nobody knows whether the word still finds room. */
      if (line + word > wrap * NEARLY)
        {
          widest = line + word < wrap / NEARLY || word > wrap * NEARLY ? wrap : MAX (widest, line);
          lines += line > 0 ? 1 + (int) (word / wrap) : (int) (word / (wrap * NEARLY));
          line = 0;
        }
      line += word;
      widest = MAX (widest, MIN (line, wrap));
      for (; *c == ' ' && left > 0; c++, left--)
        line += get_advance (self, ' ');
    }

  *height = MIN (lines, MAX (spec->lines, 1)) * netz_label_cache_get_line_height (self, spec->size);
  return MIN (widest / NEARLY, wrap) * spec->size;
}

/**
 * netz_label_cache_get_whole_wrap:
 * @self: a cache
 * @text: a name
 * @size: of the type
 * @least: the width of a short one
 * @joined: whether lines may not end at hyphens
 *
 * Returns: where its lines shall end so that no word is cut and four lines hold all of it, in reason
 */
double
netz_label_cache_get_whole_wrap (NetzLabelCache *self,
                                 const char *text,
                                 double size,
                                 double least,
                                 gboolean joined)
{
  double total = 0, word = 0, longest = 0;
  int left = NETZ_LABEL_LONGEST;

  for (const char *c = text; *c != '\0' && left > 0; c = g_utf8_next_char (c), left--)
    {
      gunichar letter = g_utf8_get_char (c);
      double advance = get_advance (self, letter);

      total += advance;
      word = letter == ' ' || (letter == '-' && !joined) ? 0 : word + advance;
      longest = MAX (longest, word);
    }

  return CLAMP (MAX (longest * 1.1, total / WHOLE_LINES) * size, least, WHOLE_WRAP_MOST * least);
}
