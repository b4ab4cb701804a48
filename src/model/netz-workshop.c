/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-workshop.h"
#include "model/netz-record-private.h"

#include <glib/gi18n-lib.h>

const NetzField netz_workshop_fields[] = {
  NETZ_FIELD (STRING, NetzWorkshop, "title", title, N_ ("Title")),
  NETZ_FIELD (REF, NetzWorkshop, "organiser", organiser, N_ ("Organiser"), .target = NETZ_TABLE_INSTITUTION),
  NETZ_FIELD (PARTS, NetzWorkshop, "sessions", sessions, N_ ("Sessions"), .part = &netz_session_part),
  NETZ_FIELD (PARTS, NetzWorkshop, "participants", participants,
              N_ ("Participants"), .flags = NETZ_FIELD_PERSON, .part = &netz_participant_part),
  NETZ_FIELD (STRINGS, NetzWorkshop, "agreed", agreed,
              N_ ("Agreed on"), .flags = NETZ_FIELD_INNER, .element = "agreed"),
  NETZ_FIELD (PARTS, NetzWorkshop, "log", log, N_ ("Log"), .flags = NETZ_FIELD_INNER, .part = &netz_log_part),
  NETZ_FIELD (TEXT, NetzWorkshop, "agenda", agenda, N_ ("Agenda")),
  NETZ_FIELD (TEXT, NetzWorkshop, "notes", notes, N_ ("Notes")),
};

NETZ_DEFINE_RECORD (NetzWorkshop, netz_workshop)
