/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format: APPNOTE.TXT 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16; no ZIP64, so nothing above 4 GiB. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-zip-writer.h"

#include <string.h>
#include <zlib.h>

#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_RECORD 0x06054b50
#define VERSION 20           /* what a reader must be able to do: 2.0, deflate */
#define UTF8_NAMES (1 << 11) /* general purpose flag */
#define METHOD_STORE 0
#define METHOD_DEFLATE 8
#define FIRST_DAY 0x21       /* 1980-01-01 */

struct _NetzZipWriter
{
  GByteArray *data;
  GByteArray *directory;
  guint n_entries;
};

static void
append_16 (GByteArray *array, guint16 value)
{
  guint16 little = GUINT16_TO_LE (value);

  g_byte_array_append (array, (const guint8 *) &little, sizeof little);
}

static void
append_32 (GByteArray *array, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (array, (const guint8 *) &little, sizeof little);
}

static guint8 *
deflate_all (const char *content, gsize size, gsize *packed_size)
{
  z_stream stream = { 0 };
  guint8 *packed;
  gsize bound;

  if (deflateInit2 (&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    return NULL;
  bound = deflateBound (&stream, size);
  packed = g_malloc (bound);
  stream.next_in = (Bytef *) content;
  stream.avail_in = (uInt) size;
  stream.next_out = packed;
  stream.avail_out = (uInt) bound;
  if (deflate (&stream, Z_FINISH) != Z_STREAM_END)
    g_clear_pointer (&packed, g_free);
  *packed_size = stream.total_out;
  deflateEnd (&stream);
  return packed;
}

/* What both headers of an entry have in common. */
static void
append_facts (GByteArray *array, guint16 method, guint32 checksum, gsize packed_size, gsize size, const char *name)
{
  append_16 (array, VERSION);
  append_16 (array, UTF8_NAMES);
  append_16 (array, method);
  append_16 (array, 0);
  append_16 (array, FIRST_DAY);
  append_32 (array, checksum);
  append_32 (array, (guint32) packed_size);
  append_32 (array, (guint32) size);
  append_16 (array, (guint16) strlen (name));
  append_16 (array, 0);
}

/**
 * netz_zip_writer_new:
 *
 * Returns: (transfer full): an archive without entries
 */
NetzZipWriter *
netz_zip_writer_new (void)
{
  NetzZipWriter *self = g_new0 (NetzZipWriter, 1);

  self->data = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

/**
 * netz_zip_writer_add:
 * @self: an archive
 * @name: path of the entry in the archive
 * @content: its bytes, below 4 GiB
 * @size: how many
 * @compress: whether to pack them
 *
 * Appends an entry.
 */
void
netz_zip_writer_add (NetzZipWriter *self, const char *name, const char *content, gsize size, gboolean compress)
{
  guint32 checksum = (guint32) crc32 (crc32 (0, NULL, 0), (const Bytef *) content, (uInt) size);
  guint32 offset = self->data->len;
  gsize packed_size = size;
  g_autofree guint8 *packed = NULL;
  guint16 method;

  g_return_if_fail (size < G_MAXUINT32 && offset < G_MAXUINT32 - size);

  if (compress)
    packed = deflate_all (content, size, &packed_size);
  method = packed != NULL ? METHOD_DEFLATE : METHOD_STORE;
  append_32 (self->data, LOCAL_HEADER);
  append_facts (self->data, method, checksum, packed_size, size, name);
  g_byte_array_append (self->data, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->data, packed != NULL ? packed : (const guint8 *) content, (guint) packed_size);

  append_32 (self->directory, CENTRAL_HEADER);
  append_16 (self->directory, VERSION);
  append_facts (self->directory, method, checksum, packed_size, size, name);
  for (guint i = 0; i < 3; i++) /* comment, disk, inner attributes */
    append_16 (self->directory, 0);
  append_32 (self->directory, 0);
  append_32 (self->directory, offset);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) strlen (name));
  self->n_entries++;
}

/**
 * netz_zip_writer_end:
 * @self: (transfer full): an archive
 *
 * Returns: (transfer full): the bytes of the archive
 */
GBytes *
netz_zip_writer_end (NetzZipWriter *self)
{
  guint32 offset = self->data->len;
  GByteArray *data = self->data;

  g_byte_array_append (data, self->directory->data, self->directory->len);
  append_32 (data, END_RECORD);
  append_16 (data, 0);
  append_16 (data, 0);
  append_16 (data, (guint16) self->n_entries);
  append_16 (data, (guint16) self->n_entries);
  append_32 (data, self->directory->len);
  append_32 (data, offset);
  append_16 (data, 0);
  g_byte_array_unref (self->directory);
  g_free (self);
  return g_byte_array_free_to_bytes (data);
}
