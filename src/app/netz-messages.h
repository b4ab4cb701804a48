/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzMessages: what a window has to say, around its content: a toast for what
 * has happened, with Undo where it can be undone; a bar for what lasts until
 * the user decides; a dialog only for a decision.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_MESSAGES (netz_messages_get_type ())
G_DECLARE_FINAL_TYPE (NetzMessages, netz_messages, NETZ, MESSAGES, GtkWidget)

/**
 * NetzMessageFunc:
 * @response: the id of the button that was pressed, or "close"
 * @data: data
 */
typedef void (*NetzMessageFunc) (const char *response, gpointer data);

void netz_messages_toast (NetzMessages *self, const char *text);
void netz_messages_toast_undo (NetzMessages *self, const char *text);
void netz_messages_withdraw_undo (NetzMessages *self);
void netz_messages_show_bar (NetzMessages *self,
                             const char *id,
                             GtkMessageType type,
                             const char *text,
                             const char *const *responses,
                             NetzMessageFunc func,
                             gpointer data);
void netz_messages_hide_bar (NetzMessages *self, const char *id);
gboolean netz_messages_has_bar (NetzMessages *self, const char *id);
void netz_messages_ask (GtkWindow *parent,
                        const char *heading,
                        const char *text,
                        const char *const *responses,
                        NetzMessageFunc func,
                        gpointer data);

G_END_DECLS
