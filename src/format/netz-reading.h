/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzReading is what the parts of the reader share while one file is read: the
 * report, and the content that was met but has no place yet. Content belongs
 * to the element that follows it; where none follows, to the end of its parent.
 */
#pragma once

#include "format/netz-element.h"
#include "format/netz-extras-builder.h"
#include "format/netz-reader.h"

G_BEGIN_DECLS

typedef struct _NetzReading NetzReading;

/**
 * NetzReadingLocate:
 * @user_data: as given to netz_reading_new()
 * @line: (out): line of the markup being read
 * @column: (out): its column
 *
 * Asked only when there is something to say.
 */
typedef void (*NetzReadingLocate) (gpointer user_data, guint64 *line, guint64 *column);

NetzReading *netz_reading_new (NetzReadingLocate locate, gpointer user_data);

void netz_reading_free (NetzReading *self);

NetzReadReport *netz_reading_get_report (NetzReading *self);

NetzReadReport *netz_reading_steal_report (NetzReading *self);

void netz_reading_locate (NetzReading *self, guint64 *line, guint64 *column);

void netz_reading_note (NetzReading *self, NetzReadNoteKind kind, const char *format, ...) G_GNUC_PRINTF (3, 4);

void netz_reading_note_at (NetzReading *self,
                           NetzReadNoteKind kind,
                           guint64 line,
                           guint64 column,
                           const char *format,
                           ...) G_GNUC_PRINTF (5, 6);

void netz_reading_note_unknown_element (NetzReading *self, const NetzElement *element);

char *netz_reading_clip (const char *text);

void netz_reading_count_item (NetzReading *self);

guint64 netz_reading_get_n_items (const NetzReading *self);

void netz_reading_add_text (NetzReading *self, const char *text, gsize length);

void netz_reading_add_content (NetzReading *self, char *xml);

void netz_reading_place (NetzReading *self, NetzExtrasBuilder *builder, const char *slot);

void netz_reading_keep_attribute (NetzReading *self,
                                  NetzExtrasBuilder *builder,
                                  const char *slot,
                                  const NetzAttribute *attribute);

void netz_reading_keep_declarations (NetzReading *self,
                                     NetzExtrasBuilder *builder,
                                     const char *slot,
                                     const NetzElement *element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzReading, netz_reading_free)

G_END_DECLS
