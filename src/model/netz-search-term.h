/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One term of a filter: a word, or FIELD OP VALUE, with alternatives. The text of
 * a filter is read in netz-search.c; here is what a term means.
 *
 * Besides the fields of the tables it knows
 *   degree                the partnerships of an institution
 *   tag                   one of the tags
 *   programme, status     of an institution: of one of its partnerships
 *   kind, district        of a partnership: of one of its ends
 *   id                    the record's own
 * "institution.since" and "partnership.tag" say which of two is meant.
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_TERM_WORD,
  NETZ_TERM_EQUAL,
  NETZ_TERM_DIFFERENT,
  NETZ_TERM_LESS,
  NETZ_TERM_GREATER,
  NETZ_TERM_AT_MOST,
  NETZ_TERM_AT_LEAST,
  NETZ_TERM_CONTAINS,
} NetzTermOperator;

/**
 * NetzTerm:
 * @op: what is asked
 * @table: whose field it is, %NETZ_N_TABLES where that is not said
 * @field: (nullable): the field's name, %NULL for a word
 * @values: as written, one or more; that one of them holds is enough, of "!=" none may
 * @folded: @values folded
 */
typedef struct
{
  NetzTermOperator op;
  guint table;
  char *field;
  GStrv values;
  GStrv folded;
} NetzTerm;

NetzTerm *netz_term_new (NetzTermOperator op, const char *field, const char *const *values, GError **error);
NetzTerm *netz_term_copy (const NetzTerm *self);
void netz_term_free (NetzTerm *self);
gboolean netz_term_matches (const NetzTerm *self, NetzNetwork *network, const NetzRecord *record);
gboolean netz_term_matches_number (const NetzTerm *self, double number);
const NetzField *netz_term_find_field (const NetzTerm *self, NetzTable table);
char *netz_term_print (const NetzTerm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzTerm, netz_term_free)

G_END_DECLS
