/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which frame something belongs to after it was moved by hand: what went into
 * a frame joins it, what left one leaves it, anything else stays as it is.
 */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

void netz_regroup (NetzDraft *draft, const char *const *ids);
void netz_regroup_inside (NetzDraft *draft, const char *frame);

G_END_DECLS
