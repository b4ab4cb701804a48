/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzFrame: a titled rectangle that holds institutions together: a district, a
 * group. x and y are its top left corner, all in scene units.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_FRAME (netz_frame_get_type ())
#define NETZ_FRAME(object) ((NetzFrame *) (object))
#define NETZ_IS_FRAME(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_FRAME))

struct _NetzFrame
{
  NetzRecord parent_instance;

  GRefString *title;
  double x;
  double y;
  double width;
  double height;
  GRefString *colour;
  GRefString *district;            /* the Stadtbezirk that it stands for */
};

GType netz_frame_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzFrame, g_object_unref)

G_END_DECLS
