/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzToolSelect: what the canvas does when no other tool is in hand: click,
 * Shift+click, Alt+click (neighbours too) and rubber band select; a drag of an
 * item moves the selection (netz-tool-move.h), of a corner resizes
 * (netz-tool-resize.h), of an institution's rim begins a partnership
 * (netz-tool-connect.h).
 */
#pragma once

#include "canvas/netz-tool.h"

G_BEGIN_DECLS

#define NETZ_TYPE_TOOL_SELECT (netz_tool_select_get_type ())
G_DECLARE_FINAL_TYPE (NetzToolSelect, netz_tool_select, NETZ, TOOL_SELECT, GObject)

NetzTool *netz_tool_select_new (void);

G_END_DECLS
