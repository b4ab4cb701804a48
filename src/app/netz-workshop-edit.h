/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the workshop page does to a workshop: each a step that can be undone.
 */
#pragma once

#include "app/netz-session.h"

G_BEGIN_DECLS

NetzWorkshop *netz_workshop_edit_get (NetzSession *session, const char *workshop);
char *netz_workshop_edit_add (NetzSession *session);
void netz_workshop_edit_remove (NetzSession *session, const char *workshop);
void netz_workshop_edit_set_text (NetzSession *session, const char *workshop, const char *field, const char *text);
void netz_workshop_edit_set_part (NetzSession *session,
                                  const char *workshop,
                                  const char *field,
                                  guint index,
                                  NetzPart *part);
void netz_workshop_edit_remove_part (NetzSession *session, const char *workshop, const char *field, guint index);
void netz_workshop_edit_open (NetzSession *session, const char *workshop, guint index);
void netz_workshop_edit_close (NetzSession *session, const char *workshop, guint index);
void netz_workshop_edit_close_open (NetzSession *session);

G_END_DECLS
