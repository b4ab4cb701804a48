/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzToolResize: the drag of a corner of a frame or a note; the opposite
 * corner stays.
 */
#pragma once

#include "canvas/netz-tool.h"

G_BEGIN_DECLS

#define NETZ_TYPE_TOOL_RESIZE (netz_tool_resize_get_type ())
G_DECLARE_FINAL_TYPE (NetzToolResize, netz_tool_resize, NETZ, TOOL_RESIZE, GObject)

NetzTool *netz_tool_resize_new (const NetzToolContext *context, const NetzHit *corner);

G_END_DECLS
