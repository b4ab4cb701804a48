/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The picture behind a network: a plan of the town, say. It comes from the
 * network itself or from a file beside it, never from elsewhere.
 */
#pragma once

#include "model/netz-settings.h"
#include "scene/netz-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

cairo_surface_t *netz_background_load (const NetzSettings *settings, const char *folder);
NetzRect netz_background_get_rect (const NetzSettings *settings, cairo_surface_t *picture);

G_END_DECLS
