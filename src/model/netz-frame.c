/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-frame.h"
#include "model/netz-record-private.h"

#include <glib/gi18n-lib.h>

const NetzField netz_frame_fields[] = {
  NETZ_FIELD (STRING, NetzFrame, "title", title, N_ ("Title")),
  NETZ_FIELD (NUMBER, NetzFrame, "x", x, N_ ("Left edge"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzFrame, "y", y, N_ ("Upper edge"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzFrame, "width", width, N_ ("Width"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzFrame, "height", height, N_ ("Height"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (COLOUR, NetzFrame, "colour", colour, N_ ("Colour")),
  NETZ_FIELD (STRING, NetzFrame, "district", district, N_ ("District")),
};

NETZ_DEFINE_RECORD (NetzFrame, netz_frame)
