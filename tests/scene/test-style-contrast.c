/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In each of the styles: can text be read, and can shapes, icons and lines of the catalogues be seen and told apart? */
#include "format/netz-catalogue-folder.h"
#include "scene/netz-node.h"
#include "scene/netz-style.h"
#include "support/colour.h"

#include <math.h>

/* Of a graphic to what is behind it, WCAG 2.1, criterion 1.4.11. */
#define GRAPHIC_CONTRAST 3.0
/* Lines are seen by their length and by their stroke as well. */
#define LINE_CONTRAST 2.5
/* Two families of kinds, on any ground. */
#define KINDS_APART 10.0

static const char *const ids[] = { "bildungspartner-nrw", "general" };

static guint32
to_bytes (const NetzRgba *colour)
{
  return (guint32)lround (colour->red * 255) << 16 | (guint32)lround (colour->green * 255) << 8 |
         (guint32)lround (colour->blue * 255);
}

static double
contrast (const NetzRgba *one, const NetzRgba *other)
{
  return colour_contrast (to_bytes (one), to_bytes (other));
}

static NetzCatalogue *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  NetzCatalogue *catalogue = netz_catalogue_load (id, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_text (gconstpointer data)
{
  const NetzStyle *style = data;

  g_assert_cmpfloat (style->contrast, >=, style->id == NETZ_STYLE_PROJECTOR ? 7.0 : 4.5);
  g_assert_cmpfloat (contrast (&style->text, &style->ground), >=, style->contrast);
  g_assert_cmpfloat (contrast (&style->text_quiet, &style->ground), >=, style->contrast);
  g_assert_cmpfloat (contrast (&style->text, &style->note), >=, style->contrast);
  g_assert_cmpfloat (contrast (&style->accent, &style->ground), >=, GRAPHIC_CONTRAST);
  g_assert_cmpfloat (contrast (&style->mark, &style->ground), >=, GRAPHIC_CONTRAST);
  g_assert_cmpfloat (contrast (&style->line, &style->ground), >=, GRAPHIC_CONTRAST);
}

static void
check_look (const NetzStyle *style, const NetzKind *kind)
{
  NetzLook look;

  netz_look_init (&look, kind, style);
  g_test_message ("%s", kind != NULL ? netz_record_get_id (&kind->parent_instance) : "no kind");
  g_assert_cmpfloat (contrast (&look.ink, &look.fill), >=, GRAPHIC_CONTRAST);
  g_assert_cmpfloat (contrast (&look.rim, &style->ground), >=, GRAPHIC_CONTRAST);
}

static void
test_looks (gconstpointer data)
{
  const NetzStyle *style = data;

  check_look (style, NULL);
  for (gsize c = 0; c < G_N_ELEMENTS (ids); c++)
    {
      g_autoptr (NetzCatalogue) catalogue = load (ids[c]);
      GPtrArray *kinds = netz_catalogue_get_kinds (catalogue);

      for (guint i = 0; i < kinds->len; i++)
        check_look (style, g_ptr_array_index (kinds, i));
    }
}

/* A style may not bring two families together that the catalogue keeps apart. */
static void
test_families (gconstpointer data)
{
  const NetzStyle *style = data;
  g_autoptr (NetzCatalogue) catalogue = load ("bildungspartner-nrw");
  GPtrArray *kinds = netz_catalogue_get_kinds (catalogue);

  for (guint i = 0; i < kinds->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const NetzKind *one = g_ptr_array_index (kinds, i);
        const NetzKind *other = g_ptr_array_index (kinds, j);
        NetzLook looks[2];

        netz_look_init (&looks[0], one, style);
        netz_look_init (&looks[1], other, style);
        for (int vision = 0; vision < COLOUR_N_VISIONS && !g_str_equal (one->colour, other->colour); vision++)
          g_assert_cmpfloat (colour_difference (colour_to_lab (to_bytes (&looks[0].fill), vision),
                                                colour_to_lab (to_bytes (&looks[1].fill), vision)),
                             >=,
                             KINDS_APART);
      }
}

static void
test_lines (gconstpointer data)
{
  const NetzStyle *style = data;

  for (gsize c = 0; c < G_N_ELEMENTS (ids); c++)
    {
      g_autoptr (NetzCatalogue) catalogue = load (ids[c]);
      GPtrArray *programmes = netz_catalogue_get_programmes (catalogue);

      for (guint i = 0; i < programmes->len; i++)
        {
          const NetzProgramme *programme = g_ptr_array_index (programmes, i);
          NetzRgba colour = style->line;
          NetzRgba drawn;

          g_assert_true (netz_rgba_parse (&colour, programme->colour));
          drawn = netz_rgba_reach_contrast (&colour, &style->ground, LINE_CONTRAST);
          g_assert_cmpfloat (contrast (&drawn, &style->ground), >=, LINE_CONTRAST);
          if (style->id != NETZ_STYLE_DARK)
            g_assert_cmphex (to_bytes (&drawn), ==, to_bytes (&colour));
        }
    }
}

static void
add (const NetzStyle *style, const char *what, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/style/%s/%s", style->name, what);

  g_test_add_data_func (path, style, function);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 0; i < NETZ_N_STYLES; i++)
    {
      add (netz_style_get (i), "text", test_text);
      add (netz_style_get (i), "looks", test_looks);
      add (netz_style_get (i), "families", test_families);
      add (netz_style_get (i), "lines", test_lines);
    }
  return g_test_run ();
}
