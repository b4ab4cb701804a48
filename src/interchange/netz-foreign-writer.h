/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the writers of other programs' formats share: which institutions and
 * partnerships they write, what colour and fields these have, and what such
 * files cannot hold.
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

/**
 * NetzForeignFunc:
 * @name: of a field, as in our files; a further field by its own name
 * @value: its value, as in our files; kinds, programmes and statuses by id
 * @data: data
 */
typedef void (*NetzForeignFunc) (const char *name, const char *value, gpointer data);

const char *netz_foreign_get_colour (NetzNetwork *network, const NetzRecord *record);
void netz_foreign_each_field (const NetzRecord *record, NetzForeignFunc func, gpointer data);
GPtrArray *netz_foreign_list_fields (NetzNetwork *network, NetzTable table);
gboolean netz_foreign_has_ends (NetzNetwork *network, const NetzPartnership *partnership);
GPtrArray *netz_foreign_list_losses (NetzNetwork *network, gboolean frames, gboolean places);
void netz_foreign_append_xml (GString *text, const char *value);

G_END_DECLS
