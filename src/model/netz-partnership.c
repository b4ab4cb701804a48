/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-partnership.h"
#include "model/netz-record-private.h"

#include <glib/gi18n-lib.h>

static const NetzChoice statuses[] = {
  { "idea", NC_ ("choice", "Idea") },
  { "preparation", NC_ ("choice", "In preparation") },
  { "established", NC_ ("choice", "Established") },
  { "dormant", NC_ ("choice", "Dormant") },
  { "ended", NC_ ("choice", "Ended") },
  { NULL, NULL },
};

const NetzField netz_partnership_fields[] = {
  NETZ_FIELD (REF, NetzPartnership, "from", from, N_ ("From"), .target = NETZ_TABLE_INSTITUTION),
  NETZ_FIELD (REF, NetzPartnership, "to", to, N_ ("To"), .target = NETZ_TABLE_INSTITUTION),
  NETZ_FIELD (REF, NetzPartnership, "programme", programme, N_ ("Programme"), .target = NETZ_TABLE_PROGRAMME),
  NETZ_FIELD (CHOICE, NetzPartnership, "status", status, N_ ("Status"), .choices = statuses),
  NETZ_FIELD (DATE, NetzPartnership, "since", since, N_ ("Since")),
  NETZ_FIELD (DATE, NetzPartnership, "until", until, N_ ("Until")),
  NETZ_FIELD (DATE, NetzPartnership, "agreement", agreement, N_ ("Agreement signed")),
  NETZ_FIELD (NUMBER, NetzPartnership, "term", term, N_ ("Term in years")),
  NETZ_FIELD (BOOLEAN, NetzPartnership, "open-to-all", open_to_all, N_ ("Open to all pupils")),
  NETZ_FIELD (NUMBER, NetzPartnership, "intensity", intensity, N_ ("Meetings a year")),
  NETZ_FIELD (STRING, NetzPartnership, "next-step", next_step, N_ ("Next step")),
  NETZ_FIELD (DATE, NetzPartnership, "next-date", next_date, N_ ("Next step by")),
  NETZ_FIELD (PARTS, NetzPartnership, "contacts", contacts,
              N_ ("Contacts"), .flags = NETZ_FIELD_PERSON, .part = &netz_side_contact_part),
  NETZ_FIELD (STRINGS, NetzPartnership, "tags", tags, N_ ("Tags"), .element = "tag"),
  NETZ_FIELD (PARTS, NetzPartnership, "data", data, N_ ("Further fields"), .part = &netz_data_part),
  NETZ_FIELD (TEXT, NetzPartnership, "description", description, N_ ("What they do together")),
  NETZ_FIELD (TEXT, NetzPartnership, "notes", notes, N_ ("Notes")),
};

NETZ_DEFINE_RECORD (NetzPartnership, netz_partnership)

/**
 * netz_partnership_get_other:
 * @self: a partnership
 * @institution: the id of one of its ends
 *
 * Returns: (transfer none) (nullable): the id of the other end
 */
const char *
netz_partnership_get_other (const NetzPartnership *self, const char *institution)
{
  return g_strcmp0 (self->from, institution) == 0 ? self->to : self->from;
}
