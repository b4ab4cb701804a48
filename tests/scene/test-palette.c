/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Can everybody tell the colours of the catalogues apart, and see them? With
 * normal vision, protanopia, deuteranopia and tritanopia.
 */
#include "format/netz-catalogue-folder.h"
#include "support/colour.h"

#include <math.h>

#define WHITE 0xffffff
#define DARK 0x20303f /* of icons and rims of light shapes */

/* Two families of kinds. */
#define KINDS_APART 10.0
/* Two programmes; those that people compare most, and any two. Their lines have other signs than colour too. */
#define SYSTEMATIC_APART 9.0
#define PROGRAMMES_APART 8.0
/* Of a graphic to what is behind it, WCAG 2.1, criterion 1.4.11. */
#define GRAPHIC_CONTRAST 3.0

static const char *const ids[] = { "bildungspartner-nrw", "general" };
static const char *const visions[COLOUR_N_VISIONS] = { "normal vision", "protanopia", "deuteranopia", "tritanopia" };

/* Published with the formula, for testing implementations: Sharma, Wu, Dalal 2005, table 1. */
static const struct
{
  ColourLab one;
  ColourLab other;
  double difference;
} pairs[] = {
  { { 50.0000, 2.6772, -79.7751 }, { 50.0000, 0.0000, -82.7485 }, 2.0425 },
  { { 50.0000, 3.1571, -77.2803 }, { 50.0000, 0.0000, -82.7485 }, 2.8615 },
  { { 50.0000, 2.8361, -74.0200 }, { 50.0000, 0.0000, -82.7485 }, 3.4412 },
  { { 50.0000, -1.3802, -84.2814 }, { 50.0000, 0.0000, -82.7485 }, 1.0000 },
  { { 50.0000, -1.1848, -84.8006 }, { 50.0000, 0.0000, -82.7485 }, 1.0000 },
  { { 50.0000, -0.9009, -85.5211 }, { 50.0000, 0.0000, -82.7485 }, 1.0000 },
  { { 50.0000, 0.0000, 0.0000 }, { 50.0000, -1.0000, 2.0000 }, 2.3669 },
  { { 50.0000, -1.0000, 2.0000 }, { 50.0000, 0.0000, 0.0000 }, 2.3669 },
  { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0009 }, 7.1792 },
  { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0010 }, 7.1792 },
  { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0011 }, 7.2195 },
  { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0012 }, 7.2195 },
  { { 50.0000, -0.0010, 2.4900 }, { 50.0000, 0.0009, -2.4900 }, 4.8045 },
  { { 50.0000, -0.0010, 2.4900 }, { 50.0000, 0.0010, -2.4900 }, 4.8045 },
  { { 50.0000, -0.0010, 2.4900 }, { 50.0000, 0.0011, -2.4900 }, 4.7461 },
  { { 50.0000, 2.5000, 0.0000 }, { 50.0000, 0.0000, -2.5000 }, 4.3065 },
  { { 50.0000, 2.5000, 0.0000 }, { 73.0000, 25.0000, -18.0000 }, 27.1492 },
  { { 50.0000, 2.5000, 0.0000 }, { 61.0000, -5.0000, 29.0000 }, 22.8977 },
  { { 50.0000, 2.5000, 0.0000 }, { 56.0000, -27.0000, -3.0000 }, 31.9030 },
  { { 50.0000, 2.5000, 0.0000 }, { 58.0000, 24.0000, 15.0000 }, 19.4535 },
  { { 50.0000, 2.5000, 0.0000 }, { 50.0000, 3.1736, 0.5854 }, 1.0000 },
  { { 50.0000, 2.5000, 0.0000 }, { 50.0000, 3.2972, 0.0000 }, 1.0000 },
  { { 50.0000, 2.5000, 0.0000 }, { 50.0000, 1.8634, 0.5757 }, 1.0000 },
  { { 50.0000, 2.5000, 0.0000 }, { 50.0000, 3.2592, 0.3350 }, 1.0000 },
  { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
  { { 63.0109, -31.0961, -5.8663 }, { 62.8187, -29.7946, -4.0864 }, 1.2630 },
  { { 61.2901, 3.7196, -5.3901 }, { 61.4292, 2.2480, -4.9620 }, 1.8731 },
  { { 35.0831, -44.1164, 3.7933 }, { 35.0232, -40.0716, 1.5901 }, 1.8645 },
  { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
  { { 36.4612, 47.8580, 18.3852 }, { 36.2715, 50.5065, 21.2231 }, 1.4146 },
  { { 90.8027, -2.0831, 1.4410 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
  { { 90.9257, -0.5406, -0.9208 }, { 88.6381, -0.8985, -0.7239 }, 1.5381 },
  { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
  { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
};

static void
test_difference (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_assert_cmpfloat_with_epsilon (colour_difference (pairs[i].one, pairs[i].other), pairs[i].difference, 0.00006);
      g_assert_cmpfloat_with_epsilon (colour_difference (pairs[i].other, pairs[i].one), pairs[i].difference, 0.00006);
    }
}

/* Greys look alike to all; red and green come nearer where one of the two cones is missing. */
static void
test_visions (void)
{
  double normal = colour_difference (colour_to_lab (0xc00000, COLOUR_VISION_NORMAL),
                                     colour_to_lab (0x508000, COLOUR_VISION_NORMAL));

  for (int vision = 0; vision < COLOUR_N_VISIONS; vision++)
    {
      ColourLab grey = colour_to_lab (0x808080, vision);

      g_assert_cmpfloat_with_epsilon (grey.l, 53.585, 0.01);
      g_assert_cmpfloat_with_epsilon (hypot (grey.a, grey.b), 0.0, 0.05);
    }
  for (int vision = COLOUR_VISION_PROTANOPIA; vision <= COLOUR_VISION_DEUTERANOPIA; vision++)
    g_assert_cmpfloat (colour_difference (colour_to_lab (0xc00000, vision), colour_to_lab (0x508000, vision)), <,
                       normal / 2.0);
}

static void
test_contrast (void)
{
  g_assert_cmpfloat_with_epsilon (colour_contrast (0x000000, WHITE), 21.0, 0.0001);
  g_assert_cmpfloat_with_epsilon (colour_contrast (WHITE, WHITE), 1.0, 0.0001);
  g_assert_cmpfloat_with_epsilon (colour_contrast (0x777777, WHITE), 4.478, 0.001);
}

static NetzCatalogue *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  NetzCatalogue *catalogue = netz_catalogue_load (id, &error);

  g_assert_no_error (error);
  return catalogue;
}

static guint32
parse (const char *text)
{
  guint32 colour = 0;

  g_assert_true (colour_parse (text, &colour));
  return colour;
}

static void
check_apart (const char *what, guint32 one, guint32 other, double least)
{
  for (int vision = 0; vision < COLOUR_N_VISIONS; vision++)
    {
      double difference = colour_difference (colour_to_lab (one, vision), colour_to_lab (other, vision));

      if (difference < least)
        g_test_message ("%s #%06x and #%06x differ by %.2f with %s", what, one, other, difference, visions[vision]);
      g_assert_cmpfloat (difference, >=, least);
    }
}

/* One colour is one family; within it, the icons differ. */
static void
test_kinds (void)
{
  for (gsize c = 0; c < G_N_ELEMENTS (ids); c++)
    {
      g_autoptr (NetzCatalogue) catalogue = load (ids[c]);
      GPtrArray *kinds = netz_catalogue_get_kinds (catalogue);

      for (guint i = 0; i < kinds->len; i++)
        for (guint j = 0; j < i; j++)
          {
            const NetzKind *one = g_ptr_array_index (kinds, i);
            const NetzKind *other = g_ptr_array_index (kinds, j);

            g_assert_cmpstr (one->icon, !=, other->icon);
            if (!g_str_equal (one->colour, other->colour))
              check_apart ("the kinds", parse (one->colour), parse (other->colour), KINDS_APART);
          }
    }
}

/* The shape says the group, so that colour is never the only sign of it. */
static void
test_shapes (void)
{
  for (gsize c = 0; c < G_N_ELEMENTS (ids); c++)
    {
      g_autoptr (NetzCatalogue) catalogue = load (ids[c]);
      GPtrArray *kinds = netz_catalogue_get_kinds (catalogue);

      for (guint i = 0; i < kinds->len; i++)
        for (guint j = 0; j < i; j++)
          {
            const NetzKind *one = g_ptr_array_index (kinds, i);
            const NetzKind *other = g_ptr_array_index (kinds, j);

            g_assert_true (g_str_equal (one->group, other->group) == g_str_equal (one->shape, other->shape));
          }
    }
}

static void
test_icons (void)
{
  for (gsize c = 0; c < G_N_ELEMENTS (ids); c++)
    {
      g_autoptr (NetzCatalogue) catalogue = load (ids[c]);
      GPtrArray *kinds = netz_catalogue_get_kinds (catalogue);

      for (guint i = 0; i < kinds->len; i++)
        {
          const NetzKind *kind = g_ptr_array_index (kinds, i);
          guint32 fill = parse (kind->colour);

          g_assert_cmpfloat (MAX (colour_contrast (fill, WHITE), colour_contrast (fill, DARK)), >=, GRAPHIC_CONTRAST);
        }
    }
}

static void
test_programmes (void)
{
  for (gsize c = 0; c < G_N_ELEMENTS (ids); c++)
    {
      g_autoptr (NetzCatalogue) catalogue = load (ids[c]);
      GPtrArray *programmes = netz_catalogue_get_programmes (catalogue);

      for (guint i = 0; i < programmes->len; i++)
        {
          const NetzProgramme *one = g_ptr_array_index (programmes, i);

          g_assert_cmpfloat (colour_contrast (parse (one->colour), WHITE), >=, GRAPHIC_CONTRAST);
          for (guint j = 0; j < i; j++)
            {
              const NetzProgramme *other = g_ptr_array_index (programmes, j);
              gboolean compared = one->systematic && other->systematic;

              check_apart ("the programmes", parse (one->colour), parse (other->colour),
                           compared ? SYSTEMATIC_APART : PROGRAMMES_APART);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/difference", test_difference);
  g_test_add_func ("/palette/visions", test_visions);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/kinds", test_kinds);
  g_test_add_func ("/palette/shapes", test_shapes);
  g_test_add_func ("/palette/icons", test_icons);
  g_test_add_func ("/palette/programmes", test_programmes);
  return g_test_run ();
}
