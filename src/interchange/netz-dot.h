/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * DOT, the language of Graphviz: its statements and attributes as far as they say which nodes there are and what joins
 * them.
 */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

GBytes *netz_dot_write (NetzNetwork *network, GError **error);
GPtrArray *netz_dot_get_losses (NetzNetwork *network);
gboolean netz_dot_read (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error);

G_END_DECLS
