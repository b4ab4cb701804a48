/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Networks of any size for measuring: districts as communities, a few
 * providers with many partners, two partnerships an institution, German names.
 * The same size and seed give the same network.
 */
#pragma once

#include "model/netz-snapshot.h"

G_BEGIN_DECLS

NetzSnapshot *netz_generate (guint n_institutions, guint32 seed);

G_END_DECLS
