/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzNote: a sticky note on the canvas, not counted as an institution. x and y
 * are its top left corner, all in scene units.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_NOTE (netz_note_get_type ())
#define NETZ_NOTE(object) ((NetzNote *) (object))
#define NETZ_IS_NOTE(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_NOTE))

struct _NetzNote
{
  NetzRecord parent_instance;

  GRefString *text;
  double x;
  double y;
  double width;
  double height;
  GRefString *colour;
  GRefString *frame;               /* id of the NetzFrame it belongs to */
};

GType netz_note_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzNote, g_object_unref)

G_END_DECLS
