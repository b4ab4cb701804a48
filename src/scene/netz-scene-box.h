/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an institution covers, for those who arrange them. Lengths are scene units. */
#pragma once

#include "scene/netz-scene.h"

G_BEGIN_DECLS

gboolean netz_scene_measure_box (NetzScene *self, const char *id, NetzRect *box);

G_END_DECLS
