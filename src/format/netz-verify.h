/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether bytes on disk are the network that was meant. */
#pragma once

#include "model/netz-snapshot.h"

G_BEGIN_DECLS

gboolean netz_verify (GBytes *bytes, const NetzSnapshot *snapshot, GError **error);

G_END_DECLS
