/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The root element: whether this is a network, of which version, its id and
 * language. Owned by the network reader, cleared with netz_root_clear().
 */
#pragma once

#include "format/netz-reading.h"

G_BEGIN_DECLS

/**
 * NetzRoot:
 * @id: the network's id
 * @language: (nullable): the language of names
 */
typedef struct
{
  char *id;
  char *language;
} NetzRoot;

gboolean netz_root_read (NetzRoot *self,
                         const NetzElement *element,
                         NetzReadFlags flags,
                         NetzReading *reading,
                         NetzExtrasBuilder *extras,
                         GBytes *text,
                         GError **error);

void netz_root_clear (NetzRoot *self);

gboolean netz_root_parse_version (const char *text, guint *major, guint *minor);

G_END_DECLS
