/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzToolMove: the drag of what is selected, taken over from the select tool
 * once the pointer has wandered far enough. Frames take their members along;
 * what is dropped into a frame joins it, what is dragged out leaves it.
 */
#pragma once

#include "canvas/netz-tool.h"

G_BEGIN_DECLS

#define NETZ_TYPE_TOOL_MOVE (netz_tool_move_get_type ())
G_DECLARE_FINAL_TYPE (NetzToolMove, netz_tool_move, NETZ, TOOL_MOVE, GObject)

NetzTool *netz_tool_move_new (const NetzToolContext *context, const char *grabbed, NetzPoint start);

G_END_DECLS
