/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzProgramme: a kind of partnership, as data. Its ends are lists of kind ids
 * and of groups of kinds ("@school"), separated by blanks; empty = any.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_PROGRAMME (netz_programme_get_type ())
#define NETZ_PROGRAMME(object) ((NetzProgramme *) (object))
#define NETZ_IS_PROGRAMME(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_PROGRAMME))

struct _NetzProgramme
{
  NetzRecord parent_instance;

  GRefString *from;                /* kinds or @groups at one end */
  GRefString *to;                  /* kinds or @groups at the other end */
  GRefString *colour;
  GRefString *line;                /* single or double */
  gboolean systematic;             /* one of the umbrella brand's programmes */
  GPtrArray *names;                /* NetzPart: lang, text */
  GRefString *description;
};

GType netz_programme_get_type (void);
const char *netz_programme_get_name (const NetzProgramme *self, const char *language);
gboolean netz_programme_joins (const NetzProgramme *self, const NetzKind *a, const NetzKind *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzProgramme, g_object_unref)

G_END_DECLS
