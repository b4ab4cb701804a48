/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-journal-frame.h"

#include <string.h>

#define MAGIC "NETZJRN1"
#define CHECKSUM_SIZE 16

static void
put_number (guint8 *out,
            guint64 number,
            guint size)
{
  for (guint i = 0; i < size; i++)
    out[i] = (guint8) (number >> (8 * (size - 1 - i)));
}

static guint64
get_number (const guint8 *data,
            guint size)
{
  guint64 number = 0;

  for (guint i = 0; i < size; i++)
    number = number << 8 | data[i];
  return number;
}

static void
finish_checksum (GChecksum *checksum,
                 guint8 out[CHECKSUM_SIZE])
{
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_get_digest (checksum, digest, &size);
  memcpy (out, digest, CHECKSUM_SIZE);
}

static void
checksum_head (const guint8 *head,
               guint8 out[CHECKSUM_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, head, NETZ_JOURNAL_HEAD_SIZE - CHECKSUM_SIZE);
  finish_checksum (checksum, out);
}

static void
checksum_record (const guint8 *head,
                 guint64 generation,
                 guint64 number,
                 const guint8 *payload,
                 gsize size,
                 guint8 out[CHECKSUM_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 place[16];

  put_number (place, generation, 8);
  put_number (place + 8, number, 8);
  g_checksum_update (checksum, head, NETZ_JOURNAL_RECORD_HEAD_SIZE - CHECKSUM_SIZE);
  g_checksum_update (checksum, place, sizeof place);
  for (gsize done = 0; done < size;)
    {
      gsize part = MIN (size - done, (gsize) G_MAXINT32);

      g_checksum_update (checksum, payload + done, (gssize) part);
      done += part;
    }
  finish_checksum (checksum, out);
}

/**
 * netz_journal_frame_write_head:
 * @head: (out caller-allocates): the first bytes of a file
 * @generation: counts the files of one journal
 */
void
netz_journal_frame_write_head (guint8 head[NETZ_JOURNAL_HEAD_SIZE],
                               guint64 generation)
{
  memcpy (head, MAGIC, 8);
  put_number (head + 8, generation, 8);
  checksum_head (head, head + 16);
}

/**
 * netz_journal_frame_read_head:
 * @file: a whole file
 * @generation: (out): of the file
 *
 * Returns: whether @file is one of a journal
 */
gboolean
netz_journal_frame_read_head (GBytes *file,
                              guint64 *generation)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  guint8 checksum[CHECKSUM_SIZE];

  if (size < NETZ_JOURNAL_HEAD_SIZE || memcmp (data, MAGIC, 8) != 0)
    return FALSE;
  checksum_head (data, checksum);
  *generation = get_number (data + 8, 8);
  return memcmp (data + 16, checksum, CHECKSUM_SIZE) == 0;
}

/**
 * netz_journal_frame_write_record_head:
 * @head: (out caller-allocates): what stands before the payload
 * @generation: of the file
 * @number: of the record in the file, from 0
 * @kind: what the payload is, to the caller
 * @payload: the record itself
 *
 * O(n) in the payload.
 */
void
netz_journal_frame_write_record_head (guint8 head[NETZ_JOURNAL_RECORD_HEAD_SIZE],
                                      guint64 generation,
                                      guint64 number,
                                      guint32 kind,
                                      GBytes *payload)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (payload, &size);

  put_number (head, size, 8);
  put_number (head + 8, kind, 4);
  checksum_record (head, generation, number, data, size, head + 12);
}

/**
 * netz_journal_frame_read_record:
 * @file: a whole file
 * @at: (inout): where the record begins; moved behind it
 * @generation: of the file
 * @number: of the record in the file, from 0
 * @kind: (out): what the payload is
 *
 * Returns: (transfer full) (nullable): the payload, sharing the memory of @file; %NULL
 *   at the end and where the tail is torn
 */
GBytes *
netz_journal_frame_read_record (GBytes *file,
                                gsize *at,
                                guint64 generation,
                                guint64 number,
                                guint32 *kind)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  gsize start = *at + NETZ_JOURNAL_RECORD_HEAD_SIZE;
  guint8 checksum[CHECKSUM_SIZE];
  guint64 length;

  if (*at > size || size - *at < NETZ_JOURNAL_RECORD_HEAD_SIZE)
    return NULL;
  length = get_number (data + *at, 8);
  if (length > size - start)
    return NULL;
  checksum_record (data + *at, generation, number, data + start, (gsize) length, checksum);
  if (memcmp (data + *at + 12, checksum, CHECKSUM_SIZE) != 0)
    return NULL;
  *kind = (guint32) get_number (data + *at + 8, 4);
  *at = start + (gsize) length;
  return g_bytes_new_from_bytes (file, start, (gsize) length);
}
