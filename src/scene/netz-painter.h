/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Painting a scene, or the part of it in a rectangle, to any cairo context.
 * The context's matrix already maps scene units to where they belong; `scale`
 * says how many pixels a scene unit is there, which decides the level of
 * detail. The ground is not painted: it is the caller's.
 *
 * Order: background picture, frames, partnerships, links among partners,
 * institutions, notes, and all text last.
 *
 * May be called from another thread than the scene's while that one does not
 * change the scene (it waits if it tries); a scene is painted by one thread at
 * a time.
 */
#pragma once

#include "scene/netz-scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Type smaller than this, in pixels, is not painted. */
#define NETZ_PAINTER_SMALLEST_TYPE 9.0

/**
 * NetzTextRun:
 * @text: one line of text, UTF-8, markup is literal
 * @length: in bytes
 * @x: where it is, in the context's device units
 * @y: its base line, in the context's device units
 * @size: of the type, in device units
 * @width: in device units
 * @anchor: which part of its width stays where it is should the type be another: 0 its left side, 0.5, 1
 * @line: which line of a longer text it is, from 0
 * @bold: whether it is
 * @colour: of the letters
 * @halo: around them; alpha 0 = none
 */
typedef struct
{
  const char *text;
  gsize length;
  double x;
  double y;
  double size;
  double width;
  double anchor;
  int line;
  gboolean bold;
  NetzRgba colour;
  NetzRgba halo;
} NetzTextRun;

typedef void (*NetzTextSink) (const NetzTextRun *run, gpointer data);

/**
 * NetzPaintOptions:
 * @leave_out: (nullable): set of ids that are not painted; the partnerships of institutions among them neither
 * @highlight: (nullable): set of ids that stand out, the rest fades
 * @edge_labels: (nullable): set of ids of partnerships that show what they are
 * @all_edge_labels: all of them do
 * @no_labels: no names of institutions
 * @no_background: without the background picture
 * @every_label: no name is left out for being small or for lack of room
 * @sink: (nullable): takes the text, which is then not painted
 * @sink_data: for @sink
 *
 * Sets are GHashTables of strings. All zero is how the canvas looks by default.
 */
typedef struct
{
  GHashTable *leave_out;
  GHashTable *highlight;
  GHashTable *edge_labels;
  gboolean all_edge_labels;
  gboolean no_labels;
  gboolean no_background;
  gboolean every_label;
  NetzTextSink sink;
  gpointer sink_data;
} NetzPaintOptions;

void netz_painter_paint (NetzScene *scene,
                         cairo_t *cr,
                         const NetzRect *area,
                         double scale,
                         const NetzPaintOptions *options);
void netz_painter_paint_items (NetzScene *scene,
                               cairo_t *cr,
                               GHashTable *ids,
                               double dx,
                               double dy,
                               double scale,
                               gboolean highlight);
double netz_painter_get_margin (NetzScene *scene, double scale);
void netz_painter_trace_item (NetzScene *scene, cairo_t *cr, const char *id, double grow);

void netz_painter_paint_line (cairo_t *cr,
                              const NetzProgramme *programme,
                              NetzStatus status,
                              const NetzStyle *style,
                              double x,
                              double y,
                              double width);

G_END_DECLS
