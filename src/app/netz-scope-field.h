/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzScopeField: what can be asked for in a filter: each field of institutions
 * and partnerships, the number of partnerships, the day, and the neighbourhood
 * of an institution; with the ways to ask for it, and the values that there are.
 */
#pragma once

#include "planning/netz-scope-edit.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_VALUE_CHOICES, /* some of those that there are */
  NETZ_VALUE_TEXT,
  NETZ_VALUE_NUMBER,
  NETZ_VALUE_DATE,
  NETZ_VALUE_INSTITUTION, /* and a number of steps */
} NetzValueType;

/**
 * NetzScopeField:
 * @condition: what it becomes
 * @name: as a term of a filter says it
 * @label: as a person reads it
 * @value: how values are given
 * @table: of whose records it is
 * @field: (nullable): the field; %NULL for the number of partnerships, the day and the neighbourhood
 */
typedef struct
{
  NetzConditionType condition;
  char *name;
  char *label;
  NetzValueType value;
  NetzTable table;
  const NetzField *field;
} NetzScopeField;

/**
 * NetzScopeChoice:
 * @value: as a filter has it, "" = nothing is said
 * @label: as a person reads it
 * @count: how many records have it
 */
typedef struct
{
  char *value;
  char *label;
  guint count;
} NetzScopeChoice;

GPtrArray *netz_scope_fields_list (void);
gboolean netz_scope_field_is_of (const NetzScopeField *self, const NetzTerm *term);
const NetzTermOperator *netz_scope_field_get_operators (const NetzScopeField *self, guint *n_operators);
const char *netz_scope_field_describe_operator (const NetzScopeField *self, NetzTermOperator op);
GPtrArray *netz_scope_field_list_choices (const NetzScopeField *self, NetzNetwork *network, const char *language);

G_END_DECLS
