/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzForm: a form for one record, or for what several of a table have in
 * common, made from the table's fields. What is entered is committed to the
 * session at once, for all records shown.
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_FORM (netz_form_get_type ())
G_DECLARE_FINAL_TYPE (NetzForm, netz_form, NETZ, FORM, AdwBin)

GtkWidget *netz_form_new (void);
void netz_form_set_session (NetzForm *self, NetzSession *session);
void netz_form_show (NetzForm *self, NetzTable table, const char *const *ids);

G_END_DECLS
