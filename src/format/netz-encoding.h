/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/netz-format-error.h"

G_BEGIN_DECLS

/*
 * From the bytes of an XML file to UTF-8 without byte order mark, whose every
 * character XML 1.0 allows. Nothing is ever replaced by U+FFFD: what cannot be
 * read with certainty is refused, with its place.
 */

GBytes *netz_encoding_to_utf8 (GBytes *bytes, GError **error);

gboolean netz_encoding_is_xml_char (guint32 character);

G_END_DECLS
