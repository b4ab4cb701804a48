/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving the record of a workshop: asks for a file, writes it in a thread, and
 * says so.
 */
#pragma once

#include "app/netz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void netz_workshop_record_save (GtkWidget *from,
                                NetzSession *session,
                                const char *workshop,
                                NetzCatalogue *catalogue);

G_END_DECLS
