/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A ZIP archive being written to memory. Not by libarchive: that puts extra
 * fields before the content of each entry, and OpenDocument wants its first
 * entry, "mimetype", without any, so that the first bytes of a file say what it is.
 * Entries have no time, so that the same content gives the same bytes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NetzZipWriter NetzZipWriter;

NetzZipWriter *netz_zip_writer_new (void);
void netz_zip_writer_add (NetzZipWriter *self, const char *name, const char *content, gsize size, gboolean compress);
GBytes *netz_zip_writer_end (NetzZipWriter *self);

G_END_DECLS
