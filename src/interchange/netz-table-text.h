/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables as text (RFC 4180, and what is written under its name): cells between
 * separators, some in quotation marks. Used by netz-table-source only.
 */
#pragma once

#include "interchange/netz-table-row.h"

G_BEGIN_DECLS

const char *netz_table_text_skip_separator_line (const char *text, char *separator);
char netz_table_text_guess_separator (const char *text);
gboolean netz_table_text_read (const char *text, char separator, guint line, NetzTableRowMaker *maker, GError **error);

G_END_DECLS
