/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzInstitution: a node of the network: a school, a library, an office. x and y
 * are the centre of its shape in scene units, y downwards; NAN where it has not
 * been placed yet.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_INSTITUTION (netz_institution_get_type ())
#define NETZ_INSTITUTION(object) ((NetzInstitution *) (object))
#define NETZ_IS_INSTITUTION(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_INSTITUTION))

struct _NetzInstitution
{
  NetzRecord parent_instance;

  GRefString *name;
  GRefString *short_name;
  GRefString *kind;                /* id of a NetzKind */
  double x;
  double y;
  gboolean pinned;                 /* layouts leave it where it is */
  GRefString *frame;               /* id of the NetzFrame it belongs to */
  GRefString *district;            /* Stadtbezirk */
  GRefString *quarter;             /* Stadtteil */
  GRefString *street;
  GRefString *postcode;
  GRefString *town;
  double latitude;                 /* degrees, WGS 84 */
  double longitude;
  GRefString *website;
  double pupils;
  double social_index;             /* 1 to 9, 9 where need is greatest */
  double capacity;                 /* schools that a provider can serve */
  GRefString *since;
  GRefString *until;
  GPtrArray *tags;
  GPtrArray *official_ids;         /* NetzPart: scheme, value */
  GPtrArray *contacts;             /* NetzPart: person, role, phone, email */
  GPtrArray *data;                 /* NetzPart: name, value */
  GRefString *notes;
};

GType netz_institution_get_type (void);
void netz_institution_set_position (NetzInstitution *self, double x, double y);
gboolean netz_institution_is_placed (const NetzInstitution *self);
const char *netz_institution_get_label (const NetzInstitution *self);
const char *netz_institution_get_official_id (const NetzInstitution *self, const char *scheme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzInstitution, g_object_unref)

G_END_DECLS
