/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What colours look like, for tests of palettes: the difference that people
 * see, with normal and with other colour vision, and the contrast of two.
 * Colours are 0xrrggbb in sRGB; Lab is CIE 1976 under D65.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COLOUR_VISION_NORMAL,
  COLOUR_VISION_PROTANOPIA,
  COLOUR_VISION_DEUTERANOPIA,
  COLOUR_VISION_TRITANOPIA,
} ColourVision;

#define COLOUR_N_VISIONS 4

typedef struct
{
  double l;
  double a;
  double b;
} ColourLab;

gboolean colour_parse (const char *text, guint32 *colour);
ColourLab colour_to_lab (guint32 colour, ColourVision vision);
double colour_difference (ColourLab one, ColourLab other);
double colour_contrast (guint32 one, guint32 other);

G_END_DECLS
