/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWorkshop: a workshop with its sessions and the persons who take part.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_WORKSHOP (netz_workshop_get_type ())
#define NETZ_WORKSHOP(object) ((NetzWorkshop *) (object))
#define NETZ_IS_WORKSHOP(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_WORKSHOP))

struct _NetzWorkshop
{
  NetzRecord parent_instance;

  GRefString *title;
  GRefString *organiser;           /* id of an institution */
  GPtrArray *sessions;             /* NetzPart: kind, date, place, title, id, state */
  GPtrArray *participants;         /* NetzPart: person, role, institution, group, attendance */
  GPtrArray *agreed;               /* ids of partnerships that were agreed on */
  GPtrArray *log;                  /* NetzPart: session, time, action, table, record, text */
  GRefString *agenda;
  GRefString *notes;
};

GType netz_workshop_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzWorkshop, g_object_unref)

G_END_DECLS
