/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/netz-format-error.h"

G_BEGIN_DECLS

/*
 * The XML declaration at the very beginning of a file, `<?xml version="1.0"
 * encoding="…"?>`. Offsets are in bytes from the beginning of the text; the
 * declaration itself is ASCII.
 */
typedef struct
{
  gsize length;          /* of the whole declaration; 0 = there is none */
  gsize encoding_offset; /* of the value without quotes; 0 = none */
  gsize encoding_length;
} NetzDeclaration;

gboolean netz_declaration_parse (NetzDeclaration *self, const guint8 *text, gsize size, GError **error);

G_END_DECLS
