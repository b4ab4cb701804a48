/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzNameEntry: where the name of a new institution is typed on the canvas.
 * Shows the kind that the name betrays, and the institutions that are called
 * like it already, to take one of them instead.
 *
 * Signals: "accepted" (gboolean next): Enter, or Tab for one more afterwards;
 * "cancelled" (); "lines-pasted" (const char *text): several lines came in at
 * once. The owner asks for text, kind and existing and removes the widget.
 *
 * Keys: Enter, Tab, Escape · Up and Down among what exists · Ctrl+Up and
 * Ctrl+Down the kind · Alt+Down the list of kinds.
 */
#pragma once

#include "canvas/netz-canvas.h"

G_BEGIN_DECLS

#define NETZ_TYPE_NAME_ENTRY (netz_name_entry_get_type ())
G_DECLARE_FINAL_TYPE (NetzNameEntry, netz_name_entry, NETZ, NAME_ENTRY, GtkWidget)

GtkWidget *netz_name_entry_new (NetzScene *scene, const char *kind, const char *partner);
void netz_name_entry_set_guess_func (NetzNameEntry *self, NetzCanvasGuessFunc func, gpointer user_data);

char *netz_name_entry_get_text (NetzNameEntry *self);
const char *netz_name_entry_get_kind (NetzNameEntry *self);
const char *netz_name_entry_get_existing (NetzNameEntry *self);
const char *netz_name_entry_get_partner (NetzNameEntry *self);

G_END_DECLS
