/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The grammar of the outline: text to statements, without a thought of any
 * network. Used by netz-outline only.
 */
#pragma once

#include "interchange/netz-exchange-note.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_OUTLINE_ADD,
  NETZ_OUTLINE_CONNECT,
  NETZ_OUTLINE_SET,
  NETZ_OUTLINE_RENAME,
  NETZ_OUTLINE_REMOVE,
} NetzOutlineVerb;

/**
 * NetzOutlineName:
 * @text: the name
 * @number: which of several with that name, from 1; 0 where it is not said
 * @kind: (nullable): as written in brackets; "" for empty ones, %NULL for none
 * @column: where it begins
 */
typedef struct
{
  char *text;
  guint number;
  char *kind;
  guint column;
} NetzOutlineName;

/**
 * NetzOutlineItem:
 * @field: (nullable): what stands before "=", %NULL where there is none
 * @value: the rest
 * @column: where it begins
 */
typedef struct
{
  char *field;
  char *value;
  guint column;
} NetzOutlineItem;

/**
 * NetzOutlineStatement:
 * @verb: what is to be done
 * @line: where it begins
 * @names: one or two
 * @n_names: how many
 * @items: (element-type NetzOutlineItem): what stands behind the colon
 * @new_name: (nullable): for "rename"
 */
typedef struct
{
  NetzOutlineVerb verb;
  guint line;
  NetzOutlineName names[2];
  guint n_names;
  GPtrArray *items;
  char *new_name;
} NetzOutlineStatement;

GPtrArray *netz_outline_parse (const char *text, GPtrArray *notes);
char *netz_outline_quote_name (const char *name);
char *netz_outline_quote_value (const char *value);

G_END_DECLS
