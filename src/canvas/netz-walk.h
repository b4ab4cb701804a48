/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Going about a scene by keyboard: from institution to institution in reading
 * order, along partnerships in a direction, and to a free place for a new one.
 * Ids handed out are owned by the network. No toolkit inside.
 */
#pragma once

#include "scene/netz-scene.h"

G_BEGIN_DECLS

const char *netz_walk_next (NetzScene *scene, const char *id, int direction);
const char *netz_walk_along (NetzScene *scene, const char *id, double dx, double dy);
NetzPoint netz_walk_find_room (NetzScene *scene, NetzPoint beside);

G_END_DECLS
