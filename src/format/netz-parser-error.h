/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the XML parser finds wrong, as an error of this folder, in words that a translator has seen. */
#pragma once

#include "format/netz-format-error.h"

#include <libxml/xmlerror.h>

G_BEGIN_DECLS

void netz_parser_error_set (GError **error, const xmlError *parser_error);

G_END_DECLS
