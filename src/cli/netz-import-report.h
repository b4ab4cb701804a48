/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import does, on standard output. For netz-command-import only. */
#pragma once

#include "cli/netz-command.h"
#include "interchange/netz-import.h"

G_BEGIN_DECLS

void netz_import_report_print (const NetzImport *import, gboolean all, gboolean json);
gboolean netz_import_report_is_open (const NetzImport *import);

G_END_DECLS
