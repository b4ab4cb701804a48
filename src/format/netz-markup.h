/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pieces of XML appended to a GString, escaped so that a parser gives back
 * exactly what went in. Characters that XML cannot hold are left out.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void netz_markup_append_text (GString *out, const char *text, gsize length);

void netz_markup_append_value (GString *out, const char *value, gsize length);

void netz_markup_append_attribute (GString *out, const char *name, const char *value);

G_END_DECLS
