/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last touch on a drawing of up to a few hundred nodes: single nodes move
 * to free places where distances are truer, fewer edges cross and fewer pass
 * through the boxes of others.
 */
#pragma once

#include "layout/netz-layout-plane.h"

G_BEGIN_DECLS

#define NETZ_LAYOUT_MOST_POLISHED 500u

void netz_layout_polish (NetzLayoutPlane *plane, const NetzLayoutJob *job);

G_END_DECLS
