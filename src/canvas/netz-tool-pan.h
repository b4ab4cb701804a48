/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzToolPan: a drag scrolls the view; nothing is edited.
 */
#pragma once

#include "canvas/netz-tool.h"

G_BEGIN_DECLS

#define NETZ_TYPE_TOOL_PAN (netz_tool_pan_get_type ())
G_DECLARE_FINAL_TYPE (NetzToolPan, netz_tool_pan, NETZ, TOOL_PAN, GObject)

NetzTool *netz_tool_pan_new (void);

G_END_DECLS
