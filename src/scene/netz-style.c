/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-style.h"

#include <math.h>
#include <string.h>

#define RGB(hex) \
  { \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 \
  }
#define RGBA(hex, a) \
  { \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0, a \
  }

static const NetzStyle styles[NETZ_N_STYLES] = {
  [NETZ_STYLE_LIGHT] = {
    .id = NETZ_STYLE_LIGHT,
    .name = "light",
    .ground = RGB (0xfbfaf8),
    .text = RGB (0x2a2d31),
    .text_quiet = RGB (0x5e646b),
    .halo = RGBA (0xfbfaf8, 0.9),
    .line = RGB (0x7b828a),
    .neutral = RGB (0xd5d8dc),
    .rim_dark = RGB (0x20303f),
    .rim_light = RGB (0xffffff),
    .accent = RGB (0x1c71d8),
    .mark = RGB (0xd9480f),
    .frame = RGB (0x6b8fb3),
    .note = RGB (0xffeeb0),
    .font_size = 13,
    .font_size_title = 17,
    .line_width = 1,
    .fade = 0.16,
    .contrast = 4.5,
  },
  [NETZ_STYLE_DARK] = {
    .id = NETZ_STYLE_DARK,
    .name = "dark",
    .ground = RGB (0x1f2226),
    .text = RGB (0xeeeeec),
    .text_quiet = RGB (0xb3b8be),
    .halo = RGBA (0x1f2226, 0.9),
    .line = RGB (0x9aa1a9),
    .neutral = RGB (0x868c93),
    .rim_dark = RGB (0x14181c),
    .rim_light = RGB (0xffffff),
    .accent = RGB (0x78aeed),
    .mark = RGB (0xff8a4c),
    .frame = RGB (0x7fa3c7),
    .note = RGB (0x6a5a1e),
    .font_size = 13,
    .font_size_title = 17,
    .line_width = 1.05,
    .fade = 0.2,
    .contrast = 4.5,
  },
  [NETZ_STYLE_PRINT] = {
    .id = NETZ_STYLE_PRINT,
    .name = "print",
    .ground = RGB (0xffffff),
    .text = RGB (0x1b1d1f),
    .text_quiet = RGB (0x50555b),
    .halo = RGBA (0xffffff, 0.92),
    .line = RGB (0x6d737a),
    .neutral = RGB (0xdcdfe2),
    .rim_dark = RGB (0x20303f),
    .rim_light = RGB (0xffffff),
    .accent = RGB (0x1c71d8),
    .mark = RGB (0xc2410c),
    .frame = RGB (0x5d7f9f),
    .note = RGB (0xfff1c2),
    .font_size = 13,
    .font_size_title = 17,
    .line_width = 1,
    .fade = 0.16,
    .contrast = 4.5,
  },
  [NETZ_STYLE_PROJECTOR] = {
    .id = NETZ_STYLE_PROJECTOR,
    .name = "projector",
    .ground = RGB (0xffffff),
    .text = RGB (0x000000),
    .text_quiet = RGB (0x3a3a3a),
    .halo = RGBA (0xffffff, 0.95),
    .line = RGB (0x4a4f55),
    .neutral = RGB (0xd0d4d8),
    .rim_dark = RGB (0x0d1a26),
    .rim_light = RGB (0xffffff),
    .accent = RGB (0x0b57b7),
    .mark = RGB (0xa63200),
    .frame = RGB (0x44698d),
    .note = RGB (0xffe680),
    .font_size = 17,
    .font_size_title = 22,
    .line_width = 1.55,
    .fade = 0.14,
    .contrast = 7,
  },
};

/* Lengths of dashes as multiples of the line's width would crowd on thin lines; these are absolute. */
static const NetzStroke strokes[NETZ_N_STATUSES] = {
  [NETZ_STATUS_IDEA] = { 2.2, 0.95, { 0.1, 5.5 }, 2 },
  [NETZ_STATUS_PREPARATION] = { 2.2, 0.95, { 9, 6 }, 2 },
  [NETZ_STATUS_ESTABLISHED] = { 2.4, 1, { 0 }, 0 },
  [NETZ_STATUS_DORMANT] = { 1.2, 0.5, { 0 }, 0 },
  [NETZ_STATUS_ENDED] = { 1.2, 0.5, { 2.5, 4.5, 9, 4.5 }, 4 },
};

static const char *const status_ids[NETZ_N_STATUSES] = { "idea", "preparation", "established", "dormant", "ended" };

/* WCAG 2.1, "relative luminance". */
static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/**
 * netz_style_get:
 * @id: which one
 *
 * Returns: (transfer none): the style; it lives as long as the program
 */
const NetzStyle *
netz_style_get (NetzStyleId id)
{
  g_return_val_if_fail ((int) id >= 0 && (int) id < NETZ_N_STYLES, &styles[0]);
  return &styles[id];
}

/**
 * netz_style_find:
 * @name: (nullable): "light", "dark", "print" or "projector"
 *
 * Returns: (nullable): the style of that name
 */
const NetzStyle *
netz_style_find (const char *name)
{
  for (int i = 0; i < NETZ_N_STYLES; i++)
    if (g_strcmp0 (styles[i].name, name) == 0)
      return &styles[i];
  return NULL;
}

/**
 * netz_status_parse:
 * @status: (nullable): a partnership's status
 *
 * Returns: the status, an established one where it is missing or unknown
 */
NetzStatus
netz_status_parse (const char *status)
{
  for (int i = 0; i < NETZ_N_STATUSES; i++)
    if (g_strcmp0 (status_ids[i], status) == 0)
      return i;
  return NETZ_STATUS_ESTABLISHED;
}

const char *
netz_status_get_id (NetzStatus status)
{
  g_return_val_if_fail ((int) status >= 0 && (int) status < NETZ_N_STATUSES, NULL);
  return status_ids[status];
}

/**
 * netz_style_get_stroke:
 * @self: a style
 * @status: how far a partnership has come
 * @stroke: (out): how its line is drawn
 */
void
netz_style_get_stroke (const NetzStyle *self,
                       NetzStatus status,
                       NetzStroke *stroke)
{
  *stroke = strokes[status];
  stroke->width *= self->line_width;
  for (int i = 0; i < stroke->n_dash; i++)
    stroke->dash[i] *= self->line_width;
}

/**
 * netz_rgba_parse:
 * @self: (out): what is set; untouched where @colour is none
 * @colour: (nullable): "#rrggbb"
 *
 * Returns: whether @colour is a colour
 */
gboolean
netz_rgba_parse (NetzRgba *self,
                 const char *colour)
{
  guint value = 0;

  if (colour == NULL || colour[0] != '#' || strlen (colour) != 7)
    return FALSE;

  for (int i = 1; i < 7; i++)
    {
      int digit = g_ascii_xdigit_value (colour[i]);

      if (digit < 0)
        return FALSE;
      value = value * 16 + digit;
    }

  *self = (NetzRgba) RGB (value);
  return TRUE;
}

/**
 * netz_rgba_mix:
 * @a: a colour
 * @b: another
 * @part_of_b: from 0, only @a, to 1, only @b
 *
 * Returns: the colour in between, channel by channel
 */
NetzRgba
netz_rgba_mix (const NetzRgba *a,
               const NetzRgba *b,
               double part_of_b)
{
  double part = CLAMP (part_of_b, 0, 1);

  return (NetzRgba) { a->red + (b->red - a->red) * part, a->green + (b->green - a->green) * part,
                      a->blue + (b->blue - a->blue) * part, a->alpha + (b->alpha - a->alpha) * part };
}

NetzRgba
netz_rgba_fade (const NetzRgba *self,
                double alpha)
{
  return (NetzRgba) { self->red, self->green, self->blue, self->alpha * alpha };
}

double
netz_rgba_get_luminance (const NetzRgba *self)
{
  return 0.2126 * linearise (self->red) + 0.7152 * linearise (self->green) + 0.0722 * linearise (self->blue);
}

/**
 * netz_rgba_get_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: the contrast of WCAG 2.1, from 1 to 21
 */
double
netz_rgba_get_contrast (const NetzRgba *a,
                        const NetzRgba *b)
{
  double first = netz_rgba_get_luminance (a) + 0.05;
  double second = netz_rgba_get_luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

/**
 * netz_rgba_reach_contrast:
 * @self: a colour
 * @ground: what is behind it
 * @contrast: what it shall have to @ground
 *
 * Returns: @self, or as much towards black or white as it takes
 */
NetzRgba
netz_rgba_reach_contrast (const NetzRgba *self,
                          const NetzRgba *ground,
                          double contrast)
{
  const NetzRgba black = RGB (0x000000);
  const NetzRgba white = RGB (0xffffff);
  const NetzRgba *end =
      netz_rgba_get_contrast (&black, ground) > netz_rgba_get_contrast (&white, ground) ? &black : &white;

  for (int step = 0; step <= 20; step++)
    {
      NetzRgba mixed = netz_rgba_mix (self, end, step / 20.0);

      if (netz_rgba_get_contrast (&mixed, ground) >= contrast)
        return mixed;
    }

  return *end;
}
