/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPaint: one act of painting, on the stack of the painter, and the steps
 * of it that have files of their own.
 */
#pragma once

#include "scene/netz-scene-private.h"

G_BEGIN_DECLS

/**
 * NetzPaint:
 * @scene: what is painted; its lock is held
 * @cr: what it is painted on
 * @scale: pixels a scene unit
 * @pixel: scene units a pixel
 * @area: what is needed, with all that may reach into it
 * @options: never %NULL
 * @moved: (nullable): ids of institutions that are shown elsewhere
 * @dx: how far
 * @dy: how far
 * @edges_named: whether the highlight names partnerships itself
 */
typedef struct
{
  NetzScene *scene;
  NetzItems *items;
  const NetzStyle *style;
  cairo_t *cr;
  double scale;
  double pixel;
  NetzRect area;
  const NetzPaintOptions *options;
  GHashTable *moved;
  double dx;
  double dy;
  gboolean edges_named;
} NetzPaint;

void netz_paint_set_colour (const NetzPaint *self, const NetzRgba *colour, double alpha);
double netz_paint_get_alpha (const NetzPaint *self, guint32 item);
NetzPoint netz_paint_get_centre (const NetzPaint *self, guint32 slot);
void netz_paint_get_curve (const NetzPaint *self, guint32 slot, NetzCurve *curve);
double netz_paint_get_type_factor (NetzScene *scene, double scale);

void netz_paint_edges (const NetzPaint *self, GArray *items, gboolean doubles);
void netz_paint_nodes (const NetzPaint *self, GArray *items);
void netz_paint_frames (const NetzPaint *self, GArray *items);
void netz_paint_notes (const NetzPaint *self, GArray *items);
void netz_paint_labels (const NetzPaint *self, GArray *items);
void netz_paint_edge_labels (const NetzPaint *self, GArray *items);
void netz_paint_titles (const NetzPaint *self, GArray *items);

G_END_DECLS
