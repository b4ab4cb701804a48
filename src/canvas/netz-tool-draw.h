/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzToolDraw: draws a frame or a note: a drag says how large, a click takes
 * the usual size. Its title or text is asked for afterwards; institutions
 * inside a new frame join it.
 */
#pragma once

#include "canvas/netz-tool.h"

G_BEGIN_DECLS

#define NETZ_TYPE_TOOL_DRAW (netz_tool_draw_get_type ())
G_DECLARE_FINAL_TYPE (NetzToolDraw, netz_tool_draw, NETZ, TOOL_DRAW, GObject)

NetzTool *netz_tool_draw_new (NetzTable table);

G_END_DECLS
