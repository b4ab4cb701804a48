/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPartnership: what joins two institutions. The programme says what kind of
 * relation it is, the status how far it has come. Dates are texts, see
 * netz-date.h.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_PARTNERSHIP (netz_partnership_get_type ())
#define NETZ_PARTNERSHIP(object) ((NetzPartnership *) (object))
#define NETZ_IS_PARTNERSHIP(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_PARTNERSHIP))

struct _NetzPartnership
{
  NetzRecord parent_instance;

  GRefString *from;                /* id of an institution */
  GRefString *to;                  /* id of an institution */
  GRefString *programme;           /* id of a NetzProgramme */
  GRefString *status;              /* idea, preparation, established, dormant, ended */
  GRefString *since;
  GRefString *until;
  GRefString *agreement;           /* day on which the agreement was signed */
  double term;                     /* years that the agreement runs */
  gboolean open_to_all;            /* open to all pupils of the school */
  double intensity;                /* meetings a year */
  GRefString *next_step;
  GRefString *next_date;
  GPtrArray *contacts;             /* NetzPart: side (from, to, lead), person, role, phone, email */
  GPtrArray *tags;
  GPtrArray *data;                 /* NetzPart: name, value */
  GRefString *description;         /* what the two do together */
  GRefString *notes;
};

GType netz_partnership_get_type (void);
const char *netz_partnership_get_other (const NetzPartnership *self, const char *institution);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzPartnership, g_object_unref)

G_END_DECLS
