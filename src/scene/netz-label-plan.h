/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLabelPlan: which names are shown where the scene is painted so small
 * that they have to be enlarged to be read and do not all find room. The
 * important ones stay: those of institutions with many partnerships. What is
 * shown at a place depends only on what is near, so that a change far away
 * changes nothing here. Owned by a scene.
 */
#pragma once

#include "scene/netz-scene-items.h"

G_BEGIN_DECLS

typedef struct _NetzLabelPlan NetzLabelPlan;

/* What is this many boxes of a label away has no influence. */
#define NETZ_LABEL_PLAN_REACH 3.0

NetzLabelPlan *netz_label_plan_new (void);
void netz_label_plan_free (NetzLabelPlan *self);
const guint8 *netz_label_plan_get (NetzLabelPlan *self, NetzItems *items, double factor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzLabelPlan, netz_label_plan_free)

G_END_DECLS
