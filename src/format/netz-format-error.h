/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The errors of the format folder: everything that can be wrong with a file on
 * disk, found while reading, checking, saving or journalling it.
 *
 * The message of such an error is one or more whole, translated sentences. When
 * the place in the file is known, the message begins with "line N, column M: ";
 * the place and the sentence alone can be asked for, so that a command line
 * prints `FILE:LINE: text`. Lines and columns count from 1, columns count
 * characters; 0 means that there is no such place.
 */

#define NETZ_FORMAT_ERROR (netz_format_error_quark ())

/**
 * NetzFormatError:
 * @NETZ_FORMAT_ERROR_IO: the medium or the share failed
 * @NETZ_FORMAT_ERROR_NOT_FOUND: there is no such file
 * @NETZ_FORMAT_ERROR_NOT_REGULAR: a folder, device, pipe, socket or a circle of links
 * @NETZ_FORMAT_ERROR_NOT_ALLOWED: permissions forbid it
 * @NETZ_FORMAT_ERROR_TOO_LARGE: more bytes than the caller's limit
 * @NETZ_FORMAT_ERROR_CHANGING: the file changed again and again while it was read
 * @NETZ_FORMAT_ERROR_EMPTY: nothing, blanks or a declaration only
 * @NETZ_FORMAT_ERROR_UNWRITTEN: NUL bytes: the file was not written completely
 * @NETZ_FORMAT_ERROR_TRUNCATED: the file ends early
 * @NETZ_FORMAT_ERROR_NOT_A_NETWORK: something else under our name (a web page, a picture …)
 * @NETZ_FORMAT_ERROR_CONFLICT_MARKERS: a merge by a text tool was left unfinished
 * @NETZ_FORMAT_ERROR_ENCODING: an encoding that is unknown, wrong or damaged
 * @NETZ_FORMAT_ERROR_CHARACTER: a character that XML does not allow
 * @NETZ_FORMAT_ERROR_DOCTYPE: a document type or entity declaration
 * @NETZ_FORMAT_ERROR_LIMIT: deeper, longer or more numerous than is allowed
 * @NETZ_FORMAT_ERROR_SYNTAX: not well-formed
 * @NETZ_FORMAT_ERROR_VERSION: written by a program newer than this one
 * @NETZ_FORMAT_ERROR_STRUCTURE: well-formed, but its elements do not make a network
 * @NETZ_FORMAT_ERROR_CHANGED_ON_DISK: somebody else wrote the file since it was read
 * @NETZ_FORMAT_ERROR_GONE: the file that was read is no longer there
 * @NETZ_FORMAT_ERROR_EXISTS: a new file was to be made, but there is one already
 * @NETZ_FORMAT_ERROR_NO_SPACE: disk or quota is full
 * @NETZ_FORMAT_ERROR_READ_ONLY: the medium, or the file, is write-protected
 * @NETZ_FORMAT_ERROR_NO_FOLDER: the folder does not exist
 * @NETZ_FORMAT_ERROR_FOLDER_NOT_WRITABLE: the file may be written, its folder not:
 *   %NETZ_STORE_IN_PLACE is possible
 * @NETZ_FORMAT_ERROR_BUSY: another program holds the file
 * @NETZ_FORMAT_ERROR_NAME_TOO_LONG: the name is too long for its folder
 * @NETZ_FORMAT_ERROR_VERIFY: what was written could not be read back
 * @NETZ_FORMAT_ERROR_NOT_CONFIRMED: the new content is in place, whole, but the
 *   medium did not confirm that it survives a power cut
 * @NETZ_FORMAT_ERROR_TORN: overwriting in place failed half-way; the backup is whole
 */
typedef enum
{
  NETZ_FORMAT_ERROR_IO,
  NETZ_FORMAT_ERROR_NOT_FOUND,
  NETZ_FORMAT_ERROR_NOT_REGULAR,
  NETZ_FORMAT_ERROR_NOT_ALLOWED,
  NETZ_FORMAT_ERROR_TOO_LARGE,
  NETZ_FORMAT_ERROR_CHANGING,
  NETZ_FORMAT_ERROR_EMPTY,
  NETZ_FORMAT_ERROR_UNWRITTEN,
  NETZ_FORMAT_ERROR_TRUNCATED,
  NETZ_FORMAT_ERROR_NOT_A_NETWORK,
  NETZ_FORMAT_ERROR_CONFLICT_MARKERS,
  NETZ_FORMAT_ERROR_ENCODING,
  NETZ_FORMAT_ERROR_CHARACTER,
  NETZ_FORMAT_ERROR_DOCTYPE,
  NETZ_FORMAT_ERROR_LIMIT,
  NETZ_FORMAT_ERROR_SYNTAX,
  NETZ_FORMAT_ERROR_VERSION,
  NETZ_FORMAT_ERROR_STRUCTURE,
  NETZ_FORMAT_ERROR_CHANGED_ON_DISK,
  NETZ_FORMAT_ERROR_GONE,
  NETZ_FORMAT_ERROR_EXISTS,
  NETZ_FORMAT_ERROR_NO_SPACE,
  NETZ_FORMAT_ERROR_READ_ONLY,
  NETZ_FORMAT_ERROR_NO_FOLDER,
  NETZ_FORMAT_ERROR_FOLDER_NOT_WRITABLE,
  NETZ_FORMAT_ERROR_BUSY,
  NETZ_FORMAT_ERROR_NAME_TOO_LONG,
  NETZ_FORMAT_ERROR_VERIFY,
  NETZ_FORMAT_ERROR_NOT_CONFIRMED,
  NETZ_FORMAT_ERROR_TORN,
} NetzFormatError;

GQuark netz_format_error_quark (void);

void netz_format_error_set (GError **error, NetzFormatError code, guint64 line, guint64 column, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

void netz_format_error_set_at (GError **error,
                               NetzFormatError code,
                               const guint8 *text,
                               gsize offset,
                               const char *format,
                               ...) G_GNUC_PRINTF (5, 6);

guint64 netz_format_error_get_line (const GError *error);

guint64 netz_format_error_get_column (const GError *error);

const char *netz_format_error_get_text (const GError *error);

gboolean netz_format_error_offers_backup (const GError *error);

gboolean netz_format_error_offers_save_as (const GError *error);

G_END_DECLS
