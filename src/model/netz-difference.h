/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The difference of two snapshots, as the edit that makes the second of the first.
 */
#pragma once

#include "model/netz-edit.h"
#include "model/netz-snapshot.h"

G_BEGIN_DECLS

NetzEdit *netz_difference (const NetzSnapshot *before, const NetzSnapshot *after, const char *label);

G_END_DECLS
