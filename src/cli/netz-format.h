/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzFormat: what a network can be written as: our own file, the formats of
 * interchange, and pictures, in one table.
 */
#pragma once

#include "interchange/netz-exchange.h"
#include "scene/netz-picture.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_FORMAT_OURS,
  NETZ_FORMAT_EXCHANGE,
  NETZ_FORMAT_PICTURE,
} NetzFormatKind;

/**
 * NetzFormat:
 * @kind: which of the three
 * @exchange: (nullable): for %NETZ_FORMAT_EXCHANGE
 * @picture: for %NETZ_FORMAT_PICTURE
 */
typedef struct
{
  NetzFormatKind kind;
  const NetzExchange *exchange;
  NetzPictureFormat picture;
} NetzFormat;

gboolean netz_format_find (const char *id, NetzFormat *format);
gboolean netz_format_find_by_name (const char *file_name, NetzFormat *format);
char *netz_format_list (void);

G_END_DECLS
