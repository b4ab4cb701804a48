/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzIcons: the icons of kinds, black shapes on 16 by 16 units in
 * data/icons/kinds/ID.svg, painted in any colour and size. Reference counted;
 * one is used by one thread at a time. An icon that is missing is a plain disc.
 */
#pragma once

#include "scene/netz-style.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _NetzIcons NetzIcons;

NetzIcons *netz_icons_new (void);
NetzIcons *netz_icons_ref (NetzIcons *self);
void netz_icons_unref (NetzIcons *self);
gboolean netz_icons_has (NetzIcons *self, const char *id);
void netz_icons_paint (NetzIcons *self,
                       cairo_t *cr,
                       const char *id,
                       const NetzRgba *colour,
                       double x,
                       double y,
                       double size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzIcons, netz_icons_unref)

G_END_DECLS
