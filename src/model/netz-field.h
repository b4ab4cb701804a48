/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzField: one line of the table that says what a record holds.
 *
 * Reader, writer, inspector, search, difference, check and merge all walk the
 * same tables, so that a new field is one line. A field's value is a member
 * of the record's struct, found by its offset; the type says how it is kept:
 *
 *   STRING TEXT DATE CHOICE REF COLOUR LINK   GRefString *, NULL where missing
 *   NUMBER                                    double, NAN where missing
 *   BOOLEAN                                   gboolean, FALSE where missing
 *   STRINGS                                   GPtrArray of GRefString, NULL where empty, never changed
 *   PARTS                                     GPtrArray of NetzPart, NULL where empty, never changed
 *
 * Dates, choices and colours are kept as they were written, also when they
 * make no sense: netz-check says what is odd, nothing is lost.
 */
#pragma once

#include "model/netz-types.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_FIELD_STRING,  /* one line */
  NETZ_FIELD_TEXT,    /* several lines; a child element in files */
  NETZ_FIELD_DATE,    /* a year, month, day or school year (netz-date.h) */
  NETZ_FIELD_CHOICE,  /* one of `choices` */
  NETZ_FIELD_REF,     /* the id of a record in table `target` */
  NETZ_FIELD_COLOUR,  /* #rrggbb */
  NETZ_FIELD_LINK,    /* an address on the web */
  NETZ_FIELD_NUMBER,
  NETZ_FIELD_BOOLEAN,
  NETZ_FIELD_STRINGS, /* child elements with text, named `element` */
  NETZ_FIELD_PARTS,   /* child elements of type `part` */
} NetzFieldType;

typedef enum
{
  NETZ_FIELD_NONE = 0,
  NETZ_FIELD_PERSON = 1 << 0, /* data on persons: left out of copies for passing on */
  NETZ_FIELD_PLACE = 1 << 1,  /* where it lies on the canvas: not shown in forms */
  NETZ_FIELD_INNER = 1 << 2,  /* for the program itself: not shown in forms */
  NETZ_FIELD_INTEGER = 1 << 3, /* a number without a fraction */
} NetzFieldFlags;

/**
 * NetzChoice:
 * @id: as in files
 * @label: in English, to be translated with the context "choice"
 */
typedef struct
{
  const char *id;
  const char *label;
} NetzChoice;

struct _NetzField
{
  const char *name;
  const char *label;
  NetzFieldType type;
  NetzFieldFlags flags;
  gsize offset;
  const NetzChoice *choices;
  NetzTable target;
  const char *element;
  const NetzPartType *part;
};

gboolean netz_field_is_text (const NetzField *self);
const char *netz_field_get_label (const NetzField *self);
const char *netz_field_get_choice_label (const NetzField *self, const char *id);

const char *netz_field_get_text (const NetzField *self, const NetzRecord *record);
double netz_field_get_number (const NetzField *self, const NetzRecord *record);
gboolean netz_field_get_boolean (const NetzField *self, const NetzRecord *record);
GPtrArray *netz_field_get_list (const NetzField *self, const NetzRecord *record);
gboolean netz_field_is_set (const NetzField *self, const NetzRecord *record);

void netz_field_set_text (const NetzField *self, NetzRecord *record, const char *text);
void netz_field_set_number (const NetzField *self, NetzRecord *record, double number);
void netz_field_set_boolean (const NetzField *self, NetzRecord *record, gboolean value);
void netz_field_set_list (const NetzField *self, NetzRecord *record, GPtrArray *list);
void netz_field_unset (const NetzField *self, NetzRecord *record);

gboolean netz_field_parse (const NetzField *self, NetzRecord *record, const char *text, GError **error);
char *netz_field_print (const NetzField *self, const NetzRecord *record);
gboolean netz_field_equal (const NetzField *self, const NetzRecord *a, const NetzRecord *b);
void netz_field_copy (const NetzField *self, const NetzRecord *from, NetzRecord *to);

char *netz_text_clean (const char *text);
char *netz_number_print (double number);
gboolean netz_number_parse (const char *text, double *number);

G_END_DECLS
