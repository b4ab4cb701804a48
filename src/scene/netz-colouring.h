/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzColouring: groups of institutions that a scene shows for a while by a
 * coloured ground behind the shape and, since colour is never the only sign, by
 * the group's number beside it. Nothing of it is saved, and the kinds keep
 * their look. Filled once, then only read, from any thread; reference counted.
 */
#pragma once

#include "scene/netz-style.h"

G_BEGIN_DECLS

typedef struct _NetzColouring NetzColouring;

NetzColouring *netz_colouring_new (const char *title);
NetzColouring *netz_colouring_ref (NetzColouring *self);
void netz_colouring_unref (NetzColouring *self);

void netz_colouring_add_group (NetzColouring *self, const char *name, GPtrArray *ids);

const char *netz_colouring_get_title (const NetzColouring *self);
guint netz_colouring_get_n_groups (const NetzColouring *self);
const char *netz_colouring_get_name (const NetzColouring *self, guint group);
guint netz_colouring_get_size (const NetzColouring *self, guint group);
GPtrArray *netz_colouring_get_ids (const NetzColouring *self, guint group);
const NetzRgba *netz_colouring_get_colour (guint group);
guint netz_colouring_find (const NetzColouring *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzColouring, netz_colouring_unref)

G_END_DECLS
