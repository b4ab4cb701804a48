/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzNetworkReader turns the markup of a document, as a parser meets it, into
 * the records of a network. It knows the root element and the containers; the
 * records themselves are NetzRecordReader's.
 */
#pragma once

#include "format/netz-reading.h"
#include "model/netz-snapshot.h"

G_BEGIN_DECLS

typedef struct _NetzNetworkReader NetzNetworkReader;

NetzNetworkReader *netz_network_reader_new (NetzReading *reading, GBytes *text, NetzReadFlags flags);

void netz_network_reader_free (NetzNetworkReader *self);

gboolean netz_network_reader_begin_element (NetzNetworkReader *self, const NetzElement *element, GError **error);

void netz_network_reader_end_element (NetzNetworkReader *self);

void netz_network_reader_add_text (NetzNetworkReader *self, const char *text, gsize length);

void netz_network_reader_add_comment (NetzNetworkReader *self, const char *comment);

void netz_network_reader_add_instruction (NetzNetworkReader *self, const char *target, const char *data);

gboolean netz_network_reader_is_complete (const NetzNetworkReader *self);

NetzSnapshot *netz_network_reader_finish (NetzNetworkReader *self);

G_END_DECLS
