/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GML, the format of nested keys that igraph, networkx, yEd and others write. */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

gboolean netz_gml_read (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error);

G_END_DECLS
