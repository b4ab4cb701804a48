/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTextEntry: a text that is there already, changed on the canvas: the name
 * of an institution, the title of a frame, or the lines of a note.
 *
 * Signals: "accepted" (): Enter, in several lines Ctrl+Enter; "cancelled" ().
 * The owner asks for the text and removes the widget.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NETZ_TYPE_TEXT_ENTRY (netz_text_entry_get_type ())
G_DECLARE_FINAL_TYPE (NetzTextEntry, netz_text_entry, NETZ, TEXT_ENTRY, GtkWidget)

GtkWidget *netz_text_entry_new (const char *text, const char *label, gboolean lines);
char *netz_text_entry_get_text (NetzTextEntry *self);

G_END_DECLS
