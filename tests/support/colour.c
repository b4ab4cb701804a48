/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "colour.h"

#include <math.h>

/* Machado, Oliveira, Fernandes 2009, severity 1.0, for linear RGB. */
static const double machado[COLOUR_N_VISIONS][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static const double srgb_to_xyz[3][3] = {
  { 0.4124564, 0.3575761, 0.1804375 },
  { 0.2126729, 0.7151522, 0.0721750 },
  { 0.0193339, 0.1191920, 0.9503041 },
};

static const double white_d65[3] = { 0.95047, 1.0, 1.08883 };

static void
multiply (const double matrix[3][3], const double in[3], double out[3])
{
  for (int i = 0; i < 3; i++)
    out[i] = matrix[i][0] * in[0] + matrix[i][1] * in[1] + matrix[i][2] * in[2];
}

static void
to_linear (guint32 colour, double linear[3])
{
  for (int i = 0; i < 3; i++)
    {
      double value = ((colour >> (16 - 8 * i)) & 0xff) / 255.0;

      linear[i] = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
    }
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180.0;
}

static double
hue_of (double a, double b)
{
  double hue = 0.0;

  if (a == 0.0 && b == 0.0)
    return 0.0;
  hue = atan2 (b, a) * 180.0 / G_PI;
  return hue < 0.0 ? hue + 360.0 : hue;
}

/**
 * colour_parse:
 * @text: (nullable): "#rrggbb"
 * @colour: (out): 0xrrggbb
 *
 * Returns: %FALSE if @text is not written so
 */
gboolean
colour_parse (const char *text, guint32 *colour)
{
  guint32 value = 0;

  if (text == NULL || text[0] != '#')
    return FALSE;
  for (int i = 1; i <= 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      value = value * 16 + (guint32)g_ascii_xdigit_value (text[i]);
    }
  *colour = value;
  return text[7] == '\0';
}

/**
 * colour_to_lab:
 * @colour: 0xrrggbb
 * @vision: whose eyes
 *
 * Returns: where the colour lies for these eyes
 */
ColourLab
colour_to_lab (guint32 colour, ColourVision vision)
{
  double linear[3] = { 0 };
  double seen[3] = { 0 };
  double xyz[3] = { 0 };
  double f[3] = { 0 };

  to_linear (colour, linear);
  multiply (machado[vision], linear, seen);
  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0.0, 1.0);
  multiply (srgb_to_xyz, seen, xyz);
  for (int i = 0; i < 3; i++)
    f[i] = lab_curve (xyz[i] / white_d65[i]);
  return (ColourLab){ 116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2]) };
}

/**
 * colour_difference:
 * @one: a colour
 * @other: another one
 *
 * Returns: the difference by CIEDE2000 with all weights 1, after Sharma, Wu, Dalal 2005
 */
double
colour_difference (ColourLab one, ColourLab other)
{
  const double pow25_7 = 6103515625.0;
  double mean_c = (hypot (one.a, one.b) + hypot (other.a, other.b)) / 2.0;
  double g = 0.5 * (1.0 - sqrt (pow (mean_c, 7) / (pow (mean_c, 7) + pow25_7)));
  double a1 = one.a * (1.0 + g);
  double a2 = other.a * (1.0 + g);
  double c1 = hypot (a1, one.b);
  double c2 = hypot (a2, other.b);
  double h1 = hue_of (a1, one.b);
  double h2 = hue_of (a2, other.b);
  gboolean grey = c1 * c2 == 0.0;
  double dh = grey ? 0.0 : h2 - h1 > 180.0 ? h2 - h1 - 360.0 : h2 - h1 < -180.0 ? h2 - h1 + 360.0 : h2 - h1;
  double sum = h1 + h2;
  double h = grey ? sum : fabs (h1 - h2) <= 180.0 ? sum / 2.0 : sum < 360.0 ? sum / 2.0 + 180.0 : sum / 2.0 - 180.0;
  double l = (one.l + other.l) / 2.0;
  double c = (c1 + c2) / 2.0;
  double t = 1.0 - 0.17 * cos (to_radians (h - 30.0)) + 0.24 * cos (to_radians (2.0 * h)) +
             0.32 * cos (to_radians (3.0 * h + 6.0)) - 0.20 * cos (to_radians (4.0 * h - 63.0));
  double turn = 30.0 * exp (-pow ((h - 275.0) / 25.0, 2));
  double rc = 2.0 * sqrt (pow (c, 7) / (pow (c, 7) + pow25_7));
  double dl = (other.l - one.l) / (1.0 + 0.015 * pow (l - 50.0, 2) / sqrt (20.0 + pow (l - 50.0, 2)));
  double dc = (c2 - c1) / (1.0 + 0.045 * c);
  double dH = 2.0 * sqrt (c1 * c2) * sin (to_radians (dh / 2.0)) / (1.0 + 0.015 * c * t);

  return sqrt (dl * dl + dc * dc + dH * dH - sin (to_radians (2.0 * turn)) * rc * dc * dH);
}

/**
 * colour_contrast:
 * @one: 0xrrggbb
 * @other: 0xrrggbb
 *
 * Returns: the ratio of their luminances as WCAG 2 counts it, 1 to 21
 */
double
colour_contrast (guint32 one, guint32 other)
{
  double luminance[2] = { 0 };
  guint32 colours[2] = { one, other };

  for (int i = 0; i < 2; i++)
    {
      double linear[3] = { 0 };

      to_linear (colours[i], linear);
      luminance[i] = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
  return (MAX (luminance[0], luminance[1]) + 0.05) / (MIN (luminance[0], luminance[1]) + 0.05);
}
