/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPalette: the legend beside the canvas, which is palette and filter at
 * once: each kind of institution with its symbol, name, number and an eye that
 * hides it. A kind is dragged onto the canvas to place one, or placed by Insert;
 * Enter and a click select all institutions of the kind.
 *
 * Uses the action "win.add-of-kind" with the kind's id.
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_PALETTE (netz_palette_get_type ())
G_DECLARE_FINAL_TYPE (NetzPalette, netz_palette, NETZ, PALETTE, AdwBin)

GtkWidget *netz_palette_new (void);
void netz_palette_set_session (NetzPalette *self, NetzSession *session);

G_END_DECLS
