/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names that every part of the model shares: the tables of a network and
 * the types that are used by pointer only.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NetzTable:
 *
 * The tables of a network. Ids are unique within a table; those of
 * institutions, partnerships, frames and notes are unique among all four, so
 * that a selection is a plain set of ids.
 */
typedef enum
{
  NETZ_TABLE_SETTINGS,
  NETZ_TABLE_KIND,
  NETZ_TABLE_PROGRAMME,
  NETZ_TABLE_INSTITUTION,
  NETZ_TABLE_PARTNERSHIP,
  NETZ_TABLE_FRAME,
  NETZ_TABLE_NOTE,
  NETZ_TABLE_VIEW,
  NETZ_TABLE_WORKSHOP,
  NETZ_TABLE_PAPER,
} NetzTable;

#define NETZ_N_TABLES (NETZ_TABLE_PAPER + 1)

typedef struct _NetzField NetzField;
typedef struct _NetzPartType NetzPartType;
typedef struct _NetzPart NetzPart;
typedef struct _NetzExtras NetzExtras;
typedef struct _NetzRecord NetzRecord;
typedef struct _NetzSettings NetzSettings;
typedef struct _NetzKind NetzKind;
typedef struct _NetzProgramme NetzProgramme;
typedef struct _NetzInstitution NetzInstitution;
typedef struct _NetzPartnership NetzPartnership;
typedef struct _NetzFrame NetzFrame;
typedef struct _NetzNote NetzNote;
typedef struct _NetzView NetzView;
typedef struct _NetzWorkshop NetzWorkshop;
typedef struct _NetzCommitteePaper NetzCommitteePaper;
typedef struct _NetzNetwork NetzNetwork;
typedef struct _NetzEdit NetzEdit;
typedef struct _NetzDraft NetzDraft;
typedef struct _NetzSnapshot NetzSnapshot;
typedef struct _NetzHistory NetzHistory;

/**
 * NetzTableInfo:
 * @element: the element of a record in files, "institution"
 * @container: the element that holds them all, "institutions"
 * @prefix: what random ids begin with, "i-"
 * @label: one of them, in English, to be translated
 * @labels: many of them, in English, to be translated
 */
typedef struct
{
  const char *element;
  const char *container;
  const char *prefix;
  const char *label;
  const char *labels;
} NetzTableInfo;

const NetzTableInfo *netz_table_get_info (NetzTable table);
GType netz_table_get_record_type (NetzTable table);
const NetzField *netz_table_get_fields (NetzTable table, guint *n_fields);
const NetzField *netz_table_find_field (NetzTable table, const char *name);

char *netz_id_new (NetzTable table);
void netz_id_seed (guint32 seed);

#define NETZ_MODEL_ERROR (netz_model_error_quark ())

/**
 * NetzModelError:
 * @NETZ_MODEL_ERROR_VALUE: a text is not a value of the field
 * @NETZ_MODEL_ERROR_MISSING: what was named is not in the network
 * @NETZ_MODEL_ERROR_REFUSED: the operation makes no sense on these
 */
typedef enum
{
  NETZ_MODEL_ERROR_VALUE,
  NETZ_MODEL_ERROR_MISSING,
  NETZ_MODEL_ERROR_REFUSED,
} NetzModelError;

GQuark netz_model_error_quark (void);

G_END_DECLS
