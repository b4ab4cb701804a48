/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/netz-format-error.h"

G_BEGIN_DECLS

/*
 * One pass over the markup of an XML document in UTF-8, before a parser sees it:
 * balance, limits (listed in netz-bytes.h), no document type, no entities, no
 * conflict markers. The memory used does not depend on the file.
 */

gboolean netz_gate_scan (GBytes *text, GError **error);

G_END_DECLS
