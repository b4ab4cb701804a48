/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changing a scope piece by piece, as chips and the eyes of a legend do, and
 * saying in words what each piece of it asks for. A scope is a text, a day and
 * a neighbourhood; here it is a list of conditions that come and go in any
 * order.
 */
#pragma once

#include "planning/netz-scope.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_CONDITION_TERM,
  NETZ_CONDITION_AS_OF,
  NETZ_CONDITION_FOCUS,
} NetzConditionType;

/**
 * NetzCondition:
 * @type: what it is
 * @term: which term of the filter, for %NETZ_CONDITION_TERM
 * @text: in words, "Kind: Library or Museum"
 */
typedef struct
{
  NetzConditionType type;
  guint term;
  char *text;
} NetzCondition;

GPtrArray *netz_scope_list_conditions (const NetzScope *self, NetzNetwork *network, const char *language);
void netz_scope_remove_condition (NetzScope *self, const NetzCondition *condition);
void netz_scope_set_term (NetzScope *self, guint index, NetzTerm *term);
void netz_scope_set_as_of (NetzScope *self, const char *as_of);
void netz_scope_set_focus (NetzScope *self, const char *focus, guint steps);
gboolean netz_scope_takes_kind (const NetzScope *self, const NetzKind *kind);
void netz_scope_show_kind (NetzScope *self, const NetzKind *kind, gboolean shown);
gboolean netz_scope_asks_for_status (const NetzScope *self, const char *status);
char *netz_scope_describe_term (const NetzTerm *term, NetzNetwork *network, const char *language);
gboolean netz_scope_is_called (const NetzRecord *record, const char *folded);

G_END_DECLS
