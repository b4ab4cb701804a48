/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a timeline is painted. Lengths are pixels, days Julian ones; nothing in it
 * knows of widgets.
 */
#pragma once

#include "planning/netz-timeline.h"
#include "scene/netz-style.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * NetzTimelinePicture:
 * @timeline: what is painted
 * @first: the day at the left edge
 * @last: the day at the right edge
 * @width: of the picture
 * @height: of the picture
 * @ink: of lines and letters
 * @ground: what is behind it
 * @colours: (array): of the programmes, one a group
 */
typedef struct
{
  const NetzTimeline *timeline;
  guint32 first;
  guint32 last;
  double width;
  double height;
  NetzRgba ink;
  NetzRgba ground;
  const NetzRgba *colours;
} NetzTimelinePicture;

/* Between the edges and the first and last day, so that the handle is whole there. */
#define NETZ_TIMELINE_MARGIN 10.0

double netz_timeline_get_x (const NetzTimelinePicture *picture, guint32 day);
guint32 netz_timeline_get_day (const NetzTimelinePicture *picture, double x);
void netz_timeline_paint (const NetzTimelinePicture *picture, cairo_t *cr);

G_END_DECLS
