/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reader: from the bytes of a file to the records of a network. It passes
 * the bytes through the gate of netz-bytes.h and then reads them as a stream,
 * once, without a tree of the document. It stops at the first error, with line
 * and column.
 *
 * What it does not know it keeps in the extras of the record or part that it
 * belongs to, see netz-slots.h; what is odd but can be kept it says in the
 * report. It may be called from any thread.
 */
#pragma once

#include "format/netz-format-error.h"
#include "model/netz-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The version of the format that this program writes. */
#define NETZ_READER_MAJOR 1u
#define NETZ_READER_MINOR 1u

/* Records of one file. */
#define NETZ_READER_MAX_RECORDS 5000000
/* Parts, strings and kept things of one file. */
#define NETZ_READER_MAX_ITEMS 10000000
/* Notes that are listed in a report; more are counted only. */
#define NETZ_READER_MAX_NOTES 1000

/**
 * NetzReadFlags:
 * @NETZ_READ_DEFAULT: a file of a newer major version is refused
 * @NETZ_READ_NEWER_MAJOR: such a file is read as far as it is understood, to be shown and not changed
 */
typedef enum
{
  NETZ_READ_DEFAULT = 0,
  NETZ_READ_NEWER_MAJOR = 1 << 0,
} NetzReadFlags;

/**
 * NetzReadNoteKind:
 * @NETZ_READ_NOTE_VALUE: a value that could not be read, or is odd; it is kept
 * @NETZ_READ_NOTE_ID: an id that was missing or came twice; the record got another one
 * @NETZ_READ_NOTE_UNKNOWN: something of our namespace that this version does not know; it is kept
 * @NETZ_READ_NOTE_VERSION: the file is of a newer version
 */
typedef enum
{
  NETZ_READ_NOTE_VALUE,
  NETZ_READ_NOTE_ID,
  NETZ_READ_NOTE_UNKNOWN,
  NETZ_READ_NOTE_VERSION,
} NetzReadNoteKind;

/**
 * NetzReadNote:
 * @kind: what it is about
 * @line: line in the file, from 1
 * @column: column in characters, from 1
 * @message: a translated sentence without its place
 */
typedef struct
{
  NetzReadNoteKind kind;
  guint64 line;
  guint64 column;
  char *message;
} NetzReadNote;

/**
 * NetzReadReport:
 * @major: version of the file
 * @minor: version of the file
 * @newer_minor: the file is of a newer minor version: all of it is kept
 * @newer_major: the file is of a newer major version: it should not be changed
 * @n_notes: how many notes there are
 * @notes: (element-type NetzReadNote): the first %NETZ_READER_MAX_NOTES of them
 *
 * What was noticed while reading a file that could be read.
 */
typedef struct
{
  guint major;
  guint minor;
  gboolean newer_minor;
  gboolean newer_major;
  guint n_notes;
  GPtrArray *notes;
} NetzReadReport;

/**
 * NetzReadProgress:
 * @fraction: how much of the file is read, 0 to 1
 * @user_data: as given to netz_reader_read_full()
 *
 * Called in the reading thread now and then.
 */
typedef void (*NetzReadProgress) (double fraction, gpointer user_data);

NetzSnapshot *netz_reader_read (GBytes *bytes, NetzReadFlags flags, NetzReadReport **report, GError **error);

NetzSnapshot *netz_reader_read_full (GBytes *bytes,
                                     NetzReadFlags flags,
                                     GCancellable *cancellable,
                                     NetzReadProgress progress,
                                     gpointer user_data,
                                     NetzReadReport **report,
                                     GError **error);

void netz_read_report_free (NetzReadReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzReadReport, netz_read_report_free)

G_END_DECLS
