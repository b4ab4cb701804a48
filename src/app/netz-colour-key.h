/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzColourKey: what the colours on the canvas mean while it shows groups:
 * each with its number and colour, and a button that turns them off. It is only
 * seen as long as there are groups.
 */
#pragma once

#include "scene/netz-scene.h"
#include "scene/netz-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_COLOUR_KEY (netz_colour_key_get_type ())
G_DECLARE_FINAL_TYPE (NetzColourKey, netz_colour_key, NETZ, COLOUR_KEY, AdwBin)

void netz_colour_key_set_document (NetzColourKey *self, NetzScene *scene, NetzSelection *selection);

GtkWidget *netz_colour_key_new_swatch (guint group);

G_END_DECLS
