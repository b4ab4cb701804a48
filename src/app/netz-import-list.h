/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report of an import: how much is new, gone, changed and unsure, and a
 * line for each but the unchanged, with what is to be done about it. The
 * import must live as long as the list.
 */
#pragma once

#include "interchange/netz-import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *netz_import_list_new (NetzImport *import);
char *netz_import_list_summarise (const NetzImport *import);
char *netz_import_list_print_notes (const NetzImport *import);

G_END_DECLS
