/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSettings: the network itself: its title, whose it is, its background
 * picture. There is exactly one in a network; its id is the network's.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_SETTINGS (netz_settings_get_type ())
#define NETZ_SETTINGS(object) ((NetzSettings *) (object))
#define NETZ_IS_SETTINGS(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_SETTINGS))

struct _NetzSettings
{
  NetzRecord parent_instance;

  GRefString *title;
  GRefString *municipality;
  GRefString *office;
  GRefString *catalogue;           /* id of the catalogue that it began with */
  GRefString *as_of;
  GRefString *language;            /* de, en */
  GRefString *background_href;     /* a picture beside the file */
  double background_x;
  double background_y;
  double background_width;         /* scene units */
  double background_opacity;       /* 0 to 1 */
  GRefString *description;
  GRefString *background;          /* a picture, base64 */
};

GType netz_settings_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzSettings, g_object_unref)

G_END_DECLS
