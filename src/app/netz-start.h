/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzStart: what a window shows as long as there is no network in it: ways to
 * begin, and the files that were open lately.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_START (netz_start_get_type ())
G_DECLARE_FINAL_TYPE (NetzStart, netz_start, NETZ, START, GtkWidget)

G_END_DECLS
