/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzToolPlace: a click places an institution of a given kind, whose name is
 * then asked for.
 */
#pragma once

#include "canvas/netz-tool.h"

G_BEGIN_DECLS

#define NETZ_TYPE_TOOL_PLACE (netz_tool_place_get_type ())
G_DECLARE_FINAL_TYPE (NetzToolPlace, netz_tool_place, NETZ, TOOL_PLACE, GObject)

NetzTool *netz_tool_place_new (const char *kind);

G_END_DECLS
