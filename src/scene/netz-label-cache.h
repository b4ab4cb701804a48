/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLabelCache: shaped text, kept as long as it is used, and what text costs
 * in room without shaping it. It has a font map of its own, so that it may be
 * used by any thread, one at a time. Owned by a scene or a picture; lengths
 * are in the units of the type's size.
 */
#pragma once

#include "scene/netz-painter.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Characters of a name that are looked at: more does not fit anywhere, and shaping it takes long. */
#define NETZ_LABEL_LONGEST 600

typedef struct _NetzLabelCache NetzLabelCache;

typedef enum
{
  NETZ_LABEL_CENTRE,
  NETZ_LABEL_LEFT,
  NETZ_LABEL_RIGHT,
} NetzLabelAlign;

/**
 * NetzLabelSpec:
 * @text: what it says; any UTF-8, markup is literal
 * @size: of the type
 * @bold: whether it is
 * @wrap: where lines end at the latest; 0 = one line, however long
 * @lines: how many there may be; what is longer ends in an ellipsis; 0 = any number
 * @align: of the lines, and of the whole to the point where it is painted
 * @joined: whether lines may not end at hyphens: who reads a PDF takes such a hyphen away
 */
typedef struct
{
  const char *text;
  double size;
  gboolean bold;
  double wrap;
  int lines;
  NetzLabelAlign align;
  gboolean joined;
} NetzLabelSpec;

/**
 * NetzLabel:
 * @layout: the shaped text
 * @width: of its widest line
 * @height: of all lines
 * @overflows: whether its ink leaves that box
 * @size: of the type
 * @bold: whether it is
 * @align: to the point where it is painted
 */
typedef struct
{
  PangoLayout *layout;
  double width;
  double height;
  gboolean overflows;
  double size;
  gboolean bold;
  NetzLabelAlign align;
} NetzLabel;

NetzLabelCache *netz_label_cache_new (void);
void netz_label_cache_free (NetzLabelCache *self);
guint netz_label_cache_get_size (const NetzLabelCache *self);
const NetzLabel *netz_label_cache_get (NetzLabelCache *self, const NetzLabelSpec *spec);
double netz_label_cache_get_line_height (NetzLabelCache *self, double size);
double netz_label_cache_estimate (NetzLabelCache *self, const NetzLabelSpec *spec, double *height);
double netz_label_cache_get_whole_wrap (NetzLabelCache *self,
                                        const char *text,
                                        double size,
                                        double least,
                                        gboolean joined);

void netz_label_paint (const NetzLabel *self,
                       cairo_t *cr,
                       double x,
                       double y,
                       double factor,
                       const NetzRgba *colour,
                       const NetzRgba *halo,
                       NetzTextSink sink,
                       gpointer sink_data);

char *netz_label_clean_text (const char *text);
const char *netz_label_get_placeholder (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzLabelCache, netz_label_cache_free)

G_END_DECLS
