/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A start tag as the parser hands it over. It owns nothing: all of it lives as
 * long as the parser's call.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NetzAttribute:
 * @prefix: (nullable): its prefix
 * @name: its name without prefix
 * @uri: (nullable): the namespace of the prefix
 * @value: its value, not ended by NUL
 * @length: bytes of @value
 */
typedef struct
{
  const char *prefix;
  const char *name;
  const char *uri;
  const char *value;
  gsize length;
} NetzAttribute;

/**
 * NetzElement:
 * @prefix: (nullable): its prefix
 * @name: its name without prefix
 * @uri: (nullable): its namespace
 * @declarations: prefix and namespace of each declaration on it, in turns; a %NULL prefix for what has none
 * @n_declarations: how many
 * @attributes: its attributes
 * @n_attributes: how many
 */
typedef struct
{
  const char *prefix;
  const char *name;
  const char *uri;
  const char *const *declarations;
  guint n_declarations;
  const NetzAttribute *attributes;
  guint n_attributes;
} NetzElement;

G_END_DECLS
