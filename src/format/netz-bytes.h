/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "format/netz-format-error.h"

G_BEGIN_DECLS

/*
 * The bytes of a user's file, and the gate that they pass before any parser
 * sees them.
 *
 * Reading never hangs and never gives half a file: regular files only, a size
 * limit, and a look at the file after reading whether it changed meanwhile.
 *
 * The gate, netz_bytes_check_xml(), looks at every byte once, without recursion
 * and with a fixed amount of memory, and refuses what would be dangerous or slow
 * in libxml2. What passes is UTF-8 without NUL and without byte order mark, has
 * balanced elements, one root, no document type, no entity but the five of XML
 * itself and stays within these limits:
 */

/* Depth of elements; the root has depth 1. */
#define NETZ_BYTES_MAX_DEPTH 256
/* Attributes of one element, namespace declarations included. */
#define NETZ_BYTES_MAX_ATTRIBUTES 256
/* Namespace declarations on one element, and in force at any place. */
#define NETZ_BYTES_MAX_NAMESPACES 64
/* Bytes of the name of an element, attribute or processing instruction. */
#define NETZ_BYTES_MAX_NAME 1024
/* Bytes of one attribute's value. */
#define NETZ_BYTES_MAX_ATTRIBUTE (4 * 1024 * 1024)
/* Bytes of text, CDATA and references in a row, of one comment, of one
 * processing instruction. libxml2 without its "huge" option refuses 10,000,000:
 * we say it first, and with the place. */
#define NETZ_BYTES_MAX_TEXT (9 * 1024 * 1024)
#define NETZ_BYTES_MAX_COMMENT (9 * 1024 * 1024)
#define NETZ_BYTES_MAX_INSTRUCTION (1024 * 1024)

/* The default limit of a file's size: 512 MiB. */
#define NETZ_BYTES_DEFAULT_LIMIT ((gsize) 512 * 1024 * 1024)

/**
 * NetzFileStamp:
 * @device: device of the file
 * @inode: file number on the device
 * @size: length in bytes
 * @mtime: time of the last change, nanoseconds since 1970
 * @ctime: time of the last status change, nanoseconds since 1970
 * @sha256: SHA-256 of the content in hexadecimal; empty string = no file
 *
 * What a file was when we read or wrote it. Times and numbers are hints (shares
 * round them, sync clients restore them); the hash decides.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  guint64 size;
  gint64 mtime;
  gint64 ctime;
  char sha256[65];
} NetzFileStamp;

gboolean netz_file_stamp_same_content (const NetzFileStamp *a, const NetzFileStamp *b);

GBytes *netz_bytes_read_file (const char *path, gsize limit, NetzFileStamp *stamp, GError **error);

GBytes *netz_bytes_read_descriptor (int descriptor, gsize limit, GError **error);

GBytes *netz_bytes_check_xml (GBytes *bytes, GError **error);

G_END_DECLS
