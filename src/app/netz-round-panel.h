/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzRoundPanel: the guided round for the room, a small panel over the canvas:
 * one question after the other, each with its part of the network, and a list
 * of what was talked about. When the round ends, the part of the network that
 * was looked at before is looked at again.
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_ROUND_PANEL (netz_round_panel_get_type ())
G_DECLARE_FINAL_TYPE (NetzRoundPanel, netz_round_panel, NETZ, ROUND_PANEL, AdwBin)

GtkWidget *netz_round_panel_new (void);
void netz_round_panel_begin (NetzRoundPanel *self, NetzSession *session);
void netz_round_panel_step (NetzRoundPanel *self, int step);
void netz_round_panel_end (NetzRoundPanel *self);
gboolean netz_round_panel_is_under_way (NetzRoundPanel *self);

G_END_DECLS
