/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records that come from elsewhere, from the disk or a journal, put into a draft
 * in the place of those with the same ids.
 */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

void netz_changes_put (NetzDraft *draft, const NetzRecord *record);
void netz_changes_write (NetzDraft *draft, const NetzEdit *edit);

G_END_DECLS
