/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzToolConnect: drag from an institution to another: a partnership, its
 * programme following from the two kinds. Dropped on empty canvas, the other
 * institution's name is asked for. A click only selects.
 */
#pragma once

#include "canvas/netz-tool.h"

G_BEGIN_DECLS

#define NETZ_TYPE_TOOL_CONNECT (netz_tool_connect_get_type ())
G_DECLARE_FINAL_TYPE (NetzToolConnect, netz_tool_connect, NETZ, TOOL_CONNECT, GObject)

NetzTool *netz_tool_connect_new (void);

G_END_DECLS
