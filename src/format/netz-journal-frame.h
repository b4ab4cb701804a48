/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How a journal's file is laid out: a head, then records one after the other. All
 * numbers are unsigned, the most significant byte first.
 *
 *   head    "NETZJRN1", generation (8 bytes), checksum (16)
 *   record  length of the payload (8), kind (4), checksum (16), payload
 *
 * A checksum is the first half of the SHA-256 of what stands before it and, for a
 * record, of the file's generation, the record's number in the file and the
 * payload. So neither a torn tail nor what an earlier file left on the same blocks
 * passes for a record.
 */

#define NETZ_JOURNAL_HEAD_SIZE 32
#define NETZ_JOURNAL_RECORD_HEAD_SIZE 28

void netz_journal_frame_write_head (guint8 head[NETZ_JOURNAL_HEAD_SIZE], guint64 generation);

gboolean netz_journal_frame_read_head (GBytes *file, guint64 *generation);

void netz_journal_frame_write_record_head (guint8 head[NETZ_JOURNAL_RECORD_HEAD_SIZE],
                                           guint64 generation,
                                           guint64 number,
                                           guint32 kind,
                                           GBytes *payload);

GBytes *netz_journal_frame_read_record (GBytes *file, gsize *at, guint64 generation, guint64 number, guint32 *kind);

G_END_DECLS
