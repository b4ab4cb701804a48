/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLook: how institutions of one kind look in one style: the shape says the
 * group, colour and icon say the kind. Lists, legends and the painter draw the
 * same symbol from it. Lengths are in units of the cairo context given.
 */
#pragma once

#include "model/netz-kind.h"
#include "scene/netz-icons.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_SHAPE_CIRCLE,
  NETZ_SHAPE_ROUNDED,
  NETZ_SHAPE_HEXAGON,
  NETZ_SHAPE_SQUARE,
  NETZ_SHAPE_DIAMOND,
} NetzShape;

/**
 * NetzLook:
 * @shape: its outline
 * @fill: the kind's colour
 * @rim: the line around it
 * @ink: the icon's colour, readable on @fill
 * @icon: (nullable): id of the icon; owned by the kind
 */
typedef struct
{
  NetzShape shape;
  NetzRgba fill;
  NetzRgba rim;
  NetzRgba ink;
  const char *icon;
} NetzLook;

void netz_look_init (NetzLook *self, const NetzKind *kind, const NetzStyle *style);
double netz_shape_get_extent (NetzShape shape, double radius, double dx, double dy);
void netz_shape_trace (NetzShape shape, cairo_t *cr, double x, double y, double radius);
void netz_look_paint (const NetzLook *self, cairo_t *cr, NetzIcons *icons, double x, double y, double radius);

void netz_node_paint_icon (cairo_t *cr, const NetzKind *kind, const NetzStyle *style, double x, double y, double size);

G_END_DECLS
