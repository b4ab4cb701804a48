/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving a table for other programs: asks for a file, writes it in a thread,
 * and says so.
 */
#pragma once

#include "app/netz-session.h"
#include "interchange/netz-table-writer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void netz_sheet_saver_save (GtkWidget *from, NetzSession *session, NetzSheet *sheet, char decimal);

G_END_DECLS
