/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What cairo leaves out of the catalogue of a tagged PDF: that it is tagged,
 * its language, and that its title is shown instead of the name of the file.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *netz_pdf_catalogue_complete (GBytes *pdf, const char *language);

G_END_DECLS
