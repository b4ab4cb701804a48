/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-view.h"
#include "model/netz-record-private.h"

#include <glib/gi18n-lib.h>

const NetzField netz_view_fields[] = {
  NETZ_FIELD (STRING, NetzView, "title", title, N_ ("Title")),
  NETZ_FIELD (NUMBER, NetzView, "order", order, N_ ("Place in the order"), .flags = NETZ_FIELD_INTEGER),
  NETZ_FIELD (STRING, NetzView, "headline", headline, N_ ("Headline")),
  NETZ_FIELD (STRING, NetzView, "filter", filter, N_ ("Filter")),
  NETZ_FIELD (BOOLEAN, NetzView, "fade", fade, N_ ("Fade instead of hiding")),
  NETZ_FIELD (REF, NetzView, "focus", focus, N_ ("In focus"), .target = NETZ_TABLE_INSTITUTION),
  NETZ_FIELD (NUMBER, NetzView, "steps", steps, N_ ("Steps around it"), .flags = NETZ_FIELD_INTEGER),
  NETZ_FIELD (NUMBER, NetzView, "x", x, N_ ("Left edge"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzView, "y", y, N_ ("Upper edge"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzView, "width", width, N_ ("Width"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzView, "height", height, N_ ("Height"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (DATE, NetzView, "as-of", as_of, N_ ("As of")),
  NETZ_FIELD (TEXT, NetzView, "speaker-notes", speaker_notes, N_ ("Speaker notes")),
};

NETZ_DEFINE_RECORD (NetzView, netz_view)
