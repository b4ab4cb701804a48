/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the writer of OpenDocument share. */
#pragma once

#include "report/netz-dossier-private.h"

G_BEGIN_DECLS

#define NETZ_ODT_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

#define NETZ_ODT_NAMESPACES \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"" \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"" \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"" \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"" \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"" \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"" \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\"" \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"" \
  " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\"" \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" office:version=\"1.2\""

extern const char netz_odt_automatic_styles[];

char *netz_odt_make_styles (const NetzDossier *dossier);
char *netz_odt_make_meta (const NetzDossier *dossier);

G_END_DECLS
