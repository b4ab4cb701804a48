/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-institution.h"
#include "model/netz-record-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const NetzField netz_institution_fields[] = {
  NETZ_FIELD (STRING, NetzInstitution, "name", name, N_ ("Name")),
  NETZ_FIELD (STRING, NetzInstitution, "short-name", short_name, N_ ("Short name")),
  NETZ_FIELD (REF, NetzInstitution, "kind", kind, N_ ("Kind"), .target = NETZ_TABLE_KIND),
  NETZ_FIELD (NUMBER, NetzInstitution, "x", x, N_ ("Place from the left"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (NUMBER, NetzInstitution, "y", y, N_ ("Place from the top"), .flags = NETZ_FIELD_PLACE),
  NETZ_FIELD (BOOLEAN, NetzInstitution, "pinned", pinned, N_ ("Pinned")),
  NETZ_FIELD (REF, NetzInstitution, "frame", frame, N_ ("Frame"), .target = NETZ_TABLE_FRAME),
  NETZ_FIELD (STRING, NetzInstitution, "district", district, N_ ("District")),
  NETZ_FIELD (STRING, NetzInstitution, "quarter", quarter, N_ ("Quarter")),
  NETZ_FIELD (STRING, NetzInstitution, "street", street, N_ ("Street")),
  NETZ_FIELD (STRING, NetzInstitution, "postcode", postcode, N_ ("Postcode")),
  NETZ_FIELD (STRING, NetzInstitution, "town", town, N_ ("Town")),
  NETZ_FIELD (NUMBER, NetzInstitution, "latitude", latitude, N_ ("Latitude")),
  NETZ_FIELD (NUMBER, NetzInstitution, "longitude", longitude, N_ ("Longitude")),
  NETZ_FIELD (LINK, NetzInstitution, "website", website, N_ ("Website")),
  NETZ_FIELD (NUMBER, NetzInstitution, "pupils", pupils, N_ ("Pupils"), .flags = NETZ_FIELD_INTEGER),
  NETZ_FIELD (NUMBER, NetzInstitution, "social-index", social_index,
              N_ ("Social index"), .flags = NETZ_FIELD_INTEGER),
  NETZ_FIELD (NUMBER, NetzInstitution, "capacity", capacity,
              N_ ("Schools it can serve"), .flags = NETZ_FIELD_INTEGER),
  NETZ_FIELD (DATE, NetzInstitution, "since", since, N_ ("Exists since")),
  NETZ_FIELD (DATE, NetzInstitution, "until", until, N_ ("Exists until")),
  NETZ_FIELD (STRINGS, NetzInstitution, "tags", tags, N_ ("Tags"), .element = "tag"),
  NETZ_FIELD (PARTS, NetzInstitution, "official-ids", official_ids,
              N_ ("Official numbers"), .part = &netz_official_id_part),
  NETZ_FIELD (PARTS, NetzInstitution, "contacts", contacts,
              N_ ("Contacts"), .flags = NETZ_FIELD_PERSON, .part = &netz_contact_part),
  NETZ_FIELD (PARTS, NetzInstitution, "data", data, N_ ("Further fields"), .part = &netz_data_part),
  NETZ_FIELD (TEXT, NetzInstitution, "notes", notes, N_ ("Notes")),
};

NETZ_DEFINE_RECORD (NetzInstitution, netz_institution)

/**
 * netz_institution_set_position:
 * @self: an institution that is not sealed
 * @x: scene units
 * @y: scene units, downwards
 *
 * Puts its centre there, to a hundredth of a unit, so that files stay short.
 */
void
netz_institution_set_position (NetzInstitution *self, double x, double y)
{
  g_return_if_fail (!netz_record_is_sealed (&self->parent_instance));

  self->x = isfinite (x) ? round (x * 100) / 100 + 0.0 : NAN;
  self->y = isfinite (y) ? round (y * 100) / 100 + 0.0 : NAN;
}

/**
 * netz_institution_is_placed:
 * @self: an institution
 *
 * Returns: whether it has a place on the canvas
 */
gboolean
netz_institution_is_placed (const NetzInstitution *self)
{
  return !isnan (self->x) && !isnan (self->y);
}

/**
 * netz_institution_get_label:
 * @self: an institution
 *
 * Returns: (transfer none): what stands below its shape: the short name, else the name, else ""
 */
const char *
netz_institution_get_label (const NetzInstitution *self)
{
  if (self->short_name != NULL)
    return self->short_name;
  return self->name != NULL ? self->name : "";
}

/**
 * netz_institution_get_official_id:
 * @self: an institution
 * @scheme: a register, "schulnummer"
 *
 * Returns: (transfer none) (nullable): its number there
 */
const char *
netz_institution_get_official_id (const NetzInstitution *self, const char *scheme)
{
  for (guint i = 0; self->official_ids != NULL && i < self->official_ids->len; i++)
    {
      const NetzPart *part = self->official_ids->pdata[i];

      if (g_strcmp0 (netz_part_get (part, "scheme"), scheme) == 0)
        return netz_part_get (part, "value");
    }
  return NULL;
}
