/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a column of a table can mean, as a static table: for institutions and
 * for partnerships, with the names under which columns go in the lists of
 * ministries, towns and other programs, in German and English.
 */
#pragma once

#include "interchange/netz-table-sample.h"

G_BEGIN_DECLS

/**
 * NetzImportField:
 * @id: as in mappings; the field of the record where there is one
 * @label: in English, to be translated
 * @names: names of columns, as netz_import_field_simplify() makes them, separated by blanks
 * @partnership: whether it belongs to partnerships
 * @joined: whether several columns may be put together for it
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *names;
  gboolean partnership;
  gboolean joined;
} NetzImportField;

const NetzImportField *netz_import_field_get_all (guint *n_fields);
const NetzImportField *netz_import_field_find (const char *id, gboolean partnership);
const char *netz_import_field_get_label (const NetzImportField *self);
const NetzImportField *netz_import_field_guess (const char *column, gboolean partnership);
char *netz_import_field_simplify (const char *column);

G_END_DECLS
