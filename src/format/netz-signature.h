/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/netz-format-error.h"

G_BEGIN_DECLS

/*
 * Recognises by their first bytes files that carry our name but are something
 * else: nothing at all, compressed data, pictures, documents, web pages, JSON.
 */

gboolean netz_signature_check (GBytes *bytes, GError **error);

G_END_DECLS
