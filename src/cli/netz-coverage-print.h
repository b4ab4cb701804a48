/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What "netz coverage" has to say: as text, as JSON and as CSV, each of the
 * matrix, the gaps or the load of the providers.
 */
#pragma once

#include "cli/netz-command.h"
#include "interchange/netz-table-writer.h"
#include "planning/netz-gaps.h"
#include "planning/netz-load.h"

G_BEGIN_DECLS

/**
 * NetzCoverageView:
 * @network: what was counted
 * @coverage: its coverage
 * @load: (nullable): the load of the providers, instead of the coverage
 * @gaps: (nullable) (element-type NetzGap): who lacks what, instead of the matrix
 */
typedef struct
{
  NetzNetwork *network;
  NetzCoverage *coverage;
  NetzLoad *load;
  GPtrArray *gaps;
} NetzCoverageView;

void netz_coverage_print_text (const NetzCoverageView *self);
void netz_coverage_print_json (const NetzCoverageView *self);
NetzExit netz_coverage_print_csv (const NetzCoverageView *self, const NetzTableStyle *style);

G_END_DECLS
