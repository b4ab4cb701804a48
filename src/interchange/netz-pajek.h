/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pajek: .net with vertices, arcs, edges, lists and matrices; of a .paj the first network. */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

gboolean netz_pajek_read (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error);

G_END_DECLS
