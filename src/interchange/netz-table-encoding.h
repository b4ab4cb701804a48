/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a text to UTF-8; used by netz-table-source only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *netz_table_decode (GBytes *bytes, const char *encoding, char **found, GError **error);

G_END_DECLS
