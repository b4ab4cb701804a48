/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzRecordReader makes a record of its element and the elements in it, by the
 * table of fields: short fields are attributes, texts, strings and parts are
 * child elements. Owned by the reader, used for one record after the other.
 */
#pragma once

#include "format/netz-reading.h"
#include "model/netz-record.h"

G_BEGIN_DECLS

typedef struct _NetzRecordReader NetzRecordReader;

NetzRecordReader *netz_record_reader_new (NetzReading *reading);

void netz_record_reader_free (NetzRecordReader *self);

void netz_record_reader_begin (NetzRecordReader *self,
                               NetzTable table,
                               const char *id,
                               const NetzElement *element,
                               NetzExtrasBuilder *extras);

gboolean netz_record_reader_begin_child (NetzRecordReader *self, const NetzElement *element);

gboolean netz_record_reader_in_child (const NetzRecordReader *self);

void netz_record_reader_add_text (NetzRecordReader *self, const char *text, gsize length);

void netz_record_reader_add_content (NetzRecordReader *self, char *xml);

void netz_record_reader_end_child (NetzRecordReader *self);

NetzRecord *netz_record_reader_end (NetzRecordReader *self);

gboolean netz_record_reader_is_attribute (NetzTable table, const NetzField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzRecordReader, netz_record_reader_free)

G_END_DECLS
