/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSceneIndex: which items are in a rectangle. Items are plain numbers with
 * boxes in scene units; one may have several. Grids of doubling cell sizes: a
 * box lies in the finest one whose cells are as large as the box, so in four
 * cells at most. Owned by a scene; reading does not change it.
 */
#pragma once

#include "scene/netz-geometry.h"

G_BEGIN_DECLS

typedef struct _NetzSceneIndex NetzSceneIndex;

typedef void (*NetzSceneIndexFunc) (guint32 item, gpointer data);

NetzSceneIndex *netz_scene_index_new (void);
void netz_scene_index_free (NetzSceneIndex *self);
void netz_scene_index_add (NetzSceneIndex *self, guint32 item, const NetzRect *box);
void netz_scene_index_remove (NetzSceneIndex *self, guint32 item, const NetzRect *box);
void netz_scene_index_clear (NetzSceneIndex *self);
guint netz_scene_index_get_size (const NetzSceneIndex *self);
void
netz_scene_index_foreach (const NetzSceneIndex *self, const NetzRect *area, NetzSceneIndexFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzSceneIndex, netz_scene_index_free)

G_END_DECLS
