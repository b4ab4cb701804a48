/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzKind: a kind of institution, as data: names, shape, colour, icon and the
 * words in a name that betray it. Kinds travel in the file.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_KIND (netz_kind_get_type ())
#define NETZ_KIND(object) ((NetzKind *) (object))
#define NETZ_IS_KIND(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_KIND))

struct _NetzKind
{
  NetzRecord parent_instance;

  GRefString *group;               /* school, provider, steering, other */
  GRefString *level;               /* state, municipality, provider, school: rank in layered pictures */
  GRefString *shape;               /* circle, rounded, hexagon, square, diamond */
  GRefString *colour;
  GRefString *icon;                /* name of a kind icon */
  GRefString *actor_group;         /* group of a workshop for which it stands */
  GPtrArray *keys;                 /* official keys of the school form */
  GPtrArray *names;                /* NetzPart: lang, text */
  GPtrArray *words;                /* patterns that betray the kind */
};

GType netz_kind_get_type (void);
const char *netz_kind_get_name (const NetzKind *self, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzKind, g_object_unref)

G_END_DECLS
