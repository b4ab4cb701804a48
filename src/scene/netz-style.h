/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzStyle: how a network looks: colours, type and strokes of one of the four
 * styles. Constant tables, owned by nobody; lengths are scene units.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NETZ_STYLE_FONT "Cantarell, Inter, Noto Sans, sans-serif"

typedef enum
{
  NETZ_STYLE_LIGHT,
  NETZ_STYLE_DARK,
  NETZ_STYLE_PRINT,
  NETZ_STYLE_PROJECTOR,
} NetzStyleId;

#define NETZ_N_STYLES (NETZ_STYLE_PROJECTOR + 1)

typedef enum
{
  NETZ_STATUS_IDEA,
  NETZ_STATUS_PREPARATION,
  NETZ_STATUS_ESTABLISHED,
  NETZ_STATUS_DORMANT,
  NETZ_STATUS_ENDED,
} NetzStatus;

#define NETZ_N_STATUSES (NETZ_STATUS_ENDED + 1)

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} NetzRgba;

/**
 * NetzStroke:
 * @width: of the line, in scene units
 * @alpha: what the programme's colour is multiplied with
 * @dash: lengths of strokes and gaps, in scene units
 * @n_dash: how many of them; 0 = solid
 */
typedef struct
{
  double width;
  double alpha;
  double dash[4];
  int n_dash;
} NetzStroke;

/**
 * NetzStyle:
 * @id: which one
 * @name: its id in settings and on the command line: "light"
 * @ground: behind everything
 * @text: labels and titles
 * @text_quiet: subtitles, counts
 * @halo: around text, so that lines do not cut it
 * @line: a partnership whose programme has no colour
 * @neutral: an institution whose kind has no colour
 * @rim_dark: the rim of light shapes, and icons on them
 * @rim_light: icons on dark shapes
 * @accent: selection, focus and what is about to happen
 * @mark: the small mark that says that something is worth a look
 * @frame: a frame without a colour
 * @note: a note without a colour
 * @font_size: of labels
 * @font_size_title: of the titles of frames
 * @line_width: what the strokes' widths are multiplied with
 * @fade: opacity of what does not stand out
 * @contrast: what text keeps at least to what is behind it
 */
typedef struct
{
  NetzStyleId id;
  const char *name;
  NetzRgba ground;
  NetzRgba text;
  NetzRgba text_quiet;
  NetzRgba halo;
  NetzRgba line;
  NetzRgba neutral;
  NetzRgba rim_dark;
  NetzRgba rim_light;
  NetzRgba accent;
  NetzRgba mark;
  NetzRgba frame;
  NetzRgba note;
  double font_size;
  double font_size_title;
  double line_width;
  double fade;
  double contrast;
} NetzStyle;

const NetzStyle *netz_style_get (NetzStyleId id);
const NetzStyle *netz_style_find (const char *name);

NetzStatus netz_status_parse (const char *status);
const char *netz_status_get_id (NetzStatus status);
void netz_style_get_stroke (const NetzStyle *self, NetzStatus status, NetzStroke *stroke);

gboolean netz_rgba_parse (NetzRgba *self, const char *colour);
NetzRgba netz_rgba_mix (const NetzRgba *a, const NetzRgba *b, double part_of_b);
NetzRgba netz_rgba_fade (const NetzRgba *self, double alpha);
double netz_rgba_get_luminance (const NetzRgba *self);
double netz_rgba_get_contrast (const NetzRgba *a, const NetzRgba *b);
NetzRgba netz_rgba_reach_contrast (const NetzRgba *self, const NetzRgba *ground, double contrast);

G_END_DECLS
