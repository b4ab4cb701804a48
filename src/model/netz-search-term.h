/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One term of a filter: a word, or FIELD OP VALUE. Used by netz-search only.
 *
 * Besides the fields of the tables it knows
 *   degree                the partnerships of an institution
 *   tag                   one of the tags
 *   programme, status     of an institution: of one of its partnerships
 *   kind, district        of a partnership: of one of its ends
 *   id                    the record's own
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
 * @field: (nullable): the field's name, %NULL for a word
 * @value: as written
 * @folded: @value folded
 */
typedef struct
{
  NetzTermOperator op;
  char *field;
  char *value;
  char *folded;
} NetzTerm;

void netz_term_free (NetzTerm *self);
gboolean netz_term_matches (const NetzTerm *self, NetzNetwork *network, const NetzRecord *record);
gboolean netz_term_knows_field (const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzTerm, netz_term_free)

G_END_DECLS
