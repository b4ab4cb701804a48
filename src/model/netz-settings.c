/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-settings.h"
#include "model/netz-record-private.h"

#include <glib/gi18n-lib.h>

static const NetzChoice languages[] = {
  { "de", NC_ ("choice", "German") },
  { "en", NC_ ("choice", "English") },
  { NULL, NULL },
};

const NetzField netz_settings_fields[] = {
  NETZ_FIELD (STRING, NetzSettings, "title", title, N_ ("Title")),
  NETZ_FIELD (STRING, NetzSettings, "municipality", municipality, N_ ("Municipality")),
  NETZ_FIELD (STRING, NetzSettings, "office", office, N_ ("Office")),
  NETZ_FIELD (STRING, NetzSettings, "catalogue", catalogue, N_ ("Catalogue"), .flags = NETZ_FIELD_INNER),
  NETZ_FIELD (DATE, NetzSettings, "as-of", as_of, N_ ("As of")),
  NETZ_FIELD (CHOICE, NetzSettings, "language", language, N_ ("Language of names"), .choices = languages),
  NETZ_FIELD (STRING, NetzSettings, "background-href", background_href,
              N_ ("Background picture"), .flags = NETZ_FIELD_INNER),
  NETZ_FIELD (NUMBER, NetzSettings, "background-x", background_x,
              N_ ("Background from the left"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzSettings, "background-y", background_y,
              N_ ("Background from the top"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzSettings, "background-width", background_width,
              N_ ("Background width"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzSettings, "background-opacity", background_opacity,
              N_ ("Background opacity"), .flags = NETZ_FIELD_INNER),
  NETZ_FIELD (TEXT, NetzSettings, "description", description, N_ ("Description")),
  NETZ_FIELD (TEXT, NetzSettings, "background", background, N_ ("Background picture"), .flags = NETZ_FIELD_INNER),
};

NETZ_DEFINE_RECORD (NetzSettings, netz_settings)
