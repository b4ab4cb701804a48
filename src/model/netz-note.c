/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-note.h"
#include "model/netz-record-private.h"

#include <glib/gi18n-lib.h>

const NetzField netz_note_fields[] = {
  NETZ_FIELD (TEXT, NetzNote, "text", text, N_ ("Text")),
  NETZ_FIELD (NUMBER, NetzNote, "x", x, N_ ("Left edge"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzNote, "y", y, N_ ("Upper edge"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzNote, "width", width, N_ ("Width"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzNote, "height", height, N_ ("Height"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (COLOUR, NetzNote, "colour", colour, N_ ("Colour")),
  NETZ_FIELD (REF, NetzNote, "frame", frame, N_ ("Frame"), .target = NETZ_TABLE_FRAME),
};

NETZ_DEFINE_RECORD (NetzNote, netz_note)
