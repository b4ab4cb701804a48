/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzExtrasIndex finds the extras of a record or part by their slot while it
 * is written, and knows which were not asked for. It borrows the extras.
 */
#pragma once

#include "model/netz-extras.h"

G_BEGIN_DECLS

typedef struct _NetzExtrasIndex NetzExtrasIndex;

/**
 * NetzExtrasGroup:
 * @attributes: (element-type NetzExtra): by name, each name once
 * @contents: (element-type NetzExtra): in their order
 * @taken: somebody has asked for it
 *
 * What stands in one slot.
 */
typedef struct
{
  GPtrArray *attributes;
  GPtrArray *contents;
  gboolean taken;
} NetzExtrasGroup;

NetzExtrasIndex *netz_extras_index_new (const NetzExtras *extras);

void netz_extras_index_free (NetzExtrasIndex *self);

const NetzExtrasGroup *netz_extras_index_take (NetzExtrasIndex *self, const char *slot, ...) G_GNUC_NULL_TERMINATED;

const NetzExtrasGroup *netz_extras_index_take_next (NetzExtrasIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzExtrasIndex, netz_extras_index_free)

G_END_DECLS
