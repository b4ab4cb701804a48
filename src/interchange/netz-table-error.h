/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with tables of others, see netz-table.h and netz-table-writer.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NETZ_TABLE_ERROR (netz_table_error_quark ())

/**
 * NetzTableError:
 * @NETZ_TABLE_ERROR_FORMAT: this is no table that can be read
 * @NETZ_TABLE_ERROR_DAMAGED: it begins like one, but does not go on so
 * @NETZ_TABLE_ERROR_ENCODING: its letters cannot be told
 * @NETZ_TABLE_ERROR_LIMIT: it is too large, or unpacks to too much
 * @NETZ_TABLE_ERROR_MAP: the mapping of columns does not fit
 * @NETZ_TABLE_ERROR_WRITE: it could not be written
 */
typedef enum
{
  NETZ_TABLE_ERROR_FORMAT,
  NETZ_TABLE_ERROR_DAMAGED,
  NETZ_TABLE_ERROR_ENCODING,
  NETZ_TABLE_ERROR_LIMIT,
  NETZ_TABLE_ERROR_MAP,
  NETZ_TABLE_ERROR_WRITE,
} NetzTableError;

GQuark netz_table_error_quark (void);

G_END_DECLS
